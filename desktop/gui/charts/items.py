"""What is drawn in a plot: bars with rounded heads and labels, and names at the ends of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from desktop.gui.charts.beside import Beside
from desktop.gui.charts.cover import Cover
from desktop.gui.fonts import font
from desktop.gui.motion import Glide
from desktop.gui.parts.fitted import fitted
from desktop.gui.parts.hatching import hatching
from desktop.gui.parts.written import lefts, width_of, write, write_at
from desktop.gui.tokens import BAR_RADIUS, TINY_SIZE

_LABEL_GAP = 3
_LABEL_ROOM = 20
_LEAST_HEIGHT = 2.0
_HALO = 4.0


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


class Bars(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph ships no types
    """Bars from zero. Corners, edges and labels keep their size on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[Bar, ...] = ()
        self._before: tuple[float, ...] = ()
        self._part = 1.0
        self._cover = Cover(self, 0.0, _LABEL_ROOM)
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

    def viewTransformChanged(self) -> None:  # noqa: N802 - pyqtgraph's name
        """Reach as far as the plot does."""
        super().viewTransformChanged()
        self._cover.renew()

    def boundingRect(self) -> QRectF:
        """Cover the whole plot and a line of text around it: labels stand outside the bars."""
        return self._cover.rect

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw in screen units, so that nothing is stretched with the axes."""
        world = painter.worldTransform()
        to_screen = (world.m11(), world.dx(), world.m22(), world.dy())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn: tuple[str, str, bool] | None = None
        labelled: list[tuple[Bar, _Box]] = []
        for bar, before in zip(self.bars, self._before, strict=True):
            if worn != (worn := (bar.fill, bar.edge, bar.hatched)):
                painter.setBrush(QColor(bar.fill))
                painter.setPen(_edge(bar.edge, dashed=not bar.hatched))
            value = before + (bar.value - before) * self._part
            box = _box(bar, value, to_screen)
            if _draw_bar(painter, bar, box):
                worn = None
            if bar.label:
                labelled.append((bar, box))
        _draw_labels(painter, labelled)
        painter.restore()


def _box(bar: Bar, value: float, to_screen: _Box) -> _Box:
    """Place a bar on the screen: it is never turned, only stretched and moved."""
    stretched, right, upward, downward = to_screen
    left = (bar.x - bar.width / 2) * stretched + right
    head = value * upward + downward
    bottom = max(downward, head)
    top = min(downward, head, bottom - _LEAST_HEIGHT)
    return (left, top, left + bar.width * stretched, bottom)


def _draw_bar(painter: QPainter, bar: Bar, box: _Box) -> bool:
    """Draw a bar in the pen and brush that are worn; say whether it took others."""
    painter.drawPath(_rounded(box, upward=bar.value >= 0))
    if bar.hatched:
        left, top, right, bottom = box
        painter.setPen(QPen(QColor(bar.edge), 1.0))
        painter.drawLines(list(hatching(QRectF(left, top, right - left, bottom - top))))
    return bar.hatched


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


def _draw_labels(painter: QPainter, labelled: Sequence[tuple[Bar, _Box]]) -> None:
    """Write labels over all bars, the newest first; one that would run into another is left out."""
    if not labelled:
        return
    metrics = QFontMetrics(font(TINY_SIZE))
    height, ascent, taken = metrics.height(), metrics.ascent(), list[QRectF]()
    for bar, (left, head, right, foot) in reversed(labelled):
        above = head - height - _LABEL_GAP + 2
        top = above if bar.value >= 0 else foot + _LABEL_GAP - 2
        width = width_of(bar.label, TINY_SIZE)
        start = (left + right - width) / 2
        room = QRectF(start, top, width, height)
        if any(room.intersects(other) for other in taken):
            continue
        taken.append(room)
        if bar.halo:
            halo = _halo(bar.label).translated(start, top + ascent)
            painter.fillPath(halo, QColor(bar.halo))
        painter.setPen(QColor(bar.ink))
        write(painter, room, bar.label, 0.5, TINY_SIZE)


@lru_cache(maxsize=256)
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
