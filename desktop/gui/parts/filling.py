"""Words that fill the room they are given, and end in dots where there are more of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy

_MORE = " …"
_NEXT_LINE = "\u2028"  # as a layout knows it


class _Filled(NamedTuple):
    """The lines that are seen of some words in a room, and whether there are more of them."""

    of: tuple[str, int, int]
    layout: QTextLayout
    more: bool


def _filled(of: tuple[str, int, int], face: QFont) -> _Filled:
    text, wide, high = of
    layout = QTextLayout(text.replace("\n", _NEXT_LINE), face)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    down, told, units = 0.0, 0, len(text.encode("utf-16-le")) // 2
    while down < high and told < units:
        line = layout.createLine()
        line.setLineWidth(wide)
        line.setPosition(QPointF(0, down))
        down += line.height()
        told = line.textStart() + line.textLength()
    layout.endLayout()
    return _Filled(of, layout, told < units or down > high)


class Filling(QLabel):
    """Words that take the room they are given: a long text in a narrow place asks for no more.

    Where their `ground` is told, a colour, they end in "…" if more is said than there is room for.
    """

    def __init__(self, look: str) -> None:
        """Take a look of the style sheet; the words stand at the top."""
        super().__init__()
        self.ground = ""
        self._laid: _Filled | None = None
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        """Ask for no room; Qt would lay a long text out many times to propose some."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room."""
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """Ask for no height."""
        return False

    def heightForWidth(self, _width: int) -> int:
        """Ask for no height."""
        return 0

    def changeEvent(self, event: QEvent) -> None:
        """In another font the same words stand elsewhere."""
        super().changeEvent(event)
        self._laid = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and that there are more of them."""
        if self.textFormat() is Qt.TextFormat.PlainText:
            more = self._draw_plain()
        else:
            super().paintEvent(event)
            more = bool(self.ground) and super().heightForWidth(self.width()) > self.height()
        line = self.fontMetrics().lineSpacing()
        shown = self.height() // line
        if self.ground and shown and more:
            painter = QPainter(self)
            wide = self.fontMetrics().horizontalAdvance(_MORE)
            end = QRect(self.width() - wide, (shown - 1) * line, wide, line)
            painter.fillRect(end, QColor(self.ground))
            painter.drawText(end, Qt.AlignmentFlag.AlignVCenter, _MORE)

    def _draw_plain(self) -> bool:
        """Draw the lines that are seen, laid out once; say whether there are more of them."""
        of = (self.text(), self.width(), self.height())
        if self._laid is None or self._laid.of != of:
            self._laid = _filled(of, self.font())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid.layout.draw(painter, QPointF(0, 0))
        return self._laid.more

    def give_lines(self, lines: int) -> None:
        """Keep room for so many lines at least."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
