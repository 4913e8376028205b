"""The list of figures in a summary of ours: recognised by its headings, read row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NoReturn

from desktop.figures.catalogue import items, markets
from desktop.figures.figure import FigureRow
from desktop.figures.figure_list import AUTHOR, NEEDED, ListColumn, code_of, column_of
from desktop.figures.finding import Finding, Severity
from desktop.figures.grouping import grouped
from desktop.figures.month import Month
from desktop.figures.period import NOT_TO_DATE, Basis, Period
from desktop.figures.reading import DateOrigin, Reading, SheetSeen
from desktop.figures.series import NEW, SCALE, WORLD, Flow, Ownership
from desktop.returns.cells import shortest
from desktop.returns.container import Opened
from desktop.returns.grid import Grid, Value, letters
from desktop.returns.plain_rows import thousandths
from desktop.returns.refusal import UnreadableError

LAYOUT, SENDER = "figure_list", "SUMMARY"
_LOOKED_AT = 20
"""The headings stand within so many rows."""
_WORDS = (
    ListColumn.FLOW, ListColumn.MEASURE, ListColumn.BASIS, ListColumn.STATUS, ListColumn.UNIT,
)  # fmt: skip
Columns = Mapping[ListColumn, int]


@dataclass(frozen=True, slots=True)
class FigureList:
    """A list as it was read: its figures, what was left out, and the newest day of a report."""

    sheet: str
    rows: tuple[FigureRow, ...]
    findings: tuple[Finding, ...]
    day: date | None

    def reading(self, name: str, content_hash: str) -> Reading:
        """Give it as a return of the newest month it tells, of the day of its newest report."""
        whole = [row for row in self.rows if Basis(row.basis) not in NOT_TO_DATE]
        newest = max((row.period_end for row in whole or self.rows), default=None)
        month = None if newest is None else Month.from_ordinal(newest)
        origin = DateOrigin.PRINTED if self.day else DateOrigin.IMPORTED
        seen = SheetSeen(self.sheet, self.sheet, used=True, rows=len(self.rows))
        return Reading(
            name, content_hash, LAYOUT, SENDER, month, self.day, origin, self.rows,
            grouped(list(self.findings)), (seen,),
        )  # fmt: skip


def figure_list(grid: Grid) -> FigureList | None:
    """Read a sheet as a list of figures; None where its headings are not a list's."""
    for number in grid.row_numbers()[:_LOOKED_AT]:
        texts = [type(value) for value in grid.rows[number][1::3]].count(str)
        if texts < len(NEEDED):
            continue
        columns = _columns(grid.row(number))
        if columns.keys() >= NEEDED:
            return _Reader(grid, columns).read(number)
    return None


def is_own(book: Opened) -> bool:
    """Say whether a workbook is one that this program wrote to be sent out."""
    return book.creator() == AUTHOR


def own_list(book: Opened) -> FigureList:
    """Read the list of figures of a summary of ours, whose other sheets are no return.

    Raises `UnreadableError` where it has none.
    """
    for grid in book.sheets(thorough=False):
        if listed := figure_list(grid):
            return listed
    raise UnreadableError("own_summary")


def _columns(row: Mapping[int, Value]) -> Columns:
    named = {n: column_of(text) for n, text in row.items() if isinstance(text, str)}
    return {column: n for n, column in named.items() if column}


class _BadRowError(Exception):
    """A row that says no figure: the column, and what stands there."""

    def __init__(self, column: ListColumn, found: object) -> None:
        super().__init__(column, found)
        self.column, self.found = column, str(found)


class _Reader:
    """Reads the rows of one list."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self._grid, self._columns = grid, columns

    def read(self, heading: int) -> FigureList:
        rows: list[FigureRow] = []
        findings: list[Finding] = []
        days: set[str] = set()
        for number in self._grid.row_numbers():
            row = self._grid.row(number) if number > heading else {}
            if row.get(self._columns[ListColumn.VALUE]) is None:
                continue
            try:
                rows.append(self._figure(number, row))
                days.add(self._text(row, ListColumn.REPORTED_ON))
            except _BadRowError as bad:
                findings.append(self._finding(number, bad))
        return FigureList(self._grid.name, tuple(rows), tuple(findings), _newest(days))

    def _figure(self, number: int, row: Mapping[int, Value]) -> FigureRow:
        flow, measure, basis, status, unit = (self._word(row, column) for column in _WORDS)
        item, market = self._item(row, Flow(flow)), self._market(row)
        start, end = self._period(row, Basis(basis))
        value = row[self._columns[ListColumn.VALUE]]
        return FigureRow(
            flow, measure, item, market, self._ownership(row),
            self._text(row, ListColumn.PROVINCE), unit, basis, start, end, status,
            self._amount(value), self._grid.name,
            f"{letters(self._columns[ListColumn.VALUE])}{number}",
            shortest(value) if isinstance(value, float) else str(value),
            self._label(row, market),
        )  # fmt: skip

    def _text(self, row: Mapping[int, Value], column: ListColumn) -> str:
        value = row.get(self._columns.get(column, 0))
        return value.strip() if isinstance(value, str) else ""

    def _word(self, row: Mapping[int, Value], column: ListColumn) -> str:
        text = self._text(row, column)
        return code_of(column, text) or _bad(column, text)

    def _ownership(self, row: Mapping[int, Value]) -> str:
        if not self._text(row, ListColumn.OWNERSHIP):
            return Ownership.ALL.value
        return self._word(row, ListColumn.OWNERSHIP)

    def _item(self, row: Mapping[int, Value], flow: Flow) -> str:
        code = self._text(row, ListColumn.ITEM)
        return code if _is_item(code, flow) else _bad(ListColumn.ITEM, code)

    def _market(self, row: Mapping[int, Value]) -> str:
        code = self._text(row, ListColumn.MARKET)
        known = code in markets() or code.startswith(NEW)
        return code if known else _bad(ListColumn.MARKET, code)

    def _period(self, row: Mapping[int, Value], basis: Basis) -> tuple[int, int]:
        text = self._text(row, ListColumn.END)
        try:
            start, end = Month.parse(self._text(row, ListColumn.START)), Month.parse(text)
            Period(start, end, basis)
        except ValueError:
            _bad(ListColumn.END, text)
        return start.ordinal, end.ordinal

    @staticmethod
    def _amount(value: Value) -> int:
        if not isinstance(value, float):
            _bad(ListColumn.VALUE, value)
        try:
            return thousandths(value, SCALE)
        except (ValueError, OverflowError):
            _bad(ListColumn.VALUE, value)

    def _label(self, row: Mapping[int, Value], market: str) -> str:
        named = ListColumn.ITEM_NAME if market == WORLD else ListColumn.MARKET_NAME
        return self._text(row, named)

    def _finding(self, number: int, bad: _BadRowError) -> Finding:
        cell = f"{letters(self._columns[bad.column])}{number}"
        return Finding(Severity.ERROR, "list_row_unread", self._grid.name, cell, bad.found)


def _bad(column: ListColumn, found: object) -> NoReturn:
    raise _BadRowError(column, found)


@cache
def _is_item(code: str, flow: Flow) -> bool:
    known = items(Flow.EXPORT if flow is Flow.BALANCE else flow)
    return code in known or code.startswith(NEW)


def _newest(days: set[str]) -> date | None:
    return max(_days(days), default=None)


def _days(texts: set[str]) -> Iterator[date]:
    for text in texts:
        try:
            yield date.fromisoformat(text)
        except ValueError:
            continue
