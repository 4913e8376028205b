"""The sum of months whose logarithms are known only as a joint law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def log_of_sum(mean: NDArray[np.float64], covariance: NDArray[np.float64]) -> tuple[float, float]:
    """Mean and standard deviation of the logarithm of the sum, to second order about the mode.

    Args:
        mean: Of the logarithms (h), one at least.
        covariance: Of the logarithms (h x h).
    """
    top = mean.max()
    parts = np.exp(mean - top)
    whole = parts.sum()
    shares = parts / whole
    variance = float(shares @ covariance @ shares)
    bend = (float(shares @ np.diag(covariance)) - variance) / 2
    return float(top + np.log(whole)) + bend, variance**0.5
