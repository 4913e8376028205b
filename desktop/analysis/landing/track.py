"""The track record: how wrong landings were, origin by origin, once the years were known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from desktop.analysis.landing.measures import GROWTHS, crps, within
from desktop.analysis.landing.results import Landing

_LOW, _HIGH = 19, 179
"""Places of the 80 % band's edges among the quantiles."""


@dataclass(frozen=True, slots=True)
class Track:
    """Means over landings: errors and the 80 % band's width as shares of the actual total.

    `brier` is None where no year before is known.
    """

    landings: int
    error: float
    crps: float
    held_80: float
    held_95: float
    width_80: float
    brier: float | None


def track(landings: Sequence[Landing], totals: Mapping[int, float]) -> Track | None:
    """Hold landings against the totals of their years; None where there is nothing to hold."""
    known = [(one, totals[one.year]) for one in landings if one.quantiles and one.year in totals]
    if not known:
        return None
    errors = [abs((one.median or 0.0) / actual - 1) for one, actual in known]
    chances = [_brier(one, actual) for one, actual in known if one.base is not None]
    widths = [(one.quantiles[_HIGH] - one.quantiles[_LOW]) / actual for one, actual in known]
    return Track(
        landings=len(known),
        error=float(np.mean(errors)),
        crps=float(np.mean([crps(one.quantiles, actual) for one, actual in known])),
        held_80=float(np.mean([within(one.quantiles, actual, 0.8) for one, actual in known])),
        held_95=float(np.mean([within(one.quantiles, actual, 0.95) for one, actual in known])),
        width_80=float(np.mean(widths)),
        brier=float(np.mean(chances)) if chances else None,
    )


def _brier(landing: Landing, actual: float) -> float:
    """Mean squared error of the chances of growth at `GROWTHS`."""
    base = landing.base or 0.0
    chances = [(landing.chance_of_growth(g) or 0.0, actual >= base * (1 + g)) for g in GROWTHS]
    return float(np.mean([(chance - came) ** 2 for chance, came in chances]))
