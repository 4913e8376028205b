"""The names at a plot's marks: painted at once, with no measuring, as the room is fixed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QColor, QPainter

from desktop.gui.charts.beside import Beside
from desktop.gui.parts.written import width_of, write_at
from desktop.gui.tokens import TINY_SIZE

Tick = tuple[float, str]
_AWAY, _BETWEEN = 8, 3
_HALF = 40
_LINE = 16


class Ticks(Beside):
    """An axis at the left of a view box, or beneath it; pyqtgraph's own takes most of a paint."""

    def __init__(self, view: pg.ViewBox, *, beneath: bool = False) -> None:
        """Belong to a view box."""
        super().__init__(view)
        self._beneath = beneath
        self.ticks: tuple[Tick, ...] = ()
        self._widest = 0
        self._ink = QColor("#000000")

    def setTicks(self, levels: Sequence[Sequence[Tick]]) -> None:  # noqa: N802 - as pyqtgraph's
        """Name other marks; the first level counts."""
        ticks = tuple(levels[0]) if levels else ()
        if ticks == self.ticks:
            return
        self.ticks = ticks
        self._widest = max((width_of(name, TINY_SIZE) for _, name in self.ticks), default=0)
        self.renew()

    def setTextPen(self, ink: QColor) -> None:  # noqa: N802 - as pyqtgraph's
        """Write in another ink."""
        self._ink = ink
        self.renew()

    def draw(self, painter: QPainter) -> None:
        """Write the names of the marks in sight."""
        across, upward = self._view.viewRange()
        low, high = across if self._beneath else upward
        air = (high - low) * 1e-6
        painter.setPen(self._ink)
        size = self.size()
        wide, tall = size.width(), size.height()
        start, end = (0.0, wide) if self._beneath else (tall, 0.0)  # as long as the view's own side
        step = (end - start) / ((high - low) or 1.0)
        for place, name in self.ticks[:: self._every(step)]:
            if low - air <= place <= high + air:
                self._write(painter, start + (place - low) * step, name, wide, tall)

    def _every(self, step: float) -> int:
        """Of names beneath the plot so many are passed over that none touches the next."""
        if not self._beneath or len(self.ticks) < 2:
            return 1
        apart = (self.ticks[1][0] - self.ticks[0][0]) * step
        return max(1, math.ceil((self._widest + _BETWEEN) / apart)) if apart > 0 else 1

    def _write(self, painter: QPainter, here: float, name: str, wide: float, high: float) -> None:
        if self._beneath:
            room = (here - _HALF, 0.0, 2.0 * _HALF, high)
            write_at(painter, room, name, 0.5, TINY_SIZE)
        else:
            room = (0.0, here - _LINE / 2, wide - _AWAY, _LINE)
            write_at(painter, room, name, 1.0, TINY_SIZE)
