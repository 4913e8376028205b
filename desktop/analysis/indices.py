"""Indices of industry held against what the office's earlier books printed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from desktop.analysis.held_against import Held
from desktop.analysis.history import (
    History,
    Own,
    is_to_date,
    month_span,
    span_of,
    spans_to_date,
    subject_of,
)
from desktop.figures.figure import FigureRow
from desktop.figures.reading import Check
from desktop.figures.series import SCALE, Flow

TO_DATE = "to_date"
"""Any basis that begins in January."""
_AGAIN = {True: math.log(1.06), False: math.log(2)}
"""How far an index printed again may lie from itself: a year to date, a month.

Measured on the office's books of 2011-2025: years to date by at most 5.2 %; a month once by 90 %.
"""
_MADE_OF = 3 * SCALE
"""Points by which a year to date may lie outside the one held before and its month: 2.6 at most."""


def between(value: int, bounds: Sequence[int]) -> int:
    """The nearest that a value may be to itself within bounds."""
    return min(max(value, min(bounds)), max(bounds))


def indices_held(rows: Sequence[FigureRow], own: Own, history: History) -> Iterator[Held]:
    """Hold each index against the same one as printed before, or what it is made of."""
    for row in rows:
        if row.flow != Flow.INDUSTRY or row.value <= 0:
            continue
        span = span_of(row)
        long = is_to_date(span) and row.period_start < row.period_end
        names = spans_to_date(row.period_end) if long else (span,)
        if (past := history.told(subject_of(row), *names)) and past.value > 0:
            agrees = abs(math.log(row.value / past.value)) <= _AGAIN[long]
            yield Held(_check("index_again", row, past.value, agrees=agrees), row, past)
        elif long:
            yield from _made_of(row, own, history)


def _made_of(row: FigureRow, own: Own, history: History) -> Iterator[Held]:
    """A year to date lies between the one before it, as held here, and its month."""
    subject, end = subject_of(row), row.period_end
    month = own.get((subject, month_span(end)))
    before = spans_to_date(end - 1)
    past = history.told(subject, *before)
    if month is None or past is None or any((subject, span) in own for span in before):
        return
    ours = between(row.value, (month.value, past.value))
    agrees = abs(row.value - ours) <= _MADE_OF
    yield Held(_check("index_to_date_by_archive", row, ours, agrees=agrees), row, past)


def _check(code: str, row: FigureRow, ours: int, *, agrees: bool) -> Check:
    about = f"{row.flow} · {row.label}"
    return Check(code, about, row.sheet, row.cell, row.value, ours, agrees, True, row.unit)
