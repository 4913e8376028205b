"""How paths are to be spread: choices are added, never changed; the newest of a scope counts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, insert, select

from desktop.archive import legible, prepared
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.schema import events, path_choices
from desktop.figures.month import Month
from desktop.figures.phasing import PathChoice, PathWish, Phasing
from desktop.figures.series import Flow


def add(connection: Connection, choice: PathChoice, stamp: Stamp) -> PathChoice:
    """Add a choice and give it with its number; the one in force, where it is the same."""
    standing = {held.scope: held for held in listed(connection)}.get(choice.scope)
    if standing and standing.wish == choice.wish:
        return standing
    entry = insert(path_choices).values(
        flow=choice.flow.value,
        item=choice.item,
        market=choice.market,
        province=choice.province,
        first_month=choice.start.ordinal,
        last_month=choice.end.ordinal,
        body=_written(choice.wish),
    )
    number = connection.scalars(entry.returning(path_choices.c.id)).one()
    record(connection, Deed.PATH_CHOSEN, stamp, path_choice_id=number)
    made = {held.number: held for held in listed(connection)}
    return made[number]


def listed(connection: Connection, *by: date | None) -> list[PathChoice]:
    """Every choice made by a moment or day, oldest first; of one scope the last counts."""
    if not prepared.any_in(connection, path_choices):
        return []
    statement = (
        select(path_choices, events.c.happened_at, events.c.caused_by)
        .join(events, events.c.path_choice_id == path_choices.c.id)
        .where(*done(*by))
    )
    rows = connection.execute(statement.order_by(path_choices.c.id))
    return legible.each("path_choices", rows, _choice)


def _choice(row: Any) -> PathChoice:
    return PathChoice(
        flow=Flow(row.flow),
        start=Month.from_ordinal(row.first_month),
        end=Month.from_ordinal(row.last_month),
        wish=_read(row.body),
        item=row.item,
        market=row.market,
        province=row.province,
        made_at=row.happened_at,
        made_by=row.caused_by,
        number=row.id,
    )


def _written(wish: PathWish) -> str:
    body = {
        "phasing": wish.phasing.value,
        "shares": [str(share) for share in wish.shares],
        "with_exceptional": wish.with_exceptional,
        "holiday_days": [list(pair) for pair in wish.holiday_days],
    }
    return json.dumps(body)


def _read(body: str) -> PathWish:
    held = json.loads(body)
    days = tuple((month, days) for month, days in held["holiday_days"])
    if not all(type(number) is int for pair in days for number in pair):
        raise ValueError(days)
    wish = PathWish(Phasing(held["phasing"]), (), held["with_exceptional"], days)
    return replace(wish, shares=tuple(Fraction(share) for share in held["shares"]))
