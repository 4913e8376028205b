"""What the calendar does to a month: its weekdays, and its share of the lunar new year."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.month import Month

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MONDAY_TO_FRIDAY = 5
_WEEKDAYS_A_MONTH = 365.2425 / 12 * _MONDAY_TO_FRIDAY / 7


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
        return np.array([self.share(first + i) for i in range(months)])


NO_CALENDAR = LunarCalendar()


def weekdays(first: Month, months: int) -> NDArray[np.float64]:
    """Weekdays (Monday to Friday) of consecutive months, relative to the mean: 0.05 is 5 % more."""
    counts = [_weekdays(first.ordinal + i) for i in range(months)]
    return np.array(counts) / _WEEKDAYS_A_MONTH - 1


@cache
def _weekdays(ordinal: int) -> int:
    month = Month.from_ordinal(ordinal)
    first, days = calendar.monthrange(month.year, month.number)
    return sum((first + day) % 7 < _MONDAY_TO_FRIDAY for day in range(days))
