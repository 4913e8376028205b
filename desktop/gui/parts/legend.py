"""A legend: what each colour of a chart stands for, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.parts.hatching import hatching
from desktop.gui.parts.written import width_of, write
from desktop.gui.tokens import LIGHT, Colours

_MARK = 12
_AFTER_MARK = 5
_BETWEEN = 14


class Mark(StrEnum):
    """How the thing is drawn in the chart."""

    BOX = "box"
    DASHED_BOX = "dashed_box"
    HATCHED_BOX = "hatched_box"
    RING = "ring"
    LINE = "line"
    DASHED_LINE = "dashed_line"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its mark, the mark's colour and edge, its words."""

    words: str
    mark: Mark = Mark.NONE
    colour: str = ""
    edge: str = ""


class Legend(QWidget):
    """Entries from the right edge; where room is short the first ones give way."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self._colours = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[Entry], colours: Colours) -> None:
        """Show other entries."""
        if (tuple(entries), colours) == (self.entries, self._colours):
            return
        self.entries, self._colours = tuple(entries), colours
        words = " · ".join(e.words for e in entries)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """One line high, as wide as there is room."""
        return QSize(120, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right, face = float(self.width()), self.font()
        size, weight = face.pixelSize(), face.weight()
        for entry in reversed(self.entries):
            words = width_of(entry.words, size, weight)
            left = right - words - (_MARK + _AFTER_MARK if entry.mark is not Mark.NONE else 0)
            if left < 0:
                break
            painter.setPen(QColor(self._colours.muted))
            room = QRectF(right - words, 0, words + 1, self.height())
            write(painter, room, entry.words, 0.0, size, weight)
            draw_mark(painter, entry, QRectF(left, self.height() / 2 - 5, _MARK, 10))
            right = left - _BETWEEN


def draw_mark(painter: QPainter, entry: Entry, box: QRectF) -> None:
    """Draw an entry's mark as the chart draws the thing."""
    if entry.mark in {Mark.BOX, Mark.DASHED_BOX, Mark.HATCHED_BOX}:
        dashed = entry.mark is Mark.DASHED_BOX
        edged = dashed or bool(entry.edge)
        pen = QPen(QColor(entry.edge or entry.colour), 1.2) if edged else QPen(Qt.PenStyle.NoPen)
        if dashed:
            pen.setDashPattern([2.2, 1.8])
        painter.setPen(pen)
        painter.setBrush(QColor(entry.colour))
        painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 2, 2)
        if entry.mark is Mark.HATCHED_BOX:
            painter.setPen(QPen(QColor(entry.edge), 1))
            painter.drawLines(list(hatching(box.adjusted(1, 0, -1, 0), 4)))
    elif entry.mark is Mark.RING:
        painter.setPen(QPen(QColor(entry.colour), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.center(), 3.6, 3.6)
    elif entry.mark is not Mark.NONE:
        pen = QPen(QColor(entry.colour), 2)
        if entry.mark is Mark.DASHED_LINE:
            pen.setDashPattern([1.8, 1.4])
        painter.setPen(pen)
        middle = box.center().y()
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
