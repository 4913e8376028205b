"""Scenarios are added, taken back and brought back, never changed; older versions stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from desktop.archive import legible
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.refusals import refused
from desktop.archive.schema import events, scenarios
from desktop.figures.finding import Finding
from desktop.figures.scenario import Scenario, ScenarioChange
from desktop.figures.scenario_files import scenario_from_json, scenario_to_json


def change(connection: Connection, wanted: ScenarioChange, stamp: Stamp) -> ScenarioChange:
    """Take scenarios back, bring others back, and add new ones, in this order; say what changed.

    One that is in force already is not added again: it is told with its number, under `standing`.
    """
    for numbers, deed, gone, code in (
        (wanted.withdrawn, Deed.SCENARIO_WITHDRAWN, True, "scenario_withdrawn_already"),
        (wanted.restored, Deed.SCENARIO_RESTORED, False, "scenario_counts_already"),
    ):
        for number in numbers:
            if _held(connection, number).withdrawn is gone:
                raise refused(code, number)
            record(connection, deed, stamp, scenario_id=number)
    added: list[Scenario] = []
    standing: list[Scenario] = []
    for scenario in wanted.added:
        kept, is_new = _add(connection, scenario, stamp)
        (added if is_new else standing).append(kept)
    return replace(wanted, added=tuple(added), standing=tuple(standing))


def listed(connection: Connection, *by: date | None) -> list[Scenario]:
    """Every scenario kept (by moments or days, if given), oldest first, those taken back too.

    One that nobody can read is left out; see `unreadable`.
    """
    of_one = events.c.scenario_id.is_not(None)
    last = select(func.max(events.c.id)).where(of_one, *done(*by)).group_by(events.c.scenario_id)
    gone = select(events.c.scenario_id).where(
        events.c.id.in_(last), events.c.kind == Deed.SCENARIO_WITHDRAWN.value
    )
    taken_back = set(connection.scalars(gone))
    statement = (
        select(scenarios, events.c.happened_at, events.c.caused_by)
        .join(events, events.c.scenario_id == scenarios.c.id)
        .where(events.c.kind == Deed.SCENARIO_KEPT.value, *done(*by))
        .order_by(scenarios.c.id)
    )
    rows = connection.execute(statement)
    return list(legible.those(rows, lambda row: _scenario(row, taken_back)))


def unreadable(connection: Connection) -> Iterator[Finding]:
    """Name the scenarios that nobody can read."""
    rows = connection.execute(select(scenarios).order_by(scenarios.c.id))
    return legible.others("scenarios", rows, lambda row: scenario_from_json(row.body))


def _add(connection: Connection, scenario: Scenario, stamp: Stamp) -> tuple[Scenario, bool]:
    same = [s for s in listed(connection) if s.key == scenario.key and not s.withdrawn]
    if same and _bare(same[-1]) == _bare(scenario):
        return same[-1], False
    entry = insert(scenarios).values(name_key=scenario.key, body=scenario_to_json(scenario))
    number = connection.scalars(entry.returning(scenarios.c.id)).one()
    record(connection, Deed.SCENARIO_KEPT, stamp, scenario_id=number)
    return _held(connection, number), True


def _bare(scenario: Scenario) -> Scenario:
    """Give what is assumed, whoever assumed it when."""
    return replace(scenario, made_by="", made_at="", number=0)


def _held(connection: Connection, number: int) -> Scenario:
    found = [s for s in listed(connection) if s.number == number]
    if not found:
        raise refused("no_such_scenario", number)
    return found[0]


def _scenario(row: Any, taken_back: set[int]) -> Scenario:
    """Give a scenario; one that came from elsewhere keeps its author and day."""
    body = scenario_from_json(row.body)
    return replace(
        body, number=row.id, withdrawn=row.id in taken_back,
        made_by=body.made_by or row.caused_by, made_at=body.made_at or row.happened_at,
    )  # fmt: skip
