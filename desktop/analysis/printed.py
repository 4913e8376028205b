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
    last = int(columns["period_end"].max())
    years = last // MONTHS_PER_YEAR - first_year + 1
    grid = Grid(first_year, range(MONTHS_PER_YEAR), years, int(named.numbers.max()) + 1)
    told = placed(columns, rows, named.numbers, grid, direction)
    places = np.full((len(told), *grid.shape), NONE, np.int64)
    for array, (cells, chosen) in zip(places, told, strict=True):
        array.reshape(-1)[cells] = chosen  # of several the last stays, the best
    return Printed(rows, named.series, named.subjects, first_year, years, last, direction), places


def read_rows(
    columns: Taken, *, every_subject: bool, amounts: Amounts
) -> tuple[Taken, Rows] | None:
    """Take the rows that count out of columns, with all that is told of them; None without any."""
    kept = counting(columns, every_subject=every_subject, amounts=amounts)
    if not len(kept):
        return None
    theirs = columns if len(kept) == len(columns[SORT]) else columns.of(kept)
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
        count, begin = len(self.months), self.months.start
        if self.years == 1:
            return numbers * count + (ends - (self.first_year * MONTHS_PER_YEAR + begin))
        years = ends // MONTHS_PER_YEAR - self.first_year
        return (years * self.series + numbers) * count + (ends % MONTHS_PER_YEAR - begin)


def placed(
    columns: Taken, rows: Rows, numbers: IntArray, grid: Grid, direction: int
) -> tuple[Placed, ...]:
    """Say which row holds which figure, of the fields of a year that do so, in their order."""
    ends, cells = columns["period_end"], grid.cells(columns["period_end"], numbers)
    sort, starts = columns[SORT], columns["period_start"]
    amount, from_january = sort & GROWTH == 0, starts % MONTHS_PER_YEAR == 0
    order = None
    if rows.newest[0] or not _are_unlike(cells * 4 + amount * 2 + from_january):
        order = _in_order(columns, rows, direction)
    sheet = _Sheet(columns["return_id"], ends, cells, order, grid.shape)
    monthly, to_date = amount & (sort & MONTHLY > 0), amount & from_january
    next_to_date, next_month = sheet.of_next_month(to_date, monthly)
    return (
        sheet.placed(monthly), sheet.placed(to_date), sheet.placed(~amount & from_january),
        next_to_date, next_month,
    )  # fmt: skip


def _are_unlike(figures: IntArray) -> bool:
    """Say whether no figure stands in several rows: one day's returns seldom repeat another."""
    rows = np.arange(len(figures))
    last = np.empty(int(figures.max()) + 1, np.int64)
    last[figures] = rows
    return bool((last[figures] == rows).all())


def _in_order(columns: Taken, rows: Rows, direction: int) -> IntArray:
    """Sort rows, of one figure the best one last."""
    best = (rows.value, columns.names())  # of one name the larger, in whatever order they come
    return np.lexsort((*best, columns["return_rank"], rows.firmness, direction * rows.date))


@dataclass(frozen=True, eq=False)
class _Sheet:
    """Where each row belongs (`cells`, flat), its return, and all rows in order, the best one last.

    There is no `order` where no figure stands in several rows.
    """

    returned: IntArray
    ends: IntArray
    cells: IntArray
    order: IntArray | None
    shape: tuple[int, int, int]

    def placed(self, mask: BoolArray) -> Placed:
        chosen = mask.nonzero()[0] if self.order is None else self.order[mask[self.order]]
        return self.cells[chosen], chosen

    def of_next_month(self, to_date: BoolArray, monthly: BoolArray) -> tuple[Placed, Placed]:
        """Take what the return for a month printed of it together: to date, and the month."""
        numbers = self.returned - self.returned.min()
        latest = (self.ends == _newest(numbers, self.ends)) & (self.ends % MONTHS_PER_YEAR > 0)
        (_, later), (_, months) = self.placed(to_date & latest), self.placed(monthly & latest)
        if not len(later) or not len(months):
            nothing = later[:0], later[:0]
            return nothing, nothing
        month = self._beside(later, months, numbers)
        both = month != NONE
        later, month = later[both], month[both]
        before = self.cells[later] - 1
        return (before, later), (before, month)

    def _beside(self, later: IntArray, months: IntArray, numbers: IntArray) -> IntArray:
        """Find the months beside figures to date in their returns, of several the best."""
        if self.order is None:
            at = np.full(int(np.prod(self.shape)), NONE)
            at[self.cells[months]] = months
            month = at[self.cells[later]]
            return np.where(numbers[month] == numbers[later], month, NONE)
        spots = numbers * int(np.prod(self.shape)) + self.cells
        wanted, offered = spots[later], spots[months]
        by_spot = np.argsort(offered, kind="stable")
        offered = offered[by_spot]
        found = np.searchsorted(offered, wanted, "right") - 1
        return np.where(offered[found] == wanted, months[by_spot[found]], NONE)


def _newest(numbers: IntArray, ends: IntArray) -> IntArray:
    """Give for each row the newest month of its return; the returns are numbered."""
    if not (ends != ends[0]).any():
        return ends
    newest = np.zeros(numbers.max() + 1, np.int64)
    np.maximum.at(newest, numbers, ends)
    return newest[numbers]


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
