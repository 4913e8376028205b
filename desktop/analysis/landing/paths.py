"""The months to come as paths: what the parts, the scenarios and the fan draw from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.landing.results import Landing

COUNT = 2000
_SEED = 20_260_101
_MOST_MONTHS = 12


def paths(landing: Landing, count: int = COUNT) -> NDArray[np.float64]:
    """Draw the months to come jointly; the same landing gives the same paths.

    Returns:
        Amounts (count x h) in the unit of the series; no row without a number. Each path has its
        mirror image, so that the medians of the months are exact.
    """
    left = len(landing.log_mean)
    if not landing.quantiles or not left:
        return np.zeros((count if landing.quantiles else 0, left))
    normal, scale = _draws(count, landing.freedom)
    lower = np.linalg.cholesky(landing.log_covariance)
    return np.exp(landing.log_mean + (normal[:, :left] @ lower.T) * scale[:, None])


@lru_cache(maxsize=4)
def _draws(count: int, freedom: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Standard normals and the common scale that makes them Student's t."""
    draw = np.random.default_rng(_SEED)
    half = draw.standard_normal((-(-count // 2), _MOST_MONTHS))
    scale = np.sqrt(freedom / draw.chisquare(freedom, len(half)))
    return np.concatenate((half, -half))[:count], np.concatenate((scale, scale))[:count]
