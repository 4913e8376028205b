"""What a median is made of: run-rate, season, lunar new year, drift."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c
from desktop.analysis.landing.results import Parts
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.landing.history import History
    from desktop.analysis.landing.posterior import Posterior

_DRIFT, _LUNAR = 1, 3


def parts(history: History, answer: Posterior, *, lunar: bool) -> Parts:
    """Take an answer apart; `lunar` says whether it has a lunar new year."""
    left = len(answer.mean)
    year = history.through.year + (left == MONTHS_PER_YEAR)
    share, month = _weightiest(history, year) if lunar else (0.0, None)
    return Parts(
        run_rate=float(np.exp(answer.level)),
        season=float(np.exp(answer.season[:left]).mean() - 1) if left else 0.0,
        lunar=float(np.exp(answer.coefficients[_LUNAR] * share) - 1) if month else None,
        lunar_month=month,
        drift=float(np.exp(c.DRIFT_MEAN + c.DRIFT_KEPT * answer.coefficients[_DRIFT]) - 1),
    )


def _weightiest(history: History, year: int) -> tuple[float, Month]:
    """Share and month of the year on which the lunar new year weighs most."""
    months = (Month(year, number) for number in range(1, 4))
    return max(((history.calendar.share(month), month) for month in months), key=lambda s: s[0])
