"""The recipe of a table that no layout fits: its rows are labelled as its plan says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.figures.directions import TablePlan
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.series import UNKNOWN, Flow, Ownership
from desktop.returns.found_table import Table
from desktop.returns.labels import Labels
from desktop.returns.names import Names
from desktop.returns.plans import words
from desktop.returns.plans.cell_text import label_of
from desktop.returns.plans.column_meaning import years_only
from desktop.returns.plans.periods import said
from desktop.returns.plans.propose import around
from desktop.returns.plans.row_labels import GoodsLabels, PeriodLabels
from desktop.returns.recipe import Recipe
from desktop.returns.sheet import Sheet

PLANNED = "planned"
"""Layout of what is read by a plan alone."""


def planned_recipe(sheet: Sheet, table: Table, plan: TablePlan) -> Recipe:
    """Give the recipe for one table of one sheet; a country's own office is its sender."""
    labels = _periods(sheet, table, plan) if plan.periods_in_rows else partial(_goods, table)
    sender = "" if plan.area == UNKNOWN else plan.area
    return Recipe(PLANNED, sender, lambda _: True, labels, names_partners=True)


def _goods(table: Table, flow: Flow | None, ownership: Ownership, names: Names) -> Labels:
    return GoodsLabels(flow, ownership, names, words.names_markets(table.label_heading))


def _periods(
    sheet: Sheet, table: Table, plan: TablePlan
) -> Callable[[Flow | None, Ownership, Names], Labels]:
    overall = Status(plan.status) if plan.status else None
    near = around(sheet, [plan.heading_first or plan.first_row], table.rows or [plan.first_row])
    year = 0 if years_only(plan.columns) else near.period.year
    if plan.month:
        year = Month.parse(plan.month).year
    newest = _newest(sheet, table, frozenset(plan.left_out_rows), year)

    def labels(flow: Flow | None, _: Ownership, __: Names) -> Labels:
        return PeriodLabels(flow, newest, overall, near.fiscal_start, year)

    return labels


def _newest(sheet: Sheet, table: Table, left_out: frozenset[int], year: int) -> Month | None:
    """The newest month that stands as a month of its own and has figures."""
    values = {c.number for c in table.columns}
    reader = PeriodLabels(year=year)
    newest = None
    for number in table.rows:
        if number in left_out:
            continue
        label = label_of(sheet, number, table.labels)
        found = said(label)
        filled = not values.isdisjoint(sheet.row(number))
        period = reader.read(label, has_figures=filled).period
        if period and found.is_month and not found.older:
            newest = max(newest or period.end, period.end)
    return newest
