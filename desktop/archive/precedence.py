"""Which return wins where several print the same figure, and the table of those that win.

The newer report wins; of the same day the firmer status; then the workbook that was saved later,
so that a correction sent on the same day wins; then the larger content hash, which is no judgement.
All of this stands in the returns themselves: the archive is the same in whatever order they came
in. Nobody else decides: frames carry the outcome (`return_rank`), comparisons go by `Precedence`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Dialect,
    FromClause,
    Integer,
    Select,
    Table,
    and_,
    any_,
    bindparam,
    delete,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite

from desktop.archive import prepared
from desktop.archive.chronicle import CAME, Deed, done
from desktop.archive.connected import on_server
from desktop.archive.schema import current_figures, events, figures, returns
from desktop.figures.vintage import LATEST, Vintage

KEY = ("detail", "period_id", "series_id")
_HELD = tuple(c.name for c in current_figures.c)

_NUMBER = "number"
_NOT_COUNTING = (Deed.WITHDRAWN.value, Deed.SUBMITTED.value, Deed.REJECTED.value)

SAME_DAY = ("saved_at", "content_hash")
"""Columns of `returns` that decide between returns of one day, equally firm; the larger wins."""


class Precedence(NamedTuple):
    """What decides between two rows that print the same figure; the larger wins."""

    reported_on: str
    firmness: int
    saved_at: str
    content_hash: str


def withdrawn(known_by: date | None = None) -> Select[Any]:
    """Select the ids of the returns that do not count: withdrawn, or not approved, as of late.

    `known_by` asks who counted then: of what came later nothing counted.

    Conditions say "not one of these": few they are, and no database is tempted to look figures
    up by the many that do count.
    """
    out = _last_done(known_by, *_NOT_COUNTING)
    if known_by is None:
        return out
    e = events.c
    later = select(e.return_id).where(
        e.return_id.is_not(None), or_(*(e.kind == deed for deed in CAME)), not_(*done(known_by))
    )
    either = union_all(out, later).subquery()
    return select(either.c.return_id)


def undecided(known_by: date | None = None) -> Select[Any]:
    """Select the ids of the returns that a province submitted and nobody approved or rejected."""
    return _last_done(known_by, Deed.SUBMITTED.value)


def _last_done(known_by: date | None, *deeds: str) -> Select[Any]:
    e, later = events.c, _later()
    newer = later.c.return_id == e.return_id, later.c.id > e.id, *done(known_by, of=later)
    last = ~select(later.c.id).where(*newer).exists()
    # A list of kinds would be written into the statement anew each time.
    return select(e.return_id).where(
        e.return_id.is_not(None), or_(*(e.kind == deed for deed in deeds)), *done(known_by), last
    )


@lru_cache(maxsize=1)
def _later() -> FromClause:
    return events.alias("later")  # takes as long to make as its question to answer


def releases(
    columns: Sequence[str], vintage: Vintage | None, *conditions: ColumnElement[bool]
) -> Select[Any]:
    """Select columns of the figures of every return that a vintage counts; of all without one.

    The returns are not joined: a database would begin with them, and look at all that each told.
    """
    uncounted = [withdrawn(vintage.known_by)] if vintage else []
    if vintage and vintage.as_of:
        later = returns.c.reported_on > vintage.as_of.isoformat()
        uncounted.append(select(returns.c.id).where(later))
    counts = (figures.c.return_id.not_in(numbers) for numbers in uncounted)
    chosen = (figures.c[name] for name in columns)
    return select(*chosen).where(figures.c.repeat == 0, *counts, *conditions)


def _counted(vintage: Vintage, *columns: ColumnElement[Any]) -> Select[Any]:
    statement = (
        select(*columns)
        .join(returns, returns.c.id == figures.c.return_id)
        .where(figures.c.repeat == 0, returns.c.id.not_in(withdrawn(vintage.known_by)))
    )
    if vintage.as_of:
        statement = statement.where(returns.c.reported_on <= vintage.as_of.isoformat())
    return statement


def winners(
    columns: Sequence[str],
    vintage: Vintage,
    *conditions: ColumnElement[bool],
    printed_in: int | ColumnElement[int] | None = None,
    shelves: ColumnElement[Any] | None = None,
) -> Select[Any]:
    """Select columns of the figures that win among the returns that a vintage counts.

    The first release is the oldest report's; between returns of that day the usual order holds.
    `printed_in` asks only for what a certain return prints too, and `shelves` are all that those
    figures stand on, an array: a server looks at no others.
    """
    day = returns.c.reported_on
    best_first = (
        day.asc() if vintage.first_release else day.desc(),
        figures.c.status.desc(),
        *(returns.c[name].desc() for name in SAME_DAY),
    )
    rank = func.row_number().over(partition_by=[figures.c[k] for k in KEY], order_by=best_first)
    held = (figures.c[name] for name in columns)
    ranked = _counted(vintage, *held, rank.label("place")).where(*conditions)
    if printed_in is not None:
        theirs = figures.alias("theirs")
        same = (theirs.c[k] == figures.c[k] for k in KEY)
        own = theirs.c.return_id == printed_in, theirs.c.repeat == 0
        both = (*on(shelves, figures.c), *on(shelves, theirs.c))
        ranked = ranked.join(theirs, and_(*same)).where(*own, *both)
    best = ranked.subquery()
    return select(*(best.c[name] for name in columns)).where(best.c.place == 1)


def _decided_by(of: str, figure: str) -> str:
    return ", ".join((f"{of}.reported_on", f"{figure}.status", *(f"{of}.{n}" for n in SAME_DAY)))


_NEWER = f"""(
SELECT ({_decided_by("own", "excluded")}) > ({_decided_by("its", "current_figures")})
FROM returns AS own, returns AS its
WHERE own.id = excluded.return_id AND its.id = current_figures.return_id)"""  # noqa: S608 - our own names
"""Whether a figure wins the place in which another stands."""


def enter(connection: Connection, number: int) -> None:
    """Let a return's figures take the places they win in the table of current figures.

    A server does this and what follows by itself, by the events; see `showing`.
    """
    if not on_server(connection):
        connection.execute(entering(connection.dialect.name, literal(number)))


def entering(engine: str, number: ColumnElement[int]) -> Any:
    """Insert a return's figures where nothing stands, and in the places that they win.

    A figure's place is looked up once, where it is put. What stands there of an earlier day is
    behind; the returns are looked up only where it is not.
    """
    offered = select(*(figures.c[name] for name in _HELD)).where(
        figures.c.return_id == number, figures.c.repeat == literal_column("0")
    )
    entry = _inserting(engine, current_figures).from_select(list(_HELD), offered)
    day = select(returns.c.reported_on).where(returns.c.id == number).scalar_subquery()
    late = select(returns.c.id).where(returns.c.reported_on >= day)
    behind = current_figures.c.return_id.not_in(late)
    return _over(entry, or_(behind, literal_column(_NEWER)))


def enter_all(connection: Connection, number: int) -> None:
    """Let all of a return's figures take their places: none of them is behind another's."""
    if not on_server(connection):
        prepared.run(connection, _entering_all(connection.dialect.name), {_NUMBER: number})


@lru_cache(maxsize=4)
def _entering_all(engine: str) -> Any:
    offered = select(*(figures.c[name] for name in _HELD)).where(
        figures.c.return_id == bindparam(_NUMBER), figures.c.repeat == literal_column("0")
    )
    return _upsert(engine, offered)


def show(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put figures that win their places into the table of current figures, by its columns."""
    if rows and not on_server(connection):
        prepared.in_file(connection).executemany(_showing(connection.dialect), rows)


