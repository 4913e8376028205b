"""Undo, and undo of the undo: a withdrawn return counts no more, and nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from desktop.archive import approving, precedence
from desktop.archive.chronicle import Deed, Stamp, record
from desktop.archive.refusals import refused
from desktop.archive.schema import returns


def withdraw(connection: Connection, number: int, stamp: Stamp) -> None:
    """Let a return count no more; its figures stay. One that waits to be approved is rejected."""
    if approving.waits(connection, number):
        approving.reject(connection, number, stamp)
        return
    if not counts(connection, number):
        raise refused("withdrawn_already", number)
    record(connection, Deed.WITHDRAWN, stamp, return_id=number)
    precedence.leave(connection, number)


def restore(connection: Connection, number: int, stamp: Stamp) -> None:
    """Let a withdrawn return count again. One that waits to be approved is approved."""
    if approving.waits(connection, number):
        approving.approve(connection, number, stamp)
        return
    if counts(connection, number):
        raise refused("counts_already", number)
    same = select(returns.c.content_hash).where(returns.c.id == number)
    alike = alike_returns(connection, connection.scalars(same).one())
    if any(other.counts for other in alike):
        raise refused("imported_again_since", number)
    count_again(connection, number, stamp)


def count_again(connection: Connection, number: int, stamp: Stamp) -> None:
    """Restore a return that is known to be withdrawn."""
    record(connection, Deed.RESTORED, stamp, return_id=number)
    precedence.enter(connection, number)


def counts(connection: Connection, number: int) -> bool:
    """Say whether a return counts; raises `Refused` where there is no such return."""
    counting = returns.c.id.not_in(precedence.withdrawn())
    found = connection.execute(select(counting).where(returns.c.id == number)).one_or_none()
    if found is None:
        raise refused("no_such_return", number)
    return bool(found[0])


def alike_returns(connection: Connection, content_hash: str) -> Sequence[Any]:
    """`id`, `reported_on`, `province`, and whether it `counts`, of each return with a content."""
    counts = returns.c.id.not_in(precedence.withdrawn()).label("counts")
    return connection.execute(
        select(returns.c.id, returns.c.reported_on, returns.c.province, counts)
        .where(returns.c.content_hash == content_hash)
        .order_by(returns.c.id)
    ).all()
