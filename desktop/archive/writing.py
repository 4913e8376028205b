"""The figures of a return that is being stored: as told, and those that the archive now shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from desktop.analysis.history import Past
from desktop.archive import arrays, bulk, composing, precedence, rows
from desktop.archive.arrays import Arrays
from desktop.archive.connected import on_server
from desktop.archive.enrolled import Kept
from desktop.archive.memory import Memory, pasts_of
from desktop.archive.rows import Placed
from desktop.archive.schema import figures
from desktop.figures.figure import FigureRow

_REPEAT = list(figures.c).index(figures.c.repeat)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A return's figures as they are to be stored, in numbers.

    `columns` are those of what was read; `each` are the rows of the table as they were read, and
    `order` is that of the table's key. A server is sent them as they are `written` instead.
    """

    kept: Kept
    found: Placed
    columns: Mapping[str, Sequence[Any]]
    places: Sequence[int]
    each: Sequence[tuple[Any, ...]] = ()
    order: Sequence[int] = ()
    written: Arrays | None = None


def numbered(
    connection: Connection, memory: Memory, kept: Kept, read: Sequence[FigureRow]
) -> Numbered:
    """Give numbers to all that a return speaks of, and learn what the archive shows there.

    Raises `Refused` for a value beyond any database's numbers.
    """
    found = memory.placed(read)
    columns = found.laid.by_column
    rows.check(read, columns["value"])
    series_ids, period_ids, term_ids = memory.numbered(connection, read)
    lots = found.lots_of(period_ids)
    by_a_server = on_server(connection)
    if memory.holds_any(lots) or not by_a_server:
        memory.hold(connection, lots)
    if by_a_server:
        ready = memory.composed(read)
        return Numbered(kept, found, columns, ready.places, written=ready.of(kept.number))
    places = found.places(series_ids, period_ids)
    each = composing.rows_of(found, places, term_ids, kept.number)
    return Numbered(kept, found, columns, places, each, composing.in_order(found, places))


def append(connection: Connection, ready: Numbered) -> None:
    """Append a return's figures as they were told; nothing is asked of the archive."""
    if ready.written:
        arrays.insert(connection, ready.written)
    else:
        bulk.append(connection, figures, [ready.each[at] for at in ready.order])


def show(
    connection: Connection, memory: Memory, ready: Numbered
) -> tuple[Sequence[Past], dict[int, Past]]:
    """Show a return's figures that win their places; give all as they were told, and those.

    Nothing is asked of the archive, and of a server's nothing is done there: it shows them itself.
    """
    found, places, each, order = ready.found, ready.places, ready.each, ready.order
    told = pasts_of(ready.kept, ready.columns)
    winning = _winning(memory, found, places, told)
    if len(winning) == len(set(places)):
        precedence.enter_all(connection, ready.kept.number)
    else:
        ours = [each[at] for at in order if not found.repeats[at] and places[at] in winning]
        precedence.show(connection, [(*one[:_REPEAT], *one[_REPEAT + 1 :]) for one in ours])
    return told, winning


def _winning(
    memory: Memory, found: Placed, places: Sequence[int], told: Sequence[Past]
) -> dict[int, Past]:
    """Give the figures that take their places, by place."""
    every = zip(places, told, map(memory.held.get, places), found.repeats, strict=True)
    return {
        place: past
        for place, past, held, again in every
        if not again and (held is None or past.rank > held.rank)
    }
