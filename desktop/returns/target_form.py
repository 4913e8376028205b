"""The form of targets is read back: columns by their headings, each row by itself, in this room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.merged_provinces import merger_doubt
from desktop.figures.month import Month
from desktop.figures.names import name_key
from desktop.figures.target import FRACTIONS, Scope, Target, TargetMeasure
from desktop.figures.target_form import (
    NEEDED,
    FormColumn,
    FormEntry,
    columns_by_heading,
    province_typed,
    scope_of,
    scope_text,
)
from desktop.figures.target_names import scope_called
from desktop.figures.target_texts import MEASURES
from desktop.figures.target_typing import amounts, months
from desktop.figures.target_typing import day as typed_day
from desktop.figures.wording import LANGUAGES, language
from desktop.returns.cells import shortest
from desktop.returns.container import sheets
from desktop.returns.date_formats import day
from desktop.returns.grid import Fault, Value, address
from desktop.returns.opening import content_of
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet import Row, Sheet

_MOST_ROWS = 5_000
_PERCENT_FORMATS = ("9", "10")
"""Excel's own numbers of the formats 0% and 0.00%."""


@dataclass(frozen=True, slots=True)
class ReadForm:
    """The rows that state a target, and what is wrong with the others."""

    entries: tuple[FormEntry, ...]
    findings: tuple[Finding, ...]


class _RowError(Exception):
    """A row that cannot be taken: which column, and why."""

    def __init__(self, column: FormColumn, code: str, found: str = "", expected: str = "") -> None:
        super().__init__(code)
        self.column, self.code, self.found, self.expected = column, code, found, expected


def read_target_form(path: Path) -> ReadForm:
    """Read the form in a workbook; raises `UnreadableError` where it holds none."""
    for grid in sheets(content_of(path), ""):
        sheet = Sheet(grid, path.name)
        for number in sheet.numbers[:_MOST_ROWS]:
            columns = _columns(sheet.row(number))
            if columns.keys() >= set(NEEDED):
                return _Form(sheet, number, columns).read()
    raise UnreadableError("not_a_target_form")


def _columns(row: Row) -> dict[FormColumn, int]:
    known = columns_by_heading()
    return {
        known[name_key(text)]: column
        for column, text in row.items()
        if isinstance(text, str) and name_key(text) in known
    }


