"""Do the halves of a month add up to it, and to the figures from January to the 15th?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.figures.figure import FigureRow
from desktop.figures.period import HALF_MONTHS, Basis
from desktop.figures.reading import Check
from desktop.figures.series import Measure
from desktop.returns.reconcile import rounding

_ByPeriod = Mapping[tuple[str, int], FigureRow]
"""Rows of one series by basis and last month."""


def half_checks(rows: Iterable[FigureRow]) -> list[Check]:
    """Hold half-months against the month and the year to date, where a return has all of them."""
    value = Measure.VALUE.value
    values = [row for row in rows if row.measure == value]
    if HALF_MONTHS.isdisjoint([row.basis for row in values]):
        return []
    dated: dict[tuple[str, ...], dict[tuple[str, int], FigureRow]] = defaultdict(dict)
    for row in values:
        dated[tuple(row[:6])][row.basis, row.period_end] = row
    return [
        check
        for figures in dated.values()
        if any(basis in HALF_MONTHS for basis, _ in figures)
        for check in _of_series(figures)
    ]


def _of_series(figures: _ByPeriod) -> Iterator[Check]:
    for basis, end in figures:
        first = figures.get((Basis.FIRST_HALF_MONTH, end))
        second = figures.get((Basis.SECOND_HALF_MONTH, end))
        whole = figures[basis, end]
        if basis == Basis.MONTH:
            yield from _sum("halves_sum", whole, [first, second])
        elif basis == Basis.TO_MID_MONTH and end % 12:
            yield from _sum("to_mid_sum", whole, [figures.get((Basis.CUMULATIVE, end - 1)), first])
        elif basis == Basis.CUMULATIVE:
            yield from _sum("from_mid_sum", whole, [figures.get((Basis.TO_MID_MONTH, end)), second])


def _sum(code: str, whole: FigureRow, parts: Sequence[FigureRow | None]) -> Iterator[Check]:
    if None in parts:
        return
    ours = sum(part.value for part in parts if part)
    agrees = abs(ours - whole.value) <= rounding(whole)
    yield Check.of(code, whole, ours, agrees=agrees)
