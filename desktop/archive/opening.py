"""Opening an archive: what lies at the place is looked at first, then brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from desktop.archive import prepared, schema
from desktop.archive.file_place import FilePlace
from desktop.archive.migrating import build, migrate
from desktop.archive.moving import UNFINISHED
from desktop.archive.place import Kinship, Place
from desktop.archive.postgresql import AT_LENGTH
from desktop.archive.refusals import explained, refused
from desktop.archive.server_place import ServerPlace
from desktop.figures.finding import Refused


def place_of(location: str | Path) -> Place:
    """Place that a path or URL names; raises `Refused` for an engine we do not speak."""
    if isinstance(location, Path) or "://" not in location:
        return FilePlace(Path(location))
    try:
        url = make_url(location)
    except (ArgumentError, ValueError) as error:
        raise refused("archive_place_unknown", location.partition("://")[0]) from error
    engine = url.get_backend_name()
    if engine == "postgresql" and url.database:
        return ServerPlace(url)
    if engine != "sqlite" or not url.database or url.database == ":memory:":
        raise refused("archive_place_unknown", engine)
    return FilePlace(Path(url.database))


def open_engine(
    place: Place, *, read_only: bool, patience: float, kept_in: Path | None = None
) -> Engine:
    """Give an engine for the archive at a place, which is created or migrated as needed.

    What many desks share is migrated only where `kept_in` names a folder for what it held before.
    Raises `Refused` where the place holds no archive, a newer one, or cannot be reached.
    """
    place.look_at(read_only=read_only)
    engine = place.connect(read_only=read_only, patience=patience)
    with closed_on_failure(engine), explained(place.name):
        _bring_up_to_date(engine, place, read_only=read_only, kept_in=kept_in)
        if not read_only:
            place.settle(engine)
    return engine


@contextmanager
def closed_on_failure(engine: Engine) -> Iterator[None]:
    """Close an engine where what is done with it within fails."""
    try:
        yield
    except BaseException:
        close(engine)
        raise


def close(engine: Engine) -> None:
    """Close all connections, and each that is at work, or is made yet, when it is given back."""
    event.listen(engine, "checkin", _let_go)
    engine.dispose()


def _let_go(driver: Any, _record: object) -> None:
    if driver is not None:  # one that was lost
        driver.close()


def open_target(place: Place, *, patience: float) -> Engine:
    """Give an engine for a place that is to become a copy, or is one that was broken off."""
    try:
        return open_engine(place, read_only=False, patience=patience)
    except Refused as refusal:
        if refusal.findings[0].code != "copy_unfinished":
            raise
    return place.connect(read_only=False, patience=patience)


def _bring_up_to_date(
    engine: Engine, place: Place, *, read_only: bool, kept_in: Path | None
) -> None:
    may = not read_only and (kept_in is not None or place.is_one_desks)
    with engine.begin() as connection:
        if _is_current(connection, place, read_only=read_only):
            return
        if place.kinship(connection) is Kinship.OURS and not may:
            raise place.older()
    options = {**place.building, **AT_LENGTH}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        # Another program may have been quicker, between the look and the lock.
        if not _is_current(connection, place):
            if place.kinship(connection) is Kinship.OURS:
                place.keep_copy(connection, _revision(connection), kept_in)
                migrate(connection)
            else:
                place.claim(connection)
                build(connection)
            place.guard(connection)


def refuse_to_write(connection: Connection, place: Place) -> None:
    """Raise `Refused` where what is written would be lost, or not be understood; see below."""
    place.still_there()
    refuse_other_schema(connection, place)


def refuse_other_schema(connection: Connection, place: Place) -> None:
    """Raise `Refused` where a program of another version brought the archive up to date since.

    Whoever had it open goes on with what it has: it neither reads nor writes what it knows not.
    """
    revision = _revision(connection)
    if revision != schema.REVISIONS[-1]:
        raise refused(_of_other(revision), place.name)


def _is_current(connection: Connection, place: Place, *, read_only: bool = False) -> bool:
    """Say whether the schema is this program's; raises `Refused` where it cannot become so."""
    kinship = place.kinship(connection)
    if kinship is Kinship.EMPTY:
        if read_only:  # as a program leaves it that was killed before it had made one
            raise refused("no_archive", place.name)
        return False
    if kinship is Kinship.FOREIGN:
        raise refused("not_an_archive", place.name)
    tables = _tables(connection)
    if "alembic_version" not in tables:
        raise refused("archive_damaged", place.name)
    revision = _revision(connection)
    if revision not in schema.REVISIONS:
        raise refused(_of_other(revision), place.name)
    if revision != schema.REVISIONS[-1]:
        return False
    if not tables >= schema.metadata.tables.keys():
        raise refused("archive_damaged", place.name)
    return True


def _tables(connection: Connection) -> set[str]:
    if connection.dialect.name == "sqlite":  # to inspect it takes many times as long
        every = prepared.every(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in every}
    return set(inspect(connection).get_table_names())


def _of_other(revision: str) -> str:
    """Say why an archive is of no schema that this program knows."""
    if revision == UNFINISHED:
        return "copy_unfinished"
    newer = revision.isdecimal() and revision > schema.REVISIONS[0]
    return "archive_newer" if newer else "archive_damaged"


def _revision(connection: Connection) -> str:
    return str(prepared.first(connection, "SELECT version_num FROM alembic_version"))
