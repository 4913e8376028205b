"""Whether an archive is sound: columns, originals by hash, counts, what is shown, who did what."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Table,
    func,
    inspect,
    literal,
    or_,
    select,
    union_all,
)

from desktop.archive import (
    by_hand,
    decisions,
    layouts,
    notes,
    path_choices,
    scenarios,
    silencing,
    sqlite,
    targets,
)
from desktop.archive.chronicle import Deed
from desktop.archive.connected import on_server
from desktop.archive.originals import unpacked
from desktop.archive.precedence import winners
from desktop.archive.schema import current_figures, events, figures, metadata, originals, returns
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.progress import Progress
from desktop.figures.vintage import LATEST

_COLUMNS = tuple(column.name for column in current_figures.c)


def unsound(connection: Connection, progress: Progress) -> Iterator[Finding]:
    """Tell what does not hold: columns, guards, originals, the audit log, sums, what is shown.

    Whoever is told of the progress may raise `Cancelled`.
    """
    if lacking := _columns_gone(connection):
        yield _error("columns_missing", len(lacking), ", ".join(lacking))
        return  # nothing can be asked of what is not there
    yield from _by_hand(connection)
    if on_server(connection) and by_hand.out_of_sight(connection):
        return  # the table's owner was changed: that is told
    yield from _originals(connection, progress)
    yield from _events(connection)
    yield from _rows(connection)
    progress(1, 3, "figures")
    yield from _sums(connection)
    yield from _references(connection)
    progress(2, 3, "current_figures")
    yield from _shown(connection)
    progress(3, 3, "")


def _error(code: str, about: object, found: object = "") -> Finding:
    return Finding(Severity.ERROR, code, found=str(found), about=str(about))


def _columns_gone(connection: Connection) -> list[str]:
    """Name the columns that somebody took away, each with its table."""
    looker = inspect(connection)
    return [
        f"{name}.{column.name}"
        for name, table in sorted(metadata.tables.items())
        for there in [{found["name"] for found in looker.get_columns(name)}]
        for column in table.c
        if column.name not in there
    ]


def _by_hand(connection: Connection) -> Iterator[Finding]:
    """The database itself keeps history, and who may do what, while what does that stands."""
    looks = _ON_A_SERVER if on_server(connection) else {"guards_missing": sqlite.unguarded}
    for code, look in looks.items():
        if gone := look(connection):
            yield _error(code, len(gone), ", ".join(gone))


_ON_A_SERVER = {
    "guards_missing": by_hand.guards_gone,
    "rules_missing": by_hand.rules_gone,
    "indexes_missing": by_hand.indexes_gone,
}


def _originals(connection: Connection, progress: Progress) -> Iterator[Finding]:
    names = dict(connection.execute(select(returns.c.content_hash, returns.c.name)).all())
    progress(0, 3, "originals")
    gone = set(names)
    for content_hash, body in connection.execute(
        select(originals.c.content_hash, originals.c.body)
    ):
        gone.discard(content_hash)
        if unpacked(body, content_hash) is None:
            yield _error("original_damaged", names.get(content_hash, content_hash))
    for content_hash in sorted(gone):
        yield _error("original_missing", names[content_hash])


def _events(connection: Connection) -> Iterator[Finding]:
    """Events are numbered without gaps, and tell of all that there is and of nothing else."""
    last, count = connection.execute(select(func.max(events.c.id), func.count(events.c.id))).one()
    if missing := (last or 0) - count:
        yield _error("events_missing", missing)
    odd: list[ColumnElement[bool]] = [~events.c.kind.in_([deed.value for deed in Deed])]
    untold = 0
    for key in sorted(events.foreign_keys, key=lambda key: key.parent.name):
        told, there = key.parent, key.column
        odd.append(told.is_not(None) & told.not_in(select(there)))
        tells = select(events.c.id).where(told == there).exists()
        untold += connection.scalar(select(func.count(there)).where(~tells)) or 0
    if untold:
        yield _error("nothing_told_of", untold)
    if strange := connection.scalar(select(func.count(events.c.id)).where(or_(*odd))):
        yield _error("events_of_nothing", strange)


def _rows(connection: Connection) -> Iterator[Finding]:
    """What an office wants can be read, row by row."""
    yield from scenarios.unreadable(connection)
    yield from layouts.unreadable(connection)
    for every in (targets, path_choices, silencing, notes, decisions):
        try:
            every.listed(connection)
        except Refused as refused:
            yield from refused.findings


def _sums(connection: Connection) -> Iterator[Finding]:
    """A return says how many figures it has."""
    r = returns.c
    each = select(figures.c.return_id, func.count()).group_by(figures.c.return_id)
    counted = {int(number): int(count) for number, count in connection.execute(each)}
    for number, name, said in connection.execute(select(r.id, r.name, r.figures)):
        if counted.get(number, 0) != said:
            yield _error("figures_missing", name, f"{counted.get(number, 0)} / {said}")


def _references(connection: Connection) -> Iterator[Finding]:
    """Every figure refers to a series, a period, a return and terms that are there."""
    if loose := sum(_loose(connection, table) for table in (figures, current_figures)):
        yield _error("figures_refer_to_nothing", loose)


def _loose(connection: Connection, table: Table) -> int:
    joined: FromClause = table
    gone = []
    for key in table.foreign_keys:
        there = key.column.table.alias()
        joined = joined.outerjoin(there, there.c.id == key.parent)
        gone.append(there.c.id.is_(None))
    count = select(func.count()).select_from(joined).where(or_(*gone))
    return connection.scalar(count) or 0


def _shown(connection: Connection) -> Iterator[Finding]:
    """What is shown is what wins: both are gone through once, and each is taken off the other."""
    wins = winners(_COLUMNS, LATEST).subquery()
    sides = ((wins.c, literal(1)), (current_figures.c, literal(-1)))
    every = union_all(
        *(select(*(of[name] for name in _COLUMNS), sign.label("side")) for of, sign in sides)
    ).subquery()
    left = func.sum(every.c.side)
    odd = (
        select(left.label("left"))
        .group_by(*(every.c[name] for name in _COLUMNS))
        .having(left != 0)
        .subquery()
    )
    counts = (func.count().filter(odd.c.left > 0), func.count().filter(odd.c.left < 0))
    missing, alien = connection.execute(select(*counts)).one()
    if missing or alien:
        yield _error("shown_figures_differ", missing or alien)
