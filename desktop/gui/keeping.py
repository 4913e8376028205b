"""What can be done with returns that came: watch for more, undo and redo, open, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.hearing import Colleagues
from desktop.gui.knowing import Knowing
from desktop.gui.originals import Originals
from desktop.gui.revising import Revising
from desktop.gui.session import Session
from desktop.gui.watching import Watching
from desktop.gui.withdrawing import Withdrawing

if TYPE_CHECKING:
    from desktop.gui.received.page import ReceivedPage


class Keeping(QObject):
    """The errands of the page of returns."""

    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window that dialogs belong to."""
        super().__init__(window)
        self._session, self._window = session, window
        self.watching = Watching(session)
        self.withdrawing = Withdrawing(session)
        self.originals = Originals(session, window)
        self.knowing = Knowing(session, window)
        self.revising = Revising(session, window)
        self.colleagues = Colleagues(session)
        for errand in (self.watching, self.knowing, self.originals, self.revising, self.colleagues):
            errand.said.connect(self.said)

    def connect_page(self, page: ReceivedPage) -> None:
        """Do what the page asks for."""
        page.withdraw_asked.connect(
            lambda returns: self.withdrawing.ask(self._window, returns, redo=False)
        )
        page.restore_asked.connect(
            lambda returns: self.withdrawing.ask(self._window, returns, redo=True)
        )
        page.open_asked.connect(self.originals.open)
        page.save_asked.connect(self.originals.save)
        page.kept_asked.connect(self.knowing.open)
        page.revisions_asked.connect(self.revising.open)
