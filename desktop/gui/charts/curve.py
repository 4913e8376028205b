"""A line of a plot, bounded by the plot: pyqtgraph looks through all of its figures for that."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF

_AROUND = 4.0
"""Pixels beyond the plot that a thick line at its edge may reach."""


class Curve(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """A curve of a few points, of which none decides how far an axis reaches."""

    def boundingRect(self) -> QRectF:
        """Cover the whole plot."""
        around_x, around_y = (_AROUND * (size or 0.0) for size in self.pixelSize())
        return QRectF(self.viewRect()).adjusted(-around_x, -around_y, around_x, around_y)
