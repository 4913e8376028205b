"""Labels: plain ones by their look, ones that elide, and runs of text in several tones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.gui.tokens import Colours, Tone


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one tone; `said` is what is read out where a sign stands for words."""

    text: str
    tone: Tone = Tone.SECONDARY
    bold: bool = False
    said: str = ""


Line = tuple[Span, ...]
"""Spans that stand on one line (and wrap together)."""


def plain(line: Iterable[Span]) -> str:
    """Give the text of a line without its tones."""
    return "".join(span.text for span in line)


def spoken(line: Iterable[Span]) -> str:
    """Give a line as it is read out: words for signs, a comma for a dot between two facts."""
    return "".join(span.said or span.text for span in line).replace(" · ", ", ")


def rich(line: Iterable[Span], colours: Colours) -> str:
    """Write a line as rich text in the colours of a theme."""
    return "".join(
        f'<span style="color:{colours.of(span.tone)}'
        f'{";font-weight:600" if span.bold else ""}">{escape(span.text)}</span>'
        for span in line
    )


def label(look: str, text: str = "", parent: QWidget | None = None) -> QLabel:
    """Make a label of one look of the style sheet. It shows text as it is, never as HTML."""
    made = QLabel(text, parent)
    made.setProperty("look", look)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class Elided(QLabel):
    """A label of one line that ends in "…" where it is too narrow, and tells the whole as a tip.

    It says something `brief` instead where that is set; with `or_nothing` nothing rather than
    less than half.
    """

    def __init__(
        self, look: str, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        """Take a look of the style sheet, the text and the end to cut."""
        super().__init__(text)
        self._mode = mode
        self.brief, self.or_nothing = "", False
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for the whole text's width."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        if self.brief and shown != self.text():
            shown = self.fontMetrics().elidedText(self.brief, self._mode, self.width())
        if self.or_nothing and 2 * len(shown) < len(self.text()):
            shown = ""
        tip = self.text() if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)


class Filling(QLabel):
    """Words that take the room they are given: a long text in a narrow place asks for no more."""

    def __init__(self, look: str) -> None:
        """Take a look of the style sheet; the words stand at the top."""
        super().__init__()
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:
        """Ask for no height."""
        return False

    def heightForWidth(self, _width: int) -> int:
        """Ask for no height."""
        return 0

    def give_lines(self, lines: int) -> None:
        """Keep room for so many lines at least."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
