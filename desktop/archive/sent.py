"""The newest return of each sender and layout: they tell what is late, and the others do not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select, tuple_

from desktop.archive import bulk
from desktop.archive.brought import halves
from desktop.archive.chronicle import CAME, done
from desktop.archive.names import fetched
from desktop.archive.precedence import withdrawn
from desktop.archive.schema import events, returns
from desktop.figures.month import Month
from desktop.figures.received import Sent
from desktop.figures.vintage import Vintage

_KIND = (returns.c.sender, returns.c.layout)


def newest_sent(connection: Connection, senders: Collection[str], vintage: Vintage) -> list[Sent]:
    """Give of some senders the returns of each layout from the newest month on that one counts of.

    Of those that ever sent half a month all are given, as each half is expected by itself; of
    those of whom nothing counts, too. Returns on no month are left out.
    """
    r, half = returns.c, halves(connection)
    counts = r.id.not_in(withdrawn(vintage.known_by))
    known = list(_known(senders, vintage))
    last = select(*_KIND, func.max(case((counts, r.month))).label("month"))
    newest = last.where(*known).group_by(*_KIND).cte("newest")
    wanted = [r.month >= newest.c.month, newest.c.month.is_(None)]
    # Most returns are older than all of these, and need not be held against their own kind's.
    first = select(func.min(func.coalesce(newest.c.month, 0))).scalar_subquery()
    late = [r.month >= first]
    if halved := _kinds(connection, half):
        wanted.append(tuple_(*_KIND).in_(halved))
        late.append(wanted[-1])
    same = and_(*(column == newest.c[column.name] for column in _KIND))
    told = (r.id, *_KIND, r.month, r.reported_on, r.first_month, case((counts, 0), else_=1))
    rows = fetched(
        connection, select(*told).join(newest, same).where(*known, or_(*late), or_(*wanted))
    )
    return [
        Sent(
            number, sender, layout, Month.from_ordinal(month), date.fromisoformat(day),
            None if first is None else Month.from_ordinal(first), bool(out), half.get(number, 0),
        )
        for number, sender, layout, month, day, first, out in rows
    ]  # fmt: skip


def _known(senders: Collection[str], vintage: Vintage) -> Iterator[ColumnElement[bool]]:
    """Ask for the senders' returns of a vintage, those too that were withdrawn by then."""
    r = returns.c
    yield r.sender.in_(sorted(senders))
    yield r.month.is_not(None)
    if vintage.as_of:
        yield r.reported_on <= vintage.as_of.isoformat()
    if vintage.known_by:
        came = select(events.c.return_id).where(events.c.kind.in_(CAME), *done(vintage.known_by))
        yield r.id.in_(came)


def _kinds(connection: Connection, numbers: dict[int, int]) -> list[tuple[str, str]]:
    """Name the senders and layouts of some returns."""
    asked = select(*_KIND).distinct()
    found = {
        (sender, layout)
        for part in bulk.parts(returns.c.id, numbers)
        for sender, layout in fetched(connection, asked.where(part))
    }
    return sorted(found)
