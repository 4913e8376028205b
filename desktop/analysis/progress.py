"""How one flow stands against the year's target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.analysis import spreading
from desktop.analysis.growth import all_of, difference, growth, share, usd
from desktop.analysis.months import Course, points
from desktop.analysis.results import Progress, Reason
from desktop.analysis.status_rules import Standing, at_revision, judge
from desktop.analysis.yardsticks import months_beside, yardsticks
from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.lines import Line
    from desktop.analysis.season import Season
    from desktop.analysis.targets import Annual
    from desktop.analysis.yardstick_results import BestMonth
    from desktop.figures.series import Flow


@dataclass(frozen=True, slots=True)
class Case:
    """One flow's figures for a question: this year's and last year's lines, target and season.

    `newest` is the number of the year's newest month with a figure of either flow, 0 for none;
    `revision` how far an estimated cumulative is usually revised (a fraction), None for unknown.
    """

    flow: Flow
    through: Month
    this: Line
    last: Line
    annual: Annual
    season: Season
    newest: int
    best: BestMonth | None = None
    revision: float | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """What the months left must bring: in all (thousandths), on average (USD), and as growth."""

    total: int | None
    monthly: float | None
    growth: float | None


def progress(case: Case) -> Progress:
    """Give everything that is said about one flow."""
    number, this, last, annual = case.through.number, case.this, case.last, case.annual
    to_date = this.to_date[number - 1]
    cumulative = to_date and to_date.value
    base, base_year = last.cumulative_values[number - 1], last.cumulative_values[-1]
    rest = remaining(annual.low, cumulative, number, difference(base_year, base))
    course = _course(case, rest)
    path = course.path_at(number)
    printed = this.growth_printed[number - 1]
    standing = _standing(case, course)
    status, reason = judge(standing)
    months = this.month_values[:number]
    found = Progress(
        flow=case.flow,
        year=this.year,
        through=case.through,
        cumulative=usd(cumulative),
        cumulative_origin=to_date and to_date.origin,
        cumulative_status=to_date and to_date.status,
        cumulative_source=to_date and to_date.source,
        sum_of_months=usd(all_of(months)),
        base_cumulative=usd(base),
        base_year=usd(base_year),
        growth=growth(cumulative, base),
        growth_printed=printed and printed[0],
        growth_printed_source=printed and printed[1],
        target=annual.target,
        target_usd=usd(annual.low),
        target_high_usd=usd(annual.high),
        target_growth=growth(annual.low, base_year),
        share_of_target=share(cumulative, annual.low),
        phasing=case.season.kind,
        phasing_years=case.season.years,
        season=case.season,
        path=usd(path),
        gap=usd(difference(cumulative, path)),
        months_left=MONTHS_PER_YEAR - number,
        monthly_average=None if cumulative is None else usd(cumulative) / number,
        required_monthly=rest.monthly,
        required_growth=rest.growth,
        status=status,
        reason=reason,
        months=points(this, last, course, case.newest),
        missing_months=tuple(
            Month(this.year, n) for n, value in enumerate(months, 1) if value is None
        ),
    )
    return _beside(found, case, standing, course)


def _beside(found: Progress, case: Case, standing: Standing, course: Course) -> Progress:
    """Add what stands beside the status: yardsticks, months, record, and what an estimate means."""
    number, last = case.through.number, case.last.cumulative_values
    on_estimate = found.cumulative_status is Status.ESTIMATE
    revision = case.revision if on_estimate else None
    return replace(
        found,
        yardsticks=yardsticks(standing, found.growth, last[-1]),
        beside_path=months_beside(found.year, case.this.month_values[:number], course.path),
        best_month=case.best,
        on_estimate=on_estimate,
        revision=revision,
        if_revised=None if revision is None else at_revision(standing, revision),
    )


def _standing(case: Case, course: Course) -> Standing:
    number = case.through.number
    return Standing(
        through=number,
        any_figure=bool(case.this.held()),
        any_target=case.annual.target is not None,
        cumulative=case.this.cumulative_values[number - 1],
        target=case.annual.low,
        path=course.path_at(number),
        target_high=case.annual.high,
        path_high=course.path_high[number - 1] if course.path_high else None,
        no_path=case.season.why_no_path,
        no_base=_no_base(case),
    )


def _no_base(case: Case) -> Reason:
    """Say why a target of growth has no value: its base is not held, or comes to nothing."""
    target, base = case.annual.target, case.last.cumulative_values[-1]
    known = target is not None and target.base_as_of is None and base is not None
    return Reason.BASE_NOT_POSITIVE if known else Reason.NO_BASE


def remaining(
    target: int | None, cumulative: int | None, through: int, base_rest: int | None
) -> Rest:
    """Say what the months after `through` (1-12) must bring to reach the target.

    Args:
        target: The annual value in thousandths.
        cumulative: January to `through` in thousandths.
        through: Number of the last month that counts.
        base_rest: The same remaining months of last year, in thousandths.
    """
    left = MONTHS_PER_YEAR - through
    if target is None or cumulative is None or not left:
        return Rest(None, None, None)
    if cumulative >= target:
        return Rest(0, 0.0, None)
    rest = target - cumulative
    return Rest(rest, usd(rest) / left, growth(rest, base_rest))


def _course(case: Case, rest: Rest) -> Course:
    through, shares = case.through.number, case.season.shares
    if shares is None:
        return Course(through, None, None, rest.monthly)
    path = None if case.annual.low is None else spreading.path(case.annual.low, shares)
    needed = None if rest.total is None else spreading.required(rest.total, shares, through)
    high = None if case.annual.high is None else spreading.path(case.annual.high, shares)
    return Course(through, path, needed, rest.monthly, high)
