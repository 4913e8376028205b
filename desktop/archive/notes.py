"""Events that were noted: added, removed and restored by events, never changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from desktop.archive import legible
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.refusals import refused
from desktop.archive.schema import events, notes
from desktop.figures.note import Note


def add(connection: Connection, note: Note, stamp: Stamp) -> Note:
    """Add a note and give it with its number; the standing one, where it is the same."""
    for standing in listed(connection):
        if (standing.day, standing.text) == (note.day, note.text):
            return standing
    number = _insert(connection, note)
    record(connection, Deed.NOTE_ADDED, stamp, note_id=number)
    return _by_code(connection, str(number))


def listed(
    connection: Connection, *by: date | datetime | None, removed: bool = False
) -> list[Note]:
    """The notes that stand (or stood, by a moment or day); or those that were removed.

    By day, each with who added it and when; shipped ones are among those removed alone.
    """
    of = events.c.note_id
    last = select(func.max(events.c.id)).where(of.is_not(None), *done(*by)).group_by(of)
    gone = events.alias()
    added = events.alias()
    statement = (
        select(notes, added.c.happened_at, added.c.caused_by)
        .join(gone, gone.c.note_id == notes.c.id)
        .outerjoin(added, (added.c.note_id == notes.c.id) & (added.c.kind == Deed.NOTE_ADDED.value))
        .where(gone.c.id.in_(last))
        .where((gone.c.kind == Deed.NOTE_REMOVED.value) == removed)
        .order_by(notes.c.day, notes.c.id)
    )
    found = legible.each("notes", connection.execute(statement), _note)
    return [note for note in found if removed or not note.shipped]


def remove(connection: Connection, note: Note, stamp: Stamp) -> None:
    """Let a note, be it shipped or the office's own, stand no more."""
    own = {held.code for held in listed(connection)}
    gone = {held.code for held in listed(connection, removed=True)}
    if note.code in gone or not (note.shipped or note.code in own):
        raise refused("no_such_note", note.code)
    number = _number(connection, note.code)
    if number is None:  # a shipped one is written down when it is first removed
        number = _insert(connection, note)
    record(connection, Deed.NOTE_REMOVED, stamp, note_id=number)


def restore(connection: Connection, code: str, stamp: Stamp) -> Note:
    """Let a removed note stand again."""
    gone = {held.code: held for held in listed(connection, removed=True)}
    number = _number(connection, code) if code in gone else None  # no database has any number
    if number is None:
        raise refused("no_such_note", code)
    record(connection, Deed.NOTE_RESTORED, stamp, note_id=number)
    return gone[code]


def _insert(connection: Connection, note: Note) -> int:
    shipped = note.code if note.shipped else ""
    entry = insert(notes).values(day=note.day.isoformat(), body=note.text, shipped=shipped)
    return int(connection.scalars(entry.returning(notes.c.id)).one())


def _number(connection: Connection, code: str) -> int | None:
    named = notes.c.id == int(code) if code.isdecimal() else notes.c.shipped == code
    return connection.scalar(select(notes.c.id).where(named))


def _by_code(connection: Connection, code: str) -> Note:
    return next(note for note in listed(connection) if note.code == code)


def _note(row: Any) -> Note:
    code = row.shipped or str(row.id)
    day, who, when = date.fromisoformat(row.day), row.caused_by or "", row.happened_at or ""
    return Note(day, row.body, "", code, who, when)
