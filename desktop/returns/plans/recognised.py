"""A table as it was recognised, written as a plan that an official can correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.returns.binding import Bound
from desktop.returns.found_table import Table
from desktop.returns.grid import letters
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.plans.printed_units import written, written_column, written_scale
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span

UNIT_COLUMN = "unit_column"
"""Why a column is left out that holds the units of its rows."""
NO_HEADING = "no_heading"
"""Why a column of numbers is left out that no heading announces."""
BY_PLAN = "by_plan"
"""Why a column is left out that an official said is no data."""
UNREAD = "not_understood"
"""Why a column is left out whose heading names no period."""
NUMBERING = "numbering"
"""Why a column is left out that counts the rows."""
_LOOKED_AT = 60
"""Rows among which columns without a heading are looked for."""


def plan_of(
    sheet: Sheet,
    number: int,
    table: Table,
    columns: Iterable[ColumnPlan],
    recipe: str,
) -> TablePlan:
    """Write down how a table is read; `number` counts the sheet's tables from 0."""
    flow = table.title.flow
    return TablePlan(
        sheet.name,
        number,
        table.title.text,
        *table.heading_rows,
        table.rows[0] if table.rows else 0,
        table.rows[-1] if table.rows else 0,
        tuple(columns),
        tuple(n for n in table.rows if n in sheet.grid.hidden_rows),
        flow=flow.value if flow else "",
        unit=written(table.units),
        area=table.province,
        recipe=recipe,
        periods_in_rows=table.periods_in_rows,
    )


def resolved(plan: TablePlan, bound: Sequence[Bound]) -> TablePlan:
    """Say in full what a plan left to headings and to the month."""
    said = {letters(b.number): b for b in bound}
    columns = (_resolved(c, said.get(c.letter)) for c in plan.columns)
    return replace(plan, columns=tuple(columns))


def _resolved(column: ColumnPlan, b: Bound | None) -> ColumnPlan:
    if column.role is ColumnRole.LEFT_OUT:
        return replace(column, why=column.why or BY_PLAN)
    if b is None or b.left_out or b.period is None:
        return column
    period = b.period
    return replace(
        column, basis=period.basis.value, start=str(period.start), end=str(period.end),
        status=column.status or b.status.value,
    )  # fmt: skip


def columns_of(
    sheet: Sheet, table: Table, bound: Sequence[Bound], scales: Mapping[int, GrowthScale]
) -> Iterator[ColumnPlan]:
    """Write down how each column of a table is read."""
    filled = _filled(sheet, table)
    said = {b.number: b for b in bound}
    for number in sorted(filled | said.keys() | {table.unit_column} - {0}):
        if number == table.unit_column:
            yield ColumnPlan(letters(number), role=ColumnRole.LEFT_OUT, why=UNIT_COLUMN)
        elif b := said.get(number):
            yield _column(table, b, scales.get(number))
        elif number in table.labels:
            yield ColumnPlan(letters(number), table.label_heading, ColumnRole.LABEL)
        else:
            left = number < min(said, default=0)
            why = NUMBERING if left else NO_HEADING
            yield ColumnPlan(letters(number), role=ColumnRole.LEFT_OUT, why=why)


def _filled(sheet: Sheet, table: Table) -> set[int]:
    """Columns in which anything stands beside the rows."""
    return {column for n in table.rows[:_LOOKED_AT] for column in sheet.row(n)}


def _column(table: Table, b: Bound, scale: GrowthScale | None) -> ColumnPlan:
    heading, period, kept = b.column.heading, b.period, b.kept_measure
    basis = period.basis if period else b.basis
    role = ColumnRole.GROWTH if b.growth else ColumnRole.VALUE
    own = b.column.units
    why = "" if _waits(b) else b.left_out
    flow = b.flow or heading.flow
    return ColumnPlan(
        letters(b.number),
        b.column.text,
        ColumnRole.LEFT_OUT if why else role,
        flow.value if flow and flow is not table.title.flow else "",
        kept.value if kept else "",
        b.item,
        b.market,
        b.ownership.value if b.ownership else "",
        written_scale(scale) if b.growth and scale else written_column(own, b.measure),
        basis.value if basis else "",
        str(period.start) if period else "",
        str(period.end) if period else "",
        b.status.value,
        why,
    )


def _waits(b: Bound) -> bool:
    """Say whether a column only waits to hear the table's month, or its year."""
    return b.left_out == UNREAD and b.column.heading.span is not Span.NONE
