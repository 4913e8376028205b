"""The reverse question, part by part: how much must one grow for the target to be so likely?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook.required import ASKED
from desktop.analysis.outlook.results import Lever
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.outlook.ground import Ground
    from desktop.analysis.outlook.parted import PartPaths

    Array = NDArray[np.float64]

_MOST_TIMES = 3.0
"""A part that had to bring more than so many times what is expected cannot do it alone."""


def levers(ground: Ground, target: float | None) -> tuple[Lever, ...]:
    """Say of each market and item, the largest first, what growth of it alone would do.

    All else stays as each path has it; the part's months left are thought larger or smaller in
    one proportion. Parts whose months left of last year are not known are left out.
    """
    paths = ground.paths.get(Flow.EXPORT)
    if paths is None or target is None or not paths.months.shape[1]:
        return ()
    short = target - paths.year
    found = [
        lever
        for dimension in (Dimension.MARKET, Dimension.ITEM)
        if (parts := ground.parts_of(Flow.EXPORT, dimension)) is not None
        for lever in _of(parts, short)
    ]
    return tuple(found)


def _of(parts: PartPaths, short: Array) -> list[Lever]:
    added = parts.added[:-1]
    expected = np.median(added, axis=1)
    times = np.quantile(1 + short / added, ASKED, axis=1).T
    found = []
    for place in np.argsort(-expected, kind="stable"):
        before = parts.last_year[place]
        if np.isfinite(before) and before > 0:
            usual = float(expected[place] / before - 1)
            found.append(
                Lever(parts.dimension, parts.codes[place], float(expected[place]), usual,
                      tuple(_growth(float(t), usual) for t in times[place]))
            )  # fmt: skip
    return found


def _growth(times: float, usual: float) -> float | None:
    """Give the growth that so many times the expected means; None where it alone cannot do it."""
    return max(times, 0.0) * (1 + usual) - 1 if times <= _MOST_TIMES else None


def shortfall_factor(added: Array, short: Array, chance: float) -> float | None:
    """Say by which fraction some trade (paths) must exceed itself to fill what is short (paths).

    None where it cannot.
    """
    if not (added > 0).any():
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.where(added > 0, short / added, np.where(short > 0, np.inf, -np.inf))
    found = float(np.quantile(times, chance))
    return max(found, -1.0) if found <= _MOST_TIMES - 1 else None
