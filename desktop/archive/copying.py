"""Copies of whole archives: to the other engine, as a backup, and back from one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from desktop.archive import bulk, chronicle, moving, opening, sqlite
from desktop.archive.file_place import FilePlace
from desktop.archive.moving import Moved
from desktop.archive.place import PATIENCE
from desktop.archive.postgresql import AT_LENGTH
from desktop.archive.refusals import explained, refused
from desktop.archive.sound import unsound
from desktop.figures.finding import Finding, Refused
from desktop.figures.happening import Happening
from desktop.figures.progress import Progress, unheard

_Read = TypeVar("_Read")


def copy(source: str | Path, target: str | Path, progress: Progress = unheard) -> list[Moved]:
    """Copy an archive into an empty place, or go on where a copy was broken off; give its hashes.

    It is copied as of one moment, whatever others write meanwhile, and compared when it is there.
    Raises `Refused` where the target holds anything else, or differs in the end.
    """
    place, origin = opening.place_of(target), opening.place_of(source).name
    with snapshot(source) as old:
        engine = opening.open_target(place, patience=PATIENCE)
        writer = engine.execution_options(**place.writing, **AT_LENGTH)
        try:
            with explained(place.name):
                with writer.begin() as new:
                    if not moving.begin(new):
                        raise refused("copy_target_not_empty", place.name)
                    there = moving.standing(new)
                for table, rows in _explained(origin, moving.parts(old, there, progress)):
                    with writer.begin() as new:
                        bulk.append(new, table, rows)
                with writer.begin() as new:
                    return _compared(old, origin, new, place.name)
        finally:
            engine.dispose()


def _explained(about: str, read: Iterator[_Read]) -> Iterator[_Read]:
    """Pass on what is read of an archive: what goes wrong there is not the copy's fault."""
    with explained(about):
        yield from read


def _compared(old: Connection, origin: str, new: Connection, about: str) -> list[Moved]:
    found = moving.contents(new)
    with explained(origin):
        held = moving.contents(old)
    for there, here in zip(found, held, strict=True):
        if there != here:
            raise refused("copy_differs", about, found=here.table)
    moving.finish(new)
    return found


def backup(source: str | Path, out: Path, progress: Progress = unheard) -> list[Moved]:
    """Write an archive as of now into a file, be it in use or not; the old file goes last of all.

    Give the hashes of what is in it. Raises `Refused`, and leaves the old file alone, where it
    fails or is another archive's; `OSError` where nothing can be written there, before anything is
    read.
    """
    if _is_anothers(out, source):
        raise refused("would_overwrite_another", out)
    aside = out.with_name(out.name + ".part")
    sqlite.remove(aside)
    aside.touch()
    aside.unlink()
    try:
        found = _written(source, aside, progress)
    except BaseException:
        sqlite.remove(aside)
        raise
    aside.replace(out)
    return found


def _written(source: str | Path, aside: Path, progress: Progress) -> list[Moved]:
    place = opening.place_of(source)
    if isinstance(place, FilePlace):
        with snapshot(source):  # it is an archive, and up to date
            sqlite.copy_file(place.path, aside)
        return contents(aside)
    found = copy(source, aside, progress)
    sqlite.fold(aside)
    return found


def _is_anothers(out: Path, source: str | Path) -> bool:
    """Say whether a file is an archive in which something was done that the source never saw."""
    try:
        last = newest(out) if out.is_file() else []
    except Refused:  # of an earlier version, or none
        return False
    if not last:
        return False
    with snapshot(source) as connection:
        return chronicle.since(connection, last[0].number - 1)[:1] != last


def contents(location: str | Path) -> list[Moved]:
    """Give the hashes of what an archive holds, table by table."""
    with snapshot(location) as connection:
        return moving.contents(connection)


def newest(location: str | Path) -> list[Happening]:
    """Give the last change of an archive; empty where nothing was ever done to it."""
    with snapshot(location) as connection:
        return chronicle.since(connection, chronicle.changes(connection) - 1)


def check(location: str | Path, progress: Progress = unheard) -> list[Finding]:
    """Say what does not hold in an archive; nothing where it is sound."""
    place = opening.place_of(location)
    with snapshot(location) as connection:
        spoilt = isinstance(place, FilePlace) and not sqlite.intact(connection)
        damage = refused("archive_damaged", place.name).findings if spoilt else ()
        return [*damage, *unsound(connection, progress)]


@contextmanager
def snapshot(location: str | Path) -> Iterator[Connection]:
    """Show one state of an archive, whatever others write meanwhile."""
    place = opening.place_of(location)
    engine = opening.open_engine(place, read_only=True, patience=PATIENCE)
    try:
        reader = engine.execution_options(**place.reading)
        with explained(place.name), reader.begin() as connection:
            yield connection
    finally:
        engine.dispose()
