"""What stands where there is nothing to show: why that is so, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import button
from desktop.gui.parts.text import label
from desktop.gui.tokens import MARGIN, SNUG, Colours

_WIDEST = 520
_PICTURE = 44
Way = tuple[str, Callable[[], object]]


class EmptyState(QWidget):
    """A picture, a title, a sentence, and ways on; the first way is the one to take."""

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self._picture = QLabel()
        self.title, self.text = label("empty-title"), label("empty-text")
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(_WIDEST)
        self.ways: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(SNUG)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(12)
        layout.addStretch(2)
        for part in (self._picture, self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._picture)
        layout.addWidget(self.title)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.text, 4)
        centred.addStretch(1)
        layout.addLayout(centred)
        layout.addLayout(self._row)
        layout.addStretch(3)

    def tell(
        self, picture: str, title: str, text: str, ways: Sequence[Way], colours: Colours
    ) -> None:
        """Say another thing."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(pixmap(picture, colours.muted, _PICTURE, ratio))
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(f"{title}. {text}")
        while self._row.count():
            self._row.takeAt(0)
        for made in self.ways:
            made.deleteLater()
        self.ways = []
        self._row.addStretch(1)
        for words, does in ways:
            made = button("" if self.ways else "primary", does)
            made.setText(words)
            self.ways.append(made)
            self._row.addWidget(made)
        self._row.addStretch(1)


def window_action(page: QWidget, name: str) -> Callable[[], None]:
    """Give what triggers an action of the window that a page lies in, by the action's name."""

    def trigger() -> None:
        found: list[QAction] = [a for a in page.window().actions() if a.objectName() == name]
        for action in found:
            action.trigger()

    return trigger
