"""Notes as an office keeps them, in a list instead of an archive."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime

from desktop.figures.note import Note
from desktop.workflow.noting import Noting

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=UTC)


class Shelf:
    """What of an archive the errands on notes ask."""

    def __init__(self) -> None:
        self.own: list[Note] = []
        self.gone: set[str] = set()
        self.shipped: dict[str, Note] = {}

    def one_moment(self):
        """Nothing is written here while something is asked."""
        return nullcontext()

    def notes(self, _vintage=None, *, removed=False):
        known = [*self.own, *self.shipped.values()]
        if removed:
            return [n for n in known if n.code in self.gone]
        return [n for n in self.own if n.code not in self.gone]

    def add_note(self, note, *, at, by):
        self.own.append(replace(note, code=str(len(self.own) + 1), by=by, at=at.isoformat()))
        return self.own[-1]

    def remove_note(self, note, *, at, by):
        if note.shipped:
            self.shipped[note.code] = note
        self.gone.add(note.code)

    def restore_note(self, code, *, at, by):
        self.gone.discard(code)


class ExampleNotes(Noting):
    """The errands on notes, as they are."""

    _user = "an"

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf()

    def _clock(self):
        return NOW

    @property
    def archive(self):
        return self.shelf
