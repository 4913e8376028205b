"""What a landing may see: one series' months up to the origin, and what is known about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.landing.calendar_effects import NO_CALENDAR, LunarCalendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.figures.month import Month


@dataclass(frozen=True, slots=True)
class History:
    """One series, month by month, oldest first; the last value is that of `through`.

    `values` are amounts in any one unit; None is a month that is missing. `lunar` says whether the
    year turns on the lunar new year of `calendar`; None: find out from the figures.
    `revision` is the standard deviation of the logarithm by which the last figure may yet be
    revised (0: final), `exceptional` the years that say little about others, `break_at` the first
    month of a new definition.
    """

    through: Month
    values: Sequence[float | None]
    lunar: bool | None = None
    calendar: LunarCalendar = NO_CALENDAR
    revision: float = 0.0
    exceptional: frozenset[int] = frozenset()
    break_at: Month | None = None

    @property
    def first(self) -> Month:
        """Month of the first value."""
        return self.through - (len(self.values) - 1)
