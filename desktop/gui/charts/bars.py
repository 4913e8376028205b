"""Bars with rounded heads and labels. On a screen they are put together from pictures of bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
    QTransform,
)

from desktop.gui.charts.cover import Covering
from desktop.gui.charts.kept import blank, dots_of
from desktop.gui.fonts import font
from desktop.gui.motion import Glide
from desktop.gui.parts.hatching import hatching
from desktop.gui.parts.written import lefts, width_of, write
from desktop.gui.tokens import BAR_RADIUS, TINY_SIZE

_LABEL_GAP = 3
_LABEL_ROOM = 20
_LEAST_HEIGHT = 2.0
_HALO = 4.0
_EDGE = 1
"""Pixels around a bar that its edge may reach."""
_HEAD = 8
"""Pixels from the head within which a bar is round; one that is not twice as high is drawn."""
_HATCH = 5
_MOST = 128

_Box = tuple[float, float, float, float]
"""Pixels: left, top, right and bottom. Numbers: a chart asks its bars for them all the time."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in the plot's own units: its middle, width, value; its looks; a label at its head.

    A `hatched` bar is an estimate; one with an `edge` that is not is still to come, or missing.
    A label wears a `halo` in the ground's colour: what lies behind it does not cross its letters.
    """

    x: float
    width: float
    value: float
    fill: str
    edge: str = ""
    label: str = ""
    ink: str = ""
    hatched: bool = False
    halo: str = ""


class Bars(Covering):
    """Bars from zero. Corners, edges and labels keep their size on the screen."""

    def __init__(self) -> None:
        super().__init__(0.0, _LABEL_ROOM)
        self.bars: tuple[Bar, ...] = ()
        self._before: tuple[float, ...] = ()
        self._part = 1.0
        self._glide = Glide(self, self._step)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Draw other bars; those that stay where they are grow and shrink from what they were."""
        before = self.bars
        self.bars = tuple(bars)
        same = [b.x for b in before] == [b.x for b in self.bars]
        self._before = tuple(b.value for b in (before if same else self.bars))
        changed = self._before != tuple(b.value for b in self.bars)
        self._glide.start(moving=changed and self._seen())

    def _seen(self) -> bool:
        return any(view.isVisible() for view in self.scene().views()) if self.scene() else False

    def _step(self, part: float) -> None:
        self._part = part
        self.update()

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw in screen units, so that nothing is stretched with the axes."""
        world = painter.worldTransform()
        to_screen = (world.m11(), world.dx(), world.m22(), world.dy())
        dots, part = dots_of(painter), self._part
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labelled: list[tuple[Bar, _Box]] = []
        boxes: list[_Box] = []
        edges = self._edges(world)
        for bar, before in zip(self.bars, self._before, strict=True):
            box = _box(bar, before + (bar.value - before) * part, to_screen)
            seen = _seen_of(box, edges)
            if dots and seen[1] < seen[3]:
                placed = copy_bar(painter, bar, seen, dots)
                box = placed if seen == box else box
            elif seen[1] < seen[3]:
                draw_bar(painter, bar, seen)
            boxes.append(box)
            if bar.label:
                labelled.append((bar, box))
        _draw_labels(painter, labelled, boxes, edges, dots)

    def _edges(self, world: QTransform) -> tuple[float, float]:
        """Where the drawing ends on the screen, at its head and at its foot."""
        whole = self.getViewBox().parentItem().sceneBoundingRect()
        drawn = (self.sceneTransform().inverted()[0] * world).mapRect(whole)
        return drawn.top(), drawn.bottom()


def _box(bar: Bar, value: float, to_screen: _Box) -> _Box:
    """Place a bar on the screen: it is never turned, only stretched and moved."""
    stretched, right, upward, downward = to_screen
    left = (bar.x - bar.width / 2) * stretched + right
    head = value * upward + downward
    bottom = max(downward, head)
    top = min(downward, head, bottom - _LEAST_HEIGHT)
    return (left, top, left + bar.width * stretched, bottom)


def _seen_of(box: _Box, edges: tuple[float, float]) -> _Box:
    """Cut off what nobody sees of a bar.

    While it shrinks to the axis of what is looked at next, it may be as high as a thousand windows.
    """
    left, top, right, bottom = box
    head, foot = edges
    return (left, max(top, head - _HEAD), right, min(bottom, foot + _HEAD))


def copy_bar(painter: QPainter, bar: Bar, box: _Box, dots: int) -> _Box:
    """Put a bar together from the head and the foot of a tall one's picture, on whole pixels."""
    left, top, bottom = round(box[0]), round(box[1]), round(box[3])
    wide, high = max(round(box[2] - box[0]), 1), bottom - top
    placed = (left, top, left + wide, bottom)
    if high < 2 * _HEAD:
        draw_bar(painter, bar, placed)
        return placed
    upward, tall = bar.value >= 0, 1 << high.bit_length()
    skipped = tall - high
    if bar.hatched:  # it goes on where both parts meet
        skipped -= skipped % _HATCH
    looks = (bar.fill, bar.edge, bar.hatched)
    whole = _tall(looks, wide, high + skipped, dots, upward=upward)
    seam = (_HEAD if upward else high - _HEAD) + _EDGE
    rest, across = high + 2 * _EDGE - seam, (wide + 2 * _EDGE) * dots
    x, y = left - _EDGE, top - _EDGE
    painter.drawPixmap(x, y, whole, 0, 0, across, seam * dots)
    painter.drawPixmap(x, y + seam, whole, 0, (seam + skipped) * dots, across, rest * dots)
    return placed


