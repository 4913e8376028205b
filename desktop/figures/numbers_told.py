"""Numbers, months, times and flows within what was found, as the user's language writes them."""

from __future__ import annotations

import re

from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.wording import N_, Language

_NUMBER = (
    r"(?<![\w.,/!-])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w.,/!-])"
    r"|(?<![\w.,/!-])-?\d+\.\d+(?![\w.,/!-])"
)
"""As checks write numbers (12,345.6): neither years, nor parts of cells and names of files.

This and what follows are compiled when the first is told: a window tells none before it is seen.
"""
_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_MONTHS = (
    rf"(?:(?<=^)|(?<= · )|(?<=, )|(?<=\())({_MONTH})(?:\.\.({_MONTH}))?"
    r"(?=$| · |, |\))"
)
"""A month or a span of them that stands by itself: not one within a file's name."""
_FLOWS = {
    Flow.EXPORT: N_("Exports"), Flow.IMPORT: N_("Imports"), Flow.BALANCE: N_("Balance"),
}  # fmt: skip
_AFTER_FLOW = " · "
_AN_HOUR, _A_DAY = 60, 24 * 60  # minutes
_HOURS_A_DAY = 24
_DAYS_ALONE = 30
"""From so many days on their hours are not told."""


def numbers_told(text: str, language: Language) -> str:
    """Write the numbers in a text anew."""
    return re.sub(_NUMBER, lambda found: _written(found[0], language), text)


def months_told(text: str, language: Language) -> str:
    """Write the months in a text anew: “2025-05” is May 2025, or tháng 5/2025."""
    return re.sub(_MONTHS, lambda found: _span(found[1], found[2], language), text)


def _span(first: str, last: str | None, language: Language) -> str:
    start, end = Month.parse(first), Month.parse(last or first)
    if end < start:  # somebody asked for them the wrong way round
        return f"{language.month(start)}..{language.month(end)}"
    return ", ".join(language.months([start + n for n in range(end.ordinal - start.ordinal + 1)]))


def time_told(minutes: str, language: Language) -> str:
    """Write a whole number of minutes: “12 minutes”, “2 hours 5 minutes”, “1,026 days”.

    What is none stays as it is.
    """
    if not minutes.isdecimal():
        return minutes
    hours, left = divmod(int(minutes), _AN_HOUR)
    days = 0
    if int(minutes) >= _A_DAY:
        days, hours = divmod(round(int(minutes) / _AN_HOUR), _HOURS_A_DAY)
        hours, left = (0 if days >= _DAYS_ALONE else hours), 0
    number, told = language.number, []
    if days:
        told.append(language.plural("{number} day", "{number} days", days, number=number(days)))
    if hours:
        told.append(language.plural("{number} hour", "{number} hours", hours, number=number(hours)))
    if left or not told:
        told.append(
            language.plural("{number} minute", "{number} minutes", left, number=number(left))
        )
    return " ".join(told)


def flow_told(text: str, language: Language) -> str:
    """Name the flow that a text begins with, if it begins with one ("export · Total")."""
    code, parted, rest = text.partition(_AFTER_FLOW)
    known = {flow.value: flow for flow in _FLOWS}
    if not parted or code not in known:
        return text
    return f"{language._(_FLOWS[known[code]])}{_AFTER_FLOW}{rest}"


def _written(number: str, language: Language) -> str:
    plain = number.replace(",", "")
    return language.number(float(plain), len(plain.partition(".")[2]))
