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
    taken,
)
from desktop.analysis.rows_told import read_of, rows_read
from desktop.analysis.year import NONE
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from desktop.analysis.rows import Amounts, Columns, IntArray, Subject, Taken
    from desktop.analysis.rows_told import Read, Rows


@dataclass(frozen=True, eq=False)
class Printed:
    """The rows that hold what was printed, and what these are about: series by their numbers.

    `subjects` number the series by what they are about in the words of rows. `years` calendar
    years are covered, up to the month `last` (`Month.ordinal`). `direction` is 1 where the newest
    report wins, -1 where the first does.
    """

    rows: Rows
    series: dict[Series, int]
    subjects: dict[Subject, int]
    first_year: int
    years: int
    last: int
    direction: int

    def followed_by(self, rows: Rows, last: int) -> Printed:
        """Give the same series with more rows, up to a month."""
        series, subjects, first_year = self.series, self.subjects, self.first_year
        return Printed(rows, series, subjects, first_year, self.years, last, self.direction)


def lay_out(
    frame: pd.DataFrame | Columns,
    *,
    first_release: bool = False,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> tuple[Printed, IntArray] | None:
    """Say which row of `FIGURE_COLUMNS` holds which printed figure; None without any.

    The rows' numbers have the shape (`year.PRINTED` fields, years, series, 12).

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
    subjects = {subject: number for number, subject in enumerate(spoken_of)}
    series = {series_of(subject, amounts[0]): number for subject, number in subjects.items()}
    named = Named(numbers, series, subjects)
    return lay_numbered(columns, read_of(columns), named, direction=-1 if first_release else 1)


class Named(NamedTuple):
    """The number of each row's series, and what the numbers stand for, where that is asked for."""

    numbers: IntArray
    series: dict[Series, int]
    subjects: dict[Subject, int]


def lay_numbered(
    columns: Taken, read: Read, named: Named, *, direction: int = 1
) -> tuple[Printed, IntArray]:
    """Lay out rows by the numbers of their series; see `lay_out`, and `Printed` for `direction`."""
    first_year = int(columns["period_start"].min()) // MONTHS_PER_YEAR
    last = int(columns["period_end"].max())
    years = last // MONTHS_PER_YEAR - first_year + 1
    grid = Grid(first_year, years, int(named.numbers.max()) + 1)
    told = placed(columns, read, named.numbers, grid, direction)
    places = np.full((len(told), *grid.shape), NONE, np.int64)
    for array, (cells, chosen) in zip(places, told, strict=True):
        array.reshape(-1)[cells] = chosen  # of several the last stays, the best
    rows = rows_read(read)
    return Printed(rows, named.series, named.subjects, first_year, years, last, direction), places


def series_of(subject: Subject, measure: Measure) -> Series:
    """Name a series by the words of a row."""
    flow, item, market, ownership, province = subject
    return Series(Flow(flow), measure, item, market, Ownership(ownership), province)
