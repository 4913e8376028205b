"""Indices of industry held against what the office's earlier books printed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from desktop.analysis.held_against import Held
from desktop.analysis.history import (
    History,
    Line,
    Span,
    is_to_date,
    month_span,
    spans_to_date,
)
from desktop.analysis.laid import Laid
from desktop.figures.figure import FigureRow
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


def indices_held(own: Laid, history: History) -> Iterator[Held]:
    """Hold each index against the same one as printed before, or what it is made of."""
    lines = [
        line if subject[0] == Flow.INDUSTRY and line.number >= 0 else None
        for subject, line in zip(own.subjects, history.lines(own.subjects), strict=True)
    ]
    long = [is_to_date(span) and span[1] < span[2] for span in own.spans]
    for row, number, column in zip(own.rows, own.lines, own.columns, strict=True):
        line = lines[number]
        if line is None or row.value <= 0:
            continue
        names = spans_to_date(row.period_end) if long[column] else (own.spans[column],)
        if (past := line.told(*names)) and past.value > 0:
            agrees = abs(math.log(row.value / past.value)) <= _AGAIN[long[column]]
            yield Held("index_again", row, past.value, past, agrees)
        elif long[column]:
            yield from _made_of(row, own.figures[number], line)


def _made_of(row: FigureRow, figures: Mapping[Span, FigureRow], line: Line) -> Iterator[Held]:
    """A year to date lies between the one before it, as held here, and its month."""
    month = figures.get(month_span(row.period_end))
    before = spans_to_date(row.period_end - 1)
    past = line.told(*before)
    if month is None or past is None or not figures.keys().isdisjoint(before):
        return
    ours = between(row.value, (month.value, past.value))
    agrees = abs(row.value - ours) <= _MADE_OF
    yield Held("index_to_date_by_archive", row, ours, past, agrees)
