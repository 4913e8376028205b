"""What a release told: ``item:COFFEE@2025-03.released_2025-06-06``, with what it was made of.

How far a figure moved from one release to another is named by both days:
``item:COFFEE@2025-03.revised_2025-04-06_2025-06-06``.

A release is a cell of the revision triangle: a month, or January to it (``to_date_released_…``), as
it stood on the day of a return, in value or (``quantity_released_…``) in quantity.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis.lines import laid_out
from desktop.analysis.rows import QUANTITIES, VALUES
from desktop.analysis.tracing import read
from desktop.analysis.tracing.inquiry import Subject
from desktop.analysis.tracing.structure.spans import in_unit, less_all
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said, said_to_date
from desktop.figures.month import Month
from desktop.figures.series import Flow, Measure, Series
from desktop.figures.series_names import BALANCE, series_name, series_named
from desktop.figures.wording import N_

if TYPE_CHECKING:
    import pandas as pd

_NAME = re.compile(
    r"(?P<series>.+)@(?P<month>\d{4}-(?:0[1-9]|1[0-2]))\."
    r"(?P<measure>quantity_)?(?P<basis>to_date_)?"
    r"(?:released_|revised_(?P<first>\d{4}-\d{2}-\d{2})_)(?P<day>\d{4}-\d{2}-\d{2})"
)


class Asked(NamedTuple):
    """A release that is asked about. `series` are those of exports and imports for a balance.

    Of a revision `day` is that of the later release and `first` that of the earlier one.
    """

    series: tuple[Series, ...]
    month: Month
    to_date: bool
    day: date
    first: date | None = None


def release_name(
    series: Series | None, month: Month, day: date, *, cumulative: bool
) -> str:  # fmt: skip
    """Name a release of a series, of the balance for None."""
    return f"{_about(series, month, cumulative=cumulative)}released_{day}"


def revision_name(
    series: Series | None, month: Month, first: date, last: date, *, cumulative: bool
) -> str:
    """Name how far a figure moved between the releases of two days."""
    return f"{_about(series, month, cumulative=cumulative)}revised_{first}_{last}"


def _about(series: Series | None, month: Month, *, cumulative: bool) -> str:
    return f"{series_name(series)}@{month}.{basis_words(series, cumulative=cumulative)}"


def basis_words(series: Series | None, *, cumulative: bool) -> str:
    """Give the words before a number's own: what of the series, and from when, it is."""
    quantity = series is not None and series.measure is Measure.QUANTITY
    return ("quantity_" if quantity else "") + ("to_date_" if cumulative else "")


def series_in(found: re.Match[str]) -> tuple[Series, ...]:
    """The series that a name of revisions is about: two for a balance; none where it is unknown."""
    measure = Measure.QUANTITY if found["measure"] else Measure.VALUE
    if found["series"].strip().casefold() == BALANCE:
        return Series(Flow.EXPORT, measure), Series(Flow.IMPORT, measure)
    one = series_named(found["series"], measure)
    return (one,) if one else ()


def release_asked(name: str) -> Asked | None:
    """Read the name of a release; None for any other name."""
    found = _NAME.fullmatch(name.strip())
    series = series_in(found) if found else ()
    if found is None or not series:
        return None
    try:
        day = date.fromisoformat(found["day"])
        first = date.fromisoformat(found["first"]) if found["first"] else None
    except ValueError:
        return None
    return Asked(series, Month.parse(found["month"]), bool(found["basis"]), day, first)


def release_traced(figures: pd.DataFrame, asked: Asked) -> Trace | None:
    """Give a release with all that it was made of; None where nothing was told by that day.

    `figures` are rows with `FIGURE_COLUMNS`, every release of the series.
    """
    if asked.first is None:
        return _released(figures, asked)
    later, earlier = (
        _released(figures, asked._replace(day=day, first=None)) for day in (asked.day, asked.first)
    )
    return _revision(later, earlier, asked) if later and earlier else None


def _revision(later: Trace, earlier: Trace, asked: Asked) -> Trace | None:
    """Give the later figure less the earlier one, as a fraction of the earlier without its sign."""
    if not earlier.value or later.value is None:
        return None
    what = said(N_("Revision from {first} to {day}"), first=asked.first, day=asked.day)
    value = (later.value - earlier.value) / abs(earlier.value)
    if earlier.value > 0:
        formula = said(N_("the later figure over the earlier one, less 1"))
        return Trace(
            what, value, TraceUnit.FRACTION, Kind.GROWTH, formula, (later, earlier), None,
            later.status,
        )  # fmt: skip
    sized = Trace(
        said(N_("{told}, without its sign"), told=earlier.what), -earlier.value, earlier.unit,
        Kind.WEIGHED, said(N_("the figure without its sign")), (earlier,), None, earlier.status,
    )  # fmt: skip
    formula = said(N_("the later figure less the earlier one, over the earlier without its sign"))
    return Trace(
        what, value, TraceUnit.FRACTION, Kind.CHANGE_OVER, formula, (later, earlier, sized), None,
        later.status,
    )  # fmt: skip


def _released(figures: pd.DataFrame, asked: Asked) -> Trace | None:
    by_then = figures[figures["reported_on"] <= asked.day.isoformat()]
    told = [_told(by_then, series, asked) for series in asked.series]
    if any(trace.value is None for trace in told):
        return None
    what = said(N_("{told}, as it stood on {day}"), told=told[0].what, day=asked.day)
    if len(told) == 1:
        return replace(told[0], what=what)
    alone = N_("Trade balance in {month}")
    text = N_("Trade balance, January to {month}") if asked.to_date else alone
    what = said(
        N_("{told}, as it stood on {day}"), told=said_to_date(text, alone, asked.month),
        day=asked.day,
    )  # fmt: skip
    return less_all(what, told[0], told[1:], said(N_("exports less imports")))


def _told(figures: pd.DataFrame, series: Series, asked: Asked) -> Trace:
    amounts = QUANTITIES if series.measure is Measure.QUANTITY else VALUES
    about = Subject(series_name(series), series)
    book = laid_out(figures, amounts=amounts)
    if book is None:
        return read.unknown(read.to_date(about, asked.month))
    from_january = asked.to_date or asked.month.number == 1
    tracer = read.cumulative if from_january else read.month_alone
    trace = tracer(book, about, asked.month)
    return in_unit(trace, TraceUnit.NUMBER) if amounts is QUANTITIES else trace
