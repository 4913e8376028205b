"""Choosing a month on a chart: by a click on it, or by Space on the month that is read.

In the chart's table it is Space or a double click on the month's line; in both, the menu.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QMenu

from desktop.gui.charts.plot import Plot
from desktop.gui.narrowing.looking import LOOK
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.panel import panel_about
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
        self._table: GridView | None = None
        if (panel := panel_about(chart)) is not None:
            panel.table_made.connect(self._adopt)
            panel.filling.connect(self._fill)

    def _adopt(self, table: GridView) -> None:
        """Listen to the chart's table, whose lines are its months."""
        self._table = table
        table.installEventFilter(self)
        table.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

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

    @property
    def _slot(self) -> int | None:
        """The month where the user is: of the table, while that is what is looked at."""
        if self._table is not None and self._table.isVisible():
            row = self._table.currentIndex().row()
            return row if row >= 0 else None
        return self._chart.slot

    def _choose(self) -> None:
        if self._slot is not None:
            self.chosen.emit(self._slot)

    def _fill(self, menu: QMenu) -> None:
        """Offer the month in the menu."""
        slot, lang = self._slot, self._chart.language
        month = self._chart.month_at(slot)
        if slot is None or month is None:
            return
        menu.addSeparator()
        action = menu.addAction(lang._(LOOK, name=lang.month(month)))
        action.triggered.connect(lambda _=False: self.chosen.emit(slot))
