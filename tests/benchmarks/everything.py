"""Every real workbook into an empty archive, against libraries that merely load them."""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import xlrd

from desktop.figures.places import sample
from desktop.workflow import Office
from tests.benchmarks.timing import Row, row

REAL = Path(__file__).parents[3] / "shared/returns"
RUNS = 3


def rows() -> Iterator[Row]:
    """Read, compare and store all; then reading and comparing alone."""
    folder = REAL if REAL.exists() else sample("gso")
    books = sorted(folder.rglob("*.xls*"))
    pairs, reading = [], []
    for _ in range(RUNS):
        previewed, stored = _imported(books)
        loaded = _loaded(books)
        pairs.append((previewed + stored, loaded))
        reading.append((previewed, loaded))
    yield row(f"import {len(books)} workbooks", "openpyxl and xlrd, loading", pairs)
    yield row("of that, reading and comparing", "openpyxl and xlrd, loading", reading)


def _imported(books: Sequence[Path]) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "archive.sqlite3"
        now = datetime(2026, 11, 1, tzinfo=UTC)
        with Office(place, clock=lambda: now, user="bench") as office:
            start = time.perf_counter()
            previews = office.preview(books)
            read = time.perf_counter()
            office.accept(previews)
            return read - start, time.perf_counter() - read


def _loaded(books: Sequence[Path]) -> float:
    start = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for book in books:
            if book.read_bytes()[:2] == b"PK":
                openpyxl.load_workbook(book, data_only=True).close()
            else:
                xlrd.open_workbook(book)
    return time.perf_counter() - start
