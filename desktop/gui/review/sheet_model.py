"""A sheet as a table: its own rows and columns, for view, keyboard and screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding
from desktop.figures.reading import SheetCells, SheetSeen
from desktop.figures.wording import Language
from desktop.gui.parts.grid import Index
from desktop.gui.review.addresses import Place, address, column_letter
from desktop.gui.review.drawing import Drawn
from desktop.gui.review.words import region_words

_NOWHERE = QModelIndex()
_EMPTY = Drawn(SheetCells("", ()), SheetSeen("", "", used=False))

# As plain numbers: making an enumeration's member in `data` costs more than all the rest of it.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class SheetModel(QAbstractTableModel):
    """Row 0 of the table is row 1 of the sheet, column 0 its column A. All is drawn elsewhere."""

    def __init__(self) -> None:
        """Start with no sheet."""
        super().__init__()
        self.drawn = _EMPTY
        self._lang: Language | None = None

    def show(self, drawn: Drawn, lang: Language) -> None:
        """Show another sheet."""
        self.beginResetModel()
        drawn.lang = lang
        self.drawn, self._lang = drawn, lang
        self.endResetModel()

    def forget(self) -> None:
        """Show no sheet."""
        self.beginResetModel()
        self.drawn = _EMPTY
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows down to the last one with something in it."""
        return 0 if parent.isValid() else self.drawn.rows

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns up to the last one with something in it."""
        return 0 if parent.isValid() else self.drawn.columns_drawn

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's text, and what is read out of it."""
        if role == _DISPLAY:
            return self.drawn.text((index.row() + 1, index.column() + 1))
        if role == _SPOKEN and self._lang is not None:
            place = place_at(index)
            region = self.drawn.region(place)
            kind = region_words(region, self._lang) if region else ""
            return f"{address(place)} {self.drawn.text(place)} {kind}".strip()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the sheet's own column letters and row numbers."""
        if role != _DISPLAY:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return column_letter(section + 1) if across else str(section + 1)

    def index_of(self, place: Place) -> QModelIndex:
        """Give the table's index of a place in the sheet."""
        return self.index(place[0] - 1, place[1] - 1)

    def figure(self, index: Index) -> FigureRow | None:
        """Give the figure read at a place, if one was."""
        return self.drawn.figures.get(place_at(index))

    def finding(self, index: Index) -> Finding | None:
        """Give what is odd about a cell, if anything is."""
        return self.drawn.finding(place_at(index))


def place_at(index: Index) -> Place:
    """Give the sheet's row and column of an index."""
    return index.row() + 1, index.column() + 1
