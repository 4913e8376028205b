"""The sheet of data: every figure that counts for two years as one long list, a row a figure.

It may have a hundred thousand rows: each goes to the disk before the next is written, so that
memory does not grow with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.figures.catalogue import items, markets
from desktop.figures.figure import unscaled
from desktop.figures.figure_list import HEADINGS, SHEET_ROWS, WORDS, ListColumn
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.reports.workbook.page import A4, HEAD_ROW, Desk, plain

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from desktop.figures.wording import Language

LARGEST = SHEET_ROWS - HEAD_ROW - 1
"""So many figures has a sheet rows for; the newest months come first."""
_WIDTHS = {
    ListColumn.ITEM_NAME: 34.0, ListColumn.MARKET_NAME: 24.0, ListColumn.RETURN: 34.0,
    ListColumn.VALUE: 20.0, ListColumn.MEASURE: 18.0, ListColumn.OWNERSHIP: 14.0,
}  # fmt: skip
_WIDTH = 12.0
_BEAT = 5_000
"""Rows between two words of progress."""


def write(
    desk: Desk, figures: pd.DataFrame, years: tuple[int, int], *, nation_alone: bool = False
) -> None:
    """Write the list; the desk's `progress` is told of every few thousand rows, may stop it.

    `nation_alone` says that what provinces told was left out, for which there is no room.
    """
    language = desk.language
    sheet = _sheet(desk)
    ordered = figures.sort_values("period_end", ascending=False, kind="stable")[:LARGEST]
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, _title(years, language), desk.look("title"))
    told = [_told(len(ordered), len(figures), language)]
    if nation_alone:
        told.append(language._("Of the nation alone: a sheet has no room for all provinces."))
    sheet.write_string(1, 0, " ".join(told), desk.look("subtitle"))
    sheet.set_row(HEAD_ROW, 30)
    for column, heading in enumerate(HEADINGS.values()):
        sheet.write_string(HEAD_ROW, column, language._(heading), desk.look("head_left"))
    title = language._("Data")
    for number, row in enumerate(_rows(ordered, language), HEAD_ROW + 1):
        _write_row(sheet, number, row)
        if number % _BEAT == 0:
            desk.progress(number, len(ordered), title)
    last = max(HEAD_ROW + len(ordered), HEAD_ROW + 1)
    sheet.autofilter(HEAD_ROW, 0, last, len(HEADINGS) - 1)
    sheet.print_area(0, 0, last, len(HEADINGS) - 1)


def _sheet(desk: Desk) -> Worksheet:
    """Add a sheet whose rows are written through; the workbook's others are kept as before."""
    before = desk.workbook.constant_memory
    desk.workbook.constant_memory = True
    try:
        sheet = desk.workbook.add_worksheet(desk.language._("Data"))
    finally:
        desk.workbook.constant_memory = before
    for place, column in enumerate(HEADINGS):
        sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.repeat_rows(0, HEAD_ROW)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    page = desk.language._("Page {page}/{pages}", page="&P", pages="&N")
    sheet.set_footer(f"&R&8{page}")
    return sheet


def _title(years: tuple[int, int], language: Language) -> str:
    first, last = years
    return language._("Figures of exports and imports, {first}–{last}", first=first, last=last)


def _told(written: int, held: int, language: Language) -> str:
    if written < held:
        left = held - written
        return language.plural(
            "{number} older figure has no room on a sheet.",
            "{number} older figures have no room on a sheet.",
            left, number=language.number(left),
        )  # fmt: skip
    return language._("One figure a row, each as the newest return has it; it can be read back.")


def _rows(figures: pd.DataFrame, language: Language) -> Iterator[list[str | float]]:
    """Give each figure as its cells, in the order of the headings."""
    word, month = _speaker(language), _months()
    item, market = _item_names(language), _market_names(language)
    rows: Any = figures.itertuples(index=False)
    for r in rows:
        yield [
            word(ListColumn.FLOW, r.flow), r.item, item(r.flow, r.item), r.market, market(r.market),
            word(ListColumn.OWNERSHIP, r.ownership), r.province,
            word(ListColumn.MEASURE, r.measure), word(ListColumn.BASIS, r.basis),
            month(r.period_start), month(r.period_end),
            word(ListColumn.STATUS, r.status), unscaled(r.value), word(ListColumn.UNIT, r.unit),
            r.source_file, r.reported_on, r.sheet, r.cell,
        ]  # fmt: skip


def _write_row(sheet: Worksheet, number: int, row: list[str | float]) -> None:
    for column, content in enumerate(row):
        if isinstance(content, str):
            if content:
                sheet.write_string(number, column, plain(content))
        else:
            sheet.write_number(number, column, content)


def _speaker(language: Language) -> Callable[[ListColumn, str], str]:
    known = {
        (column, code): language._(text)
        for column, words in WORDS.items()
        for code, text in words.items()
    }
    return lambda column, code: known.get((column, code), code)


def _months() -> Callable[[int], str]:
    return cache(lambda ordinal: str(Month.from_ordinal(ordinal)))


def _item_names(language: Language) -> Callable[[str, str], str]:
    """Name items as their flow does; a balance has the names of exports."""

    @cache
    def name(flow: str, code: str) -> str:
        known = Flow.EXPORT if flow == Flow.BALANCE else Flow(flow)
        return items(known).name(code, language.code)

    return name


def _market_names(language: Language) -> Callable[[str], str]:
    return cache(lambda code: markets().name(code, language.code))


def leave_nothing(workbook: Workbook) -> None:
    """Remove the files that rows were written through to, be the workbook made or not."""
    workbook.fileclosed = True
    for sheet in workbook.worksheets():
        if sheet.constant_memory and sheet.row_data_filename:
            sheet.row_data_fh.close()
            Path(sheet.row_data_filename).unlink(missing_ok=True)
