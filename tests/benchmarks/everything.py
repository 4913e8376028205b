"""Every real workbook into an empty archive, against libraries that merely load them."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import NamedTuple

import openpyxl
import psutil
import xlrd
import xlsxwriter

from desktop.figures.places import sample
from desktop.workflow import Office
from tests.benchmarks.timing import Row, row

REAL = Path(__file__).parents[3] / "shared/returns"
RUNS = 3
OPENPYXL = "openpyxl, loading"
QUICKER = "openpyxl and xlrd, loading"


class Spent(NamedTuple):
    """Seconds: by the clock, of the processors, and of the processors for this process alone."""

    clock: float
    processors: float
    own: float


class Loaded(NamedTuple):
    """Seconds that openpyxl takes for the .xlsx, and for .xls either of two libraries."""

    new: float
    old_by_openpyxl: float
    old_by_xlrd: float


def rows() -> Iterator[Row]:
    """Read, compare and store all; the time the processors spent, and for the main process.

    Either side has a process of its own, in which nothing else runs, and they take turns; the
    first run of each, which brings its modules, is not counted. openpyxl does not load .xls: it
    gets them written as .xlsx beforehand, the cells alone, and xlrd, which does, is told as well.
    """
    folder = REAL if REAL.exists() else sample("gso")
    books = sorted(folder.rglob("*.xls*"))
    with tempfile.TemporaryDirectory() as name, _alone() as ours, _alone() as peer:
        old = [book for book in books if not _is_zip(book)]
        again = [_as_xlsx(book, Path(name) / f"{n}.xlsx") for n, book in enumerate(old)]
        new = [book for book in books if book not in old]
        runs = [
            (ours.submit(_imported, books).result(), peer.submit(_loaded, new, again, old).result())
            for _ in range(1 + RUNS)
        ]
    pairs = runs[1:]
    whole = [(o, p.new + p.old_by_openpyxl) for o, p in pairs]
    yield row(f"import {len(books)} workbooks", OPENPYXL, [(o.clock, p) for o, p in whole])
    yield row(
        "the same", QUICKER, [(o.clock, p.new + p.old_by_xlrd) for o, p in pairs]
    )  # fmt: skip
    yield row(
        "the same, processor time of all processes", OPENPYXL, [(o.processors, p) for o, p in whole]
    )
    yield row("of that, the main process", OPENPYXL, [(o.own, p) for o, p in whole])


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


def _loaded(new: Sequence[Path], again: Sequence[Path], old: Sequence[Path]) -> Loaded:
    return Loaded(
        _took(_by_openpyxl, new), _took(_by_openpyxl, again), _took(xlrd.open_workbook, old)
    )


def _took(load: Callable[[Path], object], books: Sequence[Path]) -> float:
    """Give the seconds of the processor, which in one thread are those of an idle machine."""
    start = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for book in books:
            load(book)
    return time.process_time() - start


def _by_openpyxl(book: Path) -> None:
    openpyxl.load_workbook(book, data_only=True).close()


def _is_zip(book: Path) -> bool:
    return book.read_bytes()[:2] == b"PK"


def _as_xlsx(book: Path, place: Path) -> Path:
    """Write the cells of a workbook of before 2007 as one of today, without any dress."""
    with xlsxwriter.Workbook(place, {"strings_to_formulas": False}) as new:
        for sheet in xlrd.open_workbook(book).sheets():
            page = new.add_worksheet(sheet.name)
            for row_, column in product(range(sheet.nrows), range(sheet.ncols)):
                if (value := sheet.cell_value(row_, column)) != "":
                    page.write(row_, column, value)
    return place


def _processors() -> float:
    """Seconds that processors worked for this process and all that it started."""
    ours = psutil.Process()
    spent = [one.cpu_times() for one in (ours, *ours.children(recursive=True))]
    return sum(one.user + one.system for one in spent)
