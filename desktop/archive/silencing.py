"""Warnings that were silenced: silences are added and lifted, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from desktop.archive import legible
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.refusals import refused
from desktop.archive.schema import events, silences
from desktop.figures.month import Month
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import Rule


def add(connection: Connection, silence: Silence, stamp: Stamp) -> Silence:
    """Add a silence and give it with its number; the standing one, where it is the same."""
    for standing in listed(connection):
        if replace(standing, by="", at="", number=0) == replace(silence, by="", at="", number=0):
            return standing
    entry = insert(silences).values(
        rule=silence.rule.value,
        subject=silence.subject,
        first_month=silence.since.ordinal,
        last_month=silence.until.ordinal,
        reason=silence.reason,
    )
    number = connection.scalars(entry.returning(silences.c.id)).one()
    record(connection, Deed.WARNING_SILENCED, stamp, silence_id=number)
    return replace(silence, number=number, by=stamp.by, at=stamp.at.isoformat(timespec="seconds"))


def listed(connection: Connection, *by: date | None) -> list[Silence]:
    """The silences that stand (or stood, by a moment or day) and were not lifted, oldest first."""
    lifted = select(events.c.silence_id).where(
        events.c.kind == Deed.SILENCE_LIFTED.value, events.c.silence_id.is_not(None), *done(*by)
    )
    statement = (
        select(silences, events.c.happened_at, events.c.caused_by)
        .join(events, events.c.silence_id == silences.c.id)
        .where(
            events.c.kind == Deed.WARNING_SILENCED.value, silences.c.id.not_in(lifted), *done(*by)
        )
        .order_by(silences.c.id)
    )
    return legible.each("silences", connection.execute(statement), _silence)


def lift(connection: Connection, number: int, stamp: Stamp) -> None:
    """Let a warning be heard again; `Refused` where no such silence stands."""
    if number not in {silence.number for silence in listed(connection)}:
        raise refused("no_such_silence", number)
    record(connection, Deed.SILENCE_LIFTED, stamp, silence_id=number)


def _silence(row: Any) -> Silence:
    return Silence(
        Rule(row.rule), row.subject,
        Month.from_ordinal(row.first_month), Month.from_ordinal(row.last_month),
        row.reason, row.caused_by, row.happened_at, row.id,
    )  # fmt: skip
