"""A new return laid on a book: only the years of series that it touches are worked out again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

import numpy as np

from desktop.analysis.cumulative import cumulatives
from desktop.analysis.lines import Book, Laid
from desktop.analysis.placing import are_last
from desktop.analysis.printed import numbered, series_of
from desktop.analysis.ready import ready, together
from desktop.analysis.rows import taken
from desktop.analysis.year import NONE, PRINTED
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.printed import Printed
    from desktop.analysis.ready import Ready
    from desktop.analysis.rows import Amounts, Columns, IntArray
    from desktop.analysis.year import Year


def laid_on(book: Book, columns: Columns, amounts: Amounts) -> Book | None:
    """Lay more returns on a book, all of each; `columns` are those of their rows (`columns_of`).

    None where all has to be laid out anew: a return is not newer than every one in the book, so
    that precedence has to decide, or a figure lies in a year that the book has not.
    """
    told, old = taken(columns), book.printed
    come = ready(told, amounts, old.direction)
    if not come:
        return book
    years = range(min(one.years.start for one in come), max(one.years.stop for one in come))
    touched = range(years.start - old.first_year, years.stop - old.first_year)
    is_newer = come[0].read.oldest > old.rows.newest[1]
    if not is_newer or touched.start < 0 or touched.stop > len(book.cells):
        return None
    named, spots = _spots(old, come, amounts, years)
    if spots is None:
        come = together(told, amounts, old.direction)
        named, spots = _spots(old, come, amounts, years)
    assert spots is not None  # of one there is
    return _laid(book, named, come, spots, touched)


class _Spots(NamedTuple):
    """Which series are touched, each once, and where figures belong: see `Ready.places`."""

    at: IntArray
    lines: IntArray
    months: IntArray
    rows: IntArray


def _spots(
    old: Printed, come: Sequence[Ready], amounts: Amounts, years: range
) -> tuple[Printed, _Spots | None]:
    """Name the series of returns, and say where these belong; None where they tell one figure."""
    named, numbers = old, []
    for one in come:
        named, theirs = _named(named, one, amounts)
        numbers.append(theirs)
    if len(come) == 1:
        return named, _Spots(numbers[0], *come[0].places, come[0].rows)
    is_touched = np.zeros(len(named.series), np.bool_)
    is_touched[np.concatenate(numbers)] = True
    at, place = is_touched.nonzero()[0], is_touched.cumsum() - 1
    lines = np.concatenate([
        _lines(one, place[theirs], years, len(at))
        for one, theirs in zip(come, numbers, strict=True)
    ])  # fmt: skip
    months = np.concatenate([one.places[1] for one in come])
    if not are_last(lines * MONTHS_PER_YEAR + months).all():
        return old, None
    before = np.cumsum([0, *(one.read.numbers.shape[1] for one in come)]).tolist()
    rows = [one.rows + count for one, count in zip(come, before, strict=False)]
    return named, _Spots(at, lines, months, np.concatenate(rows))


def _lines(of: Ready, place: IntArray, years: range, count: int) -> IntArray:
    """Give the lines of a return's figures among so many series and years."""
    above, subjects = np.divmod(of.places[0], len(of.subjects))
    fields, theirs = np.divmod(above, len(of.years))
    lines = fields * len(years) + theirs + (of.years.start - years.start)
    return np.asarray(lines * count + place[subjects])


def _laid(book: Book, named: Printed, come: Sequence[Ready], spots: _Spots, touched: range) -> Book:
    old, at = book.printed, spots.at
    first, last = min(one.first for one in come), max(one.last for one in come)
    cells = [year.with_series(len(named.series)) for year in book.cells]
    months = _reached(first, last, old.last)
    held = _held(cells, touched, at, slice(months.start, months.stop))
    _put_over(held, spots, months, old)
    before = cells[touched.start].months[months.start].best(at) if months.start else None
    rows = old.rows
    for one in come:
        rows = rows.followed_by(one.read)
    printed = named.followed_by(rows, max(last, old.last))
    fresh, known = cumulatives(rows, held, old.direction, before)
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


def _named(old: Printed, come: Ready, amounts: Amounts) -> tuple[Printed, IntArray]:
    """Number the series of a return, those that are new behind the others."""
    numbers = old.numbers.take(come.about, mode="clip")
    new = (numbers == NONE).nonzero()[0]
    if len(new):
        count = len(old.series)
        numbers[new] = np.arange(count, count + len(new))
        named = (series_of(come.subjects[place], amounts[0]) for place in new.tolist())
        series = old.series | {one: number for number, one in enumerate(named, count)}
        old = replace(old, numbers=numbered(come.about, numbers, old.numbers), series=series)
    return old, numbers


def _held(cells: Sequence[Year], touched: range, at: IntArray, window: slice) -> IntArray:
    """Take which rows hold the figures of some series and months of a year."""
    held = np.empty((PRINTED, len(touched), len(at), window.stop - window.start), np.int64)
    for n, year in enumerate(touched):
        for m, month in enumerate(cells[year].months[window]):
            held[:, n, :, m] = month.told[:PRINTED].take(at, axis=1)
    return held


def _put_over(held: IntArray, spots: _Spots, months: range, printed: Printed) -> None:
    """Put in which row holds each figure now: the newer one's, but where the first counts."""
    flat = held.reshape(-1)
    cells, rows = spots.lines * len(months) + (spots.months - months.start), spots.rows
    if printed.direction < 0:
        free = flat[cells] == NONE
        cells, rows = cells[free], rows[free]
    flat[cells] = rows + printed.rows.count
