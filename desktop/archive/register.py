"""The register of returns: what came in, when, by whom, whether it counts, and the original."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from functools import lru_cache
from operator import attrgetter

from sqlalchemy import ColumnElement, Connection, select

from desktop.archive.brought import Brought, brought, halves
from desktop.archive.chronicle import CAME, changes, done
from desktop.archive.names import fetched
from desktop.archive.originals import unpacked
from desktop.archive.precedence import undecided, withdrawn
from desktop.archive.refusals import refused
from desktop.archive.schema import events, originals, returns
from desktop.figures.collector import uncollected
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import DateOrigin
from desktop.figures.received import ReturnDeed, ReturnEvent, StoredReturn
from desktop.figures.vintage import LATEST, Vintage

_MOST = 4
"""So many vintages are kept listed."""


class Register:
    """The returns of one archive as they were listed last: only what happened since is read anew.

    A return itself never changes, and whether it counts is told by its events. To be used by one
    thread at a time.
    """

    def __init__(self) -> None:
        """Begin with nothing listed."""
        self._brought: dict[int, Brought] = {}
        self._kept: dict[Vintage, tuple[int, dict[int, StoredReturn]]] = {}
        """Of a vintage the last change that it knows of, and its returns in their order."""

    @uncollected(aged=False)
    def listed(self, connection: Connection, vintage: Vintage = LATEST) -> list[StoredReturn]:
        """Every return of a vintage, oldest report first, those too that were withdrawn by then."""
        now = changes(connection)
        last, held = self._kept.pop(vintage, (-1, {}))
        if now != last:
            every = held | self._since(connection, vintage, last)
            held = {one.number: one for one in sorted(every.values(), key=_OLDEST_FIRST)}
        self._kept[vintage] = now, held
        while len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        return list(held.values())

    def _since(
        self, connection: Connection, vintage: Vintage, last: int
    ) -> dict[int, StoredReturn]:
        only: list[ColumnElement[bool]] = []
        if last >= 0:
            touched = select(events.c.return_id).where(events.c.id > last)
            only = [returns.c.id.in_(touched.where(events.c.return_id.is_not(None)))]
        found = _listed(connection, self._brought, vintage, *only)
        return {one.number: one for one in found}


def _listed(
    connection: Connection,
    known: dict[int, Brought],
    vintage: Vintage,
    *only: ColumnElement[bool],
) -> list[StoredReturn]:
    """Give the returns of a vintage, or of them those that meet conditions.

    `known` is what was worked out before of returns that do not say what they brought, as those
    of old archives do; it is filled here, once, for nothing of it ever changes.
    """
    out, half = set(connection.scalars(withdrawn(vintage.known_by))), halves(connection)
    waiting = set(connection.scalars(undecided(vintage.known_by)))
    came, since = _events(connection, vintage.known_by, *only)
    statement = select(*(returns.c[name] for name in _TOLD)).where(*only)
    if vintage.as_of:
        statement = statement.where(returns.c.reported_on <= vintage.as_of.isoformat())
    rows = fetched(connection, statement)
    _work_out(connection, known, {row[0] for row in rows if row[-2] is None})
    return [
        StoredReturn(
            number, name, content_hash, sender, layout, _month(month), _day(reported_on),
            _ORIGINS[origin], at, by, count, number in out, _findings(findings),
            _month(told.first_month), _month(told.last_month), told.new, told.changed,
            tuple(since[number]), half.get(number, 0), province, number in waiting,
        )
        for (number, name, content_hash, sender, layout, month, reported_on, origin, count,
             findings, province, first, last, new, changed) in rows
        if number in came
        for at, by in [came[number]]
        for told in [known.get(number) or Brought(first, last, new or 0, changed or 0)]
    ]  # fmt: skip


_TOLD = (
    "id", "name", "content_hash", "sender", "layout", "month", "reported_on", "date_origin",
    "figures", "findings", "province", "first_month", "last_month", "new_figures",
    "changed_figures",
)  # fmt: skip
_ORIGINS = {origin.value: origin for origin in DateOrigin}
_DEEDS = {deed.value: deed for deed in ReturnDeed}
_OLDEST_FIRST = attrgetter("reported_on", "number")


def _work_out(connection: Connection, known: dict[int, Brought], silent: set[int]) -> None:
    if silent - known.keys():
        known.update({n: told for n, told in brought(connection).items() if n in silent})


@lru_cache(maxsize=4096)
def _month(ordinal: int | None) -> Month | None:
    return None if ordinal is None else Month.from_ordinal(ordinal)


_day = lru_cache(maxsize=4096)(date.fromisoformat)


def _events(
    connection: Connection, known_by: date | None, *only: ColumnElement[bool]
) -> tuple[dict[int, tuple[str, str]], dict[int, list[ReturnEvent]]]:
    """Give of each return when and by whom it came, and what was done with it since.

    Asked apart: a database that joins them to the returns writes each of these down twice.
    """
    e = events.c
    statement = select(e.return_id, e.kind, e.happened_at, e.caused_by).where(
        e.kind.in_((*CAME, *_DEEDS)), *done(known_by)
    )
    if only:
        statement = statement.join(returns, returns.c.id == e.return_id).where(*only)
    came: dict[int, tuple[str, str]] = {}
    since: dict[int, list[ReturnEvent]] = defaultdict(list)
    for number, kind, at, by in fetched(connection, statement.order_by(e.id)):
        if kind in CAME:
            came[number] = at, by
        else:
            since[number].append(ReturnEvent(_DEEDS[kind], at, by))
    return came, since


@lru_cache(maxsize=64)
def _findings(text: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(**{**fields, "severity": Severity(fields["severity"])})
        for fields in json.loads(text)
    )


def original(connection: Connection, number: int) -> tuple[str, bytes]:
    """Name and content of the kept original of a return."""
    statement = select(returns.c.name, originals.c.body, originals.c.content_hash).join(
        originals, originals.c.content_hash == returns.c.content_hash
    )
    found = connection.execute(statement.where(returns.c.id == number)).one_or_none()
    if found is None:
        raise refused("no_such_return", number)
    content = unpacked(found.body, found.content_hash)
    if content is None:
        raise refused("original_damaged", found.name)
    return found.name, content
