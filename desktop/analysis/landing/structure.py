"""How months hang together before a figure is seen: level, cycle, season, holiday noise.

Covariances are those of logarithms, in units of the series' own noise variance, so that one
decomposition serves every series of the same length (a Gaussian process; Harvey 1989, ch. 2-4).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_KEPT = 256
"""Prepared structures that are remembered: a backtest of one series needs some two hundred."""


@dataclass(frozen=True, slots=True)
class Structure:
    """One account of the season: how strong it is at first, how much it changes in a year.

    Both are relative standard deviations; `odds` is how likely it is before a figure is seen.
    """

    season: float
    change: float
    odds: float = 1.0


COMMON = Structure(1.0, 0.4)
STRUCTURES = (COMMON, Structure(1.0, 0.15), Structure(1.0, 0.8), Structure(4.0, 0.4, odds=0.02))
"""The usual season; one that stays, one that changes, and a strong one, as of harvests."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which months: the number (1-12) of the first, how many are known, how many are to come.

    `restless` lets January and February err more than others; `extra` adds noise to single
    months: pairs of place and relative variance.
    """

    first: int
    known: int
    ahead: int
    restless: bool
    extra: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The structure on a span, ready for figures.

    `whiten` (n x n) turns known logarithms into independent errors of one month ahead; `toward`
    (n x h) leads from these to the months to come, whose own covariance is `rest` (h x h).
    `level_toward` (n) and `season_toward` (n x 12) lead to the last month's level and the seasons
    of the twelve months after it. `alone` (n) is how precisely all other months tell each.
    """

    whiten: Array
    toward: Array
    rest: Array
    log_determinant: float
    level_toward: Array
    season_toward: Array
    alone: Array


@lru_cache(maxsize=_KEPT)
def prepared(structure: Structure, span: Span) -> Prepared:
    """Decompose the covariance of a span's months under a structure."""
    n, months = span.known, span.known + max(span.ahead, MONTHS_PER_YEAR)
    level, season = _level(months), _season(structure, span.first, months)
    whole = level + season + (1 - c.WALK) * np.eye(months)
    if span.restless:
        whole += _lunar(span.first, months)
    for place, variance in span.extra:
        whole[place, place] += variance
    lower = np.linalg.cholesky(whole[:n, :n])
    whiten = np.linalg.inv(lower)
    end = n + span.ahead
    toward = whiten @ whole[:n, n:end]
    return Prepared(
        whiten,
        toward,
        whole[n:end, n:end] - toward.T @ toward,
        2 * float(np.log(np.diag(lower)).sum()),
        whiten @ level[:n, n - 1],
        whiten @ season[:n, n : n + MONTHS_PER_YEAR],
        (whiten**2).sum(0),
    )


def _level(months: int) -> Array:
    """A random walk, and a swing about the trend that fades."""
    t = np.arange(months)
    walk = c.WALK * np.minimum.outer(t, t)
    apart = np.abs(np.subtract.outer(t, t))
    return walk + c.SWING**2 * c.SWING_KEPT**apart


def _season(structure: Structure, first: int, months: int) -> Array:
    """Twelve factors that add up to nothing, each of which wanders from year to year."""
    place = np.arange(months) + first - 1
    number, year = place % MONTHS_PER_YEAR, place // MONTHS_PER_YEAR
    same = np.equal.outer(number, number) - 1 / MONTHS_PER_YEAR
    return same * (structure.season**2 + structure.change**2 * np.minimum.outer(year, year))


def _lunar(first: int, months: int) -> Array:
    """January and February err more than others, in part against each other, in part together."""
    place = np.arange(months) + first - 1
    number, year = place % MONTHS_PER_YEAR, place // MONTHS_PER_YEAR
    january, february = (number == 0).astype(float), (number == 1).astype(float)
    both, against = january + february, january - february
    same = np.equal.outer(year, year)
    shared = c.LUNAR_SHIFT**2 * np.outer(against, against) + c.LUNAR_TOGETHER**2 * np.outer(
        both, both
    )
    return same * shared + np.diag(c.LUNAR_NOISE**2 * both)
