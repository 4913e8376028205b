"""The chance of several targets at once, from the paths on which each of them is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook.bands import chance
from desktop.analysis.outlook.results import Joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from desktop.analysis.outlook.results import Outlook, TargetChance
    from desktop.figures.target import Target


def joint(told: Iterable[TargetChance], met: Mapping[Target, NDArray[np.bool_]]) -> Joint | None:
    """Tell the chance that several targets are all met at once; None of fewer than two."""
    asked = [c for c in told if c.target in met and c.chance is not None]
    if len(asked) < 2:
        return None
    together = np.logical_and.reduce([met[c.target] for c in asked])
    least = min(c.chance for c in asked if c.chance is not None)
    return Joint(len(asked), min(least, chance(together.astype(float), 1.0)))  # a law's is no count


def joint_of(outlook: Outlook, targets: Iterable[Target]) -> Joint | None:
    """Tell it of those targets that an outlook gives a chance."""
    wanted = set(targets)
    return joint((c for c in outlook.chances if c.target in wanted), outlook.met)
