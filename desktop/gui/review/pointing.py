"""A table whose rows point at cells of the sheet, and lead there when a user chooses one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView

from desktop.gui.parts.grid import GridView

_SECOND_LINE = 12
"""Pixels by which a row is higher that has two lines."""


class PointingTable(GridView):
    """Says which row was chosen. Coming to it by F6 or Tab chooses none: the sheet stays as it is.

    Qt would make the first row the current one. The first arrow key does, as the user means it.
    """

    row_chosen = Signal(int)

    def __init__(self, row_height: int) -> None:
        """Start empty, written small."""
        super().__init__(row_height, dense=True)
        self._one_line = row_height
        self.selectionModel().currentRowChanged.connect(lambda i, _: self.row_chosen.emit(i.row()))

    def sizeHint(self) -> QSize:
        """Ask for the least: beside a line that is wrapped Qt gives no less than is asked for."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def make_room(self, *, two_lines: bool) -> None:
        """Give every row the height of one line, or of two."""
        self.set_row_height(self._one_line + (_SECOND_LINE if two_lines else 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard, and leave it to the user which row is looked at."""
        with choosing_nothing(self):
            super().focusInEvent(event)


@contextmanager
def choosing_nothing(view: QTableView) -> Iterator[None]:
    """Let a view take the keyboard: Qt would make its first cell the current one."""
    if view.currentIndex().isValid():
        yield
        return
    chosen = view.selectionModel()
    with QSignalBlocker(chosen):
        yield
        chosen.clearCurrentIndex()
