"""The longest steps on the window's thread: reviewing, theming, pointing, opening, accepting.

The gap between two turns of the event loop is what a user feels; on a machine with other work it
tells of that work too. So the processor time that the window's thread itself used between the two
turns stands beside it: that is ours.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.workflow import Office
from tests.benchmarks.timing import Row
from tests.shots import books
from tests.shots.stage import TODAY, Stage, build_archive

RUNS = 5
BOUND_MS = 100
"""A step that is longer is felt as a stop (goal of the application)."""
REAL = Path("../shared/returns/gso")


@dataclass(frozen=True, slots=True)
class Gap:
    """The longest gap between two turns, in seconds: by the clock, and of the thread's own work."""

    clock: float
    thread: float


class Meter:
    """Measures the gaps while something is done."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)
        self._longest = Gap(0.0, 0.0)  # not each of them: they would fill the memory watched
        self._last = (0.0, 0.0)

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        (clock, thread), longest = self._last, self._longest
        self._longest = Gap(
            max(longest.clock, now[0] - clock), max(longest.thread, now[1] - thread)
        )
        self._last = now

    def during(self, work: Callable[[], object]) -> Gap:
        """Do it, and give the longest gaps (each the longest of its kind)."""
        self._longest = Gap(0.0, 0.0)
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()
        work()
        self._tick()
        self._timer.stop()
        return self._longest


def rows() -> Iterator[Row]:
    """One row a step: the thread's own work against the bound, and the gap by the clock beneath."""
    with tempfile.TemporaryDirectory() as name:
        archive = build_archive(Path(name) / "samples.sqlite3")
        many = _many(Path(name) / "many.sqlite3")
        found: dict[str, list[Gap]] = {}
        for _ in range(RUNS):
            for step, gap in _review(archive):
                found.setdefault(step, []).append(gap)
            for step, gap in _received(many or archive):
                found.setdefault(step, []).append(gap)
    for step, gaps in found.items():
        clock = statistics.median(g.clock for g in gaps) * 1000
        thread = statistics.median(g.thread for g in gaps) * 1000
        yield Row(f"window's thread: {step}", thread, f"by the clock {clock:.0f} ms; bound",
                  BOUND_MS, thread / BOUND_MS)  # fmt: skip


def _many(archive: Path) -> Path | None:
    """Import every real book of the statistics office, where they are at hand."""
    if not REAL.is_dir():
        return None
    with Office(archive, clock=lambda: TODAY, user="lan") as office:
        office.accept(office.preview([REAL]))
    return archive


def _review(archive: Path) -> Iterator[tuple[str, Gap]]:
    meter, stage = Meter(), Stage(archive)
    files = [books.coming(2), books.coming(0), books.coming(1), books.unknown_names(stage.folder)]
    yield "review of four files, 10,000 figures", meter.during(lambda: stage.review(*files))
    page = stage.window.review
    yield "another file", meter.during(lambda: _choose(stage, 2))
    _choose(stage, 1)
    tools = page.recognised.tools
    yield "a row pointed at, read again", meter.during(lambda: _do(stage, tools.not_data))
    yield "the correction taken back", meter.during(lambda: _do(stage, lambda _: page.undo()))
    yield "theme, under review", meter.during(lambda: stage.dress("vi", "dark", (1440, 900)))
    yield "language, under review", meter.during(lambda: stage.dress("en", "dark", (1440, 900)))
    yield "accepted, back on the overview", meter.during(lambda: _accept(stage))
    stage.close()
    if REAL.is_dir():
        stage = Stage(archive)
        yield "review of 109 real books", meter.during(lambda: stage.review(REAL))
        yield "another of 109 files", meter.during(lambda: _choose(stage, 60))
        stage.close()


def _choose(stage: Stage, row: int) -> None:
    files = stage.window.review.files
    files.setCurrentIndex(files.shown.index(row))
    stage.settle()


def _do(stage: Stage, wish: Callable[[tuple[int, int, int, int]], object]) -> None:
    wish((16, 2, 16, 2))
    stage.settle()


def _accept(stage: Stage) -> None:
    stage.window.review.accept()
    stage.settle()
    stage.window.reviewing.leave()
    stage.settle()


def _received(archive: Path) -> Iterator[tuple[str, Gap]]:
    meter, stage = Meter(), Stage(archive)

    def open_page() -> None:
        stage.window.show_page("received")
        stage.settle(lambda: bool(stage.window.received.returns))

    yield "the returns opened (109 real books)", meter.during(open_page)
    yield "theme, on the returns", meter.during(lambda: stage.dress("vi", "dark", (1440, 900)))
    stage.window.show_page("overview")
    yield "theme, on the overview", meter.during(lambda: stage.dress("vi", "light", (1440, 900)))
    stage.close()
