"""What a plan leaves open, filled in from the sheet: columns, rows, headings, periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.returns import headings
from desktop.returns.grid import column_number, letters
from desktop.returns.headings import Compared
from desktop.returns.plans.blocks import Block, block_at
from desktop.returns.plans.cell_text import label_of
from desktop.returns.plans.column_meaning import dated, within_years, year_of_each, years_only
from desktop.returns.plans.column_text import column_texts
from desktop.returns.plans.contradictions import is_month
from desktop.returns.plans.left_out import left_out_names
from desktop.returns.plans.periods import Said
from desktop.returns.plans.printed_units import understood, written
from desktop.returns.plans.propose import (
    are_periods,
    around,
    columns,
    label_columns,
    newest_year,
    rows_left_out,
    with_partner,
)
from desktop.returns.plans.recognised import NUMBERING, UNIT_COLUMN
from desktop.returns.sheet import Sheet

_KEPT = ("flow", "status", "month", "area", "writing", "title", "left_out_rows")
"""What a plan without places may still say of the table that was recognised."""


def completed(sheet: Sheet, plan: TablePlan, base: TablePlan | None) -> TablePlan:
    """Fill in what a plan leaves open; `base` is what the engine recognises, or proposes, there."""
    if base and not plan.columns and not plan.heading_first and not plan.first_row:
        said = {name: value for name in _KEPT if (value := getattr(plan, name))}
        plan = replace(base, unit=plan.unit, **said)
    if base:
        plan = replace(plan, unit=_unit(plan.unit, base.unit), title=plan.title or base.title)
    if not plan.first_row:
        plan = replace(plan, first_row=plan.heading_last + 1)
    if not plan.columns or not plan.last_row:
        plan = _with_columns(sheet, plan, base)
    plan = replace(plan, columns=tuple(_headed(sheet, plan)))
    plan = replace(plan, left_out_names=left_out_names(sheet, plan, base))
    return plan if plan.recipe else _dated(sheet, plan)


def _unit(said: str, recognised: str) -> str:
    """An answer about values leaves the unit of quantities as it was."""
    try:
        return written(understood(said).over(understood(recognised)))
    except ValueError:
        return said


def _heading_rows(plan: TablePlan) -> tuple[int, ...]:
    return tuple(range(plan.heading_first, plan.heading_last + 1)) if plan.heading_first else ()


def _with_columns(sheet: Sheet, plan: TablePlan, base: TablePlan | None) -> TablePlan:
    """Find the rows and columns beneath the headings that were pointed out."""
    block = block_at(sheet, _heading_rows(plan), plan.first_row, plan.last_row)
    if block is None:
        return plan
    plan = replace(plan, last_row=plan.last_row or block.rows[-1])
    if plan.columns:
        return plan
    if plan.recipe:
        beside = [*_beside(sheet, block, base)]
        known = {_number(column) for column in beside}
        found = [_by_grammar(sheet, block, n) for n in block.values if n not in known]
        return replace(plan, columns=(*beside, *found))
    labels = {n: label_of(sheet, n, block.labels) for n in block.rows}
    in_rows = are_periods(labels.values())
    near = around(sheet, block.headings, block.rows)
    found = columns(sheet, block.headings, block.rows, block.values)
    left_out = {*plan.left_out_rows, *rows_left_out(sheet, labels, in_rows=in_rows)}
    flows = any(column.flow for column in found)
    named = tuple(label_columns(sheet, block))
    return replace(
        plan,
        title=plan.title or near.title,
        columns=(*named, *with_partner(found, named, near.above, plan.area)),
        left_out_rows=tuple(sorted(left_out)),
        flow=plan.flow or ("" if flows or not near.flow else near.flow.value),
        unit=plan.unit or near.unit,
        status=plan.status or near.status.value,
        periods_in_rows=in_rows,
    )


def _beside(sheet: Sheet, block: Block, base: TablePlan | None) -> Iterator[ColumnPlan]:
    """The columns that name and number the rows, or give their units, as they were recognised."""
    kept = [c for c in (base.columns if base else ()) if _names_rows(c)]
    yield from kept or label_columns(sheet, block)


def _names_rows(column: ColumnPlan) -> bool:
    return column.role is ColumnRole.LABEL or column.why in {UNIT_COLUMN, NUMBERING}


def _by_grammar(sheet: Sheet, block: Block, number: int) -> ColumnPlan:
    """A column beneath headings of our own offices, read by their grammar."""
    text = column_texts(sheet, block.headings, block.values)[number]
    read = headings.read(text)
    measure = headings.measure(text)
    plan = ColumnPlan(letters(number), text, measure=measure.value if measure else "")
    if read.left_out or read.compared not in {None, Compared.LAST_YEAR}:
        why = read.left_out or f"compared_{read.compared.value if read.compared else ''}"
        return replace(plan, role=ColumnRole.LEFT_OUT, why=why)
    if read.compared is Compared.LAST_YEAR:
        growth = f"growth_{plan.measure}" if plan.measure else ""
        return replace(plan, role=ColumnRole.GROWTH, measure=growth)
    return plan


def _headed(sheet: Sheet, plan: TablePlan) -> Sequence[ColumnPlan]:
    """Give columns that were pointed out the headings that stand over them."""
    rows = _heading_rows(plan)
    amounts = {ColumnRole.VALUE, ColumnRole.GROWTH}
    bare = [c for c in plan.columns if not c.heading and c.role in amounts]
    if not rows or not bare:
        return plan.columns
    numbers = sorted(_number(c) for c in plan.columns if c.role is not ColumnRole.LABEL)
    texts = column_texts(sheet, rows, numbers)
    return [
        replace(c, heading=texts.get(_number(c), "")) if c in bare else c for c in plan.columns
    ]  # fmt: skip


def _number(column: ColumnPlan) -> int:
    try:
        return column_number(column.letter)
    except ValueError:  # said of it elsewhere
        return 0


def _dated(sheet: Sheet, plan: TablePlan) -> TablePlan:
    """Give open columns their periods: by their headings, else the month of title or official.

    Where rows say their months, only years over columns add to them, or months beside years.
    """
    rows = [n for n in sheet.numbers if plan.first_row <= n <= plan.last_row]
    if plan.periods_in_rows and not years_only(plan.columns):
        named = [_number(c) for c in plan.columns if c.role is ColumnRole.LABEL]
        kept = (n for n in rows if n not in plan.left_out_rows)
        newest = newest_year(label_of(sheet, n, named) for n in kept)
        if not newest or not within_years(plan.columns):
            return plan
        return replace(plan, columns=tuple(year_of_each(plan.columns, newest)))
    near = around(sheet, _heading_rows(plan), rows or [plan.first_row])
    default = near.period
    if is_month(plan.month):
        month = Month.parse(plan.month)
        default = Said(month.year, month.number, month.number, Basis.MONTH)
    return replace(plan, columns=tuple(dated(plan.columns, default, near.fiscal_start)))
