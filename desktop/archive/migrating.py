"""Building an archive's tables as of any schema, from whatever earlier one they are at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

_MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST = Path(__file__).with_name("newest.sql")
"""What all migrations leave in an empty file; `python -m tests.archive.newest` writes it."""
_ONE_AT_A_TIME = Lock()
"""Alembic keeps what it is at in its module: two archives are not migrated at once."""


def build(connection: Connection) -> None:
    """Build the newest tables in an empty database, inside the transaction that has begun."""
    if connection.dialect.name != "sqlite":
        migrate(connection)
        return
    for statement in _statements(NEWEST.read_text(encoding="utf-8")):
        connection.exec_driver_sql(statement)


def _statements(script: str) -> Iterator[str]:
    told = ""
    for line in script.splitlines(keepends=True):
        told += line
        if sqlite3.complete_statement(told):
            yield told
            told = ""


def migrate(connection: Connection, revision: str = "head") -> None:
    """Build the tables as of a revision, inside the transaction that has begun."""
    # Alembic takes longer to import than an archive takes to open, which rarely needs it.
    from alembic import command  # noqa: PLC0415 - as said above
    from alembic.config import Config  # noqa: PLC0415 - as said above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _ONE_AT_A_TIME:
        command.upgrade(config, revision)
