"""The place on the page of returns where files can be dropped, and which asks for files."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.gui.icons import pixmap
from desktop.gui.parts.layouts import column
from desktop.gui.parts.text import Elided
from desktop.gui.session import Session
from desktop.gui.tokens import PAD


class DropArea(QFrame):
    """Says where files can be dropped; a press opens the file dialog."""

    accessible_role = QAccessible.Role.Button

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = QLabel()
        self._title, self._text = Elided("strong"), Elided("muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, 9, PAD, 9)
        layout.setSpacing(PAD)
        layout.addWidget(self._icon)
        layout.addLayout(column(self._title, self._text, gap=1), 1)

    def dress(self, session: Session) -> None:
        """Speak the window's language, wear its theme."""
        lang, colours = session.language, session.theme.colours
        self._icon.setPixmap(pixmap("drop", colours.primary, 28, self.devicePixelRatioF()))
        self._title.setText(lang._("Drop returns here, one or many"))
        self._text.setText(lang._("You review every file before anything is written."))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._text.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for files."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for files by keyboard too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.asked.emit()
        else:
            super().keyPressEvent(event)
