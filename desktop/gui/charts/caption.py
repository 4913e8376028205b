"""One line of words at a place of a plot, on a ground of its own that no line runs through."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTransform

from desktop.gui.charts.cover import Covering
from desktop.gui.parts.written import room_of, write_at
from desktop.gui.tokens import LIGHT

_AROUND = 4.0
"""Pixels of the ground about the words."""
_REACH = 320.0
"""Pixels beyond the plot that words at its edge may reach."""


class Caption(Covering):
    """Words of one size however the plot is zoomed; pyqtgraph's own are a document each."""

    def __init__(self, size: int, weight: QFont.Weight) -> None:
        """Take a font of ours; nothing is said yet."""
        super().__init__(_REACH, _REACH)
        self._size, self._weight = size, weight
        self._place, self._anchor = QPointF(), (0.0, 0.0)
        self._floor: float | None = None
        self._ink, self._ground = LIGHT.text, LIGHT.card
        self.text = ""

    def dress(self, ink: str, ground: str) -> None:
        """Wear the colours of a theme."""
        self._ink, self._ground = ink, ground

    def say(
        self, text: str, x: float, y: float, anchor: tuple[float, float],
        floor: float | None = None,
    ) -> None:  # fmt: skip
        """Say something at a place, which is so far across and down the ground.

        The ground ends above the `floor`, a value of the plot, beneath which its months are named.
        """
        self.text, self._place, self._anchor = text, QPointF(x, y), anchor
        self._floor = floor
        self.update()

    def ground(self, seen: QTransform) -> QRectF:
        """Give the ground in pixels, as the plot is seen."""
        at = seen.map(self._place)
        width, height = room_of(self.text, self._size, self._weight)
        wide, high = width + 2 * _AROUND, math.ceil(height) + 2 * _AROUND
        top = at.y() - high * self._anchor[1]
        if self._floor is not None:
            top = min(top, seen.map(QPointF(self._place.x(), self._floor)).y() - high)
        left = max(at.x() - wide * self._anchor[0], 0.0)  # a number without its first digit lies
        return QRectF(left, top, wide, high)

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw in screen units."""
        ground = self.ground(painter.worldTransform())
        width, height = room_of(self.text, self._size, self._weight)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(ground, QColor(self._ground))
        painter.setPen(QColor(self._ink))
        words = (ground.left() + _AROUND, ground.top() + _AROUND, width, height)
        write_at(painter, words, self.text, 0.0, self._size, self._weight)
        painter.restore()
