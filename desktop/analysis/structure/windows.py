"""The amounts of all series in one window of months, each with the rows it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.cumulative import ORIGINS
from desktop.analysis.on_sight import Later
from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.structure_results import Window
from desktop.analysis.year import (
    DATE,
    FIRMNESS,
    MONTH,
    MONTH_KNOWN,
    MONTH_ROW,
    NEXT_MONTH,
    NEXT_TO_DATE,
    NONE,
    ORIGIN,
    ROW,
    VALUE,
)
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    import numpy.typing as npt

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.structure.amounts import Members
    from desktop.analysis.year import Month as Known
    from desktop.analysis.year import Year
    from desktop.figures.figure import Source

COURSE = 2 * MONTHS_PER_YEAR
"""So many months back a part is known by month: each month of a year needs that of the last."""
DRAWN = 18
"""So many of them a part's line shows: this year's and last year's beside one another."""


Cell = tuple[bool, int, int]
"""Whether an amount is known, the amount, and how firm it is."""


class _Told(NamedTuple):
    """A month (0-11) of a year that an amount is made of: `alone`, or all months up to it."""

    year: Year
    month: int
    alone: bool = False

    def row(self, place: int) -> int:
        """Give the row that is shown as where a series' amount was read."""
        told = self.year.months[self.month].told
        alone = int(told[MONTH_ROW, place]) if self.alone else NONE
        return int(told[ROW, place]) if alone == NONE else alone

    def rows(self, place: int) -> Iterator[int]:
        """Give the rows of every figure that a series' amount was made of."""
        told = self.year.months[self.month].told
        if self.alone and told[MONTH_ROW, place] != NONE:
            yield self.row(place)
            return
        yield from _to_date_rows(self.year, place, self.month)
        if self.alone and self.month and told[MONTH_KNOWN, place]:
            yield from _to_date_rows(self.year, place, self.month - 1)


def _to_date_rows(year: Year, place: int, month: int) -> Iterator[int]:
    told = year.months[month].told[:, place].tolist()
    if told[DATE] == NONE:
        return
    origin = ORIGINS[told[ORIGIN]]
    if origin is CumulativeOrigin.IMPLIED:
        yield from (told[NEXT_TO_DATE], told[NEXT_MONTH])
    elif origin is CumulativeOrigin.SUMMED:
        if month:
            yield from _to_date_rows(year, place, month - 1)
        yield told[MONTH_ROW]
    else:
        yield told[ROW]


@dataclass(frozen=True, eq=False)
class Column:
    """Amounts of every series in one window: in thousandths where `known`.

    `told` are the months that an amount is made of, `firmness` is that of the least firm figure.
    """

    value: IntArray
    known: BoolArray
    firmness: IntArray
    told: tuple[_Told, ...]

    def newest(self, place: int) -> int:
        """Give the row of a known amount that is its newest figure's."""
        return self.told[0].row(place)

    def cell(self, place: int) -> Cell:
        """Give what is told of a series."""
        return bool(self.known[place]), int(self.value[place]), int(self.firmness[place])

    def read(self, book: Book, place: int) -> Sequence[Source]:
        """Say where the figures of a series were read, each once, when somebody looks."""
        return Later(self._sources, book, place)

    def read_of(self, book: Book, places: Sequence[int]) -> list[Sequence[Source]]:
        """Say where the figures of each of several series were read."""
        return list(map(Later, repeat(self._sources), repeat(book), places))

    def _sources(self, book: Book, place: int) -> tuple[Source, ...]:
        rows = dict.fromkeys(row for told in self.told for row in told.rows(place))
        return tuple([book.printed.rows.source(row) for row in rows])


def column(book: Book, window: Window, end: Month) -> Column:
    """Take a window that ends with a month.

    The last twelve months are the year to date, and the year before less its own year to date,
    each as it is best known.
    """
    if window is Window.MONTH:
        return _month(book, end)
    if window is Window.TO_DATE or end.number == MONTHS_PER_YEAR:
        return _to_date(book, end)
    year_before = Month(end.year - 1, MONTHS_PER_YEAR)
    one, whole, less = (_to_date(book, m) for m in (end, year_before, end - MONTHS_PER_YEAR))
    return Column(
        one.value + whole.value - less.value,
        one.known & whole.known & less.known,
        np.minimum(one.firmness, np.minimum(whole.firmness, less.firmness)),
        (*one.told, *whole.told, *less.told),
    )


