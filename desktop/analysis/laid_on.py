"""A new return laid on a book: only the years of series that it touches are worked out again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from weakref import ref

import numpy as np

from desktop.analysis.cumulative import Candidates, Cumulatives, cumulatives
from desktop.analysis.lines import Book, Laid
from desktop.analysis.printed import NONE, placed, read_rows, series_of, subjects_of
from desktop.analysis.rows import taken
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from desktop.analysis.printed import Placed, Printed
    from desktop.analysis.rows import Amounts, Columns, IntArray, Rows, Taken


def laid_on(book: Book, columns: Columns | Taken, amounts: Amounts) -> Book | None:
    """Lay more returns on a book, all of each; `columns` are those of their rows (`columns_of`).

    None where all has to be laid out anew: a return is not newer than every one in the book, so
    that precedence has to decide, or a figure lies in a year that the book has not.
    """
    read = read_rows(taken(columns), every_subject=True, amounts=amounts)
    if read is None:
        return book
    told, rows = read
    old = book.printed
    if not _newer(old.rows, rows) or not _within(old, told):
        return None
    named, numbers = _named(old, told, amounts)
    shape = (len(named.series), old.years, MONTHS_PER_YEAR)
    newer = placed(told, rows, numbers, old.first_year, shape, old.direction)
    places = tuple([
        _over(_copied(array, len(named.series)), new, old)
        for array, new in zip(old.places, newer, strict=True)
    ])  # fmt: skip
    printed = replace(named, rows=old.rows.followed_by(rows), places=places)
    touched = np.zeros(shape[:2], np.bool_)
    touched[numbers, told["period_end"] // MONTHS_PER_YEAR - old.first_year] = True
    touched[len(old.series) :] = True
    known = _again(book.known, printed, touched.reshape(-1).nonzero()[0])
    return Book(printed, known, Laid(ref(book), np.flatnonzero(touched.any(axis=1))))


def _newer(old: Rows, new: Rows) -> bool:
    first = new.words.at(int(new.date.argmin()), "reported_on")
    return bool(first > old.newest[1])


def _within(printed: Printed, columns: Taken) -> bool:
    first, last = int(columns["period_start"].min()), int(columns["period_end"].max())
    years = range(printed.first_year, printed.first_year + printed.years)
    return first // MONTHS_PER_YEAR in years and last // MONTHS_PER_YEAR in years


def _named(old: Printed, columns: Taken, amounts: Amounts) -> tuple[Printed, IntArray]:
    """Number the rows' series, those that are new behind the others."""
    about, known = list(subjects_of(columns)), old.subjects
    numbers = list(map(known.get, about))
    if None in numbers:
        new = dict.fromkeys(subject for subject in about if subject not in known)
        more = {subject: number for number, subject in enumerate(new, len(known))}
        series = {series_of(subject, amounts[0]): number for subject, number in more.items()}
        old = replace(old, subjects=known | more, series=old.series | series)
        numbers = list(map(old.subjects.get, about))
    return old, np.array(numbers, np.int64)


def _over(array: IntArray, new: Placed, printed: Printed) -> IntArray:
    """Put in which row holds each figure now: the newer one's, but where the first counts."""
    cells, chosen = new
    flat = array.reshape(-1)
    if printed.direction < 0:
        free = flat[cells] == NONE
        cells, chosen = cells[free], chosen[free]
    flat[cells] = chosen + printed.rows.count
    return array


def _copied(array: Any, length: int) -> Any:
    """Copy an array, with room for the series that are new."""
    out = np.empty((length, *array.shape[1:]), array.dtype)
    out[: len(array)] = array
    out[len(array) :] = NONE
    return out


def _again(known: Cumulatives, printed: Printed, touched: IntArray) -> Cumulatives:
    """Apply the cumulative rule to the years touched, each of one series; the others stay.

    `touched` numbers a series' years one after another, as the arrays hold them.
    """

    def years(array: Any) -> Any:
        return array.reshape(-1, 1, MONTHS_PER_YEAR)

    theirs = tuple([years(array)[touched] for array in printed.places])
    fresh = cumulatives(replace(printed, places=theirs))

    def merged(old: Any, new: Any) -> Any:
        out = _copied(old, len(printed.series))
        years(out)[touched] = new
        return out

    return Cumulatives(
        Candidates(*map(merged, known.best, fresh.best)),
        merged(known.known, fresh.known),
        merged(known.month, fresh.month),
        merged(known.month_known, fresh.month_known),
        printed.month,
    )
