"""A dialog that scrolls where the screen is too small for it, as it is in large text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

_FRAME = QSize(24, 64)
"""What a window manager's frame and panels take of the screen."""


class Dialog(QDialog):
    """Never larger than the screen that it stands on."""

    def showEvent(self, event: QShowEvent) -> None:
        """Fit into the screen before being seen, or into the window, which is no larger."""
        parent = self.parentWidget()
        window = parent.window().size() if parent else QSize()
        self.fit_into(self.screen().availableSize().expandedTo(window) - _FRAME)
        super().showEvent(event)

    def fit_into(self, room: QSize) -> None:
        """Take no more room than there is; what is larger scrolls."""
        least = self.minimumSizeHint().expandedTo(self.minimumSize())
        if least.width() > room.width() or least.height() > room.height():
            self._scroll()
            self.setMinimumSize(QSize(0, 0))
        self.resize(self.size().boundedTo(room))

    def _scroll(self) -> None:
        content, layout = QWidget(), self.layout()
        if layout is None or self.findChild(QScrollArea, _NAME):
            return
        content.setMinimumSize(self.minimumSize())
        content.setLayout(layout)
        area = QScrollArea()
        area.setObjectName(_NAME)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        for through in (area.viewport(), content):
            through.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


_NAME = "whole-dialog"
