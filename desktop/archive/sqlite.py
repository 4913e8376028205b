"""All that is particular to SQLite: connecting, beginning, its file's marks, its error codes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from desktop.archive.place import Kinship
from desktop.archive.schema import current_figures, metadata
from desktop.archive.shares import on_network_share

APPLICATION_ID = 0x45585454
"""Marks the file as an archive of ours ("EXTT"), where SQLite keeps such a mark."""

WRITING = {"archive_writing": True}
"""Execution options of a connection that is going to write."""

SOON = {**WRITING, "archive_soon": True}
"""The same, of one among several that `flush` brings to the disk together."""

_LOG, _LOG_SOON = 1_000, 16_000
"""Pages of 4 KiB in the write-ahead log before it is carried over: SQLite's own number, and more
for returns in a row."""

_MAGIC = b"SQLite format 3\0"

_PRAGMAS = (
    "foreign_keys = ON",
    # A commit is on the disk when it is reported done; see `_commits` and `flush`.
    "synchronous = FULL",
    "temp_store = MEMORY",
    "cache_size = -32000",  # KiB
    # An archive may come from somebody else: nothing in its schema may run functions of its own.
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

_CODES = {
    sqlite3.SQLITE_PERM: "archive_unreachable",
    sqlite3.SQLITE_BUSY: "archive_busy",
    sqlite3.SQLITE_LOCKED: "archive_busy",
    sqlite3.SQLITE_READONLY: "archive_read_only",
    sqlite3.SQLITE_IOERR: "archive_disk",
    sqlite3.SQLITE_CORRUPT: "archive_damaged",
    sqlite3.SQLITE_FULL: "archive_disk_full",
    sqlite3.SQLITE_CANTOPEN: "archive_unreachable",
    sqlite3.SQLITE_PROTOCOL: "archive_busy",
    sqlite3.SQLITE_NOTADB: "not_an_archive",
}
_OF_THE_SCHEMA = "no such table", "no such column", "has no column named", "foreign key mismatch"
"""How a statement of ours is refused where the words that made the tables were spoilt."""
_PRIMARY = 0xFF  # SQLite's extended result codes carry the primary one in their last byte


def connect(path: Path, *, read_only: bool, patience: float) -> Engine:
    """Give an engine for a file; nothing is opened before the first use.

    `patience` is how long, in seconds, to wait for another program that writes.
    """
    uri = _uri(path, read_only=read_only)

    def dial() -> sqlite3.Connection:
        # The pool hands a connection to one thread at a time; begin and commit are ours alone.
        return sqlite3.connect(
            uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite+pysqlite://", creator=dial, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: Path, *, read_only: bool) -> str:
    posix = path.absolute().as_posix()
    lead = "" if posix.startswith("/") else "/"
    options = "mode=rwc" if not read_only else "mode=ro" + "&immutable=1" * _immutable(path)
    return f"file://{lead}{quote(posix, safe='/:')}?{options}"


def _immutable(path: Path) -> bool:
    """Say whether SQLite must be told that nobody writes, as it could not keep its side files.

    A WAL archive in a folder that cannot be written (a CD, a read-only share) opens no other way.
    """
    beside = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    return path.exists() and not any(p.exists() for p in beside) and not writable(path.parent)


def writable(place: Path) -> bool:
    """Say whether the operating system lets us write to a file or folder."""
    return os.access(place, os.W_OK)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: one that asks only at its first write could be refused
    # after it has read.
    options = connection.get_execution_options()
    if options.get("archive_writing"):
        _commits(connection, soon=bool(options.get("archive_soon")))
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        driver: Any = connection.connection
        driver.driver_connection.execute("BEGIN")  # many times a second, and cannot fail


def _commits(connection: Connection, *, soon: bool) -> None:
    """Let commits wait for the disk, or, in a write-ahead log, leave it to `flush`.

    Whatever becomes of the program, a commit stands; should the power fail before the disk has
    it, the archive is whole as of an earlier one. The plain journal has no such promise.
    """
    known = connection.info
    if soon != known.get("commits_soon", False):
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        wanted = "NORMAL" if soon and journal == "wal" else "FULL"
        connection.exec_driver_sql(f"PRAGMA synchronous = {wanted}")
        # Returns in a row speak of what was just numbered for them: to look each number up again,
        # six for a figure, takes as long as to write it.
        connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if soon else 'ON'}")
        # Whenever the log is carried over into the archive, the same pages are written again.
        pages = _LOG_SOON if soon else _LOG
        connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {pages}")
        known["commits_soon"] = soon


class Version:
    """The version of a database's content: another after every commit, of whichever program.

    It is looked at on a connection of its own, as SQLite counts what others commit. See `Mark`.
    """

    def __init__(self, engine: Engine) -> None:
        """Connect when it is first looked at."""
        self._engine, self._lock = engine, Lock()
        self._pooled: Any = None
        self._driver: Any = None

    def now(self) -> int | None:
        """Give the version; None where the database does not answer: whoever asks it is told."""
        with self._lock:
            try:
                if self._pooled is None:
                    self._pooled = self._engine.raw_connection()
                    self._driver = self._pooled.driver_connection
                    self._pooled.detach()  # it is none for other work from now on
                    # What is asked next waits for another program that writes: once will do.
                    self._driver.execute("PRAGMA busy_timeout = 0")
                return int(self._driver.execute("PRAGMA data_version").fetchone()[0])
            except (sqlite3.Error, DBAPIError):
                return None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._pooled is not None:
                self._pooled.close()
            self._pooled = self._driver = None


def flush(path: Path) -> None:
    """Put on the disk what was committed `SOON`."""
    with suppress(FileNotFoundError):  # no log: everything is in the archive, and on the disk
        log = os.open(path.with_name(path.name + "-wal"), os.O_RDWR)
        try:
            os.fsync(log)
        finally:
            os.close(log)


def is_database(path: Path) -> bool:
    """Say from the file's first bytes whether it is a database, be it an empty one."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) in (b"", _MAGIC)


