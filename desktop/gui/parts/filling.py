"""Words that fill the room they are given, and end in dots where there are more of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy

_MORE = " …"
_NEXT_LINE = "\u2028"  # as a layout knows it


class _Laid(NamedTuple):
    """The lines that begin in a room, and whether there are more words than it has room for."""

    layout: QTextLayout
    more: bool


class Filled(NamedTuple):
    """The lines that are seen of some words in a room, and whether there are more of them."""

    of: tuple[str, int, int, bool]
    layout: QTextLayout
    more: bool


def filled(of: tuple[str, int, int, bool], face: QFont) -> Filled:
    """Lay words out; with dots, where there are more, behind the last word that has room.

    `of` is the words, the room's width and height in pixels, and whether dots are wanted.
    """
    text, wide, high, dotted = of
    whole = _laid(text, wide, high, face)
    if not dotted or not whole.more:
        return Filled(of, whole.layout, whole.more)
    words = _seen(whole.layout, text, high)
    while words and (cut := _laid(words + _MORE, wide, high, face)).more:
        words = words.rpartition(" ")[0]
    return Filled(of, cut.layout if words else whole.layout, more=True)


def _seen(layout: QTextLayout, text: str, high: int) -> str:
    """Give the words on the lines that have room for all of their height."""
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    end = max((s.textStart() + s.textLength() for s in lines if s.rect().bottom() <= high),
              default=0)  # fmt: skip
    return text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore").rstrip()


def _laid(text: str, wide: int, high: int, face: QFont) -> _Laid:
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
    return _Laid(layout, told < units or down > high)


class Filling(QLabel):
    """Words that take the room they are given: a long text in a narrow place asks for no more.

    Where their `ground` is told, a colour, they end in "…" if more is said than there is room for.
    """

    def __init__(self, look: str) -> None:
        """Take a look of the style sheet; the words stand at the top."""
        super().__init__()
        self.ground = ""
        self._laid: Filled | None = None
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
            self._draw_plain()
            return
        super().paintEvent(event)
        line = self.fontMetrics().lineSpacing()
        shown = self.height() // line
        if self.ground and shown and super().heightForWidth(self.width()) > self.height():
            painter = QPainter(self)
            wide = self.fontMetrics().horizontalAdvance(_MORE)
            end = QRect(self.width() - wide, (shown - 1) * line, wide, line)
            painter.fillRect(end, QColor(self.ground))
            painter.drawText(end, Qt.AlignmentFlag.AlignVCenter, _MORE)

    def _draw_plain(self) -> None:
        """Draw the lines that are seen, laid out once."""
        of = (self.text(), self.width(), self.height(), bool(self.ground))
        if self._laid is None or self._laid.of != of:
            self._laid = filled(of, self.font())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid.layout.draw(painter, QPointF(0, 0))

    def give_lines(self, lines: int) -> None:
        """Keep room for so many lines at least."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
