"""What a table shows, as Qt asks for it: rows of cells, each made when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.gui.parts.cells import Cell, Grid
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import VERDICTS, Colours, Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

# As plain numbers: making an enumeration's member in `data` costs more than all the rest of it.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SIDE = int(Qt.ItemDataRole.TextAlignmentRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ASKED = frozenset({_DISPLAY, _TIP, _INK, _SPOKEN})

EMPTY = Grid((), ())
_Thing = TypeVar("_Thing")


class LazyRows(Sequence[tuple[Cell, ...]], Generic[_Thing]):
    """Rows of cells, each made when it is first asked for."""

    def __init__(
        self, things: Sequence[_Thing], make: Callable[[_Thing], tuple[Cell, ...]]
    ) -> None:
        """Take one thing for each row, and what makes a row of it."""
        self._things = things
        self._make = make
        self._made: dict[int, tuple[Cell, ...]] = {}

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, place: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[Cell, ...]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Cell, ...] | list[tuple[Cell, ...]]:
        """Give a row, made now if it was not yet."""
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        if (made := self._made.get(place)) is not None:  # a view asks ten times for each cell
            return made
        number = range(len(self))[place]
        if number not in self._made:
            self._made[number] = self._make(self._things[number])
        return self._made[number]


class GridModel(QAbstractTableModel):
    """Shows a `Grid`."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._grid = EMPTY
        self._folded: dict[int, str] = {}
        self._inks: dict[Tone, QColor] = {}

    def show(self, grid: Grid, colours: Colours) -> None:
        """Show another grid."""
        self.beginResetModel()
        self._grid, self._folded = grid, {}
        self._inks = {tone: QColor(colours.of(tone)) for tone in Tone}
        self.endResetModel()

    def chosen_ink(self, index: Index) -> QColor:
        """Give the ink of a cell whose row is chosen."""
        tone = self._grid.rows[index.row()][index.column()].tone
        return self._inks[tone if tone in VERDICTS else Tone.PLAIN]

    def fold(self, headings: dict[int, str]) -> None:
        """Write these headings on lines of their own, and the others on one."""
        if headings != self._folded:
            self._folded = headings
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._grid

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._grid.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's text, tip, side and ink."""
        if role == _SIDE:
            return _LEFT if index.column() in self._grid.words else _RIGHT
        if role not in _ASKED:
            return None
        cell = self._grid.rows[index.row()][index.column()]
        if role == _DISPLAY:
            return cell.text
        if role == _INK:
            return self._inks[cell.tone]
        if role == _TIP:
            return wrapped(cell.tip) or None
        return f"{self._grid.columns[index.column()]}: {cell.text}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give a column's heading and side."""
        if orientation is Qt.Orientation.Horizontal:
            if role == _DISPLAY and section in self._folded:
                return self._folded[section]
            if role in {_DISPLAY, _TIP}:  # a heading ends in "…" where its column is narrow
                return self._grid.columns[section]
            if role == _SIDE:
                return _LEFT if section in self._grid.words else _RIGHT
        return None
