"""What share of the months left each part brings: by its own season, its recent growth, its doubt.

A part's share of the months left is that of the same months a year before, moved by half of what
its share of the last six months grew since the same six a year before. On customs' figures by
partner of 2023-2026, six months ahead, that was off by 9 % (markets above 1 % of the total) and
16 % (0.1 to 1 %); the whole of the growth by 11 % and 20 %, none of it by 10 % and 17 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_TRAIL = 6
_KEPT = 0.5
"""How much of a share's recent growth goes on."""
_USUAL, _AT_SHARE, _POWER = 0.10, 0.02, 0.25
"""A share of 2 % is usually off by 10 %, a sixteenth of it by twice as much (as measured above)."""
_LEAST_SPREAD, _MOST_SPREAD = 0.02, 0.6
_PRIOR_WEIGHT = 2.0
"""How many independent past errors the usual size is worth."""


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Of each part (p): its share of the months left, and that share's spread in logarithms.

    A part whose figures do not say has NaN in both.
    """

    share: Array
    spread: Array


def shares(parts: Array, total: Array, left: int) -> Shares:
    """Tell the shares of the months left.

    Args:
        parts: Months of each part (p x n), oldest first, NaN where unknown, up to the last month.
        total: The same months of the whole (n).
        left: Months still to come, one at least and twelve at most.
    """
    window = _Windows(parts, total)
    count = parts.shape[1]
    share = _forecast(window, count, left)
    return Shares(share, _spread(window, share, count, left))


def _forecast(window: _Windows, end: int, left: int) -> Array:
    """Share of the months after a place, from those before it alone; NaN where they do not say."""
    begin = end - MONTHS_PER_YEAR
    before = window.share(begin, begin + left)
    late = window.share(end - _TRAIL, end)
    late_before = window.share(end - _TRAIL - MONTHS_PER_YEAR, begin)
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = (late / late_before) ** _KEPT
    moved = np.where(np.isfinite(moved) & (moved > 0), moved, 1.0)
    return np.asarray(np.where(before > 0, before * moved, np.nan))


def _spread(window: _Windows, share: Array, count: int, left: int) -> Array:
    """Root mean square of the same forecast's past errors, drawn towards what is usual."""
    first = MONTHS_PER_YEAR + _TRAIL
    origins = range(max(first, count - 5 * MONTHS_PER_YEAR), count - left + 1)
    squares, found = np.zeros(len(share)), np.zeros(len(share))
    for end in origins:
        with np.errstate(divide="ignore", invalid="ignore"):
            error = np.log(window.share(end, end + left) / _forecast(window, end, left))
        told = np.isfinite(error)
        squares += np.where(told, error**2, 0.0)
        found += told
    weight = found / left
    usual = _USUAL * (_AT_SHARE / np.maximum(share, 1e-9)) ** _POWER
    own = squares / np.maximum(found, 1)
    variance = (weight * own + _PRIOR_WEIGHT * usual**2) / (weight + _PRIOR_WEIGHT)
    return np.clip(np.sqrt(variance), _LEAST_SPREAD, _MOST_SPREAD)


class _Windows:
    """Sums over runs of months, as shares of the whole."""

    def __init__(self, parts: Array, total: Array) -> None:
        known = np.isfinite(parts)
        self._sums = _running(np.where(known, parts, 0.0))
        self._unknown = _running((~known).astype(float))
        self._total = _running(total[None, :])[0]

    def share(self, begin: int, end: int) -> Array:
        """Share of the months from `begin` to before `end`; NaN where any is unknown."""
        if begin < 0:
            return np.full(len(self._sums), np.nan)
        amount = self._sums[:, end] - self._sums[:, begin]
        whole = self._total[end] - self._total[begin]
        gaps = self._unknown[:, end] - self._unknown[:, begin]
        good = (gaps == 0) & np.isfinite(whole) & (whole > 0)
        return np.where(good, amount / whole if whole else np.nan, np.nan)


def _running(values: Array) -> Array:
    return np.concatenate([np.zeros((len(values), 1)), values.cumsum(axis=1)], axis=1)
