"""Colours of a theme as Qt has them: each is read from its ``#rrggbb`` once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

_MOST = 512


@lru_cache(maxsize=_MOST)
def ink(colour: str, part: float = 1.0) -> QColor:
    """Give a colour, or so much of it; it is shared, and never changed."""
    made = QColor(colour)
    if part < 1.0:
        made.setAlphaF(part)
    return made
