"""A line of a plot, bounded by the plot: pyqtgraph looks through all of its figures for that."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.gui.charts.cover import Cover
from desktop.gui.charts.kept import Kept

_DOT = 2.0
"""Pixels by which a point that stands alone is wider than its line."""
_AROUND = 4.0
"""Pixels beyond the plot that a thick line at its edge may reach."""


class Curve(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """A curve of a few points, of which none decides how far an axis reaches.

    Drawn again as it is, it stays as it is.
    """

    def __init__(self) -> None:
        """Start without a point."""
        self._cover = Cover(self, _AROUND, _AROUND)
        self._kept = Kept(_AROUND)
        self._held: tuple[list[float], list[float]] | None = None
        super().__init__()

    def setData(self, *data: Any, **looks: Any) -> None:
        """Draw other points; pyqtgraph itself, as it begins, sets none."""
        held = tuple(list(axis) for axis in data if isinstance(axis, Sequence))
        if len(held) == 2 and held == self._held:
            return
        self._held = held if len(held) == 2 else None
        super().setData(*data, **looks)

    def setPen(self, pen: QPen | None) -> None:  # noqa: N802 - pyqtgraph's name
        """Draw with another pen."""
        if pen is None or pen != self.opts["pen"]:
            super().setPen(pen)

    def generatePath(self, places: Any, heights: Any) -> QPainterPath:  # noqa: N802 - pyqtgraph's name
        """Join the points one by one; what is not known is a gap."""
        path, joined = QPainterPath(), False
        for x, y in zip(places.tolist(), heights.tolist(), strict=True):
            known = isfinite(x) and isfinite(y)
            if known:
                (path.lineTo if joined else path.moveTo)(x, y)
            joined = known
        return path

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw the line; nothing is filled."""
        pen = self.opts["pen"]
        if pen is None or pen.style() is Qt.PenStyle.NoPen:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = painter.worldTransform()
        path = placed.map(self.getPath())
        alone = QPolygonF([placed.map(point) for point in self._alone()])
        dot = QPen(pen.color(), pen.widthF() + _DOT)
        dot.setCapStyle(Qt.PenCapStyle.RoundCap)

        def draw(on: QPainter) -> None:
            on.setPen(pen)
            on.drawPath(path)
            on.setPen(dot)
            on.drawPoints(alone)

        def box() -> QRectF:
            return QRectF(path.boundingRect()).united(alone.boundingRect())

        painter.resetTransform()
        self._kept.paint(painter, box, draw, path, pen, alone)

    def _alone(self) -> list[QPointF]:
        """Give the points that no line leads to: both beside them are not known."""
        places, heights = self.getData()
        if places is None:
            return []
        known = [None, *map(_point, places.tolist(), heights.tolist()), None]
        around = zip(known, known[1:], known[2:], strict=False)
        return [p for before, p, after in around if p is not None and before is after is None]

    def viewTransformChanged(self) -> None:  # noqa: N802 - pyqtgraph's name
        """Reach as far as the plot does."""
        super().viewTransformChanged()
        self._cover.renew()

    def boundingRect(self) -> QRectF:
        """Cover the whole plot."""
        return self._cover.rect


def _point(x: float, y: float) -> QPointF | None:
    return QPointF(x, y) if isfinite(x) and isfinite(y) else None
