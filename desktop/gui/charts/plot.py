"""The house's plot: a year of months across, billions upward, a reading line under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsGridLayout,
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsRectItem,
)

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.wording import BILLION, Language
from desktop.gui.charts.hover import Hover
from desktop.gui.charts.items import EndLabels
from desktop.gui.fonts import font
from desktop.gui.parts.text import Line
from desktop.gui.tokens import SMALL_SIZE, TINY_SIZE, Colours

pg.setConfigOptions(antialias=True)

LEFT = 44
RIGHT = 112
"""Pixels beside every plot, the same for all, so that the months stand under one another."""
_BELOW = 0
_ABOVE = 10


class Plot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph ships no types
    """Twelve slots, one a month; slot `n` reaches from x = n to n + 1.

    The pointer, or the arrow keys once it has the focus, put a reading line on a slot; what it
    says is `reading(slot)`. A chart sets `ends` to name its lines. Built from a view box and
    three axes: pyqtgraph's own PlotItem brings fifty hidden widgets of menus that we never show.
    """

    def __init__(self, *, months_named: bool = True) -> None:
        """Build the axes; nothing is drawn yet."""
        super().__init__()
        self._months_named = months_named
        self._slot: int | None = None
        self._newest = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.view.disableAutoRange()
        # Labels at the heads of bars and the newest point may stand over the edge.
        self.view.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self.left, self.bottom, self.ends = pg.AxisItem("left"), pg.AxisItem("bottom"), EndLabels()
        self._lay_axes()
        self.shade, self.reading_line = QGraphicsRectItem(), QGraphicsLineItem()
        self.shade.setZValue(-20)
        self.reading_line.setZValue(20)
        self.reading_line.hide()
        self._empty = pg.TextItem(anchor=(0.5, 0.5))
        self._empty.setFont(font(SMALL_SIZE))
        for thing in (self.shade, self.reading_line, self._empty):
            self.put(thing)
        self._grid: list[QGraphicsLineItem] = []
        self._hover = Hover(self)

    def _lay_axes(self) -> None:
        whole = pg.GraphicsWidget()
        layout = QGraphicsGridLayout(whole)
        layout.setContentsMargins(0, _ABOVE, 0, _BELOW)
        layout.setSpacing(0)
        for thing, row, column in (
            (self.left, 0, 0),
            (self.view, 0, 1),
            (self.ends, 0, 2),
            (self.bottom, 1, 1),
        ):
            layout.addItem(thing, row, column)
        for axis in (self.left, self.bottom, self.ends):
            axis.linkToView(self.view)
            axis.setStyle(tickLength=0, tickAlpha=0, tickTextOffset=8, tickFont=font(TINY_SIZE))
            axis.setPen(QPen(Qt.PenStyle.NoPen))
        self.left.setWidth(LEFT)
        self.ends.setWidth(RIGHT)
        self.bottom.setHeight(22 if self._months_named else 4)
        self.setCentralItem(whole)

    def put(self, thing: QGraphicsItem) -> None:
        """Put a thing into the plot; it changes no scale."""
        self.view.addItem(thing, ignoreBounds=True)

    def curve(self) -> Any:
        """Put an empty line into the plot, and give it."""
        made = pg.PlotCurveItem()
        self.put(made)
        return made

    def measure(
        self,
        low: float,
        high: float,
        marks: Sequence[float],
        lang: Language,
        colours: Colours,
    ) -> None:
        """Set the height in billions, the grid lines at round marks, and the months' names."""
        decimals = 0 if all(abs(m - round(m)) < 1e-9 for m in marks) else 1
        names = [(m, lang.number(m, decimals, sign=low < 0)) for m in marks]
        self.left.setTicks([names])
        months = [(n + 0.5, lang.month_tick(n + 1)) for n in range(MONTHS_PER_YEAR)]
        self.bottom.setTicks([months if self._months_named else []])
        self.view.setRange(xRange=(0, MONTHS_PER_YEAR), yRange=(low, high), padding=0)
        self._dress(marks, colours)

    def _dress(self, marks: Sequence[float], colours: Colours) -> None:
        self.setBackground(QColor(colours.card))
        for axis in (self.left, self.bottom):
            axis.setTextPen(QColor(colours.muted))
        for line in self._grid:
            self.view.removeItem(line)
        self._grid = [QGraphicsLineItem(0, mark, MONTHS_PER_YEAR, mark) for mark in marks]
        for line in self._grid:
            line.setPen(cosmetic(colours.grid))
            line.setZValue(-10)
            self.put(line)
        self.reading_line.setPen(cosmetic(colours.muted))
        self._hover.dress(colours)

    def shade_from(self, slot: int, colours: Colours) -> None:
        """Shade the months still to come; the one before them is the newest."""
        self._newest = max(slot - 1, 0)
        low, high = self.view.viewRange()[1]
        self.shade.setRect(slot, low, MONTHS_PER_YEAR - slot, high - low)
        self.shade.setBrush(QColor(colours.shade))
        self.shade.setPen(QPen(Qt.PenStyle.NoPen))

    def explain(self, words: str, colours: Colours) -> None:
        """Say in the plot why it is empty; nothing, where it is not."""
        low, high = self.view.viewRange()[1]
        self._empty.setText(words, color=colours.muted)
        self._empty.setPos(MONTHS_PER_YEAR / 2, (low + high) / 2)
        self._empty.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Take whatever room the panel gives."""
        return QSize(320, 80)

    @property
    def slot(self) -> int | None:
        """The slot that the reading line stands on."""
        return self._slot

    # Reading ---------------------------------------------------------------------------------

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Say what stands at a slot; each chart has its own words."""
        raise NotImplementedError

    def reading_x(self, slot: int) -> float:
        """Where the reading line of a slot stands."""
        return slot + 0.5

    def read(self, slot: int | None) -> None:
        """Put the reading line on a slot, or take it away."""
        self._slot = slot
        lines = self.reading(slot) if slot is not None else ()
        self.reading_line.setVisible(bool(lines))
        if slot is None or not lines:
            self._hover.hide()
            return
        low, high = self.view.viewRange()[1]
        x = self.reading_x(slot)
        self.reading_line.setLine(x, low, x, high)
        at = self.view.mapViewToScene(QPointF(x, (low + high) / 2))
        self._hover.show_at(self.mapFromScene(at), lines)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the slot under the pointer."""
        view = self.view
        place = self.mapToScene(event.position().toPoint())
        inside = view.sceneBoundingRect().contains(place)
        slot = int(view.mapSceneToView(place).x()) if inside else None
        if slot != self._slot:
            self.read(slot if slot is not None and 0 <= slot < MONTHS_PER_YEAR else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the reading line away with the pointer."""
        self.read(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the months with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        slot = -1 if self._slot is None else self._slot
        self.read(min(max(slot + step, 0), MONTHS_PER_YEAR - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus by reading the newest month; the arrow keys go on from there."""
        super().focusInEvent(event)
        self.read(self._newest)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the reading line away with the focus."""
        self.read(None)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()


def cosmetic(colour: str, width: float = 1, dash: Sequence[float] = ()) -> QPen:
    """Give a pen whose width is pixels, whatever the scale."""
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    if dash:
        pen.setDashPattern(list(dash))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def in_billions(usd: float | None) -> float | None:
    """Scale to the axis; None stays None."""
    return None if usd is None else usd / BILLION