@dataclass(frozen=True, slots=True)
class _Form:
    sheet: Sheet
    head: int
    columns: dict[FormColumn, int]

    def read(self) -> ReadForm:
        entries: list[FormEntry] = []
        findings: list[Finding] = []
        for number in [n for n in self.sheet.numbers if n > self.head][:_MOST_ROWS]:
            if not self._states(number):
                continue
            try:
                target = self._target(number)
            except _RowError as error:
                findings.append(self._finding(number, error))
                continue
            cell = self._address(number, FormColumn.LOW)
            entries.append(FormEntry(target, self.sheet.name, cell))
            findings += self._notes(number, target)
        return ReadForm(tuple(entries), tuple(findings))

    def _states(self, number: int) -> bool:
        """A row states a target where it has a scope and an amount; without the latter it waits."""
        scope = self._text(number, FormColumn.CODE) or self._text(number, FormColumn.NAME)
        return bool(scope) and self._cell(number, FormColumn.LOW) is not None

    def _target(self, number: int) -> Target:
        measure = self._measure(number)
        try:
            start, count = months(self._text(number, FormColumn.MONTHS))
        except Refused as refusal:
            raise _row_error(FormColumn.MONTHS, refusal) from refusal
        text = self._text(number, FormColumn.CODE)
        try:
            scope = self._scope(number, start + (count - 1))
        except Refused as refusal:
            raise _row_error(FormColumn.CODE, refusal) from refusal
        except ValueError as error:
            told = text or self._text(number, FormColumn.NAME)
            raise _RowError(FormColumn.CODE, "form_scope_unread", told) from error
        low = self._amount(number, FormColumn.LOW, measure)
        high = self._amount(number, FormColumn.HIGH, measure)
        assert low is not None  # the row has one
        top = (high or low)[1]
        return Target(
            scope.flow, measure, start.year, low[0], top, scope.item, scope.market,
            self._text(number, FormColumn.DOCUMENT), self._day(number, FormColumn.ISSUED_ON),
            province=scope.province, first_month=start.number, months=count,
            base_as_of=self._day(number, FormColumn.BASE_AS_OF),
        )  # fmt: skip

    def _scope(self, number: int, month: Month) -> Scope:
        """Read the code, or where there is none the name: that is told, and may be looked at."""
        text = self._text(number, FormColumn.CODE)
        return scope_of(text, month) if text else scope_called(
            self._text(number, FormColumn.NAME), month
        )  # fmt: skip

    def _measure(self, number: int) -> TargetMeasure:
        text = self._text(number, FormColumn.MEASURE)
        for measure, name in MEASURES.items():
            names = {measure.value, *(name_key(language(code)._(name)) for code in LANGUAGES)}
            if name_key(text) in names:
                return measure
        raise _RowError(FormColumn.MEASURE, "form_measure_unread", text or "–")

    def _amount(
        self, number: int, column: FormColumn, measure: TargetMeasure
    ) -> tuple[float, float] | None:
        value = self._cell(number, column)
        if value is None:
            return None
        if isinstance(value, float) and self._shows_percent(number, column):
            if measure not in FRACTIONS:
                raise _RowError(column, "form_percent_of_value", f"{shortest(value * 100)}%")
            return value, value
        if isinstance(value, str) and value.strip().endswith("%") and measure not in FRACTIONS:
            raise _RowError(column, "form_percent_of_value", value.strip())
        if isinstance(value, bool | Fault):
            found = value.text if isinstance(value, Fault) else str(value)
            raise _RowError(column, "target_amount_unread", found)
        try:
            return amounts(shortest(value) if isinstance(value, float) else value, measure)
        except Refused as refusal:
            raise _row_error(column, refusal) from refusal

    def _day(self, number: int, column: FormColumn) -> date | None:
        value = self._cell(number, column)
        if value is None:
            return None
        try:
            return typed_day(day(value) if isinstance(value, float) else str(value))
        except ValueError as error:
            raise _RowError(column, "form_day_unread", str(value)) from error

    def _notes(self, number: int, target: Target) -> Iterator[Finding]:
        province = province_typed(self._text(number, FormColumn.CODE))
        if doubt := merger_doubt(province, target.end, target.issued_on):
            place = self._address(number, FormColumn.CODE)
            yield replace(doubt, sheet=self.sheet.name, cell=place)
        if not self._text(number, FormColumn.CODE):
            asked = self._say(
                Severity.WARNING, "form_scope_by_name", number, FormColumn.CODE,
                self._text(number, FormColumn.NAME),
            )  # fmt: skip
            yield replace(asked, about=scope_text(target.scope))
        for column in (FormColumn.LOW, FormColumn.HIGH):
            value = self._cell(number, column)
            if isinstance(value, str):
                yield self._say(Severity.NOTE, "form_number_is_text", number, column, value)

    def _finding(self, number: int, error: _RowError) -> Finding:
        return self._say(
            Severity.ERROR, error.code, number, error.column, error.found, error.expected
        )

    def _say(
        self, severity: Severity, code: str, number: int, column: FormColumn, found: str,
        expected: str = "",
    ) -> Finding:  # fmt: skip
        place = self._address(number, column)
        return Finding(severity, code, self.sheet.name, place, found, expected)

    def _cell(self, number: int, column: FormColumn) -> Value | None:
        place = self.columns.get(column)
        return None if place is None else self.sheet.row(number).get(place)

    def _text(self, number: int, column: FormColumn) -> str:
        value = self._cell(number, column)
        if isinstance(value, float):
            return shortest(value)
        return value.strip() if isinstance(value, str) else ""

    def _address(self, number: int, column: FormColumn) -> str:
        return address(number, self.columns.get(column, self.columns[FormColumn.CODE]))

    def _shows_percent(self, number: int, column: FormColumn) -> bool:
        style = self.sheet.grid.styles(number).get(self.columns[column], 0)
        formats = self.sheet.grid.formats
        code = formats[style] if style < len(formats) else ""
        return code in _PERCENT_FORMATS or "%" in code


def _row_error(column: FormColumn, refusal: Refused) -> _RowError:
    finding = refusal.findings[0]
    return _RowError(column, finding.code, finding.found or "–", finding.expected)
