"""Quantiles of Student's t, without a statistics library: the integral is tabled once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing.results import PROBABILITIES

if TYPE_CHECKING:
    from numpy.typing import NDArray

_REACH, _STEPS = 40.0, 80_001


@lru_cache(maxsize=8)
def quantiles(freedom: float) -> NDArray[np.float64]:
    """Quantiles at `PROBABILITIES`, exactly symmetric about nothing; read only."""
    t = np.linspace(0.0, _REACH, _STEPS)
    density = (1 + t**2 / freedom) ** (-(freedom + 1) / 2)
    area = np.concatenate(([0.0], np.cumsum((density[1:] + density[:-1]) / 2)))
    upper = 0.5 + 0.5 * area / area[-1]
    half = len(PROBABILITIES) // 2
    right = np.interp(PROBABILITIES[half + 1 :], upper, t)
    found = np.concatenate((-right[::-1], [0.0], right))
    found.setflags(write=False)
    return found
