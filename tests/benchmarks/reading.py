"""Reading a return: against a bare unzip + XML scan of the same bytes, and against openpyxl."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import openpyxl

from desktop.figures.places import sample
from desktop.returns import read_return
from tests.benchmarks.timing import Row, compare

REAL_BOOK = Path(__file__).parents[3] / "shared/returns/gso/2024-12-29-02.Bieu-T12.2024.xlsx"
SMALL_ROWS = 60


def rows() -> Iterator[Row]:
    """A 60 x 10 return, then a whole book of the statistics office."""
    with tempfile.TemporaryDirectory() as folder:
        small = _small_return(Path(folder) / "small.xlsx")
        book = REAL_BOOK if REAL_BOOK.exists() else sample("gso", "02-Bieu-T6.2025.xlsx")
        for name, path, runs in (
            ("read a 60 x 10 return", small, 15),
            (f"read a whole GSO book ({path_kib(book)} KiB)", book, 5),
        ):
            yield compare(name, lambda p=path: read_return(p), "unzip + expat scan",
                          lambda p=path: scan(p), runs=runs)  # fmt: skip
            yield compare(name, lambda p=path: read_return(p), "openpyxl, values only loaded",
                          lambda p=path: load(p), runs=runs)  # fmt: skip


def path_kib(path: Path) -> int:
    """Size of a file in KiB."""
    return path.stat().st_size // 1024


def _small_return(path: Path) -> Path:
    """One export sheet of a sample book, cut to 60 rows by 10 columns."""
    book = openpyxl.load_workbook(sample("gso", "02-Bieu-T6.2025.xlsx"))
    for name in book.sheetnames[1:]:
        del book[name]
    book.worksheets[0].delete_rows(SMALL_ROWS + 1, 1000)
    book.save(path)
    return path


def scan(path: Path) -> None:
    """The floor: unzip every sheet and run an XML parser over it, with nothing listening."""
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.endswith(".xml"):
                expat.ParserCreate().Parse(parts.read(part), True)


def load(path: Path) -> None:
    """The peer: openpyxl with every sheet's cells in memory."""
    book = openpyxl.load_workbook(path, data_only=True)
    book.close()
