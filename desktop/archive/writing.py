"""The figures of a return that is being stored: as told, and those that the archive now shows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from desktop.archive import bulk, precedence, rows
from desktop.archive.memory import Kept, Memory, Place
from desktop.archive.rows import FIRMNESS
from desktop.archive.schema import figures
from desktop.figures.figure import FigureRow


def write(
    connection: Connection, memory: Memory, kept: Kept, read: Sequence[FigureRow]
) -> dict[Place, FigureRow]:
    """Append a return's figures and give those that win their places.

    Raises `Refused` for a value beyond any database's numbers.
    """
    rows.check(read)
    found = memory.placed(read)
    series_ids, period_ids, term_ids = memory.numbered(connection, read)
    memory.hold(connection, {(p.detail, period_ids[p.span]) for p in found})
    stored, shown, winning = [], [], {}
    for _, r, subject, span, repeat, detail in found:
        period, series, firmness = period_ids[span], series_ids[subject], FIRMNESS[r.status]
        key = detail, period, series, kept.number
        told = (
            term_ids[r.unit], firmness, r.value,
            term_ids[r.sheet], r.cell, r.printed, term_ids[r.label],
        )  # fmt: skip
        stored.append((*key, repeat, *told))
        if repeat:
            continue
        held = memory.held.get((series, period))
        if held is None or memory.wins(kept, firmness, held):
            shown.append((*key, *told))
            winning[series, period] = r
    # In the order of the key, so that neighbours are written together.
    bulk.append(connection, figures, sorted(stored))
    precedence.show(connection, sorted(shown))
    return winning
