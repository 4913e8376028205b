"""The pages of a report as they will be printed, laid out block by block, drawn when seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QTextDocument, QTextFormat
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.figures.wording import language
from desktop.gui import fonts
from desktop.gui.printing.pictures import Pictures
from desktop.gui.tokens import LIGHT

if TYPE_CHECKING:
    from desktop.figures.paper import Paper

WIDTH, HEIGHT = 794, 1123
"""A4 in dots, 96 an inch."""
MARGIN, FOOT = 64, 30
_DOTS_A_METRE = 3780
_GAPS, _GAP = {"<h2": 14.0, "<h3": 10.0}, 5.0
Block = tuple[float, QTextDocument]


class Leaf(QWidget):
    """One page; it is drawn once it is seen, and again where its width has changed."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Take the page's blocks with their places from its top."""
        super().__init__()
        self._blocks = list(blocks)
        self._drawn = QPixmap()
        self.foot = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, width: int) -> None:
        """Take a width; the height follows."""
        self.setFixedSize(QSize(width, round(width * HEIGHT / WIDTH)))

    @property
    def text(self) -> str:
        """What the page says, for who cannot see it."""
        return "\n".join(document.toPlainText() for _, document in self._blocks)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the drawing; make it where there is none of this size."""
        ratio = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * ratio:
            self._draw(ratio)
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _draw(self, ratio: float) -> None:
        self._drawn = QPixmap(self.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(QColor("#ffffff"))  # paper is white in the dark as well
        painter = QPainter(self._drawn)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(self.width() / WIDTH, self.width() / WIDTH)
        for top, document in self._blocks:
            painter.save()
            painter.translate(QPointF(MARGIN, MARGIN + top))
            document.drawContents(painter)
            painter.restore()
        painter.setPen(QColor(LIGHT.muted))
        painter.setFont(fonts.font(11))
        foot = QRectF(MARGIN, HEIGHT - MARGIN - FOOT, WIDTH - 2 * MARGIN, FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.foot)
        painter.end()


class Layouter(QObject):
    """Lays a paper out on leaves, a block at a turn of the event loop, so that nobody waits."""

    def __init__(self, paper: Paper, done: Callable[[list[Leaf]], None], parent: QObject) -> None:
        """Begin; `done` is given the leaves, unless `parent` is no more."""
        super().__init__(parent)
        self._paper, self._done = paper, done
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        self._device.setDotsPerMeterX(_DOTS_A_METRE)
        self._device.setDotsPerMeterY(_DOTS_A_METRE)
        self._waiting = list(paper.blocks)
        self._pages: list[list[Block]] = [[]]
        self._top = 0.0
        self._stopped = False
        QTimer.singleShot(0, self, self._next)

    def stop(self) -> None:
        """Lay out no more: there is another paper."""
        self._stopped = True
        self.deleteLater()

    def _next(self) -> None:
        if self._stopped:
            return
        if self._waiting:
            self._take(self._waiting.pop(0))
            QTimer.singleShot(0, self, self._next)
            return
        leaves = [Leaf(blocks) for blocks in self._pages]
        say = language(self._paper.language)._
        for number, leaf in enumerate(leaves, 1):
            leaf.foot = say("Page {page} of {pages}", page=number, pages=len(leaves))
        self._done(leaves)
        self.deleteLater()

    def _take(self, block: str) -> None:
        """Place a block beneath the last, or on a leaf of its own."""
        document = self._document(block)
        high = document.size().height()
        page = self._pages[-1]
        gap = next((g for tag, g in _GAPS.items() if block.startswith(tag)), _GAP) if page else 0.0
        if page and self._top + gap + high > HEIGHT - 2 * MARGIN - FOOT:
            self._pages.append(page := [])
            self._top = gap = 0.0
        page.append((self._top + gap, document))
        self._top += gap + high

    def _document(self, block: str) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        layout = document.documentLayout()
        layout.setPaintDevice(self._device)
        layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, Pictures(document))
        document.setHtml(f"<html><head>{self._paper.head}</head><body>{block}</body></html>")
        document.setTextWidth(WIDTH - 2 * MARGIN)
        return document
