"""The names at the ends of a plot's lines, moved apart where they would overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.gui.charts.beside import Beside
from desktop.gui.fonts import font
from desktop.gui.parts.fitted import fitted
from desktop.gui.parts.written import write_at
from desktop.gui.tokens import TINY_SIZE


@dataclass(frozen=True, slots=True)
class EndLabel:
    """The name at a line's end: where the line ends, what it says, in which colour."""

    value: float
    text: str
    colour: str
    bold: bool = True


class EndLabels(Beside):
    """Names the lines at the right, where they end, moved apart where they would overlap."""

    def __init__(self, view: pg.ViewBox) -> None:
        """Belong to a view box."""
        super().__init__(view)
        self.labels: tuple[EndLabel, ...] = ()
        self._named = True

    def name_lines(self, *, named: bool) -> None:
        """Name the lines only while their ends are in sight."""
        if named is not self._named:
            self._named = named
            self.renew()

    def show_labels(self, labels: Sequence[EndLabel]) -> None:
        """Name other lines."""
        shown = tuple(sorted(labels, key=lambda end: -end.value))
        if shown != self.labels:
            self.labels = shown
            self.renew()

    def draw(self, painter: QPainter) -> None:
        """Write the names from the top down."""
        if not self._named:
            return
        low, high = self._view.viewRange()[1]
        wide, room = self.size().width(), self.size().height()
        size, bold, plain = TINY_SIZE + 1, QFont.Weight.DemiBold, QFont.Weight.Normal
        height = QFontMetrics(font(size, bold)).height()
        wanted = [
            room * (1 - (end.value - low) / ((high - low) or 1)) - height / 2 for end in self.labels
        ]
        across = wide - 8
        for end, top in zip(self.labels, apart(wanted, height, room), strict=True):
            weight = bold if end.bold else plain
            painter.setPen(QColor(end.colour))
            text = fitted(end.text, int(across), size, weight)
            write_at(painter, (8.0, top, across, height), text, 0.0, size, weight)


def apart(tops: Sequence[float], height: float, room: float) -> list[float]:
    """Move labels (from the top down) just so far that none overlaps and all stay in the room."""
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + height) if placed else max(top, -height / 2))
    floor = room - height / 2
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], floor)
        floor = placed[number] - height
    return placed
