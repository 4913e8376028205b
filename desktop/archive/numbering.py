"""Numbers of series, periods and texts, given by a server's database: one for each, in turn.

Nobody writes these tables by hand: the archive's own functions look what is asked for up, past
what the asker may see, and add what is missing under the next numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql

from desktop.archive.schema import periods, series, terms

_speaking: Any = postgresql.dialect
SPOKEN: Dialect = _speaking()
TABLES = (series, periods, terms)
_FUNCTION = """
CREATE OR REPLACE FUNCTION {called}({arrays}) RETURNS SETOF integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE found integer[]; BEGIN
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest({given}) WITH ORDINALITY AS a({names}, turn)),
known AS MATERIALIZED (SELECT turn, t.id FROM asked JOIN {table} t USING ({key})),
fresh AS MATERIALIZED (
  SELECT asked.*, (SELECT coalesce(max(id), 0) FROM {table}) + row_number() OVER (ORDER BY turn)
    AS id
  FROM asked WHERE turn NOT IN (SELECT turn FROM known)),
put AS (INSERT INTO {table} (id, {names}) SELECT id, {names} FROM fresh)
SELECT array_agg(id::integer ORDER BY turn) INTO found FROM
  (SELECT turn, id FROM known UNION ALL SELECT turn, id FROM fresh) AS every;
PERFORM archive_asked('{table}', found);
RETURN QUERY SELECT unnest(found); END $$
"""
ASKED = """
CREATE OR REPLACE FUNCTION archive_asked(of text, numbers integer[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$ BEGIN {done} END $$
"""
ASKED_AS = "archive_asked(text, integer[])"
"""What is done when somebody has named what has these numbers; see `drafted`."""


def functions(schema: str) -> Iterator[tuple[str, str]]:
    """Give the functions: how each is called with its kinds of arguments, and what makes it."""
    for table in TABLES:
        columns, called = _named(table), f"archive_numbers_{table.name}"
        arrays = ", ".join(f"{_kind(c)}[]" for c in columns)
        told = _FUNCTION.format(
            called=called, arrays=arrays, schema=schema, table=table.name,
            given=", ".join(f"${n}" for n in range(1, len(columns) + 1)),
            names=", ".join(c.name for c in columns), key=", ".join(_key(table)),
        )  # fmt: skip
        yield f"{called}({arrays})", told


def numbers(
    connection: Connection, table: Table, keys: Collection[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """Give the numbers of natural keys, and new ones in their order to those that have none."""
    ordered = sorted(keys)
    columns = tuple(map(list, zip(*ordered, strict=True)))
    found: Any = connection.exec_driver_sql(_question(table), columns)
    return dict(zip(ordered, (number for (number,) in found.cursor.fetchall()), strict=True))


@lru_cache(maxsize=len(TABLES))
def _question(table: Table) -> str:
    given = ", ".join(f"%s::{_kind(c)}[]" for c in _named(table))
    return f"SELECT archive_numbers_{table.name}({given})"


def _named(table: Table) -> list[Column[Any]]:
    return list(table.c)[1:]


def _key(table: Table) -> list[str]:
    """Name the columns that no two rows have alike."""
    every = (c for c in table.constraints if isinstance(c, UniqueConstraint))
    return [column.name for constraint in every for column in constraint.columns]


def _kind(column: Column[Any]) -> str:
    return column.type.compile(SPOKEN).partition(" ")[0]
