"""What the calendar does to a month: its weekdays, and its share of the lunar new year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WEEKDAYS_A_MONTH = 365.2425 / 12 * 5 / 7


@dataclass(frozen=True, slots=True)
class LunarCalendar:
    """By year: the shares of the days -2 to +6 about New Year in January, February and March."""

    shares: Mapping[int, tuple[float, float, float]] = field(default_factory=dict)

    def covers(self, first: Month, months: int) -> bool:
        """True where every year of the months is known."""
        return all(year in self.shares for year in range(first.year, (first + months - 1).year + 1))

    def share(self, month: Month) -> float:
        """Share that falls into a month, 0 to 1."""
        shares = self.shares.get(month.year)
        return shares[month.number - 1] if shares and month.number <= len(shares) else 0.0

    def column(self, first: Month, months: int) -> NDArray[np.float64]:
        """Shares of consecutive months."""
        years = range(first.year, (first + months).year + 1)
        shares = np.zeros((len(years), MONTHS_PER_YEAR))
        for row, year in zip(shares, years, strict=True):
            row[:3] = self.shares.get(year, (0.0, 0.0, 0.0))
        return shares.ravel()[first.number - 1 :][:months]


NO_CALENDAR = LunarCalendar()


@lru_cache(maxsize=64)
def weekdays(first: Month, months: int) -> NDArray[np.float64]:
    """Weekdays (Monday to Friday) of consecutive months, relative to the mean: 0.05 is 5 % more.

    Read only.
    """
    starts = np.arange(np.datetime64(str(first), "M"), np.datetime64(str(first + months), "M") + 1)
    counts = np.busday_count(starts[:-1].astype("M8[D]"), starts[1:].astype("M8[D]"))
    relative = np.asarray(counts / _WEEKDAYS_A_MONTH - 1, dtype=np.float64)
    relative.setflags(write=False)
    return relative
