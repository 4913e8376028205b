"""The amounts of many series in one window of months, each with the rows it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.printed import NONE
from desktop.analysis.structure_results import Window
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.figures.figure import Source

COURSE = 2 * MONTHS_PER_YEAR
"""So many months back a part is known by month: each month of a year needs that of the last."""
DRAWN = 18
"""So many of them a part's line shows: this year's and last year's beside one another."""


@dataclass(frozen=True, eq=False)
class Column:
    """Amounts of several series in one window: in thousandths where `known`.

    `rows` has a line for each figure that an amount is made of, `NONE` where there is none;
    `firmness` is that of the least firm.
    """

    value: IntArray
    known: BoolArray
    firmness: IntArray
    rows: IntArray


def column(book: Book, at: IntArray, window: Window, end: Month) -> Column:
    """Take a window that ends with a month; series by their places.

    The last twelve months are the year to date, and the year before less its own year to date,
    each as it is best known.
    """
    if window is Window.MONTH:
        return _month(book, at, end)
    if window is Window.TO_DATE or end.number == MONTHS_PER_YEAR:
        return _to_date(book, at, end)
    year_before = Month(end.year - 1, MONTHS_PER_YEAR)
    one, whole, less = (_to_date(book, at, m) for m in (end, year_before, end - MONTHS_PER_YEAR))
    return Column(
        one.value + whole.value - less.value,
        one.known & whole.known & less.known,
        np.minimum(one.firmness, np.minimum(whole.firmness, less.firmness)),
        np.concatenate([one.rows, whole.rows, less.rows]),
    )


def _to_date(book: Book, at: IntArray, end: Month) -> Column:
    offset = end.year - book.printed.first_year
    if not 0 <= offset < book.printed.years:
        return _nothing(len(at))
    best, cell = book.known.best, (at, offset, end.number - 1)
    return Column(
        best.value[cell], book.known.known[cell], best.firmness[cell], best.row[cell][np.newaxis]
    )


def _month(book: Book, at: IntArray, end: Month) -> Column:
    """Take a month: as printed, or the step between two cumulatives, read where these were."""
    offset = end.year - book.printed.first_year
    if not 0 <= offset < book.printed.years:
        return _nothing(len(at))
    cell = (at, offset, end.number - 1)
    known, row = book.known.month_known[cell], book.known.month_row[cell]
    printed = row != NONE
    steps = _to_date(book, at, end)
    rows = np.where(printed, row, steps.rows[0])[np.newaxis]
    firmness = np.where(printed, book.printed.rows.firmness[row], steps.firmness)
    if end.number > 1:
        before = _to_date(book, at, end - 1).rows
        rows = np.concatenate([rows, np.where(printed, NONE, before)])
    return Column(book.known.month[cell], known, firmness, rows)


def _nothing(count: int) -> Column:
    zeros = np.zeros(count, np.int64)
    return Column(zeros, zeros.astype(bool), zeros, np.full((1, count), NONE, np.int64))


def course(book: Book, at: IntArray, end: Month) -> tuple[IntArray, BoolArray]:
    """The months up to one, the newest last: amounts and whether known, (series, `COURSE`)."""
    printed, known = book.printed, book.known
    first = end.ordinal - COURSE + 1 - printed.first_year * MONTHS_PER_YEAR
    held = np.arange(first, first + COURSE)
    inside = (held >= 0) & (held < printed.years * MONTHS_PER_YEAR)
    flat = (len(at), printed.years * MONTHS_PER_YEAR)
    month = known.month[at].reshape(flat)[:, np.where(inside, held, 0)]
    return month, known.month_known[at].reshape(flat)[:, np.where(inside, held, 0)] & inside


def common(book: Book, at: IntArray, end: Month) -> tuple[IntArray, IntArray, IntArray]:
    """Compare only the months that both years have, January to one: now, base, and how many."""
    offset = end.year - book.printed.first_year
    zeros = np.zeros(len(at), np.int64)
    if not 1 <= offset < book.printed.years:
        return zeros, zeros, zeros
    known, month = (
        array[at, :, : end.number] for array in (book.known.month_known, book.known.month)
    )
    both = known[:, offset] & known[:, offset - 1]
    now, base = (np.where(both, month[:, o], 0).sum(axis=1) for o in (offset, offset - 1))
    return now, base, both.sum(axis=1)


def sources(book: Book, rows: Sequence[int]) -> tuple[Source, ...]:
    """Where rows were read, each once."""
    return tuple(book.printed.rows.source(row) for row in dict.fromkeys(rows) if row != NONE)
