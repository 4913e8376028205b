"""The rows of a long list: each is read by itself, by what its own cells say."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache

from desktop.figures.directions import LEAVE_OUT
from desktop.figures.figure import Status
from desktop.figures.finding import Severity
from desktop.figures.series import TOTAL, UNKNOWN, WORLD, Flow
from desktop.returns import headings
from desktop.returns.grid import address
from desktop.returns.labels import Kind, Subject
from desktop.returns.list_heads import Columns, Said, columns_of
from desktop.returns.list_labels import ListLabels
from desktop.returns.list_measures import said_beside, told_by, unit_text
from desktop.returns.list_periods import RowPeriods, cell
from desktop.returns.row_line import Line
from desktop.returns.table_rows import TableReader
from desktop.returns.text import folded

_WAYS = (
    (Flow.EXPORT, re.compile(r"^(?:x|xk|xuat|e|ex|exp)$")),
    (Flow.IMPORT, re.compile(r"^(?:n|nk|nhap|m|i|im|imp)$")),
)


class ListReader(TableReader):
    """Reads every row by its own cells; one left empty goes on from the row above."""

    labels: ListLabels

    @cached_property
    def _columns(self) -> Columns:
        return columns_of(self.sheet, self.table.heading_rows[1])

    @cached_property
    def _inner(self) -> int:
        """The column of names that stands nearest to the figures: it is never left empty."""
        named = (self._columns.get(said, 0) for said in (Said.GOODS, Said.MARKET))
        return max(named)

    @cached_property
    def _periods(self) -> RowPeriods:
        return RowPeriods(self.sheet, self._columns, self.table.heading_rows[1])

    @cached_property
    def _above(self) -> dict[int, str]:
        return {}

    def _row(self, number: int) -> None:
        row = self.sheet.row(number)
        columns = tuple([column for column in self._numbers_taken if column in row])
        if columns and (sums := self._periods.sums_up(number)):
            self._say(Severity.NOTE, "stray_numbers", self._place(number), found=sums)
            return
        said = {part: self._said(number, part) for part in self._columns}
        if not columns:
            return
        self.filled = True
        if self._is_left_out(number):
            return
        filled = self._filled(columns)
        subject = self._subject(number, said)
        if subject is None:
            return
        if not self._flows(subject, filled):
            return
        goods, market = said.get(Said.GOODS, ""), said.get(Said.MARKET, "")
        if (subject := self._named(subject, goods, market, number)) is not None:
            told = told_by(said[Said.MEASURE]) if Said.MEASURE in said else None
            text = unit_text(self.sheet, self._columns, number)
            unit = self._own_units.said(text, "", subject)
            if told is not None and not unit:
                unit = told.units
            measure = said_beside(told, unit) if told is not None else None
            self._figures(Line(number, goods or market, subject, unit, columns, measure), filled)

    def _said(self, number: int, part: Said) -> str:
        """What a cell says, or the one above it that it goes on from."""
        column = self._columns[part]
        value = cell(self.sheet, number, column)
        text = value if isinstance(value, str) else ""
        if not text and column < self._inner:
            return self._above.get(column, "")
        self._above[column] = text
        return text

    def _subject(self, number: int, said: dict[Said, str]) -> Subject | None:
        """What a row says of its months, its way and how firm it is; None with a finding."""
        period = self._periods.of(number)
        if period is None:
            part = Said.PERIOD if Said.PERIOD in self._columns else Said.MONTH
            self._unread(number, self._columns[part])
            return None
        flow = self.table.title.flow
        if Said.FLOW in self._columns:
            flow = _way(said[Said.FLOW])
            if flow is None:
                self._unread(number, self._columns[Said.FLOW])
                return None
        if Said.MEASURE in self._columns:
            told = told_by(said[Said.MEASURE])
            if not told.is_known or (told.flow and flow and told.flow is not flow):
                self._unread(number, self._columns[Said.MEASURE])
                return None
            flow = flow or told.flow
        status = _status(said.get(Said.STATUS, ""))
        return Subject(
            Kind.ROW, TOTAL, WORLD, self.table.title.ownership, flow, period=period, status=status
        )  # fmt: skip

    def _unread(self, number: int, column: int) -> None:
        value = cell(self.sheet, number, column)
        place = address(number, column)
        self._say(
            Severity.ERROR, "list_row_unread", place, found="" if value is None else str(value)
        )

    def _named(self, row: Subject, goods: str, market: str, number: int) -> Subject | None:
        """Give the row the goods and the market that it names; None where one is not known."""
        item = self.labels.item(goods, row.flow) if Said.GOODS in self._columns else TOTAL
        place = self.labels.market(market) if Said.MARKET in self._columns else WORLD
        if LEAVE_OUT in {item, place}:
            self._refuse(replace(row, kind=Kind.LEFT_OUT), self._place(number), goods, asked=True)
            return None
        named = [(Said.GOODS, goods, item, TOTAL), (Said.MARKET, market, place, WORLD)]
        for part, label, code, whole in named:
            if part not in self._columns or code == whole:
                continue
            of_goods = part is Said.GOODS
            subject = replace(row, item=code) if of_goods else replace(row, market=code)
            if code == UNKNOWN:
                kind = Kind.UNKNOWN_ITEM if of_goods else Kind.UNKNOWN_MARKET
                subject = replace(row, kind=kind, item=UNKNOWN)
            self._note_name(subject, label, address(number, self._columns[part]))
        return None if UNKNOWN in {item, place} else replace(row, item=item, market=place)

    def _note_name(self, subject: Subject, label: str, place: str) -> None:
        if not self.names_seen.matches(self.names, subject, label):
            self._ask(subject, label, place)
        if subject.kind is not Kind.ROW:
            self._refuse(subject, place, label, asked=True)


@lru_cache(maxsize=1024)
def _way(text: str) -> Flow | None:
    plain = folded(text).strip(" .:")
    said = next((flow for flow, pattern in _WAYS if pattern.search(plain)), None)
    return said or headings.flow(text)


@lru_cache(maxsize=1024)
def _status(text: str) -> Status | None:
    return headings.read(text).status if text else None
