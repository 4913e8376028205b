"""An archive copied whole, row by row, from one engine to the other or the same.

A copy that was broken off goes on where it stopped. Until it is whole, nobody can open it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select, text, tuple_

from desktop.archive.originals import unpacked
from desktop.archive.schema import REVISIONS, metadata, originals
from desktop.figures.progress import Progress

UNFINISHED = "copying"
"""Stands for the schema's revision in an archive that is not whole yet."""

TABLES = tuple(metadata.sorted_tables)
"""Those of today's schema, each after those it refers to."""

_AT_ONCE = 20_000


class Moved(NamedTuple):
    """How much an archive holds: rows of one table, and the hash of all that stands in them."""

    table: str
    rows: int
    content_hash: str


class Standing(NamedTuple):
    """How many rows of a table a copy has, and the key of the last."""

    rows: int
    last: tuple[Any, ...] | None


def begin(target: Connection) -> bool:
    """Make ready what is to become a copy, or is to go on; False where it holds anything else."""
    if target.scalar(text("SELECT version_num FROM alembic_version")) == UNFINISHED:
        return True
    if any(_count(target, table) for table in TABLES):
        return False
    target.execute(text("UPDATE alembic_version SET version_num = :word"), {"word": UNFINISHED})
    return True


def finish(target: Connection) -> None:
    """Let the copy be opened."""
    target.execute(text("UPDATE alembic_version SET version_num = :word"), {"word": REVISIONS[-1]})


def standing(target: Connection, tables: Sequence[Table] = TABLES) -> dict[str, Standing]:
    """Say how far a copy has come, table by table."""
    return {table.name: Standing(_count(target, table), _last(target, table)) for table in tables}


def parts(
    source: Connection,
    there: dict[str, Standing],
    progress: Progress,
    tables: Sequence[Table] = TABLES,
) -> Iterator[tuple[Table, Sequence[tuple[Any, ...]]]]:
    """Give what the target lacks, in lots; each is to be appended and committed before the next.

    Whoever is told of the progress may raise `Cancelled`.
    """
    total = sum(_count(source, table) for table in tables)
    done = 0
    for table in tables:
        count, last = there[table.name]
        done += count
        while rows := _after(source, table, last):
            progress(done, total, table.name)
            yield table, rows
            done += len(rows)
            last = _key_of(table, rows[-1])
    progress(done, total, "")


def contents(connection: Connection, tables: Sequence[Table] = TABLES) -> list[Moved]:
    """Hash every table, whichever engine keeps it: equal archives give equal hashes."""
    return [_content(connection, table) for table in tables]


def _content(connection: Connection, table: Table) -> Moved:
    told, count, last = hashlib.sha256(), 0, None
    while rows := _after(connection, table, last):
        for row in rows:
            told.update(repr(_told(table, row)).encode())
        count += len(rows)
        last = _key_of(table, rows[-1])
    return Moved(table.name, count, told.hexdigest())


def _told(table: Table, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give a row's values; of an original what it holds, which engines pack in their own ways."""
    if table.name != originals.name:
        return row
    content_hash, packing, body = row
    return content_hash, packing, unpacked(body, content_hash) or bytes(body)


def _after(
    connection: Connection, table: Table, last: tuple[Any, ...] | None
) -> list[tuple[Any, ...]]:
    key = list(table.primary_key.columns)
    statement = select(table).order_by(*key).limit(_lot(table))
    if last is not None:
        statement = statement.where(tuple_(*key) > tuple_(*last))
    return [tuple(row) for row in connection.execute(statement)]


def _lot(table: Table) -> int:
    # Originals are whole workbooks.
    return 50 if table.name == "originals" else _AT_ONCE


def _last(connection: Connection, table: Table) -> tuple[Any, ...] | None:
    key = list(table.primary_key.columns)
    statement = select(*key).order_by(*(column.desc() for column in key)).limit(1)
    found = connection.execute(statement).first()
    return None if found is None else tuple(found)


def _key_of(table: Table, row: tuple[Any, ...]) -> tuple[Any, ...]:
    names = list(table.c.keys())
    return tuple(row[names.index(column.name)] for column in table.primary_key.columns)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
