"""The figures of a return that is being stored: as told, and those that the archive now shows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import itemgetter

from sqlalchemy import Connection

from desktop.archive import bulk, precedence, rows
from desktop.archive.enrolled import Kept
from desktop.archive.memory import Memory, Place
from desktop.archive.rows import FIRMNESS, Placed
from desktop.archive.schema import figures
from desktop.figures.figure import ROW_COLUMNS, FigureRow

_REPEAT = list(figures.c).index(figures.c.repeat)
_place = itemgetter(
    *(list(figures.c).index(figures.c[name]) for name in ("series_id", "period_id"))
)


def write(
    connection: Connection,
    memory: Memory,
    kept: Kept,
    read: Sequence[FigureRow],
    *,
    counts: bool = True,
) -> dict[Place, FigureRow]:
    """Append a return's figures and give those that win their places.

    A return that does not count yet wins none. Raises `Refused` for a value beyond any database's
    numbers.
    """
    rows.check(read)
    found = memory.placed(read)
    series_ids, period_ids, term_ids = memory.numbered(connection, read)
    memory.hold(connection, found.lots_of(period_ids))
    columns = dict(zip(ROW_COLUMNS, zip(*read, strict=True), strict=True))
    places = list(found.places(series_ids, period_ids))
    stored = sorted(  # in the order of the key, so that neighbours are written together
        zip(
            map(found.shelves.__getitem__, found.laid.lines),
            *reversed(list(zip(*places, strict=True))),
            repeat(kept.number),
            found.repeats,
            map(term_ids.__getitem__, columns["unit"]),
            map(FIRMNESS.__getitem__, columns["status"]),
            columns["value"],
            map(term_ids.__getitem__, columns["sheet"]),
            columns["cell"],
            columns["printed"],
            map(term_ids.__getitem__, columns["label"]),
            strict=False,  # what is the same of all has no end
        )
    )
    bulk.append(connection, figures, stored)
    if not counts:
        return {}
    winning = _winning(memory, kept, found, places)
    if len(winning) == len(set(places)):
        precedence.enter_all(connection, kept.number)
    else:
        shown = (told for told in stored if not told[_REPEAT] and _place(told) in winning)
        precedence.show(connection, [(*told[:_REPEAT], *told[_REPEAT + 1 :]) for told in shown])
    return winning


def _winning(
    memory: Memory, kept: Kept, found: Placed, places: Sequence[Place]
) -> dict[Place, FigureRow]:
    """Give the figures that take their places, by place."""
    before, rows = list(map(memory.held.get, places)), found.laid.rows
    others = {held.number for held in before if held}
    if found.laid.is_plain and all(
        memory.returns[n].reported_on < kept.reported_on for n in others
    ):
        return dict(zip(places, rows, strict=True))
    return {
        place: row
        for place, row, again, held in zip(places, rows, found.repeats, before, strict=True)
        if not again and (held is None or memory.wins(kept, FIRMNESS[row.status], held))
    }
