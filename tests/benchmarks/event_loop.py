"""How long the window's event loop stands still while a large workbook is read."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.figures.places import sample
from desktop.gui.application import application
from desktop.returns import ReadingRoom
from tests.benchmarks.large_sheets import many_cells
from tests.benchmarks.reading import REAL_BOOK
from tests.benchmarks.timing import Row, row

TICK_MS = 1
FRAME_MS = 16
"""What a screen of 60 pictures a second leaves for one."""


def rows() -> Iterator[Row]:
    """The longest gap between two ticks of a timer, against a frame."""
    application()
    book = REAL_BOOK if REAL_BOOK.exists() else sample("gso", "02-Bieu-T6.2025.xlsx")
    with tempfile.TemporaryDirectory() as folder, ReadingRoom() as room:
        large = many_cells(Path(folder) / "wide.xlsx", 5_000, 12)
        for name, path in (("a whole GSO book", book), ("5,000 x 12 figures", large)):
            list(room.read([path]))  # the process is up
            gaps = [_longest_gap(room, path) for _ in range(3)]
            yield row(f"longest gap of the event loop, reading {name}", "a frame of 16 ms",
                      [(gap, FRAME_MS / 1000) for gap in gaps])  # fmt: skip


def _longest_gap(room: ReadingRoom, path: Path) -> float:
    app, gaps = application(), []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    reading = threading.Thread(target=lambda: list(room.read([path])))
    reading.start()
    last = time.perf_counter()
    while reading.is_alive():
        app.processEvents()
        time.sleep(0.0002)
    timer.stop()
    return max(gaps, default=0.0)
