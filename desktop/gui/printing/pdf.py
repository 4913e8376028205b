"""Paints a report into a PDF: searchable text, embedded letters, drawings as lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QPointF, QRectF, Qt, QUuid
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextFormat,
)

from desktop.figures.wording import language
from desktop.gui import fonts
from desktop.gui.printing.pictures import Pictures
from desktop.gui.printing.spaces import with_blanks
from desktop.gui.screen import application
from desktop.gui.tokens import LIGHT

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.figures.paper import Paper

_DOTS = 96
"""Dots an inch: the preview's own pixels. Letters and lines have no dots in a PDF."""
_MARGIN = 17.0
"""Millimetres; a chart of the preview then fills the line."""
_FOOT = 30
_GAPS, _GAP = {"<h2": 14.0, "<h3": 10.0}, 5.0
_SPACE = QUuid("{6f2c3d0e-6f5b-4b41-9b0e-2c3a1d5e7f90}")
_TOLD = re.compile(rb"(?<=\(D:)\d{14}")
_TOLD_AGAIN = re.compile(rb'(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')


def paint(paper: Paper) -> bytes:
    """Paint blocks on A4 pages, each with its number; the same blocks give the same bytes."""
    application()
    fonts.load()
    # The order in which letters are embedded is that of a table with a random seed.
    QHashSeed.setDeterministicGlobalSeed()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(_a4())
    writer.setTitle(paper.title)
    writer.setCreator(f"Export Target Tracker; {paper.stamp}")
    writer.setDocumentId(QUuid.createUuidV5(_SPACE, paper.stamp.encode()))
    painter = QPainter(writer)
    try:
        _pages(_placed(paper, writer), writer, painter, paper.language)
    finally:
        painter.end()
    return with_blanks(_dated(bytes(buffer.data().data()), paper.made_at))


def _a4() -> QPageLayout:
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
        QPageLayout.Unit.Millimeter,
    )  # fmt: skip


def _placed(paper: Paper, writer: QPdfWriter) -> list[list[tuple[float, QTextDocument]]]:
    """Give the blocks of each page, with their places from its top; none is cut in two."""
    pages: list[list[tuple[float, QTextDocument]]] = [[]]
    top, room = 0.0, float(writer.height() - _FOOT)
    for block in paper.blocks:
        document = _document(paper.head, block, writer)
        high, gap = document.size().height(), _gap(block) if pages[-1] else 0.0
        if pages[-1] and top + gap + high > room:
            pages.append([])
            top = gap = 0.0
        pages[-1].append((top + gap, document))
        top += gap + high
    return pages


def _gap(block: str) -> float:
    """Give the space above a block that does not begin a page: more above a heading."""
    return next((gap for tag, gap in _GAPS.items() if block.startswith(tag)), _GAP)


def _document(head: str, block: str, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(fonts.printed(10))
    layout = document.documentLayout()
    layout.setPaintDevice(writer)
    layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, Pictures(document))
    document.setHtml(f"<html><head>{head}</head><body>{block}</body></html>")
    document.setTextWidth(writer.width())
    return document


def _pages(
    pages: list[list[tuple[float, QTextDocument]]],
    writer: QPdfWriter,
    painter: QPainter,
    spoken: str,
) -> None:
    """Paint page by page, each with its number beneath."""
    for number, blocks in enumerate(pages, 1):
        if number > 1:
            writer.newPage()
        for top, document in blocks:
            painter.save()
            painter.translate(QPointF(0, top))
            document.drawContents(painter)
            painter.restore()
        painter.setPen(LIGHT.muted)
        painter.setFont(fonts.printed(8.5))
        foot = QRectF(0, writer.height() - _FOOT, writer.width(), _FOOT)
        text = language(spoken)._("Page {page} of {pages}", page=number, pages=len(pages))
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)


def _dated(content: bytes, made_at: datetime) -> bytes:
    """Put the moment of making where Qt writes the hour of painting, letter for letter."""
    told = _TOLD.sub(f"{made_at:%Y%m%d%H%M%S}".encode(), content)
    return _TOLD_AGAIN.sub(f"{made_at:%Y-%m-%dT%H:%M:%S}".encode(), told)
