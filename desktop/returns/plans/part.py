"""A table on its way from the sheet to its figures: found, bound, and by which plan, if any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.figures.directions import TablePlan
from desktop.figures.figure import FigureRow
from desktop.figures.month import Month
from desktop.returns.binding import Bound, bind
from desktop.returns.found_table import Table
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.month_weighed import Weighed
from desktop.returns.orders import NO_ORDERS, Orders
from desktop.returns.plans.recognised import columns_of, plan_of, resolved
from desktop.returns.recipe import Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.shown import shown


@dataclass(slots=True)
class Part:
    """A table that is ready to be read; `plan` where somebody said how, `month` what it is about.

    `number` counts the sheet's tables from 0.
    """

    number: int
    table: Table
    bound: list[Bound]
    recipe: Recipe
    month: Month | None = None
    plan: TablePlan | None = None
    orders: Orders = NO_ORDERS

    @property
    def is_settled(self) -> bool:
        """True where an official said what it is about: its month, or all of it."""
        return self.plan is not None and (bool(self.plan.month) or not self.plan.recipe)

    def settle(self, sheet: Sheet, found: Weighed) -> bool:
        """Take what title and headings were weighed to mean; say whether that is decided.

        A plan's columns mean what it says, whatever their headings do.
        """
        mended = found.columns != self.table.columns
        if not found.decided or (mended and self.plan is not None):
            return False
        self.month = found.month
        if mended:
            self.table.columns = found.columns
            bound = bind(self.table, found.month, by_title=self.plan is None)
            self.bound = shown(sheet.grid, bound)
        return True

    def newest(self, rows: Sequence[FigureRow]) -> Month | None:
        """The month it is about; where the rows are periods, the newest that was read."""
        if self.month or not (self.plan or self.table.periods_in_rows):
            return self.month
        newest = max((row.period_end for row in rows), default=None)
        return None if newest is None else Month.from_ordinal(newest)

    def plan_read(
        self, sheet: Sheet, scales: Mapping[int, GrowthScale], *, whole: bool
    ) -> TablePlan:
        """How it was read, as a plan; without its columns unless it is to be `whole`."""
        if self.plan is not None:
            return resolved(self.plan, self.bound)
        columns = columns_of(sheet, self.table, self.bound, scales) if whole else ()
        return plan_of(sheet, self.number, self.table, columns, self.recipe.layout)
