"""The archive's part that keeps notes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection

from desktop.archive import notes
from desktop.archive.chronicle import Stamp
from desktop.figures.note import Note
from desktop.figures.vintage import LATEST, Vintage


class NoteShelf:
    """Keeps notes; `Archive` brings the transactions."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def add_note(self, note: Note, *, at: datetime, by: str) -> Note:
        """Keep a note and give it with its code; the standing one, where it is the same."""
        with self._writing() as connection:
            return notes.add(connection, note, Stamp(at, by))

    def notes(self, vintage: Vintage = LATEST, *, removed: bool = False) -> list[Note]:
        """The office's own notes that stand, by day; or every one that was removed."""
        with self._reading() as connection:
            return notes.listed(connection, *vintage.decided_by, removed=removed)

    def remove_note(self, note: Note, *, at: datetime, by: str) -> None:
        """Let a note stand no more, a shipped one too; `Refused` where it does not stand."""
        with self._writing() as connection:
            notes.remove(connection, note, Stamp(at, by))

    def restore_note(self, code: str, *, at: datetime, by: str) -> Note:
        """Let a removed note stand again; `Refused` where none of that code was removed."""
        with self._writing() as connection:
            return notes.restore(connection, code, Stamp(at, by))
