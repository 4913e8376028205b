"""A calendar month that orders, counts and parses."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import overload

from desktop.figures.record import ordered_record

MONTHS_PER_YEAR = 12
_ISO = re.compile(r"(\d{4})-(\d{1,2})")


@ordered_record
class Month:
    """One calendar month. `Month(2025, 6) + 1 == Month(2025, 7)`."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a month outside 1-12 with `ValueError`."""
        if not 1 <= self.number <= MONTHS_PER_YEAR:
            raise ValueError(f"month {self.number} is not between 1 and 12")

    def __hash__(self) -> int:
        """Sooner than that of both fields: months are looked up by the thousand."""
        return self.year * MONTHS_PER_YEAR + self.number

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``YYYY-MM``; raises `ValueError` for anything else."""
        found = _ISO.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a month written YYYY-MM")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        """Give the month that a day lies in."""
        return cls(day.year, day.month)

    @staticmethod
    @lru_cache(maxsize=4096)  # there are few months, and they are asked for row by row
    def from_ordinal(ordinal: int) -> Month:
        """Turn back what `ordinal` gave."""
        year, number = divmod(int(ordinal), MONTHS_PER_YEAR)
        return Month(year, number + 1)

    @property
    def ordinal(self) -> int:
        """Months since year 0: consecutive months differ by one (used in frames and on disk)."""
        return self.year * MONTHS_PER_YEAR + self.number - 1

    @property
    def first_day(self) -> date:
        """The month's first day."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The month's last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def day(self, number: int) -> date:
        """Give the day of that number, or the last day where the month is shorter."""
        return min(self.last_day, self.first_day.replace(day=min(number, self.last_day.day)))

    def __add__(self, months: int) -> Month:
        """Move forward by a number of months."""
        return Month.from_ordinal(self.ordinal + months)

    @overload
    def __sub__(self, other: Month) -> int: ...
    @overload
    def __sub__(self, other: int) -> Month: ...
    def __sub__(self, other: Month | int) -> int | Month:
        """Count the months between two months, or move back by a number of months."""
        if isinstance(other, Month):
            return self.ordinal - other.ordinal
        return Month.from_ordinal(self.ordinal - other)

    def __str__(self) -> str:
        """Write ``YYYY-MM``."""
        return f"{self.year:04d}-{self.number:02d}"
