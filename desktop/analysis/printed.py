"""The printed figures of a frame, laid out by series, year and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from desktop.analysis.rows import (
    GROWTH,
    MONTHLY,
    SORT,
    SUBJECT,
    VALUES,
    columns_of,
    counting,
    rows_of,
)
from desktop.analysis.year import NONE
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from desktop.analysis.rows import Amounts, BoolArray, IntArray, Rows, Subject, Taken

Placed = tuple["IntArray", "IntArray"]
"""Cells of an array laid flat, and the rows that belong there; of one cell's the last, the best."""


@dataclass(frozen=True, eq=False)
class Printed:
    """The rows that hold what was printed, and what these are about: series by their numbers.

    `subjects` number the series by what they are about in the words of rows. `years` calendar
    years are covered. `direction` is 1 where the newest report wins, -1 where the first does.
    """

    rows: Rows
    series: dict[Series, int]
    subjects: dict[Subject, int]
    first_year: int
    years: int
    direction: int


def lay_out(
    frame: pd.DataFrame,
    *,
    first_release: bool = False,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> tuple[Printed, IntArray] | None:
    """Say which row of a frame with `FIGURE_COLUMNS` holds which printed figure; None without any.

    The rows' numbers have the shape (`year.PRINTED` fields, years, series, 12).

    With `every_subject` provinces, items by market and the items of imports count too.
    `amounts` is what is measured, which every series of the answer is named with.

    Where one figure stands in several rows, the newest report wins (with `first_release` the
    oldest), then the firmer status, then the return that the archive ranks higher. One return may
    print the same figure under two names (a quarter is a cumulative too): "cumulative" wins.
    """
    read = read_rows(columns_of(frame), every_subject=every_subject, amounts=amounts)
    if read is None:
        return None
    columns, rows = read
    numbers, subjects = _numbered(columns)
    series = {series_of(subject, amounts[0]): number for subject, number in subjects.items()}
    named = Named(numbers, series, subjects)
    return lay_numbered(columns, rows, named, direction=-1 if first_release else 1)


class Named(NamedTuple):
    """The number of each row's series, and what the numbers stand for, where that is asked for."""

    numbers: IntArray
    series: dict[Series, int]
    subjects: dict[Subject, int]


def lay_numbered(
    columns: Taken, rows: Rows, named: Named, *, direction: int = 1
) -> tuple[Printed, IntArray]:
    """Lay out rows by the numbers of their series; see `lay_out`, and `Printed` for `direction`."""
    first_year = int(columns["period_start"].min()) // MONTHS_PER_YEAR
    years = int(columns["period_end"].max()) // MONTHS_PER_YEAR - first_year + 1
    grid = Grid(first_year, range(MONTHS_PER_YEAR), years, int(named.numbers.max()) + 1)
    told = placed(columns, rows, named.numbers, grid, direction)
    places = np.full((len(told), *grid.shape), NONE, np.int64)
    for array, (cells, chosen) in zip(places, told, strict=True):
        array.reshape(-1)[cells] = chosen  # of several the last stays, the best
    return Printed(rows, named.series, named.subjects, first_year, years, direction), places


def read_rows(
    columns: Taken, *, every_subject: bool, amounts: Amounts
) -> tuple[Taken, Rows] | None:
    """Take the rows that count out of columns, with all that is told of them; None without any."""
    kept = counting(columns, every_subject=every_subject, amounts=amounts)
    if not len(kept):
        return None
    theirs = columns.of(kept)
    return theirs, rows_of(theirs)


class Grid(NamedTuple):
    """What figures are laid out in: years from the first on, series, and some months of a year."""

    first_year: int
    months: range
    years: int
    series: int

    @property
    def shape(self) -> tuple[int, int, int]:
        """How many there are of each."""
        return self.years, self.series, len(self.months)

    def cells(self, ends: IntArray, numbers: IntArray) -> IntArray:
        """Give the cells of periods by their last months, of series by their numbers, flat."""
        years = ends // MONTHS_PER_YEAR - self.first_year
        months = ends % MONTHS_PER_YEAR - self.months.start
        return (years * self.series + numbers) * len(self.months) + months


def placed(
    columns: Taken, rows: Rows, numbers: IntArray, grid: Grid, direction: int
) -> tuple[Placed, ...]:
    """Say which row holds which figure, of the fields of a year that do so, in their order."""
    ends, returned = columns["period_end"], columns["return_id"]
    several = None if (returned == returned[0]).all() else returned
    order = _in_order(columns, rows, direction, of_one=several is None)
    sheet = _Sheet(several, ends, grid.cells(ends, numbers), order, grid.shape)
    sort, starts = columns[SORT], columns["period_start"]
    amount, from_january = sort & GROWTH == 0, starts % MONTHS_PER_YEAR == 0
    monthly, to_date = amount & (sort & MONTHLY > 0), amount & from_january
    next_to_date, next_month = sheet.of_next_month(to_date, monthly)
    return (
        sheet.placed(monthly), sheet.placed(to_date), sheet.placed(~amount & from_january),
        next_to_date, next_month,
    )  # fmt: skip


def _in_order(columns: Taken, rows: Rows, direction: int, *, of_one: bool) -> IntArray:
    """Sort rows, of one figure the best one last."""
    best = (rows.value, columns.names())  # of one name the larger, in whatever order they come
    if of_one and not rows.newest[0]:
        return np.lexsort((*best, rows.firmness))
    return np.lexsort((*best, columns["return_rank"], rows.firmness, direction * rows.date))


@dataclass(frozen=True, eq=False)
class _Sheet:
    """Where each row belongs (`cells`, flat), and all rows in `order`, the best one last.

    `returned` are the numbers of their returns, where there are several.
    """

    returned: IntArray | None
    ends: IntArray
    cells: IntArray
    order: IntArray
    shape: tuple[int, int, int]

    def placed(self, mask: BoolArray) -> Placed:
        chosen = self.order[mask[self.order]]
        return self.cells[chosen], chosen

    def of_next_month(self, to_date: BoolArray, monthly: BoolArray) -> tuple[Placed, Placed]:
        """Take what the return for a month printed of it together: to date, and the month."""
        spots, newest = self._by_return()
        latest = (self.ends == newest) & (self.ends % MONTHS_PER_YEAR > 0)
        (_, later), (_, months) = self.placed(to_date & latest), self.placed(monthly & latest)
        if not len(later) or not len(months):
            nothing = later[:0], later[:0]
            return nothing, nothing
        wanted, offered = spots[later], spots[months]
        by_spot = np.argsort(offered, kind="stable")
        offered = offered[by_spot]
        at = np.searchsorted(offered, wanted, "right") - 1  # of several the last, the best
        both = offered[at] == wanted
        later, month = later[both], months[by_spot[at[both]]]
        before = self.cells[later] - 1
        return (before, later), (before, month)

    def _by_return(self) -> tuple[IntArray, IntArray]:
        """Number what each return tells of each cell; its newest month."""
        if self.returned is None:
            return self.cells, self.ends.max()
        numbers = self.returned - self.returned.min()
        newest = np.zeros(numbers.max() + 1, np.int64)
        np.maximum.at(newest, numbers, self.ends)
        return numbers * int(np.prod(self.shape)) + self.cells, newest[numbers]


def series_of(subject: Subject, measure: Measure) -> Series:
    """Name a series by the words of a row."""
    flow, item, market, ownership, province = subject
    return Series(Flow(flow), measure, item, market, Ownership(ownership), province)


def _numbered(columns: Taken) -> tuple[IntArray, dict[Subject, int]]:
    """Number the series of rows: each row's number, and the subjects by theirs."""
    keys = np.zeros(len(columns["value"]), np.int64)
    for name in SUBJECT:
        codes, distinct = pd.factorize(columns[name])
        keys = keys * len(distinct) + codes
    _, first, numbers = np.unique(keys, return_index=True, return_inverse=True)
    words = zip(*(columns[name][first].tolist() for name in SUBJECT), strict=True)
    return numbers, {subject: number for number, subject in enumerate(words)}
