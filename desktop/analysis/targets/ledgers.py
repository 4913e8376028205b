"""The months of a scope over all years held, and what any run of them sums to. In thousandths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.figures.series import Series

T = TypeVar("T", bound=np.generic)

_STATUSES = tuple(Status)
_FIRMEST = len(_STATUSES) - 1


@dataclass(frozen=True, eq=False)
class Ledger:
    """A scope's figures from January of `first_year` on; arrays of one length.

    `month` holds each month where `month_known`, `to_date` January to that month where
    `to_date_known`, `firmness` the least firm part of the latter (`Status.rank`).
    """

    first_year: int
    month: IntArray
    month_known: BoolArray
    to_date: IntArray
    to_date_known: BoolArray
    firmness: IntArray

    def through(self, start: Month, months: int) -> int | None:
        """Sum so many months; by cumulatives as published where they are known."""
        total, begin = 0, self._place(start)
        end = begin + months
        while begin < end:
            year_end = min(end, begin - begin % MONTHS_PER_YEAR + MONTHS_PER_YEAR)
            part = self._within_year(begin, year_end - 1)
            if part is None:
                return None
            total += part
            begin = year_end
        return total

    def run(self, start: Month, months: int) -> tuple[int | None, ...]:
        """Give the running sums of so many months."""
        return tuple(self.through(start, n) for n in range(1, months + 1))

    def value(self, month: Month) -> int | None:
        """Give one month."""
        place = self._place(month)
        if not 0 <= place < len(self.month) or not self.month_known[place]:
            return None
        return int(self.month[place])

    def status(self, month: Month) -> Status | None:
        """Say how firm the figures up to a month are; None where they are not known."""
        place = self._place(month)
        if not 0 <= place < len(self.month) or not self.to_date_known[place]:
            return None
        return _STATUSES[int(self.firmness[place])]

    def history(self) -> dict[int, int]:
        """Give every month that is known by `Month.ordinal`."""
        first = self.first_year * MONTHS_PER_YEAR
        places = np.flatnonzero(self.month_known)
        return dict(zip((places + first).tolist(), self.month[places].tolist(), strict=True))

    @property
    def any_figure(self) -> bool:
        """True where anything is known."""
        return bool(self.month_known.any() or self.to_date_known.any())

    def _place(self, month: Month) -> int:
        return month.ordinal - self.first_year * MONTHS_PER_YEAR

    def _within_year(self, first: int, last: int) -> int | None:
        if first < 0 or last >= len(self.month):
            return None
        from_january = first % MONTHS_PER_YEAR == 0
        if self.to_date_known[last] and (from_january or self.to_date_known[first - 1]):
            return int(self.to_date[last]) - (0 if from_january else int(self.to_date[first - 1]))
        span = slice(first, last + 1)
        return int(self.month[span].sum()) if self.month_known[span].all() else None


def of_series(book: Book, series: Series, years: range) -> Ledger:
    """Give one series over some years; a month is the step between cumulatives where they tell.

    So the months of a whole year sum to the year as it stands.
    """
    number = book.printed.series.get(series)
    if number is None:
        return _nothing(years)
    held = [book.year(year) for year in years]

    def placed(field: str) -> npt.NDArray[Any]:
        nothing = np.zeros(MONTHS_PER_YEAR, np.int64)
        return np.concatenate(
            [nothing if year is None else getattr(year.whole, field)[number] for year in held]
        )

    return _stepped(
        years.start, placed("month"), placed("month_known").astype(bool), placed("value"),
        placed("known").astype(bool), placed("firmness"),
    )  # fmt: skip


@lru_cache(maxsize=8)
def _nothing(years: range) -> Ledger:
    """Give the ledger of whatever is told nowhere: most parts that a target could be split into."""
    amounts = np.zeros(len(years) * MONTHS_PER_YEAR, np.int64)
    known = np.zeros(len(amounts), bool)
    return Ledger(years.start, amounts, known, amounts, known, amounts)


def joined(before: Ledger, after: Ledger, at: Month) -> Ledger:
    """Join two ledgers of the same years: one until a month, the other from it on."""
    first = at.ordinal - before.first_year * MONTHS_PER_YEAR
    later = np.arange(len(before.month)) >= first

    def of(one: npt.NDArray[T], other: npt.NDArray[T]) -> npt.NDArray[T]:
        return np.where(later, other, one).astype(one.dtype)

    return _stepped(
        before.first_year, of(before.month, after.month),
        of(before.month_known, after.month_known), of(before.to_date, after.to_date),
        of(before.to_date_known, after.to_date_known), of(before.firmness, after.firmness),
    )  # fmt: skip


def _stepped(
    first_year: int,
    month: IntArray,
    month_known: BoolArray,
    to_date: IntArray,
    to_date_known: BoolArray,
    firmness: IntArray,
) -> Ledger:
    """Take each month as the step between two cumulatives where both are known."""
    before, before_known = np.empty_like(to_date), np.empty_like(to_date_known)
    before[1:], before_known[1:] = to_date[:-1], to_date_known[:-1]
    before[::MONTHS_PER_YEAR], before_known[::MONTHS_PER_YEAR] = 0, True
    stepped = to_date_known & before_known
    return Ledger(
        first_year,
        np.where(stepped, to_date - before, month),
        stepped | month_known,
        to_date,
        to_date_known,
        firmness,
    )


def sum_of(ledgers: Sequence[Ledger]) -> Ledger:
    """Add ledgers of the same years.

    One that tells nothing of a whole year counts as nothing in it: a small item that is not
    listed. One that tells something, but not of a month, leaves the sum of that month unknown.
    """
    if len(ledgers) == 1:
        return ledgers[0]
    told = [_years_told(ledger) for ledger in ledgers]
    any_told = np.logical_or.reduce(told)

    def known(of: Sequence[BoolArray]) -> BoolArray:
        each = [array | ~year for array, year in zip(of, told, strict=True)]
        return np.asarray(np.logical_and.reduce(each) & any_told, np.bool_)

    firmness = [
        np.where(t, ledger.firmness, _FIRMEST) for ledger, t in zip(ledgers, told, strict=True)
    ]
    return Ledger(
        ledgers[0].first_year,
        np.add.reduce([np.where(ledger.month_known, ledger.month, 0) for ledger in ledgers]),
        known([ledger.month_known for ledger in ledgers]),
        np.add.reduce([np.where(ledger.to_date_known, ledger.to_date, 0) for ledger in ledgers]),
        known([ledger.to_date_known for ledger in ledgers]),
        np.minimum.reduce(firmness),
    )


def less(one: Ledger, other: Ledger) -> Ledger:
    """Subtract; unknown wherever either is."""
    return Ledger(
        one.first_year,
        one.month - other.month,
        one.month_known & other.month_known,
        one.to_date - other.to_date,
        one.to_date_known & other.to_date_known,
        np.minimum(one.firmness, other.firmness),
    )


def tells_of(ledger: Ledger, start: Month, months: int) -> bool:
    """Say whether anything is known of the years that a run of months lies in."""
    first = max(0, (start.year - ledger.first_year) * MONTHS_PER_YEAR)
    last = ((start + (months - 1)).year - ledger.first_year + 1) * MONTHS_PER_YEAR
    return bool((ledger.month_known | ledger.to_date_known)[first : max(first, last)].any())


def _years_told(ledger: Ledger) -> BoolArray:
    told = (ledger.month_known | ledger.to_date_known).reshape(-1, MONTHS_PER_YEAR).any(axis=1)
    return np.repeat(told, MONTHS_PER_YEAR)
