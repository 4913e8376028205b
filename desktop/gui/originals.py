"""Kept originals in the window: shown by the system's own program, or saved as a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.gui import dialogs
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.figures.received import StoredReturn


class Originals(QObject):
    """Hands originals out; the archive's own are never touched."""

    said = Signal(object)  # Message

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Take the window that file dialogs belong to."""
        super().__init__(parent)
        self._session = session
        self._parent = parent

    def open(self, held: StoredReturn) -> None:
        """Let the system show a read-only copy of what came in."""
        title = self._session.language._("Opening the original")
        self._session.run(
            "original",
            lambda office, _progress: office.open_original(held.number),
            lambda path: self._show(path, held),
            title,
        )

    def _show(self, path: Path, held: StoredReturn) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return
        lang = self._session.language
        self.said.emit(
            Message(
                Tone.WARN,
                lang._("No program on this computer opens {name}.", name=held.name),
                lang._("Save a copy, and open it where there is Excel or LibreOffice."),
                lang._("Save a copy…"),
                lambda: self.save(held),
            )
        )

    def save(self, held: StoredReturn) -> None:
        """Ask where a copy goes, then write it."""
        memory = self._session.memory
        proposed = str(memory.out_folder / held.name)
        out = dialogs.copy_to_write(self._parent, self._session.language, proposed)
        if out is None:
            return
        memory.wrote(out)
        self._session.run(
            "copy", lambda office, _progress: office.save_original(held.number, out), self._saved
        )

    def _saved(self, out: Path) -> None:
        text = self._session.language._("Copy saved: {name}", name=out.name)
        self.said.emit(Message(Tone.GOOD, text))
