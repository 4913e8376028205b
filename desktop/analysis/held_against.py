"""Months and growth of a return held against what its sender said before."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.analysis import tolerances
from desktop.analysis.history import (
    MEASURE,
    History,
    Line,
    Past,
    Span,
    Subject,
    is_to_date,
    month_span,
    spans_to_date,
)
from desktop.analysis.laid import Laid
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.reading import Check
from desktop.figures.series import SCALE, TRADE, Measure

_GROWN = {
    Measure.GROWTH_VALUE.value: Measure.VALUE.value,
    Measure.GROWTH_QUANTITY.value: Measure.QUANTITY.value,
}
_LEVELS = frozenset(_GROWN.values())
_INDEX = 100 * SCALE


class Held(NamedTuple):
    """A figure held against what follows from an earlier one: `ours` from `past`."""

    code: str
    row: FigureRow
    ours: int
    past: Past
    agrees: bool

    @property
    def check(self) -> Check:
        """The same as it is told."""
        return Check.of(self.code, self.row, self.ours, agrees=self.agrees, with_archive=True)


def months_held(own: Laid, history: History) -> Iterator[Held]:
    """Hold each month against the step between two years to date, this one and the archive's.

    The office revises earlier months inside the year to date. Where the return prints what the
    month before became, that much of the step is explained; the rest may be as large as revisions
    usually are (`tolerances.revision`).
    """
    told = [
        line if subject[MEASURE] in _LEVELS and subject[0] in TRADE and line.number >= 0 else None
        for subject, line in zip(own.subjects, history.lines(own.subjects), strict=True)
    ]
    steps = [span[1] < span[2] and is_to_date(span) for span in own.spans]
    for row, number, column in zip(own.rows, own.lines, own.columns, strict=True):
        line = told[number]
        if line is None or not steps[column]:
            continue
        figures, before = own.figures[number], spans_to_date(row.period_end - 1)
        month = figures.get(month_span(row.period_end))
        if month is None or not figures.keys().isdisjoint(before):
            continue
        past = line.told(*before)
        if past and past.unit == row.unit:
            last = month_span(row.period_end - 1)
            yield _stepped(row, month, past, _explained(figures.get(last), line.told(last)))


def _explained(now: FigureRow | None, before: Past | None) -> int:
    """What the month before was revised by, as far as this return says it."""
    return now.value - before.value if now and before else 0


def _stepped(row: FigureRow, month: FigureRow, past: Past, explained: int) -> Held:
    step = row.value - past.value
    ours = min((step, step - explained), key=lambda value: abs(value - month.value))
    gap = abs(ours - month.value)
    allowed = tolerances.revision(row, past.firmness) * max(row.value, past.value)
    agrees = gap <= max(allowed, tolerances.least(row))
    return Held("month_by_cumulatives", month, ours, past, agrees)


def growth_held(own: Laid, history: History) -> Iterator[Held]:
    """Hold each printed growth against growth on the archive's figure of a year before.

    The office's base is last year as revised since; ours is named, with its firmness.
    """
    lines = history.lines(own.subjects)
    levels = [_level_of(subject, own, lines) for subject in own.subjects]
    bases = [_a_year_before(span) if span[0] != Basis.YEAR_FORECAST else () for span in own.spans]
    for row, number, column in zip(own.rows, own.lines, own.columns, strict=True):
        level = levels[number]
        if level is None or not bases[column] or row.value <= 0:
            continue
        figures, line = level
        now = figures.get(own.spans[column])
        if now is None or now.value <= 0 or not figures.keys().isdisjoint(bases[column]):
            continue
        past = line.told(*bases[column])
        if past and past.value > 0 and past.unit == now.unit:
            yield _grown(row, now, past)


def _level_of(
    subject: Subject, own: Laid, lines: Sequence[Line]
) -> tuple[Mapping[Span, FigureRow], Line] | None:
    """What has grown by a growth: as this return prints it, and as it was told before."""
    measure = _GROWN.get(str(subject[MEASURE]))
    if measure is None:
        return None
    level = (*subject[:MEASURE], measure, *subject[MEASURE + 1 :])
    number = own.numbers.get(level)
    if number is None or lines[number].number < 0:
        return None
    return own.figures[number], lines[number]


def _a_year_before(span: Span) -> tuple[Span, ...]:
    basis, start, end = span
    same = (basis, start - MONTHS_PER_YEAR, end - MONTHS_PER_YEAR)
    return spans_to_date(end - MONTHS_PER_YEAR) if is_to_date(span) else (same,)


def _grown(row: FigureRow, now: FigureRow, past: Past) -> Held:
    ours = round(_INDEX * now.value / past.value)
    months = now.period_end - now.period_start + 1
    allowed = tolerances.growth(now, past.firmness, months)
    agrees = ours > 0 and abs(math.log(row.value / ours)) <= allowed
    return Held("growth_by_archive", row, ours, past, agrees)
