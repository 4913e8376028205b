"""A table on its way from the sheet to its figures: found, bound, and by which plan, if any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.figures.directions import TablePlan
from desktop.figures.month import Month
from desktop.returns.binding import Bound
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.orders import NO_ORDERS, Orders
from desktop.returns.plans.recognised import plan_of, resolved
from desktop.returns.recipe import Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.table import Table


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

    def plan_read(self, sheet: Sheet, scales: Mapping[int, GrowthScale]) -> TablePlan:
        """How it was read, as a plan."""
        if self.plan is None:
            return plan_of(sheet, self.number, self.table, self.bound, scales, self.recipe.layout)
        return resolved(self.plan, self.bound)
