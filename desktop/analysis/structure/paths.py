"""Where each part should be by now: by its own target, or by the total's path in its share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Window
from desktop.analysis.structure_view import PartPaths
from desktop.figures.groupings import Dimension
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Split, Structure
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.target import Target

    _Path = Callable[[str, float | None], tuple[float, Target | None] | None]


def paths_of(told: Structure, overview: Overview) -> PartPaths:
    """Give the path of every part that has one, for the year to date only.

    A part without a target of its own is asked for what the total's path asks of all: the path
    times the part's share of last year's total over the same months.
    """
    if told.window is not Window.TO_DATE:
        return PartPaths((), _no_path)
    splits = [told.exports.items, told.exports.markets, told.imports.items, told.imports.markets]
    splits += [*told.groupings, *([told.emerging] if told.emerging else [])]
    wholes = {flow.flow: flow.path for flow in (overview.exports, overview.imports)}
    return PartPaths(splits, partial(_path, wholes, _targets(overview)))


def _no_path(_split: Split) -> _Path:
    """Say that no part has one."""
    return lambda _code, _base: None


def _targets(overview: Overview) -> dict[tuple[Flow, str, str], TargetProgress]:
    """The year's targets of one item or of one market, by flow, item and market."""
    return {
        (p.scope.flow, p.scope.item, p.scope.market): p
        for p in overview.targets
        if p.target.is_of_year(overview.year) and p.scope.province == NATIONAL
    }


def _path(
    wholes: Mapping[Flow, float | None],
    held: Mapping[tuple[Flow, str, str], TargetProgress],
    split: Split,
) -> _Path:
    flow, total, whole = split.flow, split.total.base, wholes[split.flow]
    by_item = split.dimension is Dimension.ITEM

    def path(code: str, base: float | None) -> tuple[float, Target | None] | None:
        own = held.get((flow, code, WORLD) if by_item else (flow, TOTAL, code)) if held else None
        if own is not None and own.path is not None:
            return own.path, own.target
        if whole is not None and base and total and base > 0:
            return whole * base / total, None
        return None

    return path
