"""Pens whose width is pixels, whatever the scale of a plot, on fine screens and on paper alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPen

_MOST = 256
_DOTS: ContextVar[float | None] = ContextVar("dots a pixel", default=None)


@contextmanager
def drawn_for(dots: float) -> Iterator[None]:
    """Make pens for a picture with so many dots a pixel: Qt takes a cosmetic width as dots."""
    before = _DOTS.set(dots)
    try:
        yield
    finally:
        _DOTS.reset(before)


def cosmetic(colour: str, width: float = 1, dash: tuple[float, ...] = ()) -> QPen:
    """Give a pen whose width is pixels, whatever the scale."""
    return _pen(colour, width * _dots(), dash)


@lru_cache(maxsize=_MOST)
def _pen(colour: str, width: float, dash: tuple[float, ...]) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    if dash:
        pen.setDashPattern(list(dash))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _dots() -> float:
    """The dots of a pixel: those of the picture, or of the finest screen."""
    told, app = _DOTS.get(), QGuiApplication.instance()
    if told is not None:
        return told
    return float(app.devicePixelRatio()) if isinstance(app, QGuiApplication) else 1.0
