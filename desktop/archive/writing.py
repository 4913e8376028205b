"""The figures of a return that is being stored: as told, and those that the archive now shows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import itemgetter

from sqlalchemy import Connection

from desktop.analysis.history import Past
from desktop.archive import bulk, precedence, rows
from desktop.archive.enrolled import Kept
from desktop.archive.memory import Memory, Place, pasts_of
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
) -> tuple[Sequence[Past], dict[Place, Past]]:
    """Append a return's figures; give them as they were told, and those that win their places.

    A return that does not count yet wins none. Raises `Refused` for a value beyond any database's
    numbers.
    """
    rows.check(read)
    columns = dict(zip(ROW_COLUMNS, zip(*read, strict=True), strict=True))
    words = {*columns["unit"], *columns["sheet"], *columns["label"]}
    found = memory.placed(read)
    series_ids, period_ids, term_ids = memory.numbered(connection, read, words)
    memory.hold(connection, found.lots_of(period_ids))
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
        return (), {}
    told = pasts_of(kept, columns)
    winning = _winning(memory, found, places, told)
    if len(winning) == len(set(places)):
        precedence.enter_all(connection, kept.number)
    else:
        shown = (one for one in stored if not one[_REPEAT] and _place(one) in winning)
        precedence.show(connection, [(*one[:_REPEAT], *one[_REPEAT + 1 :]) for one in shown])
    return told, winning


def _winning(
    memory: Memory, found: Placed, places: Sequence[Place], told: Sequence[Past]
) -> dict[Place, Past]:
    """Give the figures that take their places, by place."""
    every = zip(places, told, map(memory.held.get, places), found.repeats, strict=True)
    return {
        place: past
        for place, past, held, again in every
        if not again and (held is None or past.rank > held.rank)
    }
