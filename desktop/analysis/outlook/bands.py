"""From a law or from paths to the median and the intervals that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import Landing
from desktop.analysis.landing.results import LEAST_SHOWN, MOST_SHOWN
from desktop.analysis.outlook.results import Band, FanPoint
from desktop.figures.month import Month

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.outlook.paths import Paths

    Array = NDArray[np.float64]

_SHOWN = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)


def of_landing(landing: Landing) -> Band | None:
    """Give the band of a landing's own law."""
    if not landing.quantiles:
        return None
    return _band([landing.quantile(p) or 0.0 for p in _SHOWN])


def of_paths(values: Array) -> Band:
    """Give the band of outcomes (paths)."""
    return _band(np.quantile(values, _SHOWN).tolist())


def of_many(values: Array) -> list[Band]:
    """Give the band of each row of outcomes (things x paths)."""
    return [_band(edges) for edges in np.quantile(values, _SHOWN, axis=1).T.tolist()]


def _band(edges: list[float]) -> Band:
    lowest, low, under, median, over, high, highest = edges
    return Band(median, (under, over), (low, high), (lowest, highest))


def fan(paths: Paths, through: Month) -> tuple[FanPoint, ...]:
    """Give a point for each month left."""
    alone = np.quantile(paths.months, _SHOWN, axis=0).T.tolist()
    to_date = np.quantile(paths.known + paths.months.cumsum(axis=1), _SHOWN, axis=0).T.tolist()
    both = zip(alone, to_date, strict=True)
    return tuple(
        FanPoint(through + n, _band(month), _band(sum_to))
        for n, (month, sum_to) in enumerate(both, 1)
    )


def chance(values: Array, wanted: float) -> float:
    """Share of the paths that reach an amount, as shown: neither sure nor impossible."""
    return shown(float((values >= wanted).mean()))


def shown(share: float) -> float:
    """Keep a chance between the least and the most that is ever shown."""
    return min(MOST_SHOWN, max(LEAST_SHOWN, share))
