"""What names mean to their senders: decisions are added, never changed; the newest is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from desktop.archive import legible
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.refusals import refused
from desktop.archive.schema import decisions, events
from desktop.figures.directions import NameDecision, NameKind
from desktop.figures.names import name_key

_NAME = ("sender", "kind", "flow", "name_key")
"""Columns that say which name a decision is about."""

_Name = tuple[str, ...]


def add(connection: Connection, made: Sequence[NameDecision], stamp: Stamp) -> int:
    """Add decisions, and say how many of them are now in force that were not.

    One made here that says what is in force already is not added, nor one made elsewhere, unless
    later than the one in force: whichever way archives exchange decisions, the newest stands.
    """
    standing = _in_force(connection)
    added = 0
    for decision in made:
        name = _name(decision)
        known = standing.get(name)
        if known and not _supersedes(decision, known):
            continue
        entry = insert(decisions).values(
            sender=decision.sender,
            kind=decision.kind.value,
            flow=decision.flow,
            name_key=name[-1],
            label=decision.label,
            code=decision.code,
            decided_at=decision.decided_at or utc(stamp.at),
            decided_by=decision.decided_by or stamp.by,
        )
        standing[name] = connection.execute(entry.returning(*decisions.c)).one()
        record(connection, Deed.NAME_DECIDED, stamp, decision_id=standing[name].id)
        added += not known or known.code != decision.code
    return added


def listed(connection: Connection, *by: date | None) -> list[NameDecision]:
    """The decisions in force (then, by a moment or day), by sender, kind, flow and label."""
    found = legible.each("decisions", _in_force(connection, *by).values(), _decision)
    return sorted(found, key=lambda d: (d.sender, d.kind, d.flow, d.label))


def forget(connection: Connection, decision: NameDecision, stamp: Stamp) -> None:
    """Let a name be undecided again; `Refused` where nothing is decided of it."""
    known = _in_force(connection).get(_name(decision))
    if known is None:
        raise refused("no_such_decision", decision.label)
    record(connection, Deed.NAME_FORGOTTEN, stamp, decision_id=known.id)


def utc(moment: datetime) -> str:
    """Write a moment as ISO 8601 in UTC, to the second ("2025-07-12T05:00:00+00:00")."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _in_force(connection: Connection, *by: date | None) -> dict[_Name, Any]:
    """The newest decision of every name, unless it was forgotten since."""
    d = decisions.c
    made = select(func.max(d.id)).group_by(*(d[column] for column in _NAME))
    newest = made.join(
        events, (events.c.decision_id == d.id) & (events.c.kind == Deed.NAME_DECIDED.value)
    ).where(*done(*by))
    forgotten = select(events.c.decision_id).where(
        events.c.kind == Deed.NAME_FORGOTTEN.value, events.c.decision_id.is_not(None), *done(*by)
    )
    statement = select(decisions).where(d.id.in_(newest), d.id.not_in(forgotten))
    return {
        tuple(getattr(row, column) for column in _NAME): row
        for row in connection.execute(statement)
    }


def _name(decision: NameDecision) -> _Name:
    return decision.sender, decision.kind.value, decision.flow, name_key(decision.label)


def _supersedes(decision: NameDecision, standing: Any) -> bool:
    """Say whether a decision takes the place of the one in force, be it to confirm it later."""
    if not decision.decided_at:
        return bool(decision.code != standing.code)
    return bool(decision.decided_at > standing.decided_at)


def _decision(row: Any) -> NameDecision:
    return NameDecision(
        row.sender, NameKind(row.kind), row.flow, row.label, row.code,
        row.decided_at, row.decided_by,
    )  # fmt: skip
