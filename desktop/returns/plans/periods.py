"""What period a row's label, or a column's heading, speaks of: in any calendar, any language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis, Period
from desktop.returns.heading_words import NO_VERB
from desktop.returns.plans import words
from desktop.returns.plans.calendar_words import (
    BUDDHIST,
    CHINESE,
    HEISEI,
    LAST_NAME,
    NAME,
    REIWA,
    ROC,
    number,
    quarter,
)

_TO = r"\s*(?:-|~|\u2013|\u2014|\u301c|to|through|thru|至|到|から|부터)\s*"
_BUDDHIST_YEARS = (2450, 2650)
_LARGEST_ROC = 199
_CENTURY = 100
_THIS_CENTURY = 2000

_ERA = re.compile(r"(令和|平成)\s*(\d{1,2}|元)年?度?")
_ROC = re.compile(r"(?:民國|民国|roc)?\s*(?<!\d)(\d{2,3})年度?")
_FISCAL = re.compile(
    r"(?:\bfy\s*)?(?<!\d)((?:19\d|20[0-4])\d)\s*[-/\u2013]\s*((?:19|20)?\d{2})(?!\d)(?!\s*[-/.]\d)"
)
_FISCAL_SHORT = re.compile(r"\bfy\s*'?(\d{2,4})\b")
_YEAR = re.compile(
    r"(?:\bcy\s*|\bnam |พ\.ศ\.\s*|ปี\s*|(?<=[a-z.])[-/'\u2019](?=\d{4}))?"
    r"(?<!\d)((?:19\d|20[0-4]|24\d|25\d|26\d)\d)(?!\d)(?:年度?|년)?"
)
_FIRMNESS = r"(?:\s*(?:\(?(?:[rpe]|revised|preliminary|provisional|estimate)\)?|\*{1,3}))?"
_SHORT_YEAR = re.compile(
    rf"(?<=[a-z.])(?<!thang)(?<!month)[-' \u2019]{{1,2}}(\d{{2}})(?={_FIRMNESS}$)"
)
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19\d|20[0-4])\d)\s*(?:[-/.]\s*m?|m)\s*(0?[1-9]|1[0-2])(?!\d)")
_MONTH_YEAR = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])\s*[-/.]\s*((?:19\d|20[0-4])\d)(?!\d)")
_COMPACT = re.compile(r"^((?:19\d|20[0-4])\d)(0[1-9]|1[0-2])$")
_LOOSE = re.compile(r"^((?:19\d|20[0-4])\d) (\d{1,2})$")

_NAMED_RANGE = re.compile(rf"({NAME})\.?{_TO}({LAST_NAME})\.?(?![a-z])")
_OPEN_RANGE = re.compile(rf"({NAME})\.?\s*[-\u2013]\s*(?=\(|$)")
_NUMBERED_RANGE = re.compile(
    rf"(?:thang\s*)?(?<!\d)(\d{{1,2}})(?:月|월)?{_TO}(\d{{1,2}})\s*(?:月|월|months?|thang)"
)
_VIETNAMESE_RANGE = re.compile(r"thang\s*(\d{1,2})\s*(?:-|den(?: thang)?)\s*(\d{1,2})\b")
_FROM_FIRST = re.compile(r"(?<![\d.,])(1)\s?to\s?(\d{1,2})$")
_FIRST_MONTHS = re.compile(r"(?:first\s+)?(?<!\d)(\d{1,2})[- ](?:months?|thang)\b(?: dau nam)?")
_QUARTER = re.compile(
    rf"\bq\s?([1-4])\b|第?([1-4]|{CHINESE})季度?|([1-4])\s*분기|\b([1-4])q\b"
    r"|\bquy (i{1,3}|iv|[1-4])\b"
    r"|\b(1st|2nd|3rd|4th|first|second|third|fourth|i{1,3}|iv) quarter\b|第([1-4])四半期"
)
_FIRST_HALF = re.compile(r"上半年|상반기|\bh1\b|\b1h\b|\bfirst half\b|\b6 thang dau nam\b")
_SECOND_HALF = re.compile(r"下半年|하반기|\bh2\b|\b2h\b|\bsecond half\b")
_NAMED = re.compile(rf"(?<![a-z]){NO_VERB}({NAME})\.?(?![a-z])")
_NUMBERED = re.compile(
    rf"(?<!\d)(\d{{1,2}}|{CHINESE})\s*(?:月|월)(?:份)?|\b(?:thang|month)\s*(\d{{1,2}})\b"
    r"|^(?:m|th?g?\.? ?)(\d{1,2})$"
)
_BARE = re.compile(r"^(\d{1,2})$")
_TO_DATE = re.compile(
    r"\bcumulative\b|\bcumul\.?|\bytd\b|\byear[- ]to[- ]date\b|\bluy ke\b|\bup to\b"
    r"|累計|累计|累積|누계|누적|สะสม"
)
_WHOLE_ALONE = re.compile(r"^(?:ca nam|(?:whole|full|entire) year|全年)$")
_WHOLE = re.compile(
    r"\btotal\b|\bannual\b|\bcalendar\b|\byear\b|\bfull\b|\bca nam\b|\bnam\b"
    r"|全年|年計|合計|计|計|年間|연간|계|ทั้งปี"
)
_FILLING = re.compile(
    r"\(r\)|\(p\)|\(e\)|[rpe]/|\b(?:r|p|e)$|\brevised\b|\bpreliminary\b|\bprovisional\b|\bestimat\w*"
    r"|\buoc(?: tinh| thuc hien)?\b|\bso bo\b|\bchinh thuc\b|\bthuc hien\b"
    r"|\bfiscal\b|\bfy\b|\bof\b|\bthe\b|\bmonth\b|\bas\b|\bdata\b|\b(?:previously |originally )?"
    r"(?:published|reported)(?: last month)?\b|初步|修正|速報|確報|잠정|확정|民國|民国|[年月년월]"
)
_LETTERS = re.compile(r"[^\W_]")
_JANUARY_TO_DECEMBER = (1, MONTHS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class Said:
    """A period as far as its words go; `exact` where nothing else is said beside it.

    `first` and `last` are months, both 0 for a year and 0 for an open end. `years` is 2 where a
    fiscal year spans two calendar years.
    """

    year: int = 0
    first: int = 0
    last: int = 0
    basis: Basis | None = None
    years: int = 1
    open_end: bool = False
    status: Status | None = None
    older: bool = False
    exact: bool = True

    @property
    def is_month(self) -> bool:
        """True for one month alone."""
        return self.basis is Basis.MONTH

    def period(self, year: int = 0, fiscal_start: int = 1) -> Period | None:
        """The period in the year, unless the words say it; None where something is unsaid."""
        year = self.year or year
        if not year or self.basis is None or self.open_end:
            return None
        if self.basis is Basis.YEAR:
            start = Month(year, self.first or (fiscal_start if self.years > 1 else 1))
            return Period(start, start + (MONTHS_PER_YEAR - 1), Basis.YEAR)
        if not 1 <= self.first <= MONTHS_PER_YEAR or not 1 <= self.last <= MONTHS_PER_YEAR:
            return None
        start = Month(year, self.first)
        end = Month(year + (self.last < self.first), self.last)
        return Period(start, end, self.basis)


NOTHING = Said(exact=False)


@lru_cache(maxsize=4096)
def said(text: str) -> Said:
    """Read a label or a heading; `NOTHING` where it names no period."""
    plain = words.plain(text).strip()
    status, older = words.status(text), words.is_older(text)
    rest = plain
    year, years, rest = _year(rest)
    found, rest = _months(rest)
    if found is None and year:
        whole = _WHOLE.sub(" ", rest)
        found, rest = Said(basis=Basis.YEAR), whole
    if found is None and _WHOLE_ALONE.search(plain):
        found, rest = Said(basis=Basis.YEAR), ""
    if found is None:
        return NOTHING
    exact = _is_filling(rest) or _is_filling(_said_once(rest, year, found))
    return replace(found, year=year, years=years, status=status, older=older, exact=exact)


def _is_filling(text: str) -> bool:
    return not _LETTERS.search(_FILLING.sub(" ", text))


def _said_once(text: str, year: int, found: Said) -> str:
    """The text without the same year and month in another language: "114年1月 Jan. 2025"."""
    again, _, rest = _year(text)
    text = rest if again == year else text
    month, rest = _single(text)
    return rest if month and month.first == month.last == found.last == found.first else text


def names_to_date(text: str) -> bool:
    """Say whether a heading speaks of a year to date, whichever month it runs to."""
    return bool(_TO_DATE.search(words.plain(text)))


def _year(text: str) -> tuple[int, int, str]:
    """The year, over how many calendar years it runs, and the text without it."""
    for pattern, year_at, month_at in _DATED:
        found = pattern.search(text)
        if found and 1 <= int(found[month_at]) <= MONTHS_PER_YEAR:
            rest = f"{text[: found.start()]} month {int(found[month_at])} {text[found.end() :]}"
            return int(found[year_at]), 1, rest
    for pattern, count, years in _COUNTED:
        found = pattern.search(text)
        year = count(found) if found else 0
        if found and year:
            return year, years, _without(text, found)
    return 0, 1, text


def _era(found: re.Match[str]) -> int:
    return (1 if found[2] == "元" else int(found[2])) + (REIWA if found[1] == "令和" else HEISEI)


def _fiscal(found: re.Match[str]) -> int:
    follows = int(found[2]) % _CENTURY == (int(found[1]) + 1) % _CENTURY
    return int(found[1]) if follows else 0


def _roc(found: re.Match[str]) -> int:
    return int(found[1]) + ROC if int(found[1]) <= _LARGEST_ROC else 0


def _full(year: str) -> int:
    return int(year) if int(year) >= _CENTURY else _THIS_CENTURY + int(year)


def _gregorian(year: int) -> int:
    low, high = _BUDDHIST_YEARS
    return year - BUDDHIST if low <= year <= high else year


_DATED = ((_YEAR_MONTH, 1, 2), (_MONTH_YEAR, 2, 1), (_COMPACT, 1, 2), (_LOOSE, 1, 2))
"""Years with a month's number beside them: where the year and the month stand in the match."""
_COUNTED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int], int], ...] = (
    (_ERA, _era, 1),
    (_FISCAL, _fiscal, 2),
    (_FISCAL_SHORT, lambda found: _full(found[1]) - 1, 2),
    (_YEAR, lambda found: _gregorian(int(found[1])), 1),
    (_ROC, _roc, 1),
    (_SHORT_YEAR, lambda found: _full(found[1]), 1),
)
"""Ways of writing a year, what it is in ours (0 for none), over how many of ours it runs."""


