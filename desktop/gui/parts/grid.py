"""Tables: the numbers of a chart as rows, which can be walked, read out and copied."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.gui.parts.cells import Cell, Grid
from desktop.gui.parts.copying import copy_out, on_clipboard, spoken
from desktop.gui.parts.frozen import NamedTable
from desktop.gui.parts.grid_model import EMPTY, GridModel, Index, LazyRows
from desktop.gui.parts.sharing import on_lines, shared_out, whole_rows
from desktop.gui.parts.whole import ShortNames, WholeTexts
from desktop.gui.parts.widths import KEPT
from desktop.gui.tokens import Colours

__all__ = ["EMPTY", "Cell", "Grid", "GridModel", "GridView", "Index", "LazyRows"]

_MEASURED_ROWS = 60  # of thousands: enough to know how wide numbers run
_AS_LONG = 0.6
"""A text with fewer letters than that share of the longest is no wider than it."""
_SETTLES = 3
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_GAIN, _SPARED = 8, 6
"""A heading is not broken for less; so much of the room around one is its own."""


class GridView(NamedTable):
    """A quiet table: no lines but hairlines, whole rows, Ctrl+C copies for a spreadsheet."""

    def __init__(self, row_height: int = 30, *, dense: bool = False) -> None:
        """Start empty; `dense` writes smaller."""
        super().__init__()
        self._stretch = 0
        self._of: tuple[Grid, Colours, int] | None = None
        self._unmeasured = True
        self._wanted: dict[int, int] = {}
        self._heads: dict[int, int] = {}
        self._cells: dict[int, int] = {}
        self._snapping, self._row = False, row_height
        if dense:
            self.setProperty("look", "dense")
        self._model = GridModel()
        self.setModel(self._model)
        self._plain, self._of_trade = WholeTexts(self), ShortNames(self)
        self.setItemDelegate(self._plain)
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
        """Give every row so many pixels, or nearly so many where rows go on."""
        self._row = height
        self._give_rows(height)

    def _give_rows(self, height: int) -> None:
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)  # by the wheel, too, whole rows

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Show whole rows where they go on: they share the room, and none is cut at the foot."""
        if self._snapping:
            return
        self._snapping = True
        super().updateGeometries()
        for _ in range(_SETTLES):  # a bar beneath may go when the margin comes, or come
            margins = self.viewportMargins()
            room = self.viewport().height() + margins.bottom()
            row, over = whole_rows(room, self._row, self.verticalHeader().count())
            if row == self.verticalHeader().defaultSectionSize() and over == margins.bottom():
                break
            self._give_rows(row)
            margins.setBottom(over)
            self.setViewportMargins(margins)
        seen, bar = room - over, self.verticalScrollBar()
        bar.setPageStep(seen)
        bar.setMaximum(max(0, self.verticalHeader().length() - seen))
        self._snapping = False

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
        self.setItemDelegateForColumn(0, self._of_trade if grid.of_trade else self._plain)
        self.named = 0 in grid.words and any(grid.columns[:1])
        self.ground(colours)
        self._stretch = stretch
        if self.isVisible():
            self._measure()
        if 0 <= chosen < len(grid.rows):
            self.selectRow(chosen)

    def selectRow(self, row: int) -> None:  # noqa: N802 - Qt's name
        """Choose one row alone: under Ctrl (Ctrl+Enter, Ctrl+7) Qt adds it to what is chosen."""
        index = self._model.index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _ALONE)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - Qt's name
        """Give the pixels that a column's cells want; they are measured once until they change."""
        if self._unmeasured:
            return self._cells_of(column)
        if column not in self._cells:
            self._cells[column] = self._cells_of(column)
        return self._cells[column]

    def _cells_of(self, column: int) -> int:
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
        self._cells = {}
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
        chosen, stretch = KEPT.of(self.grid.columns), self._stretch
        wanted = self._wanted | {c: w for c, w in chosen.items() if c in self._wanted}
        words, room = self.grid.words - chosen.keys(), self.viewport().width()
        widths, heads = shared_out(wanted, words, stretch, room), {}
        scrolls = sum(widths.values()) > room
        if scrolls or widths.get(stretch, 0) < wanted.get(stretch, 0):
            folded, narrow = self._fold(wanted, chosen.keys(), room)
            shared = shared_out(wanted | narrow, words, stretch, room)
            if scrolls or shared[stretch] >= wanted[stretch]:
                heads, widths = folded, shared
        self._model.fold(heads)
        for column, width in (widths | chosen).items():
            self.setColumnWidth(column, width)

    def _fold(
        self, wanted: dict[int, int], fixed: Set[int], room: int
    ) -> tuple[dict[int, str], dict[int, int]]:
        """Give headings on several lines, as many as the room asks for, and the columns' widths.

        They give way before the table scrolls sideways or names are cut; on three lines only
        where the table then need not scroll.
        """
        taken: tuple[dict[int, str], dict[int, int]] = {}, {}
        for most in (2, 3):
            folded, found = self._folded(wanted, fixed, room, most)
            shared = shared_out(wanted | found, self.grid.words - fixed, self._stretch, room)
            fits = sum(shared.values()) <= room
            if most == 2 or fits:
                taken = folded, found
            if fits:
                break
        return taken

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
