"""Words drawn in a box: the same words are laid out once, however often they are painted."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout

from desktop.gui.fonts import font
from desktop.gui.tokens import BODY_SIZE

_MOST = 4096
_ENDLESS = 1 << 20
_NORMAL = QFont.Weight.Normal
_BEARING = 1.0
"""Less than a pixel beside the letters is empty: nothing of them is cut there."""


class Laid(NamedTuple):
    """Words on one line, the room that they take, and how far they rise over their base line."""

    layout: QTextLayout
    width: float
    height: float
    ascent: float


@lru_cache(maxsize=_MOST)
def laid(text: str, size: int, weight: QFont.Weight) -> Laid:
    """Lay words out on one line of a font of ours."""
    layout = QTextLayout(text, font(size, weight))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    ascent = line.ascent()
    return Laid(layout, line.horizontalAdvance(), ascent + line.descent(), ascent)


@lru_cache(maxsize=_MOST)
def width_of(text: str, size: int = BODY_SIZE, weight: QFont.Weight = _NORMAL) -> int:
    """Give the pixels across that words take in a font of ours."""
    return QFontMetrics(font(size, weight)).horizontalAdvance(text)


def room_of(text: str, size: int, weight: QFont.Weight = _NORMAL) -> tuple[float, float]:
    """Give the width and the height of some words to a part of a pixel."""
    found = laid(text, size, weight)
    return found.width, found.height


def lefts(text: str, size: int) -> list[float]:
    """Give where each letter of some words begins."""
    line = laid(text, size, _NORMAL).layout.lineAt(0)
    found = (cast("tuple[float, int]", line.cursorToX(place)) for place in range(len(text)))
    return [left for left, _ in found]


def write(
    painter: QPainter,
    box: QRect | QRectF,
    text: str,
    across: float = 0.0,
    size: int = BODY_SIZE,
    weight: QFont.Weight = _NORMAL,
) -> None:
    """Write one line in the pen's colour, in the middle of a box's height.

    It stands at the left (`across` 0), in the middle (0.5) or at the right (1); what is wider than
    the box is cut.
    """
    at = (box.x(), box.y(), box.width(), box.height())
    write_at(painter, at, text, across, size, weight)


def write_at(
    painter: QPainter,
    box: tuple[float, float, float, float],
    text: str,
    across: float = 0.0,
    size: int = BODY_SIZE,
    weight: QFont.Weight = _NORMAL,
) -> None:
    """As `write`, in a box of plain numbers: left, top, width, height."""
    if not text:
        return
    layout, width, height, _ = laid(text, size, weight)
    left, top, room, high = box
    if width > room + _BEARING:
        painter.setFont(font(size, weight))
        painter.drawText(QRectF(*box), _SIDES[across], text)
        return
    layout.draw(painter, QPointF(left + (room - width) * across, top + (high - height) / 2))


_SIDES = {
    across: int(side | Qt.AlignmentFlag.AlignVCenter)
    for across, side in (
        (0.0, Qt.AlignmentFlag.AlignLeft),
        (0.5, Qt.AlignmentFlag.AlignHCenter),
        (1.0, Qt.AlignmentFlag.AlignRight),
    )
}