@lru_cache(maxsize=4)
def _showing(dialect: Dialect) -> str:
    return str(_upsert(dialect.name).compile(dialect=dialect))


def _upsert(engine: str, offered: Select[Any] | None = None) -> Any:
    """Insert figures, which take the place of those that stand in theirs."""
    entry = _inserting(engine, current_figures)
    if offered is not None:
        entry = entry.from_select(list(_HELD), offered)
    return _over(entry)


def _over(entry: Any, where: ColumnElement[bool] | None = None) -> Any:
    """Let what is inserted take the place of what stands there, where that is so."""
    told = {name: entry.excluded[name] for name in _HELD if name not in KEY}
    return entry.on_conflict_do_update(index_elements=list(KEY), set_=told, where=where)


def _inserting(engine: str, table: Table) -> Any:
    """Insert with ON CONFLICT, which both engines have and SQLAlchemy keeps per engine."""
    return (postgresql if engine == "postgresql" else sqlite).insert(table)


def leave(connection: Connection, number: int) -> None:
    """Give a withdrawn return's places to the returns that come next."""
    if not on_server(connection):
        for statement in leaving(connection.dialect.name, literal(number)):
            connection.execute(statement)


def leaving(
    engine: str, number: ColumnElement[int], shelves: ColumnElement[Any] | None = None
) -> tuple[Any, Any]:
    """Take away what a return shows; then show what comes next in its places; see `winners`."""
    printed = select(*(figures.c[k] for k in KEY)).where(
        figures.c.return_id == number, figures.c.repeat == literal_column("0"),
        *on(shelves, figures.c),
    )  # fmt: skip
    shown = current_figures.c
    places = tuple_(*(shown[k] for k in KEY)).in_(printed)
    gone = delete(current_figures).where(shown.return_id == number, places, *on(shelves, shown))
    next_best = winners(_HELD, LATEST, printed_in=number, shelves=shelves)
    entry = _inserting(engine, current_figures).from_select(list(_HELD), next_best)
    return gone, entry.on_conflict_do_nothing()


def shelves_of(connection: Connection, number: int) -> ColumnElement[Any] | None:
    """Name the shelves that a return's figures stand on, for `on`; a file has no need of it."""
    if not on_server(connection):
        return None
    asked = select(figures.c.detail).where(figures.c.return_id == number).distinct()
    found = list(connection.scalars(asked))
    return bindparam(None, found, unique=True, type_=ARRAY(Integer))


def on(shelves: ColumnElement[Any] | None, of: Any) -> list[ColumnElement[bool]]:
    """Let a server look at shelves alone, where they are named: by their numbers at hand."""
    return [] if shelves is None else [of.detail == any_(shelves)]
