"""Months under the wrong heading: another month's content, or two columns that changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from desktop.analysis.history import (
    History,
    Own,
    Subject,
    month_span,
    span_of,
    spans_to_date,
    subject_of,
)
from desktop.analysis.tolerances import is_detail
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import TRADE, Measure

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


class Told(NamedTuple):
    """A column whose content is another month's: its first figure, that month, how many say so.

    `exchanged` where the column of that month holds this one's figures in turn.
    """

    row: FigureRow
    month: int
    figures: int
    exchanged: bool = False


def other_months(rows: Sequence[FigureRow], own: Own, history: History) -> Iterator[Told]:
    """Find the columns of the newest month that the archive says are another month's."""
    for flow in TRADE:
        columns = [row for row in rows if row.basis == _MONTH and row.flow == flow and _speaks(row)]
        newest = max([row.period_end for row in columns], default=0)
        newest_ones = _telling([row for row in columns if row.period_end == newest])
        found = (
            _exchanged(newest_ones, own, history)
            or _repeated(newest_ones, history)
            or _shifted(newest_ones, own, history)
        )
        if found:
            yield found


def _speaks(row: FigureRow) -> bool:
    return row.measure == _VALUE and row.value > 0


def _telling(rows: Sequence[FigureRow]) -> Sequence[FigureRow]:
    """Leave out what is split by item and by market, where enough is not: it says the same."""
    wholes = [row for row in rows if not is_detail(row)]
    return wholes if len(wholes) >= _FEW else rows


def _repeated(rows: Sequence[FigureRow], history: History) -> Told | None:
    """The figures are those of another month, digit for digit."""
    if len(rows) < _FEW:
        return None
    newest = rows[0].period_end
    spans = [month_span(newest - back) for back in range(1, MONTHS_PER_YEAR + 1)]
    values = [row.value for row in rows]
    known = list(zip(values, history.each(map(subject_of, rows), spans), strict=True))
    alike = Counter(
        back
        for value, pasts in known
        for back, past in enumerate(pasts, 1)
        if past is not None and past.value == value
    )
    for back, count in alike.most_common(1):
        told = sum(bool(pasts and pasts[back - 1]) for _, pasts in known)
        if count >= _FEW and count >= _REPEATED * told:
            return Told(rows[0], newest - back, count)
    return None


def _exchanged(rows: Sequence[FigureRow], own: Own, history: History) -> Told | None:
    """What the archive has of the month before stands under the newest one, and not under it.

    Where an office's first figures are estimates, two months in a row lie nearer to each other
    than an estimate to its own revision: there nobody could tell, and nothing is said.
    """
    if len(rows) < _FEW:
        return None
    span = month_span(rows[0].period_end - 1)
    subjects = [(subject_of(row), row) for row in rows]
    count = _for_another(
        (abs(before.value / told.value - 1), abs(row.value / told.value - 1))
        for subject, row in subjects
        if (before := own.get((subject, span)))
        and (told := history.told(subject, span))
        and told.value > 0
    )
    return Told(rows[0], rows[0].period_end - 1, count, exchanged=True) if count else None


def _shifted(rows: Sequence[FigureRow], own: Own, history: History) -> Told | None:
    """The year to date, less the month, is the archive's of another month than the one before."""
    if len(rows) < _FEW:
        return None
    before = rows[0].period_end - 1
    steps = list(_steps(rows, before, own, history))
    for shift in (1, -1):
        same_year = (before + shift) // MONTHS_PER_YEAR == before // MONTHS_PER_YEAR
        count = _for_another(_shift(steps, before + shift, history)) if same_year else 0
        if count:
            return Told(rows[0], rows[0].period_end + shift, count)
    return None


class _Step(NamedTuple):
    """A year to date as printed, what it was before the month by this return, and as told then."""

    subject: Subject
    cumulative: int
    ours: int
    said: int


def _steps(rows: Sequence[FigureRow], before: int, own: Own, history: History) -> Iterator[_Step]:
    names = spans_to_date(before)
    for row in rows:
        subject = subject_of(row)
        said = history.told(subject, *names)
        cumulative = None if said is None else _own_to_date(subject, row, own)
        if said is not None and cumulative is not None:
            yield _Step(subject, cumulative, cumulative - row.value, said.value)


def _shift(steps: Iterable[_Step], end: int, history: History) -> Iterator[tuple[float, float]]:
    """How far each is from what was told of the month before, and of another month."""
    names = spans_to_date(end)
    for step in steps:
        if other := history.told(step.subject, *names):
            far = abs(step.ours - step.said), abs(step.ours - other.value)
            yield far[0] / step.cumulative, far[1] / step.cumulative


def _for_another(errors: Iterable[tuple[float, float]]) -> int:
    """How many figures speak for another month, where they decide it; else 0."""
    found = list(errors)
    if len(found) < _FEW:
        return 0
    nearer = sum(other < said for said, other in found)
    said, other = (median(pair[n] for pair in found) for n in (0, 1))
    decided = nearer >= _MOST * len(found) and other <= _NEAR and other * _BETTER < said
    return nearer if decided else 0


def _own_to_date(subject: Subject, row: FigureRow, own: Own) -> int | None:
    """The year to date that the return prints beside a month, of more than that month."""
    for span in spans_to_date(row.period_end):
        found = own.get((subject, span))
        if found and span_of(found) != span_of(row) and found.value > 0:
            return found.value
    return None
