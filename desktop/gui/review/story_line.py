"""The lines beneath the sheet: the chosen cell's story, and answers where it raises a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.fonts import font
from desktop.gui.parts.buttons import button
from desktop.gui.parts.filling import Filling
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.text import Line, plain, rich
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.asking import Offer
from desktop.gui.tokens import SMALL_SIZE, SNUG, Colours

_LINES = 3
_MOST_ANSWERS = 3


class StoryLine(QWidget):
    """A few lines of text, always as high; what does not fit is in the tip."""

    answered = Signal(str)

    def __init__(self) -> None:
        """Start with nothing to tell."""
        super().__init__()
        self.lines = _LINES
        self.words = Filling("story")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.answers = [button("link") for _ in range(_MOST_ANSWERS)]
        self._values = [""] * _MOST_ANSWERS
        for number, made in enumerate(self.answers):
            made.clicked.connect(lambda _=False, n=number: self.answered.emit(self._values[n]))
            made.hide()
        laid = column(self.words, row(*self.answers, 1, gap=SNUG), gap=2)
        laid.setStretch(0, 1)
        self.setLayout(laid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, line: Line, colours: Colours, offers: Sequence[Offer] = ()) -> None:
        """Tell another story, with the answers to what it asks."""
        self.words.ground = colours.card
        self.words.setText(rich(line, colours))
        self.words.setToolTip(wrapped(plain(line)))
        self.words.setAccessibleName(plain(line))
        for number, made in enumerate(self.answers):
            made.setVisible(number < len(offers))
            if number < len(offers):
                self._values[number] = offers[number].value
                made.setText(offers[number].words)
        self.updateGeometry()

    def give_lines(self, lines: int) -> None:
        """Be so many lines high."""
        if lines != self.lines:
            self.lines = lines
            self.updateGeometry()

    def text(self) -> str:
        """Give what is told, as plain words."""
        return self.words.accessibleName()

    def sizeHint(self) -> QSize:
        """So high that no line is cut through."""
        beneath = max((a.sizeHint().height() + 2 for a in self._offered()), default=0)
        return QSize(200, QFontMetrics(font(SMALL_SIZE)).lineSpacing() * self.lines + beneath)

    def _offered(self) -> list[QWidget]:
        return [made for made in self.answers if not made.isHidden()]
