"""A new return laid on a book: only the years of series that it touches are worked out again."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
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
    from desktop.analysis.printed import Placed, Printed
    from desktop.analysis.rows import Amounts, Columns, IntArray, Rows, Taken


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
    named, at, places = _named(old, told, amounts)
    cells = [year.with_series(len(named.series)) for year in book.cells]
    months = _reached(first, last, old.last)
    grid = Grid(old.first_year + begin, months, len(touched), len(at))
    window = slice(months.start, months.stop)
    held = np.empty((PRINTED, *grid.shape), np.int64)
    for n, year in enumerate(touched):
        held[:, n] = cells[year].told[:PRINTED, at, window]
    before = cells[begin].best(at, months.start) if months.start else None
    for array, new in zip(held, placed(told, rows, places, grid, old.direction), strict=True):
        _put_over(array.reshape(-1), new, old)
    printed = replace(named, rows=old.rows.followed_by(rows), last=max(last, old.last))
    fresh, known = cumulatives(printed.rows, held, old.direction, before)
    for n, year in enumerate(touched):
        cells[year] = cells[year].changed(at, months.stop, fresh[:, n], known[:, n])
    return Book(printed, tuple(cells), Laid(ref(book), at))


def _reached(first: int, last: int, through: int) -> range:
    """Give the months of a year whose figures may change, and before them one that does not.

    What is told of a month may imply the one before; what follows is made of what goes before.
    Of several years, and where the first of them is January, there is none that does not.
    """
    begin = first // MONTHS_PER_YEAR * MONTHS_PER_YEAR
    if last >= begin + MONTHS_PER_YEAR:
        return range(MONTHS_PER_YEAR)
    stop = min(max(last, through) - begin + 1, MONTHS_PER_YEAR)
    return range(max(first - begin - 2, 0), stop)


def _newer(old: Rows, new: Rows) -> bool:
    rank, first = new.newest
    if rank:  # of several days
        first = new.words.at(int(new.date.argmin()), "reported_on")
    return first > old.newest[1]


def _named(old: Printed, columns: Taken, amounts: Amounts) -> tuple[Printed, IntArray, IntArray]:
    """Number the series of rows, those that are new behind the others.

    Give the numbers of those that are touched, each once, and each row's place among them.
    """
    _, rows, subjects = columns.numbered
    spoken_of = np.zeros(len(subjects), np.bool_)
    spoken_of[rows] = True
    if not spoken_of.all():
        subjects = list(compress(subjects, spoken_of.tolist()))
        rows = (spoken_of.cumsum() - 1)[rows]
    numbers = list(map(old.subjects.get, subjects))
    if None in numbers:
        new = [subject for subject, number in zip(subjects, numbers, strict=True) if number is None]
        more = {subject: number for number, subject in enumerate(new, len(old.subjects))}
        series = {series_of(subject, amounts[0]): number for subject, number in more.items()}
        old = replace(old, subjects=old.subjects | more, series=old.series | series)
        numbers = list(map(old.subjects.__getitem__, subjects))
    return old, np.array(numbers, np.int64), rows


def _put_over(held: IntArray, new: Placed, printed: Printed) -> None:
    """Put in which row holds each figure now: the newer one's, but where the first counts."""
    cells, chosen = new
    if printed.direction < 0:
        free = held[cells] == NONE
        cells, chosen = cells[free], chosen[free]
    held[cells] = chosen + printed.rows.count
