"""How warnings come about: the figures are looked at, more closely where a rule asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.progress import remaining
from desktop.analysis.targets import annual, in_force
from desktop.analysis.warnings.backtest import RuleRecord, backtest, months_between
from desktop.analysis.warnings.dependence import dependence
from desktop.analysis.warnings.origin import looked_into
from desktop.analysis.warnings.revised import compared_since, lately, moved_lately, revised
from desktop.analysis.warnings.subjects import EXPORTS, main_items, single_markets
from desktop.analysis.warnings.watch import Beside, watch
from desktop.figures.catalogue import aggregates, items
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.received import DueReturn
from desktop.figures.series import NATIONAL, Flow, Measure, Series
from desktop.figures.silence import Silence
from desktop.figures.target import Target
from desktop.figures.vintage import Vintage
from desktop.figures.warning_rules import RulesInForce, WarningRules
from desktop.workflow.kept_revisions import KeptRevisions
from desktop.workflow.seeing import Ask, Scene

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.results import Overview, Progress
    from desktop.analysis.rows import Amounts
    from desktop.analysis.warnings.results import EarlyWarning, WarningsReport
    from desktop.analysis.warnings.sight import Sight


@dataclass(frozen=True, eq=False)
class Evidence:
    """What there is to judge by: an archive as of a vintage, the rules, and what stands beside.

    `overview` are the figures that an overview is made of: of two years where a month is judged, of
    all where many are. What `history` gives of some series is of all years. `due` asks for what is
    expected by `today`.
    """

    targets: Callable[[], Sequence[Target]]
    vintage: Vintage
    ask: Ask
    lay: Callable[[pd.DataFrame, Amounts], Book | None]
    overview: pd.DataFrame
    in_force: RulesInForce
    silences: Sequence[Silence]
    due: Callable[[], Sequence[DueReturn]]
    today: date
    revised: KeptRevisions

    @property
    def rules(self) -> WarningRules:
        """The rules themselves."""
        return self.in_force.rules

    def history(self, few: Sequence[Series]) -> pd.DataFrame:
        """Give every release of some series since ever, and of some others."""
        items, markets = ({getattr(s, name) for s in few} for name in ("item", "market"))
        return self.ask(
            items=tuple(sorted(items)), markets=tuple(sorted(markets)), measures=(Measure.VALUE,),
            split_by_both=False, provinces=(NATIONAL,), every_release=True,
        )  # fmt: skip


def report(by: Evidence, overview: Overview) -> WarningsReport:
    """Give every warning as of the overview's month."""
    through = overview.through
    scene = Scene(by.ask, by.lay, by.overview, (through, through), of_two_years=True)
    _look_closer(scene, by.rules, [through])
    sight = scene.sight(through)
    newest = through == max(overview.months, default=through)
    beside = Beside(
        required_growth=overview.exports.required_growth,
        required_usd=overview.exports.required_monthly,
        due=by.due() if newest and by.rules.late.active else (),
        today=by.today,
        revisions=_lately_revised(by, sight),
        nothing_required=_nothing_required(overview.exports),
    )
    told = watch(sight, by.rules, beside, by.silences)
    if farther := scene.look_back():
        sight.look_again(farther)
        told = watch(sight, by.rules, beside, by.silences)
    return replace(told, judged_by=by.in_force)


def _nothing_required(exports: Progress) -> str:
    """Why no growth is required of the months left; of no account where one is."""
    if exports.target is None:
        return "no_target"
    if not exports.months_left:
        return "year_over"
    return "target_reached" if exports.required_monthly == 0 else "no_base"


def tried(
    by: Evidence, overview: Overview, first: Month | None, last: Month | None
) -> tuple[RuleRecord, ...]:
    """Try the rules in every month from a first to a last one, on what is known of it today.

    Revisions are those that the releases hold.
    """
    start, months = _to_try(overview, first, last)
    scene = Scene(by.ask, by.lay, by.overview, (start, overview.through))
    _look_closer(scene, by.rules, months)
    everything = scene.sight(overview.through)
    told = _revisions(by, everything)
    targets = by.targets()

    def warned(month: Month) -> tuple[EarlyWarning, ...]:
        sight = everything.at(month)
        growth, usd = _required(sight, targets)
        revisions = [w for w in told or () if w.through == month]
        beside = Beside(required_growth=growth, required_usd=usd, revisions=revisions)
        return watch(sight, by.rules, beside).warnings

    outcomes = {year: _missed(everything, targets, year) for year in overview.years}
    missed = {year: outcome for year, outcome in outcomes.items() if outcome is not None}
    return backtest(everything, months, warned, missed)


