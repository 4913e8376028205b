"""How long the window's event loop stands still while a report is written, in every form.

By the clock, a gap also tells of other programs on the machine. So it is held against the
processor time that the application's process used meanwhile, in all its threads: what is longer
than that was not ours. Waiting for Python's own lock is.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from xlsxwriter import Workbook

from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.gui.export.choices import ExportChoices, ExportForm
from tests.benchmarks.timing import Row, row
from tests.shots.stage import Stage, build_archive

BOUND_S = 0.1
"""A step that is longer is felt as a stop (goal of the application)."""
TEMPLATE = "{{exports.cumulative}}", "{{exports.growth}}", "{{table:items top=10}}"


def rows() -> Iterator[Row]:
    """One row a form: the longest gap of its first writing, and of those after it."""
    with tempfile.TemporaryDirectory() as name:
        stage = Stage(build_archive(Path(name) / "samples.sqlite3"))
        template = Path(name) / "own.xlsx"
        with Workbook(template) as book:
            book.add_worksheet().write_column("A1", TEMPLATE)
        yield _row("the page of export opened", [_gap(stage, lambda: _open(stage))])
        for said, choices in _forms(template):
            out = Path(name) / f"report{choices.suffix}"
            times = 2 if SummarySheet.DATA in choices.sheets else 3
            gaps = [_gap(stage, lambda c=choices, o=out: _write(stage, c, o)) for _ in range(times)]
            yield _row(f"{said}, the first", gaps[:1])
            yield _row(f"{said}, again", gaps[1:])
        listing = Path(name) / "list.xlsx"
        gap = _gap(stage, lambda: _asked(stage, lambda e: e.write_placeholders(listing)))
        yield _row("the list of placeholders", [gap])
        stage.close()


def _forms(template: Path) -> Iterator[tuple[str, ExportChoices]]:
    plain = ExportChoices("vi", opens_folder=False)
    for form in (ExportForm.WORKBOOK, ExportForm.BRIEFING, ExportForm.SLIDES, ExportForm.PDF,
                 ExportForm.MARKDOWN):  # fmt: skip
        yield form.value, replace(plain, form=form)
    yield "xlsx with all figures", replace(plain, sheets=(*STANDARD_SHEETS, SummarySheet.DATA))
    yield "template", replace(plain, form=ExportForm.TEMPLATE, template=str(template))


def _open(stage: Stage) -> None:
    stage.window.show_page("export")
    stage.settle(lambda: bool(stage.window.pages.export.preview.leaves))


def _write(stage: Stage, choices: ExportChoices, out: Path) -> None:
    _asked(stage, lambda exporting: exporting.write(choices, out))
    if not out.exists():
        raise RuntimeError(f"{out.name} was not written")


def _asked(stage: Stage, ask: Callable[..., object]) -> None:
    ask(stage.window.exporting)
    stage.settle()


def _gap(stage: Stage, work: Callable[[], object]) -> float:
    """Give the longest gap, in seconds."""
    stage.settle()
    gaps, last = [0.0], [0.0, 0.0]

    def tick() -> None:
        now = time.perf_counter(), time.process_time()
        gaps.append(min(now[0] - last[0], now[1] - last[1]))
        last[:] = now

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    last[:] = time.perf_counter(), time.process_time()
    timer.start()
    work()
    timer.stop()
    return max(gaps)


def _row(name: str, gaps: list[float]) -> Row:
    return row(f"event loop's gap: {name}", "bound", [(gap, BOUND_S) for gap in gaps])
