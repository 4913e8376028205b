"""The reverse question: how the months left must grow for a target to be so likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import growth
from desktop.analysis.outlook.results import Needed
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.landing import History, Landing

ASKED = (0.5, 0.8)


def needed(landing: Landing, history: History, target: float) -> tuple[Needed, ...]:
    """Say for each chance asked by how much the months left must grow on the same of last year.

    The months left are thought larger or smaller in one proportion, their doubt along with them.
    Empty where nothing is left, or where last year's months are not known.
    """
    place = Month(landing.year - 1, landing.through.number) + 1 - history.first
    before = history.values[max(0, place) : place + MONTHS_PER_YEAR - landing.through.number]
    base = sum(v for v in before if v is not None)
    expected = None if landing.median is None else growth(landing.median - landing.known, base)
    if place < 0 or not before or None in before or expected is None:
        return ()
    found = []
    for chance in ASKED:
        low = (landing.quantile(1 - chance) or 0.0) - landing.known
        if low > 0 and landing.median is not None:
            factor = max(target - landing.known, 0.0) / low
            rest = factor * (landing.median - landing.known)
            found.append(Needed(chance, rest / base - 1, expected))
    return tuple(found)
