"""Months under the wrong heading: another month's content, or two columns that changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

import numpy as np

from desktop.analysis.history import (
    MEASURE,
    History,
    Line,
    Span,
    month_span,
    span_of,
    spans_to_date,
)
from desktop.analysis.laid import Laid
from desktop.analysis.tolerances import is_detail
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import TRADE, Flow, Measure

_MONTH, _VALUE = Basis.MONTH.value, Measure.VALUE.value
_FEW = 8
"""Fewer figures say nothing about a whole column."""
_MOST = 0.8
"""Share of the figures that must speak for another month."""
_BETTER = 3
"""How many times nearer the other month must be, in the middle of all figures."""
_NEAR = 0.02
"""How near it must be then: a fiftieth of the figure."""
_REPEATED = 0.6
"""Share of figures that are another month's, digit for digit; stale cells are few."""
_BACK = range(1, MONTHS_PER_YEAR + 1)
"""How many months before the newest another month may lie."""


class Told(NamedTuple):
    """A column whose content is another month's: its first figure, that month, how many say so.

    `exchanged` where the column of that month holds this one's figures in turn.
    """

    row: FigureRow
    month: int
    figures: int
    exchanged: bool = False


class _Figure(NamedTuple):
    """A figure of a column, what the return tells of the same subject, and what was told of it."""

    row: FigureRow
    beside: Mapping[Span, FigureRow]
    line: Line


def other_months(own: Laid, history: History) -> Iterator[Told]:
    """Find the columns of the newest month that the archive says are another month's."""
    lines = history.lines(own.subjects)
    for flow in TRADE:
        newest = _newest(own, flow)
        if len(newest) < _FEW:
            continue
        figures = [_Figure(row, own.figures[number], lines[number]) for row, number in newest]
        alike = _alike(newest, own, history)
        repeated = _repeated(figures) if alike >= _FEW else None
        if found := _exchanged(figures) or repeated or _shifted(figures):
            yield found


def _alike(newest: Sequence[tuple[FigureRow, int]], own: Laid, history: History) -> int:
    """How many figures at most are those of one other month."""
    levels, _ = history.levels()
    levels.lay_out()
    lines = np.array([*history.numbers(own.subjects[number] for _, number in newest)], np.int64)
    values = np.array([row.value for row, _ in newest], np.float64)
    spans = [month_span(newest[0][0].period_end - back) for back in _BACK]
    return max(levels.alike(lines, values, spans), default=0)


def _newest(own: Laid, flow: Flow) -> Sequence[tuple[FigureRow, int]]:
    """The values above zero of the newest month, each with the number of its subject.

    What is split by item and by market is left out, where enough is not: it says the same.
    """
    ours = [subject[0] == flow and subject[MEASURE] == _VALUE for subject in own.subjects]
    months = [span[0] == _MONTH for span in own.spans]
    placed = zip(own.rows, own.lines, own.columns, strict=True)
    column = [(row, n) for row, n, c in placed if ours[n] and months[c] and row.value > 0]
    newest = max([row.period_end for row, _ in column], default=0)
    rows = [pair for pair in column if pair[0].period_end == newest]
    wholes = [pair for pair in rows if not is_detail(pair[0])]
    return wholes if len(wholes) >= _FEW else rows


def _repeated(figures: Sequence[_Figure]) -> Told | None:
    """The figures are those of another month, digit for digit."""
    first = figures[0].row
    newest = first.period_end
    spans = [month_span(newest - back) for back in _BACK]
    alike = Counter(
        back
        for row, _, line in figures
        for back, past in enumerate(map(line.told, spans), 1)
        if past and past.value == row.value
    )
    for back, count in alike.most_common(1):
        told = sum(figure.line.told(month_span(newest - back)) is not None for figure in figures)
        if count >= _FEW and count >= _REPEATED * told:
            return Told(first, newest - back, count)
    return None


def _exchanged(figures: Sequence[_Figure]) -> Told | None:
    """What the archive has of the month before stands under the newest one, and not under it.

    Where an office's first figures are estimates, two months in a row lie nearer to each other
    than an estimate to its own revision: there nobody could tell, and nothing is said.
    """
    first = figures[0].row
    span = month_span(first.period_end - 1)
    errors = (
        (abs(before.value / told.value - 1), abs(row.value / told.value - 1))
        for row, beside, line in figures
        if (before := beside.get(span)) and (told := line.told(span)) and told.value > 0
    )
    count = _for_another(errors, len(figures))
    return Told(first, first.period_end - 1, count, exchanged=True) if count else None


def _shifted(figures: Sequence[_Figure]) -> Told | None:
    """The year to date, less the month, is the archive's of another month than the one before."""
    first = figures[0].row
    before = first.period_end - 1
    steps: list[_Step] | None = None
    for shift in (1, -1):
        if (before + shift) // MONTHS_PER_YEAR != before // MONTHS_PER_YEAR:
            continue
        steps = list(_steps(figures, before)) if steps is None else steps
        if count := _for_another(_shift(steps, before + shift), len(steps)):
            return Told(first, first.period_end + shift, count)
    return None


class _Step(NamedTuple):
    """A year to date as printed, what it was before the month by this return, and as told then."""

    line: Line
    cumulative: int
    ours: int
    said: int


def _steps(figures: Sequence[_Figure], before: int) -> Iterator[_Step]:
    names = spans_to_date(before)
    for row, beside, line in figures:
        said = line.told(*names)
        cumulative = None if said is None else _own_to_date(row, beside)
        if said is not None and cumulative is not None:
            yield _Step(line, cumulative, cumulative - row.value, said.value)


def _shift(steps: Iterable[_Step], end: int) -> Iterator[tuple[float, float]]:
    """How far each is from what was told of the month before, and of another month."""
    names = spans_to_date(end)
    for step in steps:
        if other := step.line.told(*names):
            far = abs(step.ours - step.said), abs(step.ours - other.value)
            yield far[0] / step.cumulative, far[1] / step.cumulative


def _for_another(errors: Iterable[tuple[float, float]], most: int) -> int:
    """How many figures speak for another month, where they decide it; else 0.

    Of `most` figures at most an error is told; when too many speak against it, no more is asked.
    """
    found: list[tuple[float, float]] = []
    against = 0
    for pair in errors:
        found.append(pair)
        against += pair[1] >= pair[0]
        if most - against < _MOST * most:
            return 0
    if len(found) < _FEW:
        return 0
    nearer = len(found) - against
    said, other = (median(pair[n] for pair in found) for n in (0, 1))
    decided = nearer >= _MOST * len(found) and other <= _NEAR and other * _BETTER < said
    return nearer if decided else 0


def _own_to_date(row: FigureRow, beside: Mapping[Span, FigureRow]) -> int | None:
    """The year to date that the return prints beside a month, of more than that month."""
    for span in spans_to_date(row.period_end):
        found = beside.get(span)
        if found and span_of(found) != span_of(row) and found.value > 0:
            return found.value
    return None
