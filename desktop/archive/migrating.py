"""Building an archive's tables as of any schema, from whatever earlier one they are at."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

_MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = Lock()
"""Alembic keeps what it is at in its module: two archives are not migrated at once."""


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
