"""The list of figures in a summary: its columns and words, by which it is written and read back.

A row is one figure. Columns are known by their headings, in either language and in any order;
flow, measure, basis, status and unit are words of either language, or their codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from desktop.figures.figure import Status
from desktop.figures.period import Basis
from desktop.figures.series import Flow, Measure, Ownership, Unit
from desktop.figures.wording import LANGUAGES, N_, language

SHEET_ROWS = 1_048_576
"""So many rows has a sheet of any workbook."""
AUTHOR = "Export Target Tracker"
"""What a workbook that is sent out says it was made by."""


class ListColumn(StrEnum):
    """The columns, in their order."""

    FLOW = "flow"
    ITEM = "item"
    ITEM_NAME = "item_name"
    MARKET = "market"
    MARKET_NAME = "market_name"
    OWNERSHIP = "ownership"
    PROVINCE = "province"
    MEASURE = "measure"
    BASIS = "basis"
    START = "period_start"
    END = "period_end"
    STATUS = "status"
    VALUE = "value"
    UNIT = "unit"
    RETURN = "return"
    REPORTED_ON = "reported_on"
    SHEET = "sheet"
    CELL = "cell"


HEADINGS = {
    ListColumn.FLOW: N_("Flow"),
    ListColumn.ITEM: N_("Item, code"),
    ListColumn.ITEM_NAME: N_("Item"),
    ListColumn.MARKET: N_("Market, code"),
    ListColumn.MARKET_NAME: N_("Market"),
    ListColumn.OWNERSHIP: N_("Ownership"),
    ListColumn.PROVINCE: N_("Province"),
    ListColumn.MEASURE: N_("What is measured"),
    ListColumn.BASIS: N_("Basis"),
    ListColumn.START: N_("First month"),
    ListColumn.END: N_("Last month"),
    ListColumn.STATUS: N_("Status"),
    ListColumn.VALUE: N_("Value"),
    ListColumn.UNIT: N_("Unit"),
    ListColumn.RETURN: N_("Return"),
    ListColumn.REPORTED_ON: N_("Reported on"),
    ListColumn.SHEET: N_("Sheet"),
    ListColumn.CELL: N_("Cell"),
}
NEEDED = frozenset({
    ListColumn.FLOW, ListColumn.ITEM, ListColumn.MARKET, ListColumn.MEASURE, ListColumn.BASIS,
    ListColumn.START, ListColumn.END, ListColumn.STATUS, ListColumn.VALUE, ListColumn.UNIT,
})  # fmt: skip
"""Without these columns a sheet is no list of figures."""

WORDS: Mapping[ListColumn, Mapping[str, str]] = {
    ListColumn.FLOW: {
        Flow.EXPORT: N_("Exports"), Flow.IMPORT: N_("Imports"), Flow.BALANCE: N_("Balance"),
        Flow.INDUSTRY: N_("Industry"),
    },
    ListColumn.OWNERSHIP: {
        Ownership.ALL: N_("all"), Ownership.DOMESTIC: N_("domestic sector"),
        Ownership.FDI: N_("foreign-invested sector"),
    },
    ListColumn.MEASURE: {
        Measure.VALUE: N_("value"), Measure.QUANTITY: N_("quantity"),
        Measure.GROWTH_VALUE: N_("growth of value, as printed"),
        Measure.GROWTH_QUANTITY: N_("growth of quantity, as printed"),
        Measure.PRODUCTION_INDEX: N_("production index"),
        Measure.CONSUMPTION_INDEX: N_("sales index"),
        Measure.INVENTORY_INDEX: N_("inventory index"),
    },
    ListColumn.BASIS: {
        Basis.MONTH: N_("month"), Basis.CUMULATIVE: N_("to date"), Basis.QUARTER: N_("quarter"),
        Basis.YEAR: N_("year"), Basis.YEAR_FORECAST: N_("year, forecast"),
        Basis.FIRST_HALF_MONTH: N_("first half-month"),
        Basis.SECOND_HALF_MONTH: N_("second half-month"),
        Basis.TO_MID_MONTH: N_("to the 15th, from January"),
    },
    ListColumn.STATUS: {
        Status.ESTIMATE: N_("estimate"), Status.PRELIMINARY: N_("preliminary"),
        Status.ACTUAL: N_("actual"), Status.FINAL: N_("final"),
    },
    ListColumn.UNIT: {
        Unit.USD: N_("USD"), Unit.TONNES: N_("tonnes"), Unit.PIECES: N_("pieces"),
        Unit.INDEX: N_("index (same period = 100)"),
    },
}  # fmt: skip
"""What the codes of a column are called."""


@cache
def column_of(heading: str) -> ListColumn | None:
    """Give the column of a heading in either language; None of another heading."""
    return _headings().get(" ".join(heading.split()).casefold())


@cache
def _headings() -> Mapping[str, ListColumn]:
    """The columns by their headings, in small letters; the first of two counts."""
    found: dict[str, ListColumn] = {}
    for code in LANGUAGES:
        for column, text in HEADINGS.items():
            found.setdefault(language(code)._(text).casefold(), column)
    return found


@cache
def code_of(column: ListColumn, word: str) -> str:
    """Give the code of a word of a column; empty for a word that is none of its."""
    folded = " ".join(word.split()).casefold()
    for code, text in WORDS[column].items():
        said = {language(spoken)._(text).casefold() for spoken in LANGUAGES}
        if folded in {code.casefold(), *said}:
            return str(code)
    return ""
