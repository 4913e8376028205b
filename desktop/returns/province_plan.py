"""The plan column of a table: what the year should reach becomes a proposed target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Proposal
from desktop.figures.series import TOTAL, WORLD, Flow, Measure, Ownership
from desktop.figures.target import Target, TargetMeasure
from desktop.returns import plan_columns
from desktop.returns.binding import Bound, dating
from desktop.returns.cells import Amount, Doubt
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.labels import Kind, Labels, Subject
from desktop.returns.own_units import OwnUnits
from desktop.returns.row_units import Counted, RowUnits
from desktop.returns.sheet import Sheet
from desktop.returns.text_numbers import is_figure
from desktop.returns.units import NO_UNITS, Units

_RATIO = 1.5
"""Shares of a plan whose middle is below are ratios (0.167), others per cent (16.7)."""
_PER_CENT = 100


def proposals(
    sheet: Sheet, table: Table, bound: Sequence[Bound], labels: Labels
) -> tuple[list[Proposal], list[Finding]]:
    """Give the plan of every row, as printed; else the value to date over its share of the plan.

    With them comes what is told of them, and of plans that no target is proposed of.
    """
    if not any(map(plan_columns.is_about_plans, bound)):
        return [], []
    form = _Form(sheet, table, bound, list(_rows(sheet, table, labels)))
    plans = plan_columns.plans_of_years(bound, form.year) if form.year else {}
    shares = {} if plans else plan_columns.shares_of_plans(bound)
    for (year, flow), plan in plans.items():
        form.take_printed(plan, year, flow)
    for flow, share in shares.items():
        if (base := plan_columns.reached(bound, share)) and base.period:
            form.take_computed(share, base, base.period.end.year, flow)
    form.tell_of_others([*plans.values(), *shares.values()])
    return form.found, [*_notes(form.found), *form.findings]


def _notes(found: Sequence[Proposal]) -> list[Finding]:
    """Say the plan of the whole, which an official may set as a target; the parts speak there."""
    return [
        Finding(
            Severity.NOTE, "plan_found", p.sheet, p.cell, f"{p.target.low / 1e6:,.1f}",
            str(p.target.year), p.label,
        )
        for p in found
        if (p.target.item, p.target.market) == (TOTAL, WORLD)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the form that has figures: its number, its name, what it is about, its own unit."""

    number: int
    label: str
    subject: Subject
    unit: Units


def _rows(sheet: Sheet, table: Table, labels: Labels) -> Iterator[_Row]:
    units = OwnUnits(table)
    for number in table.rows:
        texts, row = sheet.texts(number), sheet.row(number)
        label = " ".join(text for column, text in texts if column in table.labels)
        filled = any(is_figure(v) for column, v in row.items() if column not in table.labels)
        subject = labels.read(label, has_figures=filled)
        unit = units.said(str(row.get(table.unit_column, "")), label, subject)
        if filled and subject.kind is Kind.ROW:
            yield _Row(number, label, subject, unit)


@dataclass(slots=True)
class _Form:
    """A form's table, its rows, and what comes of the plans in it."""

    sheet: Sheet
    table: Table
    bound: Sequence[Bound]
    rows: Sequence[_Row]
    found: list[Proposal] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year that the form is about; 0 where nothing says it."""
        values = [b for b in self.bound if plan_columns.is_of_values(b) and b.period]
        if (base := max(values, key=plan_columns.newest, default=None)) and base.period:
            return base.period.end.year
        month = dating(self.table).month
        return month.year if month else 0

    def take_printed(self, plan: Bound, year: int, flow: Flow | None) -> None:
        """Take a column that prints the plan of a year."""
        cells = self._numbers(plan)
        for row in self.rows:
            read = self._read(cells, row, plan)
            if read and read.number > 0 and (money := self._money(row, plan, cells)):
                value = float(read.number * money.factor)
                self._propose(row, plan, read, (year, value), flow)

    def take_computed(self, share: Bound, base: Bound, year: int, flow: Flow | None) -> None:
        """Take a column that says which share of the plan of a year is reached."""
        cells, values = self._numbers(share), self._numbers(base)
        shares = {row.number: read for row in self.rows if (read := self._read(cells, row, share))}
        printed = [float(read.number) for read in shares.values() if read.number > 0]
        whole = 1 if printed and median(printed) < _RATIO else _PER_CENT
        for row in self.rows:
            read, reached = shares.get(row.number), values.at(row.number, base)
            if read and read.number > 0 and reached and (money := self._money(row, base, values)):
                value = reached * float(money.factor) * whole / float(read.number)
                self._propose(row, share, read, (year, value), flow, computed=True)

    def tell_of_others(self, taken: Sequence[Bound]) -> None:
        """Say which columns of plans no target is proposed of."""
        for b in plan_columns.other_plans(self.bound, taken):
            filled = (n for n in self.table.rows if is_figure(self.sheet.row(n).get(b.number)))
            if first := next(filled, 0):
                self._say(Severity.WARNING, "plan_unread", address(first, b.number), b.column.text)

    def _numbers(self, b: Bound) -> ColumnNumbers:
        """Read a column as its own texts are written, else as those of the whole table are."""
        others = [other for other in self.bound if other.number != b.number]
        return ColumnNumbers(self.sheet, self.table.rows, [b, *others])

    def _read(self, cells: ColumnNumbers, row: _Row, b: Bound) -> Amount | None:
        read = cells.amount(self.sheet.row(row.number).get(b.number), row.number, b)
        if isinstance(read, Doubt):
            cell = address(row.number, b.number)
            self._say(read.severity, read.code, cell, read.printed, row.label)
        return read if isinstance(read, Amount) and not read.unit else None

    def _money(self, row: _Row, b: Bound, cells: ColumnNumbers) -> Counted | None:
        """How many dollars one printed unit is; None where a row is counted in no money of ours."""
        overall = b.units.over(self.table.units) if b.units else self.table.units
        said = RowUnits(row.unit, b.column.units, NO_UNITS, overall)
        counted = cells.as_shown(said.counted(b.measure, by_piece=False), b)
        if counted is None or counted.measure is not Measure.VALUE:
            self._tell_apart(row, address(row.number, b.number))
            return None
        return counted

    def _propose(
        self,
        row: _Row,
        b: Bound,
        read: Amount,
        target: tuple[int, float],
        flow: Flow | None,
        *,
        computed: bool = False,
    ) -> None:
        """Propose a row's plan, a year's value in US dollars; a sector's is no target."""
        subject, (year, value) = row.subject, target
        flow, cell = flow or subject.flow, address(row.number, b.number)
        if {subject.ownership, self.table.title.ownership} != {Ownership.ALL}:
            self._tell_apart(row, cell)
        elif flow:
            proposed = Target(
                flow, TargetMeasure.VALUE, year, value, value, subject.item, subject.market,
                self.sheet.book,
            )  # fmt: skip
            self.found.append(
                Proposal(
                    proposed, self.table.province, self.sheet.name, cell, read.printed, row.label,
                    computed,
                )
            )  # fmt: skip

    def _tell_apart(self, row: _Row, cell: str) -> None:
        self._say(Severity.NOTE, "plan_apart", cell, row.label)

    def _say(self, severity: Severity, code: str, cell: str, found: str, about: str = "") -> None:
        self.findings.append(
            Finding(severity, code, self.sheet.name, cell, found=found, about=about)
        )
