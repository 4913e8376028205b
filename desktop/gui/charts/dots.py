"""Round points of a plot, drawn in pixels: full for what is known, hollow for an estimate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.gui.charts.cover import Covering

Place = tuple[float, float]


class Dots(Covering):
    """Points of one look; pyqtgraph's own are pictures, which neither print nor scale well."""

    def __init__(self, size: float) -> None:
        """Make points of so many pixels across."""
        super().__init__(size, size)
        self._radius = size / 2
        self.places: tuple[Place, ...] = ()
        self.fill, self.edge, self.width = "#ffffff", "#000000", 2.0

    def show_at(self, places: Sequence[Place], fill: str, edge: str, width: float = 2.0) -> None:
        """Draw other points."""
        self.places, self.fill, self.edge, self.width = tuple(places), fill, edge, width
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw in screen units."""
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.edge), self.width))
        painter.setBrush(QColor(self.fill))
        for x, y in self.places:
            painter.drawEllipse(to_screen.map(QPointF(x, y)), self._radius, self._radius)
        painter.restore()
