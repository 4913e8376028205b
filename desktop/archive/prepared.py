"""Statements that are always the same: written down once, and handed to the driver as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ClauseElement, Connection, CursorResult, Dialect


def run(
    connection: Connection, statement: ClauseElement, told: Mapping[str, Any]
) -> CursorResult[Any]:
    """Run a statement that its room keeps, with values by the names of columns or parameters.

    What SQLAlchemy does beyond that for a single row takes longer than the database.
    """
    written, order = _written(statement, connection.dialect, tuple(told))
    values = dict(told) if order is None else tuple(map(told.__getitem__, order))
    return connection.exec_driver_sql(written, values)


@lru_cache(maxsize=128)
def _written(
    statement: ClauseElement, dialect: Dialect, names: Sequence[str]
) -> tuple[str, Sequence[str] | None]:
    """Give a statement's text, and the order of its values where they have no names."""
    made: Any = statement.compile(dialect=dialect, column_keys=names)
    return str(made), made.positiontup if made.positional else None
