"""The painted lines of a list, put on paper: all of them, in sight or not, up to a page's worth."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

MOST = 40
"""More lines than these make a table, not a picture."""


def rows_height(view: QListView) -> int:
    """Say how high the lines of a list are together."""
    return printed_count(view) * view.sizeHintForRow(0) if printed_count(view) else 0


def printed_count(view: QListView) -> int:
    """Say how many lines are put on paper."""
    return min(view.model().rowCount(), MOST)


def print_rows(view: QListView, painter: QPainter, top: int, width: int) -> None:
    """Let the list's own delegate paint every line, none of them marked."""
    height = view.sizeHintForRow(0)
    for number in range(printed_count(view)):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, top + number * height, width, height)
        painter.save()
        view.itemDelegate().paint(painter, option, view.model().index(number, 0))
        painter.restore()
