"""Labels: plain ones by their look, ones that elide, and runs of text in several tones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.gui.fonts import of_one_width, pixels
from desktop.gui.parts.fitted import fitted
from desktop.gui.parts.tips import wrapped
from desktop.gui.parts.written import write_at
from desktop.gui.tokens import Colours, Tone


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one tone; `said` is what is read out where a sign stands for words."""

    text: str
    tone: Tone = Tone.SECONDARY
    bold: bool = False
    said: str = ""


_MOST_HINTS = 8
_MIDDLE, _CENTRE, _RIGHT = (  # numbers: to ask an enumeration takes longer than to write a word
    Qt.AlignmentFlag.AlignVCenter.value,
    Qt.AlignmentFlag.AlignHCenter.value,
    Qt.AlignmentFlag.AlignRight.value,
)
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


class OneLine(QLabel):
    """A label of one line, measured once for all digits that may stand in it, and for a paint."""

    def __init__(self, look: str, text: str = "") -> None:
        """Take a look of the style sheet that is a font and a colour, and the text."""
        super().__init__(text)
        self._hints: dict[str, QSize] = {}
        self._worn: tuple[QColor, int, int, QFont.Weight] | None = None
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """Ask for the whole text's room."""
        shape = of_one_width(self.text())
        if shape not in self._hints:
            if len(self._hints) > _MOST_HINTS:
                self._hints.clear()
            self._hints[shape] = self._measured(super().sizeHint(), shape)
        return self._hints[shape]

    def _measured(self, hint: QSize, _text: str) -> QSize:
        return hint

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """In another font or look the same words take other room, or have another ink."""
        super().changeEvent(event)
        self._hints.clear()
        self._worn = None

    def setAlignment(self, at: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Stand elsewhere."""
        super().setAlignment(at)
        self._worn = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        self._draw(self.text())

    def _draw(self, shown: str) -> None:
        if self._worn is None:
            ink, face = self.palette().color(self.foregroundRole()), self.font()
            self._worn = (ink, self.alignment().value, pixels(face), face.weight())
            # Of a sheet it wears a font and a colour: to look for a ground of its own takes longer.
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        painter = QPainter(self)
        ink, at, size, weight = self._worn
        painter.setPen(ink)
        if not at & _MIDDLE:
            painter.drawText(self.rect(), at, shown)
            return
        across = 0.5 if at & _CENTRE else float(bool(at & _RIGHT))
        box = (0.0, 0.0, self.width(), self.height())
        write_at(painter, box, shown, across, size, weight)


class Elided(OneLine):
    """A label of one line that ends in "…" where it is too narrow, and tells the whole as a tip.

    It says something `brief` instead where that is set; with `or_nothing` all of it or nothing.
    """

    def __init__(
        self, look: str, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        """Take a look of the style sheet, the text and the end to cut."""
        super().__init__(look, text)
        self._mode = mode
        self.brief, self.or_nothing = "", False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(24, self.sizeHint().height())

    def _measured(self, hint: QSize, text: str) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(text) + 2, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        shown = self._cut(self.text())
        if self.brief and shown != self.text():
            shown = self._cut(self.brief)
        if self.or_nothing and shown not in {self.text(), self.brief}:
            shown = ""
        tip = wrapped(self.text()) if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        self._draw(shown)

    def _cut(self, text: str) -> str:
        if self.width() >= self.sizeHint().width() and text == self.text():
            return text
        if self._mode is Qt.TextElideMode.ElideRight and self._worn is not None:
            return fitted(text, self.width(), *self._worn[2:])
        return self.fontMetrics().elidedText(text, self._mode, self.width())
