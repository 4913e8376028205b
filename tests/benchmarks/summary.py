"""Writing the summary: against XlsxWriter writing the same cells, unformatted, without charts.

By the clock, and by the processor's time, which tells the same on a busy machine; it leaves out
what the disk takes, where the plain script writes every sheet twice.
"""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import xlsxwriter

from desktop.figures.summary_sheets import STANDARD_SHEETS
from desktop.figures.wording import language
from desktop.reports.workbook.summary import write_summary
from desktop.workflow import Office
from desktop.workflow.errands import NEWEST
from desktop.workflow.summarizing import Order, beside
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, compare


def rows() -> Iterator[Row]:
    """The summary of June 2025."""
    with tempfile.TemporaryDirectory() as name, sample_office(Path(name)) as office:
        folder = Path(name)
        out = folder / "summary.xlsx"
        work = _writer(office, out)
        work()
        cells = _cells(out)
        for said, clock in (("", time.perf_counter), (", processor", time.process_time)):
            yield compare(
                f"write the summary ({sum(map(len, cells.values()))} cells, charts{said})",
                work,
                "plain XlsxWriter, the same cells",
                lambda: _plain(folder / "plain.xlsx", cells),
                clock=clock,
            )


def _writer(office: Office, out: Path):
    overview, returns = office.overview(), office.returns()
    moment = datetime(2025, 7, 12, tzinfo=UTC)
    told = beside(office, overview, Order(moment, NEWEST, STANDARD_SHEETS, language("vi")))
    return lambda: write_summary(
        overview, out, language=language("vi"), returns=returns, told_at=moment, beside=told
    )


def _cells(path: Path) -> dict[str, list[tuple[int, int, object]]]:
    with warnings.catch_warnings():  # it says that it leaves small charts in cells out
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            (cell.row - 1, cell.column - 1, cell.value)
            for line in sheet.iter_rows()
            for cell in line
            if cell.value is not None
        ]
        for sheet in book
    }


def _plain(path: Path, cells: dict[str, list[tuple[int, int, object]]]) -> None:
    with xlsxwriter.Workbook(path, {"remove_timezone": True}) as book:
        for title, found in cells.items():
            sheet = book.add_worksheet(title)
            for row, column, value in found:
                sheet.write(row, column, value)
