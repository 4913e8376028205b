"""What lies beside the figures of a plot: names of marks, of lines, of notes; as wide as it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsWidget

from desktop.gui.charts.kept import Kept

_AROUND = 12.0
"""Pixels that a name at an edge may reach beyond it."""


class Beside(QGraphicsWidget):
    """Qt's own: a layout asks it for its room without a word of Python, as often as it likes."""

    def __init__(self, view: Any) -> None:
        """Lie beside a view box."""
        super().__init__()
        self._view = view
        self._kept = Kept(_AROUND)

    def fix_width(self, width: float) -> None:
        """Be so wide."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    def fix_height(self, height: float) -> None:
        """Be so high."""
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def renew(self) -> None:
        """Something else is to be said."""
        self._kept.forget()
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Say it where it stands in what is in sight."""
        here = painter.worldTransform(), self.size(), self._view.viewRange()
        self._kept.paint(painter, self.rect, self.draw, *here)

    def draw(self, painter: QPainter) -> None:
        """Say it, in pixels from the upper left."""
        raise NotImplementedError
