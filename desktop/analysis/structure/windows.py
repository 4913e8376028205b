"""The amounts of all series in one window of months, each with the rows it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.cumulative import ORIGINS
from desktop.analysis.on_sight import Later
from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.structure_results import Window
from desktop.analysis.year import MONTH, MONTH_KNOWN, NONE
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    import numpy.typing as npt

    from desktop.analysis.lines import Book
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.structure.amounts import Members
    from desktop.analysis.year import Fields, Year
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

    @property
    def told(self) -> Fields:
        """What is known of the month."""
        return self.year.months[self.month]

    def row(self, place: int) -> int:
        """Give the row that is shown as where a series' amount was read."""
        alone = int(self.told.month_row[place]) if self.alone else NONE
        return int(self.told.row[place]) if alone == NONE else alone

    def rows(self, place: int) -> Iterator[int]:
        """Give the rows of every figure that a series' amount was made of."""
        if self.alone and self.told.month_row[place] != NONE:
            yield self.row(place)
            return
        yield from _to_date_rows(self.year, place, self.month)
        if self.alone and self.month and self.told.month_known[place]:
            yield from _to_date_rows(self.year, place, self.month - 1)


def _to_date_rows(year: Year, place: int, month: int) -> Iterator[int]:
    told = year.months[month]
    if not told.known[place]:
        return
    origin = ORIGINS[told.origin[place]]
    if origin is CumulativeOrigin.IMPLIED:
        yield from (int(told.next_to_date[place]), int(told.next_month[place]))
    elif origin is CumulativeOrigin.SUMMED:
        if month:
            yield from _to_date_rows(year, place, month - 1)
        yield int(told.month_row[place])
    else:
        yield int(told.row[place])


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
        sources = self._sources
        return [Later(sources, book, place) for place in places]

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
    month = _Told(year, end.number - 1)
    told = month.told
    return Column(told.value, told.known, told.firmness, (month,))


def _month(book: Book, end: Month) -> Column:
    """Take a month: as printed, or the step between two cumulatives, read where these were.

    January is its cumulative, which a later return may have revised.
    """
    if end.number == 1:
        return _to_date(book, end)
    year = book.year(end.year)
    if year is None:
        return _nothing(len(book.printed.series))
    month = _Told(year, end.number - 1, alone=True)
    told = month.told
    row = told.month_row
    firmness = np.where(row != NONE, book.printed.rows.firmness[row], told.firmness)
    return Column(told.month, told.month_known, firmness, (month,))


def _nothing(count: int) -> Column:
    zeros = np.zeros(count, np.int64)
    return Column(zeros, zeros.astype(bool), zeros, ())


@dataclass(frozen=True, eq=False)
class Months:
    """The last months of several series up to one, in thousandths where `known`.

    Lines of series, the newest month last; `before` and `behind` say how many months the book lacks
    at either end.
    """

    value: IntArray
    known: BoolArray
    before: int
    behind: int

    def told(self) -> list[tuple[int | None, ...]]:
        """Give the months of each series."""
        return _lines(self.value, self.known, self.before, self.behind)

    def drawn(self) -> list[tuple[float | None, ...]]:
        """Give the months of each series in US dollars."""
        return _lines(self.value / SCALE, self.known, self.before, self.behind)

    def added(self, members: Members) -> list[tuple[int | None, ...]]:
        """Add up the series of each group; a month that one of them lacks is unknown."""
        known = members.over(np.logical_and, self.known, empty=False)
        return _lines(members.over(np.add, self.value, 0), known, self.before, self.behind)


def _lines(months: npt.NDArray[Any], known: BoolArray, before: int, behind: int) -> list[Any]:
    rows = months.tolist()
    if np.count_nonzero(known) == known.size and not before and not behind:
        return list(map(tuple, rows))
    for row, month in zip(*map(np.ndarray.tolist, (~known).nonzero()), strict=True):
        rows[row][month] = None
    return [(*(None,) * before, *row, *(None,) * behind) for row in rows]


def months(book: Book, at: IntArray, end: Month, count: int = COURSE) -> Months:
    """Give so many months of several series up to one."""
    first, told = end - (count - 1), book.years
    years = [year for year in range(first.year, end.year + 1) if year in told]
    if not years:
        nothing = np.zeros((len(at), 0), np.int64)
        return Months(nothing, nothing > 0, count, 0)
    begin, stop = years[0] * MONTHS_PER_YEAR, (years[-1] + 1) * MONTHS_PER_YEAR
    before, behind = max(begin - first.ordinal, 0), max(end.ordinal + 1 - stop, 0)
    each = [
        book.cells[january // MONTHS_PER_YEAR - told.start].alone(
            at, max(first.ordinal - january, 0), end.ordinal + 1 - january
        )
        for january in range(begin, stop, MONTHS_PER_YEAR)
    ]
    value, known = (np.concatenate(arrays, axis=-1) for arrays in zip(*each, strict=True))
    return Months(value, known > 0, before, behind)


def common(book: Book, place: int, end: Month) -> tuple[int, int, int]:
    """Compare only the months that both years have, January to one: now, base, and how many."""
    years = [book.year(end.year), book.year(end.year - 1)]
    told = [year for year in years if year is not None]
    if len(told) < len(years):
        return 0, 0, 0
    every = [year.at(place)[: end.number] for year in told]
    both = [
        [amounts[MONTH] for amounts, _ in cells]
        for cells in zip(*every, strict=True)
        if all(of[MONTH_KNOWN] for _, of in cells)
    ]
    now, base = map(sum, zip(*both, strict=True)) if both else (0, 0)
    return now, base, len(both)
