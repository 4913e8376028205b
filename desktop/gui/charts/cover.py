"""The whole of a plot and some pixels around it, worked out once for each range and size."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF


class Cover:
    """What a thing covers that may paint anywhere in its plot; Qt asks many times a paint.

    The thing calls `renew` from its `viewTransformChanged`, and nowhere else does it change: Qt
    finds a thing again by where it was.
    """

    def __init__(self, thing: Any, across: float, upward: float) -> None:
        """Reach so many pixels beyond the plot, at its sides and above and beneath it."""
        self._thing, self._across, self._upward = thing, across, upward
        self.rect = QRectF()

    def renew(self) -> None:
        """Measure the plot again: its range or its size has changed."""
        box = self._thing.getViewBox()
        if not isinstance(box, pg.ViewBox):
            return
        (left, right), (low, high) = box.viewRange()
        across = self._across * (right - left) / max(box.width(), 1.0)
        upward = self._upward * (high - low) / max(box.height(), 1.0)
        rect = QRectF(left, low, right - left, high - low)
        rect = rect.adjusted(-across, -upward, across, upward)
        if rect != self.rect:
            self._thing.prepareGeometryChange()
            self.rect = rect


class Covering(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph ships no types
    """What is painted in pixels, anywhere in its plot and some of them beyond it."""

    def __init__(self, across: float, upward: float) -> None:
        """Reach so many pixels beyond the plot, as `Cover` does."""
        super().__init__()
        self._cover = Cover(self, across, upward)

    def viewTransformChanged(self) -> None:  # noqa: N802 - pyqtgraph's name
        """Reach as far as the plot does."""
        super().viewTransformChanged()
        self._cover.renew()

    def boundingRect(self) -> QRectF:
        """Cover the whole plot, and what stands at its edge."""
        return self._cover.rect
