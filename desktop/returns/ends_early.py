"""A month that ends before its last day, "Tháng 3 (đến 20/3)": no whole one is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from desktop.figures.figure import Status
from desktop.figures.finding import Finding, Severity
from desktop.figures.period import HALF_MONTHS, Period
from desktop.returns.binding import Bound
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.heading_words import MONTH_NAMES
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

EARLY = "ends_early"
"""Why a column is left out whose days do not reach to the end of its month."""
_UNTIL = r"\b(?:den|toi|until|till|up to|through|as of|as at)(?: het)?(?: ngay)? "
_NAMES = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
_ENDS = re.compile(
    rf"{_UNTIL}(?P<day>\d{{1,2}})(?:(?: ?[/.-] ?| thang )(?P<month>\d{{1,2}})(?![\d]| thang)"
    rf"|(?:st|nd|rd|th)?(?: of)? (?P<name>{_NAMES})\b\.?)"
    r"(?:(?: ?[/.-] ?| nam |,? )(?P<year>(?:19|20)\d{2}))?"
)
_OF_NEWS = re.compile(r"\b(?:cap nhat|cong bo|phat hanh|hieu luc|updated|released|published)\b")
"""Such a day is that of the file, and not of its figures."""


class Day(NamedTuple):
    """A day; the year is 0 where none is named."""

    day: int
    month: int
    year: int


def ending_early(
    sheet: Sheet, table: Table, bound: Sequence[Bound]
) -> tuple[list[Bound], list[Finding]]:
    """Leave out columns of months whose figures end with an earlier day, and tell of them.

    The day stands over a column, or in a line above all of them.
    """
    above = [found for line in table.above for found in _days(line)]
    early = {
        b.number: day
        for b in bound if b.period and not b.left_out
        for day in _said_of(b, above) if _cuts(b.period, day)
    }  # fmt: skip
    if not early:
        return list(bound), []
    first = min(early)
    text = next(b.column.text for b in bound if b.number == first)
    day = "/".join(map(str, early[first][:2]))
    place = address(table.rows[0] if table.rows else table.heading_rows[1], first)
    told = Finding(Severity.ERROR, EARLY, sheet.name, place, day, about=text)
    return [replace(b, left_out=EARLY) if b.number in early else b for b in bound], [told]


def _said_of(b: Bound, above: Sequence[Day]) -> Iterator[Day]:
    """The days that a column's own heading ends with; those above it but for a whole estimate."""
    yield from _days(b.column.text)
    if b.column.heading.status is not Status.ESTIMATE:
        yield from above


def _cuts(period: Period, last: Day) -> bool:
    """Say whether a day is of a period's last month, and not its end."""
    if period.basis in HALF_MONTHS or last.month != period.end.number:
        return False
    return last.year in {0, period.end.year} and last.day < period.end.last_day.day


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[Day, ...]:
    """The days up to which a text says that its figures go."""
    if not any(map(str.isdigit, text)):
        return ()
    plain = folded(text)
    if _OF_NEWS.search(plain) or (found := _ENDS.search(plain)) is None:
        return ()
    month = MONTH_NAMES[found["name"]] if found["name"] else int(found["month"])
    return (Day(int(found["day"]), month, int(found["year"] or 0)),)
