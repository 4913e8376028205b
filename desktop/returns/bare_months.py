"""Months that a row of headings only counts: "T1", "T2", "Th.3"; or 1, 2, 3 under the word "tháng".

Or "I", "II" … "V", as there is no fifth quarter.

One such heading alone is what somebody counted for himself beside a table; a row of them in order
is the year's months.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.returns import headings
from desktop.returns.grid import Value
from desktop.returns.heading_words import ROMAN
from desktop.returns.months_under_years import months_under_years
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded
from desktop.returns.worded_sheet import Said, Worded

_SHORT = re.compile(r"^th?\.? ?0?([1-9]|1[0-2])$")
_LONGEST = 8
_FIRM = re.compile(
    r"^(?P<firm>(?:uoc(?: ?(?:tinh|th|thuc hien))?|uth|th|sb|so bo|chinh thuc|ct|thuc hien"
    r"|luy ke|lk) )?"
    r"(?:th?\.?0?(?P<month>[1-9]|1[0-2])|0?(?P<to_date>[1-9]|1[0-2])t)$"
)
"""A month, or months, of no year, with the words that say how firm its figures are."""
_LONGEST_FIRM = 20
_ANYWHERE = 10**6
_TITLED = frozenset({Span.MONTH, Span.TO_DATE})
_NUMBER = re.compile(r"^0?([1-9]|1[0-2])$")
_ROMAN = re.compile(r"^(i{1,3}|i?v|vi{1,3}|i?x|xi{1,2})$")
_LONGEST_ROMAN = len("viii")
_NO_QUARTER = 5
_MONTHS = re.compile(r"\b(?:thang|months?|monthly)\b")
_LEAST = 3
"""Fewer in a row may be anything."""
_DEPTH = 16
"""Rows among which headings are looked for."""
_CODE = 2
"""So few letters number a column of names: "A", "(B)"."""
_ABOVE = 6
"""Rows over a heading block in which a title may say that months follow."""


def with_months(
    sheet: Sheet, rows: Sequence[int], before: int = 0, own: Set[int] = frozenset()
) -> Sheet | None:
    """Give the sheet with the months written out that its headings count; None where none do.

    `before` is a column that they must begin left of: beside a table somebody counts for himself,
    and numbers alone count its columns. What stands over the `own` columns of the table is its.
    """
    kinds = (_SHORT, _ROMAN) if before else (_SHORT, _NUMBER, _ROMAN)
    months = dict(_counted(sheet, rows[:_DEPTH], kinds))
    if not months:
        months = dict(_named_above(sheet, rows[:_DEPTH], before or _ANYWHERE, own))
    first = min((column for _, column in months if column not in own), default=0)
    if months and before and first > before:
        months = {}
    months = months or dict(months_under_years(sheet, rows[:_DEPTH]))
    return Worded(sheet, months, _quarters_above) if months else None


def _quarters_above(said: Said, number: int, texts: Mapping[int, str]) -> list[int]:
    """The quarter above is that of its months."""
    first = next(iter(said))[0]
    return [c for c, text in texts.items() if number < first and _is_quarter(text)]


def _counted(
    sheet: Sheet, rows: Sequence[int], kinds: Sequence[re.Pattern[str]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """The places of months that one row counts in their order, each as it is written out."""
    for number in rows:
        for kind in kinds if len(sheet.row(number)) >= _LEAST else ():
            found = dict(_cells(sheet, number, kind))
            follow = _follow(list(found.values()))
            if follow and (kind is _SHORT or _are_months(sheet, number, kind)):
                yield from (((number, c), f"tháng {month}") for c, month in found.items())
                return


def _named_above(
    sheet: Sheet, rows: Sequence[int], before: int, own: Set[int]
) -> Iterator[tuple[tuple[int, int], str]]:
    """The month that a line above names, "Ước T6" at the left of "6T/2026", and those before it.

    "6T" behind it is the year up to it.
    """
    for number in rows:
        named = {c: found for c, text in sheet.texts(number) if (found := _firm(text))}
        short = {c: found for c, found in named.items() if c < before or c in own}
        months = [int(found["month"]) for found in short.values() if found["month"]]
        if not months and own:
            months = [int(found["to_date"]) for found in short.values()][:1]
        if months and all(later == earlier + 1 for earlier, later in pairwise(months)):
            near = [n for n in sheet.numbers if n < number][-_ABOVE:]
            above = [headings.read(text) for n in near for _, text in sheet.texts(n)]
            titled = {h.number for h in above if h.span in _TITLED and h.number}
            if months[-1] in titled or (not titled and _told_twice(named.values(), months[-1])):
                yield from _named(sheet, number, short, months[-1])
            return


@lru_cache(maxsize=8192)
def _firm(text: str) -> re.Match[str] | None:
    return _FIRM.search(folded(text)) if len(text) <= _LONGEST_FIRM else None


def _told_twice(short: Iterable[re.Match[str]], last: int) -> bool:
    """Say whether headings tell the month without a title: "TH T2", "ƯTH T3" beside "LK 3T"."""
    firm = [found for found in short if found["firm"]]
    to_date = {int(found["to_date"]) for found in firm if found["to_date"]}
    return to_date == {last} and any(found["month"] for found in firm)


def _named(
    sheet: Sheet, number: int, short: Mapping[int, re.Match[str]], last: int
) -> Iterator[tuple[tuple[int, int], str]]:
    """Write out the headings of one row, with the words that stand before the month."""
    texts = dict(sheet.texts(number))
    for column, found in short.items():
        before = " ".join(texts[column].split()[:-1]) if found["firm"] else ""
        if found["month"]:
            yield (number, column), f"{before} tháng {int(found['month'])}".strip()
        elif int(found["to_date"]) == last:
            yield (number, column), f"{before} {last} tháng".strip()


def _cells(sheet: Sheet, number: int, kind: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    if kind is not _NUMBER:  # no number is one of these, and no longer text
        longest = _LONGEST if kind is _SHORT else _LONGEST_ROMAN
        short = [(c, folded(text)) for c, text in sheet.texts(number) if len(text) <= longest]
    else:
        short = [(c, _plain(value)) for c, value in sorted(sheet.row(number).items())]
    for column, text in short if len(short) >= _LEAST else ():
        if found := kind.search(text):
            yield column, ROMAN.get(found[1]) or int(found[1])


def _plain(value: Value) -> str:
    if isinstance(value, float):
        return str(int(value)) if 1 <= value <= MONTHS_PER_YEAR and value.is_integer() else ""
    return folded(value) if isinstance(value, str) else ""


def _follow(months: Sequence[int]) -> bool:
    """Say whether months stand in their order, forward or back, each once or over its measures.

    They may begin anew, for another year or another market.
    """
    pairs = [(before, later) for before, later in pairwise(months) if later != months[0]]
    steps = {(later - before) % MONTHS_PER_YEAR for before, later in pairs} - {0}
    return len({*months}) >= _LEAST and steps in ({1}, {MONTHS_PER_YEAR - 1})


def _is_quarter(text: str) -> bool:
    return headings.read(text).span is Span.QUARTER


def _are_months(sheet: Sheet, number: int, kind: re.Pattern[str]) -> bool:
    """Say whether the word for months stands beside numbers or above them, and no other heading.

    Twelve of them beside the head of the names are a year's, and Roman ones are where they are
    more than quarters; columns are numbered beneath headings.
    """
    near = [n for n in sheet.numbers if n <= number][-_ABOVE:]
    texts = [(n, c, text) for n in near for c, text in sheet.texts(n)]
    months = dict(_cells(sheet, number, kind))
    first = min(months)
    over = [text for n in near[-2:-1] for c, text in sheet.texts(n) if c >= first]
    said = any(_MONTHS.search(folded(text)) for _, _, text in texts)
    heads = near[-2:] if kind is _ROMAN else [number]
    named = any(n in heads and c < first and len(text) > _CODE for n, c, text in texts)
    if kind is _ROMAN:
        alone = any(_MONTHS.fullmatch(folded(text)) for text in over)
        return named and (alone or max(months.values()) >= _NO_QUARTER) and len(over) <= 1
    return (said or (named and len(months) == MONTHS_PER_YEAR)) and len(over) <= 1
