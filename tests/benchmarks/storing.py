"""Taking a return in: compared and stored by us, against its rows through plain sqlite3."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop.archive import Archive
from desktop.figures.places import sample
from desktop.figures.reading import DateOrigin, Reading
from desktop.returns import read_return
from tests.archive.made import NOON, store
from tests.benchmarks.timing import Row, compare


def rows() -> Iterator[Row]:
    """A book of the statistics office, and a customs table by partner and item."""
    for name, path in (
        ("compare and store a GSO return", sample("gso", "02-Bieu-T6.2025.xlsx")),
        ("compare and store a customs 5X return", sample("customs", "2025-T06T-5X(VN-SB).xlsx")),
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
    store(archive, other, day, content + str(number).encode(), NOON, "bench")


def _insert(plain: sqlite3.Connection, marks: str, reading: Reading) -> None:
    plain.execute("BEGIN")
    plain.executemany(f"INSERT INTO figures VALUES ({marks})", ((1, *r) for r in reading.rows))
    plain.execute("COMMIT")
