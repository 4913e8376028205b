"""What stands in for the overview: its outline while loading, an invitation while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.text import label
from desktop.gui.tokens import CARD_RADIUS, GAP, LIGHT, MARGIN, PAD, Colours

_CARDS = (140, 100, 100, 100)


class Outline(QWidget):
    """The page's cards without their content: shown at first paint, before any figure is read."""

    def __init__(self) -> None:
        super().__init__()
        self._colours = LIGHT

    def dress(self, colours: Colours) -> None:
        """Wear the colours of a theme."""
        self._colours = colours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cards and a grey bar for each title."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(MARGIN, 0, -MARGIN, -MARGIN + 4)
        for card in _outline(room):
            painter.setPen(QColor(self._colours.border))
            painter.setBrush(QColor(self._colours.card))
            painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.track))
            title = QRectF(card.left() + PAD, card.top() + PAD, min(card.width() * 0.4, 130), 10)
            painter.drawRoundedRect(title, 4, 4)


def _outline(room: QRectF) -> list[QRectF]:
    cards: list[QRectF] = []
    left = room.left()
    width = room.width() - GAP * (len(_CARDS) - 1)
    for parts in _CARDS:
        part = width * parts / sum(_CARDS)
        cards.append(QRectF(left, room.top(), part, 132))
        left += part + GAP
    top, height = room.top() + 132 + GAP, room.height() - 132 - GAP
    split = (room.width() - GAP) * 0.69
    for start, share in ((0.0, 0.5), (0.5, 0.21), (0.71, 0.29)):
        y = top + start * height
        cards.append(QRectF(room.left(), y, split, height * share - (GAP if start < 0.7 else 0)))
    cards.append(QRectF(room.left() + split + GAP, top, room.width() - split - GAP, height))
    return cards


class Invitation(QWidget):
    """An empty archive: drop a return here, choose one, or look at the example."""

    import_asked = Signal()
    example_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self._title, self._text = label("empty-title"), label("empty-text")
        self._hint = label("small")
        self._choose = button("primary", self.import_asked.emit)
        self._example = button("", self.example_asked.emit)
        sheet = QFrame()
        sheet.setProperty("look", "drop")
        sheet.setMaximumSize(640, 400)
        sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(48, 32, 48, 32)
        inner.setSpacing(14)
        inner.addStretch(1)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inner.addWidget(part)
        for words in (self._text, self._hint):
            words.setWordWrap(True)
        inner.addSpacing(6)
        inner.addLayout(row(1, self._choose, self._example, 1, gap=10))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self._hint)
        inner.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        outer.addLayout(column(1, row(1, sheet, 1), 1))

    def dress(self, lang: Language, colours: Colours, *, example: bool) -> None:
        """Speak a language, wear a theme; offer the example where there is one."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap("drop", colours.primary, 56, ratio))
        self._title.setText(lang._("Drop your first return here"))
        self._text.setText(
            lang._(
                "A monthly workbook of the statistics office or of customs, just as you received "
                "it. You will see what was recognised before anything is stored."
            )
        )
        self._choose.setText(lang._("Import returns…"))
        self._example.setText(lang._("Open the example"))
        self._example.setVisible(example)
        self._hint.setText(
            lang._("Workbooks: .xlsx, .xls, .ods; tables saved as .csv, .xml, .html")
        )
