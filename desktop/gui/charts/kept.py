"""What a thing painted, kept as a picture: the same again is copied, not drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QMarginsF, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

Draw = Callable[[QPainter], None]
Piece = tuple[QPoint, QPixmap]
_ACROSS = 48
"""Pixels of a piece: of a slanted line cut so, little of nothing is copied with it."""


def dots_of(painter: QPainter) -> int:
    """Give the dots of a pixel where pictures show what is drawn dot by dot: else none.

    They do on a screen with whole dots a pixel. On paper and in a file nothing is a picture.
    """
    device = painter.device()
    if not isinstance(device, QWidget):
        return 0
    dots = float(device.devicePixelRatio())
    return int(dots) if dots.is_integer() else 0


def blank(wide: int, high: int, dots: int) -> QPixmap:
    """Give a picture with nothing on it yet."""
    made = QPixmap(wide * dots, high * dots)
    made.setDevicePixelRatio(dots)
    made.fill(Qt.GlobalColor.transparent)
    return made


class Kept:
    """Pictures of one ink on nothing: copied over a ground they are what the ink itself would be.

    They are made when the same is painted at the same place a second time: what changes each time
    is drawn as ever.
    """

    def __init__(self, around: float) -> None:
        """Keep nothing yet; what is drawn reaches so many pixels beyond its box."""
        self._around = QMarginsF(around, around, around, around)
        self._of: tuple[Any, ...] = ()
        self._pieces: tuple[Piece, ...] | None = None

    def forget(self) -> None:
        """Something else is to be drawn."""
        self._of, self._pieces = (), None

    def paint(self, painter: QPainter, box: Callable[[], QRectF], draw: Draw, *state: Any) -> None:
        """Draw what lies in a box of the painter's own units; `state` is what it depends on.

        That is where it stands, too, unless it says so itself.
        """
        dots = dots_of(painter)
        if not dots:
            draw(painter)
            return
        of = (dots, *state)
        if of != self._of:
            self._of, self._pieces = of, None
            draw(painter)
            return
        if self._pieces is None:
            self._pieces = tuple(self._drawn(painter, box(), draw, dots))
        painter.setWorldMatrixEnabled(False)
        for at, piece in self._pieces:
            painter.drawPixmap(at, piece)
        painter.setWorldMatrixEnabled(True)

    def _drawn(self, over: QPainter, box: QRectF, draw: Draw, dots: int) -> Iterator[Piece]:
        reach = (over.worldTransform().mapRect(box) + self._around).toAlignedRect()
        seen = over.device()
        assert isinstance(seen, QWidget)  # as `dots_of` saw
        if not reach.intersects(seen.rect()):
            return
        place = reach & seen.rect()
        made = blank(place.width(), place.height(), dots)
        painter = QPainter(made)
        painter.setRenderHints(over.renderHints())
        aside = QTransform.fromTranslate(-place.x(), -place.y())
        painter.setWorldTransform(over.worldTransform() * aside)
        draw(painter)
        painter.end()
        for inked in _inked(made, dots):
            corner = QPoint(inked.x() // dots, inked.y() // dots)
            yield place.topLeft() + corner, made.copy(inked)


def _inked(picture: QPixmap, dots: int) -> Iterator[QRect]:
    """Give the boxes, in dots, that hold all the ink of a picture; they begin on whole pixels."""
    image = picture.toImage()
    line = image.bytesPerLine() // 4
    held = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), line)
    for left in range(0, image.width(), _ACROSS * dots):
        wide = min(_ACROSS * dots, image.width() - left)
        rows = np.flatnonzero(held[:, left : left + wide].any(axis=1))
        if rows.size:
            top = int(rows[0]) // dots * dots
            yield QRect(left, top, wide, int(rows[-1]) + 1 - top)
