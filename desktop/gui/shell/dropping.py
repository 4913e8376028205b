"""A window that files can be dropped on: it rises a veil while they are over it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.gui.session import Session
from desktop.gui.shell.veil import Veil, accept_copy, dropped_files


class DropWindow(QMainWindow):
    """Says which files were dropped, once it knows over what to lay the veil."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def welcome_files(self, over: QWidget) -> None:
        """Let files be dropped; the veil covers `over`."""
        self.veil = Veil(over)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        files = dropped_files(event.mimeData())
        if files:
            accept_copy(event)
            self.veil.rise(self.session, files)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Lift the veil."""
        self.veil.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped."""
        self.veil.hide()
        accept_copy(event)
        self.dropped.emit(dropped_files(event.mimeData()))
