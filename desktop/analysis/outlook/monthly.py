"""The months of many series at once, as the outlook's parts look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from desktop.analysis.lines import Book
    from desktop.figures.month import Month
    from desktop.figures.series import Series

    Array = NDArray[np.float64]

_USD = 1000
"""Thousandths in a US dollar."""


def months_of(book: Book, series: Sequence[Series], first: Month, end: Month) -> Array:
    """Give the months of series that a book holds (series x months), NaN where unknown, in USD.

    A month is the step between two cumulatives where both are known, else as printed: so that
    the months of a whole year sum to the year as it stands (as `Book.history` has it).
    """
    at = _places(book, series)
    known, to_date, month_known, month = (
        book.of_all_years(field, at) for field in ("known", "value", "month_known", "month")
    )
    before, before_known = np.zeros_like(to_date), np.ones_like(known)
    before[..., 1:], before_known[..., 1:] = to_date[..., :-1], known[..., :-1]
    stepped = known & before_known
    value = np.where(stepped, to_date - before, month) / _USD
    value = np.where(stepped | month_known, value, np.nan).reshape(len(series), -1)
    return _cut(value, first.ordinal - book.printed.first_year * MONTHS_PER_YEAR, end - first + 1)


def to_date_of(book: Book, series: Sequence[Series], end: Month) -> Array:
    """Give each series' cumulative to a month, NaN where unknown, in US dollars."""
    year, at = book.year(end.year), _places(book, series)
    if year is None:
        return np.full(len(series), np.nan)
    told = year.months[end.number - 1]
    return np.where(told.known[at], told.value[at] / _USD, np.nan)


def _places(book: Book, series: Sequence[Series]) -> NDArray[np.int64]:
    return np.array([book.printed.series[one] for one in series], np.int64)


def _cut(value: Array, begin: int, count: int) -> Array:
    """Give so many months from a place on, NaN beyond those that the arrays have."""
    found = np.full((len(value), count), np.nan)
    low, high = max(begin, 0), min(begin + count, value.shape[1])
    if low < high:
        found[:, low - begin : high - begin] = value[:, low:high]
    return found
