"""The bundled icons: small SVG drawings, tinted with a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.figures.places import resource

_RATIOS = (1, 2, 3)
_INK = "currentColor"


@cache
def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Give an icon in a colour, sharp on screens of one to three pixels a point."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
    return made


@cache
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1) -> QPixmap:
    """Draw an icon in a colour at a pixel ratio."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _drawing(name, colour).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    ink = resource("icons", f"{name}.svg").read_text("utf-8").replace(_INK, colour)
    return QSvgRenderer(QByteArray(ink.encode()))
