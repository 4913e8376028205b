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
from desktop.figures.series import NATIONAL, SCALE, TOTAL, TRADE, WORLD, Measure, Ownership
from desktop.returns.country_size import monthly_trade

_LEAST, _MOST = 0.65, 1.5
"""Months that a year to date is worth, for each that it has. Of 160 books of 2000 to 2025 the least
is 0.81 and the most 1.21."""
_FIRST = 3
"""In January and February Tết moves more than that."""
_ITEMS = 5
"""Where no total is printed, so many goods tell as much."""
_TOO_MANY = 3
"""By so many times no month since 2000 was above what is expected of it."""
_COUNTRY = WORLD, Ownership.ALL.value, NATIONAL, Measure.VALUE.value

_Both = tuple[FigureRow, FigureRow]


def months_denied(rows: Sequence[FigureRow]) -> Iterator[Finding]:
    """Name years to date that are worth far more or fewer months than their headings say."""
    for pairs in _pairs(rows).values():
        totals = [pair for pair in pairs if pair[0].item == TOTAL]
        if not totals and len(pairs) < _ITEMS:
            continue
        told = totals or pairs
        month, to_date = (sum(pair[side].value for pair in told) for side in (0, 1))
        first = told[0][1]
        number = Month.from_ordinal(first.period_end).number
        if number < _FIRST or not 0 < month <= to_date:  # less than its month is told elsewhere
            continue
        if _LEAST <= to_date / month / number <= _MOST:
            continue
        worth = str(round(to_date / month))
        yield Finding(
            Severity.WARNING, "month_denied", first.sheet, first.cell, worth, str(number),
            first.label,
        )  # fmt: skip

    yield from _too_large(rows)


def _too_large(rows: Sequence[FigureRow]) -> Iterator[Finding]:
    """Name months, without a year to date beside them, that are as large as a year may be."""
    flows = {flow.value for flow in TRADE}
    totals = [
        row for row in rows
        if row.item == TOTAL and row.flow in flows
        and (row.market, row.ownership, row.province, row.measure) == _COUNTRY
    ]  # fmt: skip
    beside = {(r.flow, r.period_end) for r in totals if r.basis != Basis.MONTH.value}
    for row in totals:
        if row.basis != Basis.MONTH.value or (row.flow, row.period_end) in beside:
            continue
        year = Month.from_ordinal(row.period_end).year
        worth = row.value / SCALE / monthly_trade(year)
        if worth > _TOO_MANY:
            yield Finding(
                Severity.WARNING, "month_too_large", row.sheet, row.cell, str(round(worth)),
                about=row.label,
            )  # fmt: skip


def _pairs(rows: Sequence[FigureRow]) -> dict[tuple[str, int], list[_Both]]:
    """Values of the country's month and of its year to date, by flow and month."""
    found: dict[tuple[str, str, int], dict[str, FigureRow]] = defaultdict(dict)
    flows = {flow.value for flow in TRADE}
    for row in rows:
        place = row.market, row.ownership, row.province, row.measure
        if place == _COUNTRY and row.flow in flows:
            found[row.flow, row.item, row.period_end][row.basis] = row
    pairs: dict[tuple[str, int], list[_Both]] = defaultdict(list)
    for (flow, _, end), by_basis in found.items():
        month = by_basis.get(Basis.MONTH.value)
        whole = by_basis.get(Basis.YEAR.value)  # ends with December
        to_date = by_basis.get(Basis.CUMULATIVE.value) or whole
        if month and to_date and month.value >= SCALE:
            pairs[flow, end].append((month, to_date))
    return pairs
