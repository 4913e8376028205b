"""A new return laid on a book: only the series that it touches are worked out again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.cumulative import Candidates, Cumulatives, cumulatives
from desktop.analysis.lines import Book
from desktop.analysis.printed import NONE, Printed, placed, read_rows, series_of
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.rows import Amounts, IntArray, Rows

_PLACES = ("month", "to_date", "growth", "next_to_date", "next_month")


def laid_on(book: Book, frame: pd.DataFrame, amounts: Amounts) -> Book | None:
    """Lay more returns on a book, all of each; `frame` has their rows, `FIGURE_COLUMNS`.

    None where all has to be laid out anew: a return is not newer than every one in the book, so
    that precedence has to decide, or a figure lies in a year that the book has not.
    """
    read = read_rows(frame, every_subject=True, amounts=amounts)
    if read is None:
        return book
    columns, rows = read
    old = book.printed
    if not _newer(old.rows, rows) or not _within(old, rows):
        return None
    numbers, found = series_of(columns, amounts[0])
    series = dict(old.series)
    known_as = np.array([series.setdefault(s, len(series)) for s in found], np.int64)
    numbers = known_as[numbers]
    shape = (len(series), old.years, MONTHS_PER_YEAR)
    newer = placed(columns, rows, numbers, old.first_year, shape, old.direction)
    places: dict[str, Any] = {
        name: _over(getattr(old, name), new, len(old.rows.value), old.direction)
        for name, new in zip(_PLACES, newer, strict=True)
    }
    printed = replace(old, rows=old.rows.followed_by(rows), series=series, **places)
    return Book(printed, _again(book.known, printed, np.unique(numbers)))


def _newer(old: Rows, new: Rows) -> bool:
    days = (
        new.where["reported_on"][new.date.argmin()],
        old.where["reported_on"][old.date.argmax()],
    )
    return bool(days[0] > days[1])


def _within(printed: Printed, rows: Rows) -> bool:
    first, last = int(rows.start.min()), int(rows.end.max())
    years = range(printed.first_year, printed.first_year + printed.years)
    return first // MONTHS_PER_YEAR in years and last // MONTHS_PER_YEAR in years


def _over(old: IntArray, new: IntArray, offset: int, direction: int) -> IntArray:
    """Which row holds which figure now: the newer one's, or the older's where the first counts."""
    old, new = _widened(old, len(new), NONE), np.where(new != NONE, new + offset, NONE)
    one, other = (new, old) if direction > 0 else (old, new)
    return np.where(one != NONE, one, other)


def _widened(array: Any, length: int, fill: int) -> Any:
    if len(array) == length:
        return array
    more = np.full((length - len(array), *array.shape[1:]), fill, array.dtype)
    return np.concatenate([array, more])


def _again(known: Cumulatives, printed: Printed, touched: IntArray) -> Cumulatives:
    """Apply the cumulative rule to the series touched; what is known of the others stays."""
    theirs: dict[str, Any] = {name: getattr(printed, name)[touched] for name in _PLACES}
    fresh = cumulatives(replace(printed, **theirs))

    def merged(old: Any, new: Any) -> Any:
        out = _widened(old, len(printed.series), NONE).copy()
        out[touched] = new
        return out

    return Cumulatives(
        Candidates(*map(merged, known.best, fresh.best)),
        merged(known.known, fresh.known),
        merged(known.month, fresh.month),
        merged(known.month_known, fresh.month_known),
        merged(known.month_row, fresh.month_row),
    )
