"""What the calendar does to a month: its weekdays, and its share of the moving feasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import product
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


_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_FEASTS = ((10, 1), (12, 10))
"""Eid al-Fitr and Eid al-Adha: month and day of the Islamic year."""
_FEAST_DAYS = range(-1, 4)


@lru_cache(maxsize=64)
def islamic_feasts(first: Month, months: int) -> NDArray[np.float64]:
    """Share of the days -1 to +3 about either great feast in consecutive months.

    By the tabular calendar (epoch 622-07-19 Gregorian, eleven leap years in thirty), a day off the
    sighted one at most. Read only.
    """
    shares = np.zeros(months)
    years = range(_islamic_year(first), _islamic_year(first + months) + 2)
    for (month, day), year in product(_FEASTS, years):
        start = _ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30
        feast = start + (59 * (month - 1) + 1) // 2 + day - 1
        for offset in _FEAST_DAYS:
            place = Month.of(date.fromordinal(feast + offset)) - first
            if 0 <= place < months:
                shares[place] += 1 / len(_FEAST_DAYS)
    shares.setflags(write=False)
    return shares


def _islamic_year(month: Month) -> int:
    """The Islamic year that the month begins in, or the one before it."""
    return max(1, int((month.year - 622) * 365.2425 / 354.367) - 1)
