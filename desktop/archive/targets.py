"""Targets are added, never changed: a later one of the same scope supersedes, and both stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from desktop.archive.chronicle import Deed, Stamp, record
from desktop.archive.refusals import refused
from desktop.archive.schema import targets
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure

_SCALE = 1_000_000
"""A target is held in whole millionths: of one for growth, of a US dollar for a value."""
_LARGEST = 2**63 - 1


def add(connection: Connection, target: Target, stamp: Stamp) -> Target:
    """Add a target and give it with its number; one that stands already is not added again."""
    kept = replace(target, low=_held(_scaled(target.low)), high=_held(_scaled(target.high)))
    for earlier in reversed(listed(connection, None)):
        if _scope(earlier) == _scope(kept):
            if replace(earlier, number=kept.number) == kept:
                return earlier
            break
    entry = insert(targets).values(
        flow=kept.flow.value,
        measure=kept.measure.value,
        year=kept.year,
        low=_scaled(kept.low),
        high=_scaled(kept.high),
        item=kept.item,
        market=kept.market,
        document=kept.document,
        issued_on=kept.issued_on.isoformat() if kept.issued_on else None,
    )
    number = connection.scalars(entry.returning(targets.c.id)).one()
    record(connection, Deed.TARGET_SET, stamp, target_id=number)
    return replace(kept, number=number)


def listed(connection: Connection, as_of: date | None) -> list[Target]:
    """Every target issued by a day (or without a date), the one that supersedes last."""
    t = targets.c
    statement = select(targets)
    if as_of:
        statement = statement.where(or_(t.issued_on.is_(None), t.issued_on <= as_of.isoformat()))
    found = [_target(row) for row in connection.execute(statement)]
    return sorted(found, key=lambda target: (target.issued_on or date.min, target.number))


def _target(row: Any) -> Target:
    return Target(
        flow=Flow(row.flow),
        measure=TargetMeasure(row.measure),
        year=row.year,
        low=_held(row.low),
        high=_held(row.high),
        item=row.item,
        market=row.market,
        document=row.document,
        issued_on=date.fromisoformat(row.issued_on) if row.issued_on else None,
        number=row.id,
    )


def _scope(target: Target) -> tuple[object, ...]:
    return target.flow, target.year, target.item, target.market


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
