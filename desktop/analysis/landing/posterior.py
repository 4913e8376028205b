"""What the figures make of a structure: the months to come, their covariance, the evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.landing.structure import Prepared

    Array = NDArray[np.float64]

_MAD_TO_SD = 1.4826
_LEAST_SD, _MOST_SD = 0.01, 0.5


@dataclass(frozen=True, slots=True)
class Regressors:
    """Columns beside the structure ((n + h) x p), and what is expected of their coefficients.

    `offset` (n + h) is what is expected whatever the figures say.
    """

    columns: Array
    mean: Array
    sd: Array
    offset: Array


@dataclass(frozen=True, slots=True)
class Posterior:
    """The months to come, and what was found on the way.

    `mean` (h) and `covariance` (h x h) are of the logarithms to come; `errors` (n) are the
    standardised errors of one month ahead; `level` is the logarithm of the last month without
    season and holidays, `season` (12) the logarithms of the factors that follow.
    """

    mean: Array
    covariance: Array
    evidence: float
    errors: Array
    coefficients: Array
    level: float
    season: Array

    def moved(self, by: float) -> Posterior:
        """Give the same on logarithms higher by an amount."""
        return replace(self, mean=self.mean + by, level=self.level + by)


@dataclass(frozen=True, slots=True)
class _Estimate:
    """Coefficients, their covariance (relative to noise), residuals, and the noise variance."""

    coefficients: Array
    uncertainty: Array
    residuals: Array
    precision: Array
    squares: float
    noise: float


def posterior(
    logs: Array, prepared: Prepared, regressors: Regressors, first_noise: float
) -> Posterior:
    """Learn from the logarithms of the months known (n), oldest first; see `first_noise`."""
    n = len(logs)
    columns = prepared.whiten @ regressors.columns[:n]
    back, noise = prepared.whiten.T @ columns, first_noise**2
    cleaned = logs - regressors.offset[:n]
    errors = prepared.whiten @ cleaned
    estimate = _estimate(errors, columns, regressors, noise)
    for _ in range(c.CLEANINGS):
        estimate = _estimate(prepared.whiten @ cleaned, columns, regressors, estimate.noise)
        cleaned = cleaned - _excess(prepared, back, estimate)
    estimate = _estimate(prepared.whiten @ cleaned, columns, regressors, estimate.noise)
    return _told(prepared, columns, regressors, estimate, errors - columns @ estimate.coefficients)


def first_noise(logs: Array) -> float:
    """Guess the standard deviation of monthly noise from changes of the change over a year."""
    changes = np.diff(logs[12:] - logs[:-12])
    guess = _MAD_TO_SD * float(np.median(np.abs(changes))) / 2 if len(changes) else c.NOISE_SD
    return min(_MOST_SD, max(_LEAST_SD, guess))


def _estimate(errors: Array, columns: Array, regressors: Regressors, noise: float) -> _Estimate:
    expected = np.diag(noise / regressors.sd**2)
    precision = columns.T @ columns + expected
    uncertainty = np.asarray(np.linalg.inv(precision), dtype=np.float64)
    coefficients = uncertainty @ (columns.T @ errors + expected @ regressors.mean)
    residuals = errors - columns @ coefficients
    off = (coefficients - regressors.mean) / regressors.sd
    squares = float(residuals @ residuals + noise * (off @ off))
    prior = c.NOISE_WEIGHT * c.NOISE_SD**2
    found = (prior + squares) / (c.NOISE_WEIGHT + len(errors))
    return _Estimate(coefficients, uncertainty, residuals, precision, squares, found)


def _excess(prepared: Prepared, back: Array, estimate: _Estimate) -> Array:
    """How much of each month's distance from what all other months say is not believed."""
    diagonal = prepared.alone - ((back @ estimate.uncertainty) * back).sum(1)
    off = (prepared.whiten.T @ estimate.residuals) / diagonal
    scale = np.sqrt(estimate.noise / diagonal)
    far = np.abs(off) / scale
    fading = c.BOUND * np.maximum(0.0, (c.BEYOND - far) / (c.BEYOND - c.BOUND))
    return np.where(far > c.BOUND, off - np.sign(off) * fading * scale, 0.0)


def _told(
    prepared: Prepared,
    columns: Array,
    regressors: Regressors,
    estimate: _Estimate,
    errors: Array,
) -> Posterior:
    """Look ahead; `errors` are the residuals of the figures as they stand, surprises included."""
    n = len(columns)
    ahead = regressors.columns[n:] - prepared.toward.T @ columns
    mean = regressors.columns[n:] @ estimate.coefficients + prepared.toward.T @ estimate.residuals
    mean += regressors.offset[n:]
    relative = prepared.rest + ahead @ estimate.uncertainty @ ahead.T
    return Posterior(
        mean,
        relative * _present_noise(errors, estimate.noise),
        _evidence(prepared, regressors, estimate, n),
        errors / np.sqrt(estimate.noise),
        estimate.coefficients,
        float(
            regressors.columns[n - 1, :2] @ estimate.coefficients[:2]
            + prepared.level_toward @ estimate.residuals
        ),
        prepared.season_toward.T @ estimate.residuals,
    )


def _present_noise(errors: Array, noise: float) -> float:
    """Noise variance now: late errors count more than early ones."""
    weights = 0.5 ** (np.arange(len(errors))[::-1] / c.NOISE_HALF_LIFE)
    squares = np.minimum(errors**2, c.MOST_SURPRISED**2 * noise)
    prior = c.NOISE_WEIGHT * c.NOISE_SD**2
    return float((prior + weights @ squares) / (c.NOISE_WEIGHT + weights.sum()))


def _evidence(prepared: Prepared, regressors: Regressors, estimate: _Estimate, n: int) -> float:
    """Logarithm of the marginal likelihood, up to a constant."""
    _, log_determinant = np.linalg.slogdet(estimate.precision)
    free = np.log(estimate.noise / regressors.sd**2).sum() - log_determinant
    prior = c.NOISE_WEIGHT * c.NOISE_SD**2
    fit = (c.NOISE_WEIGHT + n) * np.log(prior + estimate.squares)
    return float(0.5 * (free - prepared.log_determinant - fit))
