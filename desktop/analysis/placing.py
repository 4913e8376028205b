"""Which row of returns holds which printed figure, by series and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.rows import GROWTH, MONTHLY, SORT
from desktop.analysis.year import NONE
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from desktop.analysis.rows import BoolArray, IntArray, Taken
    from desktop.analysis.rows_told import Read

Placed = tuple["IntArray", "IntArray"]
"""Cells of an array laid flat, and the rows that belong there; of one cell's the last, the best."""


class Grid(NamedTuple):
    """What figures are laid out in: years from the first on, and series."""

    first_year: int
    years: int
    series: int

    @property
    def shape(self) -> tuple[int, int, int]:
        """How many there are of each, and twelve months."""
        return self.years, self.series, MONTHS_PER_YEAR

    def cells(self, ends: IntArray, numbers: IntArray) -> IntArray:
        """Give the cells of periods by their last months, of series by their numbers, flat."""
        if self.years == 1:
            return numbers * MONTHS_PER_YEAR + ends % MONTHS_PER_YEAR
        years = ends // MONTHS_PER_YEAR - self.first_year
        return (years * self.series + numbers) * MONTHS_PER_YEAR + ends % MONTHS_PER_YEAR


def placed(
    columns: Taken, read: Read, numbers: IntArray, grid: Grid, direction: int
) -> tuple[Placed, ...]:
    """Say which row holds which figure, of the fields of a year that do so, in their order."""
    ends, cells = columns["period_end"], grid.cells(columns["period_end"], numbers)
    sort, starts = columns[SORT], columns["period_start"]
    amount, from_january = sort & GROWTH == 0, starts % MONTHS_PER_YEAR == 0
    order = None
    if read.days > 1 or not are_unlike(cells * 4 + amount * 2 + from_january):
        order = _in_order(columns, read, direction)
    sheet = _Sheet(columns["return_id"], ends, cells, order, grid.shape)
    alone = sort & MONTHLY > 0
    monthly, to_date = amount & alone, amount & from_january
    next_to_date, next_month = sheet.of_next_month(to_date, monthly)
    return (
        sheet.placed(monthly), sheet.placed(to_date), sheet.placed(~amount & from_january),
        sheet.placed(~amount & alone), next_to_date, next_month,
    )  # fmt: skip


def are_unlike(figures: IntArray) -> bool:
    """Say whether no figure stands in several rows: one day's returns seldom repeat another."""
    return bool(are_last(figures).all())


def are_last(figures: IntArray) -> BoolArray:
    """Say of each figure whether no row behind it holds the same one."""
    rows = np.arange(len(figures))
    last = np.empty(int(figures.max(initial=0)) + 1, np.int64)
    last[figures] = rows
    return np.asarray(last[figures] == rows, np.bool_)


def _in_order(columns: Taken, read: Read, direction: int) -> IntArray:
    """Sort rows, of one figure the best one last."""
    value, date, firmness = read.numbers
    best = (value, columns.names())  # of one name the larger, in whatever order they come
    return np.lexsort((*best, columns["return_rank"], firmness, direction * date))


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
