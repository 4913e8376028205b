"""Statements that are always the same: written down once, and handed to the driver as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect, Table


def run(connection: Connection, statement: ClauseElement, told: Mapping[str, Any]) -> Any:
    """Run a statement that its room keeps, with values by the names of columns or parameters.

    Give the first value that comes back, None where nothing does. What SQLAlchemy does beyond
    that for a single row takes longer than the database.
    """
    written, order = _written(statement, connection.dialect, tuple(told))
    values = dict(told) if order is None else tuple(map(told.__getitem__, order))
    return first(connection, written, values)


def first(connection: Connection, written: str, values: Any = ()) -> Any:
    """Give the first value that a written statement brings; None where nothing comes."""
    if file := in_file(connection):
        rows = file.execute(written, values).fetchall()  # to its end: a commit waits for that
        return rows[0][0] if rows else None
    result = connection.exec_driver_sql(written, values)
    return result.scalar() if result.returns_rows else None


def any_in(connection: Connection, table: Table) -> bool:
    """Say whether a table holds anything: few do of what offices may set, and it is soon asked."""
    return first(connection, f"SELECT 1 FROM {table.name} LIMIT 1") is not None  # noqa: S608 - the schema's own name


def every(connection: Connection, written: str) -> Sequence[tuple[Any, ...]]:
    """Give all rows that a written statement brings, as the driver's own tuples."""
    cursor = connection.exec_driver_sql(written).cursor
    assert cursor is not None  # it is a selection
    return cursor.fetchall()


def in_file(connection: Connection) -> Any:
    """Give the driver's own connection where the database is a file; None of a server's."""
    return connection.connection.driver_connection if connection.dialect.name == "sqlite" else None


@lru_cache(maxsize=128)
def _written(
    statement: ClauseElement, dialect: Dialect, names: Sequence[str]
) -> tuple[str, Sequence[str] | None]:
    """Give a statement's text, and the order of its values where they have no names."""
    made: Any = statement.compile(dialect=dialect, column_keys=names)
    return str(made), made.positiontup if made.positional else None
