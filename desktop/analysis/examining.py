"""A return held against what its sender said before: movements, contradictions, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.analysis import doubting
from desktop.analysis.changed_places import changed_places
from desktop.analysis.columns_held import columns_of
from desktop.analysis.disputes import disputes
from desktop.analysis.exchanged import other_months
from desktop.analysis.held_against import Held, growth_held, months_held
from desktop.analysis.history import History
from desktop.analysis.indices import indices_held
from desktop.analysis.laid import Laid
from desktop.analysis.movers import movers
from desktop.analysis.scale import Column, Doubt, Doubts, column_of, doubts, power_of_ten
from desktop.analysis.stale import stale
from desktop.analysis.tolerances import is_detail
from desktop.figures.comparison import Change, Comparison
from desktop.figures.finding import Finding
from desktop.figures.grouping import grouped
from desktop.figures.reading import Ask, Check, Question, Reading
from desktop.figures.series import Unit


@dataclass(slots=True)
class _Said:
    """What there is to say, as it is gathered; all that agrees too, if it is to be `whole`."""

    whole: bool = True
    checks: list[Check] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    columns: set[Column] = field(default_factory=set)

    def held(self, held: Iterable[Held], reading: Reading) -> None:
        """Months and growth; of partners' items only those that fail: there are thousands.

        A month that its cumulatives contradict by a power of ten has lost a digit or its point.
        """
        found = list(held)
        failing = [h for h in found if not h.agrees]
        if self.whole:
            self.checks += [h.check for h in found if not (h.agrees and is_detail(h.row))]
        else:
            self.checks += [h.check for h in failing]
        self.findings += doubting.of_held(failing)
        for _, row, ours, *_ in failing:
            said = not is_detail(row) and row.unit != Unit.INDEX
            power = power_of_ten(row.value, ours) if said else 0
            if power and column_of(row) not in self.columns:
                self._ask(Doubt(row, power, ours), reading)

    def asked(self, told: tuple[Finding, Question], reading: Reading) -> None:
        """Say and ask what an official has not answered yet."""
        finding, question = told
        if not _answered(question, reading):
            self.findings.append(finding)
            self.questions.append(question)

    def _ask(self, doubt: Doubt, reading: Reading) -> None:
        """Ask for a cell, once."""
        row = doubt.row
        answered = {(a.sheet, a.cell) for a in reading.directions.answers}
        asked = {(q.sheet, q.cell) for q in (*reading.questions, *self.questions)}
        question = doubting.figure_question(doubt)
        if question and (row.sheet, row.cell) not in asked | answered:
            self.questions.append(question)

    def doubted(self, found: Doubts, reading: Reading) -> None:
        """Single figures and whole columns that are a power of ten off."""
        for doubt in found.figures:
            check, finding = doubting.of_figure(doubt)
            self.checks.append(check)
            self.findings.append(finding)
            self._ask(doubt, reading)
        for doubt, count in found.columns:
            self.columns.add(column_of(doubt.row))
            self.findings.append(doubting.of_column(doubt, count))
            self.questions.append(doubting.unit_question(doubt, reading))


def examined(
    counted: Comparison,
    reading: Reading,
    by_then: History,
    same_month: History,
    reported_on: date,
    own: Laid | None = None,
    *,
    whole: bool = True,
) -> Comparison:
    """Fill in what a comparison says beyond counting.

    `by_then` is what the sender told by the day of the return, `same_month` what its other
    returns for the same month tell, whatever their day. `own` are the reading's rows, where they
    are laid out already. Unless it is to be `whole`, only the checks that do not agree are told,
    and no movements.
    """
    said, found = _Said(whole), Doubts((), ())
    own = own or Laid(reading.rows)
    if by_then:  # what nothing was told of, nothing contradicts
        found = _unanswered(doubts(own, by_then), reading)
        _hold(said, found, reading, own, by_then)
    differing, re_issued = disputes(own, same_month, reported_on.isoformat())
    conflicting = {finding.about for finding in counted.findings}
    re_issued = [f for f in re_issued if f.about not in conflicting]
    doubted = frozenset((d.row.sheet, d.row.cell) for d in found.figures)
    return replace(
        counted,
        disputed=_each_once(differing, counted.disputed),
        movers=movers(own, by_then, counted.changed, doubted) if whole else (),
        findings=(*counted.findings, *re_issued, *grouped(said.findings)),
        checks=tuple(said.checks),
        questions=tuple(sorted(said.questions, key=lambda q: not q.needed)),
    )


def _hold(said: _Said, found: Doubts, reading: Reading, own: Laid, by_then: History) -> None:
    """Say what the sender's earlier returns contradict."""
    for told in other_months(own, by_then):
        said.asked(doubting.of_months(told, reading), reading)
    asked = {(q.sheet, q.cell) for q in (*reading.questions, *said.questions)}
    columns = columns_of(reading.rows)
    for exchange in changed_places(columns, by_then):
        if (exchange.row.sheet, exchange.row.cell) not in asked:
            said.asked(doubting.of_exchange(exchange, reading.tables), reading)
    said.findings += map(doubting.of_stale, stale(columns, own, by_then))
    said.doubted(found, reading)
    said.held(months_held(own, by_then), reading)
    said.held(growth_held(own, by_then), reading)
    said.held(indices_held(own, by_then), reading)


def _each_once(differing: Sequence[Change], rivals: Sequence[Change]) -> tuple[Change, ...]:
    told = {(change.row.sheet, change.row.cell) for change in differing}
    return (*differing, *(r for r in rivals if (r.row.sheet, r.row.cell) not in told))


def _unanswered(found: Doubts, reading: Reading) -> Doubts:
    """Leave out what an official has looked at: the cell answered, the table's plan edited."""
    cells = {(a.sheet, a.cell) for a in reading.directions.answers}
    return Doubts(
        tuple(d for d in found.figures if (d.row.sheet, d.row.cell) not in cells),
        tuple(
            (d, n) for d, n in found.columns
            if not _answered(doubting.unit_question(d, reading), reading)
        ),
    )  # fmt: skip


def _answered(question: Question, reading: Reading) -> bool:
    """Say whether a question is answered: a table's month or flow and a column's unit by its plan.

    What else was corrected of the table answers neither.
    """
    plans = [
        plan for plan in reading.directions.plans
        if (plan.sheet, plan.table) == (question.sheet, question.table)
    ]  # fmt: skip
    if question.ask is Ask.MONTH:
        return any(plan.month for plan in plans)
    if question.ask is Ask.COLUMNS:
        return any(
            (a.sheet, a.cell) == (question.sheet, question.cell) for a in reading.directions.answers
        )
    if question.ask is Ask.FLOW:
        return any(plan.flow in question.choices for plan in plans)
    letter = question.cell.rstrip("0123456789")
    columns = (c for plan in plans for c in plan.columns if c.letter == letter)
    return question.ask is Ask.UNIT and any(c.unit in question.choices for c in columns)
