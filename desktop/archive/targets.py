"""Targets are added, taken back and brought back, never changed; superseded ones stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, Select, func, insert, or_, select

from desktop.archive import legible
from desktop.archive.chronicle import Deed, Stamp, done, record
from desktop.archive.refusals import refused
from desktop.archive.schema import events, targets
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage

_SCALE = 1_000_000
"""A target is held in whole millionths: of one for a fraction, of a US dollar for an amount."""
_LARGEST = 2**63 - 1


def change(connection: Connection, wanted: TargetChange, stamp: Stamp) -> TargetChange:
    """Take targets back, bring others back, and add new ones, in this order; say what changed.

    One that stands already is not added again: it is told with its number, under `standing`.
    """
    for number in wanted.withdrawn:
        _withdraw(connection, number, stamp)
    for number in wanted.restored:
        _restore(connection, number, stamp)
    added: list[Target] = []
    standing: list[Target] = []
    for target in wanted.added:
        kept, is_new = _add(connection, target, stamp)
        (added if is_new else standing).append(kept)
    return replace(wanted, added=tuple(added), standing=tuple(standing))


def listed(
    connection: Connection, vintage: Vintage = LATEST, *, withdrawn: bool = False
) -> list[Target]:
    """Every target of a vintage: issued by a day (or without a date), and known by a moment.

    The one that supersedes comes last. Those that were taken back only where `withdrawn` asks.
    """
    t, known_by = targets.c, vintage.known_by
    taken_back = set(connection.scalars(_withdrawn(known_by)))
    statement = select(targets)
    if vintage.as_of:
        day = vintage.as_of.isoformat()
        statement = statement.where(or_(t.issued_on.is_(None), t.issued_on <= day))
    if known_by:
        told = select(events.c.target_id).where(events.c.target_id.is_not(None), *done(known_by))
        statement = statement.where(t.id.in_(told))
    rows = connection.execute(statement)
    found = legible.each("targets", rows, lambda row: _target(row, taken_back))
    return sorted(
        (target for target in found if withdrawn or not target.withdrawn),
        key=lambda target: target.precedence,
    )


def _add(connection: Connection, target: Target, stamp: Stamp) -> tuple[Target, bool]:
    kept = replace(
        target, low=_held(_scaled(target.low)), high=_held(_scaled(target.high)), number=0
    )
    same = [earlier for earlier in listed(connection) if earlier.key == kept.key]
    of_its_day = [earlier for earlier in same if earlier.issued_on == kept.issued_on]
    if of_its_day and replace(of_its_day[-1], number=0) == kept:
        return of_its_day[-1], False
    _refuse_second_of_a_day(kept, same)
    number = connection.scalars(
        insert(targets).values(**_columns(kept)).returning(targets.c.id)
    ).one()
    record(connection, Deed.TARGET_SET, stamp, target_id=number)
    return replace(kept, number=number), True


def _withdraw(connection: Connection, number: int, stamp: Stamp) -> None:
    if _held_target(connection, number).withdrawn:
        raise refused("target_withdrawn_already", number)
    record(connection, Deed.TARGET_WITHDRAWN, stamp, target_id=number)


def _restore(connection: Connection, number: int, stamp: Stamp) -> None:
    target = _held_target(connection, number)
    if not target.withdrawn:
        raise refused("target_counts_already", number)
    _refuse_second_of_a_day(target, [t for t in listed(connection) if t.key == target.key])
    record(connection, Deed.TARGET_RESTORED, stamp, target_id=number)


def _held_target(connection: Connection, number: int) -> Target:
    found = [t for t in listed(connection, withdrawn=True) if t.number == number]
    if not found:
        raise refused("no_such_target", number)
    return found[0]


def _refuse_second_of_a_day(target: Target, others: Sequence[Target]) -> None:
    """Of two targets of one key and day nobody can say which supersedes the other."""
    for other in others:
        if target.issued_on and other.issued_on == target.issued_on:
            raise refused("target_same_day", other.number, found=target.issued_on.isoformat())


def _withdrawn(known_by: date | None) -> Select[Any]:
    """Select the ids of the targets whose last event (by then) is that they were taken back."""
    of_a_target = events.c.target_id.is_not(None)
    by_then = done(known_by)
    last = select(func.max(events.c.id)).where(of_a_target, *by_then).group_by(events.c.target_id)
    return select(events.c.target_id).where(
        events.c.id.in_(last), events.c.kind == Deed.TARGET_WITHDRAWN.value
    )


def _columns(target: Target) -> dict[str, object]:
    return {
        "flow": target.flow.value,
        "measure": target.measure.value,
        "year": target.year,
        "low": _scaled(target.low),
        "high": _scaled(target.high),
        "item": target.item,
        "market": target.market,
        "document": target.document,
        "issued_on": target.issued_on.isoformat() if target.issued_on else None,
        "province": target.province,
        "first_month": target.first_month,
        "months": target.months,
        "base_as_of": target.base_as_of.isoformat() if target.base_as_of else None,
    }


def _target(row: Any, withdrawn: set[int]) -> Target:
    target = Target(
        flow=Flow(row.flow),
        measure=TargetMeasure(row.measure),
        year=row.year,
        low=_held(row.low),
        high=_held(row.high),
        item=row.item,
        market=row.market,
        document=row.document,
        issued_on=_day(row.issued_on),
        number=row.id,
        province=row.province,
        first_month=row.first_month,
        months=row.months,
        base_as_of=_day(row.base_as_of),
        withdrawn=row.id in withdrawn,
    )
    if target.end < target.start:
        raise ValueError(target.months)
    return target


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _scaled(amount: float) -> int:
    try:
        scaled = int((Decimal(repr(amount)) * _SCALE).to_integral_value(ROUND_HALF_EVEN))
    except (InvalidOperation, OverflowError, ValueError) as error:
        raise refused("target_not_a_number", amount) from error
    if abs(scaled) > _LARGEST:
        raise refused("target_not_a_number", amount)
    return scaled


def _held(scaled: int) -> float:
    return scaled / _SCALE
