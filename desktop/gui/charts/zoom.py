"""Zoom of a plot: some of its months across the whole width, and the height fitted to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsRectItem

from desktop.gui.charts.pens import cosmetic
from desktop.gui.motion import Glide
from desktop.gui.tokens import Colours

if TYPE_CHECKING:
    from desktop.gui.charts.ground import Ground

LEAST = 2
"""So many months at least stand side by side."""
_OVER = 15
Range = tuple[float, float]


class Zoom(QObject):
    """Knows which slots are in sight, and brings the plot there."""

    def __init__(self, owner: QObject, plot: Ground) -> None:
        """Belong to a chart, and begin with all of a plot's slots."""
        super().__init__(owner)
        self._plot = plot
        self.first, self.last = 0, plot.slots
        self._from: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self._to = self._from
        self._settled = False
        self._glide = Glide(self, self._step)
        self._band = QGraphicsRectItem()
        self._band.setZValue(_OVER)
        self._band.hide()
        plot.put(self._band)

    @property
    def whole(self) -> bool:
        """True while every slot is in sight."""
        return (self.first, self.last) == (0, self._plot.slots)

    def shows(self, slot: int) -> bool:
        """Say whether a slot is in sight."""
        return self.first <= slot < self.last

    def dress(self, colours: Colours) -> None:
        """Wear the colours of a theme."""
        ink = QColor(colours.primary)
        ink.setAlpha(40)
        self._band.setBrush(ink)
        self._band.setPen(cosmetic(colours.primary))

    # Going somewhere -----------------------------------------------------------------------------

    def to(self, first: int, last: int) -> bool:
        """Show the slots from `first` up to `last`; False where that changes nothing."""
        first, last = max(min(first, last), 0), min(max(first, last), self._plot.slots)
        if last - first < LEAST:
            last = min(first + LEAST, self._plot.slots)
            first = last - LEAST
        if (first, last) == (self.first, self.last):
            return False
        self.first, self.last = first, last
        self.fit(moving=True)
        return True

    def by(self, steps: int, about: float) -> bool:
        """Come nearer (steps above 0) or go away, a quarter at a time; `about` stays in place."""
        count = self.last - self.first
        for _ in range(abs(steps)):
            count = min(round(count * 0.75), count - 1) if steps > 0 else max(
                round(count / 0.75), count + 1
            )  # fmt: skip
        count = min(max(count, LEAST), self._plot.slots)
        part = (about - self.first) / (self.last - self.first)
        first = min(max(round(about - part * count), 0), self._plot.slots - count)
        return self.to(first, first + count)

    def pan(self, slots: int) -> bool:
        """Move along by so many slots."""
        count = self.last - self.first
        first = min(max(self.first + slots, 0), self._plot.slots - count)
        return self.to(first, first + count)

    def reset(self) -> bool:
        """Show all of it again."""
        return self.to(0, self._plot.slots)

    def fit(self, *, moving: bool = False) -> None:
        """Bring the plot to what is to be in sight."""
        scale = self._plot.scale_of(self.first, self.last)
        self._from = tuple(map(tuple, self._plot.view.viewRange()))  # type: ignore[assignment]  # two pairs
        self._to = ((float(self.first), float(self.last)), (scale.low, scale.high))
        self._plot.mark(scale)
        if self._from == self._to and self._settled:
            return
        self._settled = True
        self._glide.start(moving=moving and self._plot.isVisible())

    def _step(self, part: float) -> None:
        across, upward = (
            tuple(a + (b - a) * part for a, b in zip(one, other, strict=True))
            for one, other in zip(self._from, self._to, strict=True)
        )
        self._plot.view.setRange(xRange=across, yRange=upward, padding=0)
        self._plot.moved()

    # Choosing by dragging ------------------------------------------------------------------------

    def mark_from(self, start: float, end: float) -> None:
        """Show which months a drag would leave in sight."""
        first, last = _slots(start, end)
        low, high = self._plot.view.viewRange()[1]
        self._band.setRect(first, low, last - first, high - low)
        self._band.show()

    def choose(self, start: float, end: float) -> None:
        """Leave in sight what was dragged over."""
        self._band.hide()
        self.to(*_slots(start, end))

    def forget(self) -> None:
        """The drag was given up."""
        self._band.hide()


def _slots(start: float, end: float) -> tuple[int, int]:
    """Give the whole slots that two places lie in."""
    return int(min(start, end)), int(max(start, end)) + 1
