"""One warning as a line to be pressed: its gravity, its headline, the rest of the sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy

from desktop.analysis.warnings.results import EarlyWarning, Gravity
from desktop.analysis.warnings.words import GRAVITIES, told
from desktop.figures.wording import Language
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import by_enter
from desktop.gui.parts.runs import Runs, runs
from desktop.gui.parts.text import Span
from desktop.gui.tokens import SNUG, Colours, Tone

SIGNS = {
    Gravity.ALARM: (Tone.BAD, "error"),
    Gravity.WATCH: (Tone.WARN, "warning"),
    Gravity.NOTICE: (Tone.PRIMARY, "note"),
}
"""A tone and an icon each: the gravity is never told by colour alone."""
_ICON = 14
_EDGE = 6.0


class WarningRow(QAbstractButton):
    """Pressed by mouse, Space or Enter. Its accessible name is the whole sentence."""

    def __init__(self, warning: EarlyWarning, lang: Language, colours: Colours) -> None:
        """Say a warning in a language."""
        super().__init__()
        self.warning = warning
        self._colours = colours
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        tone, picture = SIGNS[warning.gravity]
        sign, self._text = QLabel(), Runs(wrapped=True)  # a rich label is painted twice
        sign.setPixmap(pixmap(picture, colours.of(tone), _ICON, self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        sign.setContentsMargins(0, 2, 0, 0)
        said = told(warning, lang)
        spans = [Span(said.headline, Tone.PLAIN, bold=True)]
        if said.rest:
            spans.append(Span(f" — {said.rest}", Tone.SECONDARY))
        self._text.show_runs(runs(spans, colours))
        for inner in (sign, self._text):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 5, 4, 5)
        layout.setSpacing(SNUG)
        layout.addWidget(sign)
        layout.addWidget(self._text, 1)
        self.setAccessibleName(f"{lang._(GRAVITIES[warning.gravity])}: {said}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not by_enter(self, event):
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Take as many lines as the text needs."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 0

    def sizeHint(self) -> QSize:
        """Ask for the lines at the width there is."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground while the mouse is over it, and the frame of the focus."""
        colours = self._colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(QRectF(self.rect()), _EDGE, _EDGE)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.primary), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _EDGE, _EDGE)
