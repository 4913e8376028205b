"""The landing: where the year will end, how sure we are, and why (floor 1: no file, no clock)."""

from desktop.analysis.landing.calendar_effects import LunarCalendar
from desktop.analysis.landing.forecast import land
from desktop.analysis.landing.history import History
from desktop.analysis.landing.results import PROBABILITIES, Landing, Parts, Why

__all__ = ["PROBABILITIES", "History", "Landing", "LunarCalendar", "Parts", "Why", "land"]
