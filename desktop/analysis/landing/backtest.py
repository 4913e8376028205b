"""The rolling origin: every month of past years forecast from what was known by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.landing.forecast import land
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.landing.history import History
    from desktop.analysis.landing.results import Landing

ORIGINS = range(1, MONTHS_PER_YEAR)
"""January … November: in December the year is known."""


def backtest(history: History, years: range) -> Iterator[Landing]:
    """Land every year from every origin that the series reaches.

    The method is given only the months up to the origin. A last figure's revision belongs to the
    present and is left out.
    """
    for year in years:
        for number in ORIGINS:
            origin = Month(year, number)
            if history.first < origin <= history.through:
                yield land(cut(history, origin), year)


def cut(history: History, origin: Month) -> History:
    """Give the history as it stood at a month."""
    values = history.values[: origin - history.first + 1]
    return replace(history, through=origin, values=values, revision=0.0)
