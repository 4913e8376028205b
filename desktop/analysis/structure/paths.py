"""Where each part should be by now: by its own target, or by the total's path in its share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.on_sight import Later
from desktop.analysis.structure_results import Window
from desktop.analysis.structure_view import PartPaths
from desktop.figures.groupings import Dimension
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Split, Structure
    from desktop.analysis.structure_view import Paths
    from desktop.analysis.target_results import TargetProgress


def paths_of(told: Structure, overview: Overview) -> PartPaths:
    """Give the path of every part that has one, for the year to date only.

    A part without a target of its own is asked for what the total's path asks of all: the path
    times the part's share of last year's total over the same months.
    """
    if told.window is not Window.TO_DATE:
        return PartPaths((), _no_paths)

    def splits() -> tuple[Split, ...]:
        flows = told.exports, told.imports
        alone = [split for flow in flows for split in (flow.items, flow.markets)]
        return (*alone, *told.groupings, *([told.emerging] if told.emerging else []))

    wholes = {flow.flow: flow.path for flow in (overview.exports, overview.imports)}
    return PartPaths(Later(splits), partial(_paths, wholes, _targets(overview)))


def _no_paths(_split: Split, codes: Sequence[str], _bases: Sequence[float | None]) -> Paths:
    """Say that no part has one."""
    return [None] * len(codes), {}


def _targets(overview: Overview) -> dict[tuple[Flow, str, str], TargetProgress]:
    """The year's targets of one item or of one market, by flow, item and market."""
    return {
        (p.scope.flow, p.scope.item, p.scope.market): p
        for p in overview.targets
        if p.target.is_of_year(overview.year) and p.scope.province == NATIONAL
    }


def _paths(
    wholes: Mapping[Flow, float | None],
    held: Mapping[tuple[Flow, str, str], TargetProgress],
    split: Split,
    codes: Sequence[str],
    bases: Sequence[float | None],
) -> Paths:
    total, whole = split.total.base, wholes[split.flow]
    told: list[float | None] = [None] * len(codes)
    if whole is not None and total:
        told = [whole * base / total if base and base > 0 else None for base in bases]
    own, by_item = {}, split.dimension is Dimension.ITEM
    for (flow, item, market), aim in held.items():
        code, other = (item, market == WORLD) if by_item else (market, item == TOTAL)
        if flow is split.flow and other and aim.path is not None and code in codes:
            for place in (place for place, one in enumerate(codes) if one == code):
                told[place], own[place] = aim.path, aim.target
    return told, own
