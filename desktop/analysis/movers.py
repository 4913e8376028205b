"""The largest movements of a return: against last year, and against what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.analysis.history import History, Own, Span, span_of, subject_of
from desktop.figures.catalogue import aggregates, items
from desktop.figures.comparison import Change, MovedFrom, Mover
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import (
    NATIONAL,
    TOTAL,
    TRADE,
    UNKNOWN,
    WORLD,
    Flow,
    Measure,
    Ownership,
)

MOST = 8
"""So many of each kind are told."""
_BASES = (Basis.MONTH.value, Basis.CUMULATIVE.value)


def movers(
    rows: Sequence[FigureRow],
    own: Own,
    history: History,
    changed: Iterable[Change],
    doubted: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Mover, ...]:
    """Give the largest movements of values, by what they add to the total, largest first.

    Growth by itself would put the tiniest first. Only parts are ranked, no totals, and only the
    newest month, or its year to date where a return tells no month. `doubted` are cells that
    cannot be right: their movement is none.
    """
    since_last_year = []
    for row in _newest_of(rows, doubted):
        before = _a_year_before(row)
        past = history.told(subject_of(row), before)
        told = past or own.get((subject_of(row), before))
        old = told.value if told else None
        if old is not None and old != row.value:
            since_last_year.append(Mover(row, MovedFrom.LAST_YEAR, old))
    revised = [
        Mover(c.row, MovedFrom.LAST_RELEASE, c.old_value)
        for c in changed
        if _is_part(c.row) and (c.row.sheet, c.row.cell) not in doubted
    ]
    return (*_largest(since_last_year), *_largest(revised))


def _is_part(row: FigureRow) -> bool:
    if row.measure != Measure.VALUE or row.province != NATIONAL or row.flow not in TRADE:
        return False
    if row.ownership != Ownership.ALL or row.market in aggregates() or row.item == UNKNOWN:
        return False
    if row.item == TOTAL:
        return row.market != WORLD
    return not items(Flow(row.flow)).part_of(row.item)


def _newest_of(rows: Sequence[FigureRow], doubted: frozenset[tuple[str, str]]) -> list[FigureRow]:
    """Parts of the newest month that any is told of; of its year to date where there is none."""
    for end in sorted({row.period_end for row in rows}, reverse=True):
        latest = [
            row for row in rows
            if row.period_end == end and _is_part(row) and (row.sheet, row.cell) not in doubted
        ]  # fmt: skip
        if latest:
            by_basis = ([row for row in latest if row.basis == basis] for basis in _BASES)
            return next(filter(None, by_basis), [])
    return []


def _a_year_before(row: FigureRow) -> Span:
    basis, start, end = span_of(row)
    return basis, start - MONTHS_PER_YEAR, end - MONTHS_PER_YEAR


def _largest(found: Iterable[Mover]) -> list[Mover]:
    return sorted(found, key=lambda m: -abs(m.row.value - m.old_value))[:MOST]
