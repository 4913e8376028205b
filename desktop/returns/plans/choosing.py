"""Which plans a sheet is read by: an official's, else those of a layout that fits, else none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.figures.directions import Directions, LearnedLayout, TablePlan
from desktop.returns.found_table import Table
from desktop.returns.plans.learned import find
from desktop.returns.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Chosen:
    """The plans of one sheet, and the numbers of the recognised tables that they replace."""

    plans: tuple[TablePlan, ...] = ()
    covered: frozenset[int] = frozenset()
    layout: str = ""
    sender: str = ""


def choose(
    sheet: Sheet,
    found: Sequence[Table],
    directions: Directions,
    layouts: Sequence[LearnedLayout],
) -> Chosen:
    """Choose the plans for a sheet whose tables were recognised as `found`."""
    said = tuple(plan for plan in directions.plans if plan.sheet == sheet.name)
    if said:
        return Chosen(said, frozenset(plan.table for plan in said))
    known = find(sheet, found, layouts)
    if known is None:
        return Chosen()
    covered = frozenset(
        number for number, table in enumerate(found) if _covers(known.plans, number, table)
    )
    return Chosen(known.plans, covered, known.layout.name, known.layout.sender)


def _covers(plans: Sequence[TablePlan], number: int, table: Table) -> bool:
    """Say whether one of the plans reads the rows of a table that was recognised."""
    rows = set(table.rows) or set(range(table.title_rows[0], table.title_rows[1] + 1))
    return any(
        plan.table == number if plan.recipe else _meets(plan, rows) for plan in plans
    )  # fmt: skip


def _meets(plan: TablePlan, rows: set[int]) -> bool:
    top = min(plan.heading_first or plan.first_row, plan.first_row)
    return any(top <= row <= plan.last_row for row in rows) or max(rows, default=0) < top
