"""A legend: what each colour of a chart stands for, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.fonts import pixels
from desktop.gui.parts.hatching import hatching
from desktop.gui.parts.tips import wrapped
from desktop.gui.parts.written import width_of, write
from desktop.gui.tokens import LIGHT, Colours

_MARK = 12
_SHADE = 13
_AFTER_MARK = 5
_BETWEEN = 14
_NORMAL = QFont.Weight.Normal


class Mark(StrEnum):
    """How the thing is drawn in the chart."""

    BOX = "box"
    DASHED_BOX = "dashed_box"
    HATCHED_BOX = "hatched_box"
    RING = "ring"
    LINE = "line"
    DASHED_LINE = "dashed_line"
    RAMP = "ramp"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its mark, the mark's colour and edge, its words.

    A ramp shows its `shades` from the lowest to the highest: `before` names the one, `words` the
    other end.
    """

    words: str
    mark: Mark = Mark.NONE
    colour: str = ""
    edge: str = ""
    before: str = ""
    shades: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The entry without its mark."""
        return f"{self.before} … {self.words}" if self.before else self.words

    @property
    def mark_width(self) -> int:
        """How many pixels the mark takes."""
        if self.mark is Mark.RAMP:
            return len(self.shades) * _SHADE
        return 0 if self.mark is Mark.NONE else _MARK


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
        words = " · ".join(e.said for e in entries)
        self.setAccessibleName(words)
        self.setToolTip(wrapped(words))
        self.update()

    def sizeHint(self) -> QSize:
        """One line high, as wide as there is room."""
        return QSize(120, self.fontMetrics().height())

    @property
    def wanted_width(self) -> int:
        """How many pixels all entries take."""
        face = self.font()
        widths = [entry_width(e, pixels(face), face.weight()) for e in self.entries]
        return sum(widths) + _BETWEEN * len(widths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right, face = float(self.width()), self.font()
        size, weight = pixels(face), face.weight()
        for entry in reversed(self.entries):
            left = right - entry_width(entry, size, weight)
            if left < 0:
                break
            box = QRectF(left, 0, right - left, self.height())
            draw_entry(painter, entry, box, QColor(self._colours.muted), size, weight)
            right = left - _BETWEEN


def entry_width(entry: Entry, size: int, weight: QFont.Weight = _NORMAL) -> int:
    """Give how many pixels an entry takes, with its mark, in a font of ours."""
    words = sum(width_of(w, size, weight) for w in (entry.before, entry.words) if w)
    gaps = bool(entry.before) + bool(entry.mark_width)
    return words + entry.mark_width + gaps * _AFTER_MARK


def draw_entry(
    painter: QPainter,
    entry: Entry,
    box: QRectF,
    ink: QColor,
    size: int,
    weight: QFont.Weight = _NORMAL,
) -> None:
    """Draw an entry's mark between its words, in the middle of a line."""
    left = box.left()
    painter.setPen(ink)
    if entry.before:
        wide = width_of(entry.before, size, weight)
        before = QRectF(left, box.top(), wide + 1, box.height())
        write(painter, before, entry.before, 0.0, size, weight)
        left += wide + _AFTER_MARK
    words = QRectF(left, box.top(), box.right() - left + 1, box.height())
    if entry.mark_width:
        words.setLeft(left + entry.mark_width + _AFTER_MARK)
    write(painter, words, entry.words, 0.0, size, weight)
    if entry.mark_width:
        draw_mark(painter, entry, QRectF(left, box.center().y() - 5, entry.mark_width, 10))


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
    elif entry.mark is Mark.RAMP:
        wide = box.width() / len(entry.shades)
        for n, shade in enumerate(entry.shades):
            painter.fillRect(QRectF(box.left() + n * wide, box.top(), wide, 10), QColor(shade))
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
