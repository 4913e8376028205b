"""An answer to a question, as a decision that is kept or as directions for this file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from desktop.figures.directions import (
    CellAnswer,
    ColumnPlan,
    Directions,
    NameDecision,
    TablePlan,
)
from desktop.figures.finding import Finding
from desktop.figures.period import Basis
from desktop.figures.reading import Ask, Question, Reading
from desktop.gui.review.asking import kind_of

_EXCHANGED = "months_exchanged"
"""What is found of two columns that have changed places."""
_FIELDS = {Ask.MONTH: "month", Ask.FLOW: "flow", Ask.UNIT: "unit", Ask.WRITING: "writing"}


def name_decided(question: Question, code: str, reading: Reading) -> NameDecision:
    """Decide a name for the file's sender."""
    kind = kind_of(question, reading)
    return NameDecision(reading.sender, kind, question.flow, question.about, code)


def directed(
    question: Question,
    answer: str,
    reading: Reading,
    given: Directions,
    told: Sequence[Finding] = (),
) -> Directions:
    """Add an answer to what was said of the file so far; `told` is what the archive contradicts."""
    if question.ask is Ask.PASSWORD:
        return replace(given, password=answer)
    if question.ask is Ask.FIGURE:
        return given.with_answer(CellAnswer(question.sheet, question.cell, answer))
    if question.ask is Ask.COLUMNS:
        return _placed(question, answer, reading, given)
    if question.ask is Ask.LAYOUT:
        return with_plans(given, proposed(reading, given))
    if question not in reading.questions:  # what was held before contradicts a column
        plan = next(iter(_about(question, reading, given)))
        contradicted = _contradicted(question, answer, plan, told)
        if contradicted is not None:
            return given.with_plan(contradicted)
    name = _FIELDS[question.ask]
    said: dict[str, Any] = {name: answer}
    plans = [replace(p, **said) for p in _about(question, reading, given)]
    return with_plans(given, plans)


def _placed(question: Question, answer: str, reading: Reading, given: Directions) -> Directions:
    """Exchange two columns, all but their letters and headings; or keep them as they stand."""
    if answer != question.choices[0]:
        return given.with_answer(CellAnswer(question.sheet, question.cell, question.choices[-1]))
    plan = next(iter(_about(question, reading, given)))
    letters = [cell.rstrip("0123456789") for cell in (question.cell, answer)]
    known = {c.letter: c for c in plan.columns if c.letter in letters}
    turned = {
        one: replace(known[other], letter=one, heading=known[one].heading)
        for one, other in (letters, letters[::-1])
        if one in known and other in known
    }
    return given.with_plan(_each(plan, turned, lambda c: turned[c.letter]))


def _contradicted(
    question: Question, answer: str, plan: TablePlan, told: Sequence[Finding]
) -> TablePlan | None:
    """Answer of the column that the archive contradicts; None where it is of the whole table.

    The unit is that of its column alone. Columns that have changed places are given each other's
    month; content of another month altogether is a matter of the table.
    """
    if question.ask is Ask.UNIT:
        letter = question.cell.rstrip("0123456789")
        known = any(c.letter == letter for c in plan.columns)
        return _each(plan, {letter}, lambda c: replace(c, unit=answer)) if known else None
    place = (_EXCHANGED, question.sheet, question.cell)
    exchanged = any((f.code, f.sheet, f.cell) == place for f in told)
    if question.ask is not Ask.MONTH or answer == question.found or not exchanged:
        return None
    months = {question.found: answer, answer: question.found}
    turned = {
        c.letter for c in plan.columns
        if c.basis == Basis.MONTH and c.start == c.end and c.start in months
    }  # fmt: skip
    return _each(plan, turned, lambda c: _dated(c, months[c.start]))


def _dated(column: ColumnPlan, month: str) -> ColumnPlan:
    return replace(column, start=month, end=month)


def _each(
    plan: TablePlan, letters: Collection[str], change: Callable[[ColumnPlan], ColumnPlan]
) -> TablePlan:
    columns = tuple(change(c) if c.letter in letters else c for c in plan.columns)
    return replace(plan, columns=columns)


def _about(question: Question, reading: Reading, given: Directions) -> list[TablePlan]:
    """Give the plans that an answer changes: a month is the whole file's, the rest a table's."""
    plans = proposed(reading, given)
    if question.ask is Ask.MONTH and not question.sheet:
        return plans
    of_sheet = [p for p in plans if p.sheet == question.sheet]
    return (
        [p for p in of_sheet if p.table == question.table]
        or of_sheet
        or [TablePlan(question.sheet, question.table)]
    )


def proposed(reading: Reading, given: Directions) -> list[TablePlan]:
    """Give the plans of a file: as corrected where they were, else as recognised."""
    said = {(p.sheet, p.table): p for p in given.plans}
    recognised = [said.pop((p.sheet, p.table), p) for p in reading.tables]
    return [*recognised, *said.values()]


def with_plans(given: Directions, plans: list[TablePlan]) -> Directions:
    """Put plans in the place of those for the same tables."""
    for plan in plans:
        given = given.with_plan(plan)
    return given
