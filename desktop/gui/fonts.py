"""The bundled typeface: Inter, with Vietnamese letters and digits of one width."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from desktop.figures.places import resource
from desktop.gui.tokens import BODY_SIZE, FONT_FAMILY

_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_TABULAR = QFont.Tag("tnum")
_ZEROS = str.maketrans("123456789", "000000000")


def install() -> None:
    """Load the bundled files and make Inter the application's font."""
    load()
    QApplication.setFont(font())


@cache
def load() -> None:
    """Load the bundled files."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))


def printed(points: float) -> QFont:
    """Give Inter for paper, in its plain letters alone: a PDF names no others, and loses them."""
    made = QFont(FONT_FAMILY)
    made.setPointSizeF(points)
    for other in ("tnum", "calt"):
        made.setFeature(QFont.Tag(other), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def font(size: int = BODY_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give Inter in a pixel size and weight. Digits stand under digits (OpenType ``tnum``)."""
    made = QFont(FONT_FAMILY)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setFeature(_TABULAR, 1)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


def pixels(of: QFont) -> int:
    """Give a font's size in pixels; one that we did not set, a system's own, is set in points."""
    size = of.pixelSize()
    return size if size > 0 else QFontInfo(of).pixelSize()


def of_one_width(text: str) -> str:
    """Give words that take the same room: all digits are as wide as a nought, beside anything."""
    return text.translate(_ZEROS)
