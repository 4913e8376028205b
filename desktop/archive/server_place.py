"""An archive that a server keeps, for an office whose desks work on the same figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine

from desktop.archive import kept_before, keys, listening, postgresql, rights, server_guards
from desktop.archive.news import Ear
from desktop.archive.place import Kinship
from desktop.archive.refusals import refused
from desktop.archive.still import Mark, Unmarked
from desktop.figures.finding import Refused
from desktop.figures.received import Allowed

_SECRETS = frozenset({"password", "sslpassword"})
"""What the driver takes at the end of an address as well: the account's, and of a key's file."""


class ServerPlace:
    """A database of a PostgreSQL server. See `Place`."""

    is_one_desks = False
    reading: Mapping[str, Any] = postgresql.READING
    writing: Mapping[str, Any] = postgresql.WRITING
    building: Mapping[str, Any] = postgresql.BUILDING
    soon: Mapping[str, Any] = postgresql.WRITING

    def __init__(self, url: URL) -> None:
        """Take the address of a database, which may be empty still."""
        self.url = url.set(drivername="postgresql+psycopg")
        self.kept: Path | None = None

    @property
    def name(self) -> str:
        """The address, without what the driver adds to it."""
        return _shown(self.url.set(query={}))

    def look_at(self, *, read_only: bool) -> None:  # noqa: ARG002 - a file's place needs it
        """Refuse where the driver is not installed, or the address carries a password."""
        if find_spec("psycopg") is None:
            raise refused("office_not_installed", self.name)
        if self.url.password or _SECRETS & {*self.url.query}:
            raise refused("password_in_address", self.name)

    def connect(self, *, read_only: bool, patience: float) -> Engine:
        """Give an engine for the database."""
        asked = partial(keys.password, self.url)
        return postgresql.connect(self.url, asked, read_only=read_only, patience=patience)

    def older(self) -> Refused:
        """Make the refusal: it waits for its keeper."""
        return refused("server_older", self.name, found=_shown(self.url))

    def kinship(self, connection: Connection) -> Kinship:
        """Say whose the database is."""
        return postgresql.kinship(connection)

    def time(self, connection: Connection) -> datetime:
        """Ask the server."""
        return postgresql.time(connection)

    def left_behind(self, connection: Connection) -> datetime | None:
        """Ask the server."""
        return postgresql.left_behind(connection)

    def province(self, connection: Connection) -> str:
        """Ask the server whose returns this account may submit."""
        return rights.province(connection)

    def account(self, connection: Connection) -> str:
        """Ask the server."""
        return rights.account(connection)

    def allowed(self, connection: Connection) -> Allowed:
        """Ask the server."""
        return rights.allowed(connection)

    def keep_copy(self, connection: Connection, revision: str, folder: Path | None) -> None:
        """Copy all that it holds into a file of the keeper's, which tells its schema."""
        if folder is None:
            raise self.older()
        self.kept = kept_before.keep(
            connection, revision, folder, f"{self.url.database} {self.url.host}"
        )

    def claim(self, _connection: Connection) -> None:
        """Do nothing: the tables themselves say whose they are."""

    def guard(self, connection: Connection) -> None:
        """Let the database refuse to change history, and tell of every event; renew its rights."""
        server_guards.guard(connection)
        if rights.stand(connection):
            rights.set_up(connection)

    def settle(self, engine: Engine) -> None:
        """Do nothing: a server serves many at a time."""

    def still_there(self) -> None:
        """Do nothing: a server tells by itself that it is gone."""

    def flush(self) -> None:
        """Do nothing: every commit is on the server's disk."""

    def mark(self, _engine: Engine) -> Mark:
        """Give one that tells nothing: every look goes to the server."""
        return Unmarked()

    def ear(self, engine: Engine, changes: Callable[[], int]) -> Ear:
        """Let the server tell, or look."""
        return listening.ear(engine, changes)


def _shown(url: URL) -> str:
    """Give an address as one types it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)
