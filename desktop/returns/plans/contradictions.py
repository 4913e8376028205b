"""Can a plan be carried out at all? What it contradicts in itself is said, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop.figures.catalogue import items, markets
from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.figure import Status
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import NEW, TRADE, Flow, Measure, Ownership
from desktop.returns.grid import MAX_COLUMN, MAX_ROW, column_number
from desktop.returns.plans.printed_units import understood, understood_scale
from desktop.returns.text_numbers import Writing

_INDICES = frozenset(
    {Measure.PRODUCTION_INDEX, Measure.CONSUMPTION_INDEX, Measure.INVENTORY_INDEX}
)  # fmt: skip


def contradictions(plan: TablePlan) -> Iterator[Finding]:
    """Say what keeps a plan from being carried out; nothing for one that can be."""
    told = Finding(Severity.ERROR, "plan_wrong", plan.sheet, about=plan.title)
    for code, found in _faults(plan):
        yield replace(told, code=code, found=found)
    for column in plan.columns:
        for code, found in _column_faults(column):
            yield replace(told, code=code, found=found, expected=column.letter)


def _faults(plan: TablePlan) -> Iterator[tuple[str, str]]:
    values = [c for c in plan.columns if c.role is ColumnRole.VALUE]
    if not values and all(c.role is not ColumnRole.GROWTH for c in plan.columns):
        yield "plan_without_values", ""
    if all(c.role is not ColumnRole.LABEL for c in plan.columns):
        yield "plan_without_labels", ""
    rows = (plan.first_row, plan.last_row or MAX_ROW)
    if not 1 <= rows[0] <= rows[1] <= MAX_ROW:
        yield "plan_rows", f"{rows[0]}-{rows[1]}"
    if plan.heading_last >= plan.first_row or plan.heading_first > plan.heading_last:
        yield "plan_headings", f"{plan.heading_first}-{plan.heading_last}"
    for letter, count in Counter(c.letter for c in plan.columns).items():
        if count > 1:
            yield "plan_column_twice", letter
    for known, text in (
        (Flow, plan.flow), (Status, plan.status), (Month.parse, plan.month),
        (Writing, plan.writing), (understood, plan.unit),
    ):  # fmt: skip
        if text and not _is(known, text):
            yield "plan_word", text


def _column_faults(column: ColumnPlan) -> Iterator[tuple[str, str]]:
    if not _is(_column_number, column.letter):
        yield "plan_word", column.letter
    for known, text in (
        (Flow, column.flow), (Measure, column.measure), (Ownership, column.ownership),
        (Basis, column.basis), (Status, column.status), (Month.parse, column.start),
        (Month.parse, column.end), (_item, column.item), (_market, column.market),
    ):  # fmt: skip
        if text and not _is(known, text):
            yield "plan_word", text
    if column.unit and not _is(understood_scale if _is_index(column) else understood, column.unit):
        yield "plan_word", column.unit
    if not _is(_period, column):
        yield "plan_period", f"{column.start}..{column.end}"


def _is_index(column: ColumnPlan) -> bool:
    return column.role is ColumnRole.GROWTH or column.measure in _INDICES


def is_month(text: str) -> bool:
    """Say whether a text is a month as plans write it."""
    return bool(text) and _is(Month.parse, text)


def _is(known: Callable[..., object], said: object) -> bool:
    try:
        known(said)
    except ValueError:
        return False
    return True


def _column_number(letter: str) -> int:
    number = column_number(letter)
    if not 1 <= number <= MAX_COLUMN:
        raise ValueError(letter)
    return number


def _period(column: ColumnPlan) -> None:
    if column.start and column.end and _is(Month.parse, column.start):
        Period(Month.parse(column.start), Month.parse(column.end), Basis.MONTH)


def _item(code: str) -> None:
    if not code.startswith(NEW) and not any(code in items(flow) for flow in TRADE):
        raise ValueError(code)


def _market(code: str) -> None:
    if not code.startswith(NEW) and code not in markets():
        raise ValueError(code)
