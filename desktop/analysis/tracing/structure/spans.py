"""One series in a window of months, and the small sums that traces of structure are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Window
from desktop.analysis.tracing import read
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said, said_to_date
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.tracing.inquiry import Subject
    from desktop.analysis.tracing.trace import Said

SPANS = {
    Window.TO_DATE: N_("January to {month}"),
    Window.MONTH: N_("{month} alone"),
    Window.ROLLING_12: N_("12 months to {month}"),
}


def span(window: Window, end: Month) -> Said:
    """Name the months of a window."""
    if window is Window.TO_DATE:
        return said_to_date(SPANS[window], N_("{month}"), end)
    return said(SPANS[window], month=end)


def of_series(book: Book, about: Subject, window: Window, end: Month) -> Trace:
    """What a series came to in a window that ends with a month.

    The last twelve months are the year to date and the year before, less its own year to date.
    """
    if window is Window.MONTH:
        return read.month_as_base(book, about, end)
    to_date = read.explained(book, about, end)
    if window is Window.TO_DATE or end.number == MONTHS_PER_YEAR:
        return to_date
    before = read.cumulative(book, about, Month(end.year - 1, MONTHS_PER_YEAR))
    less = read.cumulative(book, about, end - MONTHS_PER_YEAR)
    both = added(
        said(N_("{subject}: {year} and the year to date after it"),
             subject=about.named, year=end.year - 1),
        (to_date, before),
    )  # fmt: skip
    what = said(N_("{subject}, {span}"), subject=about.named, span=span(window, end))
    formula = said(N_("the year before and the year to date, less that year's same months"))
    return less_all(what, both, [less], formula)


def added(what: Said, inputs: Sequence[Trace], formula: Said | None = None) -> Trace:
    """Add up what is known; not known where nothing is, or where one of the inputs is not."""
    known = [part.value for part in inputs if part.value is not None]
    value = sum(known) if known and len(known) == len(inputs) else None
    told = formula or said(N_("added up"))
    return Trace(what, value, TraceUnit.USD, Kind.SUM, told, tuple(inputs))


def less_all(what: Said, whole: Trace, parts: Iterable[Trace], formula: Said) -> Trace:
    """Take parts from a whole."""
    inputs = (whole, *parts)
    known = [part.value for part in inputs if part.value is not None]
    value = known[0] - sum(known[1:]) if len(known) == len(inputs) else None
    return Trace(what, value, whole.unit, Kind.LESS, formula, inputs)


def in_unit(trace: Trace, unit: TraceUnit) -> Trace:
    """Say what a tree counts: quantities are read as amounts are."""
    inputs = tuple(in_unit(part, unit) for part in trace.inputs)
    return replace(trace, unit=unit, inputs=inputs)
