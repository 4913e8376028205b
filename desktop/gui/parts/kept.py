"""What a thing painted, kept as a picture: the same again is copied, not drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMarginsF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

Draw = Callable[[QPainter], None]
_DOT = QRect(0, 0, 1, 1)


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
    """A picture of one ink on nothing: copied over a ground it is what the ink itself would be.

    It is made when the same is painted at the same place a second time: what changes each time
    is drawn as ever.
    """

    def __init__(self, around: float) -> None:
        """Keep nothing yet; what is drawn reaches so many pixels beyond its box."""
        self._around = QMarginsF(around, around, around, around)
        self._of: tuple[Any, ...] = ()
        self._picture: QPixmap | None = None
        self._place = QRect()

    def forget(self) -> None:
        """Something else is to be drawn."""
        self._of, self._picture = (), None

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
            self._of, self._picture = of, None
            draw(painter)
            return
        if self._picture is None:
            self._picture = self._drawn(painter, box(), draw, dots)
        painter.setWorldMatrixEnabled(False)
        painter.drawPixmap(self._place.topLeft(), self._picture)
        painter.setWorldMatrixEnabled(True)

    def _drawn(self, over: QPainter, box: QRectF, draw: Draw, dots: int) -> QPixmap:
        reach = (over.worldTransform().mapRect(box) + self._around).toAlignedRect()
        seen = over.device()
        assert isinstance(seen, QWidget)  # as `dots_of` saw
        self._place = place = reach & seen.rect() if reach.intersects(seen.rect()) else _DOT
        made = blank(place.width(), place.height(), dots)
        painter = QPainter(made)
        painter.setRenderHints(over.renderHints())
        aside = QTransform.fromTranslate(-place.x(), -place.y())
        painter.setWorldTransform(over.worldTransform() * aside)
        draw(painter)
        painter.end()
        return made
