"""Comparing a return with a filled archive, checks and all, against merely reading the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.archive import Archive
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.places import sample
from desktop.figures.reading import Reading
from desktop.returns import read_return
from tests.archive.made import store
from tests.benchmarks.timing import Row, compare

MONTHS = 30
"""So many earlier months of some 3,400 figures each: a hundred thousand."""


def rows() -> Iterator[Row]:
    """The customs' table by partner and item, after two and a half years of them."""
    path = sample("customs", "2025-T06T-5X(VN-SB).xlsx")
    reading = read_return(path)
    with tempfile.TemporaryDirectory() as folder, Archive.open(f"{folder}/ours.sqlite3") as archive:
        for back in range(MONTHS, 0, -1):
            _store(archive, _earlier(reading, back))
        held = len(archive.figures())
        yield compare(
            f"compare a customs 5X return ({len(reading.rows)} figures) with {held}",
            lambda: archive.compare(reading, date(2025, 7, 10)),
            "reading the file",
            lambda: read_return(path),
        )


def _earlier(reading: Reading, back: int) -> Reading:
    """The same return as if it had come so many months before."""
    moved = tuple(_moved(row, back) for row in reading.rows)
    month = reading.month - back if reading.month else None
    return replace(reading, content_hash=f"{back:064x}", month=month, rows=moved)


def _moved(row: FigureRow, back: int) -> FigureRow:
    end = row.period_end - back
    to_date = row.period_start != row.period_end
    start = end - end % MONTHS_PER_YEAR if to_date else end
    return row._replace(period_start=start, period_end=end)


def _store(archive: Archive, reading: Reading) -> None:
    assert reading.month is not None
    store(archive, reading, (reading.month + 1).day(10), reading.content_hash.encode())
