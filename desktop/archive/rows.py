"""Between a figure as it travels (`FigureRow`) and as it is stored: codes become ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import or_

import numpy as np
from sqlalchemy import Connection, select

from desktop.analysis.history import Span, Subject
from desktop.analysis.laid import Laid
from desktop.archive.refusals import refused_at
from desktop.archive.schema import figures, periods, series, terms
from desktop.archive.shelves import shelf
from desktop.figures.figure import FigureRow, Status
from desktop.figures.series import TOTAL, WORLD

FIRMNESS = {status.value: status.rank for status in Status}
_SERIES_BITS = 31
_LARGEST = 2**63 - 1  # what a database's whole number holds


@dataclass(frozen=True, slots=True)
class Placed:
    """A return's rows laid out, and how they stand to one another.

    `shelves` are those of `laid.subjects`, `lots` the pairs of a shelf and the number of a span
    that the rows fall into. A workbook may print the same figure twice: `repeats` says of each row
    how often its figure stands before it, the firmest first.
    """

    laid: Laid
    shelves: Sequence[int]
    lots: frozenset[tuple[int, int]]
    repeats: Sequence[int]

    def places(self, subjects: Mapping[Subject, int], periods: Mapping[Span, int]) -> list[int]:
        """Give the place of each row, by the numbers of its subject and period; 0 for unknown."""
        series = [subjects.get(subject, 0) for subject in self.laid.subjects]
        spans = [place_of(0, periods.get(span, 0)) for span in self.laid.spans]
        lines, columns = self.laid.lines, self.laid.columns
        return list(map(or_, map(series.__getitem__, lines), map(spans.__getitem__, columns)))

    def lots_of(self, periods: Mapping[Span, int]) -> list[tuple[int, int]]:
        """Shelves and periods that the rows fall into, of those periods that have numbers."""
        spans = self.laid.spans
        return [(s, periods[spans[c]]) for s, c in self.lots if spans[c] in periods]


def place_of(series_id: int, period_id: int) -> int:
    """One number for a series and a period, in the order of the archive's key."""
    return period_id << _SERIES_BITS | series_id


def numbers_of(places: Sequence[int]) -> tuple[list[int], list[int]]:
    """Give back the periods and the series of places."""
    every = np.array(places, np.int64)
    return (every >> _SERIES_BITS).tolist(), (every & ((1 << _SERIES_BITS) - 1)).tolist()


def placed(rows: Sequence[FigureRow]) -> Placed:
    """Lay out a reading's rows; of a figure that is repeated the firmest speaks, then the first."""
    laid = Laid(rows)
    shelves = list(map(detail_of, laid.subjects))
    lots = frozenset(zip(map(shelves.__getitem__, laid.lines), laid.columns, strict=True))
    return Placed(laid, shelves, lots, [0] * len(rows) if laid.is_plain else _repeats(laid))


def _repeats(laid: Laid) -> list[int]:
    seen: Counter[tuple[int, int]] = Counter()
    repeats = [0] * len(laid.rows)
    for position in firmest_first(laid.rows, range(len(laid.rows))):
        place = laid.lines[position], laid.columns[position]
        repeats[position] = seen[place]
        seen[place] += 1
    return repeats


def firmest_first(rows: Sequence[FigureRow], positions: Iterable[int]) -> list[int]:
    """Sort positions of rows by how firm their figures are; those that are alike stay in order."""
    return sorted(positions, key=lambda at: -FIRMNESS[rows[at].status])


def detail_of(subject: Subject) -> int:
    """Give the shelf that a subject's figures stand on."""
    _, _, item, market, _, province = subject
    return shelf(str(province), split=item != TOTAL and market != WORLD)


def check(rows: Sequence[FigureRow], values: Sequence[int]) -> None:
    """Raise `Refused` for a value, of those of the rows, beyond any database's numbers."""
    if max(values) > _LARGEST or min(values) < -_LARGEST:
        largest = max(rows, key=lambda row: abs(row.value))
        raise refused_at("figure_too_large", largest.sheet, largest.cell, largest.printed)


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
