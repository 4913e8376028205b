"""The small sheet beside the pointer that tells all values of a month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.gui.parts.text import Line, plain, rich
from desktop.gui.tokens import CONTROL_RADIUS, LIGHT, Colours

_AWAY = 14


class Hover(QFrame):
    """Floats over the window beside a place in a chart, and never under the pointer."""

    def __init__(self, chart: QWidget) -> None:
        """Belong to a chart."""
        super().__init__(chart)
        self._chart = chart
        self._colours = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.addWidget(self._text)
        self.hide()

    def dress(self, colours: Colours) -> None:
        """Wear the colours of a theme."""
        self._colours = colours

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet: it floats above the parts that wear the style sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._colours.border))
        painter.setBrush(QColor(self._colours.card))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, CONTROL_RADIUS, CONTROL_RADIUS)

    def show_at(self, place: QPoint, lines: Sequence[Line]) -> None:
        """Show lines beside a place in the chart, inside the window."""
        window = self._chart.window()
        if self.parent() is not window:
            self.setParent(window)
        self._text.setText("<br>".join(rich(line, self._colours) for line in lines))
        self._chart.setAccessibleDescription(". ".join(plain(line) for line in lines))
        self.adjustSize()
        at = self._chart.mapTo(window, place)
        x = at.x() + _AWAY
        if x + self.width() > window.width() - _AWAY:
            x = at.x() - _AWAY - self.width()
        y = min(max(at.y() - self.height() // 2, _AWAY), window.height() - self.height() - _AWAY)
        self.move(x, y)
        self.show()
        self.raise_()
