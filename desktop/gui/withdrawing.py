"""The undo of chosen returns in the window: first what it takes back, then, if agreed, the deed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.session import Session

if TYPE_CHECKING:
    from desktop.figures.comparison import Undoing
    from desktop.figures.received import StoredReturn
    from desktop.workflow import Office


class Withdrawing(QObject):
    """Asks the archive what would change, asks the user, and says what was agreed to."""

    withdraw_agreed = Signal(object)  # tuple[int, ...]
    restore_agreed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def ask(self, parent: QWidget, returns: Sequence[StoredReturn], *, redo: bool) -> None:
        """Show what withdrawing (or restoring) returns would change, and wait for the answer."""
        if not returns:
            return

        def work(office: Office, progress: Any) -> list[Undoing]:
            found = []
            for done, held in enumerate(returns):
                progress(done, len(returns), held.name)
                found.append(office.undoing(held.number))
            return found

        title = self._session.language._("Working out what would change")
        self._session.run(
            "undoing", work, lambda found: self._show(parent, returns, found, redo=redo), title
        )

    def _show(
        self,
        parent: QWidget,
        returns: Sequence[StoredReturn],
        undoings: Sequence[Undoing],
        *,
        redo: bool,
    ) -> None:
        from desktop.gui.received.undo_dialog import UndoDialog  # noqa: PLC0415 - first paint first

        dialog = UndoDialog(parent, self._session, returns, undoings, redo=redo)
        self._session.theme.dress(dialog)
        dialog.confirmed.connect(self.restore_agreed if redo else self.withdraw_agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
