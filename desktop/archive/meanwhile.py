"""What others did to the same thing since somebody looked at it: nobody overwrites that unseen.

It is looked up inside the transaction that would overwrite it, which writers enter one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from sqlalchemy import Connection, Table, select

from desktop.archive.origins import elsewhere
from desktop.archive.refusals import refused
from desktop.archive.schema import (
    decisions,
    events,
    grouping_sets,
    layouts,
    path_choices,
    rule_sets,
    scenarios,
    silences,
    targets,
)

_SEEN: ContextVar[int | None] = ContextVar("seen", default=None)


class _Kept(NamedTuple):
    """What a table keeps: by which columns two rows are of one thing, and what that is called."""

    table: Table
    same: tuple[str, ...]
    code: str
    called: str = ""


_KEPT = {
    "decision_id": _Kept(
        decisions, ("sender", "kind", "flow", "name_key"), "name_changed_meanwhile", "label"
    ),
    "layout_id": _Kept(layouts, ("sender", "name"), "layout_changed_meanwhile", "name"),
    "path_choice_id": _Kept(
        path_choices,
        ("flow", "item", "market", "province", "first_month", "last_month"),
        "path_changed_meanwhile",
    ),
    "silence_id": _Kept(silences, ("rule", "subject"), "silence_changed_meanwhile"),
    "rule_set_id": _Kept(rule_sets, (), "rules_changed_meanwhile"),
    "grouping_set_id": _Kept(grouping_sets, (), "groupings_changed_meanwhile"),
    "target_id": _Kept(
        targets,
        ("flow", "measure", "year", "item", "market", "province", "first_month", "months"),
        "target_changed_meanwhile",
    ),
    "scenario_id": _Kept(scenarios, ("name_key",), "scenario_changed_meanwhile", "name_key"),
}


@contextmanager
def as_seen(number: int | None) -> Iterator[None]:
    """Let what is written here be refused where it would overwrite what was done after a change.

    `number` is that of the last change that whoever writes has seen; None lets it be overwritten.
    """
    before = _SEEN.set(number)
    try:
        yield
    finally:
        _SEEN.reset(before)


def refuse_overwriting(connection: Connection, desk: str, about: dict[str, int]) -> None:
    """Raise `Refused` where another desk changed the same thing since the writer looked.

    `about` says what is to be written, as `chronicle.record` takes it.
    """
    seen = _SEEN.get()
    if seen is None:
        return
    for column, number in about.items():
        if kept := _KEPT.get(column):
            _refuse(connection, desk, seen, column, kept, number)


def _refuse(
    connection: Connection, desk: str, seen: int, column: str, kept: _Kept, number: int
) -> None:
    table, mine = kept.table, kept.table.alias()
    alike = [table.c[name] == mine.c[name] for name in kept.same]
    called = table.c[kept.called] if kept.called else events.c.kind
    done = (
        select(events.c.id, events.c.caused_by, events.c.desk, called)
        .join(table, table.c.id == events.c[column])
        .join(mine, mine.c.id == number)
        .where(events.c.id > seen, *alike)
        .order_by(events.c.id.desc())
    )
    account = connection.get_execution_options().get("archive_account", "")
    for event, who, where, what in connection.execute(done).all():
        # An office without a desk knows its own too; a desk's name is anybody's to say.
        if where != desk or elsewhere(connection, account, [event]):
            raise refused(kept.code, what, found=who)
