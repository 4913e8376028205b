"""An archive that is a file: the default, for one official or a folder that several share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from desktop.archive import sqlite
from desktop.archive.news import Ear, Glances
from desktop.archive.place import Kinship
from desktop.archive.refusals import refused
from desktop.archive.still import Mark
from desktop.figures.finding import Refused
from desktop.figures.received import Allowed


class FilePlace:
    """The file at a path, kept by SQLite. See `Place`."""

    is_one_desks = True
    reading: Mapping[str, Any] = {}
    writing: Mapping[str, Any] = sqlite.WRITING
    building: Mapping[str, Any] = sqlite.WRITING
    soon: Mapping[str, Any] = sqlite.SOON

    def __init__(self, path: Path) -> None:
        """Take a path, which may be of a file that is not there yet."""
        self.path = path.expanduser().absolute()
        self.kept: Path | None = None
        self._file: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """The path."""
        return str(self.path)

    def look_at(self, *, read_only: bool) -> None:
        """Refuse a folder, a file of another kind, and what cannot be reached or written."""
        path = self.path
        try:
            if path.is_dir():
                raise refused("archive_is_folder", path)
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
            elif not path.exists():
                raise refused("no_archive", path)
        except (OSError, ValueError) as error:
            raise refused("archive_unreachable", path) from error
        if path.exists():
            self._look_into()
            if not read_only and not sqlite.writable(path):
                raise refused("archive_read_only", path)

    def _look_into(self) -> None:
        """Refuse a file of another kind here: SQLite would write over a very short one."""
        try:
            database = sqlite.is_database(self.path)
        except OSError as error:
            raise refused("archive_unreachable", self.path) from error
        if not database:
            raise refused("not_an_archive", self.path)

    def connect(self, *, read_only: bool, patience: float) -> Engine:
        """Give an engine for the file."""
        return sqlite.connect(self.path, read_only=read_only, patience=patience)

    def older(self) -> Refused:
        """Make the refusal: whoever opens it for writing brings it up to date."""
        return refused("archive_older", self.path)

    def kinship(self, connection: Connection) -> Kinship:
        """Say whose the database is."""
        return sqlite.kinship(connection)

    def time(self, _connection: Connection) -> None:
        """Give none: a file has no clock."""

    def left_behind(self, _connection: Connection) -> None:
        """Give none: a file follows nobody."""

    def province(self, _connection: Connection) -> str:
        """Give none: a file knows nobody's rights but the operating system's."""
        return ""

    def account(self, _connection: Connection) -> str:
        """Give none: in a file whoever writes signs for himself."""
        return ""

    def allowed(self, _connection: Connection) -> Allowed:
        """Allow everything, as `province`."""
        return Allowed()

    def keep_copy(self, _connection: Connection, revision: str, _folder: Path | None) -> None:
        """Copy the file, under a name that tells its schema; a copy that is there stays."""
        out = self.path.with_name(f"{self.path.stem}.before-{revision}{self.path.suffix}")
        if not out.exists():
            try:
                sqlite.copy_file(self.path, out)
            except OSError as error:
                raise refused("archive_disk", self.path) from error
        self.kept = out

    def claim(self, connection: Connection) -> None:
        """Mark an empty database as ours."""
        sqlite.claim(connection)

    def guard(self, _connection: Connection) -> None:
        """Do nothing: each migration brings its tables' guards."""

    def settle(self, engine: Engine) -> None:
        """Choose the journal that the disk allows."""
        sqlite.set_journal(engine, self.path)
        self._file = sqlite.file_at(self.path)

    def still_there(self) -> None:
        """Refuse to write where the file was moved, deleted or replaced since it was opened.

        SQLite would write on, into a file that nobody finds again.
        """
        if self._file and not sqlite.is_same(self.path, self._file):
            raise refused("archive_gone", self.path)

    def flush(self) -> None:
        """Wait for the disk."""
        sqlite.flush(self.path)

    def mark(self, engine: Engine) -> Mark:
        """Look at the version that SQLite counts."""
        return sqlite.Version(engine)

    def ear(self, _engine: Engine, changes: Callable[[], int]) -> Ear:
        """Look now and then: a file's database tells nobody anything."""
        return Glances(changes)
