"""A return applied until the overview is painted, repaints of pages: against a frame of 16 ms.

On the window's thread its own processor time counts, so that other work on the machine does not.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.figures.places import sample
from desktop.gui.application import application
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.structure.multiples import Multiples
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, row

RUNS = 9
FRAME = "a frame of 16 ms"
FRAME_S = 0.016


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
        repainted = list(_repaints(app, window))
        window.close()
    yield from repainted
    yield row("return applied: overview computed (worker thread)", FRAME, asked[1:])
    yield row("return applied: work until painted (window's thread)", FRAME, painted[1:])


def _repaints(app: QApplication, window: MainWindow) -> Iterator[Row]:
    """The whole dashboard, and all small multiples of the items, painted anew."""
    board = window.overview.dashboard
    assert board is not None
    yield _repaint(app, "dashboard repainted, three charts and all", board)
    window.show_page("sectors")
    page = window.pages.structure("sectors")
    while page.answer is None or window.session.jobs.busy:
        app.processEvents()
    multiples = page.findChild(Multiples)
    assert multiples is not None
    name = f"small multiples of {len(multiples.spots)} items repainted"
    yield _repaint(app, name, multiples)


def _repaint(app: QApplication, name: str, part: QWidget) -> Row:
    spent = []
    for _ in range(RUNS):
        for chart in (part, *part.findChildren(QWidget)):
            chart.update()
        start = time.thread_time()
        app.processEvents()
        spent.append((time.thread_time() - start, FRAME_S))
    return row(name, FRAME, spent)


def _refresh(app: QApplication, window: MainWindow, office: Office) -> tuple[float, float, float]:
    start = time.perf_counter()
    overview, choices = office.overview(), office.choices()
    answered = time.perf_counter()
    begun = time.thread_time()
    window.overview.show_overview(overview, choices)
    app.processEvents()
    painted = time.thread_time()
    return answered - start, painted - begun, FRAME_S


def _window(folder: Path, office: Office) -> MainWindow:
    session = Session(lambda: office, Memory(folder / "bench.ini"), "vi", ThemeChoice.LIGHT)
    window = MainWindow(session)
    window.resize(1440, 900)
    window.overview.show_overview(office.overview(), office.choices())
    window.show()
    return window
