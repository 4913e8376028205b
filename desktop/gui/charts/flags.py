"""The lane above a plot: its unit at the left, and numbered flags where events are noted.

It lies outside the plot, so that no flag ever covers a figure; a faint line leads down from each.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsLineItem

from desktop.figures.month import Month
from desktop.gui.charts.beside import Beside
from desktop.gui.charts.end_labels import apart
from desktop.gui.charts.pens import cosmetic
from desktop.gui.parts.written import write
from desktop.gui.tokens import LIGHT, TINY_SIZE, Colours

if TYPE_CHECKING:
    from desktop.figures.note import Note
    from desktop.figures.wording import Language
    from desktop.gui.charts.ground import Ground

LANE = 17
"""Pixels above every plot."""
_FLAG, _GAP = 14.0, 2.0
_BEHIND = -8


@dataclass(frozen=True, slots=True)
class Flag:
    """A note in a plot: its number there, and where on the axis its day lies."""

    number: int
    x: float
    note: Note

    @property
    def slot(self) -> int:
        """The month that it stands in."""
        return int(self.x)

    def words(self, lang: Language) -> str:
        """What it stands for: "[2] 2 Apr 2025 · US announces …"."""
        return f"[{self.number}] {lang.date(self.note.day)} · {self.note.words(lang.code)}"


def flags_of(notes: Sequence[Note], first: Month, count: int) -> tuple[Flag, ...]:
    """Number the notes that fall into so many months, by their days."""
    held = sorted((n for n in notes if 0 <= n.month - first < count), key=lambda n: n.day)
    return tuple(Flag(number, _place(n, first), n) for number, n in enumerate(held, 1))


def _place(note: Note, first: Month) -> float:
    """A day's place: 1 June lies at the beginning of June's slot, 30 June near its end."""
    days = calendar.monthrange(note.day.year, note.day.month)[1]
    return (note.month - first) + (note.day.day - 0.5) / days


class Lane(Beside):
    """Paints the unit and the flags; keeps their lines in the plot."""

    def __init__(self, plot: Ground) -> None:
        """Lie above a plot."""
        super().__init__(plot.view)
        self._plot = plot
        self.unit, self._colours = "", LIGHT
        self.numbered = True
        """False beneath another chart of the same months, where the numbers stand already."""
        self.held: tuple[Flag, ...] = ()
        self._lines: list[QGraphicsLineItem] = []
        self.fix_height(LANE)

    def show_unit(self, unit: str, colours: Colours) -> None:
        """Name what the axis counts."""
        for line in self._lines:
            line.setPen(cosmetic(colours.muted, 0.8, (1.5, 3.5)))
        if (unit, colours) != (self.unit, self._colours):
            self.unit, self._colours = unit, colours
            self.renew()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show other flags."""
        self.held = tuple(flags)
        for line in self._lines:
            self._plot.view.removeItem(line)
        low, high = self._plot.view.viewRange()[1]
        self._lines = [QGraphicsLineItem(f.x, low, f.x, high) for f in self.held]
        for line in self._lines:
            line.setZValue(_BEHIND)
            line.setPen(cosmetic(self._colours.muted, 0.8, (1.5, 3.5)))
            self._plot.put(line)
        self.renew()

    def reach(self, low: float, high: float) -> None:
        """Lead down through so much of the axis, and no farther."""
        for flag, line in zip(self.held, self._lines, strict=True):
            line.setLine(flag.x, low, flag.x, high)

    def places(self) -> list[tuple[Flag, QRectF]]:
        """Where the flags in sight stand: apart, and as near to their days as may be."""
        low, high = self._plot.view.viewRange()[0]
        seen = [f for f in self.held if low <= f.x <= high]
        view = self._plot.view
        middles = [self.mapFromScene(view.mapViewToScene(QPointF(f.x, 0.0))).x() for f in seen]
        lefts = apart([x - _FLAG / 2 for x in middles], _FLAG + _GAP, self.size().width())
        return [(f, QRectF(x, 1.0, _FLAG, _FLAG - 1.0)) for f, x in zip(seen, lefts, strict=True)]

    def draw(self, painter: QPainter) -> None:
        """Write the unit, draw the flags."""
        colours = self._colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.muted))
        write(painter, QRectF(0, 0, self.size().width(), LANE - 3), self.unit, 0.0, TINY_SIZE)
        for flag, box in self.places() if self.numbered else ():
            painter.setPen(QPen(QColor(colours.muted), 1))
            painter.setBrush(QColor(colours.card))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(QColor(colours.secondary))
            write(painter, box, str(flag.number), 0.5, TINY_SIZE)
