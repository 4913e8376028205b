"""A sheet as it was read: the cells that became figures, where they stand, and what is odd."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
from desktop.gui.tokens import SMALL_SIZE, TINY_SIZE, Colours

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
        self._colours: Colours | None = None

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
        if self._lang is None or self._colours is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index, self._lang)
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(index, self._lang) or None
            case Qt.ItemDataRole.BackgroundRole:
                return QBrush(QColor(self._fill(index, self._colours)))
            case Qt.ItemDataRole.ForegroundRole:
                used = index.column() == 0 or self.columns[index.column() - 1].used
                return QColor(self._colours.text if used else self._colours.muted)
            case Qt.ItemDataRole.FontRole:
                return self._font(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index)
        return None

    def _text(self, index: Index, lang: Language) -> str:
        row, column = index.row(), index.column() - 1
        if row < _HEAD_ROWS:
            if column < 0:
                return (lang._("Heading as printed"), lang._("Read as"))[row]
            seen = self.columns[column]
            if row == _HEADING:
                return seen.heading
            return meaning_words(seen.meaning, lang) if seen.used else why_words(seen.why, lang)
        if column < 0:
            return self.rows[row - _HEAD_ROWS].label
        figure = self.figure(index)
        return figure.printed if figure else ""

    def _fill(self, index: Index, colours: Colours) -> str:
        if self.finding(index):
            return colours.sheet_doubt
        if index.row() < _HEAD_ROWS:
            return colours.sheet_heading if index.column() else colours.card
        if index.column() == 0:
            return colours.sheet_label
        used = self.columns[index.column() - 1].used and self.figure(index) is not None
        return colours.sheet_value if used else colours.card

    def _font(self, index: Index) -> QFont:
        if index.row() == _MEANING:
            return font(TINY_SIZE, QFont.Weight.Medium)
        if (
            index.row() >= _HEAD_ROWS
            and index.column()
            and not self.columns[index.column() - 1].used
        ):
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
