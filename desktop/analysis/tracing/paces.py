"""How a flow keeps pace: its yardsticks, and any month (``exports@2025-09.required``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.analysis.tracing import compared, flows, read
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.results import MonthPoint
    from desktop.analysis.tracing.inquiry import Inquiry, Subject
    from desktop.analysis.tracing.trace import Said
    from desktop.analysis.yardstick_results import Yardstick

MONTH_MARK = "@"
_USD, _FRACTION, _POINTS = TraceUnit.USD, TraceUnit.FRACTION, TraceUnit.POINTS
MonthTracer = Callable[["Inquiry", "Subject", "MonthPoint"], Trace]


def path_high(asked: Inquiry, about: Subject) -> Trace:
    """Where the path to the upper end of a range stands."""
    stick = _sticks(asked, about, "path")
    what = said(N_("Path of {subject} to {month}, upper end"), subject=about.named,
                month=asked.through)  # fmt: skip
    inputs = flows.target_high(asked, about), flows.season_share(asked, about)
    found = stick.against_high if stick else None
    return _weighed(what, found, _USD, N_("the target, as much of it as the path has"), *inputs)


def share_asked(asked: Inquiry, about: Subject) -> Trace:
    """The share of the target that the path has by then."""
    what = said(N_("Share of the target of {subject} asked for by {month}"), subject=about.named,
                month=asked.through)  # fmt: skip
    inputs = flows.path(asked, about), flows.target(asked, about)
    return compared.over(what, *inputs, said(N_("the path over the target")))


def growth_ahead(asked: Inquiry, about: Subject) -> Trace:
    """How far growth is from the growth that the target means: to the nearer end of a range."""
    inputs = compared.growth(asked, about), flows.target_growth(asked, about)
    return _ahead(asked, about, "growth", _POINTS, inputs)


def share_ahead(asked: Inquiry, about: Subject) -> Trace:
    """How far the share of the target is from that of the path: to the nearer end of a range."""
    inputs = flows.share_of_target(asked, about), share_asked(asked, about)
    return _ahead(asked, about, "share", _POINTS, inputs)


def path_ahead(asked: Inquiry, about: Subject) -> Trace:
    """How far the cumulative is from the path: to the nearer end of a range."""
    inputs = compared.value(asked, about), flows.path(asked, about)
    return _ahead(asked, about, "path", _USD, inputs)


def usual_revision(asked: Inquiry, about: Subject) -> Trace:
    """By how much such an estimate is usually revised, as its own releases tell."""
    what = said(N_("Usual revision of {subject} to {month}"), subject=about.named,
                month=asked.through)  # fmt: skip
    formula = N_("the mean of earlier revisions; the triangle of revisions has each of them")
    value = asked.progress(about.code).revision
    return _weighed(what, value, _FRACTION, formula, compared.value(asked, about))


def tet_loss(asked: Inquiry, about: Subject) -> Trace:
    """What Tết takes from a month that holds all of it, as the past years tell."""
    season = asked.progress(about.code).season
    held = season.holiday if season else None
    what = said(N_("What Tết takes from a month of {subject}"), subject=about.named)
    formula = N_("the median of the years that shape the path, by where Tết fell in them")
    years = flows.season_share(asked, about).inputs
    return _weighed(what, held.loss if held else None, _FRACTION, formula, *years)


def best_month(asked: Inquiry, about: Subject) -> Trace:
    """The best month on record."""
    best = asked.progress(about.code).best_month
    return read.month_alone(asked.book, about, best.month if best else asked.through)


def _sticks(asked: Inquiry, about: Subject, name: str) -> Yardstick | None:
    held = asked.progress(about.code).yardsticks
    return getattr(held, name) if held else None


def _ahead(
    asked: Inquiry, about: Subject, name: str, unit: TraceUnit, inputs: tuple[Trace, Trace]
) -> Trace:
    stick = _sticks(asked, about, name)
    what = said(N_("How far {subject} is ahead by {month}"), subject=about.named,
                month=asked.through)  # fmt: skip
    formula = N_("the first less the second; of a range, less its nearer end")
    return _weighed(what, stick.difference if stick else None, unit, formula, *inputs)


def _weighed(
    what: Said, value: float | None, unit: TraceUnit, formula: str, *inputs: Trace
) -> Trace:
    return Trace(what, value, unit, Kind.WEIGHED, said(formula), inputs)


OF_A_FLOW: Mapping[str, Callable[[Inquiry, Subject], Trace]] = {
    "path_high": path_high,
    "share_asked": share_asked,
    "growth_ahead": growth_ahead,
    "share_ahead": share_ahead,
    "path_ahead": path_ahead,
    "usual_revision": usual_revision,
    "best_month": best_month,
    "tet_loss": tet_loss,
}


def month_traced(asked: Inquiry, about: Subject, text: str, number: str) -> Trace | None:
    """Give a number of one month of the year that is shown; None where there is none such."""
    months = asked.progress(about.code).months
    point = next((p for p in months if str(p.month) == text), None)
    tracer = OF_A_MONTH.get(number)
    return tracer(asked, about, point) if point and tracer else None


def _value(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    return read.month_alone(asked.book, about, point.month)


def _last_year(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    return read.month_as_base(asked.book, about, point.month - MONTHS_PER_YEAR)


def _cumulative(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    return read.cumulative(asked.book, about, point.month)


def _cumulative_before(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    return read.cumulative(asked.book, about, point.month - MONTHS_PER_YEAR)


def _growth(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(N_("Growth of {subject} in {month}"), about, point.month)
    inputs = _value(asked, about, point), _last_year(asked, about, point)
    return compared.grown(what, *inputs)


def _growth_printed(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    return read.month_growth_printed(asked.book, about, point.month)


def _growth_to_date(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = compared.growth_to_date(about, point.month)
    inputs = _cumulative(asked, about, point), _cumulative_before(asked, about, point)
    return compared.grown(what, *inputs)


def _path(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(N_("Path of {subject} to {month}"), about, point.month)
    formula = N_("the target, as much of it as the path has by then")
    inputs = flows.target(asked, about), flows.season_share(asked, about)
    return _weighed(what, point.path, _USD, formula, *inputs)


def _gap(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(N_("Gap of {subject} to the path, {month}"), about, point.month)
    inputs = _cumulative(asked, about, point), _path(asked, about, point)
    return flows.less(what, *inputs, said(N_("the cumulative less the path")))


def _path_share(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(
        N_("Share of the year that the path gives {subject} in {month}"), about, point.month
    )
    season = asked.progress(about.code).season
    found = season.shares[point.month - season.start] if season and season.shares else None
    formula = N_("the share by this month less that by the month before, of the same years")
    inputs = flows.season_share(asked, about).inputs
    return _weighed(what, None if found is None else float(found), _FRACTION, formula, *inputs)


def _difference(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(
        N_("{subject} in {month}: what its cumulatives hold beyond it"), about, point.month
    )
    now, alone = _cumulative(asked, about, point), _value(asked, about, point)
    inputs: tuple[Trace, ...] = (now, alone)
    if point.month.number > 1:
        inputs = (now, read.cumulative(asked.book, about, point.month - 1), alone)
    known = [trace.value for trace in inputs if trace.value is not None]
    found = known[0] - sum(known[1:]) if len(known) == len(inputs) else None
    formula = said(N_("the step between two cumulatives, less the month as it stands"))
    return Trace(what, found, _USD, Kind.LESS, formula, inputs)


def _required(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(N_("Required of {subject} in {month}"), about, point.month)
    formula = N_("what is still missing, as the path spreads it over the months left")
    inputs = flows.rest(asked, about), flows.season_share(asked, about)
    return _weighed(what, point.required, _USD, formula, *inputs)


def _required_growth(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(N_("Growth required of {subject} in {month}"), about, point.month)
    inputs = _required(asked, about, point), _last_year(asked, about, point)
    return compared.grown(what, *inputs)


def _average_growth(asked: Inquiry, about: Subject, point: MonthPoint) -> Trace:
    what = _named(N_("Growth that the required average means in {month}"), about, point.month)
    inputs = flows.required_monthly(asked, about), _last_year(asked, about, point)
    return compared.grown(what, *inputs)


def _named(text: str, about: Subject, month: Month) -> Said:
    return said(text, subject=about.named, month=month)


OF_A_MONTH: Mapping[str, MonthTracer] = {
    "value": _value,
    "last_year": _last_year,
    "growth": _growth,
    "growth_printed": _growth_printed,
    "cumulative": _cumulative,
    "cumulative_last_year": _cumulative_before,
    "growth_to_date": _growth_to_date,
    "path": _path,
    "gap": _gap,
    "path_share": _path_share,
    "difference": _difference,
    "required": _required,
    "required_growth": _required_growth,
    "average_growth": _average_growth,
}
