"""What a return would change, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from desktop.archive import bulk
from desktop.archive.precedence import withdrawn
from desktop.archive.rows import FIRMNESS, period_key, series_key, told_apart
from desktop.archive.schema import current_figures, periods, returns, series, terms
from desktop.figures.reading import Change, Comparison, Reading


@dataclass(frozen=True, slots=True)
class _Held:
    """The figure that the archive shows now, and the return it stands in."""

    value: int
    unit: str
    status: int
    reported_on: str
    content_hash: str
    file: str

    @property
    def precedence(self) -> tuple[str, int, str]:
        """What decides between two returns; the larger wins."""
        return self.reported_on, self.status, self.content_hash


def compare(connection: Connection, reading: Reading, reported_on: date) -> Comparison:
    """Compare a reading with the current figures, as if it were reported on a day."""
    held = _held(connection, reading)
    counts: Counter[str] = Counter()
    changed = []
    for row, repeat in told_apart(reading.rows):
        old = held.get((series_key(row), period_key(row)))
        offered = (reported_on.isoformat(), FIRMNESS[row.status], reading.content_hash)
        if repeat:
            counts["older"] += 1
        elif old is None:
            counts["new"] += 1
        elif (old.value, old.unit) == (row.value, row.unit):
            counts["same"] += 1
        elif offered > old.precedence:
            changed.append(Change(row, old.value, old.reported_on, old.file))
        else:
            counts["older"] += 1
    return Comparison(
        counts["new"],
        tuple(changed),
        counts["same"],
        counts["older"],
        _already(connection, reading),
    )


def _already(connection: Connection, reading: Reading) -> int | None:
    return connection.scalar(
        select(returns.c.id).where(
            returns.c.content_hash == reading.content_hash, returns.c.id.not_in(withdrawn())
        )
    )


def _held(connection: Connection, reading: Reading) -> dict[tuple[Any, Any], _Held]:
    """Current figures of the reading's series and periods, by their natural keys."""
    subjects = {
        i: k for k, i in bulk.known(connection, series, set(map(series_key, reading.rows))).items()
    }
    spans = {
        i: k for k, i in bulk.known(connection, periods, set(map(period_key, reading.rows))).items()
    }
    details = sorted({series_key(r)[-1] for r in reading.rows})
    c = current_figures.c
    statement = (
        select(
            c.series_id, c.period_id, c.value, terms.c.text, c.status,
            returns.c.reported_on, returns.c.content_hash, returns.c.name,
        )
        .join(terms, terms.c.id == c.unit_id)
        .join(returns, returns.c.id == c.return_id)
        .where(c.detail.in_(details))
    )  # fmt: skip
    return {
        (subjects[subject], spans[span]): _Held(*rest)
        for part in bulk.parts(c.period_id, spans)
        for subject, span, *rest in connection.execute(statement.where(part))
        if subject in subjects
    }
