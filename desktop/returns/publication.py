"""A return's own date: printed in it, or by the calendar of the office that sends it."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.places import resource
from desktop.figures.reading import DateOrigin
from desktop.returns.half_months import half
from desktop.returns.heading_words import MONTH_NAMES
from desktop.returns.text import folded

_YEAR = r"((?:19|20)\d{2})"
_SLASHED = re.compile(rf"\b(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}\b")
_SPELT = re.compile(rf"\bngay (\d{{1,2}}) thang (\d{{1,2}}) nam {_YEAR}\b")
_PLACE = r"[a-z][a-z .-]{1,40}, (?:ngay |date[d:]* )?"
_WRITTEN = re.compile(
    rf"(?:{_PLACE}|ngay )(\d{{1,2}}) thang (\d{{1,2}}) nam {_YEAR}"
    rf"|(?:{_PLACE}|\(?(?:so lieu )?(?:cap nhat|cong bo|phat hanh|lap|updated|released|issued)"
    rf"(?: (?:den|on|ngay|vao))*:? ?)(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}\)?"
)
_MONTHS = "|".join(MONTH_NAMES)
_WRITTEN_IN_ENGLISH = re.compile(
    rf"{_PLACE}(?P<first>\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_MONTHS})\.?"
    rf"(?P<behind> \d{{1,2}}(?:st|nd|rd|th)?)?,? (?P<year>{_YEAR})"
)
"""A day alone, as a return is signed: "Hà Nội, ngày 5 tháng 4 năm 2024"."""
_ANNOUNCED = re.compile(
    r"\b(?:ngay|cap nhat|cong bo|phat hanh|updated|released?|issued|published|as of|keluaran)\b"
)
_YEAR_FIRST = re.compile(rf"\b{_YEAR}[/.-](\d{{1,2}})[/.-](\d{{1,2}})\b")
_IN_ENGLISH = re.compile(
    rf"\b(?:(?P<month>{_MONTHS})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)? (?P<behind>{_MONTHS})\.?,?) (?P<year>{_YEAR})\b"
)
_MIDDLE = "_K1"
"""After a sender's code: its returns on the first half of a month."""
_WHOLE_MONTHS = frozenset({Basis.MONTH, Basis.CUMULATIVE, Basis.SECOND_HALF_MONTH})
"""Bases of a return that waits for its month to end."""
_LATEST = 24
"""A return that is dated more than two years after its month has another date printed in it."""


@dataclass(frozen=True, slots=True)
class _Rule:
    sender: str
    first: Month
    months_after: int
    day: int


def ends_midway(bases: Collection[str]) -> bool:
    """Say whether a return of figures on these bases ends with the 15th of its month."""
    return Basis.FIRST_HALF_MONTH in bases and _WHOLE_MONTHS.isdisjoint(bases)


def reported_on(
    sender: str, month: Month | None, lines: Iterable[str], *, half_month: bool = False
) -> tuple[date | None, DateOrigin]:
    """Find the return's date: the newest day printed in it, else the calendar's.

    `half_month` for a return that ends with the 15th, which comes out within its month.
    """
    printed = [day for line in lines for day in _days(line) if month is None or _fits(day, month)]
    if printed:
        return max(printed), DateOrigin.PRINTED
    day = due_on(sender, month, half=1 if half_month else 0) if month else None
    return (day, DateOrigin.CALENDAR) if day else (None, DateOrigin.IMPORTED)


def due_on(sender: str, month: Month, *, half: int = 0) -> date | None:
    """The day that a sender's return for a month comes out; None where no calendar says it.

    The return on the first half (`half` 1) has days of its own; that on the second comes out with
    the whole month's.
    """
    issue = f"{sender}{_MIDDLE}" if half == 1 else sender
    rules = [r for r in _calendar() if r.sender == issue and r.first <= month]
    if not rules:
        return None
    rule = max(rules, key=lambda r: r.first)
    return (month + rule.months_after).day(rule.day)


def scheduled() -> frozenset[str]:
    """Give the senders that a calendar speaks of."""
    return frozenset(rule.sender for rule in _calendar())


@lru_cache(maxsize=1024)
def written_on(line: str) -> date | None:
    """The day that a line of its own says a return was written on; None for other lines."""
    plain = folded(line)
    if found := _WRITTEN.fullmatch(plain):
        day, month, year = (int(number) for number in found.groups() if number)
    elif (found := _WRITTEN_IN_ENGLISH.fullmatch(plain)) and (found["first"] or found["behind"]):
        day = int(re.sub(r"\D", "", found["first"] or found["behind"]))
        month, year = MONTH_NAMES[found["month"]], int(found["year"])
    else:
        return None
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _days(line: str) -> Iterable[date]:
    plain = folded(line)
    if not _ANNOUNCED.search(plain) or half(plain):  # days that bound a period announce nothing
        return
    numbers = [
        (int(found[3]), int(found[2]), int(found[1]))
        for found in (*_SLASHED.finditer(plain), *_SPELT.finditer(plain))
    ]
    numbers += [(int(f[1]), int(f[2]), int(f[3])) for f in _YEAR_FIRST.finditer(plain)]
    numbers += [
        (int(f["year"]), MONTH_NAMES[f["month"] or f["behind"]], int(f["day"] or f["first"]))
        for f in _IN_ENGLISH.finditer(plain)
    ]
    for year, month, day in numbers:
        with suppress(ValueError):
            yield date(year, month, day)


def _fits(day: date, month: Month) -> bool:
    return month.first_day <= day <= (month + _LATEST).last_day


@cache
def _calendar() -> tuple[_Rule, ...]:
    with resource("publication_calendar.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            _Rule(
                line["sender"], Month.parse(line["first_month"]),
                int(line["months_after"]), int(line["day"]),
            )
            for line in csv.DictReader(lines)
        )  # fmt: skip
