"""Tables: the numbers of a chart as rows, which can be walked, read out and copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from itertools import combinations, pairwise
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.gui.parts.cells import Cell, Grid
from desktop.gui.parts.copying import copy_out, on_clipboard, spoken
from desktop.gui.parts.widths import KEPT
from desktop.gui.tokens import Colours, Tone

__all__ = ["EMPTY", "Cell", "Grid", "GridModel", "GridView", "Index", "LazyRows", "shared_out"]

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
_MEASURED_ROWS = 60  # of thousands: enough to know how wide numbers run
_AS_LONG = 0.6
"""A text with fewer letters than that share of the longest is no wider than it."""
_SETTLES = 3
_LEAST_WORDS = 150
"""So much of a column of words is never given away to the column that takes what is left."""
_LEAST_WIDTH, _LEAST_NAMES = 76, 112
"""The column that takes the room that is left keeps so much; beyond it the table scrolls.

The second is of names that lead the lines: without them a line says nothing.
"""
_GAIN, _SPARED = 8, 6
"""A heading is not broken for less; so much of the room around one is its own."""
_NAMES = 200
"""In a table that scrolls anyway its words are written in full, up to so much."""


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
            return cell.tip or None
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


class GridView(QTableView):
    """A quiet table: no lines but hairlines, whole rows, Ctrl+C copies for a spreadsheet."""

    def __init__(self, row_height: int = 30, *, dense: bool = False) -> None:
        """Start empty; `dense` writes smaller."""
        super().__init__()
        self._stretch = 0
        self._of: tuple[Grid, Colours, int] | None = None
        self._unmeasured = True
        self._wanted: dict[int, int] = {}
        self._heads: dict[int, int] = {}
        self._snapping = False
        if dense:
            self.setProperty("look", "dense")
        self._model = GridModel()
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        self.horizontalHeader().sectionResized.connect(self._resized)
        self.set_row_height(row_height)

    def set_row_height(self, height: int) -> None:
        """Give every row so many pixels."""
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)  # by the wheel, too, whole rows

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Show whole rows: the foot of the last is not cut where there are more."""
        if self._snapping:
            return
        self._snapping = True
        super().updateGeometries()
        for _ in range(_SETTLES):  # a bar beneath may go when the margin comes, or come
            margins = self.viewportMargins()
            room = self.viewport().height() + margins.bottom()
            over = self._left_over(room)
            if over == margins.bottom():
                break
            margins.setBottom(over)
            self.setViewportMargins(margins)
        if over:
            bar = self.verticalScrollBar()
            bar.setPageStep(room - over)
            bar.setMaximum(self.verticalHeader().length() - (room - over))
        self._snapping = False

    def _left_over(self, room: int) -> int:
        """Pixels beneath the last whole row, where rows go on."""
        whole, over = divmod(room, self.verticalHeader().defaultSectionSize())
        return over if whole and room < self.verticalHeader().length() else 0

    def _resized(self, column: int, _before: int, width: int) -> None:
        """Remember a width that was dragged; one that was shared out is nobody's choice."""
        header = self.horizontalHeader()
        if header.underMouse() and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.choose_width(column, width)

    def choose_width(self, column: int, width: int) -> None:
        """Give a column a width for good."""
        KEPT.chose(self.grid.columns, column, width)

    def show_grid(self, grid: Grid, colours: Colours, stretch: int = 0) -> None:
        """Show a grid; the column `stretch` takes the room that is left."""
        if (grid, colours, stretch) == self._of:
            return
        self._of = grid, colours, stretch
        chosen = self.currentIndex().row()
        self._unmeasured = True  # its own room may change while it takes the other columns
        self._model.show(grid, colours)
        self._stretch = stretch
        if self.isVisible():
            self._measure()
        if 0 <= chosen < len(grid.rows):
            self.selectRow(chosen)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - Qt's name
        """Ask the cell with the widest text alone: Qt asks sixty, each for ten things."""
        rows = self.grid.rows[: min(len(self.grid.rows), _MEASURED_ROWS)]
        first = {cells[column].text: number for number, cells in reversed(list(enumerate(rows)))}
        longest = max(map(len, first), default=0)
        advance = self.fontMetrics().horizontalAdvance
        widest = max((t for t in first if len(t) >= longest * _AS_LONG), key=advance, default=None)
        if widest is None:
            return super().sizeHintForColumn(column)
        return self.sizeHintForIndex(self._model.index(first[widest], column)).width()

    def _measure(self) -> None:
        self._unmeasured = False
        self.horizontalHeader().ensurePolished()
        self._model.fold({})
        self.resizeColumnsToContents()
        columns = range(len(self.grid.columns))
        self._heads = {c: self.horizontalHeader().sectionSizeHint(c) for c in columns}
        self._wanted = {column: self.columnWidth(column) for column in columns}
        self._stretch_one()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what was filled unseen: it wears its style by now, with wider margins."""
        super().showEvent(event)
        if self._unmeasured:
            self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another style: a table may be filled and seen before it wears its own."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and not self._unmeasured:
            self._unmeasured = True
            QTimer.singleShot(0, self, self._measure_again)

    def _measure_again(self) -> None:
        if self._unmeasured and self.isVisible():
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column that takes it."""
        super().resizeEvent(event)
        if not self._unmeasured:
            self._stretch_one()

    def _stretch_one(self) -> None:
        chosen = KEPT.of(self.grid.columns)
        wanted = self._wanted | {c: w for c, w in chosen.items() if c in self._wanted}
        words, room = self.grid.words - chosen.keys(), self.viewport().width()
        widths = shared_out(wanted, words, self._stretch, room)
        if sum(widths.values()) <= room:
            self._model.fold({})
        else:  # before it scrolls sideways, its headings give way
            narrow = self._fold(wanted, chosen.keys(), room)
            widths = shared_out(wanted | narrow, words, self._stretch, room)
        for column, width in (widths | chosen).items():
            self.setColumnWidth(column, width)

    def _fold(self, wanted: dict[int, int], fixed: Set[int], room: int) -> dict[int, int]:
        """Write headings on several lines, as many as the room asks for; give the columns' widths.

        On three lines only where the table then need not scroll.
        """
        narrow: dict[int, int] = {}
        for most in (2, 3):
            folded, found = self._folded(wanted, fixed, room, most)
            shared = shared_out(wanted | found, self.grid.words - fixed, self._stretch, room)
            fits = sum(shared.values()) <= room
            if most == 2 or fits:
                self._model.fold(folded)
                narrow = found
            if fits:
                break
        return narrow

    def _folded(
        self, wanted: dict[int, int], fixed: Set[int], room: int, most: int
    ) -> tuple[dict[int, str], dict[int, int]]:
        advance = self.horizontalHeader().fontMetrics().horizontalAdvance
        heads, widths = {}, {}
        for column in wanted.keys() - fixed:
            head = self.grid.columns[column]
            heads[column] = on_lines(head, most, advance)
            less = max(map(advance, heads[column].split("\n"))) - advance(head)
            head_width = self._heads.get(column, 0) + less - _SPARED
            widths[column] = max(self.sizeHintForColumn(column), head_width)
        over, folded = sum(wanted.values()) - room, []
        for column in sorted(widths, key=lambda c: widths[c] - wanted[c]):
            gain = wanted[column] - widths[column]
            if over > 0 and gain >= _GAIN:
                folded.append(column)
                over -= gain
        return {c: heads[c] for c in folded}, {c: widths[c] for c in folded}

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._model.grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selection on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected rows (all, where none is) for a spreadsheet."""
        rows = sorted({i.row() for i in self.selectedIndexes()}) or range(len(self.grid.rows))
        copy_out(on_clipboard(self.grid, rows, spoken()))


def on_lines(words: str, most: int, advance: Callable[[str], int]) -> str:
    """Break a heading into lines, at most so many, so that the longest is as short as can be."""
    parts = words.split(" ")
    best = words
    for count in range(1, min(most, len(parts))):
        for ends in combinations(range(1, len(parts)), count):
            cuts = pairwise((0, *ends, len(parts)))
            lines = [" ".join(parts[start:end]) for start, end in cuts]
            if max(map(advance, lines)) < max(map(advance, best.split("\n"))):
                best = "\n".join(lines)
    return best


def shared_out(
    wanted: dict[int, int], words: frozenset[int], stretch: int, room: int
) -> dict[int, int]:
    """Share the room among columns: `stretch` takes what is left, long words give way to it.

    Widths are pixels by column. Numbers are never cut, and words keep `_LEAST_WORDS`.
    """
    widths = dict(wanted)
    if stretch not in widths:
        return widths
    left = room - sum(width for column, width in widths.items() if column != stretch)
    for column in sorted(words & widths.keys() - {stretch}, key=lambda c: -widths[c]):
        given = min(widths[stretch] - left, widths[column] - _LEAST_WORDS)
        if given > 0:
            widths[column] -= given
            left += given
    least = min(_LEAST_WIDTH if stretch else _LEAST_NAMES, wanted[stretch])
    widths[stretch] = left if left >= least else max(least, min(wanted[stretch], _NAMES))
    return widths
