"""A plot on paper: in other colours, its lines as strong as on the screen, its months named."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.gui.charts.drawing import draw_in
from desktop.gui.charts.pens import drawn_for
from desktop.gui.fonts import font
from desktop.gui.tokens import TINY_SIZE, Colours

MONTHS = 18
"""Pixels beneath a plot whose months are named by the chart under it: on paper it is alone."""
_BEYOND = 2000.0


def print_plot(plot: Any, painter: QPainter, colours: Colours) -> None:
    """Draw what is in sight, from where the painter stands; the plot is left as it was."""
    with drawn_for(painter.device().devicePixelRatio()):
        before = draw_in(plot, colours)
    plot.zoom.fit()
    numbered, plot.lane.numbered = plot.lane.numbered, True
    painter.setBrush(Qt.BrushStyle.NoBrush)
    plot.render(painter, QRectF(plot.rect()), plot.rect())
    if not plot.zoom.whole:
        _cover(plot, painter, colours)
    if not plot.months_named:
        _name_months(plot, painter, colours)
    plot.lane.numbered = numbered
    if before is not None:
        draw_in(plot, before)
        plot.zoom.fit()


def _cover(plot: Any, painter: QPainter, colours: Colours) -> None:
    """Cover what a zoom put beside the plot: SVG knows no clipping. Axes are drawn again."""
    room, whole = plot.view.sceneBoundingRect(), QRectF(plot.rect())
    for left, top, right, bottom in (
        (-_BEYOND, -_BEYOND, room.left(), _BEYOND), (room.right(), -_BEYOND, _BEYOND, _BEYOND),
        (-_BEYOND, -_BEYOND, _BEYOND, room.top()), (-_BEYOND, room.bottom(), _BEYOND, _BEYOND),
    ):  # fmt: skip
        beside = QRectF(QPointF(left, top), QPointF(right, bottom))
        painter.fillRect(beside & whole, QColor(colours.card))
    for axis in (plot.left, plot.bottom, plot.ends, plot.lane):
        painter.save()
        painter.translate(axis.scenePos())
        axis.paint(painter, None, None)
        painter.restore()


def _name_months(plot: Any, painter: QPainter, colours: Colours) -> None:
    painter.setFont(font(TINY_SIZE))
    painter.setPen(QColor(colours.muted))
    for slot in range(plot.zoom.first, plot.zoom.last):
        x = plot.view.mapViewToScene(QPointF(slot + 0.5, 0.0)).x()
        room = QRectF(x - 30, plot.height(), 60, MONTHS)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, plot.month_names[slot])
