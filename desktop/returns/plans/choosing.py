"""Which plans a sheet is read by: an official's, else those of a layout that fits, else none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.figures.directions import Directions, LearnedLayout, TablePlan
from desktop.returns.sheet import Sheet
from desktop.returns.table import Table


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
    return Chosen()
