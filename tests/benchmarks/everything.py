"""Every real workbook into an empty archive, against libraries that merely load them."""

from __future__ import annotations

import multiprocessing
import shutil
import subprocess
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
BARE = "openpyxl, of the old the bare cells"
QUICKER = "openpyxl and xlrd, loading"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_SECONDS = 900
"""What LibreOffice may take to save the old workbooks again: half a minute, on a quick machine."""


class Spent(NamedTuple):
    """Seconds: by the clock, of the processors, and of the processors for this process alone."""

    clock: float
    processors: float
    own: float


class Loaded(NamedTuple):
    """Seconds that openpyxl takes for the .xlsx, and that libraries take for the old .xls.

    `whole` are those with all that they hold, `bare` their cells alone: both for openpyxl.
    """

    new: float
    whole: float
    bare: float
    by_xlrd: float


def rows() -> Iterator[Row]:
    """Read, compare and store all; the time the processors spent, and for the main process.

    Either side has a process of its own, in which nothing else runs, and they take turns; the
    first run of each, which brings its modules, is not counted. openpyxl does not load .xls: it
    gets them as LibreOffice saves them, with fonts, widths and all that we read of them too; and
    once more the cells alone. xlrd, which does load .xls, is told as well. Without LibreOffice
    openpyxl gets the cells alone.
    """
    folder = REAL if REAL.exists() else sample("gso")
    books = sorted(folder.rglob("*.xls*"))
    with tempfile.TemporaryDirectory() as name, _alone() as ours, _alone() as peer:
        old = [book for book in books if not _is_zip(book)]
        bare = [_as_xlsx(book, Path(name) / f"{n}.xlsx") for n, book in enumerate(old)]
        whole = _saved_again(old, Path(name)) if OFFICE and old else bare
        new = [book for book in books if book not in old]
        runs = [
            (
                ours.submit(_imported, books).result(),
                peer.submit(_loaded, new, whole, bare, old).result(),
            )
            for _ in range(1 + RUNS)
        ]
    pairs = runs[1:]
    told = [(o, p.new + p.whole) for o, p in pairs]
    yield row(f"import {len(books)} workbooks", OPENPYXL, [(o.clock, p) for o, p in told])
    yield row("the same", BARE, [(o.clock, p.new + p.bare) for o, p in pairs])
    yield row("the same", QUICKER, [(o.clock, p.new + p.by_xlrd) for o, p in pairs])
    yield row(
        "the same, processor time of all processes", OPENPYXL, [(o.processors, p) for o, p in told]
    )
    yield row("of that, the main process", OPENPYXL, [(o.own, p) for o, p in told])


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


def _loaded(
    new: Sequence[Path], whole: Sequence[Path], bare: Sequence[Path], old: Sequence[Path]
) -> Loaded:
    return Loaded(
        _took(_by_openpyxl, new), _took(_by_openpyxl, whole), _took(_by_openpyxl, bare),
        _took(xlrd.open_workbook, old),
    )  # fmt: skip


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


def _saved_again(books: Sequence[Path], folder: Path) -> list[Path]:
    """Have LibreOffice save workbooks of before 2007 as ones of today, with all that they hold."""
    given, saved = folder / "given", folder / "saved"
    given.mkdir()
    for number, book in enumerate(books):
        shutil.copy(book, given / f"{number}.xls")
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", str(saved), *map(str, given.iterdir())],
        check=True, capture_output=True, timeout=_SECONDS,
    )  # fmt: skip
    return [saved / f"{number}.xlsx" for number in range(len(books))]


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
