"""A card: the white sheet that everything on a page lies on, with its title and an aside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.parts.kept import Kept
from desktop.gui.parts.text import Elided
from desktop.gui.tokens import PAD, SNUG

BESIDE_A_TITLE = (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
"""What stands beside a title takes the room that the title leaves, and gives way first."""

_BY_QT = Qt.WidgetAttribute.WA_StyledBackground


class Card(QFrame):
    """A titled sheet. Add its content to `body`, small controls of its own to `head`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty title."""
        super().__init__(parent)
        self.setProperty("look", "card")
        self._backing = Kept(0.0)
        self.title = Elided("heading")
        self.aside = Elided("muted")
        self.aside.setSizePolicy(*BESIDE_A_TITLE)
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(SNUG)
        self.head.addWidget(self.title)
        self.head.addWidget(self.aside, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PAD, 14, PAD, 14)
        self.body.setSpacing(SNUG)
        self.body.addLayout(self.head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the sheet: Qt drew what the style sheet says of it, and from then on it is copied."""
        if self.testAttribute(_BY_QT):  # it is dressed anew
            self.setAttribute(_BY_QT, False)
            self._backing.forget()
            return
        state = self.size(), self.hasFocus(), self.isEnabled()
        self._backing.paint(QPainter(self), lambda: QRectF(self.rect()), self._lay, *state)

    def _lay(self, painter: QPainter) -> None:
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)

    def entitle(self, title: str, aside: str = "") -> None:
        """Set the title and the quiet words at the right; both are its accessible name."""
        self.title.setText(title)
        self.aside.setText(aside)
        self.setAccessibleName(title)
        self.setAccessibleDescription(aside)
