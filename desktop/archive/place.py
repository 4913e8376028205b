"""Where an archive lies, and what each database engine does in a way of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine

from desktop.archive.news import Ear
from desktop.archive.still import Mark
from desktop.figures.finding import Refused
from desktop.figures.received import Allowed

PATIENCE = 4.0
"""Seconds to wait for another program that is writing."""


class Kinship(Enum):
    """Whose a database is: nobody's yet, an archive's, or another program's."""

    EMPTY = auto()
    OURS = auto()
    FOREIGN = auto()


class Place(Protocol):
    """A place that holds an archive, or is to hold one: a file, or a server's database."""

    kept: Path | None
    """The copy that `keep_copy` made, where it did."""

    @property
    def name(self) -> str:
        """How officials are told of it; never with a password."""

    @property
    def is_one_desks(self) -> bool:
        """Say whether whoever opens it may bring it up to date without being asked to."""

    @property
    def reading(self) -> Mapping[str, Any]:
        """Execution options of a connection that sees one moment and changes nothing."""

    @property
    def writing(self) -> Mapping[str, Any]:
        """Execution options of a connection that is going to write."""

    @property
    def building(self) -> Mapping[str, Any]:
        """The same, of one that makes the archive's tables or says who may do what."""

    @property
    def soon(self) -> Mapping[str, Any]:
        """The same, of one among several that `flush` brings to the disk together."""

    def look_at(self, *, read_only: bool) -> None:
        """Raise `Refused` where it can be seen from outside that no archive of ours is there."""

    def connect(self, *, read_only: bool, patience: float) -> Engine:
        """Give an engine; nothing is opened before the first use.

        `patience` is how long, in seconds, to wait for another program that writes.
        """

    def older(self) -> Refused:
        """Make the refusal of an archive of an earlier schema that is not to be migrated now."""

    def kinship(self, connection: Connection) -> Kinship:
        """Say whose the database is."""

    def keep_copy(self, connection: Connection, revision: str, folder: Path | None) -> None:
        """Keep what an archive of an earlier schema holds, before it is brought up to date.

        A server's is kept in a `folder`. Raises `Refused` where that fails.
        """

    def time(self, connection: Connection) -> datetime | None:
        """Give the time of the clock that all its desks have in common; None where none is."""

    def left_behind(self, connection: Connection) -> datetime | None:
        """Say until when it was told anything, where it only follows another and has lost it."""

    def province(self, connection: Connection) -> str:
        """Code of the province whose returns whoever opened it may submit; empty for anybody's."""

    def account(self, connection: Connection) -> str:
        """Name with which all that is done here is signed, whatever is typed; empty for none."""

    def allowed(self, connection: Connection) -> Allowed:
        """Say what whoever opened it may do with returns that came."""

    def claim(self, connection: Connection) -> None:
        """Mark an empty database as ours."""

    def guard(self, connection: Connection) -> None:
        """Let the database itself keep history as written, where its migrations did not."""

    def settle(self, engine: Engine) -> None:
        """Make ready for work what was just brought up to date."""

    def still_there(self) -> None:
        """Raise `Refused` where what is written would be lost: the archive is not where it was."""

    def flush(self) -> None:
        """Put on the disk what was committed `soon`; raises `OSError` where that fails."""

    def mark(self, engine: Engine) -> Mark:
        """Give what tells whether anything can have changed."""

    def ear(self, engine: Engine, changes: Callable[[], int]) -> Ear:
        """Give what waits for the changes that others make; `changes` gives their number."""
