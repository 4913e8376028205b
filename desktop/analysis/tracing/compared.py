"""Growth, share and contribution of whatever is shown, from the figures they compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis import growth as fractions
from desktop.analysis.tracing import read
from desktop.analysis.tracing.inquiry import EXPORTS, Inquiry, Subject, subject
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said, said_to_date
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.tracing.trace import Said

_YEAR = MONTHS_PER_YEAR


def value(asked: Inquiry, about: Subject) -> Trace:
    """January to the month."""
    return read.explained(asked.book, about, asked.through)


def base(asked: Inquiry, about: Subject) -> Trace:
    """The same months of last year."""
    return read.explained(asked.book, about, asked.through - _YEAR)


def base_year(asked: Inquiry, about: Subject) -> Trace:
    """The whole of last year."""
    return read.cumulative(asked.book, about, Month(asked.through.year - 1, _YEAR))


def growth(asked: Inquiry, about: Subject) -> Trace:
    """Growth to date on last year's same months."""
    what = growth_to_date(about, asked.through)
    return grown(what, value(asked, about), base(asked, about))


def growth_to_date(about: Subject, month: Month) -> Said:
    """Name the growth from January to a month."""
    return said_to_date(
        N_("Growth of {subject}, January to {month}"), N_("Growth of {subject} in {month}"),
        month, subject=about.named,
    )  # fmt: skip


def grown(what: Said, now: Trace, before: Trace) -> Trace:
    """Growth of one number on another."""
    formula = said(N_("the first over the second, less 1: the same months of both years"))
    found = fractions.growth(now.value, before.value)
    return Trace(what, found, TraceUnit.FRACTION, Kind.GROWTH, formula, (now, before))


def printed(asked: Inquiry, about: Subject) -> Trace:
    """The growth that the return printed."""
    return read.growth_printed(asked.book, about, asked.through)


def share(asked: Inquiry, about: Subject) -> Trace:
    """Share of the total exports."""
    what = said_to_date(
        N_("Share of {subject} in all exports, January to {month}"),
        N_("Share of {subject} in all exports in {month}"),
        asked.through, subject=about.named,
    )  # fmt: skip
    part, whole = value(asked, about), value(asked, subject(EXPORTS))
    return over(what, part, whole, said(N_("the part over the whole")))


def over(what: Said, part: Trace, whole: Trace, formula: Said) -> Trace:
    """One number over another."""
    found = fractions.share(part.value, whole.value)
    return Trace(what, found, TraceUnit.FRACTION, Kind.OVER, formula, (part, whole))


def contribution(asked: Inquiry, about: Subject) -> Trace:
    """Points of the growth of total exports."""
    what = said_to_date(
        N_("Contribution of {subject} to the growth of exports, January to {month}"),
        N_("Contribution of {subject} to the growth of exports in {month}"),
        asked.through, subject=about.named,
    )  # fmt: skip
    inputs = value(asked, about), base(asked, about), base(asked, subject(EXPORTS))
    formula = said(N_("the change since last year, over last year's total of exports"))
    now, before, whole = (part.value for part in inputs)
    found = fractions.share(fractions.difference(now, before), whole)
    return Trace(what, found, TraceUnit.POINTS, Kind.CHANGE_OVER, formula, inputs)
