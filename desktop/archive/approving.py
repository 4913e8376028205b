"""What a province submitted counts once it is approved."""

from __future__ import annotations

from sqlalchemy import Connection, select

from desktop.archive import precedence
from desktop.archive.chronicle import Deed, Stamp, record
from desktop.archive.refusals import refused


def approve(connection: Connection, number: int, stamp: Stamp) -> None:
    """Let a return that waits count; `Refused` where it does not wait."""
    if not waits(connection, number):
        raise refused("not_waiting", number)
    record(connection, Deed.APPROVED, stamp, return_id=number)
    precedence.enter(connection, number)


def reject(connection: Connection, number: int, stamp: Stamp) -> None:
    """Let a return that waits not count; `Refused` where it does not wait."""
    if not waits(connection, number):
        raise refused("not_waiting", number)
    record(connection, Deed.REJECTED, stamp, return_id=number)


def waits(connection: Connection, number: int) -> bool:
    """Say whether a return waits to be approved."""
    waiting = precedence.undecided().subquery()
    return bool(connection.scalar(select(waiting.c[0]).where(waiting.c[0] == number)))
