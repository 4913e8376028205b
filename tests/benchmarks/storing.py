"""Storing a return: one transaction of ours against the same rows through plain sqlite3."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.archive import Archive
from desktop.figures.places import sample
from desktop.figures.reading import DateOrigin, Reading
from desktop.returns import read_return
from tests.benchmarks.timing import Row, compare


def rows() -> Iterator[Row]:
    """A book of the statistics office, and a customs table by partner and item."""
    for name, path in (
        ("store a GSO return", sample("gso", "02-Bieu-T6.2025.xlsx")),
        ("store a customs 5X return", sample("customs", "2025-T06T-5X(VN-SB).xlsx")),
    ):
        yield _row(name, path)


def _row(name: str, path: Path) -> Row:
    reading, content = read_return(path), path.read_bytes()
    with tempfile.TemporaryDirectory() as folder, Archive.open(f"{folder}/ours.sqlite3") as archive:
        plain = sqlite3.connect(f"{folder}/plain.sqlite3", isolation_level=None)
        plain.execute("PRAGMA journal_mode=WAL")
        marks = ",".join("?" * (len(reading.rows[0]) + 1))
        plain.execute(
            f"CREATE TABLE figures ({','.join(f'c{n}' for n in range(marks.count('?')))})"
        )
        numbers = itertools.count()
        result = compare(
            f"{name} ({len(reading.rows)} figures)",
            lambda: _store(archive, reading, content, next(numbers)),
            "plain sqlite3, one bare table",
            lambda: _insert(plain, marks, reading),
        )
        plain.close()
    return result


def _store(archive: Archive, reading: Reading, content: bytes, number: int) -> None:
    """Store the figures as another file's, one day later: every one revises."""
    day = date.fromordinal(date(2025, 7, 6).toordinal() + number)
    other = Reading(
        reading.name, f"{number:064x}", reading.layout, reading.sender, reading.month, day,
        DateOrigin.GIVEN, reading.rows,
    )  # fmt: skip
    archive.store(
        other, content + str(number).encode(), reported_on=day, date_origin=DateOrigin.GIVEN,
        imported_at=datetime(2025, 7, 12, tzinfo=UTC), imported_by="bench",
    )  # fmt: skip


def _insert(plain: sqlite3.Connection, marks: str, reading: Reading) -> None:
    plain.execute("BEGIN")
    plain.executemany(f"INSERT INTO figures VALUES ({marks})", ((1, *r) for r in reading.rows))
    plain.execute("COMMIT")
