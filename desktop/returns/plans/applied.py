"""A plan carried out: the table it describes, with every column bound as it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.figures.directions import CellAnswer, ColumnPlan, ColumnRole, TablePlan
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Flow, Measure, Ownership
from desktop.returns import headings
from desktop.returns.binding import Bound, bind, dating, first_of_each
from desktop.returns.found_table import Table
from desktop.returns.grid import MAX_ROW, column_number
from desktop.returns.heading_block import Column
from desktop.returns.orders import Orders
from desktop.returns.plans import periods
from desktop.returns.plans.column_meaning import is_within_year, rebased
from desktop.returns.plans.part import Part
from desktop.returns.plans.planned_recipe import planned_recipe
from desktop.returns.plans.printed_units import SCALE_WORDS, understood, understood_scale
from desktop.returns.plans.propose import around, proposals
from desktop.returns.plans.recognised import BY_PLAN, UNIT_COLUMN, columns_of, plan_of
from desktop.returns.plans.shifted import shifted
from desktop.returns.recipes import recipe_for, recipe_named
from desktop.returns.sheet import Sheet
from desktop.returns.table_units import read_notes
from desktop.returns.text_numbers import Writing
from desktop.returns.titles import Title, title
from desktop.returns.units import NO_UNITS, Units, units

_BENEATH = 40
"""Rows beneath a table among which its footnotes stand."""
_SIMPLE = frozenset({Basis.MONTH.value, Basis.CUMULATIVE.value})
_BASE = {
    Measure.GROWTH_VALUE: Measure.VALUE, Measure.GROWTH_QUANTITY: Measure.QUANTITY
}  # fmt: skip


def applied(
    sheet: Sheet, plan: TablePlan, found: Table | None = None, base: TablePlan | None = None
) -> Part:
    """Carry out a plan that does not contradict itself (`contradictions`).

    `found` is the table that the engine recognised in that place, `base` the plan it gave: what
    the plan says otherwise was said by an official.
    """
    table = _table(sheet, plan, found)
    recipe = recipe_named(plan.recipe) or planned_recipe(sheet, table, plan)
    if plan.recipe and any(_is_open(c) for c in plan.columns):
        table, _ = recipe.prepare(sheet, table)
        table.province = plan.area or table.province
    month = Month.parse(plan.month) if plan.month else dating(table).month
    said = {column_number(c.letter): c for c in plan.columns}
    until = month or _latest(plan)
    bound = [_said(b, said[b.number], plan, month, until) for b in bind(table, month)]
    if plan.month and not plan.periods_in_rows:
        asked = {column_number(c.letter) for c in plan.columns if _keeps(c, base)}
        bound = shifted(bound, asked, Month.parse(plan.month))
    newest = _newest(bound)
    if plan.recipe or plan.month:
        newest = month or newest  # else the words of months may be none of ours: "Desember"
    return Part(
        plan.table, table, first_of_each(bound), recipe,
        None if plan.periods_in_rows else newest or month, plan, _orders(plan),
    )  # fmt: skip


def _table(sheet: Sheet, plan: TablePlan, found: Table | None) -> Table:
    known = title(plan.title) or Title(plan.title, None, Ownership.ALL)
    values = [c for c in plan.columns if c.role is not ColumnRole.LABEL and c.why != UNIT_COLUMN]
    labels = [c for c in plan.columns if c.role is ColumnRole.LABEL]
    last = plan.last_row or MAX_ROW
    rows = [n for n in sheet.numbers if plan.first_row <= n <= last]
    near = around(sheet, [n for n in (plan.heading_first,) if n], rows or [plan.first_row])
    table = Table(
        replace(known, flow=Flow(plan.flow) if plan.flow else None, left_out=""),
        (*(found.above if found else near.above), *_dated(plan)),
        tuple(column_number(c.letter) for c in labels),
        " ".join(c.heading for c in labels).strip(),
        next((column_number(c.letter) for c in plan.columns if c.why == UNIT_COLUMN), 0),
        tuple(_column(c) for c in values),
        understood(plan.unit),
        province=plan.area,
        title_rows=found.title_rows if found else (0, 0),
        heading_rows=(plan.heading_first, plan.heading_last),
        periods_in_rows=plan.periods_in_rows,
    )
    table.unit_rows = found.unit_rows if found else frozenset()
    table.dollars_mark = table.units.money not in {None, 1}
    table.rows = tuple(
        n for n in rows
        if not plan.recipe or n in table.unit_rows or _is_labelled(sheet, table, n)
    )  # fmt: skip
    table.beneath_rows = tuple(
        n for n in sheet.numbers if last < n <= last + _BENEATH and _is_labelled(sheet, table, n)
    )
    read_notes(sheet, table)
    return table


def _dated(plan: TablePlan) -> Iterator[str]:
    """The month that an official gave, said as a title says it, for layouts that look for one."""
    if plan.month:
        month = Month.parse(plan.month)
        yield f"Tháng {month.number} năm {month.year}"


def _is_labelled(sheet: Sheet, table: Table, number: int) -> bool:
    return any(column in table.labels for column, _ in sheet.texts(number))


def _column(plan: ColumnPlan) -> Column:
    heading = headings.read(plan.heading)
    measure = _BASE.get(Measure(plan.measure), Measure(plan.measure)) if plan.measure else None
    return Column(
        column_number(plan.letter), plan.heading, heading, measure, units(plan.heading)
    )  # fmt: skip


def _is_open(column: ColumnPlan) -> bool:
    return column.role is not ColumnRole.LEFT_OUT and not column.start and not column.basis


def _keeps(column: ColumnPlan, base: TablePlan | None) -> bool:
    """Say whether a column's period is still the engine's own, and no month was waited for."""
    if not column.start:
        return False
    same = (c for c in base.columns if c.letter == column.letter) if base else ()
    return any((c.basis, c.start, c.end) == (column.basis, column.start, column.end) for c in same)


def _said(
    b: Bound, plan: ColumnPlan, table: TablePlan, month: Month | None, until: Month | None
) -> Bound:
    """Let what a plan says of a column go before what its heading says.

    `month` is the table's, `until` the newest that is known of it.
    """
    if plan.role is ColumnRole.LEFT_OUT:
        return replace(b, period=_period(plan, until) or b.period, left_out=plan.why or BY_PLAN)
    growth = plan.role is ColumnRole.GROWTH
    measure = b.column.measure or (Measure.VALUE if table.recipe == "" else b.measure)
    period = _period(plan, until) or _open_period(plan, b, table, month)
    period = period or _mute_period(plan, table, until)
    own, near = _units(plan, measure, growth=growth)
    unsaid = period is None and (
        not table.periods_in_rows or is_within_year(periods.said(plan.heading))
    )  # what of a year's row it holds must be known
    status = plan.status or ("" if b.column.heading.status else table.status)
    return replace(
        b,
        basis=Basis(plan.basis) if plan.basis and period is None else None,
        column=replace(b.column, units=own.over(b.column.units) if own else b.column.units),
        period=period,
        measure=measure,
        status=Status(status) if status else b.status,
        growth=growth,
        left_out="not_understood" if unsaid else "",
        flow=Flow(plan.flow) if plan.flow else None,
        item=plan.item,
        market=plan.market,
        ownership=Ownership(plan.ownership) if plan.ownership else None,
        units=near,
        scale=understood_scale(plan.unit) if growth else None,
    )


def _units(plan: ColumnPlan, measure: Measure | None, *, growth: bool) -> tuple[Units, Units]:
    """Units that go before those of the rows, and units that stand behind them.

    Values are counted as their column says; quantities as their rows say, cars among tonnes.
    """
    if growth or not plan.unit or plan.unit in SCALE_WORDS:
        return NO_UNITS, NO_UNITS
    said = understood(plan.unit)
    return (said, NO_UNITS) if measure is Measure.VALUE else (NO_UNITS, said)


def _open_period(
    plan: ColumnPlan, b: Bound, table: TablePlan, month: Month | None
) -> Period | None:
    """The period of a column whose months its heading, or the table's month, says."""
    if not table.recipe or table.periods_in_rows:
        return None
    if b.period:
        return rebased(b.period, plan.basis)
    return rebased(Period.month(month), plan.basis) if month and plan.basis else None


