"""A scenario applied to the joint paths: landing, chances, required average, sectors, markets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import growth
from desktop.analysis.outlook import bands
from desktop.analysis.outlook.chances import chances
from desktop.analysis.outlook.levers import shortfall_factor
from desktop.analysis.outlook.paths import Paths
from desktop.analysis.outlook.required import ASKED
from desktop.analysis.outlook.scenario_results import (
    Assumed,
    ChanceShift,
    FlowShift,
    PartShift,
    PartsShift,
    RequiredShift,
)
from desktop.analysis.outlook.shocked import Changes, changed
from desktop.analysis.outlook.together import joint
from desktop.figures.groupings import Dimension, members_of
from desktop.figures.series import TRADE, WORLD, Flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.outlook.ground import Ground
    from desktop.analysis.outlook.parted import PartPaths
    from desktop.analysis.outlook.results import Band, Joint, Outlook
    from desktop.analysis.results import Overview
    from desktop.figures.scenario import Scenario

    Array = NDArray[np.float64]

_WATCHED = "US"
"""The market on which every item's dependence is told, where a scenario is about no other one."""


def assumed(ground: Ground, outlook: Outlook, overview: Overview, scenario: Scenario) -> Assumed:
    """Say what a scenario would change of an outlook that was told from a ground."""
    by_flow = {flow: [s for s in scenario.shocks if s.flow is flow] for flow in TRADE}
    found = {
        flow: changed(ground, flow, shocks, scenario.since)
        for flow, shocks in by_flow.items()
        if shocks and flow in ground.paths
    }
    after = _moved(ground, found)
    untold = tuple(s for f, shocks in by_flow.items() if f not in found for s in shocks)
    on = _dependence_on(scenario)
    told, together = _chances(outlook, overview, after)
    return Assumed(
        scenario=scenario,
        year=outlook.year,
        flows=tuple(_flow_shift(flow, outlook, after) for flow in TRADE if flow in ground.paths),
        balance=_balance(outlook, after),
        chances=told,
        joint=(outlook.joint, together) if outlook.joint and together else None,
        required=_required(ground, outlook, after, found),
        parts=tuple(_parts(parts, found, ground, on) for parts in ground.parts),
        dependence_on=on,
        dependence=_dependence_of_all(ground, on),
        unheard=(*untold, *(s for c in found.values() for s in c.unheard)),
        undiverted=tuple(s for c in found.values() for s in c.undiverted),
        too_late=scenario.since > ground.december,
    )  # fmt: skip


def _moved(ground: Ground, found: Mapping[Flow, Changes]) -> Ground:
    """Give the ground with every path changed, the parts and the cells along with the whole."""
    paths = {
        flow: _moved_paths(one, found[flow]) if flow in found else one
        for flow, one in ground.paths.items()
    }
    parts = tuple(
        replace(p, added=p.added + _of(found[p.flow], p)) if p.flow in found else p
        for p in ground.parts
    )
    inside = {
        flow: replace(one, added=one.added + found[flow].cells) if flow in found else one
        for flow, one in ground.inside.items()
    }
    return replace(ground, paths=paths, parts=parts, inside=inside, assumed=frozenset(found))


def _moved_paths(paths: Paths, changes: Changes) -> Paths:
    """Spread what changes over the months that it counts in, by their size."""
    late = np.where(changes.late, paths.months, 0.0)
    whole = late.sum(axis=1)
    share = late / np.where(whole > 0, whole, 1.0)[:, None]
    months = paths.months + share * changes.total[:, None]
    return Paths(paths.known, months, paths.year + changes.total)


def _of(changes: Changes, parts: PartPaths) -> Array:
    return changes.items if parts.dimension is Dimension.ITEM else changes.markets


