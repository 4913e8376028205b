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

TOGETHER = 5
LARGEST = "LARGEST_5"
"""Stands for the five largest parts together, in the place of a code."""
_MOST_TIMES = 3.0
"""A part that had to bring more than so many times what is expected cannot do it alone."""


def levers(ground: Ground, target: float | None) -> tuple[Lever, ...]:
    """Say of each market and item, the largest first, what growth of it alone would do.

    The five largest together come before them.

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
    told = np.flatnonzero(np.isfinite(parts.last_year) & (parts.last_year > 0))
    expected = np.median(parts.added[told], axis=1)
    ranked = told[np.argsort(-expected, kind="stable")]
    if not len(ranked):
        return []
    added, before = parts.added[ranked], parts.last_year[ranked]
    codes = [parts.codes[place] for place in ranked]
    if len(ranked) > TOGETHER:
        added = np.vstack([added, added[:TOGETHER].sum(axis=0)])
        before = np.append(before, before[:TOGETHER].sum())
        codes.append(LARGEST)
    times = np.quantile(1 + short / added, ASKED, axis=1).T
    found = [
        _lever(parts.dimension, *one)
        for one in zip(codes, np.median(added, axis=1), before, times, strict=True)
    ]
    return found[-1:] + found[:-1] if codes[-1] == LARGEST else found


def _lever(dimension: Dimension, code: str, expected: float, before: float, times: Array) -> Lever:
    usual = float(expected / before - 1)
    needed = tuple(_growth(float(one), usual) for one in times)
    return Lever(dimension, code, float(expected), usual, needed)


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
