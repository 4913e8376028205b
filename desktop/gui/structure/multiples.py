"""Small multiples: every part's eighteen months side by side, painted by one painter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QResizeEvent

from desktop.analysis.structure_results import Part, Split
from desktop.analysis.structure_view import View
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.gui.charts.drawing import drawn
from desktop.gui.fonts import font
from desktop.gui.parts.short_names import fitting
from desktop.gui.structure.ranking_paint import course_points
from desktop.gui.structure.shades import GROWTH, fill, level
from desktop.gui.structure.spots import spot_of
from desktop.gui.structure.walkable import Walkable
from desktop.gui.structure.words import namer
from desktop.gui.tokens import TINY_SIZE, Colours

_WIDTH, _HEIGHT, _LEAST, _LOWEST = 92, 31, 84, 24
_ALONE = 0.7, 0.7
_HEAD = 14
_ROOMY = 112
"""From this width on a cell has room for its growth; below it an arrow says the side."""
_SIDES = {1: "▲", -1: "▼", 0: ""}
_GAP = 8
_SIDE = 15
"""Pixels beside a course that an arrow takes."""


class Multiples(Walkable):
    """One cell a part, by value: name, growth, the course of its months from its own least up."""

    relaid = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._names: tuple[str, ...] = ()
        self._growth: tuple[str, ...] = ()
        self._levels: tuple[int | None, ...] = ()
        self._courses: tuple[tuple[QPolygonF, ...], ...] = ()
        self._chosen = ""

    @drawn
    def draw(
        self, split: Split, view: View, lang: Language, colours: Colours, chosen: str = ""
    ) -> None:
        """Draw the parts of another split."""
        name_of = namer(split.flow, split.dimension, lang)
        places = [n for n, within in enumerate(split.column("within")) if not within]
        self._parts = tuple(split.parts[n] for n in places)
        self._names = tuple(name_of(p.code) for p in self._parts)
        self._growth = tuple(_whole(p, lang) for p in self._parts)
        self._levels = tuple(level(p.growth, GROWTH) for p in self._parts)
        self._chosen = chosen
        spots = [spot_of(split, place, view, lang) for place in places]
        self.show_spots(spots, colours, self._columns)
        self._trace()
        self.relaid.emit()

    def minimumSizeHint(self) -> QSize:
        """Four rows at least, and so many that every course of a narrow panel can be told."""
        across = max(self.width() // _LEAST, 1)
        rows = -(-len(self._parts) // across)
        return QSize(2 * _WIDTH, max(4 * _HEIGHT, rows * _LOWEST))

    @property
    def _columns(self) -> int:
        """So many columns that all cells have room, and each is as broad as can be."""
        count = max(len(self._parts), 1)
        rows = max(self.height() // _HEIGHT, 1)
        return max(min(-(-count // rows), self.width() // _LEAST), 1)

    def box(self, number: int) -> QRectF:
        """Where a part is drawn."""
        row, column = divmod(number, self.across)
        rows = -(-max(len(self._parts), 1) // self.across)
        width, height = self.width() / self.across, min(self.height() / rows, 2.2 * _HEIGHT)
        return QRectF(column * width, row * height, width - _GAP, height - 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the courses anew."""
        super().resizeEvent(event)
        self.across = self._columns
        self.updateGeometry()  # how high depends on how broad
        self._trace()
        self.relaid.emit()

    @property
    def roomy(self) -> bool:
        """True where each cell has room for its growth; else an arrow says the side."""
        return self.box(0).width() >= _ROOMY

    def _trace(self) -> None:
        """Lay each course into its cell, in pieces where months are not known."""
        right = -4 if self.roomy else -_SIDE  # an arrow stands where the course ends
        self._courses = tuple(
            _pieces(course_points(p.months, self.box(n).adjusted(2, _HEAD + 2, right, -2)))
            for n, p in enumerate(self._parts)
        )

    def paint(self, painter: QPainter) -> None:
        """Draw every cell."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TINY_SIZE))
        metrics = painter.fontMetrics()
        colours = self.colours
        right = Qt.AlignmentFlag.AlignRight
        for n, part in enumerate(self._parts):
            box = self.box(n)
            if n == self.current or part.code == self._chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.primary_soft))
                painter.drawRoundedRect(box.adjusted(-2, -1, 3, 1), 4, 4)
            growth = self._growth[n] if self.roomy else ""
            room = box.width() - (metrics.horizontalAdvance(growth) + 5 if growth else 0)
            name = fitting(self._names[n], int(room), metrics)
            painter.setPen(QColor(colours.secondary))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, name)
            painter.setPen(QColor(colours.text))
            painter.drawText(box, right | Qt.AlignmentFlag.AlignTop, growth)
            step = self._levels[n]
            if not self.roomy:
                beside = box.adjusted(0, _HEAD, 0, 0)
                painter.drawText(beside, right | Qt.AlignmentFlag.AlignVCenter, _SIDES[_side(step)])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = colours.muted if step is None else fill(_strong(step), colours)
            painter.setPen(QPen(QColor(ink), 1.5))
            for piece in self._courses[n]:
                painter.drawPolyline(piece)
                if piece.size() == 1:  # a month between two that are not known
                    painter.drawEllipse(piece.first(), *_ALONE)
            if part.status is Status.ESTIMATE and self._courses[n]:
                painter.setBrush(QColor(colours.card))  # hollow: the newest month is an estimate
                painter.drawEllipse(self._courses[n][-1].last(), 2.0, 2.0)


def _whole(part: Part, lang: Language) -> str:
    return "–" if part.growth is None else lang.percent(part.growth, 0, sign=True)


def _side(step: int | None) -> int:
    return 0 if not step else 1 if step > 0 else -1


def _strong(step: int) -> int:
    """Draw lines in strong shades alone: a pale line cannot be seen."""
    return -3 if step < 0 else 3


def _pieces(points: Sequence[QPointF | None]) -> tuple[QPolygonF, ...]:
    pieces: list[list[QPointF]] = [[]]
    for point in points:
        if point is None:
            pieces.append([])
        else:
            pieces[-1].append(point)
    return tuple(QPolygonF(piece) for piece in pieces if piece)
