"""The line beneath a page: whether the sectors add up, where the headline was read, a quiet word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.gui.parts.text import Elided, label
from desktop.gui.tokens import FOOTER_HEIGHT, MARGIN


class Footer(QFrame):
    """Three texts; the middle one gives way."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        self.setFixedHeight(FOOTER_HEIGHT)
        self.check = label("small")
        self.source = Elided("small", mode=Qt.TextElideMode.ElideMiddle)
        self.aside = label("small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.setSpacing(22)
        layout.addWidget(self.check)
        layout.addWidget(self.source, 1)
        layout.addWidget(self.aside)

    def tell(self, check: str = "", source: str = "", aside: str = "") -> None:
        """Say something else."""
        self.check.setText(check)
        self.check.setVisible(bool(check))
        self.source.setText(source)
        self.source.setAccessibleName(source)
        self.aside.setText(aside)
