"""Rows in bulk as a server takes them: an array for each column of a table, written down at once.

They are nearly as quick as COPY, which the rights of rows do not allow, and can be written down
before the rows are to be inserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Integer, Table, Text


@dataclass(frozen=True, slots=True)
class Arrays:
    """Rows of a table, by its columns: an array each, or one value where `alike` says so.

    What is the same of all rows, as much of a return is, is sent once.
    """

    table: Table
    alike: tuple[bool, ...]
    values: tuple[Any, ...]

    def saying(self, column: Column[Any], value: Any) -> Arrays:
        """Give the same rows, of which all say this in a column."""
        at = list(self.table.c).index(column)
        alike = (*self.alike[:at], True, *self.alike[at + 1 :])
        return replace(self, alike=alike, values=(*self.values[:at], value, *self.values[at + 1 :]))


def written(table: Table, columns: Sequence[Sequence[Any]]) -> Arrays:
    """Write rows down that stand in the order of the table's columns, none of them empty."""
    count = len(columns[0])
    alike = (False, *(values.count(values[0]) == count for values in columns[1:]))
    sent = tuple(
        values[0] if same else _array(column, values)
        for column, values, same in zip(table.c, columns, alike, strict=True)
    )
    return Arrays(table, alike, sent)


def insert(connection: Connection, rows: Arrays) -> None:
    """Append rows to their table."""
    statement = _from_arrays(connection.dialect, rows.table, rows.alike)
    connection.exec_driver_sql(statement, rows.values)


def _array(column: Column[Any], values: Sequence[Any]) -> str | list[Any]:
    """Give the values of a column as they are sent: written down at once where that is plain."""
    if column.nullable:
        return list(values)
    if isinstance(column.type, Integer):
        return f"{{{','.join(map(str, values))}}}"
    if isinstance(column.type, Text):
        joined = _BETWEEN.join(values)
        if "\\" not in joined and joined.count('"') == 2 * (len(values) - 1):
            return f'{{"{joined}"}}'
    return list(values)


_BETWEEN = '","'
"""Between texts of an array; where nothing in them needs to be marked they are written as one."""


@lru_cache(maxsize=64)
def _from_arrays(dialect: Dialect, table: Table, alike: Sequence[bool]) -> str:
    """Insert columns: an array for each, or one value where the rows are alike."""
    names = ", ".join(column.name for column in table.c)
    kinds = (column.type.compile(dialect).partition(" ")[0] for column in table.c)
    # Side by side in the list: from a function each array would be put by as a table first.
    told = ", ".join(
        f"%s::{kind}" if same else f"unnest(%s::{kind}[])"
        for kind, same in zip(kinds, alike, strict=True)
    )
    return f"INSERT INTO {table.name} ({names}) SELECT {told}"
