"""A return applied until the overview is painted, repaints of pages: against a frame of 16 ms.

Each thread's own processor time counts, so that other work on the machine does not.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
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
FIRST_DAY, TODAY = date(2025, 8, 6), date(2025, 8, 31)
"""July's book comes from the one day on; what is reported after the other is still to come."""


def rows() -> Iterator[Row]:
    """July's book comes and is withdrawn in turn; each time the overview is painted anew.

    It comes under another day each time, so that it is a return which nobody has seen yet: what is
    kept of earlier states does not answer. Then the whole overview is asked for, and painted.
    """
    app = application()
    with tempfile.TemporaryDirectory() as name, sample_office(Path(name), TODAY) as office:
        window = _window(Path(name), office)
        applied, undone = [], []
        for turn in range(RUNS + 1):
            number = _come(office, turn)
            app.processEvents()  # what has come together meanwhile is none of the answer's work
            applied.append(_refresh(app, window, office))
            office.undo(number)
            app.processEvents()
            undone.append(_refresh(app, window, office))
        repainted = list(_repaints(app, window))
        window.close()
    yield from repainted
    yield from _waits("return applied", applied[1:])
    yield from _waits("return undone", undone[1:])


def _come(office: Office, turn: int) -> int:
    """Import July's book as reported on another day."""
    day = FIRST_DAY + timedelta(days=turn)
    book = sample("next", "02-Bieu-T7.2025.xlsx")
    (outcome,) = office.accept(office.preview([book], reported_on=day))
    assert outcome.number is not None
    return outcome.number


def _waits(what: str, spent: list[tuple[float, float]]) -> Iterator[Row]:
    """One row for each thread, and what an official waits for: both."""
    yield row(f"{what}: overview computed (worker thread)", FRAME,
              [(asking, FRAME_S) for asking, _ in spent])  # fmt: skip
    yield row(f"{what}: work until painted (window's thread)", FRAME,
              [(drawing, FRAME_S) for _, drawing in spent])  # fmt: skip
    yield row(f"{what}: both together", FRAME, [(sum(both), FRAME_S) for both in spent])


def _repaints(app: QApplication, window: MainWindow) -> Iterator[Row]:
    """The whole dashboard, and all small multiples of the items, painted anew."""
    board = window.overview.dashboard
    assert board is not None
    yield _repaint(app, "dashboard repainted, three charts and all", board)
    window.show_page("sectors")
    page = window.pages.structure("sectors")
    while page.answer is None or window.session.jobs.busy or window.session.theme.dressing.busy:
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


def _refresh(app: QApplication, window: MainWindow, office: Office) -> tuple[float, float]:
    start = time.thread_time()
    overview, choices = office.overview(), office.choices()
    answered = time.thread_time()
    window.overview.show_overview(overview, choices)
    app.processEvents()
    painted = time.thread_time()
    return answered - start, painted - answered


def _window(folder: Path, office: Office) -> MainWindow:
    session = Session(lambda: office, Memory(folder / "bench.ini"), "vi", ThemeChoice.LIGHT)
    window = MainWindow(session)
    window.resize(1440, 900)
    window.overview.show_overview(office.overview(), office.choices())
    window.show()
    return window