def _mute_period(plan: ColumnPlan, table: TablePlan, until: Month | None) -> Period | None:
    """The period of a column whose basis alone was said, and no month at all: the newest one."""
    if table.recipe or table.periods_in_rows or not until or plan.basis not in _SIMPLE:
        return None
    return None if periods.said(plan.heading).basis else rebased(Period.month(until), plan.basis)


def _period(plan: ColumnPlan, until: Month | None) -> Period | None:
    """The period that a plan says; a year to date without an end runs to the newest month."""
    if not plan.start and not plan.end:
        return None
    start = Month.parse(plan.start or plan.end)
    if not plan.end and plan.basis == Basis.CUMULATIVE:
        if until is None:
            return None
        first = Month(until.year - (start.number > until.number), start.number)
        return Period(first, until, Basis.CUMULATIVE)
    end = Month.parse(plan.end or plan.start)
    one = Basis.MONTH if start == end else Basis.CUMULATIVE
    return Period(start, end, Basis(plan.basis) if plan.basis else one)


def _latest(plan: TablePlan) -> Month | None:
    """The newest month that the columns of a table end with."""
    return max((Month.parse(c.end) for c in plan.columns if c.end), default=None)


def _newest(bound: Sequence[Bound]) -> Month | None:
    ends = [b.period.end for b in bound if b.period and not b.left_out]
    return max(ends, default=None)


def _orders(plan: TablePlan) -> Orders:
    return Orders(
        frozenset(plan.left_out_rows),
        writing=Writing(plan.writing) if plan.writing else Writing.UNDECIDED,
        labels_are_names=bool(plan.recipe),
    )


def answered(orders: Orders, sheet: str, answers: Sequence[CellAnswer]) -> Orders:
    """Add what was answered of the sheet's cells."""
    return replace(orders, answers={a.cell: a.number for a in answers if a.sheet == sheet})


def recognised(sheet: Sheet, number: int, found: Table | None) -> TablePlan | None:
    """The plan that the engine itself gives, or proposes for, a table; None for neither."""
    if found is None or not found.columns or not found.rows or found.title.left_out:
        return next((plan for plan in proposals(sheet) if plan.table == number), None)
    recipe = recipe_for(found)
    table, _ = recipe.prepare(sheet, replace(found, footnotes=dict(found.footnotes)))
    bound = bind(table, dating(table).month, by_title=True)
    return plan_of(sheet, number, table, columns_of(sheet, table, bound, {}), recipe.layout)
