"""Whose trade a table must be that says nowhere whose it is: by how much of it there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.provinces import province_in
from desktop.figures.series import (
    NATIONAL,
    SCALE,
    TOTAL,
    TRADE,
    UNKNOWN,
    WORLD,
    Measure,
    Ownership,
)
from desktop.returns.binding import dating
from desktop.returns.found_table import Table
from desktop.returns.heading_block import Column
from desktop.returns.headings import Compared
from desktop.returns.item_names import is_total
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded

_YEAR, _DOLLARS, _GROWTH = 2000, 14.5e9, 1.15
"""The country's exports of a year, and by what they have grown from one to the next since."""
_LARGEST_PROVINCE = 0.6
"""No province's trade has been so much of the country's."""
_SMALLEST, _LARGEST = 0.2, 4
"""Nor was the country's own ever so far from what it is taken to have been."""
SIGNED = re.compile(r"\bngay\b.*\bthang\b")
"""The day on which a paper was signed, and where."""
_MILLION = 1_000_000
_LOOKED_AT = 20
_LEAST, _MOST = 5e8, 5e11
"""US dollars: Viet Nam's exports, or imports, of any month since 2000 lie within."""
_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: MONTHS_PER_YEAR}


def has_plan(table: Table) -> bool:
    """Say whether a column holds the plan of the year, or what is fulfilled of it."""
    heads = [column.heading for column in table.columns]
    return any(h.compared is Compared.PLAN or h.left_out == "plan" for h in heads)


def is_a_countrys(sheet: Sheet, table: Table) -> bool:
    """Say whether the total of a table is more than any province ever traded in that time."""
    if table.title.flow not in TRADE or _names_province(sheet, table):
        return False
    return next(_sizes(sheet, table), 0.0) > _LARGEST_PROVINCE


def is_by_name_a_provinces(sheet: Sheet, table: Table) -> bool:
    """Say whether a workbook is named by a province, and its table holds no more than one's trade.

    "BC XK Binh Duong T6.2025": such a table may say nowhere else whose it is.
    """
    if table.title.flow not in TRADE or province_in(sheet.book) == UNKNOWN:
        return False
    return 0 < next(_sizes(sheet, table), 0.0) < _LARGEST_PROVINCE


def is_no_trade_of_ours(sheet: Sheet, table: Table) -> bool:
    """Say whether the totals of a table are many times more, or less, than ours were at that time.

    All of them: one alone may stand beneath a period that is not its own.
    """
    if table.title.flow not in TRADE or _names_province(sheet, table):
        return False
    sizes = list(_sizes(sheet, table))
    return bool(sizes) and not any(_SMALLEST < size < _LARGEST for size in sizes)


def _sizes(sheet: Sheet, table: Table) -> Iterator[float]:
    """How many times the country's trade of as many months the totals of a table are."""
    month = dating(table).month
    if month is None:
        return
    monthly = monthly_trade(month.year)
    for number in table.rows[:_LOOKED_AT]:
        if not any(is_total(text) for c, text in sheet.texts(number) if c in table.labels):
            continue
        for column in table.columns:
            value = sheet.row(number).get(column.number)
            money = column.units.money or table.units.money
            months = _months(column, month.number)
            if isinstance(value, float) and money and months:
                yield value * money / (monthly * months)


def monthly_trade(year: int) -> float:
    """About as many dollars as the country's exports of a month were, or may become."""
    return _DOLLARS * _GROWTH ** (year - _YEAR) / MONTHS_PER_YEAR


def worth_of(row: FigureRow) -> float:
    """How many times the country's trade of as many months a figure is."""
    months = row.period_end - row.period_start + 1
    return row.value / SCALE / months / monthly_trade(Month.from_ordinal(row.period_end).year)


def counts_as_our_office(table: Table) -> bool:
    """Say whether one note counts tonnes, and millions of USD: for the country, whatever it is."""
    return bool(table.units.weight) and table.units.money == _MILLION


def too_small(table: Table, rows: Iterable[FigureRow]) -> FigureRow | None:
    """The first of a table's totals where all are less than the country's trade ever was."""
    if counts_as_our_office(table):
        return None
    totals = [row for row in rows if _is_countrys_total(row)]
    return totals[0] if totals and all(worth_of(row) < _SMALLEST for row in totals) else None


def _is_countrys_total(row: FigureRow) -> bool:
    whole = row.item == TOTAL and row.market == WORLD and row.province == NATIONAL
    return whole and row.measure == Measure.VALUE.value and row.ownership == Ownership.ALL.value


def is_trade_of_a_month(dollars: float) -> bool:
    """Say whether the country may have exported, or imported, for so much in a month."""
    return _LEAST <= dollars < _MOST


def _names_province(sheet: Sheet, table: Table) -> bool:
    lines = (line for line in table.above if not SIGNED.search(folded(line)))
    return any(province_in(text) != UNKNOWN for text in (*lines, sheet.name, sheet.book))


def _months(column: Column, newest: int) -> int:
    """Over how many months a column's values run; 0 where it holds none."""
    heading = column.heading
    if column.measure is Measure.QUANTITY or heading.compared or heading.left_out:
        return 0
    if heading.span is Span.TO_DATE:
        return heading.number or newest
    return _MONTHS.get(heading.span, 0)
