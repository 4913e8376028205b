"""A chart on paper: title, legend, the chart itself, its notes, where its figures come from.

Always in the light colours on white, whatever the window wears: safe to print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.gui.fonts import font
from desktop.gui.parts.legend import Entry, draw_entry, entry_width
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE

if TYPE_CHECKING:
    from desktop.gui.parts.panel import Chart

MARGIN = 20
_TITLE, _LINE, _GAP = 26, 18, 8
_BETWEEN = 16
_LEAST_WIDTH = 420
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on it; `notes` and `foot` are lines of text."""

    title: str
    entries: tuple[Entry, ...]
    chart: Chart
    notes: tuple[str, ...] = ()
    foot: str = ""

    def size(self) -> QSize:
        """How large it is, in pixels of the screen."""
        chart = self.chart.print_size()
        lines = len(_wrapped(self.notes, self._width)) + bool(self.foot)
        height = MARGIN + _TITLE + len(self._rows) * _LINE + _GAP + chart.height()
        height += (_GAP + lines * _LINE if lines else 0) + MARGIN
        return QSize(self._width + 2 * MARGIN, height)

    @property
    def _width(self) -> int:
        return max(self.chart.print_size().width(), _LEAST_WIDTH)

    @property
    def _rows(self) -> list[list[tuple[Entry, float]]]:
        """The entries of the legend with their widths, line by line."""
        rows: list[list[tuple[Entry, float]]] = []
        x = 0.0
        for entry in self.entries:
            width = entry_width(entry, SMALL_SIZE)
            if not rows or x + width > self._width:
                rows.append([])
                x = 0.0
            rows[-1].append((entry, width))
            x += width + _BETWEEN
        return rows

    def paint(self, painter: QPainter) -> None:
        """Draw all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.size().width(), self.size().height()), QColor("#ffffff"))
        painter.translate(MARGIN, MARGIN)
        y = float(_TITLE + len(self._rows) * _LINE + _GAP)
        painter.save()
        painter.translate(0, y)
        self.chart.print_on(painter, LIGHT)
        painter.restore()
        self._cover(painter, y)
        painter.setFont(font(16, QFont.Weight.DemiBold))
        painter.setPen(QColor(LIGHT.text))
        painter.drawText(QRectF(0, 0, self._width, _TITLE - 4), _LEFT, self.title)
        for number, row in enumerate(self._rows):
            _paint_row(painter, row, float(_TITLE + number * _LINE))
        self._paint_foot(painter, y + self.chart.print_size().height() + _GAP)

    def _cover(self, painter: QPainter, top: float) -> None:
        """Whiten all that is not the chart's place: SVG knows no clipping."""
        size, chart = self.size(), self.chart.print_size()
        bottom = top + chart.height()
        for box in (
            QRectF(-MARGIN, -MARGIN, size.width(), top + MARGIN),
            QRectF(-MARGIN, bottom, size.width(), size.height() - bottom - MARGIN),
            QRectF(-MARGIN, -MARGIN, MARGIN, size.height()),
            QRectF(chart.width(), -MARGIN, size.width() - chart.width() - MARGIN, size.height()),
        ):
            painter.fillRect(box, QColor("#ffffff"))

    def _paint_foot(self, painter: QPainter, y: float) -> None:
        painter.setFont(font(TINY_SIZE))
        painter.setPen(QColor(LIGHT.secondary))
        for line in _wrapped(self.notes, self._width):
            painter.drawText(QRectF(0, y, self._width, _LINE), _LEFT, line)
            y += _LINE
        painter.setPen(QColor(LIGHT.muted))
        painter.drawText(QRectF(0, y, self._width, _LINE), _LEFT, self.foot)


def _paint_row(painter: QPainter, row: Sequence[tuple[Entry, float]], y: float) -> None:
    x = 0.0
    painter.setFont(font(SMALL_SIZE))
    for entry, width in row:
        draw_entry(painter, entry, QRectF(x, y, width, _LINE), QColor(LIGHT.secondary), SMALL_SIZE)
        x += width + _BETWEEN


def _wrapped(lines: Sequence[str], width: float) -> list[str]:
    """Put short lines side by side where there is room."""
    metrics = QFontMetricsF(font(TINY_SIZE))
    rows: list[str] = []
    for line in lines:
        joined = f"{rows[-1]}    {line}" if rows else line
        if rows and metrics.horizontalAdvance(joined) <= width:
            rows[-1] = joined
        else:
            rows.append(line)
    return rows
