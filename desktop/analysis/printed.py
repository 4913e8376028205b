"""The printed figures of a frame, laid out by series, year and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from desktop.analysis.placing import Grid, placed
from desktop.analysis.rows import (
    VALUES,
    columns_of,
    counting,
    numbers_everywhere,
    taken,
)
from desktop.analysis.rows_told import read_of, rows_read
from desktop.analysis.year import NONE, PRINTED, nothing
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from desktop.analysis.rows import Amounts, Columns, IntArray, Subject, Taken
    from desktop.analysis.rows_told import Read, Rows
    from desktop.analysis.year import Whole


@dataclass(frozen=True, eq=False)
class Printed:
    """The rows that hold what was printed, and what these are about: series by their numbers.

    `numbers` are those of the series by what they are about (`rows.numbers_everywhere`), `NONE`
    where nothing of it is held; so is the last, which stands for all behind it. `years` calendar
    years are covered, up to the month `last` (`Month.ordinal`). `direction` is 1 where the newest
    report wins, -1 where the first does.
    """

    rows: Rows
    series: dict[Series, int]
    numbers: IntArray
    first_year: int
    years: int
    last: int
    direction: int

    def followed_by(self, rows: Rows, last: int) -> Printed:
        """Give the same series with more rows, up to a month."""
        series, numbers, first_year = self.series, self.numbers, self.first_year
        return Printed(rows, series, numbers, first_year, self.years, last, self.direction)


def lay_out(
    frame: pd.DataFrame | Columns,
    *,
    first_release: bool = False,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> tuple[Printed, Lines] | None:
    """Say which row of `FIGURE_COLUMNS` holds which printed figure; None without any.

    With `every_subject` provinces, items by market and the items of imports count too.
    `amounts` is what is measured, which every series of the answer is named with.

    Where one figure stands in several rows, the newest report wins (with `first_release` the
    oldest), then the firmer status, then the return that the archive ranks higher. One return may
    print the same figure under two names (a quarter is a cumulative too): "cumulative" wins.
    """
    columns = columns_of(frame) if isinstance(frame, pd.DataFrame) else taken(frame)
    kept = counting(columns, every_subject=every_subject, amounts=amounts)
    if not len(kept):
        return None
    columns = columns.of(kept)
    spoken_of, numbers = columns.spoken_of()
    series = {series_of(subject, amounts[0]): number for number, subject in enumerate(spoken_of)}
    about = numbered(numbers_everywhere(spoken_of), np.arange(len(spoken_of)))
    named = Named(numbers, series, about)
    return lay_numbered(columns, read_of(columns), named, direction=-1 if first_release else 1)


_NO_SERIES = np.array([NONE])


def numbered(about: IntArray, numbers: IntArray, before: IntArray = _NO_SERIES) -> IntArray:
    """Put the numbers of series where they are looked up by what these are about."""
    held = np.full(max(int(about.max()) + 2, len(before)), NONE)
    held[: len(before)] = before
    held[about] = numbers
    return held


class Named(NamedTuple):
    """The number of each row's series, and what the numbers stand for, where that is asked for."""

    numbers: IntArray
    series: dict[Series, int]
    about: IntArray


@dataclass(frozen=True, eq=False)
class Lines:
    """The years of series that rows tell of: of many years most tell of few series.

    `at` numbers them, all series of a year before those of the next, as in arrays of `shape`
    (years, series). `places` say which rows hold what, of the fields (`year.PRINTED`) of each
    line's months.
    """

    shape: tuple[int, int]
    at: IntArray
    places: IntArray

    def spread(self, amounts: IntArray, told: Whole) -> tuple[IntArray, Whole]:
        """Give `year.Fields` of all series in all years, of those of the lines."""
        count = self.shape[0] * self.shape[1]
        if len(self.at) < count:
            every = nothing(count)
            every.amounts[:, self.at], every.told[:, self.at] = amounts, told
            amounts, told = every.amounts, every.told
        shape = (*self.shape, MONTHS_PER_YEAR)
        return amounts.reshape(len(amounts), *shape), told.reshape(len(told), *shape)


def lay_numbered(
    columns: Taken, read: Read, named: Named, *, direction: int = 1
) -> tuple[Printed, Lines]:
    """Lay out rows by the numbers of their series; see `lay_out`, and `Printed` for `direction`."""
    first_year = int(columns["period_start"].min()) // MONTHS_PER_YEAR
    last = int(columns["period_end"].max())
    shape = years, series = last // MONTHS_PER_YEAR - first_year + 1, int(named.numbers.max()) + 1
    of_row = (columns["period_end"] // MONTHS_PER_YEAR - first_year) * series + named.numbers
    told_of = np.bincount(of_row) > 0
    at = told_of.nonzero()[0]
    grid = Grid(first_year, 1, len(at))
    places = np.full((PRINTED, *grid.shape[1:]), NONE, np.int64)
    told = placed(columns, read, (told_of.cumsum() - 1)[of_row], grid, direction)
    for array, (cells, chosen) in zip(places, told, strict=True):
        array.reshape(-1)[cells] = chosen  # of several the last stays, the best
    rows = rows_read(read)
    printed = Printed(rows, named.series, named.about, first_year, years, last, direction)
    return printed, Lines(shape, at, places)


def series_of(subject: Subject, measure: Measure) -> Series:
    """Name a series by the words of a row."""
    flow, item, market, ownership, province = subject
    return Series(Flow(flow), measure, item, market, Ownership(ownership), province)
