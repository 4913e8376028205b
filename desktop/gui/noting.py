"""The errand on notes in the window: which stand, a new one, one less; each can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.gui.session import Session

if TYPE_CHECKING:
    from datetime import date

    from desktop.figures.note import Note
    from desktop.workflow import Office

_SUBJECT, _CHANGE = "notes", "changing notes"


class NoteKeeping(QObject):
    """Keeps the notes of the vintage that is looked at. `answered` gives them."""

    answered = Signal(object)  # tuple[Note, ...]
    did, undid, redid = Signal(), Signal(), Signal()

    def __init__(self, session: Session) -> None:
        """Ask nothing yet."""
        super().__init__()
        self._session = session
        self.notes: tuple[Note, ...] = ()
        self._done: list[tuple[str, bool]] = []
        self._undone: list[tuple[str, bool]] = []
        self._looked_at = session.selection.vintage
        session.selection_changed.connect(self._look_again)
        session.archive_changed.connect(self.refresh)

    def _look_again(self) -> None:
        if self._session.selection.vintage != self._looked_at:
            self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        self._looked_at = vintage = self._session.selection.vintage
        job = self._session.job(_SUBJECT, lambda office, _progress: office.notes(vintage))
        job.succeeded.connect(self._take)
        self._session.jobs.start(job)

    def _take(self, notes: tuple[Note, ...]) -> None:
        if notes != self.notes:
            self.notes = notes
            self.answered.emit(notes)

    def add(self, day: date, text: str) -> None:
        """Note an event on its day."""
        self._run(lambda office: office.add_note(day, text).code, added=True)

    def remove(self, code: str) -> None:
        """Let a note stand no more."""

        def work(office: Office) -> str:
            office.remove_note(code)
            return code

        self._run(work, added=False)

    def undo(self) -> None:
        """Take the last change back: what was added goes, what was removed comes back."""
        self._turn(self._done, self._undone, self.undid, removes=True)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._turn(self._undone, self._done, self.redid, removes=False)

    def _run(self, deed: Any, *, added: bool) -> None:
        def kept(code: str) -> None:
            self._done.append((code, added))
            self._undone.clear()
            self.did.emit()
            self.refresh()

        self._start(deed, kept)

    def _turn(
        self, source: list[tuple[str, bool]], other: list[tuple[str, bool]],
        turn: SignalInstance, *, removes: bool,
    ) -> None:  # fmt: skip
        if not source:
            return
        code, added = source[-1]

        def work(office: Office) -> None:
            (office.remove_note if added is removes else office.restore_note)(code)

        def turned(_nothing: object) -> None:
            other.append(source.pop())
            turn.emit()
            self.refresh()

        self._start(work, turned)

    def _start(self, deed: Any, then: Any) -> None:
        job = self._session.job(_CHANGE, lambda office, _progress: deed(office))
        job.succeeded.connect(then)
        self._session.jobs.start(job)
