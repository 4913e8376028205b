"""Who did what, and when: every change is an event, and none is ever taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from desktop.archive.schema import events


class Deed(StrEnum):
    """What can happen to an archive."""

    IMPORTED = "imported"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    TARGET_SET = "target_set"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something was done, and who did it."""

    at: datetime
    by: str


def record(
    connection: Connection,
    deed: Deed,
    stamp: Stamp,
    *,
    return_id: int | None = None,
    target_id: int | None = None,
) -> None:
    """Write down one event."""
    connection.execute(
        insert(events).values(
            kind=deed.value,
            return_id=return_id,
            target_id=target_id,
            happened_at=stamp.at.isoformat(timespec="seconds"),
            caused_by=stamp.by,
        )
    )


def changes(connection: Connection) -> int:
    """Count the changes so far: a number that grows with every one."""
    return connection.scalar(select(func.coalesce(func.max(events.c.id), 0))) or 0
