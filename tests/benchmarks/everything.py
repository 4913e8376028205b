"""Every real workbook into an empty archive, against libraries that merely load them."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import openpyxl
import psutil
import xlrd

from desktop.figures.places import sample
from desktop.workflow import Office
from tests.benchmarks.timing import Row, row

REAL = Path(__file__).parents[3] / "shared/returns"
RUNS = 3
PEER = "openpyxl and xlrd, loading"


class Spent(NamedTuple):
    """Seconds: by the clock, of the processors, and of the processors for this process alone."""

    clock: float
    processors: float
    own: float


def rows() -> Iterator[Row]:
    """Read, compare and store all; the time the processors spent, and for the main process.

    Either side has a process of its own, in which nothing else runs, and they take turns; the
    first run of each, which brings its modules, is not counted.
    """
    folder = REAL if REAL.exists() else sample("gso")
    books = sorted(folder.rglob("*.xls*"))
    with _alone() as ours, _alone() as peer:
        runs = [
            (ours.submit(_imported, books).result(), peer.submit(_loaded, books).result())
            for _ in range(1 + RUNS)
        ]
    pairs = runs[1:]
    yield row(f"import {len(books)} workbooks", PEER, [(o.clock, p.clock) for o, p in pairs])
    yield row(
        "the same, processor time of all processes", PEER,
        [(o.processors, p.processors) for o, p in pairs],
    )  # fmt: skip
    yield row("of that, the main process", PEER, [(o.own, p.processors) for o, p in pairs])


def _alone() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


def _imported(books: Sequence[Path]) -> Spent:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "archive.sqlite3"
        now = datetime(2026, 11, 1, tzinfo=UTC)
        worked, own = _processors(), time.process_time()
        with Office(place, clock=lambda: now, user="bench") as office:
            start = time.perf_counter()
            office.take_in(books)
            took = time.perf_counter() - start
            own = time.process_time() - own
            worked = _processors() - worked  # while those that read are still there
        return Spent(took, worked, own)


def _loaded(books: Sequence[Path]) -> Spent:
    start, worked = time.perf_counter(), time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for book in books:
            if book.read_bytes()[:2] == b"PK":
                openpyxl.load_workbook(book, data_only=True).close()
            else:
                xlrd.open_workbook(book)
    took, worked = time.perf_counter() - start, time.process_time() - worked
    return Spent(took, worked, worked)


def _processors() -> float:
    """Seconds that processors worked for this process and all that it started."""
    ours = psutil.Process()
    spent = [one.cpu_times() for one in (ours, *ours.children(recursive=True))]
    return sum(one.user + one.system for one in spent)
