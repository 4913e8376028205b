"""Where the figures to date of a target were read: those of the part that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.groupings import Dimension
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.target import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Structure
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.figure import Source

    Held = tuple[Scope, float | None, tuple[Source, ...]]
    """What is held of a scope to date, and the cells that it was read from."""

_SAME = 1.0  # US dollar: what adding floats may lose on the way, and no return prints


def sources_of(
    target: TargetProgress, overview: Overview, structure: Structure | None
) -> tuple[Source, ...]:
    """Give the cells that a target's figure to date was read from; none where that is not sure.

    A target of a fiscal year, a province or an item within a market has figures of its own, which
    neither overview nor structure holds.
    """
    for scope, value, sources in (*_totals(overview), *_parts(overview), *_groups(structure)):
        if scope == target.scope and None not in (value, target.cumulative):
            assert value is not None
            assert target.cumulative is not None
            return sources if abs(value - target.cumulative) < _SAME else ()
    return ()


def _totals(overview: Overview) -> Iterator[Held]:
    flows = (overview.exports, overview.imports)
    both = tuple(_one(flow.cumulative_source) for flow in flows)
    for flow, sources in zip(flows, both, strict=True):
        yield Scope(flow.flow), flow.cumulative, sources
    yield Scope(Flow.BALANCE), overview.balance.cumulative, (*both[0], *both[1])


def _parts(overview: Overview) -> Iterator[Held]:
    for item in overview.items:
        yield Scope(Flow.EXPORT, item.code), item.value, _one(item.source)
    for market in overview.markets:
        yield Scope(Flow.EXPORT, TOTAL, market.code), market.value, _one(market.source)


def _groups(structure: Structure | None) -> Iterator[Held]:
    for split in structure.groupings if structure else ():
        for group in split.parts:
            by_item = split.dimension is Dimension.ITEM
            item, market = (group.code, WORLD) if by_item else (TOTAL, group.code)
            yield Scope(split.flow, item, market), group.value, tuple(group.sources)


def _one(source: Source | None) -> tuple[Source, ...]:
    return (source,) if source else ()
