"""A table brought to another month: the month that an official says it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.returns.binding import Bound

_MOVED = frozenset({Basis.MONTH, Basis.CUMULATIVE})
_YEARS = 2
"""This year's and last year's; a table of more is a history, which no month is about."""


def shifted(bound: Sequence[Bound], asked: Collection[int], month: Month) -> list[Bound]:
    """Move the columns asked for so that the newest of each kind ends in the month.

    Months, years to date and the growth of either are kinds: a heading that was left as it stood
    last month is wrong alone. Quarters and years stay; so do columns of more than two years.
    """
    newest: dict[tuple[Basis, bool], Month] = {}
    spans: dict[tuple[Basis, bool], set[int]] = defaultdict(set)
    for b in bound:
        if b.period and not b.left_out and b.period.basis in _MOVED:
            kind = (b.period.basis, b.growth)
            newest[kind] = max(b.period.end, newest.get(kind, b.period.end))
            spans[kind].add(b.period.end.year)
    return [
        replace(b, period=_moved(b.period, month - newest[kind]))
        if b.number in asked
        and b.period
        and (kind := (b.period.basis, b.growth)) in newest
        and len(spans[kind]) <= _YEARS
        else b
        for b in bound
    ]


def _moved(period: Period, months: int) -> Period:
    end = period.end + months
    if period.basis is Basis.CUMULATIVE:
        return Period(Month(end.year, period.start.number), end, period.basis)
    return Period(period.start + months, end, period.basis)
