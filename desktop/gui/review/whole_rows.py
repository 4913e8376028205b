"""A sheet ends with a whole row: what stands cut at its foot is not painted."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTableView


def foot(view: QTableView) -> int:
    """Give how far down a view is painted: to the end of the last row that is seen whole.

    A single row, higher than the view, is seen as far as there is room.
    """
    high = view.viewport().height()
    last = view.rowAt(high - 1)
    if last < 0:
        return high
    top = view.rowViewportPosition(last)
    whole = top + view.rowHeight(last) <= high
    return high if whole or top <= 0 else top


def above_foot(event: QPaintEvent, view: QTableView) -> QPaintEvent:
    """Give the part of what is to be painted that lies above a view's foot."""
    return QPaintEvent(event.region().intersected(QRect(0, 0, view.width() * 2, foot(view))))
