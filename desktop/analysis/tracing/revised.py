"""Revisions: how far a figure has moved since it was first released, and both releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.revisions import Release, triangle
from desktop.analysis.tracing import read
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said, said_to_date
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.tracing.inquiry import Inquiry, Subject
    from desktop.analysis.tracing.trace import Said

_TO_DATE = N_("Revision of {subject}, January to {month}, since it was first released")
_ALONE = N_("Revision of {subject} in {month} since it was first released")
_RELEASED = N_("{subject} as released on {day}")
_INFERRED = N_("worked out from the cumulatives of that day")


def cumulative(asked: Inquiry, about: Subject) -> Trace:
    """How far January to the month has moved."""
    return _revision(asked, about, _TO_DATE, to_date=True)


def month(asked: Inquiry, about: Subject) -> Trace:
    """How far the month alone has moved."""
    return _revision(asked, about, _ALONE, to_date=False)


def _revision(asked: Inquiry, about: Subject, text: str, *, to_date: bool) -> Trace:
    what = said_to_date(text, _ALONE, asked.through, subject=about.named)
    rows = triangle(asked.figures, about.series, cumulative=to_date).rows
    row = next((row for row in rows if row.month == asked.through), None)
    if row is None:
        return read.unknown(what, TraceUnit.FRACTION)
    inputs = _release(about, row.latest), _release(about, row.first)
    formula = said(N_("the newest release over the first, less 1"))
    first = row.first.value
    found = row.latest.value / first - 1 if first else None
    return Trace(what, found, TraceUnit.FRACTION, Kind.GROWTH, formula, inputs)


def _release(about: Subject, told: Release) -> Trace:
    what = said(_RELEASED, subject=about.named, day=told.reported_on)
    remark: Said | None = None
    if told.origin is not CumulativeOrigin.PRINTED:
        remark = said(_INFERRED)
    return Trace(
        what, told.value, TraceUnit.USD, source=told.source, status=told.status, remark=remark
    )
