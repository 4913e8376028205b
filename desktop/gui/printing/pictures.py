"""Paints the drawings of a report as lines and letters: a page stays sharp and searchable."""

from __future__ import annotations

import base64

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat
from PySide6.QtSvg import QSvgRenderer

from desktop.gui import fonts
from desktop.gui.tokens import FONT_FAMILY

_LETTERS = b'font-family="Inter, Arial, sans-serif"'
"""As a drawing names them; Qt knows one name, and not a list of them."""
_DRAWN = "data:image/svg+xml;base64,"


class Pictures(QPyTextObject):
    """Draws the images of a text document that hold a drawing of their own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._renderers: dict[str, QSvgRenderer] = {}

    def intrinsicSize(  # noqa: N802 - Qt's name
        self, doc: QTextDocument, pos: int, form: QTextFormat
    ) -> QSizeF:
        """Say how large an image is, in pixels of the page."""
        del doc, pos
        image = form.toImageFormat()
        return QSizeF(image.width(), image.height())

    def drawObject(  # noqa: N802 - Qt's name, and Qt's arguments
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        form: QTextFormat,
    ) -> None:
        """Draw an image."""
        del doc, pos
        painter.setFont(fonts.printed(8))  # a drawing's letters are made of the painter's
        self._renderer(form.toImageFormat().name()).render(painter, QRectF(rect))

    def _renderer(self, name: str) -> QSvgRenderer:
        if name not in self._renderers:
            content = base64.b64decode(name.removeprefix(_DRAWN))
            content = content.replace(_LETTERS, f'font-family="{FONT_FAMILY}"'.encode())
            self._renderers[name] = QSvgRenderer(content, self)
        return self._renderers[name]
