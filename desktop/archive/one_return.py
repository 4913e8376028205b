"""What one return tells, by column: so that the others are not read when it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select, bindparam, literal_column, or_, select

from desktop.analysis.rows import Taken
from desktop.archive.names import fetched
from desktop.archive.schema import figures, periods, returns, series, terms
from desktop.archive.shelves import shelf
from desktop.figures.figure import (
    FIGURE_COLUMNS,
    RETURN_COLUMNS,
    ROW_COLUMNS,
    FigureRow,
    Status,
)
from desktop.figures.series import NATIONAL

if TYPE_CHECKING:
    from desktop.archive.enrolled import Kept
    from desktop.archive.rows import Placed

Columns = Mapping[str, npt.NDArray[Any]]
"""Columns of a frame of figures as arrays of one length: whole numbers, or text as objects."""

_COLUMNS = FIGURE_COLUMNS[:-1]
_WHOLE = frozenset(("value", "period_start", "period_end", "return_id", "return_rank"))
_MOST = 20_000
"""Rows of a return that are kept as they were read."""
_STATUSES = np.array([status.value for status in Status], object)


class _Told(Mapping[str, npt.NDArray[Any]]):
    """Rows by column, each made when it is first looked at, with what is told of them all."""

    def __init__(self, rows: Sequence[FigureRow], of_all: Mapping[str, Any]) -> None:
        self._rows, self._of_all = rows, of_all
        self._made: dict[str, npt.NDArray[Any]] = {}

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        if name not in self._made:
            kind = np.int64 if name in _WHOLE else object
            if name in self._of_all:
                self._made[name] = np.full(len(self._rows), self._of_all[name], kind)
            else:
                at = ROW_COLUMNS.index(name)
                self._made[name] = np.array([row[at] for row in self._rows], kind)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(FIGURE_COLUMNS)

    def __len__(self) -> int:
        return len(FIGURE_COLUMNS)


class Newest:
    """What a return that was just stored tells of the nation, as it was read; no figure twice."""

    def __init__(self, kept: Kept, rows: Sequence[FigureRow]) -> None:
        """Make it ready to be laid on what is shown, before anybody waits for that."""
        from desktop.analysis.ready import make_ready  # noqa: PLC0415 - after first paint

        self.kept, self._rows = kept, rows
        told = Taken(self._told(0))  # whatever its rank among others will be
        self._numbered = make_ready(told).numbered

    def columns(self, rank: int) -> Columns:
        """Give what `told_by` reads from the archive."""
        return Taken(self._told(rank), numbered=self._numbered)

    def _told(self, rank: int) -> _Told:
        kept = self.kept
        of_all = (kept.number, kept.file, kept.sender, kept.reported_on, rank)
        return _Told(self._rows, dict(zip(RETURN_COLUMNS, of_all, strict=True)))


def newest(kept: Kept, told: Placed) -> Newest | None:
    """Keep what a return tells that was just stored; None of a very large one."""
    rows, nation = told.laid.rows, shelf(NATIONAL, split=False)
    if len(rows) > _MOST:
        return None
    each = zip(rows, told.laid.lines, told.repeats, strict=True)
    ours = [row for row, line, again in each if not again and told.shelves[line] == nation]
    return Newest(kept, ours)


def told_by(connection: Connection, number: int, province: str, rank: int) -> Columns:
    """Give the figures of a return that are not split by item and market, `FIGURE_COLUMNS`.

    Those of one province's trade, or the nation's; `rank` is the return's among the others. Raises
    `LookupError` where the archive contradicts itself.
    """
    statement = _of_one(shelf(province, split=False)).params(number=number, province=province)
    rows = fetched(connection, statement)
    values = list(zip(*rows, strict=True)) or [()] * len(_COLUMNS)
    if any(None in column for column in values):
        raise LookupError("an id that names nothing")
    told = zip(_COLUMNS, values, strict=True)
    columns = {name: np.array(v, np.int64 if name in _WHOLE else object) for name, v in told}
    columns["status"] = _STATUSES[columns["status"].astype(np.int64)]
    return columns | {FIGURE_COLUMNS[-1]: np.full(len(rows), rank, np.int64)}


@lru_cache(maxsize=64)
def _of_one(detail: int) -> Select[Any]:
    unit, sheet, label = terms.alias("unit"), terms.alias("sheet"), terms.alias("label")
    f, s, p, r = figures.c, series.c, periods.c, returns.c
    named = {
        "unit": unit.c.text, "period_start": p.first_month, "period_end": p.last_month,
        "sheet": sheet.c.text, "label": label.c.text, "return_id": r.id, "source_file": r.name,
    }  # fmt: skip
    tables = (s, p, f, r)
    chosen = [
        named[name] if name in named else next(t[name] for t in tables if name in t)
        for name in _COLUMNS
    ]
    return (
        select(*chosen)
        .select_from(figures)
        .outerjoin(series, s.id == f.series_id)
        .outerjoin(periods, p.id == f.period_id)
        .outerjoin(returns, r.id == f.return_id)
        .outerjoin(unit, unit.c.id == f.unit_id)
        .outerjoin(sheet, sheet.c.id == f.sheet_id)
        .outerjoin(label, label.c.id == f.label_id)
        .where(f.return_id == bindparam("number"), f.repeat == literal_column("0"))
        .where(f.detail == literal_column(str(detail)))
        .where(or_(s.province == bindparam("province"), s.province.is_(None)))
    )
