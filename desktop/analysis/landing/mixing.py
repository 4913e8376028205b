"""Several structures give one answer, weighed by their evidence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.analysis.landing.posterior import Posterior


def mixed(posteriors: Sequence[Posterior], odds: Sequence[float]) -> Posterior:
    """Weigh by evidence and odds; the mixture's mean and covariance are exact, its shape is not."""
    evidence = np.array([p.evidence for p in posteriors]) + np.log(odds)
    weights = np.exp(evidence - evidence.max())
    whole = float(np.log(weights.sum()) + evidence.max())
    weights /= weights.sum()
    means = np.array([p.mean for p in posteriors])
    mean = weights @ means
    off = means - mean
    within = np.tensordot(weights, np.array([p.covariance for p in posteriors]), 1)
    return Posterior(
        mean=mean,
        covariance=within + (off.T * weights) @ off,
        evidence=whole,
        errors=weights @ np.array([p.errors for p in posteriors]),
        coefficients=weights @ np.array([p.coefficients for p in posteriors]),
        level=float(weights @ np.array([p.level for p in posteriors])),
        season=weights @ np.array([p.season for p in posteriors]),
    )
