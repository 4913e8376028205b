"""An answer to a question, as a decision that is kept or as directions for this file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.figures.directions import CellAnswer, Directions, NameDecision, TablePlan
from desktop.figures.reading import Ask, Question, Reading
from desktop.gui.review.asking import kind_of

_FIELDS = {Ask.MONTH: "month", Ask.FLOW: "flow", Ask.UNIT: "unit", Ask.WRITING: "writing"}


def name_decided(question: Question, code: str, reading: Reading) -> NameDecision:
    """Decide a name for the file's sender."""
    kind = kind_of(question, reading)
    return NameDecision(reading.sender, kind, question.flow, question.about, code)


def directed(question: Question, answer: str, reading: Reading, given: Directions) -> Directions:
    """Add an answer to what was said of the file so far."""
    if question.ask is Ask.PASSWORD:
        return replace(given, password=answer)
    if question.ask is Ask.FIGURE:
        return given.with_answer(CellAnswer(question.sheet, question.cell, answer))
    if question.ask is Ask.LAYOUT:
        return with_plans(given, proposed(reading, given))
    name = _FIELDS[question.ask]
    said: dict[str, Any] = {name: answer}
    plans = [replace(p, **said) for p in _about(question, reading, given)]
    return with_plans(given, plans)


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
