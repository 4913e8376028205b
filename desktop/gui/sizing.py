"""The errand of text size: larger, smaller, one of several; it counts when opened anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.gui import text_size
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone


class Sizing(QObject):
    """Changes the size that is remembered. `anew_asked`: the user wants to see it now."""

    said = Signal(object)  # Message
    chose = Signal()
    anew_asked = Signal()

    def __init__(self, session: Session, may_close: Callable[[], bool]) -> None:
        """Take what says whether the window may be closed without losing anything."""
        super().__init__()
        self._session, self._may_close = session, may_close

    @property
    def choice(self) -> int | None:
        """The size chosen; None follows the system."""
        return text_size.chosen(self._session.memory)

    def begin(self) -> None:
        """Ask how large the system wants text by now."""
        text_size.ask_the_desktop(self._session.memory)
        if text_size.wanted(self._session.memory) != text_size.drawn():
            self._tell()

    def step(self, steps: int) -> None:
        """Go some steps larger, or smaller."""
        self.choose(text_size.next_size(text_size.wanted(self._session.memory), steps))

    def choose(self, percent: int | None) -> None:
        """Choose a size, or to follow the system."""
        text_size.choose(self._session.memory, percent)
        self.chose.emit()
        self._tell()

    def _tell(self) -> None:
        lang, percent = self._session.language, text_size.wanted(self._session.memory)
        if percent == text_size.drawn():
            words = lang._("Text is {percent}% of its usual size.", percent=percent)
            self.said.emit(Message(Tone.GOOD, words, brief=True))
            return
        words = lang._("Text will be {percent}% of its usual size.", percent=percent)
        if self._may_close():
            remedy = lang._("It counts when the window is opened anew.")
            opening = (lang._("Open anew"), self.anew_asked.emit)
            self.said.emit(Message(Tone.GOOD, words, remedy, *opening))
        else:
            remedy = lang._("It counts from the next opening: files are under review now.")
            self.said.emit(Message(Tone.GOOD, words, remedy))
