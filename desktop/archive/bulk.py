"""Rows in bulk: straight to the driver, past all that SQLAlchemy does for one row at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Select,
    Table,
    bindparam,
    insert,
    select,
)

from desktop.archive import arrays, by_column, numbering, postgresql, prepared
from desktop.archive.connected import on_server

IntArray = npt.NDArray[np.int64]

_ROWS_AT_ONCE = 75
"""Rows of one statement: with a table's twelve columns, as many values as any SQLite takes."""
_AT_ONCE = 400
"""Values in one IN list: every engine takes as many, and the statement stays readable in a log."""


def append(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if rows and on_server(connection):
        columns = list(zip(*rows, strict=True))
        arrays.insert(connection, arrays.written(table, columns))
    elif rows:
        file = prepared.in_file(connection)
        whole = len(rows) - len(rows) % _ROWS_AT_ONCE
        many = _insertion(table, connection.dialect, _ROWS_AT_ONCE)
        for start in range(0, whole, _ROWS_AT_ONCE):
            values = chain.from_iterable(rows[start : start + _ROWS_AT_ONCE])
            file.execute(many, tuple(values))
        if rest := rows[whole:]:
            file.executemany(_insertion(table, connection.dialect), rest)


@lru_cache(maxsize=64)
def _insertion(table: Table, dialect: Dialect, rows: int = 1) -> str:
    one = str(insert(table).compile(dialect=dialect))
    head, values, marks = one.partition(" VALUES ")
    return head + values + ", ".join([marks] * rows)


def numbered(
    connection: Connection, table: Table, keys: Collection[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """Give the ids of natural keys, and new ones to those that have none.

    A key holds the values of the table's columns from the second to as many as it is long; the
    ids found by `known` may be more than were asked for.
    """
    if on_server(connection):
        return numbering.numbers(connection, table, keys)
    ids = known(connection, table, keys)
    new = [key for key in keys if key not in ids]
    return ids | added(connection, table, new) if new else ids


def added(
    connection: Connection, table: Table, keys: Iterable[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """Give new ids to natural keys that have none, as far as is known."""
    if on_server(connection):  # which sees more than who asks
        return numbering.numbers(connection, table, list(keys))
    last = prepared.first(connection, f"SELECT max(id) FROM {table.name}")  # noqa: S608 - the schema's own name
    fresh = {key: number for number, key in enumerate(sorted(keys), (last or 0) + 1)}
    append(connection, table, [(number, *key) for key, number in fresh.items()])
    return fresh


def known(
    connection: Connection, table: Table, keys: Collection[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """Give the ids of natural keys that the table holds, and of some others."""
    columns = list(table.c)
    width = len(next(iter(keys), ())) + 1
    statement = select(*columns[:width])
    for place in {2, width - 1} if width > 2 else ():
        wanted = sorted({key[place - 1] for key in keys})
        statement = statement.where(_one_of(columns[place], wanted))
    ids = {}
    for part in parts(columns[1], {key[0] for key in keys}):
        for number, *key in connection.execute(statement.where(part)).all():
            ids[tuple(key)] = number
    return ids


def columns(connection: Connection, selection: Select[Any]) -> list[IntArray]:
    """Give a selection of whole numbers by column."""
    if on_server(connection):
        return list(by_column.columns(connection, selection).values())
    cursor: Any = connection.execute(selection).cursor
    every = np.fromiter(chain.from_iterable(cursor.fetchall()), np.int64)
    return list(every.reshape(-1, len(selection.selected_columns)).T)


def page_by_page(connection: Connection) -> AbstractContextManager[None]:
    """Ask within for figures most of which stand beside each other: of periods, or of series."""
    is_file = connection.dialect.name != "postgresql"
    return nullcontext() if is_file else postgresql.page_by_page(connection)


def parts(column: ColumnElement[Any], values: Collection[Any]) -> Iterator[ColumnElement[bool]]:
    """Ask for any number of values of a column, a few hundred at a time."""
    ordered = sorted(values)
    for start in range(0, len(ordered), _AT_ONCE):
        yield _one_of(column, ordered[start : start + _AT_ONCE])


def _one_of(column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    # One parameter for the whole list: a parameter for each value takes longer than the query.
    wanted = bindparam(None, values, expanding=True, unique=True, type_=column.type)
    return column.in_(wanted)