def kinship(connection: Connection) -> Kinship:
    """Say whose the database is."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
        return Kinship.OURS
    objects = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    return Kinship.FOREIGN if objects else Kinship.EMPTY


def claim(connection: Connection) -> None:
    """Mark an empty database as ours."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def set_journal(engine: Engine, path: Path) -> None:
    """Let readers and a writer work at the same time, where the disk is this machine's own.

    The write-ahead log needs memory shared between the programs, which no network share gives;
    there the plain journal is safe, and a reader may have to wait for a writer. The change needs
    the archive alone and does not wait: where another program is in, the next opening makes it.
    """
    wanted = "delete" if on_network_share(path) else "wal"
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
            cursor.execute(f"PRAGMA journal_mode = {wanted}")
    except sqlite3.OperationalError as error:
        if code_of(error) != "archive_busy":
            raise
    finally:
        connection.close()


def file_at(path: Path) -> tuple[int, int] | None:
    """Give what tells the file at a path from any other; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_same(path: Path, file: tuple[int, int]) -> bool:
    """Say whether the file at a path is the one that was there; a share may number it anew."""
    found = file_at(path)
    return found == file or (found is not None and on_network_share(path))


def copy_file(path: Path, out: Path) -> None:
    """Copy a database that may be in use, as of one moment, into a new file."""
    with (
        closing(sqlite3.connect(_uri(path, read_only=True), uri=True)) as old,
        closing(sqlite3.connect(out)) as new,
    ):
        old.backup(new)
    fold(out)


def remove(path: Path) -> None:
    """Remove a database, and the log beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def fold(path: Path) -> None:
    """Let a database be one file, without a log beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")


def intact(connection: Connection) -> bool:
    """Say whether the file's own structures hold."""
    return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"


def unguarded(connection: Connection) -> list[str]:
    """Name the guards that somebody took away."""
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    kept = [table.name for table in metadata.tables.values() if table is not current_figures]
    asked = {f"{name}_no_{deed}" for name in kept for deed in ("update", "delete")}
    return sorted(asked - set(found.scalars()))


def code_of(error: BaseException) -> str | None:
    """Code of the finding that a driver's error amounts to; None where it is a fault of ours."""
    number = getattr(error, "sqlite_errorcode", None)
    if number == sqlite3.SQLITE_ERROR and any(words in str(error) for words in _OF_THE_SCHEMA):
        return "archive_damaged"
    if number is not None:
        return _CODES.get(number & _PRIMARY)
    # The driver itself says so, without a number, where a text is not UTF-8.
    return "archive_damaged" if "Could not decode" in str(error) else None
