"""The axes of a plot: a year of months across, billions upward, notes in a lane above."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsGridLayout,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsWidget,
)

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.wording import Language, capitalised, language
from desktop.gui.charts.bars import Bars
from desktop.gui.charts.crosshair import Crosshair
from desktop.gui.charts.curve import Curve
from desktop.gui.charts.end_labels import EndLabels
from desktop.gui.charts.flags import Flag, Lane, flags_of
from desktop.gui.charts.ground import Scale
from desktop.gui.charts.pens import cosmetic
from desktop.gui.charts.scale import digits_of, ticks
from desktop.gui.charts.ticks import Ticks
from desktop.gui.charts.zoom import Zoom
from desktop.gui.fonts import font
from desktop.gui.tokens import LIGHT, SMALL_SIZE, Colours

if TYPE_CHECKING:
    from desktop.figures.note import Note

pg.setConfigOptions(antialias=True)

LEFT = 44
RIGHT = 120
"""Pixels beside every plot, the same for all, so that the months stand under one another."""
_MARKS_ZOOMED = 5
_AIR, _AIR_FOR_LABELS = 0.14, 0.4


class Axes(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph ships no types
    """Twelve slots, one a month; slot `n` reaches from x = n to n + 1.

    Built from a view box and three axes: pyqtgraph's own PlotItem brings fifty hidden widgets of
    menus that we never show. A chart sets `ends` to name its lines.
    """

    def __init__(self, *, months_named: bool = True) -> None:
        """Build the axes; nothing is drawn yet."""
        super().__init__()
        self.months_named = months_named
        self.slots = MONTHS_PER_YEAR
        self._newest = 0
        self.language, self.colours = language("en"), LIGHT
        self._worn: Colours | None = None
        self._whole = Scale(0.0, 1.0, ())
        self.month_names: tuple[str, ...] = ()
        self._start: Month | None = None
        self._notes: tuple[Note, ...] = ()
        self._curves: list[Any] = []
        self._ringed: list[Any] = []
        self._bars: list[Bars] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        # A few dozen things, most as large as the plot: to find and to gather them takes longer.
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.view.disableAutoRange()
        # Labels at the heads of bars and the newest point may stand over the edge.
        self.view.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self.left, self.bottom = Ticks(self.view), Ticks(self.view, beneath=True)
        self.ends = EndLabels(self.view)
        self.lane = Lane(self)
        self._lay_axes()
        self.shade, self._grid = QGraphicsRectItem(), QGraphicsPathItem()
        self._upright: list[QGraphicsRectItem] = [self.shade]
        self.shade.setZValue(-20)
        self._grid.setZValue(-10)
        self.explained = ""
        self._empty = pg.TextItem(anchor=(0.5, 0.5))
        self._empty.setFont(font(SMALL_SIZE))
        for thing in (self.shade, self._grid, self._empty):
            self.put(thing)
        self.crosshair = Crosshair(self)
        self.zoom = Zoom(self, self)

    def _lay_axes(self) -> None:
        whole = QGraphicsWidget()
        layout = QGraphicsGridLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addItem(self.lane, 0, 0, 1, 3)
        for thing, row, column in (
            (self.left, 1, 0),
            (self.view, 1, 1),
            (self.ends, 1, 2),
            (self.bottom, 2, 1),
        ):
            layout.addItem(thing, row, column)
        self.left.fix_width(LEFT)
        self.ends.fix_width(RIGHT)
        self.bottom.fix_height(22 if self.months_named else 4)
        self.setCentralItem(whole)

    def put(self, thing: QGraphicsItem) -> None:
        """Put a thing into the plot; it changes no scale."""
        if isinstance(thing, Bars):
            self._bars.append(thing)
        self.view.addItem(thing, ignoreBounds=True)

    def put_upright(self, band: QGraphicsRectItem) -> None:
        """Put a band into the plot that reaches from its foot to its head, however it is zoomed."""
        self._upright.append(band)
        self.put(band)

    def curve(self, *, ringed: bool = True) -> Any:
        """Put an empty line into the plot, and give it; the crosshair rings it where it passes."""
        made = Curve()
        self.put(made)
        self._curves.append(made)
        if ringed:
            self._ringed.append(made)
        return made

    # Scale -----------------------------------------------------------------------------------

    def measure(
        self,
        low: float,
        high: float,
        marks: Sequence[float],
        lang: Language,
        colours: Colours,
        start: Month | None = None,
    ) -> None:
        """Set the height in billions, round marks, the months' names; `start` is the first month.

        What was zoomed to stays in sight.
        """
        self.language, self.colours, self._start = lang, colours, start
        self._whole = Scale(low, high, tuple(marks))
        self.month_names = _month_names(lang, start.number if start else 1, self.slots)
        months = [(n + 0.5, name) for n, name in enumerate(self.month_names)]
        self.bottom.setTicks([months if self.months_named else []])
        self._dress(colours)
        self.lane.show_unit(lang._("bn USD"), colours)
        self._flag()
        self.zoom.fit()

    def scale_of(self, first: int, last: int) -> Scale:
        """Give the height that fits the slots from `first` up to `last`."""
        found = self._heights(first, last) if (first, last) != (0, self.slots) else []
        if not found:
            return self._whole
        low, high = min(found), max(found)
        labelled = any(bar.label for bars in self._bars for bar in bars.bars)
        air = ((high - low) or abs(high) or 1.0) * (_AIR_FOR_LABELS if labelled else _AIR)
        low = low - air if low < 0 or (low > 0 and not self._bars) else 0.0
        return Scale(low, high + air, ticks(low, high + air, _MARKS_ZOOMED))

    def _heights(self, first: int, last: int) -> list[float]:
        found = [0.0] if self._bars else []
        for curve in self._curves:
            places, heights = curve.getData()
            if places is None or not curve.isVisible():
                continue
            within = (places >= first) & (places <= last) & np.isfinite(heights)
            found += [float(y) for y in np.asarray(heights)[within]]
        for bars in self._bars:
            found += [bar.value for bar in bars.bars if first <= bar.x <= last]
        return found

    def mark(self, scale: Scale) -> None:
        """Write the round numbers at the left, and draw their lines."""
        digits = digits_of(scale.marks)
        names = [(m, self.language.number(m, digits, sign=scale.low < 0)) for m in scale.marks]
        self.left.setTicks([names])
        lines = QPainterPath()
        for mark in scale.marks:
            lines.moveTo(0, mark)
            lines.lineTo(self.slots, mark)
        self._grid.setPath(lines)
        for rect in self._upright:
            held = rect.rect()
            rect.setRect(held.x(), scale.low, held.width(), scale.high - scale.low)
        self.lane.reach(scale.low, scale.high)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the viewport too, which is what a pointer finds."""
        super().setAccessibleName(name)
        self.viewport().setAccessibleName(name)

    @property
    def whole(self) -> bool:
        """True while every slot is in sight."""
        return self.zoom.whole

    def moved(self) -> None:
        """The zoom moved: what hangs on the places in sight is put right."""
        whole = self.zoom.whole
        self.view.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, not whole)
        self.ends.name_lines(named=self.zoom.last == self.slots)
        for part in (self.lane, self.left, self.bottom, self.ends):
            part.update()
        self.view.updateMatrix()  # pyqtgraph does so while it paints, and paints again for it

    def _dress(self, colours: Colours) -> None:
        dots = self._grid.pen().widthF()
        self._grid.setPen(cosmetic(colours.grid))
        if (colours, self._grid.pen().widthF()) == (self._worn, dots):
            return
        self._worn = colours
        self.setBackground(QColor(colours.card))
        for axis in (self.left, self.bottom):
            axis.setTextPen(QColor(colours.muted))
        for part in (self.crosshair, self.zoom):
            part.dress(colours)

    def shade_from(self, slot: int, colours: Colours) -> None:
        """Shade the months still to come; the one before them is the newest."""
        self._newest = max(slot - 1, 0)
        low, high = self.view.viewRange()[1]
        self.shade.setRect(QRectF(slot, low, self.slots - slot, high - low))
        self.shade.setBrush(QColor(colours.shade))
        self.shade.setPen(QPen(Qt.PenStyle.NoPen))

    def explain(self, words: str, colours: Colours) -> None:
        """Say in the plot why it is empty, as a sentence begins; nothing, where it is not."""
        self.explained = capitalised(words)
        if not words:
            self._empty.hide()
            return
        self._empty.setText(self.explained, color=colours.muted)
        self._empty.fill = pg.mkBrush(colours.card)  # no flag's line runs through it
        self._empty.setPos(self.slots / 2, (self._whole.low + self._whole.high) / 2)
        self._empty.show()

    def sizeHint(self) -> QSize:
        """Take whatever room the panel gives."""
        return QSize(320, 80)

    # Notes -----------------------------------------------------------------------------------

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Flag the events that fall into the months shown."""
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self._flag()

    def _flag(self) -> None:
        flags = flags_of(self._notes, self._start, self.slots) if self._start else ()
        if flags != self.lane.held:
            self.lane.show_flags(flags)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags of the months shown."""
        return self.lane.held

    def month_at(self, slot: int | None) -> Month | None:
        """The month of a slot, of the newest where none is given; None before the first draw."""
        return self._start + (self._newest if slot is None else slot) if self._start else None


@cache
def _month_names(lang: Language, first: int, slots: int) -> tuple[str, ...]:
    return tuple(lang.month_tick((first + n - 1) % MONTHS_PER_YEAR + 1) for n in range(slots))
