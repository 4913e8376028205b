"""Texts that an office keeps whole, as rules and groupings: of a table the newest counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from desktop.archive import prepared
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.schema import events, grouping_sets, rule_sets
from desktop.figures.kept_text import KeptText

_BY = {
    rule_sets: ("rule_set_id", Deed.RULES_SET),
    grouping_sets: ("grouping_set_id", Deed.GROUPINGS_SET),
}


def keep(connection: Connection, table: Table, body: str, stamp: Stamp) -> None:
    """Put a text in force; the one that is in force is not kept twice."""
    standing = newest(connection, table)
    if standing is None or standing.text != body:
        entry = insert(table).values(body=body).returning(table.c.id)
        column, deed = _BY[table]
        record(connection, deed, stamp, **{column: connection.scalars(entry).one()})


def newest(connection: Connection, table: Table, *by: date | None) -> KeptText | None:
    """The text in force (then, by a moment or day); None while there is none."""
    if not prepared.any_in(connection, table):
        return None
    found = connection.execute(_told(table, *by).limit(1)).one_or_none()
    return KeptText._make(found) if found else None


def every(connection: Connection, table: Table) -> list[KeptText]:
    """Every text that was ever in force, newest first."""
    return [KeptText._make(row) for row in connection.execute(_told(table))]


def _told(table: Table, *by: date | None) -> Any:
    return (
        select(table.c.body, events.c.happened_at, events.c.caused_by, table.c.id)
        .join(events, events.c[_BY[table][0]] == table.c.id)
        .where(*done(*by))
        .order_by(table.c.id.desc())
    )
