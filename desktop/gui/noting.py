"""The errand on notes in the window: which stand, a new one, one less; each can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.gui.session import Session
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.figures.note import Note
    from desktop.gui.jobs import Job
    from desktop.workflow import Office

_SUBJECT, _CHANGE = "notes", "changing notes"


class NoteKeeping(QObject):
    """Keeps the notes of the vintage that is looked at. `answered` gives them."""

    answered = Signal(object)  # tuple[Note, ...]

    def __init__(self, session: Session) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._session = session
        self.notes: tuple[Note, ...] = ()
        self._looked_at = session.selection.vintage
        session.selection_changed.connect(self._look_again)
        session.archive_changed.connect(self.refresh)

    def _look_again(self) -> None:
        if self._session.selection.vintage != self._looked_at:
            self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        self._looked_at = vintage = self._session.selection.vintage
        self._session.run(_SUBJECT, lambda office, _progress: office.notes(vintage), self._take)

    def _take(self, notes: tuple[Note, ...]) -> None:
        if notes != self.notes:
            self.notes = notes
            self.answered.emit(notes)

    def add(self, day: date, text: str) -> None:
        """Note an event on its day."""
        self._change(lambda office: office.add_note(day, text).code, added=True)

    def remove(self, code: str) -> None:
        """Let a note stand no more."""

        def work(office: Office) -> str:
            office.remove_note(code)
            return code

        self._change(work, added=False)

    def _change(self, deed: Callable[[Office], str], *, added: bool) -> None:
        def changed(code: str) -> None:
            self._session.undo_history.add(self._undoable(code, added=added))

        self._run(deed, changed, typed=True)

    def _undoable(self, code: str, *, added: bool) -> Change:
        """Say how a note that was added goes, or one that was removed comes back."""

        def work(office: Office) -> None:
            (office.remove_note if added else office.restore_note)(code)

        def start_undo(then: Callable[[Change], None]) -> Job:
            return self._run(work, lambda _: then(self._undoable(code, added=not added)))

        return Change(self, start_undo)

    def _run(
        self, deed: Callable[[Office], Any], then: Callable[[Any], None], *, typed: bool = False
    ) -> Job:
        def done(answer: Any) -> None:
            then(answer)
            self.refresh()

        return self._session.run(_CHANGE, lambda office, _progress: deed(office), done, typed=typed)
