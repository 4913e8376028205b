"""Who did what, and when: every change is an event, and none is ever taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from desktop.archive import prepared
from desktop.archive.meanwhile import refuse_overwriting
from desktop.archive.origins import elsewhere
from desktop.archive.schema import events, returns
from desktop.figures.happening import Happening


class Deed(StrEnum):
    """What can happen to an archive."""

    IMPORTED = "imported"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
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
    GROUPINGS_SET = "groupings_set"
    SCENARIO_KEPT = "scenario_kept"
    SCENARIO_WITHDRAWN = "scenario_withdrawn"
    SCENARIO_RESTORED = "scenario_restored"
    NOTE_ADDED = "note_added"
    NOTE_REMOVED = "note_removed"
    NOTE_RESTORED = "note_restored"


CAME = (Deed.IMPORTED.value, Deed.SUBMITTED.value)
"""How a return comes."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something was done, and who did it."""

    at: datetime
    by: str


class _Instant(FunctionElement[int]):
    """A moment written as ISO 8601, in seconds since 1970 whatever its time zone."""

    type = Integer()
    inherit_cache = True


@compiles(_Instant, "sqlite")
def _in_sqlite(element: _Instant, compiler: Any, **kw: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(element.clauses, **kw)}) AS INTEGER)"


@compiles(_Instant, "postgresql")
def _in_postgresql(element: _Instant, compiler: Any, **kw: Any) -> str:
    moment = compiler.process(element.clauses, **kw)
    return f"CAST(EXTRACT(EPOCH FROM CAST({moment} AS TIMESTAMPTZ)) AS BIGINT)"


def done(*by: date | datetime | None, of: FromClause = events) -> list[ColumnElement[bool]]:
    """Conditions on the events: those that had happened by moments, or by the end of days.

    The day of an event is the one that its own time zone had. None asks for all. `of` is the
    table of events, or another name for it.
    """
    return [_by(limit, of.c.happened_at) for limit in by if limit]


def _by(limit: date | datetime, at: ColumnElement[str]) -> ColumnElement[bool]:
    if isinstance(limit, datetime):
        return _Instant(at) <= int(limit.timestamp())
    return at < limit.isoformat() + _AFTER_ALL


_AFTER_ALL = "~"
"""Stands behind all that follows on a day where a moment is written."""


def record(connection: Connection, deed: Deed, stamp: Stamp, **about: int) -> int:
    """Write down one event and give its number, which is then that of `changes`; see `tell`."""
    return int(tell(connection, deed, stamp, **about))


def tell(connection: Connection, deed: Deed, stamp: Stamp, **about: int) -> Any:
    """Write down one event; give its number, as far as it is waited for.

    `about` names what it is about, by `return_id`, `target_id` …. Raises `Refused` where it would
    overwrite what the writer has not seen; see `meanwhile.as_seen`.
    """
    desk = connection.get_execution_options().get("archive_desk", "")
    refuse_overwriting(connection, desk, about)
    told = {
        **about,
        "kind": deed.value,
        "happened_at": stamp.at.isoformat(timespec="seconds"),
        "caused_by": stamp.by,
        "desk": desk,
    }
    return prepared.run(connection, _EVENT, told)


def days(connection: Connection) -> list[date]:
    """The days on which something was done, newest first."""
    return [date.fromisoformat(written) for written in connection.scalars(_DAYS)]


_DAY = func.substr(events.c.happened_at, 1, len("YYYY-MM-DD"))
_DAYS = select(_DAY).distinct().order_by(_DAY.desc())


def changes(connection: Connection) -> int:
    """Count the changes so far: a number that grows with every one."""
    return int(prepared.first(connection, _CHANGES) or 0)


def since(connection: Connection, number: int, account: str = "") -> list[Happening]:
    """Tell what happened after the change of a number, oldest first.

    Where a server signs with an `account`, what another one did, or this one at another address, is
    of no desk of ours, whatever desk it says: anybody who may write can say one.
    """
    found = [Happening(*row) for row in connection.execute(_SINCE, {"number": number})]
    forged = elsewhere(connection, account, [h.number for h in found if h.desk])
    return [replace(h, desk="") if h.number in forged else h for h in found]


_SINCE = (
    select(
        events.c.id,
        events.c.kind,
        events.c.happened_at,
        events.c.caused_by,
        events.c.desk,
        func.coalesce(returns.c.name, ""),
        func.coalesce(events.c.target_id, 0),
    )
    .outerjoin(returns, returns.c.id == events.c.return_id)
    .where(events.c.id > bindparam("number"))
    .order_by(events.c.id)
)
_EVENT = insert(events).returning(events.c.id)
_CHANGES = f"SELECT max(id) FROM {events.name}"  # noqa: S608 - the table's own name
"""Asked before and after everything: as it stands it takes a third of the time."""
