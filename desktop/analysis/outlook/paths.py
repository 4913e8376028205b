"""Joint paths of exports and imports through the months left, true to each flow's own landing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import PROBABILITIES, Landing
from desktop.analysis.outlook import draws

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_FEWEST = 24
"""Months that both flows must have in common for their surprises to be compared."""
_FAR = 3.0
"""Surprises beyond so many standard deviations count as that many: one odd month proves little."""
_NARROW = 1e-6
"""Spread of what nothing is left of: the rank of a path is kept, its value hardly moves."""


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """The paths of one flow in US dollars: each month left (paths x h), and the year (paths).

    `known` is January to the last month. The year is `known` and the months, and, where the last
    figure may yet be revised, that revision too.
    """

    known: float
    months: Array
    year: Array

    @property
    def rest(self) -> Array:
        """What each path adds to the known."""
        return np.asarray(self.year - self.known)


def correlation(one: Landing, other: Landing) -> float:
    """How far the monthly surprises of two flows go together; 0 where too few are known."""
    count = min(len(one.errors), len(other.errors))
    if count < _FEWEST:
        return 0.0
    ours, theirs = (np.clip(f.errors[-count:], -_FAR, _FAR) for f in (one, other))
    found = float(np.corrcoef(ours, theirs)[0, 1])
    return found if np.isfinite(found) else 0.0


def joint_paths(exports: Landing, imports: Landing) -> tuple[Paths, Paths]:
    """Draw both flows together; both landings have a law and look at the same months.

    Each path's year is then moved to where the flow's own law has that path's rank, so that
    charts, chances and intervals say the same.
    """
    left, together = len(exports.log_mean), correlation(exports, imports)
    ours = draws.normal(max(left, 1), 1)
    theirs = together * ours + np.sqrt(1 - together**2) * draws.normal(max(left, 1), 2)
    return _paths(exports, ours), _paths(imports, theirs)


def single_paths(landing: Landing) -> Paths:
    """Draw one flow alone."""
    return _paths(landing, draws.normal(max(len(landing.log_mean), 1), 1))


def _paths(landing: Landing, normal: Array) -> Paths:
    wide = draws.widening(landing.freedom)
    if not len(landing.log_mean):
        drawn = landing.known * np.exp(_NARROW * (normal[:, 0] * wide[:, 0]))
        return Paths(landing.known, np.zeros((len(normal), 0)), _ranked(drawn, landing))
    root = np.linalg.cholesky(_positive(landing.log_covariance))
    months = np.exp(landing.log_mean + (normal @ root.T) * wide)
    rest = months.sum(axis=1)
    year = _ranked(landing.known + rest, landing)
    scale = np.maximum(year - landing.known, 0.0) / rest
    return Paths(landing.known, months * scale[:, None], landing.known + scale * rest)


def _positive(covariance: Array) -> Array:
    """Keep rounding from making a variance negative."""
    jitter = 1e-12 * max(float(np.trace(covariance)), 1e-12)
    return np.asarray(covariance + jitter * np.eye(len(covariance)))


def _ranked(drawn: Array, landing: Landing) -> Array:
    """Move draws to the law of a landing, rank by rank; beyond its quantiles in proportion."""
    law = np.array(landing.quantiles)
    own = np.quantile(drawn, PROBABILITIES)
    if law[-1] <= law[0] or own[-1] <= own[0]:
        return np.full(len(drawn), law[len(law) // 2])
    inside = np.interp(drawn, own, law)
    below, above = drawn < own[0], drawn > own[-1]
    beyond = np.where(below, law[0] * drawn / own[0], law[-1] * drawn / own[-1])
    return np.asarray(np.where(below | above, beyond, inside))
