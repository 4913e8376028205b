"""What a server's archive of an earlier schema holds, kept in a file before it is migrated.

The file is an archive of that schema, whole and compared: any program of that time or later opens
it. The server's other writers wait meanwhile, or are told that somebody is writing.
"""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table
from sqlalchemy.exc import SQLAlchemyError

from desktop.archive import bulk, moving, sqlite
from desktop.archive.migrating import migrate
from desktop.archive.place import PATIENCE
from desktop.archive.refusals import explained, refused
from desktop.figures.finding import Refused
from desktop.figures.progress import unheard


def keep(connection: Connection, revision: str, folder: Path, called: str) -> Path:
    """Copy all that an archive holds into a new file in a folder, and give the file.

    `connection` is about to migrate: nobody else writes. Raises `Refused` where the copy cannot be
    written, or differs.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        out = _free(folder, f"{called}.before-{revision}")
        aside = out.with_name(out.name + ".part")
        sqlite.remove(aside)
        _write(connection, revision, aside)
        aside.replace(out)
    except (OSError, SQLAlchemyError, Refused) as error:
        raise refused("not_kept_before", called, found=str(folder)) from error
    return out


def _free(folder: Path, stem: str) -> Path:
    """Give a name that no file has: what was kept before stays."""
    names = chain((stem,), (f"{stem} {n}" for n in count(2)))
    return next(p for p in (folder / f"{name}.sqlite3" for name in names) if not p.exists())


def _write(connection: Connection, revision: str, out: Path) -> None:
    engine = sqlite.connect(out, read_only=False, patience=PATIENCE)
    try:
        with explained(str(out)), engine.execution_options(**sqlite.WRITING).begin() as new:
            sqlite.claim(new)
            migrate(new, revision)
            tables = _tables(new)
            for table, rows in moving.parts(
                connection, moving.standing(new, tables), unheard, tables
            ):
                bulk.append(new, table, rows)
            if moving.contents(new, tables) != moving.contents(connection, tables):
                raise refused("copy_differs", out)
    finally:
        engine.dispose()
    sqlite.fold(out)


def _tables(connection: Connection) -> list[Table]:
    """Give the tables of the archive's own schema, which the program may know no more."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]
