"""Noting events: the shipped ones and the office's own, in one list by day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.note import Note
from desktop.figures.shipped_notes import foreseen, shipped_notes
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.on_archive import OnArchive

if TYPE_CHECKING:
    pass

MOST_LETTERS = 200


class Noting(OnArchive):
    """The errands on notes; `Office` brings the archive, the clock and the user."""

    def notes(self, vintage: Vintage = LATEST) -> tuple[Note, ...]:
        """The notes that stand, by day; of a past day only those that were known by then."""
        hidden = {note.code for note in self.archive.notes(vintage, removed=True)}
        today = vintage.today(date.max)
        held = [
            n for n in shipped_notes() if n.code not in hidden and (foreseen(n) or n.day <= today)
        ]
        return tuple(sorted((*held, *self.archive.notes(vintage)), key=lambda note: note.day))

    def add_note(self, day: date, text: str) -> Note:
        """Note an event on its day; `Refused` without words, or with more than a flag can say."""
        text = " ".join(text.split())
        if not text:
            raise Refused(Finding(Severity.ERROR, "note_without_text"))
        if len(text) > MOST_LETTERS:
            raise Refused(
                Finding(Severity.ERROR, "note_too_long", found=str(len(text)),
                        expected=str(MOST_LETTERS))
            )  # fmt: skip
        return self.archive.add_note(Note(day, text), at=self._clock(), by=self._user)

    def remove_note(self, code: str) -> None:
        """Let a note stand no more, shipped or own; `Refused` where none of that code stands."""
        shipped = {note.code: note for note in shipped_notes()}
        note = shipped.get(code) or Note(date.min, "", code=code)
        if code not in shipped and not code.isdecimal():
            raise Refused(Finding(Severity.ERROR, "no_such_note", about=code))
        self.archive.remove_note(note, at=self._clock(), by=self._user)

    def restore_note(self, code: str) -> None:
        """Let a removed note stand again; `Refused` where none of that code was removed."""
        self.archive.restore_note(code, at=self._clock(), by=self._user)
