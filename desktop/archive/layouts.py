"""Layouts that officials taught: added, never changed; of one sender and name the newest counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from desktop.archive import legible
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.decisions import utc
from desktop.archive.refusals import refused
from desktop.archive.schema import events, layouts
from desktop.figures.directions import LearnedLayout
from desktop.figures.finding import Finding
from desktop.figures.layout_files import layout_from_json, layout_to_json


def add(connection: Connection, layout: LearnedLayout, stamp: Stamp) -> LearnedLayout:
    """Add a layout and give it with its number; the standing one, where it is the same."""
    for standing in listed(connection):
        if _bare(standing) == _bare(layout):
            return standing
    kept = replace(
        layout, made_at=layout.made_at or utc(stamp.at), made_by=layout.made_by or stamp.by
    )
    entry = insert(layouts).values(
        name=kept.name,
        sender=kept.sender,
        body=layout_to_json(_bare(kept)),
        made_at=kept.made_at,
        made_by=kept.made_by,
    )
    number = connection.scalars(entry.returning(layouts.c.id)).one()
    record(connection, Deed.LAYOUT_LEARNED, stamp, layout_id=number)
    return replace(kept, number=number)


def listed(connection: Connection, *by: date | None) -> list[LearnedLayout]:
    """The layouts that count (or counted, by a moment or day), by sender and name.

    One that nobody can read is left out; see `unreadable`.
    """
    c = layouts.c
    taught = (events.c.layout_id == c.id) & (events.c.kind == Deed.LAYOUT_LEARNED.value)
    told = select(layouts).join(events, taught).where(*done(*by)).order_by(c.id)
    rows = connection.execute(told)
    newest = dict(legible.those(rows, lambda row: ((row.sender, row.name), _layout(row))))
    gone = set(connection.scalars(_forgotten(*by)))
    return [layout for _, layout in sorted(newest.items()) if layout.number not in gone]


def unreadable(connection: Connection) -> Iterator[Finding]:
    """Name the layouts that nobody can read."""
    rows = connection.execute(select(layouts).order_by(layouts.c.id))
    return legible.others("layouts", rows, _layout)


def forget(connection: Connection, number: int, stamp: Stamp) -> None:
    """Let a layout count no more; `Refused` where no such layout counts."""
    if number not in {layout.number for layout in listed(connection)}:
        raise refused("no_such_layout", number)
    record(connection, Deed.LAYOUT_FORGOTTEN, stamp, layout_id=number)


def _forgotten(*by: date | None) -> Any:
    return select(events.c.layout_id).where(
        events.c.kind == Deed.LAYOUT_FORGOTTEN.value, events.c.layout_id.is_not(None), *done(*by)
    )


def _bare(layout: LearnedLayout) -> LearnedLayout:
    """The layout itself, without who made it and where it is kept."""
    return replace(layout, made_at="", made_by="", number=None)


def _layout(row: Any) -> LearnedLayout:
    return replace(
        layout_from_json(row.body), made_at=row.made_at, made_by=row.made_by, number=row.id
    )