def _to_date(book: Book, end: Month) -> Column:
    year = book.year(end.year)
    if year is None:
        return _nothing(len(book.printed.series))
    month = year.months[end.number - 1]
    told = (_Told(year, end.number - 1),)
    return Column(month.amounts[VALUE], month.known(), month.told[FIRMNESS], told)


def _month(book: Book, end: Month) -> Column:
    """Take a month: as printed, or the step between two cumulatives, read where these were.

    January is its cumulative, which a later return may have revised.
    """
    if end.number == 1:
        return _to_date(book, end)
    year = book.year(end.year)
    if year is None:
        return _nothing(len(book.printed.series))
    month = year.months[end.number - 1]
    row = month.told[MONTH_ROW]
    firmness = np.where(row != NONE, book.printed.rows.firmness[row], month.told[FIRMNESS])
    told = (_Told(year, end.number - 1, alone=True),)
    return Column(month.amounts[MONTH], month.month_known(), firmness, told)


def _nothing(count: int) -> Column:
    zeros = np.zeros(count, np.int64)
    return Column(zeros, zeros.astype(bool), zeros, ())


@dataclass(frozen=True, eq=False)
class Months:
    """The last `COURSE` months of several series up to one, in thousandths where `known`.

    Lines of series, the newest month last; `before` and `behind` say how many months the book lacks
    at either end.
    """

    value: IntArray
    known: BoolArray
    before: int
    behind: int

    def drawn(self, rows: IntArray) -> list[tuple[float | None, ...]]:
        """Give the `DRAWN` months of series by their lines, in US dollars."""
        less = COURSE - DRAWN
        begin = max(less - self.before, 0)
        known, dollars = self.known[rows, begin:], self.value[rows, begin:] / SCALE
        return _lines(dollars, known, max(self.before - less, 0), self.behind)

    def added(self, members: Members) -> list[tuple[int | None, ...]]:
        """Add up the series of each group; a month that one of them lacks is unknown."""
        known = members.over(np.logical_and, self.known, empty=False)
        return _lines(members.over(np.add, self.value, 0), known, self.before, self.behind)


def _lines(months: npt.NDArray[Any], known: BoolArray, before: int, behind: int) -> list[Any]:
    rows = months.tolist()
    for row, month in zip(*map(np.ndarray.tolist, (~known).nonzero()), strict=True):
        rows[row][month] = None
    if not before and not behind:
        return list(map(tuple, rows))
    return [(*(None,) * before, *row, *(None,) * behind) for row in rows]


def months(book: Book, at: IntArray, end: Month) -> Months:
    """Give the months of several series up to one."""
    before, every, behind = _course(book, end)
    value = np.empty((len(every), len(at)), np.int64)
    known = np.empty((len(every), len(at)), np.int32)
    for month, (amounts, told) in enumerate(every):
        amounts[MONTH].take(at, out=value[month], mode="wrap")  # it takes longer to check
        told[MONTH_KNOWN].take(at, out=known[month], mode="wrap")
    return Months(value.T, known.T > 0, before, behind)


def course(book: Book, place: int, end: Month) -> tuple[int | None, ...]:
    """Give the months of one series up to one, in thousandths; None where not known."""
    before, every, behind = _course(book, end)
    told = [
        int(amounts[MONTH, place]) if told[MONTH_KNOWN, place] else None for amounts, told in every
    ]
    return (*(None,) * before, *told, *(None,) * behind)


def _course(book: Book, end: Month) -> tuple[int, list[Known], int]:
    """Give the last `COURSE` months that the book has, and how many it lacks before and behind."""
    first, told = end - (COURSE - 1), book.years
    years = [year for year in range(first.year, end.year + 1) if year in told]
    if not years:
        return COURSE, [], 0
    begin, stop = years[0] * MONTHS_PER_YEAR, (years[-1] + 1) * MONTHS_PER_YEAR
    held = slice(max(first.ordinal - begin, 0), end.ordinal + 1 - begin)
    every = [month for year in years for month in book.cells[year - told.start].months]
    return max(begin - first.ordinal, 0), every[held], max(end.ordinal + 1 - stop, 0)


def common(book: Book, place: int, end: Month) -> tuple[int, int, int]:
    """Compare only the months that both years have, January to one: now, base, and how many."""
    years = [book.year(end.year), book.year(end.year - 1)]
    told = [year for year in years if year is not None]
    if len(told) < len(years):
        return 0, 0, 0
    cells = place, slice(end.number)
    both = told[0].month_known[cells] & told[1].month_known[cells]
    now, base = (int(year.month[cells][both].sum()) for year in told)
    return now, base, int(both.sum())
