"""Tết by Viet Nam's calendar, as the landing takes it."""

from __future__ import annotations

from functools import cache

from desktop.analysis.landing.calendar_effects import LunarCalendar
from desktop.figures.holidays import first_days, tet_days


@cache
def calendar() -> LunarCalendar:
    """Give every year of the calendar."""
    return LunarCalendar({year: _shares(year) for year in first_days()})


def _shares(year: int) -> tuple[float, float, float]:
    days = tet_days(year)
    whole = sum(days.values())
    return (days.get(1, 0) / whole, days.get(2, 0) / whole, days.get(3, 0) / whole)
