"""The figures of a return that is being stored: as told, and those that the archive now shows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np
from sqlalchemy import Connection

from desktop.analysis.history import Past
from desktop.archive import bulk, precedence, rows
from desktop.archive.enrolled import Kept
from desktop.archive.memory import Memory, pasts_of
from desktop.archive.rows import FIRMNESS, Placed, numbers_of
from desktop.archive.schema import figures
from desktop.figures.figure import ROW_COLUMNS, FigureRow, by_column

_REPEAT = list(figures.c).index(figures.c.repeat)


def write(
    connection: Connection,
    memory: Memory,
    kept: Kept,
    read: Sequence[FigureRow],
    *,
    counts: bool = True,
) -> tuple[Sequence[Past], dict[int, Past]]:
    """Append a return's figures; give them as they were told, and those that win their places.

    A return that does not count yet wins none. Raises `Refused` for a value beyond any database's
    numbers.
    """
    columns = dict(zip(ROW_COLUMNS, by_column(read), strict=True))
    rows.check(read, columns["value"])
    words = {*columns["unit"], *columns["sheet"], *columns["label"]}
    found = memory.placed(read)
    series_ids, period_ids, term_ids = memory.numbered(connection, read, words)
    memory.hold(connection, found.lots_of(period_ids))
    places = found.places(series_ids, period_ids)
    shelves = list(map(found.shelves.__getitem__, found.laid.lines))
    each = list(
        zip(
            shelves,
            *numbers_of(places),
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
    # In the order of the key, so that neighbours are written together.
    order = np.lexsort((found.repeats, places, shelves)).tolist()
    bulk.append(connection, figures, [each[at] for at in order])
    if not counts:
        return (), {}
    told = pasts_of(kept, columns)
    winning = _winning(memory, found, places, told)
    if len(winning) == len(set(places)):
        precedence.enter_all(connection, kept.number)
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
