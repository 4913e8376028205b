"""Serves the charts of the window, once there are any: what is heavy is fetched with the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui import motion
from desktop.gui.noting import NoteKeeping
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.gui.charting.service import Charting


class ChartService(QObject):
    """Keeps the notes, and lets the charts of a page be copied, saved, printed and noted in."""

    said = Signal(object)  # Message

    def __init__(self, session: Session) -> None:
        """Serve in a session."""
        super().__init__()
        self._session = session
        self.noting = NoteKeeping(session)
        self.charting: Charting | None = None

    def turn_motion(self) -> None:
        """Let charts move, or not, from now on; it is remembered."""
        on = not motion.allowed()
        motion.choose(self._session.memory, on=on)
        lang = self._session.language
        words = lang._("Charts move again.") if on else lang._("Nothing moves any more.")
        self.said.emit(Message(Tone.GOOD, words, brief=True))

    def adopt(self, page: QWidget) -> None:
        """Serve the charts of a page that has just been made."""
        from desktop.gui.charting.service import Charting  # noqa: PLC0415 - first paint first

        if self.charting is None:
            self.charting = Charting(self._session, self.noting)
            self.charting.said.connect(self.said)
        self.charting.adopt(page)
