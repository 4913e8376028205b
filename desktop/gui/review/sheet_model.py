"""A sheet as it was read: the cells that became figures, where they stand, and what is odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding
from desktop.figures.reading import ColumnSeen, Reading, SheetSeen
from desktop.figures.wording import Language
from desktop.gui.fonts import font
from desktop.gui.parts.grid import Index
from desktop.gui.review.words import meaning_words, why_words
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE, Colours

_CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)")
_NOWHERE = QModelIndex()
_HEADING, _MEANING = 0, 1
_HEAD_ROWS = 2


@dataclass(slots=True)
class ReadRow:
    """One row of the sheet: its number, its label, its figures by column letter."""

    number: int
    label: str
    figures: dict[str, FigureRow] = field(default_factory=dict)


def cell_parts(cell: str) -> tuple[str, int]:
    """Cut "D18" into ("D", 18); ("", 0) for anything else."""
    found = _CELL.fullmatch(cell)
    return (found[1], int(found[2])) if found else ("", 0)


def read_rows(rows: Iterable[FigureRow], sheet: str) -> list[ReadRow]:
    """Gather the figures of a sheet by its rows, from the top."""
    found: dict[int, ReadRow] = {}
    for row in rows:
        if row.sheet == sheet:
            letter, number = cell_parts(row.cell)
            found.setdefault(number, ReadRow(number, row.label)).figures[letter] = row
    return [found[number] for number in sorted(found)]


class SheetModel(QAbstractTableModel):
    """The sheet's own rows and columns, under the headings as printed and as understood."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ReadRow] = []
        self.columns: tuple[ColumnSeen, ...] = ()
        self._findings: dict[str, Finding] = {}
        self._lang: Language | None = None
        self._colours = LIGHT
        roles = Qt.ItemDataRole
        self._roles: dict[int, Callable[[Index], Any]] = {
            roles.DisplayRole: self._text,
            roles.ToolTipRole: self._text,
            roles.BackgroundRole: self._fill,
            roles.ForegroundRole: self._ink,
            roles.FontRole: self._font,
            roles.TextAlignmentRole: self._side,
        }

    def show(self, reading: Reading, sheet: SheetSeen, lang: Language, colours: Colours) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.rows = read_rows(reading.rows, sheet.name)
        self.columns = sheet.columns
        self._findings = {f.cell: f for f in reading.findings if f.sheet == sheet.name and f.cell}
        self._lang, self._colours = lang, colours
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count two rows of headings and the rows read."""
        return 0 if parent.isValid() or not self.columns else len(self.rows) + _HEAD_ROWS

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the label and the value columns."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def figure(self, index: Index) -> FigureRow | None:
        """Give the figure read at a place, if one was."""
        row, column = index.row() - _HEAD_ROWS, index.column() - 1
        if row < 0 or column < 0:
            return None
        return self.rows[row].figures.get(self.columns[column].letter)

    def address(self, index: Index) -> str:
        """Give the cell's address in the workbook; empty for a heading or a label."""
        row, column = index.row() - _HEAD_ROWS, index.column() - 1
        if row < 0 or column < 0:
            return ""
        return f"{self.columns[column].letter}{self.rows[row].number}"

    def finding(self, index: Index) -> Finding | None:
        """Give what is odd about a cell, if anything is."""
        return self._findings.get(self.address(index))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what stands in a cell, and its looks by what it was taken for."""
        give = self._roles.get(role)
        if give is None or self._lang is None:
            return None
        return give(index)

    def _text(self, index: Index) -> str:
        row, column = index.row(), index.column() - 1
        if row < _HEAD_ROWS:
            return self._heading(row, column)
        if column < 0:
            return self.rows[row - _HEAD_ROWS].label
        figure = self.figure(index)
        return figure.printed if figure else ""

    def _heading(self, row: int, column: int) -> str:
        assert self._lang is not None
        if column < 0:
            return (self._lang._("Heading as printed"), self._lang._("Read as"))[row]
        seen = self.columns[column]
        if row == _HEADING:
            return seen.heading
        return (
            meaning_words(seen.meaning, self._lang)
            if seen.used
            else why_words(seen.why, self._lang)
        )

    def _used(self, index: Index) -> bool:
        return index.column() == 0 or self.columns[index.column() - 1].used

    def _ink(self, index: Index) -> QColor:
        return QColor(self._colours.text if self._used(index) else self._colours.muted)

    def _fill(self, index: Index) -> QBrush:
        return QBrush(QColor(self._fill_name(index)))

    def _fill_name(self, index: Index) -> str:
        colours = self._colours
        if self.finding(index):
            return colours.sheet_doubt
        if index.column() == 0:
            return colours.card if index.row() < _HEAD_ROWS else colours.sheet_label
        if not self._used(index):
            return colours.card
        if index.row() < _HEAD_ROWS:
            return colours.sheet_heading
        return colours.sheet_value if self.figure(index) else colours.card

    def _font(self, index: Index) -> QFont:
        if index.row() == _MEANING:
            return font(TINY_SIZE, QFont.Weight.Medium)
        if index.row() >= _HEAD_ROWS and not self._used(index):
            struck = QFont(font(SMALL_SIZE))
            struck.setStrikeOut(True)
            return struck
        return font(SMALL_SIZE)

    def _side(self, index: Index) -> Qt.AlignmentFlag:
        words = index.column() == 0 or index.row() < _HEAD_ROWS
        side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the sheet's own column letters and row numbers."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section - 1].letter if section else ""
        return str(self.rows[section - _HEAD_ROWS].number) if section >= _HEAD_ROWS else ""
