"""The answer of a landing: a frozen value, with a distribution or with the reason for none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.month import Month

if TYPE_CHECKING:
    from numpy.typing import NDArray

PROBABILITIES: tuple[float, ...] = tuple(i / 200 for i in range(1, 200))
"""The 199 probabilities of every list of quantiles: 0.005, 0.010 … 0.995."""

LEAST_SHOWN, MOST_SHOWN = 0.01, 0.99
"""A chance is never shown below or above: no model of eight years knows more."""


class Why(StrEnum):
    """Why there is no number, or what to bear in mind with one."""

    TOO_SHORT = "too_short"
    GAP = "gap"
    NOT_POSITIVE = "not_positive"
    NOT_A_NUMBER = "not_a_number"
    NO_MONTH = "no_month"
    GIVEN_TWICE = "given_twice"
    MIXED_UNITS = "mixed_units"
    STOPPED = "stopped"
    NOTHING_YET = "nothing_yet"
    BREAK_FOUND = "break_found"
    OUT_OF_SCALE = "out_of_scale"
    TOO_EARLY = "too_early"
    SURPRISES = "surprises"
    SHORT_HISTORY = "short_history"
    ESTIMATE = "estimate"
    SINCE_BREAK = "since_break"
    OLDER_LEFT_OUT = "older_left_out"
    LUNAR_FOUND = "lunar_found"
    ISLAMIC_FOUND = "islamic_found"
    YEAR_OVER = "year_over"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, with the month and the number that it speaks of."""

    why: Why
    month: Month | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What the median is made of.

    `run_rate` is a month at the present level, season and holidays taken out, in the unit of the
    series. `season` is what the season makes of the months left, `lunar` what the New Year does
    to the month it weighs on most (None without one), `drift` the growth in a year: fractions.
    """

    run_rate: float
    season: float
    lunar: float | None
    lunar_month: Month | None
    drift: float


@dataclass(frozen=True, slots=True)
class Landing:
    """Where one series will end its year.

    Without a number `quantiles` is empty and `median` None; `reasons` says why. `known` is the
    sum of the year's months to `through`. `log_mean` (h) and `log_covariance` (h x h) are those of
    the logarithms of the h months left, whose joint law is Student's t with `freedom` degrees.
    `errors` are the standardised errors of one month ahead, of every month looked at, oldest first.
    """

    year: int
    through: Month
    known: float
    base: float | None
    median: float | None
    quantiles: tuple[float, ...]
    reasons: tuple[Reason, ...]
    parts: Parts | None = None
    surprises: tuple[float, ...] = ()
    log_mean: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0), compare=False)
    log_covariance: NDArray[np.float64] = field(
        default_factory=lambda: np.zeros((0, 0)), compare=False
    )
    freedom: float = np.inf
    errors: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0), compare=False)

    def chance(self, total: float) -> float | None:
        """Probability that the year reaches a total, as shown; None without a number."""
        if not self.quantiles:
            return None
        if self.quantiles[0] == self.quantiles[-1]:
            return MOST_SHOWN if self.quantiles[0] >= total else LEAST_SHOWN
        below = float(np.interp(total, self.quantiles, PROBABILITIES, left=0.0, right=1.0))
        return min(MOST_SHOWN, max(LEAST_SHOWN, 1 - below))

    def chance_of_growth(self, growth: float) -> float | None:
        """Probability that the year grows by a fraction at least; None if last year is unknown."""
        return None if self.base is None else self.chance(self.base * (1 + growth))

    def quantile(self, probability: float) -> float | None:
        """Amount that the year stays below with a probability; None without a number."""
        if not self.quantiles:
            return None
        return float(np.interp(probability, PROBABILITIES, self.quantiles))
