"""What is to be filled on one sheet, planned before anything is changed: edits and findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Severity
from desktop.reports.template.cell_names import Area, cell_name
from desktop.reports.template.placeholders import (
    BEGIN,
    Placeholder,
    is_alone,
    is_broken,
    placeholders,
)
from desktop.reports.template.sheet_xml import Change, SheetXml
from desktop.reports.template.shifting import Growing, Shift

if TYPE_CHECKING:
    from desktop.reports.template.answers import Answer
    from desktop.reports.template.knowing import Knowing


@dataclass(frozen=True, slots=True)
class TableEdit:
    """A table to be written from a cell on: its columns on the sheet, and its rows.

    `is_area` says that the rows are those of an area with a name, which may be parted.
    """

    row: int
    slots: tuple[int, ...]
    rows: tuple[tuple[float | str | None, ...], ...]
    is_area: bool = False


@dataclass(slots=True)
class SheetPlan:
    """What is to be done on one sheet, and what stands against it."""

    name: str
    sheet: SheetXml
    knowing: Knowing
    values: dict[tuple[int, int], float | str | None] = field(default_factory=dict)
    changes: dict[tuple[int, int], list[Change]] = field(default_factory=dict)
    tables: list[TableEdit] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    claimed: list[Area] = field(default_factory=list)
    gaps: dict[int, int] = field(default_factory=dict)
    growing: list[Growing] = field(default_factory=list)

    @property
    def answered(self) -> int:
        """How many placeholders are to be filled."""
        return len(self.values) + sum(map(len, self.changes.values())) + len(self.tables)

    @property
    def shift(self) -> Shift:
        """How the sheet's rows move to make room for its tables."""
        return Shift(self.gaps, self.growing)

    def is_planned(self, place: tuple[int, int]) -> bool:
        """Say whether something is to be put into a cell."""
        here = Area(*place, *place)
        return (
            place in self.values
            or place in self.changes
            or any(one.meets(here) for one in self.claimed)
        )

    def look(self) -> None:
        """Find every placeholder in the sheet's cells."""
        for row, column in list(self.sheet.cells()):
            if BEGIN in self.sheet.formula(row, column):
                asked = [p.text for p in placeholders(self.sheet.formula(row, column))]
                self._say("placeholder_in_formula", (row, column), " ".join(asked) or BEGIN)
            elif BEGIN in (text := self.sheet.text(row, column)):
                self._cell((row, column), text)

    def answer(self, place: tuple[int, int], asked: Placeholder, own: Area | None = None) -> None:
        """Put the answer to a placeholder into a cell of its own; a table into its `own` area."""
        if asked.is_table:
            self._table(place, asked, own)
        elif answer := self._known(place, asked):
            self.values[place] = answer.in_cell(asked.options)
            self._gap(place, asked, answer)

    def done(self) -> Iterator[tuple[int, int]]:
        """Do what was planned, once rows were put in; give the cells that were filled."""
        for (row, column), value in self.values.items():
            place = self.shift.row(row), column
            self.sheet.put(*place, value)
            yield place
        for (row, column), changes in self.changes.items():
            place = self.shift.row(row), column
            self.sheet.change(*place, changes)
            yield place
        for table in self.tables:
            yield from self._write(table)

    def _cell(self, place: tuple[int, int], text: str) -> None:
        found = list(placeholders(text))
        if is_broken(text):
            self._say("placeholder_broken", place, text.strip())
        if len(found) == 1 and is_alone(found[0], text):
            self.answer(place, found[0])
            return
        for asked in found:
            if asked.is_table:
                self._say("placeholder_table_in_text", place, asked.text)
            elif answer := self._known(place, asked):
                words = answer.in_words(asked.options, self.knowing.language)
                changes = self.changes.setdefault(place, [])
                changes.append(Change(asked.start, asked.end, words))
                self._gap(place, asked, answer)

    def _known(self, place: tuple[int, int], asked: Placeholder) -> Answer | None:
        """Give the answer; None, and a finding, where the placeholder says what nobody knows."""
        answer = self.knowing.answer(asked.name, asked.written)
        if answer is None:
            near = ", ".join(f"{{{{{name}}}}}" for name in self.knowing.near(asked.name))
            self._say("placeholder_unknown", place, asked.text, near)
        elif asked.wrong:
            self._say("placeholder_option", place, asked.text, asked.wrong)
            return None
        return answer

    def _table(self, place: tuple[int, int], asked: Placeholder, own: Area | None) -> None:
        told = self.knowing.table(asked)
        if told is None:
            near = ", ".join(f"{{{{{name}}}}}" for name in self.knowing.near(asked.name))
            self._say("placeholder_unknown", place, asked.text, near)
        elif asked.wrong:
            self._say("placeholder_option", place, asked.text, asked.wrong)
        else:
            width = len(self.knowing.columns(asked))
            rows = tuple(tuple(a.in_cell(asked.options) for a in row) for row in told)
            if own:  # what an area held before is not left beneath the new rows
                rows += ((None,) * width,) * (own.bottom - own.top + 1 - len(rows))
            self._place(
                place,
                asked,
                TableEdit(place[0], self._slots(place, width), rows, own is not None),
                own,
            )

    def _place(
        self, place: tuple[int, int], asked: Placeholder, table: TableEdit, own: Area | None
    ) -> None:
        """Plan a table, and rows to be put in where there are too few; none within its first."""
        height = max(len(table.rows), 1)
        last = place[0] + height - 1
        if taken := self._taken(table, height, own):
            if own or taken[0] == place[0]:
                size = f"{height} × {len(table.slots)}"
                self._say("template_no_room", place, asked.text, size, cell_name(*taken))
                return
            self._grow(table, taken[0], height)
            last = taken[0] - 1
        self.claimed.append(Area(*place, last, table.slots[-1]))
        self.tables.append(table)

    def _grow(self, table: TableEdit, at: int, height: int) -> None:
        """Plan rows before the first that is taken: as many as are not put in there already."""
        room = at - table.row + Shift(self.gaps).between(table.row, at)
        if room < height:
            self.gaps[at] = self.gaps.get(at, 0) + height - room
        right = self.sheet.covering(table.row, table.slots[-1])
        last = right.right if right else table.slots[-1]
        self.growing.append(Growing(at, table.row, table.slots[0], last))

    def _slots(self, place: tuple[int, int], width: int) -> tuple[int, ...]:
        """Give the columns of a table: a merged cell is one of them, however wide it is."""
        slots, column = [], place[1]
        for _ in range(width):
            slots.append(column)
            merged = self.sheet.covering(place[0], column)
            column = (merged.right if merged else column) + 1
        return tuple(slots)

    def _taken(self, table: TableEdit, height: int, own: Area | None) -> tuple[int, int] | None:
        """Give the first cell that a table would write over; None where there is room for it."""
        for row in range(table.row, table.row + height):
            for column in table.slots:
                free = (row, column) == (table.row, table.slots[0])
                free = free or (own is not None and own.meets(Area(row, column, row, column)))
                if not free and self._is_taken(row, column):
                    return row, column
        return None

    def _is_taken(self, row: int, column: int) -> bool:
        merged = self.sheet.covering(row, column)
        hides = merged is not None and (merged[:2] != (row, column) or merged.bottom > row)
        cell = Area(row, column, row, column)
        claimed = any(one.meets(cell) for one in self.claimed)
        return hides or claimed or self.sheet.is_filled(row, column)

    def _write(self, table: TableEdit) -> Iterator[tuple[int, int]]:
        first = self.shift.row(table.row)
        if not table.rows:
            self.sheet.put(first, table.slots[0], None)
        for distance, row in enumerate(table.rows):
            number = self.shift.row(table.row + distance) if table.is_area else first + distance
            for column, value in zip(table.slots, row, strict=True):
                self.sheet.put(number, column, value, like=first)
                yield number, column

    def _gap(self, place: tuple[int, int], asked: Placeholder, answer: Answer) -> None:
        if not answer.is_known:
            self._say("placeholder_no_value", place, asked.text, severity=Severity.NOTE)

    def _say(
        self,
        code: str,
        place: tuple[int, int],
        found: str,
        expected: str = "",
        about: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        cell = cell_name(*place)
        self.findings.append(Finding(severity, code, self.name, cell, found, expected, about))
