"""A return applied until the overview is painted, against painting alone."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.figures.places import sample
from desktop.gui.application import application
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, row

RUNS = 9


def rows() -> Iterator[Row]:
    """July's book is withdrawn and restored in turn; each time the overview is painted anew."""
    app = application()
    with tempfile.TemporaryDirectory() as name, sample_office(Path(name)) as office:
        (outcome,) = office.accept(office.preview([sample("next", "02-Bieu-T7.2025.xlsx")]))
        window = _window(Path(name), office)
        asked, painted = [], []
        for turn in range(RUNS + 1):
            (office.redo if turn % 2 else office.undo)(outcome.number)
            asking, drawing, painting = _refresh(app, window, office)
            asked.append((asking, painting))
            painted.append((drawing, painting))
        window.close()
    yield row("return applied: overview computed (worker thread)", "painting the window", asked[1:])
    yield row("return applied: drawn and painted (window's thread)", "painting the window",
              painted[1:])  # fmt: skip


def _refresh(app: QApplication, window: MainWindow, office: Office) -> tuple[float, float, float]:
    start = time.perf_counter()
    overview, choices = office.overview(), office.choices()
    answered = time.perf_counter()
    window.overview.show_overview(overview, choices)
    app.processEvents()
    window.grab()
    painted = time.perf_counter()
    window.grab()
    again = time.perf_counter()
    return answered - start, painted - answered, again - painted


def _window(folder: Path, office: Office) -> MainWindow:
    session = Session(lambda: office, Memory(folder / "bench.ini"), "vi", ThemeChoice.LIGHT)
    window = MainWindow(session)
    window.resize(1440, 900)
    window.overview.show_overview(office.overview(), office.choices())
    window.show()
    return window
