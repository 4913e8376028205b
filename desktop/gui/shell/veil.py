"""The veil over the window while files are dragged across it: it says what a drop will do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.gui.icons import pixmap
from desktop.gui.parts.text import label
from desktop.gui.session import Session


class Veil(QFrame):
    """Covers the window; hidden until files come."""

    def __init__(self, over: QWidget) -> None:
        """Belong to the area that it covers."""
        super().__init__(over)
        self._over = over
        self.setProperty("look", "veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = QLabel()
        self._title, self._text = label("empty-title"), label("empty-text")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for part in (self._icon, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.hide()

    def rise(self, session: Session, files: int) -> None:
        """Cover the window and say how many files would be reviewed."""
        lang, colours = session.language, session.theme.colours
        self._icon.setPixmap(pixmap("drop", colours.primary, 56, self.devicePixelRatioF()))
        self._title.setText(
            lang.plural("Drop to review {count} file", "Drop to review {count} files", files)
        )
        self._text.setText(lang._("Nothing is written before you say so."))
        self.setGeometry(self._over.rect().adjusted(8, 8, -8, -8))
        self.show()
        self.raise_()


def dropped_files(data: QMimeData) -> list[Path]:
    """Give the local files and folders of a drag."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
