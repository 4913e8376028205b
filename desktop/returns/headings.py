"""The heading grammar: what period, basis, status and measure a heading speaks of.

`read` takes the words as they stand; `Heading.resolved` fills what they leave unsaid ("Trong
tháng", "Lũy kế 6 tháng") from the return's own month.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Period
from desktop.figures.record import record
from desktop.figures.series import Flow, Measure
from desktop.returns import half_months
from desktop.returns import heading_words as words
from desktop.returns.any_month import any_month, of_any_month, of_any_year, without_lookalikes
from desktop.returns.comparing import comparing
from desktop.returns.heading_slips import spelt
from desktop.returns.spans import Span, period_of
from desktop.returns.text import folded


class Compared(Enum):
    """What a growth column compares with."""

    LAST_YEAR = "last_year"
    PERIOD_BEFORE = "period_before"
    PLAN = "plan"
    BASE_YEAR = "base_year"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # each is there once; its own would ask for its name


@record
class Heading:
    """A heading as far as its own words go. `number` is the month, the months or the quarter.

    `years_back` and `months_back` count from the return's own year and month where the words do
    ("năm trước", "tháng trước").
    """

    span: Span = Span.NONE
    number: int = 0
    year: int | None = None
    status: Status | None = None
    to_date: bool = False
    compared: Compared | None = None
    measure: Measure | None = None
    flow: Flow | None = None
    left_out: str = ""
    years_back: int = 0
    months_back: int = 0

    def at(self, number: int, year: int | None) -> Heading:
        """The same of another number and year, field by field: thousands are made so."""
        return Heading(
            self.span, number, year, self.status, self.to_date, self.compared, self.measure,
            self.flow, self.left_out, self.years_back, self.months_back,
        )  # fmt: skip

    def resolved(self, now: Month | None) -> Period | None:
        """The period meant, in a return about the month `now`; None where it cannot be told.

        A whole year that is not over by `now` is a forecast; "Cumulative 2025" means none then.
        """
        year = self.year
        if year is None and now:
            year = now.year - self._years_back(now)
        if year is None or self.span in {Span.NONE, Span.REPORTED}:
            return None
        if self.months_back:
            return Period.month(now - self.months_back) if now and self.span is Span.MONTH else None
        if self.span is Span.YEAR:
            return self._year(year, now)
        number = self.number or (now.number if now else 0)
        if not number:
            return None
        if self.span is Span.QUARTER:
            return Period.quarter(year, number)
        return period_of(self.span, Month(year, number))

    def _years_back(self, now: Month) -> int:
        """In January what has come of December came of the last: "Thực hiện tháng 12"."""
        over = self.status not in {None, Status.ESTIMATE}
        december = self.span is Span.MONTH and self.number == MONTHS_PER_YEAR
        return 1 if over and december and now.number == 1 else self.years_back

    def _year(self, year: int, now: Month | None) -> Period | None:
        if self.to_date and (now is None or now.year < year):
            return None
        if self.to_date and now and now.number < MONTHS_PER_YEAR:
            return Period.to_date(Month(year, now.number))
        return Period.year(year, forecast=now is not None and now < Month(year, 12))

    @property
    def last_month(self) -> int:
        """Number of the last month spoken of; 0 where none is named."""
        if self.span is Span.QUARTER:
            return self.number * 3
        return MONTHS_PER_YEAR if self.span is Span.YEAR else self.number


@lru_cache(maxsize=4096)
def read(text: str) -> Heading:
    """Read a heading, its rows joined from the top; unknown words are passed over.

    Years count by their distance only, and offices print the same headings year after year:
    each is read once, with its newest year in the place of all others.
    """
    plain = folded(text)
    if not text.isascii() and "may" in plain and not _IN_MAY.search(text):
        plain = _MAY.sub("maay", plain)
    if not text.isascii():
        plain = without_lookalikes(text, plain)
    return _of_a_month(*of_any_year(plain))


_MAY = re.compile(r"\bmay\b")
_IN_MAY = re.compile(r"(?<!dệt )(?<!dệt, )(?<!hàng )\bmay\b(?! mặc)", re.IGNORECASE)
"""In Vietnamese "may" is sewn ("dệt may"), and "máy" a machine, and neither is a month."""


def _of_a_month(plain: str, shift: int) -> Heading:
    """Read a heading with one month in the place of any other, where it names one and no more.

    `shift` is by how much its years were made less.
    """
    text, month = of_any_month(plain)
    found = _read(text)
    number, year = found.number, found.year
    if month and number == any_month(month):
        number = month
    if shift and year is not None:
        year += shift
    if number == found.number and year == found.year:
        return found
    return found.at(number, year)


@lru_cache(maxsize=4096)
def _read(text: str) -> Heading:
    righted = spelt(text)
    printed = comparing(words.apart(righted))
    plain = words.DATE.sub(" ", printed)
    begun = words.COMPARED.search(printed) if words.may(printed, words.OF_COMPARED) else None
    compared = _comparison(plain, begun if plain == printed else words.COMPARED.search(plain))
    subject = plain[: compared.start()] if compared else plain
    dated = printed[: begun.start()] if begun else printed
    half = half_months.half(dated)
    before = None if half else words.MONTH_BEFORE.search(subject)
    span, number = (_before(before), 0) if before else half or _span(subject)
    year = _year(dated if half else subject)
    how = _compared(plain, compared, span, number, year) if compared else _growth(plain)
    if how is Compared.LAST_YEAR and compared and span is Span.NONE and year is None:
        span, number, year = _said_behind(plain[compared.end() :])
    return Heading(
        span,
        number,
        year,
        _status(subject),
        bool(words.TO_DATE.search(subject)),
        how,
        _measure(righted),
        _flow(righted),
        _left_out(plain, subject, half=half is not None) or _of_another(subject, span, before),
        1 if year is None and words.LAST_YEAR.search(subject) else 0,
        1 if before else 0,
    )


def _before(found: re.Match[str]) -> Span:
    """The month before, or the period before: of what length, the table says."""
    return Span.REPORTED if found["period"] else Span.MONTH


def _comparison(plain: str, found: re.Match[str] | None) -> re.Match[str] | None:
    """Find the words that begin a comparison; "2022/2023" is one year, of another beginning.

    `found` is where `COMPARED` stands first.
    """
    if found is None:
        return words.YEAR_ON_YEAR.search(plain) or words.MONTH_ON_MONTH.search(plain)
    years = words.FISCAL_YEAR.search(plain) if "/" in found[0] else None
    return None if years and years[1] < years[2] else found


def compared_after(group: Heading, text: str) -> Compared | None:
    """What a heading compares with that begins with the comparison, beneath or behind its group.

    "So với tháng 8/2020" is a year ago behind August 2021.
    """
    words_of = _SUBJECTS.get(group.span)
    if words_of is None or group.year is None:
        return None
    return read(f"{words_of.format(n=group.number, y=group.year)} {text}").compared


_SUBJECTS = {
    Span.MONTH: "thang {n} nam {y}", Span.TO_DATE: "{n} thang nam {y}",
    Span.QUARTER: "quy {n} nam {y}", Span.YEAR: "nam {y}",
}  # fmt: skip


@lru_cache(maxsize=4096)
def measure(text: str) -> Measure | None:
    """The measure that a text names: "Lượng", "Trị giá", "Volume"."""
    return _measure(spelt(folded(text)))


def _measure(plain: str) -> Measure | None:
    if words.may(plain, words.OF_PRICES) and words.PRICE.search(plain):
        return None
    quantity, value = words.QUANTITY.search(plain), words.VALUE.search(plain)
    if quantity and not value:
        return Measure.QUANTITY
    return Measure.VALUE if value and not quantity else None


def flow(text: str) -> Flow | None:
    """The flow that a text names; None for neither or for both."""
    plain = folded(text)
    return _flow(spelt(plain)) if words.may(plain, words.OF_FLOWS) else None


def _flow(plain: str) -> Flow | None:
    imports = bool(words.IMPORT.search(plain))
    exports = bool(words.EXPORT.search(plain))
    if imports == exports:
        return None
    return Flow.EXPORT if exports else Flow.IMPORT


def _status(subject: str) -> Status | None:
    for pattern, status in _STATUSES:
        if pattern.search(subject):
            return status
    return None


_STATUSES = (
    (words.ESTIMATE, Status.ESTIMATE),
    (words.PRELIMINARY, Status.PRELIMINARY),
    (words.FINAL, Status.FINAL),
    (words.ACTUAL, Status.ACTUAL),
)
"""In this order: "ước thực hiện" is an estimate."""


def _span(subject: str) -> tuple[Span, int]:
    if words.may(subject, words.OF_RANGES) and (found := words.MONTH_RANGE.search(subject)):
        return _range(found)
    if found := words.MONTHS_FROM_JANUARY.search(subject):
        return _numbered(Span.TO_DATE, _number(_first(found)))
    if words.may(subject, words.OF_QUARTERS) and (found := words.QUARTER.search(subject)):
        return Span.QUARTER, words.QUARTERS.get(_first(found) or found[0], 0)
    to_date = bool(words.TO_DATE.search(subject))
    if found := words.MONTH.search(subject):
        word = _first(found)
        number = words.MONTH_NAMES.get(word) or _number(word)
        return _numbered(Span.TO_DATE if to_date else Span.MONTH, number)
    if words.HALF_YEAR.search(subject):
        return Span.TO_DATE, MONTHS_PER_YEAR // 2
    return _unnumbered(subject, to_date=to_date), 0


def _numbered(span: Span, number: int) -> tuple[Span, int]:
    """A month of no year ("tháng 13") is none."""
    return (span, number) if number else (Span.NONE, 0)


def _unnumbered(subject: str, *, to_date: bool) -> Span:
    if words.may(subject, words.OF_MONTHS) and words.THIS_MONTH.search(subject):
        return Span.TO_DATE if to_date else Span.MONTH
    if words.THIS_PERIOD.search(subject) and not to_date:
        return Span.REPORTED
    if words.SAME.search(subject) and not to_date:
        return Span.NONE
    if words.SO_FAR.search(subject):
        return Span.TO_DATE
    if words.ALL_YEAR.search(subject) or words.speaks_of_years(subject):
        return Span.YEAR
    return Span.TO_DATE if to_date else Span.NONE


def _range(found: re.Match[str]) -> tuple[Span, int]:
    first = _number(found[1]) if found[1] else words.MONTH_NAMES[found[3]]
    last = _number(found[2]) if found[2] else words.MONTH_NAMES[found[4]]
    return (Span.TO_DATE, last) if first == 1 else (Span.NONE, 0)


def _number(word: str) -> int:
    number = int(word) if word.isdigit() else words.NUMBERS.get(word) or words.ROMAN.get(word, 0)
    return number if 1 <= number <= MONTHS_PER_YEAR else 0


def _first(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group), "")


def _year(subject: str) -> int | None:
    years = words.YEAR.findall(subject)
    return int(years[-1]) if years else None


_NOT_LAST_YEAR = (
    (words.PLAN, Compared.PLAN),
    (words.BASE_YEAR, Compared.BASE_YEAR),
    (words.PERIOD_BEFORE, Compared.PERIOD_BEFORE),
)


def _compared(
    plain: str, words_of_it: re.Match[str], span: Span, number: int, year: int | None
) -> Compared:
    if words.YEAR_ON_YEAR.match(words_of_it[0]):
        return Compared.LAST_YEAR
    if words.MONTH_ON_MONTH.match(words_of_it[0]):
        return Compared.PERIOD_BEFORE
    return _compared_with(plain[words_of_it.end() :], span, number, year)


def _said_behind(base: str) -> tuple[Span, int, int | None]:
    """The period that stands beneath a comparison: "So với cùng kỳ năm trước", "Tháng 3".

    A year there is its own only where the words say which one is compared with.
    """
    span, number = _span(base)
    if not number:
        return Span.NONE, 0, None
    return span, number, _year(base) if words.LAST_YEAR.search(base) else None


def _growth(plain: str) -> Compared | None:
    return Compared.UNKNOWN if words.GROWTH.search(plain) else None


def _compared_with(base: str, span: Span, number: int, year: int | None) -> Compared:
    for pattern, compared in _NOT_LAST_YEAR:
        if pattern.search(base):
            return compared
    if _is_month_before(base, span, number, year):
        return Compared.PERIOD_BEFORE
    if words.SAME_PERIOD.search(base):
        return Compared.LAST_YEAR
    base_year = _year(base)
    # A period compared with itself is one whose year was not changed, here or there.
    if base_year is not None and (year is None or base_year in {year - 1, year}):
        same = _span(base) in {(span, number), (Span.YEAR, 0)}
        return Compared.LAST_YEAR if same or span is Span.YEAR else Compared.UNKNOWN
    earlier = base_year is not None and year is not None and base_year < year - 1
    return Compared.BASE_YEAR if earlier and _span(base) == (Span.YEAR, 0) else Compared.UNKNOWN


def _is_month_before(base: str, span: Span, number: int, year: int | None) -> bool:
    """Say whether a month is compared with the one before, by its number."""
    if span is not Span.MONTH or not number:
        return False
    base_year = _year(base)
    before = Month(year or base_year or 1, number) - 1
    known = base_year is None or year is None or base_year == before.year
    return known and _span(base) == (Span.MONTH, before.number)


def _left_out(plain: str, subject: str, *, half: bool) -> str:
    """Why figures under this heading are none of ours, as a code; empty where they are.

    A half-month is left out only where the words do not say which.
    """
    for signs, pattern, code in _NOT_OURS:
        if not words.may(plain, signs) or not pattern.search(plain):
            continue
        if not (half and code in {"half_month", "second_half"}):
            return code
    return "plan" if words.PLAN.search(subject) else ""


def _of_another(subject: str, span: Span, before: re.Match[str] | None) -> str:
    """A code where a period is named and then the one before it: which that is, no word says.

    Nor is an average of months any of them, or a number of declarations.
    """
    if words.AVERAGE.search(subject) or words.OTHER_MATTER.search(subject):
        return "not_understood"
    named = before is None and span not in {Span.NONE, Span.REPORTED}
    return "not_understood" if named and words.THE_ONE_BEFORE.search(subject) else ""


_NOT_OURS = (
    (words.OF_SHARES, words.SHARE, "share"),
    (words.OF_PRICES, words.PRICE, "price"),
    (words.OF_BALANCES, words.BALANCE, "balance"),
    (words.OF_AVERAGES, words.AVERAGE_OF_SEVERAL, "not_understood"),
    (words.OF_HALVES, words.HALF_MONTH, "half_month"),
    (words.OF_HALVES, words.SECOND_HALF, "second_half"),
)
