"""What an official points out on a sheet, as a change of a table's plan."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.period import Basis
from desktop.figures.series import Measure
from desktop.figures.wording import N_
from desktop.gui.review.addresses import column_letter, column_number

POINTED_OUT = "pointed_out"
"""Why a row or column is left out that an official said is no data."""

QUICK_COLUMNS: tuple[tuple[str, dict[str, str]], ...] = (
    (N_("Value of the month"), {"measure": Measure.VALUE, "basis": Basis.MONTH}),
    (N_("Value to date"), {"measure": Measure.VALUE, "basis": Basis.CUMULATIVE}),
    (N_("Quantity of the month"), {"measure": Measure.QUANTITY, "basis": Basis.MONTH}),
    (N_("Quantity to date"), {"measure": Measure.QUANTITY, "basis": Basis.CUMULATIVE}),
    (N_("Growth, to check by"), {"role": ColumnRole.GROWTH}),
    (N_("Labels"), {"role": ColumnRole.LABEL}),
    (N_("Not data"), {"role": ColumnRole.LEFT_OUT, "why": POINTED_OUT}),
)
"""What a column is most often said to be; the rest of it stays as its heading says."""


def heading_at(plan: TablePlan, first: int, last: int) -> TablePlan:
    """Say which rows are the heading; its columns are read from it anew."""
    begins = plan.first_row if plan.first_row > last else last + 1
    ends = plan.last_row if plan.last_row == 0 or plan.last_row >= begins else 0
    return replace(
        plan, heading_first=first, heading_last=last, first_row=begins, last_row=ends, columns=()
    )


def without_rows(plan: TablePlan, first: int, last: int) -> TablePlan:
    """Say that rows are no data."""
    rows = {*plan.left_out_rows, *range(first, last + 1)}
    return replace(plan, left_out_rows=tuple(sorted(rows)))


def with_rows(plan: TablePlan, first: int, last: int) -> TablePlan:
    """Say that rows are data after all; the table grows to hold them."""
    rows = tuple(r for r in plan.left_out_rows if not first <= r <= last)
    begins = min(plan.first_row, first) if first > plan.heading_last else plan.first_row
    ends = max(plan.last_row, last) if plan.last_row else 0
    return replace(plan, left_out_rows=rows, first_row=begins, last_row=ends)


def ending_at(plan: TablePlan, row: int) -> TablePlan:
    """Say which row is the table's last."""
    return replace(plan, last_row=row)


def column_of(plan: TablePlan, number: int) -> ColumnPlan:
    """Give what a plan says of a column; an empty one where it says nothing."""
    letter = column_letter(number)
    return next((c for c in plan.columns if c.letter == letter), ColumnPlan(letter))


def with_column(plan: TablePlan, column: ColumnPlan) -> TablePlan:
    """Say how a column is read."""
    others = (c for c in plan.columns if c.letter != column.letter)
    ordered = sorted((*others, column), key=lambda c: column_number(c.letter))
    return replace(plan, columns=tuple(ordered))


def said_to_be(column: ColumnPlan, says: dict[str, str]) -> ColumnPlan:
    """Give a column as one of `QUICK_COLUMNS`; its role is a value's unless it says otherwise.

    Its months follow: what is to date begins in January, and what is of a month is of its last.
    """
    kept = {"measure": "", "basis": ""} if column.why else {}
    known = {"role": ColumnRole.VALUE, "why": "", **kept, **says}
    if column.end and "basis" in says:
        year, to_date = column.end.partition("-")[0], says["basis"] == Basis.CUMULATIVE
        known["start"] = f"{year}-01" if to_date else column.end
    return replace(column, **known)  # type: ignore[arg-type]  # names and values of a ColumnPlan


def empty_plan(sheet: str, row: int) -> TablePlan:
    """Give a plan to begin from, on a sheet that has none."""
    return TablePlan(sheet, heading_first=row, heading_last=row, first_row=row + 1)
