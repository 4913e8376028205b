"""Is the month as large a part of its year to date as its number says? Else headings may err.

A book of June that is headed as December's throughout agrees with itself, but its year to date is
six months long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, SCALE, TOTAL, TRADE, WORLD, Ownership
from desktop.returns.country_size import worth_of
from desktop.returns.reconcile import Blocks

_LEAST, _MOST = 0.65, 1.5
"""Months that a year to date is worth, for each that it has. Of 160 books of 2000 to 2025 the least
is 0.81 and the most 1.21."""
_FIRST = 3
"""In January and February Tết moves more than that."""
_ITEMS = 5
"""Where no total is printed, so many goods tell as much."""
_FAR = 2.5
"""By so many times no month differs from the twelfth part of the year before it."""
_TOO_MANY = 3
"""By so many times no month since 2000 was above what is expected of it."""
_COUNTRY = WORLD, NATIONAL
_FLOWS = frozenset(flow.value for flow in TRADE)
_ALL = Ownership.ALL.value
_MONTH, _YEAR, _TO_DATE = (b.value for b in (Basis.MONTH, Basis.YEAR, Basis.CUMULATIVE))
_MONTHS = 12

_Both = tuple[FigureRow, FigureRow]
_Columns = dict[str, list[FigureRow]]
"""Values of one flow that end with one month, by basis."""


def months_denied(blocks: Blocks) -> Iterator[Finding]:
    """Name years to date that are worth far more or fewer months than their headings say."""
    columns = _columns(blocks)
    for (_, end), by_basis in columns.items():
        yield from _denied(by_basis, Month.from_ordinal(end).number)
    for by_basis in columns.values():
        yield from _too_large(by_basis)
    for (flow, end), by_basis in columns.items():
        if _YEAR in by_basis and _MONTH not in by_basis:
            yield from _denied_by_next(by_basis[_YEAR], columns.get((flow, end + 1), {}))


def _columns(blocks: Blocks) -> dict[tuple[str, int], _Columns]:
    """Values of the country's trade by flow and last month."""
    found: dict[tuple[str, int], _Columns] = defaultdict(dict)
    for (flow, province, market, basis, _, end), rows in blocks.items():
        if (market, province) == _COUNTRY and flow in _FLOWS:
            found[flow, end].setdefault(basis, []).extend(rows)
    return found


def _denied(columns: _Columns, number: int) -> Iterator[Finding]:
    if number < _FIRST or not (pairs := _pairs(columns)):
        return
    month, to_date = (sum(pair[side].value for pair in pairs) for side in (0, 1))
    first = pairs[0][1]
    if not 0 < month <= to_date:  # less than its month is told elsewhere
        return
    if not _LEAST <= to_date / month / number <= _MOST:
        yield Finding(
            Severity.WARNING, "month_denied", first.sheet, first.cell,
            str(round(to_date / month)), str(number), first.label,
        )  # fmt: skip


def _denied_by_next(year: Sequence[FigureRow], january: _Columns) -> Iterator[Finding]:
    """Name a year that is worth no year of the January beside it: it may be a month's, too."""
    for month, whole in _matched(_totals(january.get(_MONTH, ())), _totals(year)):
        worth = whole.value / month.value
        if not 1 / _FAR <= worth / _MONTHS <= _FAR:
            yield Finding(
                Severity.WARNING, "month_denied", whole.sheet, whole.cell,
                str(round(worth)), str(_MONTHS), whole.label,
            )  # fmt: skip


def _too_large(columns: _Columns) -> Iterator[Finding]:
    """Name months, without a year to date beside them, that are as large as a year may be."""
    totals = {basis: _totals(rows) for basis, rows in columns.items()}
    if any(rows for basis, rows in totals.items() if basis != _MONTH):
        return
    for row in totals.get(_MONTH, ()):
        worth = worth_of(row)
        if worth > _TOO_MANY:
            yield Finding(
                Severity.WARNING, "month_too_large", row.sheet, row.cell, str(round(worth)),
                about=row.label,
            )  # fmt: skip


def _totals(rows: Sequence[FigureRow]) -> list[FigureRow]:
    return [row for row in rows if row.item == TOTAL and row.ownership == _ALL]


def _pairs(columns: _Columns) -> list[_Both]:
    """The month and its year to date: of the total, else of goods that tell as much."""
    months = columns.get(_MONTH, [])
    to_dates = [*columns.get(_YEAR, ()), *columns.get(_TO_DATE, ())]  # that ends with December
    if not months or not to_dates:
        return []
    if totals := _matched(_totals(months), _totals(to_dates)):
        return totals
    pairs = _matched(months, to_dates)
    return pairs if len(pairs) >= _ITEMS else []


def _matched(months: Sequence[FigureRow], to_dates: Sequence[FigureRow]) -> list[_Both]:
    whole = {row.item: row for row in to_dates if row.ownership == _ALL}
    return [
        (row, whole[row.item])
        for row in months
        if row.value >= SCALE and row.ownership == _ALL and row.item in whole
    ]
