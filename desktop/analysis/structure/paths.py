"""Where each part should be by now: by its own target, or by the total's path in its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Window
from desktop.analysis.structure_view import PartPath
from desktop.figures.groupings import Dimension
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Part, Split, Structure
    from desktop.analysis.target_results import TargetProgress


def paths_of(told: Structure, overview: Overview) -> tuple[PartPath, ...]:
    """Give the path of every part that has one, for the year to date only.

    A part without a target of its own is asked for what the total's path asks of all: the path
    times the part's share of last year's total over the same months.
    """
    if told.window is not Window.TO_DATE:
        return ()
    held = _targets(overview)
    splits = [told.exports.items, told.exports.markets, told.imports.items, told.imports.markets]
    splits += [*told.groupings, *([told.emerging] if told.emerging else [])]
    found = {
        (path.flow, path.code): path for split in splits for path in _paths(split, overview, held)
    }
    return tuple(found.values())


def _targets(overview: Overview) -> dict[tuple[Flow, str, str], TargetProgress]:
    """The year's targets of one item or of one market, by flow, item and market."""
    return {
        (p.scope.flow, p.scope.item, p.scope.market): p
        for p in overview.targets
        if p.target.is_calendar_year
        and p.target.year == overview.year
        and not p.target.is_share
        and p.scope.province == NATIONAL
    }


def _paths(
    split: Split, overview: Overview, held: Mapping[tuple[Flow, str, str], TargetProgress]
) -> Iterator[PartPath]:
    whole = overview.exports if split.flow is Flow.EXPORT else overview.imports
    for part in split.parts:
        scope = (part.code, WORLD) if split.dimension is Dimension.ITEM else (TOTAL, part.code)
        own = held.get((split.flow, *scope))
        if own is not None and own.path is not None:
            yield PartPath(split.flow, part.code, own.path, own.target)
        elif (spread := _spread(whole.path, part, split.total)) is not None:
            yield PartPath(split.flow, part.code, spread, None)


def _spread(path: float | None, part: Part, total: Part) -> float | None:
    if path is None or not part.base or not total.base or part.base < 0:
        return None
    return path * part.base / total.base
