"""A new return laid on a book: only the years of series that it touches are worked out again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import ref

import numpy as np

from desktop.analysis.cumulative import cumulatives
from desktop.analysis.lines import Book, Laid
from desktop.analysis.printed import Grid, placed, read_rows, series_of
from desktop.analysis.rows import taken
from desktop.analysis.year import NONE, PRINTED
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.printed import Placed, Printed
    from desktop.analysis.rows import Amounts, Columns, IntArray, Rows, Taken
    from desktop.analysis.year import Year


def laid_on(book: Book, columns: Columns, amounts: Amounts) -> Book | None:
    """Lay more returns on a book, all of each; `columns` are those of their rows (`columns_of`).

    None where all has to be laid out anew: a return is not newer than every one in the book, so
    that precedence has to decide, or a figure lies in a year that the book has not.
    """
    read = read_rows(taken(columns), every_subject=True, amounts=amounts)
    if read is None:
        return book
    told, rows = read
    old, ends = book.printed, told["period_end"]
    first, last = int(ends.min()), int(ends.max())
    begin, end = (ordinal // MONTHS_PER_YEAR - old.first_year for ordinal in (first, last))
    touched = range(begin, end + 1)
    if not _newer(old.rows, rows) or touched.start < 0 or touched.stop > len(book.cells):
        return None
    named, numbers = _named(old, told, amounts)
    at, places = _numbered(numbers, len(named.series))
    cells = [year.with_series(len(named.series)) for year in book.cells]
    months = _reached(cells[begin : end + 1], at, first, last)
    grid = Grid(old.first_year + begin, months, len(touched), len(at))
    window = slice(months.start, months.stop)
    held = np.empty((PRINTED, *grid.shape), np.int64)
    for n, year in enumerate(touched):
        held[:, n] = cells[year].told[:PRINTED, at, window]
    before = cells[begin].best(at, months.start) if months.start else None
    for array, new in zip(held, placed(told, rows, places, grid, old.direction), strict=True):
        _put_over(array.reshape(-1), new, old)
    printed = replace(named, rows=old.rows.followed_by(rows))
    fresh, known = cumulatives(printed.rows, held, old.direction, before)
    for n, year in enumerate(touched):
        cells[year] = cells[year].changed(at, months.stop, fresh[:, n], known[:, n])
    return Book(printed, tuple(cells), Laid(ref(book), at))


def _reached(years: Sequence[Year], at: IntArray, first: int, last: int) -> range:
    """Give the months of a year whose figures may change, and before them one that does not.

    What is told of a month may imply the one before. Of several years, and where the first of
    them is January, there is none that does not.
    """
    if len(years) > 1:
        return range(MONTHS_PER_YEAR)
    start, stop = max(first % MONTHS_PER_YEAR - 2, 0), last % MONTHS_PER_YEAR + 1
    more = (years[0].told[:PRINTED, at, stop:] != NONE).any()
    return range(start, MONTHS_PER_YEAR if more else stop)


def _numbered(numbers: IntArray, count: int) -> tuple[IntArray, IntArray]:
    """Give the numbers of series that are touched, each once, and each row's place among them."""
    touched = np.zeros(count, np.bool_)
    touched[numbers] = True
    return touched.nonzero()[0], touched.cumsum()[numbers] - 1


def _newer(old: Rows, new: Rows) -> bool:
    rank, first = new.newest
    if rank:  # of several days
        first = new.words.at(int(new.date.argmin()), "reported_on")
    return first > old.newest[1]


def _named(old: Printed, columns: Taken, amounts: Amounts) -> tuple[Printed, IntArray]:
    """Number the rows' series, those that are new behind the others."""
    _, rows, subjects = columns.numbered
    numbers = list(map(old.subjects.get, subjects))
    if None in numbers:
        new = [subjects[n] for n in dict.fromkeys(rows.tolist()) if numbers[n] is None]
        more = {subject: number for number, subject in enumerate(new, len(old.subjects))}
        series = {series_of(subject, amounts[0]): number for subject, number in more.items()}
        if more:
            old = replace(old, subjects=old.subjects | more, series=old.series | series)
        numbers = [old.subjects.get(subject, NONE) for subject in subjects]
    return old, np.array(numbers, np.int64)[rows]


def _put_over(held: IntArray, new: Placed, printed: Printed) -> None:
    """Put in which row holds each figure now: the newer one's, but where the first counts."""
    cells, chosen = new
    if printed.direction < 0:
        free = held[cells] == NONE
        cells, chosen = cells[free], chosen[free]
    held[cells] = chosen + printed.rows.count
