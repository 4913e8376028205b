"""The season that a path of any scope and period would follow, whether it has a target or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.phasing import season
from desktop.analysis.targets.case import Case
from desktop.analysis.targets.every import put_up

if TYPE_CHECKING:
    from desktop.analysis.season import Season
    from desktop.analysis.targets.every import Evidence
    from desktop.figures.phasing import PathWish
    from desktop.figures.target import Target


def season_of(target: Target, evidence: Evidence, wish: PathWish) -> Season:
    """Find the season for a target's scope and period; its amount does not matter."""
    shelves = put_up([target], evidence)
    if shelves is None:
        return season({}, target.start, target.months, wish)
    return Case(target, shelves, target.start, wish).season
