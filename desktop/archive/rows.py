"""Between a figure as it travels (`FigureRow`) and as it is stored: codes become ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, select

from desktop.analysis.history import SUBJECT_FIELDS, Span, Subject
from desktop.archive.refusals import refused_at
from desktop.archive.schema import figures, periods, series, terms
from desktop.archive.shelves import shelf
from desktop.figures.figure import FigureRow, Status, fields_of
from desktop.figures.series import TOTAL, WORLD

_split_of = fields_of("item", "market", "province")
FIRMNESS = {status.value: status.rank for status in Status}
_LARGEST = 2**63 - 1  # what a database's whole number holds


class Placed(NamedTuple):
    """A row: its place in the reading, its natural keys, and how often its figure stood before.

    `detail` is the shelf that it stands on.
    """

    position: int
    row: FigureRow
    subject: Subject
    span: Span
    repeat: int
    detail: int


def placed(rows: Sequence[FigureRow]) -> list[Placed]:
    """Give each row its keys and its place among those that print the same figure.

    A workbook may print the same figure twice; the firmer one speaks for it (`repeat` 0), then
    the first.
    """
    seen: dict[tuple[Subject, Span], int] = {}
    found, details = [], dict.fromkeys(map(_split_of, rows), 0)
    for item, market, province in details:
        split = item != TOTAL and market != WORLD
        details[item, market, province] = shelf(province, split=split)
    for position in sorted(range(len(rows)), key=[-FIRMNESS[r.status] for r in rows].__getitem__):
        row = rows[position]
        key = subject, span = row[:SUBJECT_FIELDS], _span(row)
        repeat = seen[key] = seen.get(key, -1) + 1
        found.append((position, row, subject, span, repeat, details[_split_of(row)]))
    return list(map(_placed_of, found))


_span = fields_of("basis", "period_start", "period_end")
_placed_of = partial(tuple.__new__, Placed)
"""Makes one of a tuple of its fields, much faster than the constructor."""


def detail_of(subject: Subject) -> int:
    """Give the shelf that a subject's figures stand on."""
    _, _, item, market, _, province = subject
    return shelf(str(province), split=item != TOTAL and market != WORLD)


def check(rows: Iterable[FigureRow]) -> None:
    """Raise `Refused` for a value beyond any database's numbers."""
    for row in rows:
        if not -_LARGEST <= row.value <= _LARGEST:
            raise refused_at("figure_too_large", row.sheet, row.cell, row.printed)


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
