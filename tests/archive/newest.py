"""Write down what all migrations leave in an empty file: python -m tests.archive.newest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine

from desktop.archive.migrating import NEWEST, migrate

_SAID = "-- An archive's newest tables, as all migrations make them; a new file is built of these."
_MADE = """
SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'table' DESC, rowid
"""


def migrated() -> str:
    """Give the script that makes an empty file what all migrations, one by one, make it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.sqlite3"
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            migrate(connection)
        engine.dispose()
        return built(path)


def built(path: Path) -> str:
    """Give the script that makes the tables of an archive, and says of which schema they are."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute(_MADE).fetchall()
        ((revision,),) = connection.execute("SELECT version_num FROM alembic_version")
        ((version,),) = connection.execute("PRAGMA user_version")
    return "".join([
        f"{_SAID}\n",
        *(f"{sql};\n" for (sql,) in made),
        f"INSERT INTO alembic_version VALUES ('{revision}');\n",
        f"PRAGMA user_version = {version};\n",
    ])  # fmt: skip


if __name__ == "__main__":
    NEWEST.write_text(migrated(), encoding="utf-8")
