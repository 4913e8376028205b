"""The world map: markets in the shade of their growth, contribution or share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QTransform

from desktop.figures.series import HERE
from desktop.figures.wording import Language, language
from desktop.gui.charts.drawing import drawn
from desktop.gui.fonts import font
from desktop.gui.structure.lens import Lens
from desktop.gui.structure.outlines import Archipelago, world
from desktop.gui.structure.shades import fill, hatch_area
from desktop.gui.structure.walkable import Spot, Walkable
from desktop.gui.tokens import TINY_SIZE, Colours

_EDGE = 4.0
_DOT = 3.2
_LEGEND = 18
_KEY = 23
"""Pixels of the legend that a shade takes beside its words."""
_ISLAND = 1.1
_NAME_SIZE = TINY_SIZE - 1


class WorldMap(Walkable):
    """Markets by shade. The arrow keys walk them in the order of the ranking."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: Mapping[str, int | None] = {}
        self._chosen: frozenset[str] = frozenset()
        self._estimates: frozenset[str] = frozenset()
        self._legend: tuple[tuple[int, str], ...] = ()
        self._drawn: QPixmap | None = None
        self._lang = language("vi")
        self._kept_of: tuple[Lens, float] | None = None

    @drawn
    def draw(
        self,
        spots: Sequence[Spot],
        levels: Mapping[str, int | None],
        legend: Sequence[tuple[int, str]],
        lang: Language,
        colours: Colours,
        chosen: Sequence[str] = (),
        estimates: frozenset[str] = frozenset(),
    ) -> None:
        """Draw other levels; `legend` explains them, `chosen` are ringed, `estimates` hatched."""
        self._lang, self._estimates = lang, estimates
        held = world()
        self._levels, self._chosen = levels, frozenset(chosen)
        self._legend, self._drawn = tuple(legend), None
        known = [s for s in spots if s.code in held.shapes or s.code in held.dots]
        self.show_spots(known, colours)

    def minimumSizeHint(self) -> QSize:
        """Wide enough to tell countries apart."""
        return QSize(260, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        super().resizeEvent(event)
        self._drawn = None

    def _place(self) -> QTransform:
        extent = world().extent
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE - _LEGEND)
        scale = min(room.width() / extent.width(), room.height() / extent.height())
        made = QTransform()
        made.translate(room.center().x(), room.center().y())
        made.scale(scale, scale)
        made.translate(-extent.center().x(), -extent.center().y())
        return made

    def box(self, number: int) -> QRectF:
        """Where a market lies."""
        code, held = self.spots[number].code, world()
        if code in held.places:
            return self._place().mapRect(held.places[code])
        at = self._place().map(held.dots[code])
        return QRectF(at.x() - _DOT - 1, at.y() - _DOT - 1, 2 * _DOT + 2, 2 * _DOT + 2)

    def spot_at(self, place: QPointF) -> int | None:
        """Which market lies at a place; dots before the land beneath them."""
        inverted, _ = self._place().inverted()
        at, held = inverted.map(place), world()
        numbers = range(len(self.spots))
        dots = (
            n for n in numbers if self.spots[n].code in held.dots and self.box(n).contains(place)
        )
        land = (
            n
            for n in numbers
            if (shape := held.shapes.get(self.spots[n].code)) and shape.contains(at)
        )
        return next((*dots, *land).__iter__(), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the map (kept as a picture), then what is pointed at or chosen."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._kept_of != (self.lens, ratio):
            self._kept_of = (self.lens, ratio)
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(QColor(self.colours.card))
            on_picture = QPainter(self._drawn)
            on_picture.setTransform(self.lens.transform)
            self._paint_map(on_picture)
            on_picture.resetTransform()
            beneath = QRectF(0, self.height() - _LEGEND, self.width(), _LEGEND)
            on_picture.fillRect(beneath, QColor(self.colours.card))  # land may reach so far
            self._paint_legend(on_picture)
            on_picture.end()
        painter.drawPixmap(0, 0, self._drawn)
        painter.setTransform(self.lens.transform)
        self._paint_rings(painter)

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw the map as lines and areas, and its legend beneath it, whatever the lens."""
        super().print_on(painter, colours)
        worn, self.colours = self.colours, colours
        self._paint_legend(painter)
        self.colours = worn

    def paint(self, painter: QPainter) -> None:
        """Draw countries, dots and rings."""
        self._paint_map(painter)
        self._paint_rings(painter)

    def _paint_rings(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for code in self._chosen:
            self._ring(painter, code, 1.6)
        if self.current is not None:
            self._ring(painter, self.spots[self.current].code, 1.2)

    def _paint_map(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held, colours = world(), self.colours
        painter.save()
        painter.setTransform(self._place(), combine=True)
        painter.setPen(Qt.PenStyle.NoPen)
        for code, shape in held.shapes.items():
            painter.fillPath(shape, QColor(self._colour(code)))
        border = QPen(QColor(colours.card), 0.7)
        border.setCosmetic(True)
        painter.setPen(border)
        painter.drawPath(held.borders)
        painter.restore()
        self._hatch(painter)
        painter.setPen(border)
        dots = {s.code for s in self.spots} & held.dots.keys()
        for code in sorted(dots, key=lambda c: self._levels.get(c) or 0):
            painter.setBrush(QColor(self._colour(code)))
            painter.drawEllipse(self._place().map(held.dots[code]), _DOT, _DOT)
        for archipelago in held.archipelagos:
            self._paint_archipelago(painter, archipelago)

    def _hatch(self, painter: QPainter) -> None:
        """Hatch the lands of which an estimate is shown."""
        place, held = self._place(), world()
        for code in sorted(self._estimates & held.shapes.keys()):
            land = place.map(held.shapes[code])
            painter.save()
            painter.setClipPath(land, Qt.ClipOperation.IntersectClip)
            hatch_area(painter, land.boundingRect(), self._colour(code), self.colours)
            painter.restore()

    def _paint_archipelago(self, painter: QPainter, shown: Archipelago) -> None:
        """Draw the islands as points, and their name beside a line that leads to them."""
        place, ink = self._place(), QColor(self._colour(HERE))
        islands = [place.map(island) for island in shown.islands]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for island in islands:
            painter.drawEllipse(island, _ISLAND, _ISLAND)
        name = shown.names[self._lang.code != "vi"]
        if not name:
            return
        east = max(islands, key=lambda p: p.x())
        at = place.map(shown.name_at)
        painter.setPen(QPen(ink, 0.6))
        painter.drawLine(QPointF(east.x() + 2, east.y()), QPointF(at.x() - 2, at.y()))
        painter.setFont(font(_NAME_SIZE))
        painter.setPen(QColor(self.colours.secondary))
        painter.drawText(QRectF(at.x(), at.y() - 7, 80, 14), Qt.AlignmentFlag.AlignVCenter, name)

    def _colour(self, code: str) -> str:
        if code == HERE:
            return self.colours.muted
        return fill(self._levels.get(code), self.colours)

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(font(TINY_SIZE))
        metrics = painter.fontMetrics()
        entries = self._legend
        if sum(metrics.horizontalAdvance(words) + _KEY for _, words in entries) > self.width():
            ends = (0, len(entries) - 1)  # no room for all words: what lies between is between
            entries = tuple((step, w if n in ends else "") for n, (step, w) in enumerate(entries))
        widths = [metrics.horizontalAdvance(w) + _KEY if w else 14 for _, w in entries]
        x = (self.width() - sum(widths)) / 2
        y = self.height() - _LEGEND + 2.0
        for (step, words), width in zip(entries, widths, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill(step, self.colours)))
            painter.drawRoundedRect(QRectF(x, y + 3, 11, 9), 2, 2)
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(QRectF(x + 15, y, width, 15), Qt.AlignmentFlag.AlignVCenter, words)
            x += width

    def _ring(self, painter: QPainter, code: str, width: float) -> None:
        held = world()
        pen = QPen(QColor(self.colours.text), width)
        pen.setCosmetic(True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        if code in held.shapes:
            painter.drawPath(self._place().map(held.shapes[code]))
        elif code in held.dots:
            painter.drawEllipse(self._place().map(held.dots[code]), _DOT + 1, _DOT + 1)
