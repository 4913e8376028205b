"""Totals of the few that a title chose: "10 mặt hàng lớn nhất", and beneath them their sum.

It is no total of everything, which stands in such tables as well: that is more than what is listed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.series import NATIONAL, OTHER, TOTAL, WORLD
from desktop.returns.found_table import Table
from desktop.returns.sector_lists import of_sectors
from desktop.returns.sectors_beyond import beyond
from desktop.returns.table_rows import TableReader
from desktop.returns.text import folded

_CHOSEN = re.compile(
    r"\blon nhat\b|\bhang dau\b|\bdat (?:tu|tren|hon)\b|\btren [\d.,]+ (?:trieu|ty|ti)\b|\btop\b"
    r"|\b(?:largest|leading)\b|\bover [\d.,]+ (?:million|billion)\b"
)
_MAIN = re.compile(
    r"\b(?:chu yeu|chu luc|tieu bieu)\b|\b(?:mat hang|nhom hang) chinh\b"
    r"|\b(?:main|major|key|selected)\b"
)
"""So are tables called as well that begin with the total of everything; a province's few main
goods may be all that it has."""
_CLOSE = 1e-3
_FEW = 2
"""So many are listed at least."""
_KEPT = ("ALL", "value")


def read_whole(table: Table, reader: TableReader) -> None:
    """Read the rows of a table, but for a sum of what is listed where the title lists only some.

    Nor are rows of sectors taken that are none of the items above them.
    """
    reader.read()
    reader.rows, strange = beyond(of_sectors(reader))
    reader.findings += strange
    title = folded(table.title.text)
    some = {_row(figure): figure for figure in reversed([*_sums(reader.rows, title)])}
    if not some or (table.province != NATIONAL and not _CHOSEN.search(title)):
        return
    reader.rows = [figure for figure in reader.rows if _row(figure) not in some]
    reader.findings += [
        Finding(
            Severity.WARNING, "sum_of_some", figure.sheet, figure.cell, figure.label,
            about=table.title.text,
        )
        for figure in some.values()
    ]  # fmt: skip


def _row(figure: FigureRow) -> int:
    return int(figure.cell.lstrip(ascii_uppercase))


def _sums(rows: Sequence[FigureRow], title: str) -> Iterator[FigureRow]:
    """The totals that are what is listed; of goods that are only called main, the last row's."""
    chosen = bool(_CHOSEN.search(title))
    if not chosen and not _MAIN.search(title):
        return
    columns: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for row in rows:
        if (row.ownership, row.measure) == _KEPT:
            columns[row.flow, row.period_start, row.period_end, row.basis, row.status].append(row)
    for column in columns.values():
        wholes = [row for row in column if (row.item, row.market) == (TOTAL, WORLD)]
        listed = [row for row in column if (row.item, row.market) != (TOTAL, WORLD)]
        if len(wholes) != 1 or len(listed) < _FEW or any(r.item == OTHER for r in listed):
            continue
        (whole,) = wholes
        if not chosen and _row(whole) < max(map(_row, listed)):
            continue
        if abs(sum(row.value for row in listed) - whole.value) <= _CLOSE * abs(whole.value):
            yield whole
