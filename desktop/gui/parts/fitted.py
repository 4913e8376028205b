"""Words cut to a width: the same words are measured once, however often they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.gui.fonts import font
from desktop.gui.tokens import BODY_SIZE

_MOST = 4096


@lru_cache(maxsize=_MOST)
def fitted(
    text: str, width: int, size: int = BODY_SIZE, weight: QFont.Weight = QFont.Weight.Normal
) -> str:
    """Give words that end in "…" where they are wider than so many pixels, in a font of ours."""
    return QFontMetrics(font(size, weight)).elidedText(text, Qt.TextElideMode.ElideRight, width)
