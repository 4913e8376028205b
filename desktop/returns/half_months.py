"""Half-months in words, folded: "kỳ 1 tháng 6", "từ 16/6 đến 30/6/2025", "first half of June"."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.returns import heading_words as words
from desktop.returns.spans import Span

_MIDDLE = 15
_SHORTEST = 28
"""No month ends before this day."""

_NAMES = "|".join(sorted(words.MONTH_NAMES, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}"
_NUMBERED = rf"(\d{{1,2}})(?: ?[/.-] ?| thang )(\d{{1,2}})(?:(?: ?[/.-] ?| nam ){_YEAR})?"
_BY_NAME = rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_NAMES})\b\.?(?:,? {_YEAR})?"
_NAME_FIRST = rf"({_NAMES})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?![\d/])(?:,? {_YEAR})?"
_DAY = rf"(?:{_NUMBERED}|{_BY_NAME}|{_NAME_FIRST}|(\d{{1,2}})(?:st|nd|rd|th)?)(?!\d)"
_PARTS = 7
"""Groups of `_DAY`: day and month thrice, and a day alone."""
_BETWEEN = r" ?(?:\bden|\btoi|\bto|\bthrough|\buntil|\band|[-\u2013])(?: het)?(?: ngay)? ?"
_RANGE = re.compile(
    rf"(?<![\d/])(\b(?:tu|from|between|ngay)(?: het)?(?: ngay)? )?{_DAY}{_BETWEEN}{_DAY}"
)
_MAY_STAND_BETWEEN = re.compile("[-\u2013]|den|to|through|until|and")
_DIGIT = re.compile(r"\d")
_UNTIL = re.compile(rf"\b(?:den|toi|to|until|through|as of)(?: het)?(?: ngay)? {_DAY}")
_NAMED = re.compile(
    r"\bky (0?[12]|i|ii|mot|hai|dau|thu nhat|thu hai)\b(?! nam\b)"
    r"|\bk([12])(?= ?[-/. ]? ?t(?:hang)? ?\d)"
    r"|\bnua (dau|cuoi)(?: cua)? thang\b|\b15 ngay (dau|cuoi)(?: cua)? thang\b"
    r"|\b(first|1st|second|2nd) half(?:[ -]month\b|(?: of| in)?(?: the)? month\b"
    rf"|(?: of| in)? (?:{_NAMES})\b)"
)
_SECOND = frozenset({"2", "02", "ii", "hai", "thu hai", "cuoi", "second", "2nd"})


class Half(NamedTuple):
    """What the words name; `number` is the month, 0 where they name none."""

    span: Span
    number: int


class _Day(NamedTuple):
    day: int
    month: int


def half(subject: str) -> Half | None:
    """Find what begins or ends with a half-month; None where nothing does.

    Days that make whole months ("từ 1/1 đến 30/6") give those. `subject` still has its dates.
    """
    to_date = bool(words.TO_DATE.search(subject) or words.SO_FAR.search(subject))
    for found in _RANGE.finditer(subject) if _may_range(subject) else ():
        between = _between(_day(found, 2), _day(found, 2 + _PARTS), to_date=to_date)
        sure = found[1] or any(_day(found, at).month for at in (2, 2 + _PARTS))
        if between and (sure or between.span in {Span.FIRST_HALF, Span.SECOND_HALF}):
            return between if between.number else Half(between.span, _month(subject))
    until = _UNTIL.search(subject) if to_date else None
    if until and _day(until, 1).day == _MIDDLE:
        return Half(Span.TO_MID, _day(until, 1).month or _month(subject))
    if named := _NAMED.search(subject):
        second = next(group for group in named.groups() if group) in _SECOND
        return Half(_named(second=second, to_date=to_date), _month(subject))
    return None


def _may_range(subject: str) -> bool:
    """Say whether days can stand on both sides of what joins two: in most headings none can."""
    first = _DIGIT.search(subject)
    between = _MAY_STAND_BETWEEN.search(subject, first.end()) if first else None
    return between is not None and _DIGIT.search(subject, between.end()) is not None


def _named(*, second: bool, to_date: bool) -> Span:
    if to_date:
        return Span.TO_DATE if second else Span.TO_MID
    return Span.SECOND_HALF if second else Span.FIRST_HALF


def _between(first: _Day, last: _Day, *, to_date: bool) -> Half | None:
    """The span between two days; a first day without its month is of the last one's."""
    month = last.month or first.month
    from_january = first.month == 1 and (month > 1 or to_date)
    if first.month and first.month != month and not from_january:
        return None
    if first.day == 1 and last.day == _MIDDLE:
        return Half(Span.TO_MID if from_january else Span.FIRST_HALF, month)
    if last.day < _SHORTEST or not month:
        return Half(Span.SECOND_HALF, 0) if _is_second(first, last) else None
    if first.day == 1:
        return Half(Span.TO_DATE if from_january else Span.MONTH, month)
    return Half(Span.SECOND_HALF, month) if _is_second(first, last) else None


def _is_second(first: _Day, last: _Day) -> bool:
    return first.day == _MIDDLE + 1 and last.day >= _SHORTEST


def _day(found: re.Match[str], at: int) -> _Day:
    day, month, day_by_name, name, name_first, day_after, alone = found.groups()[at - 1 : at + 6]
    number = int(day or day_by_name or day_after or alone)
    named = words.MONTH_NAMES.get(name or name_first or "", 0)
    return _Day(number, named or _valid(int(month or 0)))


def _month(subject: str) -> int:
    found = words.MONTH.search(words.DATE.sub(" ", subject))
    word = next((group for group in found.groups() if group), "") if found else ""
    number = words.MONTH_NAMES.get(word) or words.NUMBERS.get(word, 0)
    return number or _valid(int(word) if word.isdigit() else 0)


def _valid(month: int) -> int:
    return month if 1 <= month <= MONTHS_PER_YEAR else 0
