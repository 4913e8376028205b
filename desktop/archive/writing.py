"""The figures of a return that is being stored: as told, and those that the archive now shows."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from sqlalchemy import Connection

from desktop.archive import bulk, precedence, rows
from desktop.archive.memory import Kept, Memory, Place
from desktop.archive.rows import FIRMNESS
from desktop.archive.schema import figures
from desktop.figures.figure import FigureRow, fields_of

_written = fields_of("unit", "status", "value", "sheet", "cell", "printed", "label")
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
    memory.hold(connection, {(p.detail, period_ids[p.span]) for p in found})
    stored, winning, lost = [], {}, False
    number, held, wins = kept.number, memory.held, memory.wins
    for _, row, subject, span, repeat, detail in found:
        period, series = period_ids[span], series_ids[subject]
        unit, status, value, sheet, cell, printed, label = _written(row)
        firmness = FIRMNESS[status]
        stored.append((
            detail, period, series, number, repeat,
            term_ids[unit], firmness, value, term_ids[sheet], cell, printed, term_ids[label],
        ))  # fmt: skip
        if repeat or not counts:
            continue
        before = held.get((series, period))
        if before is None or wins(kept, firmness, before):
            winning[series, period] = row
        else:
            lost = True
    # In the order of the key, so that neighbours are written together.
    stored.sort()
    bulk.append(connection, figures, stored)
    if lost:
        shown = (told for told in stored if not told[_REPEAT] and _place(told) in winning)
        precedence.show(connection, [(*told[:_REPEAT], *told[_REPEAT + 1 :]) for told in shown])
    elif winning:
        precedence.enter_all(connection, number)
    return winning
