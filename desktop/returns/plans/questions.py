"""What only an official can say of a table, each question with its answers, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.analysis.in_print import plain
from desktop.figures.directions import Directions, TablePlan
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Ask, Question
from desktop.figures.series import TRADE, UNKNOWN, Measure
from desktop.returns.between_tables import ReadTable
from desktop.returns.binding import Bound
from desktop.returns.country_size import is_trade_of_a_month
from desktop.returns.grid import area
from desktop.returns.plans.money import strange
from desktop.returns.plans.part import Part
from desktop.returns.province_form import months_in
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text_numbers import Writing, parse, writing_of

_LARGE = (1_000_000, 1_000, 1, 1_000_000_000)
"""Factors of US dollars, in the order of how often tables are printed in them."""
_QUANTITIES = ("1000 t", "1 t", "0.001 t", "1 pcs", "1000 pcs")
_UNIT_CODES = frozenset({"no_unit", "unknown_unit", "unit_inferred", "units_disagree"})
_NAMED = 3
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def month_asked(told: Finding, table: int) -> Question:
    """Ask which of two months a table is about; needed where what was told is an error."""
    return Question(
        Ask.MONTH, told.sheet, told.cell, told.about, told.found,
        tuple(dict.fromkeys(filter(None, (told.expected, told.found)))), table,
        needed=told.severity is Severity.ERROR,
    )  # fmt: skip


def month_unsaid(sheet: Sheet, part: Part) -> Iterator[Question]:
    """Ask which month a table is about that names none, or no year."""
    spoken = [
        b for b in part.bound
        if b.period is None and b.column.heading.span is not Span.NONE
        and b.left_out in {"", "not_understood"}
    ]  # fmt: skip
    if part.month is None and (spoken or _is_undated(part)):
        named = tuple(dict.fromkeys(map(str, months_in(sheet.name, sheet.book))))
        newest = max(spoken or part.bound, key=lambda b: b.column.heading.last_month)
        title, heading = part.table.title.text, newest.column.text
        yield Question(Ask.MONTH, sheet.name, "", title, heading, named, part.number)


def _is_undated(part: Part) -> bool:
    """Say whether no column of a table that is read by its plan alone is of any month."""
    if part.plan is None or part.plan.recipe or part.plan.periods_in_rows:
        return False
    return bool(part.bound) and all(b.left_out for b in part.bound)


def flow_unsaid(sheet: Sheet, part: Part, *, nothing: bool) -> Iterator[Question]:
    """Ask whether a table speaks of exports or of imports, or a column of it that does not say.

    `nothing` is True for a table with figures of which none was read.
    """
    if part.table.title.flow:
        return
    silent = [
        b for b in part.bound if not b.left_out and not b.flow and not b.column.heading.flow
    ]  # fmt: skip
    every = len(silent) == sum(not b.left_out for b in part.bound)
    if silent and (nothing or not every):
        about = part.table.title.text if every else silent[0].column.text
        choices = tuple(way.value for way in TRADE)
        yield Question(Ask.FLOW, sheet.name, "", about, choices=choices, table=part.number)


def asked_of_cells(sheet: Sheet, part: Part, findings: Sequence[Finding]) -> Iterator[Question]:
    """Ask for the unit of figures that print none, and how numbers are written."""
    seen: set[tuple[Ask, str]] = set()
    brackets: dict[int, list[Finding]] = {}
    for told in findings:
        question = None
        if told.code in _UNIT_CODES and not strange(told.expected):
            question = _unit(sheet, part, told)
        elif told.code == "ambiguous_number":
            question = _writing(part, told)
        elif told.code == "bracketed_number":
            brackets.setdefault(area(told.cell).left, []).append(told)
        elif told.code == "negative_trade":
            yield from _of_negative(part, told)
        if question and (question.ask, question.about) not in seen:
            seen.add((question.ask, question.about))
            yield question
    for column in brackets.values():
        yield from _of_negative(part, replace(column[0], about=_all_of(column)))


def _all_of(column: Sequence[Finding]) -> str:
    """Whose figures one answer decides."""
    names = [told.about for told in column[:_NAMED]]
    return ", ".join([*names, "…"] if len(column) > _NAMED else names)


def layout_asked(plan: TablePlan) -> Question:
    """Ask whether a proposed plan is right."""
    cell = f"A{plan.first_row}"
    return Question(Ask.LAYOUT, plan.sheet, cell, plan.title, table=plan.table, flow=plan.flow)


def _unit(sheet: Sheet, part: Part, told: Finding) -> Question:
    b = next((b for b in part.bound if told.cell and b.number == area(told.cell).left), None)
    title = part.table.title.text
    if b is not None and b.measure is Measure.QUANTITY:
        return Question(
            Ask.UNIT, told.sheet, told.cell, b.column.text, told.found, _QUANTITIES, part.number
        )  # fmt: skip
    factors = sorted(
        _LARGE, key=lambda f: not is_trade_of_a_month(_largest(sheet, part.bound, part) * f)
    )
    choices = tuple(f"{factor} USD" for factor in factors)
    return Question(
        Ask.UNIT, told.sheet, told.cell, title, told.found, choices, part.number,
        needed=told.code != "unit_inferred",
    )  # fmt: skip


def _of_negative(part: Part, told: Finding) -> Iterator[Question]:
    """Ask whether a number below nothing is right: in brackets it likelier has no minus."""
    digits = re.sub(r"[^\d.,]", "", told.found)
    whole = Writing.DOT_THOUSANDS if part.orders.writing is Writing.DOT_THOUSANDS else None
    try:
        number = plain(-abs(parse(digits, whole or writing_of([digits]))))
    except ValueError:
        return
    choices = (number.removeprefix("-"), number)
    asked = told.code == "bracketed_number"
    yield Question(
        Ask.FIGURE, told.sheet, told.cell, told.about, told.found,
        choices if asked else choices[::-1], part.number, needed=asked,
    )  # fmt: skip


def _largest(sheet: Sheet, bound: Iterable[Bound], part: Part) -> float:
    columns = {b.number for b in bound if not b.left_out and not b.growth}
    numbers = (
        value for n in part.table.rows for c, value in sheet.row(n).items()
        if c in columns and isinstance(value, float)
    )  # fmt: skip
    return max(numbers, default=0.0)


def _writing(part: Part, told: Finding) -> Question:
    lines = (part.table.title.text, *part.table.above, part.table.label_heading)
    ours = any(_VIETNAMESE.search(line) for line in lines)
    writings = [Writing.DOT_THOUSANDS.value, Writing.COMMA_THOUSANDS.value]
    choices = tuple(writings if ours else writings[::-1])
    return Question(
        Ask.WRITING, told.sheet, told.cell, part.table.title.text, told.found, choices,
        part.number,
    )  # fmt: skip


def month_named(told: Finding, table: ReadTable) -> Question:
    """Ask which month a workbook is about whose name says another; its tables count meanwhile."""
    return Question(
        Ask.MONTH, table.sheet, table.month_cell, told.about, told.expected,
        (told.found, told.expected), table.number, needed=False,
    )  # fmt: skip


def flows_asked(told: Finding, *tables: ReadTable) -> Iterator[Question]:
    """Ask which way the goods go in tables that deny each other; the later is likelier wrong."""
    for turned, table in enumerate(tables):
        flow = next((row.flow for row in table.rows), "")
        kept = [way.value for way in TRADE if way == flow]
        other = [way.value for way in TRADE if way != flow]
        choices = (*other, *kept) if turned else (*kept, *other)
        cell = told.cell if told.sheet == table.sheet else ""
        yield Question(
            Ask.FLOW, table.sheet, cell, table.title, flow, choices, table.number
        )  # fmt: skip


def year_asked(sheet: Sheet, part: Part, *, nothing: bool) -> Iterator[Question]:
    """Ask which year rows of months are about that name none."""
    if _lacks_year(part, nothing=nothing):
        named = tuple(dict.fromkeys(map(str, months_in(sheet.name, sheet.book))))
        title = part.table.title.text
        yield Question(Ask.MONTH, sheet.name, "", title, choices=named, table=part.number)


def unsaid(sheet: Sheet, part: Part, *, nothing: bool) -> Iterator[Finding]:
    """Say what a table that was read by a plan leaves unsaid: its year, or whose trade it is."""
    if _lacks_year(part, nothing=nothing) or _is_undated(part):
        yield Finding(Severity.ERROR, "year_unsaid", sheet.name)
    of_a_list = part.table.periods_in_rows
    if part.table.province == UNKNOWN and (of_a_list or (part.plan and not part.plan.recipe)):
        yield Finding(Severity.WARNING, "area_unsaid", sheet.name)


def _lacks_year(part: Part, *, nothing: bool) -> bool:
    return nothing and part.plan is not None and part.plan.periods_in_rows and _has_units(part)


def _has_units(part: Part) -> bool:
    """Say whether figures would have been read, were the year known."""
    said = (part.table.units.money, *(b.column.units.money for b in part.bound))
    return any(money is not None for money in said)


def sheets_missing(directions: Directions, names: Collection[str]) -> Iterator[Finding]:
    """Say of plans that their sheets are not in the workbook."""
    for plan in directions.plans:
        if names and plan.sheet not in names:
            yield Finding(Severity.ERROR, "plan_sheet", plan.sheet, about=plan.title)
