"""The headings over the numbers of contributions: the unit is said once, not on every line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.fitted import fitted
from desktop.gui.parts.tips import wrapped
from desktop.gui.parts.written import write
from desktop.gui.structure.words import NOTED_MEANS
from desktop.gui.tokens import LIGHT, TINY_SIZE, Colours

VALUE, GROWTH, POINTS = 50, 66, 46
"""Widths of the columns, in pixels from the left to the right edge."""
HEAD = 18


def paint_heads(painter: QPainter, lang: Language, colours: Colours, box: QRect) -> None:
    """Name the numbers, each over its column; the unit is said once."""
    painter.setPen(QColor(colours.muted))
    right = box.right() - 4
    for words, width in zip(reversed(_heads(lang)), (POINTS, GROWTH, VALUE), strict=True):
        room = QRect(right - width, box.top(), width, box.height())
        write(painter, room, fitted(words, width, TINY_SIZE), 1.0, TINY_SIZE)
        right -= width


def _heads(lang: Language) -> tuple[str, str, str]:
    return lang._("bn"), lang._("change"), lang._("points")


class ContributionHead(QWidget):
    """The headings of a list's numbers, which stand at its right."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        """Stand over a list that ends where this does."""
        super().__init__()
        self._view = view
        self._lang: Language | None = None
        self._colours = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_heads(self, lang: Language, colours: Colours) -> None:
        """Show them in another language or theme."""
        if (lang, colours) != (self._lang, self._colours):
            self._lang, self._colours = lang, colours
            words = " · ".join(_heads(lang))  # a longer word may end in "…"
            self.setToolTip(wrapped(f"{words}\n{lang._(NOTED_MEANS)}"))
            self.update()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        return QSize(VALUE + GROWTH + POINTS, HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write them over the columns, wherever a bar of scrolling puts those."""
        if self._lang is not None:
            beside = self._view.width() - self._view.viewport().geometry().right() - 1
            box = self.rect().adjusted(0, 0, -beside, -1)
            paint_heads(QPainter(self), self._lang, self._colours, box)