@lru_cache(maxsize=_MOST)
def _tall(
    looks: tuple[str, str, bool], wide: int, tall: int, dots: int, *, upward: bool
) -> QPixmap:
    """A picture of a bar that is higher than those which are cut from it."""
    fill, edge, hatched = looks
    made = blank(wide + 2 * _EDGE, tall + 2 * _EDGE, dots)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = _EDGE + (0.5 if edge else 0.0)  # a line of one pixel lies between whole ones
    box = (inset, inset, 2 * _EDGE + wide - inset, 2 * _EDGE + tall - inset)
    value = 1.0 if upward else -1.0
    draw_bar(painter, Bar(0.0, 0.0, value, fill, edge, hatched=hatched), box)
    painter.end()
    return made


def draw_bar(painter: QPainter, bar: Bar, box: _Box) -> None:
    """Draw a bar as it is."""
    painter.setBrush(QColor(bar.fill))
    painter.setPen(_edge(bar.edge, dashed=not bar.hatched))
    painter.drawPath(_rounded(box, upward=bar.value >= 0))
    if bar.hatched:
        left, top, right, bottom = box
        painter.setPen(QPen(QColor(bar.edge), 1.0))
        painter.drawLines(list(hatching(QRectF(left, top, right - left, bottom - top), _HATCH)))


@cache
def _edge(colour: str, *, dashed: bool) -> QPen:
    if not colour:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(colour), 1.2)
    if dashed:
        pen.setDashPattern([2.4, 2.0])
    return pen


def _rounded(box: _Box, *, upward: bool) -> QPainterPath:
    """A box whose two corners at the head are round."""
    left, top, right, bottom = box
    radius = min(BAR_RADIUS + 0.5, bottom - top, (right - left) / 2)
    foot, head = (bottom, top) if upward else (top, bottom)
    under = head + radius if upward else head - radius
    path = QPainterPath()
    path.moveTo(left, foot)
    path.lineTo(left, under)
    path.quadTo(left, head, left + radius, head)
    path.lineTo(right - radius, head)
    path.quadTo(right, head, right, under)
    path.lineTo(right, foot)
    path.closeSubpath()
    return path


def _draw_labels(
    painter: QPainter, labelled: Sequence[tuple[Bar, _Box]], boxes: Sequence[_Box],
    edges: tuple[float, float], dots: int,
) -> None:  # fmt: skip
    """Write labels over all bars, the newest first; one that would run into another is left out.

    In a low chart one reaches into its bar: it is not cut at the edges of the drawing.
    """
    if not labelled:
        return
    height, ascent = _line()
    taken = list[QRectF]()
    for bar, box in reversed(labelled):
        width = width_of(bar.label, TINY_SIZE)
        start = (box[0] + box[2] - width) / 2
        top = label_top(bar, box, (start, start + width), boxes, height)
        top = max(edges[0], min(top, edges[1] - height))
        room = QRectF(start, top, width, height)
        if any(room.intersects(other) for other in taken):
            continue
        taken.append(room.adjusted(-_LABEL_GAP, 0, _LABEL_GAP, 0))
        if dots:
            picture = _label(bar.label, bar.ink, bar.halo, dots)
            painter.drawPixmap(QPoint(round(start - _HALO), round(top - _HALO)), picture)
        else:
            _write_label(painter, bar.label, bar.ink, bar.halo, QPointF(start, top + ascent))


def label_top(
    bar: Bar, own: _Box, across: tuple[float, float], boxes: Sequence[_Box], height: float
) -> float:
    """Say where a label stands: at its bar's head, beyond the bars beside that it would touch."""
    left, right = across
    beside = [b for b in boxes if b[0] < right and left < b[2]]
    if bar.value >= 0:
        head = own[1]
        for box in sorted(beside, key=lambda b: -b[1]):  # the lowest first
            if box[1] < head and head - height < box[3]:
                head = box[1]
        return head - height - _LABEL_GAP + 2
    foot = own[3]
    for box in sorted(beside, key=lambda b: b[3]):
        if foot < box[3] and box[1] < foot + height:
            foot = box[3]
    return foot + _LABEL_GAP - 2


@cache
def _line() -> tuple[int, int]:
    """How high a line of labels is, and how far its letters rise."""
    metrics = QFontMetrics(font(TINY_SIZE))
    return metrics.height(), metrics.ascent()


@lru_cache(maxsize=_MOST)
def _label(label: str, ink: str, halo: str, dots: int) -> QPixmap:
    """A picture of a label, as many pixels around it as a halo reaches."""
    height, ascent = _line()
    around = int(_HALO)
    made = blank(width_of(label, TINY_SIZE) + 2 * around, height + 2 * around, dots)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _write_label(painter, label, ink, halo, QPointF(around, around + ascent))
    painter.end()
    return made


def _write_label(painter: QPainter, label: str, ink: str, halo: str, start: QPointF) -> None:
    """Write a label from the left of its base line."""
    height, ascent = _line()
    if halo:
        painter.fillPath(_halo(label).translated(start), QColor(halo))
    painter.setPen(QColor(ink))
    room = QRectF(start.x(), start.y() - ascent, width_of(label, TINY_SIZE), height)
    write(painter, room, label, 0.5, TINY_SIZE)


@lru_cache(maxsize=_MOST)
def _halo(label: str) -> QPainterPath:
    """What lies about a label's letters, from the left of its base line."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, left in zip(label, lefts(label, TINY_SIZE), strict=True):
        path.addPath(_about(letter).translated(left, 0.0))
    return path


@cache
def _about(letter: str) -> QPainterPath:
    """A letter drawn with a pen as wide as the halo: to stroke it anew takes most of a paint."""
    path, pen = QPainterPath(), QPainterPathStroker()
    path.addText(0, 0, font(TINY_SIZE), letter)
    pen.setWidth(_HALO)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen.createStroke(path).simplified()
