"""Figures as they were told: the row, the return it stands in, and what decides between two."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, FromClause, select

from desktop.archive.precedence import KEY, Precedence
from desktop.archive.schema import periods, returns, series, terms
from desktop.figures.comparison import Change
from desktop.figures.figure import FigureRow, Status

Key = tuple[int, int, int]
"""Detail, period and series, by the archive's numbers."""

_FIRMNESS = list(Status)


class Told(NamedTuple):
    """One figure of one return."""

    row: FigureRow
    number: int
    file: str
    precedence: Precedence

    def instead_of(self, other: Told) -> Change:
        """Give the change that this figure makes where the other stood."""
        return Change(self.row, other.row.value, other.precedence.reported_on, other.file)

    def says_as(self, other: Told) -> bool:
        """Say whether both tell the same amount."""
        return (self.row.value, self.row.unit) == (other.row.value, other.row.unit)


def told(connection: Connection, held: FromClause) -> dict[Key, Told]:
    """Give figures by place; `held` has the columns of `current_figures`."""
    unit, sheet, label = terms.alias("unit"), terms.alias("sheet"), terms.alias("label")
    f, s, p, r = held.c, series.c, periods.c, returns.c
    statement = (
        select(
            *(f[k] for k in KEY), r.id, r.name, r.reported_on, f.status, r.saved_at, r.content_hash,
            s.flow, s.measure, s.item, s.market, s.ownership, s.province,
            unit.c.text, p.basis, p.first_month, p.last_month,
            f.status, f.value, sheet.c.text, f.cell, f.printed, label.c.text,
        )
        .select_from(held)
        .join(series, s.id == f.series_id)
        .join(periods, p.id == f.period_id)
        .join(returns, r.id == f.return_id)
        .join(unit, unit.c.id == f.unit_id)
        .join(sheet, sheet.c.id == f.sheet_id)
        .join(label, label.c.id == f.label_id)
    )  # fmt: skip
    return {tuple(row[:3]): _told(row[3:]) for row in connection.execute(statement)}


def _told(fields: Any) -> Told:
    number, file, *precedence = fields[:6]
    row = FigureRow._make(fields[6:])
    status = _FIRMNESS[int(row.status)].value
    return Told(row._replace(status=status), number, file, Precedence._make(precedence))