def _to_try(
    overview: Overview, first: Month | None, last: Month | None
) -> tuple[Month, list[Month]]:
    """From the second year held, unless there is but one; `Refused` where no month is left."""
    oldest, newest = Month(overview.years[0], 1), overview.through
    start = max(first or min(oldest + MONTHS_PER_YEAR, Month(newest.year, 1)), oldest)
    months = list(months_between(start, min(last or newest, newest)))
    if not months:
        asked, held = f"{first or oldest}..{last or newest}", f"{oldest}..{newest}"
        raise Refused(Finding(Severity.ERROR, "no_months_to_try", found=asked, expected=held))
    return start, months


def _look_closer(scene: Scene, rules: WarningRules, months: Sequence[Month]) -> None:
    """Fetch items by market: of the markets depended on, and of imports that may pass through."""
    sight = scene.sight(max(months))
    goods = list(main_items(sight.series, items(Flow.EXPORT)))
    markets = list(single_markets(sight.series, aggregates()))
    wanted = {rules.origin.market} if rules.origin.active else set()
    if rules.dependence.active:
        for month in months:
            found = dependence(sight.at(month), rules.dependence, markets, ())
            wanted |= {warning.series.market for warning in found}
    if wanted:
        scene.look_closer(Flow.EXPORT, markets=sorted(wanted))
    if rules.origin.active:
        fast = _growing(scene.sight(max(months)), rules, months, goods)
        if fast:
            scene.look_closer(Flow.IMPORT, items=sorted(fast))


def _growing(
    sight: Sight, rules: WarningRules, months: Sequence[Month], goods: Sequence[Series]
) -> set[str]:
    """Items whose exports to the watched market grow as the rule asks, in any month."""
    every = map(sight.at, months)
    return {g.item for seen in every for g in goods if looked_into(seen, rules.origin, g)}


def _lately_revised(by: Evidence, sight: Sight) -> tuple[EarlyWarning, ...] | None:
    """Tell the unusual revisions of late, of the totals and of the large items; None without any.

    Of those that were revised lately by enough to be told, all releases are looked at.
    """
    if _are_few(by):
        return None
    rule, through = by.rules.revision, sight.through

    def find() -> Iterable[EarlyWarning]:
        few = moved_lately(by.overview, _examined(by, sight), rule, through)
        since = compared_since(through)
        return revised(by.history(few), few, rule, since=since) if few else ()

    return lately(by.revised.of(by.overview, (through, rule), find), through, rule)


def _revisions(by: Evidence, sight: Sight) -> list[EarlyWarning] | None:
    """Tell all unusual revisions, of the totals and of the large items; None without releases."""
    if _are_few(by):
        return None
    rule, figures = by.rules.revision, by.overview
    return [
        warning
        for one in _examined(by, sight)
        for warning in by.revised.of(figures, (one, rule), partial(revised, figures, [one], rule))
    ]


def _are_few(by: Evidence) -> bool:
    return bool(by.overview["reported_on"].nunique() <= by.rules.revision.fewest)


def _examined(by: Evidence, sight: Sight) -> Iterator[Series]:
    yield from (EXPORTS, Series(Flow.IMPORT))
    least = by.rules.revision.least_base * 10**9
    for item in main_items(sight.series, items(Flow.EXPORT)):
        held = sight.between(item, sight.through - (MONTHS_PER_YEAR - 1), sight.through)
        if held and held.value >= least:
            yield item


def _required(sight: Sight, targets: Sequence[Target]) -> tuple[float | None, float | None]:
    """What the year's target asks of the months left, as growth and each month on average."""
    through = sight.through
    wanted = _annual(sight, targets, through.year)
    now = sight.between(EXPORTS, Month(through.year, 1), through)
    if wanted is None or now is None or through.number == MONTHS_PER_YEAR:
        return None, None
    last = (through + 1 - MONTHS_PER_YEAR, Month(through.year - 1, MONTHS_PER_YEAR))
    base = sight.between(EXPORTS, *last)
    rest = remaining(wanted, now.value, through.number, base and base.value)
    return rest.growth, rest.monthly


def _missed(sight: Sight, targets: Sequence[Target], year: int) -> bool | None:
    wanted = _annual(sight, targets, year)
    whole = sight.between(EXPORTS, Month(year, 1), Month(year, MONTHS_PER_YEAR))
    return None if wanted is None or whole is None else whole.value < wanted


def _annual(sight: Sight, targets: Sequence[Target], year: int) -> int | None:
    base = sight.between(EXPORTS, Month(year - 1, 1), Month(year - 1, MONTHS_PER_YEAR))
    return annual(in_force(targets, flow=Flow.EXPORT, year=year), base and base.value).low
