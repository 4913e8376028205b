"""Between a figure as it travels (`FigureRow`) and as it is stored: codes become ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from desktop.archive import bulk
from desktop.archive.refusals import refused_at
from desktop.archive.schema import figures, periods, series, terms
from desktop.figures.figure import FigureRow, Status
from desktop.figures.series import TOTAL, WORLD

FIRMNESS = {status.value: status.rank for status in Status}
_LARGEST = 2**63 - 1  # what a database's whole number holds


class Placed(NamedTuple):
    """A row: its place in the reading, its natural keys, and how often its figure stood before."""

    position: int
    row: FigureRow
    subject: tuple[Any, ...]
    span: tuple[Any, ...]
    repeat: int


def placed(rows: Iterable[FigureRow]) -> list[Placed]:
    """Give each row its keys and its place among those that print the same figure.

    A workbook may print the same figure twice; the firmer one speaks for it (`repeat` 0), then
    the first.
    """
    seen: Counter[tuple[Any, ...]] = Counter()
    found = []
    for position, row in sorted(enumerate(rows), key=lambda r: -FIRMNESS[r[1].status]):
        detail = int(row.item != TOTAL and row.market != WORLD)
        subject = (
            row.market, row.flow, row.item, row.measure, row.ownership, row.province, detail
        )  # fmt: skip
        span = (row.period_end, row.period_start, row.basis)
        found.append(Placed(position, row, subject, span, seen[subject, span]))
        seen[subject, span] += 1
    return found


def write(connection: Connection, number: int, rows: Sequence[FigureRow]) -> None:
    """Append a return's figures; raises `Refused` for a value beyond any database's numbers."""
    for row in rows:
        if abs(row.value) > _LARGEST:
            raise refused_at("figure_too_large", row.sheet, row.cell, row.printed)
    found = placed(rows)
    series_ids = bulk.numbered(connection, series, {p.subject for p in found})
    period_ids = bulk.numbered(connection, periods, {p.span for p in found})
    words = {(word,) for r in rows for word in (r.unit, r.sheet, r.label)}
    term_ids = {text: i for (text,), i in bulk.numbered(connection, terms, words).items()}
    stored = [
        (
            subject[-1], period_ids[span], series_ids[subject], number, repeat,
            term_ids[r.unit], FIRMNESS[r.status], r.value,
            term_ids[r.sheet], r.cell, r.printed, term_ids[r.label],
        )
        for _, r, subject, span, repeat in found
    ]  # fmt: skip
    # In the order of the key, so that neighbours are written together.
    bulk.append(connection, figures, sorted(stored))


def read(connection: Connection, number: int) -> list[FigureRow]:
    """Give a return's figures back as they were read, sorted."""
    unit, sheet, label = terms.alias("unit"), terms.alias("sheet"), terms.alias("label")
    f, s, p = figures.c, series.c, periods.c
    statement = (
        select(
            s.flow, s.measure, s.item, s.market, s.ownership, s.province,
            unit.c.text, p.basis, p.first_month, p.last_month,
            f.status, f.value, sheet.c.text, f.cell, f.printed, label.c.text,
        )
        .join(series, s.id == f.series_id)
        .join(periods, p.id == f.period_id)
        .join(unit, unit.c.id == f.unit_id)
        .join(sheet, sheet.c.id == f.sheet_id)
        .join(label, label.c.id == f.label_id)
        .where(f.return_id == number)
    )  # fmt: skip
    firmness = list(Status)
    found = map(FigureRow._make, connection.execute(statement))
    return sorted(row._replace(status=firmness[int(row.status)].value) for row in found)


def same(connection: Connection, number: int, rows: Sequence[FigureRow]) -> bool:
    """Say whether a return holds the figures that are now read: the file may be the same."""
    return read(connection, number) == sorted(rows)