def _months(text: str) -> tuple[Said | None, str]:
    """The months named, and the text without them."""
    to_date = _TO_DATE.search(text)
    rest = _without(text, to_date) if to_date else text
    if _SECOND_HALF.search(rest):
        return None, text
    for reader in (_range, _quarter, _single):
        found, left = reader(rest)
        if found is not None:
            if to_date and found.basis is Basis.MONTH:
                found = _span(1, found.last)
            return found, left
    if to_date:
        return Said(first=1, basis=Basis.CUMULATIVE, open_end=True), rest
    return None, rest


def _range(text: str) -> tuple[Said | None, str]:
    if found := _FIRST_HALF.search(text):
        return _span(1, 6), _without(text, found)
    for pattern in (_NAMED_RANGE, _NUMBERED_RANGE, _VIETNAMESE_RANGE, _FROM_FIRST):
        if found := pattern.search(text):
            return _span(number(found[1]), number(found[2])), _without(text, found)
    if found := _FIRST_MONTHS.search(text):
        return _span(1, number(found[1])), _without(text, found)
    if found := _OPEN_RANGE.search(text):
        first = number(found[1])
        return Said(first=first, basis=Basis.CUMULATIVE, open_end=True), _without(text, found)
    return None, text


def _quarter(text: str) -> tuple[Said | None, str]:
    found = _QUARTER.search(text)
    which = quarter(next((g for g in found.groups() if g), "")) if found else 0
    if not found or not which:
        return None, text
    last = 3 * which
    return Said(first=last - 2, last=last, basis=Basis.QUARTER), _without(text, found)


def _single(text: str) -> tuple[Said | None, str]:
    for pattern in (_NUMBERED, _NAMED, _BARE):
        if found := pattern.search(text):
            month = number(next(g for g in found.groups() if g))
            if 1 <= month <= MONTHS_PER_YEAR:
                return Said(first=month, last=month, basis=Basis.MONTH), _without(text, found)
    return None, text


def _span(first: int, last: int) -> Said:
    """From one month to another: twelve of them are a year, fewer count to date."""
    if (first, last) == _JANUARY_TO_DECEMBER:
        return Said(basis=Basis.YEAR)
    if (last - first) % MONTHS_PER_YEAR == MONTHS_PER_YEAR - 1:
        return Said(first=first, last=last, basis=Basis.YEAR)
    return Said(first=first, last=last, basis=Basis.CUMULATIVE)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".strip()
