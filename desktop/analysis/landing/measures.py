"""How good a law of the annual total was, once the year is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing.results import PROBABILITIES

if TYPE_CHECKING:
    from numpy.typing import NDArray

GROWTHS = (0.05, 0.08, 0.10, 0.12, 0.15)
"""Growth thresholds at which chances are scored."""


def crps(quantiles: Sequence[float] | NDArray[np.float64], actual: float) -> float:
    """Continuous ranked probability score as a share of the actual: twice the mean pinball loss."""
    levels, off = np.array(PROBABILITIES), actual - np.asarray(quantiles)
    return float(2 * np.maximum(levels * off, (levels - 1) * off).mean() / actual)


def within(quantiles: Sequence[float], actual: float, band: float) -> bool:
    """Whether the central band of a probability (0.8, 0.95) held the actual."""
    edges = ((1 - band) / 2, (1 + band) / 2)
    low, high = (float(np.interp(edge, PROBABILITIES, quantiles)) for edge in edges)
    return low <= actual <= high
