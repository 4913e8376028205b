"""The largest movements of a return: against last year, and against what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest

from desktop.analysis.history import History, Span, Subject, span_of, subject_of
from desktop.analysis.laid import Laid
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
    own: Laid,
    history: History,
    changed: Iterable[Change],
    doubted: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Mover, ...]:
    """Give the largest movements of values, by what they add to the total, largest first.

    Growth by itself would put the tiniest first. Only parts are ranked, no totals, and only the
    newest month, or its year to date where a return tells no month. `doubted` are cells that
    cannot be right: their movement is none.
    """
    parts = list(map(_is_part, own.subjects))
    since_last_year, lines = [], history.lines(own.subjects)
    for row, number in _newest_of(own, parts, doubted):
        before = _a_year_before(row)
        past = lines[number].told(before)
        told = past or own.figures[number].get(before)
        old = told.value if told else None
        if old is not None and old != row.value:
            since_last_year.append((row, old))
    revised = [
        (c.row, c.old_value)
        for c in changed
        if parts[own.numbers[subject_of(c.row)]] and (c.row.sheet, c.row.cell) not in doubted
    ]
    return (
        *_largest(since_last_year, MovedFrom.LAST_YEAR),
        *_largest(revised, MovedFrom.LAST_RELEASE),
    )


@lru_cache(maxsize=8192)
def _is_part(subject: Subject) -> bool:
    flow, measure, item, market, ownership, province = map(str, subject)
    if measure != Measure.VALUE or province != NATIONAL or flow not in TRADE:
        return False
    if ownership != Ownership.ALL or market in aggregates() or item == UNKNOWN:
        return False
    if item == TOTAL:
        return market != WORLD
    return not items(Flow(flow)).part_of(item)


def _newest_of(
    own: Laid, parts: Sequence[bool], doubted: frozenset[tuple[str, str]]
) -> list[tuple[FigureRow, int]]:
    """Parts of the newest month that any is told of; of its year to date where there is none.

    Each comes with the number of its subject.
    """
    found = [pair for pair in zip(own.rows, own.lines, strict=True) if parts[pair[1]]]
    if doubted:
        found = [pair for pair in found if (pair[0].sheet, pair[0].cell) not in doubted]
    newest = max([row.period_end for row, _ in found], default=None)
    latest = [pair for pair in found if pair[0].period_end == newest]
    by_basis = ([pair for pair in latest if pair[0].basis == basis] for basis in _BASES)
    return next(filter(None, by_basis), [])


def _a_year_before(row: FigureRow) -> Span:
    basis, start, end = span_of(row)
    return basis, start - MONTHS_PER_YEAR, end - MONTHS_PER_YEAR


def _largest(found: Iterable[tuple[FigureRow, int]], base: MovedFrom) -> list[Mover]:
    largest = nlargest(MOST, found, key=lambda pair: abs(pair[0].value - pair[1]))
    return [Mover(row, base, old) for row, old in largest]
