"""Months and growth of a return held against what its sender said before."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.analysis import tolerances
from desktop.analysis.history import (
    MEASURE,
    History,
    Own,
    Past,
    Span,
    Subject,
    is_to_date,
    month_span,
    span_of,
    spans_to_date,
    subject_of,
)
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
    """A check, the row it is about, and the earlier figure it goes by."""

    check: Check
    row: FigureRow
    past: Past


def months_held(rows: Sequence[FigureRow], own: Own, history: History) -> Iterator[Held]:
    """Hold each month against the step between two years to date, this one and the archive's.

    The office revises earlier months inside the year to date. Where the return prints what the
    month before became, that much of the step is explained; the rest may be as large as revisions
    usually are (`tolerances.revision`).
    """
    for row in rows:
        if row.period_start == row.period_end or row.measure not in _LEVELS:
            continue
        span = span_of(row)
        if row.flow not in TRADE or not _steps(span):
            continue
        subject = subject_of(row)
        month = own.get((subject, month_span(span[2])))
        if month is None or any((subject, s) in own for s in spans_to_date(span[2] - 1)):
            continue
        past = history.told(subject, *spans_to_date(span[2] - 1))
        if past and past.unit == row.unit:
            yield _stepped(row, month, past, _explained(subject, span[2], own, history))


def _steps(span: Span) -> bool:
    return span[1] < span[2] and is_to_date(span)


def _explained(subject: Subject, end: int, own: Own, history: History) -> int:
    """What the month before was revised by, as far as this return says it."""
    now = own.get((subject, month_span(end - 1)))
    before = history.told(subject, month_span(end - 1))
    return now.value - before.value if now and before else 0


def _stepped(row: FigureRow, month: FigureRow, past: Past, explained: int) -> Held:
    step = row.value - past.value
    ours = min((step, step - explained), key=lambda value: abs(value - month.value))
    gap = abs(ours - month.value)
    allowed = tolerances.revision(row, past.firmness) * max(row.value, past.value)
    agrees = gap <= max(allowed, tolerances.least(row))
    return Held(_check("month_by_cumulatives", month, ours, agrees=agrees), month, past)


def growth_held(rows: Sequence[FigureRow], own: Own, history: History) -> Iterator[Held]:
    """Hold each printed growth against growth on the archive's figure of a year before.

    The office's base is last year as revised since; ours is named, with its firmness.
    """
    for row in rows:
        measure = _GROWN.get(row.measure)
        if measure is None or row.basis == Basis.YEAR_FORECAST or row.value <= 0:
            continue
        subject = (*row[:MEASURE], measure, *row[MEASURE + 1 : 6])
        span = span_of(row)
        now, bases = own.get((subject, span)), _a_year_before(span)
        if now is None or now.value <= 0 or any((subject, base) in own for base in bases):
            continue
        past = history.told(subject, *bases)
        if past and past.value > 0 and past.unit == now.unit:
            yield _grown(row, now, past)


def _a_year_before(span: Span) -> tuple[Span, ...]:
    basis, start, end = span
    same = (basis, start - MONTHS_PER_YEAR, end - MONTHS_PER_YEAR)
    return spans_to_date(end - MONTHS_PER_YEAR) if is_to_date(span) else (same,)


def _grown(row: FigureRow, now: FigureRow, past: Past) -> Held:
    ours = round(_INDEX * now.value / past.value)
    months = now.period_end - now.period_start + 1
    allowed = tolerances.growth(now, past.firmness, months)
    agrees = ours > 0 and abs(math.log(row.value / ours)) <= allowed
    return Held(_check("growth_by_archive", row, ours, agrees=agrees), row, past)


def _check(code: str, row: FigureRow, ours: int, *, agrees: bool) -> Check:
    about = f"{row.flow} · {row.label}"
    return Check(code, about, row.sheet, row.cell, row.value, ours, agrees, True, row.unit)
