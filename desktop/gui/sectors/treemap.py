"""Items or groups as areas: as large as their value, in the shade of their growth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent

from desktop.analysis.structure_results import Part, Split
from desktop.analysis.structure_view import View
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.gui.charts.drawing import drawn
from desktop.gui.fonts import font
from desktop.gui.parts.short_names import shortened
from desktop.gui.structure.shades import GROWTH, hatch_area, ink_on, shade
from desktop.gui.structure.spots import spot_of
from desktop.gui.structure.squares import squarified
from desktop.gui.structure.walkable import Walkable
from desktop.gui.structure.words import growth_short, namer, usd
from desktop.gui.tokens import SMALL_SIZE, TINY_SIZE, Colours

_GAP, _PAD = 1.0, 5
_LINE = 15
_TWO_LINES = 46
"""Pixels of an area that has room for a name on two lines, and growth beneath it."""
_NARROWEST, _LOWEST = 34, 16
"""Pixels of an area that has room for a word."""
_LARGE = 150
_FEWEST_LETTERS = 7
_PLAIN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAPPED = _PLAIN | int(Qt.TextFlag.TextWordWrap)
_LEFT, _RIGHT, _UP, _DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
_WAYS = {_LEFT: (-1, 0), _RIGHT: (1, 0), _UP: (0, -1), _DOWN: (0, 1)}


class Treemap(Walkable):
    """Every part with a value above zero. The arrow keys go to the neighbour on that side."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._words: tuple[tuple[str, ...], ...] = ()
        self._boxes: list[QRectF] = []
        self._chosen, self._empty = "", ""

    @drawn
    def draw(
        self, split: Split, view: View, lang: Language, colours: Colours, chosen: str = ""
    ) -> None:
        """Draw the parts of another split; those within another are in it already."""
        name_of, unit = namer(split.flow, split.dimension, lang), lang._("bn USD")
        values, within = split.column("value"), split.column("within")
        places = [n for n, value in enumerate(values) if value and value > 0 and not within[n]]
        places.sort(key=lambda n: -values[n])
        self._parts = tuple(split.parts[n] for n in places)
        self._words = tuple(
            (name_of(p.code), growth_short(p, lang), f"{usd(p.value, lang)} {unit}")
            for p in self._parts
        )
        self._chosen, self._empty = chosen, lang._("No figures to share out")
        self.show_spots([spot_of(split, place, view, lang) for place in places], colours)
        self._share_out()

    def minimumSizeHint(self) -> QSize:
        """Room for the largest names."""
        return QSize(280, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        amounts = [p.value or 0.0 for p in self._parts]
        self._boxes = squarified(amounts, QRectF(self.rect()))

    def box(self, number: int) -> QRectF:
        """Where a part is drawn."""
        return self._boxes[number].adjusted(_GAP, _GAP, -_GAP, -_GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk to the neighbour on the side of an arrow key."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None or self.current is None:
            super().keyPressEvent(event)
        else:
            found = self._neighbour(self.current, QPointF(*way))
            self.bring(found)
            self.walk_to(found)

    def _neighbour(self, here: int, way: QPointF) -> int:
        """Give the nearest part that lies wholly on a side; the part itself where none does."""
        own = self._boxes[here]

        def apart(other: QRectF) -> float:
            if way.x():
                gap = other.left() - own.right() if way.x() > 0 else own.left() - other.right()
                aside = abs(other.center().y() - own.center().y())
            else:
                gap = other.top() - own.bottom() if way.y() > 0 else own.top() - other.bottom()
                aside = abs(other.center().x() - own.center().x())
            return gap * 3 + aside if gap > -_GAP else float("inf")

        others = [(apart(box), n) for n, box in enumerate(self._boxes) if n != here]
        nearest, number = min(others, default=(float("inf"), here))
        return here if nearest == float("inf") else number

    def paint(self, painter: QPainter) -> None:
        """Draw the areas, largest first, then the ones chosen and walked to."""
        if not self._parts:
            painter.setFont(font(SMALL_SIZE))
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        for number, part in enumerate(self._parts):
            self._paint_part(painter, number, part)
        for number, part in enumerate(self._parts):
            if number == self.current or part.code == self._chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self.colours.text), 2))
                painter.drawRect(self.box(number).adjusted(1, 1, -1, -1))

    def _paint_part(self, painter: QPainter, number: int, part: Part) -> None:
        box = self.box(number)
        ground = shade(part.growth, GROWTH, self.colours)
        painter.fillRect(box, QColor(ground))
        if part.status is Status.ESTIMATE:
            hatch_area(painter, box, ground, self.colours)
        if box.width() < _NARROWEST or box.height() < _LOWEST:
            return
        large = box.width() > _LARGE and box.height() > _LARGE / 2
        painter.setPen(QColor(ink_on(ground, self.colours)))
        room = box.adjusted(_PAD, 3, -_PAD, -3)
        name, growth, value = self._words[number]
        painter.setFont(font(SMALL_SIZE if large else TINY_SIZE, QFont.Weight.DemiBold))
        lines = 2 if box.height() > _TWO_LINES else 1
        used = _write(painter, room, shortened(name), lines)
        painter.setFont(font(SMALL_SIZE if large else TINY_SIZE))
        for words in (growth, value):
            rest = room.adjusted(0, used, 0, 0)
            fits = painter.fontMetrics().horizontalAdvance(words) <= rest.width()
            if rest.height() < _LINE - 2 or not fits:
                return
            used += _write(painter, rest, (words,), lines=1)


def _write(painter: QPainter, room: QRectF, names: Sequence[str], lines: int) -> float:
    """Write the first name that fits at the top of a room, in so many lines at most.

    Gives the height taken. What would be cut to a few letters is left out: the tip and the table
    tell it.
    """
    metrics = painter.fontMetrics()
    for words in names if lines > 1 else ():
        whole = painter.boundingRect(room, _WRAPPED, words)
        if whole.height() <= lines * metrics.height() and whole.width() <= room.width():
            painter.drawText(room, _WRAPPED, words)
            return whole.height()
    fits = (name for name in names if metrics.horizontalAdvance(name) <= room.width())
    whole_name = next(fits, "")
    shown = whole_name or metrics.elidedText(
        names[0], Qt.TextElideMode.ElideRight, int(room.width())
    )
    if not whole_name and len(shown) < _FEWEST_LETTERS:
        return room.height()
    painter.drawText(room, _PLAIN, shown)
    return metrics.height()
