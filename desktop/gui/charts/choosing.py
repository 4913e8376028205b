"""Choosing a month on a chart: by a click on it, or by Space on the month that is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from desktop.gui.charts.plot import Plot
from desktop.gui.tokens import Colours

_STILL = 4
"""A press that moved no further, in pixels, is a click and no drag."""
_BENEATH = -15
"""Over the shade of months to come, beneath the grid and all that is drawn."""


class MonthChooser(QObject):
    """Belongs to a chart; `chosen` gives the slot. `mark` shows which month is chosen."""

    chosen = Signal(int)

    def __init__(self, chart: Plot) -> None:
        """Listen to the chart's mouse and keys."""
        super().__init__(chart)
        self._chart = chart
        self._pressed: QPointF | None = None
        self._band = QGraphicsRectItem()
        self._band.setZValue(_BENEATH)
        self._band.setPen(QPen(Qt.PenStyle.NoPen))
        self._band.hide()
        chart.put_upright(self._band)
        chart.installEventFilter(self)
        chart.viewport().installEventFilter(self)

    def mark(self, slot: int | None, colours: Colours) -> None:
        """Mark a slot, or none."""
        self._band.setVisible(slot is not None)
        if slot is not None:
            low, high = self._chart.view.viewRange()[1]
            self._band.setRect(slot, low, 1, high - low)
            self._band.setBrush(QColor(colours.primary_soft))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the slot that is read; everything else passes."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() is QEvent.Type.MouseButtonRelease and self._is_click(event):
                self._choose()
        space = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if space and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._choose()
            return True
        return super().eventFilter(watched, event)

    def _is_click(self, event: QMouseEvent) -> bool:
        before, self._pressed = self._pressed, None
        return before is not None and (event.position() - before).manhattanLength() <= _STILL

    def _choose(self) -> None:
        if self._chart.slot is not None:
            self.chosen.emit(self._chart.slot)
