"""Reading a return: against a bare unzip + XML scan of the same bytes, and against openpyxl.

All of it is work of one thread, and told in the processor's time: on a busy machine, too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import openpyxl

from desktop.figures.places import sample
from desktop.returns import read_return
from desktop.returns.container import sheets
from tests.benchmarks.large_sheets import by_partner, many_cells
from tests.benchmarks.timing import Row, compare

REAL_BOOK = Path(__file__).parents[3] / "shared/returns/gso/2024-12-29-02.Bieu-T12.2024.xlsx"
SMALL_ROWS = 60


def rows() -> Iterator[Row]:
    """A 60 x 10 return, a whole book of the statistics office, and very large sheets."""
    with tempfile.TemporaryDirectory() as folder:
        small = _small_return(Path(folder) / "small.xlsx")
        book = REAL_BOOK if REAL_BOOK.exists() else sample("gso", "02-Bieu-T6.2025.xlsx")
        for name, path, runs in (
            ("read a 60 x 10 return", small, 15),
            (f"read a whole GSO book ({path_kib(book)} KiB)", book, 5),
        ):
            yield compare(name, lambda p=path: read_return(p), "unzip + expat scan",
                          lambda p=path: scan(p), runs=runs, clock=time.process_time)  # fmt: skip
            yield compare(name, lambda p=path: read_return(p), "openpyxl, values only loaded",
                          lambda p=path: load(p), runs=runs, clock=time.process_time)  # fmt: skip

    yield from _large()
    yield _into_figures()


def _large() -> Iterator[Row]:
    """Every cell, style and merge of large sheets, taken into a grid; and the memory of that."""
    with tempfile.TemporaryDirectory() as folder:
        for name, rows_, columns, runs in (
            ("take in a sheet of 5,000 x 12", 5_000, 12, 7),
            ("take in a sheet of 500,000 x 4", 500_000, 3, 3),
        ):
            path = many_cells(Path(folder) / f"{rows_}.xlsx", rows_, columns)
            yield compare(name, lambda p=path: list(sheets(p.read_bytes())), "unzip + expat scan",
                          lambda p=path: scan(p), runs=runs, clock=time.process_time)  # fmt: skip
        yield peak_row(path)


def _into_figures() -> Row:
    """A sheet of 5,000 x 12 as an official gets it: figures, each with its name, month and cell."""
    with tempfile.TemporaryDirectory() as folder:
        path = by_partner(Path(folder) / "figures.xlsx", 5_000, 6)
        figures = len(read_return(path).rows)
        assert figures, "nothing of it is read"
        return compare(
            f"read 5,000 x 12 into figures ({figures})", lambda: read_return(path),
            "unzip + expat scan", lambda: scan(path), runs=5, clock=time.process_time,
        )  # fmt: skip


def peak_row(path: Path) -> Row:
    """The most memory that taking the sheet in ever needs, in MB in place of milliseconds."""
    # Linux hands a parent's peak on to its child, so the child watches itself while it reads.
    code = (
        "import sys, threading; from pathlib import Path\n"
        "import psutil; from desktop.returns.container import sheets\n"
        "held, done, most = psutil.Process().memory_info, threading.Event(), [0]\n"
        "def watch():\n"
        "    while True:\n"
        "        most.append(held().rss)\n"
        "        if done.wait(0.002): return\n"
        "watcher = threading.Thread(target=watch); watcher.start()\n"
        "grids = list(sheets(Path(sys.argv[1]).read_bytes())) if len(sys.argv) > 1 else []\n"
        "done.set(); watcher.join()\n"
        "print(max(most) / 2**20)"
    )
    ours, bare = (
        float(subprocess.run([sys.executable, "-c", code, *arguments], check=True,
                             capture_output=True, text=True).stdout)
        for arguments in ([str(path)], [])
    )  # fmt: skip
    return Row(
        "its peak memory, in MB (at most 500)", ours, "the same process, idle", bare, ours / bare
    )


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
