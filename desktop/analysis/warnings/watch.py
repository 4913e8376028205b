"""Every rule applied to what can be seen: the warnings, the gravest first, silenced ones last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.analysis.warnings.dependence import dependence
from desktop.analysis.warnings.falling import falling
from desktop.analysis.warnings.late import late
from desktop.analysis.warnings.origin import origin
from desktop.analysis.warnings.path import path
from desktop.analysis.warnings.price_volume import price_volume
from desktop.analysis.warnings.results import EarlyWarning, Gravity, WarningsReport
from desktop.analysis.warnings.stocks import stocks
from desktop.analysis.warnings.subjects import EXPORTS, main_items, single_markets
from desktop.figures.catalogue import aggregates, items
from desktop.figures.received import DueReturn
from desktop.figures.series import WORLD, Flow, Measure
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.analysis.warnings.sight import Sight
    from desktop.figures.warning_rules import WarningRules

_GRAVEST = tuple(reversed(Gravity))


@dataclass(frozen=True, slots=True)
class Beside:
    """What the rules need beside the figures.

    `required_growth` and `required_usd` are what the target asks of the months left; `due` the
    returns that are expected by `today`; `revisions` the warnings about revisions, which are told
    from the releases. None of them is known where it is left out; `nothing_required` says why no
    growth is required.
    """

    required_growth: float | None = None
    required_usd: float | None = None
    due: Sequence[DueReturn] = ()
    today: date | None = None
    revisions: Sequence[EarlyWarning] | None = None
    nothing_required: str = "no_target"


def watch(
    sight: Sight, rules: WarningRules, beside: Beside, silences: Iterable[Silence] = ()
) -> WarningsReport:
    """Apply the rules to the figures that are seen."""
    found = list(_found(sight, rules, beside))
    kept = tuple(silences)
    told = [replace(w, silence=_silence(w, kept, sight)) for w in found]
    return WarningsReport(
        through=sight.through,
        warnings=tuple(sorted(told, key=_order)),
        unheard=tuple(_unheard(sight, rules, beside)),
    )


def _found(sight: Sight, rules: WarningRules, beside: Beside) -> Iterable[EarlyWarning]:
    goods = list(main_items(sight.series, items(Flow.EXPORT)))
    markets = list(single_markets(sight.series, aggregates()))
    if rules.falling.active:
        yield from falling(sight, rules.falling, [EXPORTS, *goods, *markets])
    if rules.dependence.active:
        yield from dependence(sight, rules.dependence, markets, goods)
    if rules.stocks.active:
        yield from stocks(sight, rules.stocks)
    if rules.price_volume.active:
        yield from price_volume(sight, rules.price_volume, goods)
    if rules.origin.active:
        yield from origin(sight, rules.origin, goods, aggregates())
    if rules.revision.active and beside.revisions:
        yield from beside.revisions
    if rules.path.active:
        yield from path(sight, rules.path, beside.required_growth, beside.required_usd)
    if rules.late.active and beside.today:
        yield from late(beside.due, rules.late, beside.today)


def _silence(w: EarlyWarning, silences: Sequence[Silence], sight: Sight) -> Silence | None:
    """The newest silence on a warning that reaches to the month it is seen from."""
    theirs = [
        s
        for s in silences
        if (s.rule, s.subject) == (w.rule, w.subject) and s.since <= sight.through <= s.until
    ]
    return max(theirs, key=lambda s: s.number, default=None)


def _order(w: EarlyWarning) -> tuple[bool, int, int, float, str]:
    by_excess = -w.size / w.threshold if w.threshold else -w.size
    rank = tuple(Rule).index(w.rule)
    return (w.silence is not None, _GRAVEST.index(w.gravity), rank, by_excess, w.subject)


def _unheard(sight: Sight, rules: WarningRules, beside: Beside) -> Iterable[tuple[Rule, str]]:
    """Say which active rules the figures held cannot answer."""
    split = [s for s in sight.series if s.market != WORLD]
    if rules.dependence.active and not any(s.flow is Flow.EXPORT for s in split):
        yield Rule.DEPENDENCE, "no_markets"
    if rules.stocks.active and not sight.indices:
        yield Rule.STOCKS, "no_indices"
    if rules.price_volume.active and all(s.measure is not Measure.QUANTITY for s in sight.series):
        yield Rule.PRICE_VOLUME, "no_quantities"
    if rules.origin.active and not any(s.flow is Flow.IMPORT for s in split):
        yield Rule.ORIGIN, "no_imports_by_item"
    if rules.revision.active and beside.revisions is None:
        yield Rule.REVISION, "no_revisions"
    if rules.path.active and beside.required_growth is None:
        yield Rule.PATH, beside.nothing_required
    if rules.late.active and not beside.due:
        yield Rule.LATE, "nothing_due"
