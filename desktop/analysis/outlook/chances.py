"""The chance of each target in force, and of all of them at once, on the joint paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook.bands import chance, of_landing, of_paths
from desktop.analysis.outlook.results import TargetChance, Unsaid
from desktop.analysis.targets.scopes import sides, whole_of
from desktop.figures.groupings import Dimension, members_of
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.outlook.ground import Ground
    from desktop.analysis.outlook.paths import Paths
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.target import Scope, Target

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The chance of each target, and on which paths (paths) each that has one is met."""

    chances: tuple[TargetChance, ...]
    met: Mapping[Target, NDArray[np.bool_]]


def chances(progresses: Sequence[TargetProgress], ground: Ground) -> Told:
    """Tell the chance of each target."""
    found, met = [], {}
    for progress in progresses:
        outcome = _outcome(progress, ground)
        low, high = _asked(progress)
        if isinstance(outcome, Unsaid) or low is None:
            unsaid = outcome if isinstance(outcome, Unsaid) else Unsaid.NO_VALUE
            found.append(TargetChance(progress.target, low, high, None, None, None, unsaid))
            continue
        found.append(_told(progress.target, low, high, outcome, ground))
        met[progress.target] = outcome >= low
    return Told(tuple(found), met)


def _asked(progress: TargetProgress) -> tuple[float | None, float | None]:
    target = progress.target
    if not target.is_share:
        return progress.low, progress.high
    return target.low, target.high if target.high > target.low else None


def _told(
    target: Target, low: float, high: float | None, outcome: Array, ground: Ground
) -> TargetChance:
    landing = ground.law(target.flow) if _is_landing(target, ground) else None
    if landing is not None:
        above = None if high is None else landing.chance(high)
        return TargetChance(target, low, high, landing.chance(low), above, of_landing(landing))
    above = None if high is None else chance(outcome, high)
    return TargetChance(target, low, high, chance(outcome, low), above, of_paths(outcome))


def _is_landing(target: Target, ground: Ground) -> bool:
    """Say whether it is about a total's calendar year, whose law is known without paths."""
    traded = target.scope.is_total and target.flow is not Flow.BALANCE
    return traded and target.is_of_year(ground.through.year)


def _outcome(progress: TargetProgress, ground: Ground) -> Array | Unsaid:
    """Give what the target's months come to on each path, US dollars or the share."""
    target = progress.target
    if target.end > ground.december:
        return Unsaid.OTHER_MONTHS
    if target.is_share:
        return _share(target, ground)
    added = _sides(target, target.scope, ground)
    if isinstance(added, Unsaid):
        return added
    if progress.elapsed and progress.cumulative is None:
        return Unsaid.NO_VALUE
    return (progress.cumulative or 0.0) + added[1]


def _share(target: Target, ground: Ground) -> Array | Unsaid:
    if not target.is_calendar_year:
        return Unsaid.OTHER_MONTHS
    part = _sides(target, target.scope, ground)
    whole = _sides(target, whole_of(target.scope), ground)
    if isinstance(part, Unsaid):
        return part
    if isinstance(whole, Unsaid):
        return whole
    return (part[0] + part[1]) / (whole[0] + whole[1])


def _sides(target: Target, scope: Scope, ground: Ground) -> tuple[float, Array] | Unsaid:
    """Give what is known of a scope this year, and what each path adds to the target's months."""
    known, added = 0.0, np.zeros(1)
    for side in sides(scope):
        one = _side(target, side, ground)
        if isinstance(one, Unsaid):
            return one
        sign = -1 if scope.flow is Flow.BALANCE and side.flow is Flow.IMPORT else 1
        known, added = known + sign * one[0], added + sign * one[1]
    return known, added


def _side(target: Target, scope: Scope, ground: Ground) -> tuple[float, Array] | Unsaid:
    paths = ground.paths.get(scope.flow)
    if paths is None:
        return Unsaid.NO_LANDING
    if scope.is_total:
        return paths.known, _months(target, paths, ground)
    if scope.province != NATIONAL:
        return Unsaid.NOT_SPLIT
    if target.end != ground.december or target.start > ground.through:
        return Unsaid.OTHER_MONTHS
    return _part(scope, ground)


def _part(scope: Scope, ground: Ground) -> tuple[float, Array] | Unsaid:
    items, markets = (
        sorted(members_of(code, ground.december)) for code in (scope.item, scope.market)
    )
    if scope.item != TOTAL and scope.market != WORLD:
        within = ground.inside.get(scope.flow)
        return (within and within.of(items, markets)) or Unsaid.NO_PART
    by_item = scope.market == WORLD
    parts = ground.parts_of(scope.flow, Dimension.ITEM if by_item else Dimension.MARKET)
    return (parts and parts.of(items if by_item else markets)) or Unsaid.NO_PART


def _months(target: Target, paths: Paths, ground: Ground) -> Array:
    """Sum the months left that lie in the target's period; a revision only of a period to date."""
    if target.end == ground.december and target.start <= ground.through:
        return paths.rest
    months = range(1, paths.months.shape[1] + 1)
    inside = [n - 1 for n in months if target.start <= ground.through + n <= target.end]
    return np.asarray(paths.months[:, inside].sum(axis=1))