def _flow_shift(flow: Flow, outlook: Outlook, after: Ground) -> FlowShift:
    told = outlook.flow(flow)
    before = told.band or bands.of_paths(after.paths[flow].year)
    if flow not in after.assumed:
        return FlowShift(flow, before, before, told.growth, told.fan)
    band = bands.of_paths(after.paths[flow].year)
    fan = bands.fan(after.paths[flow], after.through)
    return FlowShift(flow, before, band, growth(band.median, told.base), fan)


def _balance(outlook: Outlook, after: Ground) -> tuple[Band, Band] | None:
    if outlook.balance is None:
        return None
    sold, bought = (after.paths[flow].year for flow in TRADE)
    moved = bands.of_paths(sold - bought) if after.assumed else outlook.balance.band
    return outlook.balance.band, moved


def _chances(
    outlook: Outlook, overview: Overview, after: Ground
) -> tuple[tuple[ChanceShift, ...], Joint | None]:
    told = chances(overview.targets, after)
    before = {c.target: c.chance for c in outlook.chances}
    shifts = tuple(
        ChanceShift(c.target, c.low, earlier, c.chance)
        for c in told.chances
        if c.chance is not None and c.low is not None
        and (earlier := before.get(c.target)) is not None
    )  # fmt: skip
    return shifts, joint(told.chances, told.met)


def _required(
    ground: Ground, outlook: Outlook, after: Ground, found: Mapping[Flow, Changes]
) -> RequiredShift | None:
    headline, paths = outlook.headline, ground.paths.get(Flow.EXPORT)
    left = 0 if paths is None else paths.months.shape[1]
    if paths is None or not left or headline is None or headline.low is None:
        return None
    moved = after.paths[Flow.EXPORT]
    hit = found[Flow.EXPORT].hit if Flow.EXPORT in found else 0.0
    untouched = paths.rest - hit
    return RequiredShift(
        max(headline.low - paths.known, 0.0) / left,
        float(np.median(paths.rest)) / left,
        float(np.median(moved.rest)) / left,
        tuple(shortfall_factor(untouched, headline.low - moved.year, chance) for chance in ASKED),
    )


def _parts(
    parts: PartPaths, found: Mapping[Flow, Changes], ground: Ground, market: str
) -> PartsShift:
    change = _of(found[parts.flow], parts) if parts.flow in found else np.zeros_like(parts.added)
    before = parts.known + np.median(parts.added, axis=1)
    after = parts.known + np.median(parts.added + change, axis=1)
    by_item = parts.dimension is Dimension.ITEM
    share = _dependence(ground, parts, market) if by_item else {}
    shifts = [
        PartShift(code, float(old), float(new), share.get(code))
        for code, old, new in zip((*parts.codes, ""), before, after, strict=True)
    ]
    shifts.sort(key=lambda s: (-abs(s.change), -s.before, s.code))
    return PartsShift(parts.flow, parts.dimension, tuple(shifts))


def _dependence_on(scenario: Scenario) -> str:
    """Name the market that a scenario is about; the watched one where it is about several."""
    named = {s.market for s in scenario.shocks if s.market != WORLD}
    only = next(iter(named)) if len(named) == 1 else _WATCHED
    return only if members_of(only) == {only} else _WATCHED


def _dependence(ground: Ground, parts: PartPaths, market: str) -> dict[str, float]:
    within = ground.inside.get(parts.flow)
    if within is None or market not in within.markets:
        return {}
    whole = dict(zip(parts.codes, parts.known, strict=False))
    here = within.column == within.markets.index(market)
    return {
        within.items[row]: float(known / whole[within.items[row]])
        for row, known in zip(within.row[here], within.known[here], strict=True)
        if whole[within.items[row]] > 0
    }


def _dependence_of_all(ground: Ground, market: str) -> float | None:
    parts, paths = ground.parts_of(Flow.EXPORT, Dimension.MARKET), ground.paths.get(Flow.EXPORT)
    if parts is None or paths is None or market not in parts.codes or paths.known <= 0:
        return None
    return float(parts.known[parts.codes.index(market)] / paths.known)
