"""Who did what, and when: every change is an event, and none is ever taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, insert, select

from desktop.archive.schema import events, returns
from desktop.figures.happening import Happening


class Deed(StrEnum):
    """What can happen to an archive."""

    IMPORTED = "imported"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    TARGET_SET = "target_set"
    TARGET_WITHDRAWN = "target_withdrawn"
    TARGET_RESTORED = "target_restored"
    NAME_DECIDED = "name_decided"
    NAME_FORGOTTEN = "name_forgotten"
    LAYOUT_LEARNED = "layout_learned"
    LAYOUT_FORGOTTEN = "layout_forgotten"
    PATH_CHOSEN = "path_chosen"
    WARNING_SILENCED = "warning_silenced"
    SILENCE_LIFTED = "silence_lifted"
    RULES_SET = "rules_set"
    SCENARIO_KEPT = "scenario_kept"
    SCENARIO_WITHDRAWN = "scenario_withdrawn"
    SCENARIO_RESTORED = "scenario_restored"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something was done, and who did it."""

    at: datetime
    by: str


def record(connection: Connection, deed: Deed, stamp: Stamp, **about: int) -> int:
    """Write down one event and give its number, which is then that of `changes`.

    `about` names what it is about, by `return_id`, `target_id` ….
    """
    entry: Any = connection.execute(
        insert(events).values(
            **about,
            kind=deed.value,
            happened_at=stamp.at.isoformat(timespec="seconds"),
            caused_by=stamp.by,
            desk=connection.get_execution_options().get("archive_desk", ""),
        )
    )
    return int(entry.inserted_primary_key[0])


def changes(connection: Connection) -> int:
    """Count the changes so far: a number that grows with every one."""
    return connection.scalar(select(func.coalesce(func.max(events.c.id), 0))) or 0


def since(connection: Connection, number: int) -> list[Happening]:
    """Tell what happened after the change of a number, oldest first."""
    e, r = events.c, returns.c
    statement = (
        select(e.id, e.kind, e.happened_at, e.caused_by, e.desk, func.coalesce(r.name, ""))
        .outerjoin(returns, r.id == e.return_id)
        .where(e.id > number)
        .order_by(e.id)
    )
    return [Happening(*row) for row in connection.execute(statement)]
