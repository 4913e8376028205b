"""A card: the white sheet that everything on a page lies on, with its title and an aside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.parts.text import Elided
from desktop.gui.tokens import PAD, SNUG

BESIDE_A_TITLE = (QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
"""What stands beside a title takes the room that the title leaves, and gives way first."""


class Card(QFrame):
    """A titled sheet. Add its content to `body`, small controls of its own to `head`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty title."""
        super().__init__(parent)
        self.setProperty("look", "card")
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

    def entitle(self, title: str, aside: str = "") -> None:
        """Set the title and the quiet words at the right; both are its accessible name."""
        self.title.setText(title)
        self.aside.setText(aside)
        self.setAccessibleName(title)
        self.setAccessibleDescription(aside)
