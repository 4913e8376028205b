"""What the same sender's earlier returns said about the months that a new return speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from desktop.analysis.history import History, Past, Span, Subject
from desktop.archive import bulk
from desktop.archive.precedence import withdrawn
from desktop.archive.rows import Placed
from desktop.archive.schema import figures, periods, returns, terms
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.reading import Reading
from desktop.figures.series import Unit

_FAR_BACK = range(2 * MONTHS_PER_YEAR + 2)
"""So many months before its own a figure is looked for."""
_BACK = (0, 1, MONTHS_PER_YEAR)
"""The same, of figures split by item and by market at once, of which there are thousands."""


# By the archive's numbers of series and period: they are many times quicker to hash than subjects.
_Gathered = dict[tuple[int, int], list[Past]]


class _Return(NamedTuple):
    place: int
    reported_on: str
    name: str
    same_month: bool


class Told(NamedTuple):
    """What was told by a day, and what the other returns of the same month tell, of any day."""

    by_then: History
    same_month: History


def history(
    connection: Connection,
    reading: Reading,
    found: Sequence[Placed],
    series_ids: Mapping[tuple[Any, ...], int],
    reported_on: date,
) -> Told:
    """Give what the reading's sender told in its other returns, of those that count.

    `series_ids` are the archive's numbers of the subjects found.
    """
    told = Told(History(), History())
    others = _others(connection, reading)
    if not others:
        return told
    subjects = {n: _subject(key) for key, n in series_ids.items()}
    units, day = dict(_units(connection)), reported_on.isoformat()
    for detail, back in ((0, _FAR_BACK), (1, _BACK)):
        ends = {p.span[0] for p in found if p.subject[-1] == detail}
        spans = _spans(connection, {end - months for end in ends for months in back})
        by_then: _Gathered = defaultdict(list)
        same_month: _Gathered = defaultdict(list)
        for period, subject, number, unit, status, value in _told(connection, detail, spans):
            by = others.get(number)
            if by is None or subject not in subjects:
                continue
            place, on, name, of_the_month = by
            past = Past((on, status, place), value, units[unit], number, on, name)
            if on <= day:
                by_then[subject, period].append(past)
            if of_the_month:
                same_month[subject, period].append(past)
        for history_, gathered in ((told.by_then, by_then), (told.same_month, same_month)):
            for (subject, period), pasts in gathered.items():
                history_.add(subjects[subject], spans[period], pasts)
    return told


def _others(connection: Connection, reading: Reading) -> dict[int, _Return]:
    r = returns.c
    month = reading.month.ordinal if reading.month else None
    statement = (
        select(r.id, r.reported_on, r.name, r.layout, r.month)
        .where(
            r.sender == reading.sender,
            r.content_hash != reading.content_hash,
            r.id.not_in(withdrawn()),
        )
        .order_by(r.reported_on, r.saved_at, r.content_hash)
    )
    return {
        row.id: _Return(
            place, row.reported_on, row.name,
            month is not None and (row.layout, row.month) == (reading.layout, month),
        )
        for place, row in enumerate(connection.execute(statement))
    }  # fmt: skip


def _subject(key: tuple[Any, ...]) -> Subject:
    market, flow, item, measure, ownership, province, *_ = key
    return flow, measure, item, market, ownership, province


def _units(connection: Connection) -> Iterator[Any]:
    known = select(terms.c.id, terms.c.text).where(terms.c.text.in_([u.value for u in Unit]))
    yield from connection.execute(known)


def _spans(connection: Connection, ends: Collection[int]) -> dict[int, Span]:
    p = periods.c
    wanted = select(p.id, p.basis, p.first_month, p.last_month)
    return {
        number: (basis, first, last)
        for part in bulk.parts(p.last_month, ends)
        for number, basis, first, last in connection.execute(wanted.where(part))
    }


def _told(connection: Connection, detail: int, spans: Collection[int]) -> Iterator[Any]:
    f = figures.c
    wanted = select(f.period_id, f.series_id, f.return_id, f.unit_id, f.status, f.value).where(
        f.detail == detail, f.repeat == 0
    )
    for part in bulk.parts(f.period_id, spans):
        yield from connection.execute(wanted.where(part)).all()
