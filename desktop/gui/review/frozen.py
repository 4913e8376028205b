"""The label columns of a sheet, kept in sight while one looks at the columns further right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTableView

from desktop.figures.reading import RegionKind
from desktop.gui.parts.frozen import LEAST_NAMES, MOST_SHARE
from desktop.gui.review.addresses import Rectangle
from desktop.gui.review.drawing import Drawn
from desktop.gui.review.painting import SheetEdge
from desktop.gui.review.whole_rows import above_foot


class FrozenLabels(QTableView):
    """Lies over the left of a sheet's view once that is scrolled to the right."""

    menu_asked = Signal(object)  # QPoint, global

    def __init__(self, sheet: QTableView) -> None:
        """Share the sheet's model, selection and delegate."""
        super().__init__(sheet)
        self._sheet = sheet
        self.edge = SheetEdge(Qt.Orientation.Horizontal)
        self.setHorizontalHeader(self.edge)
        self.setModel(sheet.model())
        self.setSelectionModel(sheet.selectionModel())
        self.setItemDelegate(sheet.itemDelegate())
        self.setProperty("look", "frozen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.edge.setMinimumSectionSize(16)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._last = 0
        sheet.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        sheet.horizontalScrollBar().valueChanged.connect(lambda _: self.settle())
        self.hide()

    def take(self, drawn: Drawn, spans: list[Rectangle], heights: dict[int, int], row: int) -> None:
        """Take the columns up to the last one of labels, as the sheet shows them."""
        roles = (n for n in drawn.columns if drawn.role(n) is RegionKind.LABEL)
        self._last = max(roles, default=0)
        self.clearSpans()
        for column in range(drawn.columns_drawn):
            self.setColumnHidden(column, column >= self._last)
            self.setColumnWidth(column, self._sheet.columnWidth(column))
        for top, left, bottom, right in spans:
            if left <= self._last:
                self.setSpan(top - 1, left - 1, bottom - top + 1, right - left + 1)
        self.verticalHeader().setDefaultSectionSize(row)
        for number, height in heights.items():
            self.setRowHeight(number - 1, height)
        self.settle()

    def holds(self, column: int) -> bool:
        """Say whether a column, from 0, is one of the labels."""
        return column < self._last

    def settle(self) -> None:
        """Lie where the labels stood, if they have been scrolled out of sight."""
        if not self._last or self._sheet.horizontalScrollBar().value() == 0:
            self.hide()
            return
        view = self._sheet.viewport()
        before = sum(self._sheet.columnWidth(c) for c in range(self._last - 1))
        room = max(int(view.width() * MOST_SHARE) - before, LEAST_NAMES)
        last = min(self._sheet.columnWidth(self._last - 1), room)
        self.setColumnWidth(self._last - 1, last)
        width = before + last
        head = self._sheet.horizontalHeader().height()
        self.edge.setFixedHeight(head)
        self.setGeometry(view.x(), view.y() - head, width, view.height() + head)
        self.verticalScrollBar().setValue(self._sheet.verticalScrollBar().value())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whole rows."""
        super().paintEvent(above_foot(event, self))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu about the label that is pointed at."""
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the sheet, and with it the labels."""
        self._sheet.wheelEvent(event)
