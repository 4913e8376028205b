"""The crosshair of a plot: the month's band, a ring on every line, the height under the pointer."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsRectItem

from desktop.gui.charts.dots import Dots
from desktop.gui.charts.pens import cosmetic
from desktop.gui.fonts import font
from desktop.gui.tokens import LIGHT, TINY_SIZE, Colours

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.gui.charts.ground import Ground

_OVER, _UNDER = 20, -15


class Crosshair:
    """Hidden until it is put somewhere."""

    def __init__(self, plot: Ground) -> None:
        """Put its parts into a plot."""
        self._plot = plot
        self.band, self.line, self.hair = (
            QGraphicsRectItem(), QGraphicsLineItem(), QGraphicsLineItem()
        )  # fmt: skip
        self.rings = Dots(8)
        self._inks = (LIGHT.card, LIGHT.text)
        self.height = pg.TextItem(anchor=(1.0, 0.5))
        self.height.setFont(font(TINY_SIZE))
        self.band.setZValue(_UNDER)
        for thing in (self.line, self.hair, self.rings, self.height):
            thing.setZValue(_OVER)
        for thing in (self.band, self.line, self.hair, self.rings, self.height):
            plot.put(thing)
        self.hide()

    def dress(self, colours: Colours) -> None:
        """Wear the colours of a theme."""
        soft = QColor(colours.primary)
        soft.setAlpha(18)
        self.band.setBrush(soft)
        self.band.setPen(QPen(QColor(0, 0, 0, 0)))
        self.line.setPen(cosmetic(colours.muted))
        self.hair.setPen(cosmetic(colours.muted, 0.8, (3.0, 3.0)))
        self._inks = (colours.card, colours.text)
        self.height.setColor(QColor(colours.card))
        self.height.fill = pg.mkBrush(QColor(colours.secondary))

    def hide(self) -> None:
        """Take all of it away."""
        for thing in (self.band, self.line, self.hair, self.rings, self.height):
            thing.hide()

    def stand(self, slot: int, x: float, curves: Iterable[pg.PlotCurveItem]) -> None:
        """Stand on a slot: its band, the line at `x`, a ring where each curve passes it."""
        low, high = self._plot.view.viewRange()[1]
        self.band.setRect(slot, low, 1, high - low)
        self.line.setLine(x, low, x, high)
        found = [y for curve in curves if (y := _height(curve, x)) is not None]
        self.rings.show_at([(x, y) for y in found], *self._inks, 1.6)
        for thing in (self.band, self.line, self.rings):
            thing.show()

    def point_at(self, y: float | None, lang: Language) -> None:
        """Draw the hair at a height of the axis (billions), and write it; None takes it away."""
        inside = y is not None
        self.hair.setVisible(inside)
        self.height.setVisible(inside)
        if y is None:
            return
        (left, right), (low, high) = self._plot.view.viewRange()
        self.hair.setLine(left, y, right, y)
        digits = 2 if high - low < 20 else 1 if high - low < 200 else 0
        self.height.setText(f" {lang.number(y, digits, sign=low < 0)} ")
        self.height.setAnchor((1.0, 0.5) if self._plot.whole else (0.0, 0.5))
        self.height.setPos(QPointF(left, y))


def _height(curve: pg.PlotCurveItem, x: float) -> float | None:
    """Where a curve passes a place; None where it does not."""
    places, heights = curve.getData()
    if places is None or not curve.isVisible():
        return None
    for place, height in zip(places, heights, strict=True):
        if abs(place - x) < 1e-6:
            return float(height) if math.isfinite(height) else None
    return None
