"""A bound table to figures: every row by its label, every value cell by its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import cast

from desktop.figures.directions import NameKind
from desktop.figures.figure import FigureRow, scaled
from desktop.figures.finding import Finding, Severity
from desktop.figures.series import TRADE, Flow
from desktop.returns.binding import Bound
from desktop.returns.brackets import Bracketed, Brackets
from desktop.returns.cells import Amount, Doubt, is_within_range
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.counting import Counting
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.labels import Kind, Labels, Subject
from desktop.returns.measure_rows import MeasureRows
from desktop.returns.missing_texts import unnamed
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.names_seen import UNDECIDED, NamesSeen, asked_about
from desktop.returns.orders import NO_ORDERS, Orders
from desktop.returns.own_units import OwnUnits
from desktop.returns.plain_rows import PlainRows, Row, Settled
from desktop.returns.plans.cell_text import label_of
from desktop.returns.row_line import Line, period_of
from desktop.returns.row_units import PIECE_ITEMS, Counted
from desktop.returns.sheet import Sheet
from desktop.returns.units import OTHER_MONEY, without_unit
from desktop.returns.wrapped_labels import WrappedLabels

_EXAMPLES = 3
_NOT_FIGURES = {Kind.PART: "part_of_a_row"} | {
    kind: kind.value for kind in (Kind.LEFT_OUT, Kind.WAITING, Kind.NOBODYS)
}
"""What is said of rows whose figures are left out, and nobody is asked about."""
_NUMBERS = {float}


@dataclass
class TableReader:
    """Reads the rows of one table from the top, remembering what the labels need."""

    sheet: Sheet
    table: Table
    bound: Sequence[Bound]
    labels: Labels
    names: Names = CATALOGUES_ONLY
    names_seen: NamesSeen = field(default_factory=NamesSeen)
    zeros_are_blanks: bool = False
    orders: Orders = NO_ORDERS
    rows: list[FigureRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    filled: bool = False
    scales: dict[int, GrowthScale] = field(default_factory=dict)
    _by_columns: dict[tuple[int, ...], list[Bound]] = field(default_factory=dict)
    _plain: dict[tuple[object, ...], PlainRows | None] = field(default_factory=dict)
    _alike: tuple[tuple[object, ...], PlainRows | None] = ((), None)
    _together: list[tuple[PlainRows, Row]] = field(default_factory=list)
    """Rows of plain numbers: of those that are alike, the figures are made at once."""
    _as_text: list[str] = field(default_factory=list)
    _hidden: list[str] = field(default_factory=list)
    _zeros: list[str] = field(default_factory=list)
    _brackets: Brackets = field(default_factory=Brackets)
    _mark: str = ""
    _passed: int = 0
    _partners: dict[str, str] = field(default_factory=dict)
    """Where unknown partners without figures of their own stand."""
    _settled: dict[str, Flow | None] = field(default_factory=dict)
    """Names that need no noting, and the flow they were last met in."""

    def read(self) -> None:
        """Read every row into `rows` and `findings`."""
        self.scales |= self._cells.scales()
        for number in self.table.rows:
            if number != self._passed:
                self._row(number)
        self._make_figures()
        for number in (n for n in self.table.nameless if unnamed(self.sheet, self.table, n)):
            if first := next((c for c in self._numbers_taken if c in self.sheet.row(number)), 0):
                self._say(Severity.WARNING, "nameless_row", address(number, first))
        self._settle_brackets()
        self._say_together("text_numbers", self._as_text)
        self._say_together("hidden_rows", self._hidden)
        self._say_together("zeros_left_out", self._zeros)
        for number, scale in self.scales.items():
            if scale is not GrowthScale.INDEX:
                self._say(Severity.NOTE, "growth_scale", address(self.table.rows[0], number))

    @cached_property
    def _cells(self) -> ColumnNumbers:
        return ColumnNumbers(self.sheet, self.table.rows, self._taken, self.orders.writing)

    @cached_property
    def _wrapped(self) -> WrappedLabels:
        return WrappedLabels(self.labels)

    @cached_property
    def _counting(self) -> Counting:
        return Counting(
            self.sheet, self.table, self._taken, self._cells, self.scales, self._own_units
        )

    @cached_property
    def _own_units(self) -> OwnUnits:
        return OwnUnits(self.table)

    @cached_property
    def _measures(self) -> MeasureRows:
        return MeasureRows()

    @cached_property
    def _taken(self) -> list[Bound]:
        return [b for b in self.bound if not b.left_out]

    @cached_property
    def _numbers_taken(self) -> list[int]:
        return [b.number for b in self._taken]

    def _filled(self, columns: tuple[int, ...]) -> list[Bound]:
        """The columns taken that have these numbers."""
        found = self._by_columns.get(columns)
        if found is None:
            found = self._by_columns[columns] = [b for b in self._taken if b.number in columns]
        return found

    def _row(self, number: int) -> None:
        row = self.sheet.row(number)
        named = self._label(number)
        printed, _ = without_unit(named)
        columns = tuple([column for column in self._numbers_taken if column in row])
        filled = self._filled(columns)
        label = self._wrapped.joined(printed, has_figures=bool(filled))
        label, measure = self._measures.named(label)
        subject = self.labels.read(label, has_figures=bool(filled))
        unit = str(row.get(self.table.unit_column, ""))
        self._mark = subject.mark or (self._mark if subject.item in PIECE_ITEMS else "")
        if not filled:
            self._own_units.said(unit, named, subject)
            if subject.kind is Kind.UNKNOWN_MARKET:
                self._partners[label] = self._place(number)
            return
        self.filled = True
        if subject.kind in UNDECIDED and (whole := self._over_two_rows(label, number)):
            label, subject = whole, self.labels.read(whole, has_figures=True)
        elif subject.kind in UNDECIDED:
            name, beside = self._measures.beside(self._label_texts(number))
            if name:
                label, measure, subject = name, beside, self.labels.read(name, has_figures=True)
        said = self._own_units.said(unit, named, subject)
        if self._is_left_out(number):
            return
        if said == OTHER_MONEY and subject.kind in UNDECIDED:
            printed_unit = self._own_units.printed
            self._say(
                Severity.WARNING, "uncounted_unit", self._place(number), found=label,
                expected=printed_unit,
            )  # fmt: skip
            return
        if told := self._flows(subject, filled):
            self._note(subject, label, number)
        if subject.kind is Kind.ROW and told:
            self._figures(Line(number, label, subject, said, columns, measure), filled)
        else:
            self._refuse(subject, self._place(number), label, asked=told)

    def _over_two_rows(self, label: str, number: int) -> str:
        """A name that goes on in the row beneath, which has no figures; empty where none does."""
        cells, beneath = self.sheet.row(number + 1), number + 1
        if beneath not in self.table.rows or any(c in cells for c in self._numbers_taken):
            return ""
        whole = self._wrapped.whole(label, self._label(beneath))
        self._passed = beneath if whole else 0
        return whole

    def _label(self, number: int) -> str:
        if not (self.orders.labels_are_names or self.table.groups):
            return self.table.around.get(number) or label_of(self.sheet, number, self.table.labels)
        said = self.table.around.get(number) or " ".join(self._label_texts(number))
        if said or number not in self.table.unit_rows:
            return said
        return self._label(max(n for n in self.table.rows if n < number))

    def _label_texts(self, number: int) -> list[str]:
        texts = self.sheet.texts(number)
        return [text for c, text in texts if c in self.table.named_by(texts)]

    def _is_left_out(self, number: int) -> bool:
        """Say whether the row's figures are not wanted: as a plan says, else if it is hidden."""
        if self.orders.left_out is not None:
            return number in self.orders.left_out
        if hidden := number in self.sheet.grid.hidden_rows:
            self._hidden.append(str(number))
        return hidden

    def _place(self, number: int) -> str:
        """Where a row's name stands: in the label column with the longest text."""
        texts = self.sheet.texts(number)
        named = [(len(t), c) for c, t in texts if c in self.table.named_by(texts)]
        return address(number, max(named)[1] if named else min(self.table.labels))

    @staticmethod
    def _flows(subject: Subject, filled: Sequence[Bound]) -> bool:
        """Say whether it is known which way the goods go: by the table, or by each column."""
        return subject.flow is not None or any(b.flow or b.column.heading.flow for b in filled)

    def _note(self, subject: Subject, label: str, number: int) -> None:
        """Note the row's name; of one that waits for a partner without figures, the partner's."""
        is_row = subject.kind is Kind.ROW
        if is_row and self._settled.get(label, ...) is subject.flow:
            return
        if not self.names_seen.matches(self.names, subject, label):
            self._ask(subject, label, self._place(number))
        elif is_row:
            self._settled[label] = subject.flow
        head = self._partners.pop(subject.above, None)
        if head is not None:
            partner = replace(subject, kind=Kind.UNKNOWN_MARKET)
            self._ask(partner, subject.above, head)
            self._refuse(partner, head, subject.above, asked=True)

    def _ask(self, subject: Subject, label: str, place: str) -> None:
        self.names_seen.take(self.names, subject, label, (self.sheet.name, place))

    def _refuse(self, subject: Subject, place: str, label: str, *, asked: bool) -> None:
        if not asked or subject.kind not in UNDECIDED:
            code = _NOT_FIGURES.get(subject.kind, "stray_numbers")
            self._say(Severity.NOTE, code, place, found=label, about=subject.above)
            return
        beside = asked_about(subject)[0] is NameKind.INDUSTRY
        severity = Severity.WARNING if beside else Severity.ERROR
        names = self.names_seen.near_names(subject, label)
        self._say(severity, subject.kind.value, place, found=label, expected=names)

    def _figures(self, line: Line, filled: Sequence[Bound]) -> None:
        if not self._at_once(line, filled):
            self._make_figures()
            self._one_by_one(line, filled)

    def _at_once(self, line: Line, filled: Sequence[Bound]) -> bool:
        """Take a row's figures together, where all are plain numbers; say whether that was so."""
        row, subject = self.sheet.row(line.number), line.subject
        values = cast("list[float]", [row[column] for column in line.columns])
        if (
            line.measure
            or {*map(type, values)} != _NUMBERS
            or (self.zeros_are_blanks and 0.0 in values)
        ):
            return False
        if self.orders.answers or self.sheet.has_dates(line.number):
            return False
        key = (
            id(filled), line.unit, subject.mark or self._mark, subject.item in PIECE_ITEMS,
            subject.flow, subject.period, subject.status,
            (subject.month, subject.months, subject.basis) if subject.month else 0,
        )  # fmt: skip
        if key != self._alike[0]:  # rows that are alike mostly follow one another
            if key not in self._plain:
                self._plain[key] = self._settle(line, filled)
            self._alike = key, self._plain[key]
        plain = self._alike[1]
        if plain is None or not plain.takes(values):
            return False
        province = subject.province or self.table.province
        self._together.append((plain, Row(line.number, line.label, subject, province, values)))
        return True

    def _make_figures(self) -> None:
        """Make the figures of the rows that wait for it, in the order of the rows."""
        alike: dict[PlainRows, list[Row]] = {}
        for kind, row in self._together:
            alike.setdefault(kind, []).append(row)
        made = {kind: kind.figures(self.sheet.name, rows) for kind, rows in alike.items()}
        for kind, _ in self._together:
            self.rows += islice(made[kind], kind.wide)
        self._together = []

    def _settle(self, line: Line, filled: Sequence[Bound]) -> PlainRows | None:
        """Settle what rows like this one share; None where their cells must be asked singly."""
        columns = []
        for b in filled:
            counted = self._counting.counted(line, b, self._mark)
            period = period_of(line.subject, b)
            flow = b.flow or line.subject.flow or b.column.heading.flow
            if counted is None or counted.assumed or period is None or flow is None:
                return None
            status = (line.subject.status or b.status).value
            shift = self.scales[b.number].shift if b.growth else 0
            columns.append(Settled(b, counted, period, flow, status, shift))
        found = PlainRows(columns)
        return found if found.is_exact else None

    def _one_by_one(self, line: Line, filled: Sequence[Bound]) -> None:
        row = self.sheet.row(line.number)
        for b in filled:
            cell = address(line.number, b.number)
            printed = self._cells.amount(row[b.number], line.number, b)
            read = self.orders.answered(cell, printed) if self.orders.answers else printed
            if read is not printed:
                self._brackets.hear(b, printed, read)
            if isinstance(read, Doubt):
                self._say(read.severity, read.code, cell, found=read.printed, about=line.label)
            elif read is not None and self.zeros_are_blanks and not read.number:
                self._zeros.append(cell)
            elif read is not None:
                self._figure(line, b, read, cell)

    def _figure(self, line: Line, b: Bound, read: Amount, cell: str) -> None:
        counted = self._counting.of_cell(line, b, self._mark, read.unit)
        if isinstance(counted, Doubt):
            self._say(
                counted.severity, counted.code, cell, found=read.printed, expected=counted.printed,
                about=line.label,
            )  # fmt: skip
            return
        if counted is None:
            code, unit = self._counting.missing(line)
            self._say(
                Severity.ERROR, code, cell, found=read.printed, expected=unit, about=line.label
            )
            return
        if not is_within_range(read.number, counted.factor):
            self._say(Severity.ERROR, "out_of_range", cell, found=read.printed, about=line.label)
            return
        if counted.assumed:
            counted = self._counting.by_price(line, counted, self._mark)
            code = "unit_assumed" if counted.factor == 1 else "unit_by_price"
            self._say(Severity.WARNING, code, cell, about=line.label)
        subject, period = line.subject, period_of(line.subject, b)
        flow = b.flow or subject.flow or b.column.heading.flow
        if period is None or flow is None:  # a month whose year is said nowhere
            return
        if read.number < 0 and flow in TRADE and not b.growth:
            told = self.orders.doubt_of_negative(cell, read)
            if told and told.severity is Severity.ERROR:
                self._brackets.take(Bracketed(line, b, read, cell, counted))
                return
            if told:
                self._say(told.severity, told.code, cell, found=told.printed, about=line.label)
        self._take(line, b, read, cell, counted)

    def _take(self, line: Line, b: Bound, read: Amount, cell: str, counted: Counted) -> None:
        subject, period = line.subject, period_of(line.subject, b)
        flow = b.flow or subject.flow or b.column.heading.flow
        assert period is not None and flow is not None  # noqa: PT018 - `_figure` asked
        if read.was_text:
            self._as_text.append(cell)
        status = subject.status or b.status
        shift = self.scales[b.number].shift if b.growth else 0
        self.rows.append(
            FigureRow(
                flow.value, counted.measure.value, b.item or subject.item,
                b.market or subject.market, (b.ownership or subject.ownership).value,
                subject.province or self.table.province, counted.unit.value,
                period.basis.value, period.start.ordinal, period.end.ordinal, status.value,
                scaled(read.number * counted.factor + shift), self.sheet.name, cell,
                read.printed, line.label,
            )
        )  # fmt: skip

    def _settle_brackets(self) -> None:
        """Read the numbers in brackets as their columns say."""
        for waiting, sign, told in self._brackets.settled(self.sheet.name, self.rows):
            self.findings += told
            for one in waiting if sign else ():
                self._take(one.line, one.bound, one.with_sign(sign), one.cell, one.counted)
        self._brackets.put_in_order(self.rows)

    def _say_together(self, code: str, places: Sequence[str]) -> None:
        if places:
            more = ["…"] if len(places) > _EXAMPLES else []
            examples = ", ".join([*places[:_EXAMPLES], *more])
            self._say(Severity.NOTE, code, "", found=str(len(places)), about=examples)

    def _say(
        self, severity: Severity, code: str, cell: str, *,
        found: str = "", expected: str = "", about: str = "",
    ) -> None:  # fmt: skip
        self.findings.append(Finding(severity, code, self.sheet.name, cell, found, expected, about))
