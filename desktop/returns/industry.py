"""The statistics office's industry tables: production, and what was sold and kept, as indices.

Every column compares: with the same month or period of last year (taken, last year = 100), with
the month before or with a base year (left out). Stocks are counted on a day ("thời điểm
1/4/2015"): that is the end of the month before, which is the month they are filed under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from desktop.figures.month import Month
from desktop.figures.series import Flow, Measure, Ownership
from desktop.returns.found_table import Table
from desktop.returns.grid import MAX_ROW
from desktop.returns.heading_block import Column
from desktop.returns.industry_labels import IndustryLabels
from desktop.returns.province_form import is_of_a_province
from desktop.returns.recipe import Prepared, Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.table import Start, tables_at
from desktop.returns.text import folded
from desktop.returns.titles import Title

_PRODUCTION = re.compile(
    r"\bchi so (?:(?:khoi luong|phat trien) )?"
    r"(?:sxcn|(?:san xuat|sx) (?:(?:nganh|toan nganh) )?(?:cong nghiep|cn))\b"
    r"|\bind(?:ex|ices) of industrial production\b|\bindustrial production ind(?:ex|ices)\b|\biip\b"
)
_SALES = re.compile(
    r"\bchi so (?:tieu thu|ton kho)\b.*\b(?:cong nghiep|che bien)\b"
    r"|\b(?:consumption|sales|shipments?|inventor\w+|stocks?)\b.*\bind(?:ex|ices)\b.*"
    r"\b(?:manufactur|industr)"
    r"|\bind(?:ex|ices) of (?:consumption|sales|shipments?)\b.*\b(?:manufactur|industr)"
)
_VALUE = re.compile(r"\bgia tri san xuat (?:(?:nganh|toan nganh) )?cong nghiep\b")
_SOLD = re.compile(r"\btieu thu\b|\bconsumption\b|\bsales\b|\bshipments?\b")
_STOCKS = re.compile(r"\bton kho\b|\binventor\w*|\bstocks?\b")
_BY_PROVINCE = "by_province"
_LOOKALIKES = (
    (_VALUE, "constant_prices"),
    (
        re.compile(r"\bcac quy\b|\b(?:every|each|by) quarter\b|\bquarters\b|\bquarterly\b"),
        "quarters",
    ),
    (
        re.compile(r"\bdia phuong\b|\btinh,? thanh pho\b|\bdia ban\b|\bprovinces?\b"),
        _BY_PROVINCE,
    ),
)
_LONGEST = 160
_TITLE_ROWS = 8
"""The first title stands among the first rows; a continuation may stand anywhere beneath."""
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})(?!\d)")


def industry_tables(sheet: Sheet, *, thorough: bool = True) -> Iterator[Table]:
    """Find the industry tables of a sheet that has none of trade; look-alikes come marked.

    `thorough` as in `table.tables`.
    """
    near = sheet.numbers[:_TITLE_ROWS]
    if any(_is_title(_joined(sheet, near[at : at + 2])) for at in range(len(near))):
        for table in tables_at(sheet, list(_starts(sheet)), days=True, thorough=thorough):
            if not table.title.left_out and is_of_a_province(table):
                table.title = replace(table.title, left_out=_BY_PROVINCE)
            yield table


def _starts(sheet: Sheet) -> Iterator[Start]:
    """Rows that announce a table, by themselves or with the row beneath."""
    numbers = sheet.numbers
    passed = 0
    for number, beneath in zip(numbers, [*numbers[1:], 0], strict=True):
        if number == passed or sheet.has_numbers(number):
            continue
        one, both = _line(sheet, number), _joined(sheet, (number, beneath))
        if _is_title(one):
            yield number, number, _title(one, both)
        elif (
            number < MAX_ROW
            and _is_title(both)
            and not _is_title(_line(sheet, beneath))
            and _column(sheet, number) == _column(sheet, beneath)
        ):
            yield number, beneath, _title(both, both)
            passed = beneath


def _line(sheet: Sheet, number: int) -> str:
    """The text that a row begins with: heads of columns, further to the right, are no titles."""
    return next((text for _, text in sheet.texts(number)), "")


def _column(sheet: Sheet, number: int) -> int:
    """The column that a row begins in: a title goes on beneath where it began."""
    return next((column for column, _ in sheet.texts(number)), 0)


def _joined(sheet: Sheet, numbers: Sequence[int]) -> str:
    return " ".join(_line(sheet, number) for number in numbers)


@lru_cache(maxsize=1024)
def _is_title(text: str) -> bool:
    plain = folded(text)
    if len(plain) > _LONGEST:
        return False
    return any(p.search(plain) for p in (_PRODUCTION, _SALES, _VALUE))


def _title(text: str, whole: str) -> Title:
    """A title, judged with the line beneath, by which some tables first say whose they are."""
    plain = folded(whole)
    left_out = next((code for pattern, code in _LOOKALIKES if pattern.search(plain)), "")
    return Title(text, Flow.INDUSTRY, Ownership.ALL, left_out)


def _is_production(table: Table) -> bool:
    return _is_ours(table) and bool(_PRODUCTION.search(folded(table.title.text)))


def _is_ours(table: Table) -> bool:
    return table.title.flow is Flow.INDUSTRY


def _production(_: Sheet, table: Table) -> Prepared:
    table.columns = tuple(
        replace(column, measure=Measure.PRODUCTION_INDEX) for column in map(_held, table.columns)
    )
    return table, ()


def _sales(_: Sheet, table: Table) -> Prepared:
    title = folded(table.title.text)
    only_stocks = bool(_STOCKS.search(title)) and not _SOLD.search(title)
    table.columns = tuple(
        _sold_or_kept(_held(column), only_stocks=only_stocks) for column in table.columns
    )
    return table, ()


def _held(column: Column) -> Column:
    """A column that compares with nothing is an index of the base year."""
    heading = column.heading
    if heading.compared is None and not heading.left_out:
        return replace(column, heading=replace(heading, left_out="compared_base_year"))
    return column


def _sold_or_kept(column: Column, *, only_stocks: bool) -> Column:
    if not (only_stocks or _STOCKS.search(folded(column.text))):
        return replace(column, measure=Measure.CONSUMPTION_INDEX)
    heading = column.heading
    if month := _month_that_ended(column.text):
        heading = replace(heading, span=Span.MONTH, number=month.number, year=month.year)
    return replace(column, measure=Measure.INVENTORY_INDEX, heading=heading)


def _month_that_ended(text: str) -> Month | None:
    """The month whose end a day of counting stands for: 31/12/2024 and 1/1/2025 say the same."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    month = Month.of(day)
    return month if day == month.last_day else Month.of(day.replace(day=1) - timedelta(days=1))


RECIPES = (
    Recipe("gso_production", "GSO", _is_production, IndustryLabels, _production, beside=True),
    Recipe("gso_sales_stocks", "GSO", _is_ours, IndustryLabels, _sales, beside=True),
)
