"""What a colleague imports, until another window tells it and draws it: against one second.

Two windows, each a process of its own, on a server of their own. The clock begins when the
import's transaction is committed; the machine is quiet first, then busy on every core.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.figures.places import sample
from desktop.gui.application import application
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from tests.benchmarks.timing import Row, row
from tests.servers.postgresql import server

BOOKS = ("02-Bieu-T01.2025.xlsx", "02-Bieu-T02.2025.xlsx", "03-Bieu-T3.2025.xlsx",
         "02.-Bieu-T4.2025.xlsx", "02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx")  # fmt: skip
BEFORE = ("02.Bieu-T12.2024.xlsx",)
TURNS = 9
SECOND = "one second"
_SPAWN = multiprocessing.get_context("spawn")


def rows() -> Iterator[Row]:
    """Each book is imported and undone in turn by the colleague, quiet and busy."""
    app = application()
    with server() as begun, tempfile.TemporaryDirectory() as name:
        address = begun.archive()
        ours, theirs = _SPAWN.Pipe()
        colleague = _SPAWN.Process(target=_colleague, args=(address, Path(name), theirs))
        colleague.start()
        ours.recv()  # the first book is in
        window = _window(address, Path(name), "watcher")
        _until(
            app,
            lambda: (
                window.session.heard is not None
                and not (window.session.jobs.busy or window.session.theme.dressing.busy)
            ),
        )
        yield from _measured(app, window, ours, "quiet")
        with _busy():
            yield from _measured(app, window, ours, "busy")
        ours.send(False)
        window.close()
        colleague.join()


def _measured(app: QApplication, window: MainWindow, ours: Connection, how: str) -> Iterator[Row]:
    told: list[float] = []
    drawn: list[float] = []
    settled: list[float] = []
    for _ in range(TURNS):
        said: list[float] = []
        answered: list[float] = []
        say = window.keeping.colleagues.said.connect(lambda _, to=said: to.append(_now()))
        end = window.overview.answered.connect(lambda *_, to=answered: to.append(_now()))
        ours.send(True)
        _until(app, lambda there=answered: bool(there))
        painted = _now()
        _until(app, lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy))
        idle = _now()
        window.keeping.colleagues.said.disconnect(say)
        window.overview.answered.disconnect(end)
        committed = ours.recv()
        for times, moment in ((told, said[0]), (drawn, painted), (settled, idle)):
            times.append(moment - committed)
    for what, times in (("told", told), ("drawn", drawn), ("drawn, every card", settled)):
        name = f"a colleague's import {what}, {how}"
        yield row(name, SECOND, [(took, 1.0) for took in times])
        yield row(f"{name}, slowest", SECOND, [(max(times), 1.0)])


def _colleague(address: str, folder: Path, theirs: Connection) -> None:
    """Sit at another window: import, undo, and count again, and tell the moment of each."""
    app = application()
    window = _window(address, folder, "colleague")
    office = window.session.office()
    office.accept(office.preview([sample("gso", name) for name in BEFORE]))
    read = office.preview([sample("gso", name) for name in BOOKS])
    theirs.send(True)
    number, counts = 0, True
    while _asked(app, theirs):
        if read:
            number = office.accept([read.pop(0)])[0].number or 0
        else:
            (office.undo if counts else office.redo)(number)
            counts = not counts
        committed = _now()
        window.session.archive_changed.emit()
        theirs.send(committed)
    window.close()


def _asked(app: QApplication, theirs: Connection) -> bool:
    _until(app, theirs.poll)
    return bool(theirs.recv())


def _window(address: str, folder: Path, user: str) -> MainWindow:
    clock = lambda: datetime(2025, 7, 12, tzinfo=UTC)  # noqa: E731 - a fixed day
    opener = lambda: Office(address, clock=clock, user=user, desk=f"PC of {user}")  # noqa: E731 - as above
    memory = Memory(folder / f"{user}.ini")
    window = MainWindow(Session(opener, memory, "vi", ThemeChoice.LIGHT))
    window.resize(1440, 900)
    window.painted.connect(window.begin)
    window.show()
    return window


def _now() -> float:
    """Give the machine's clock, which all its programs have in common."""
    return time.monotonic()


def _until(app: QApplication, reached: Callable[[], bool]) -> None:
    while not reached():
        app.processEvents()
        time.sleep(0.001)
    app.processEvents()


@contextmanager
def _busy() -> Iterator[None]:
    """Keep every core at work."""
    others = [_SPAWN.Process(target=_work, daemon=True) for _ in range(os.cpu_count() or 1)]
    for other in others:
        other.start()
    time.sleep(2)  # until they are
    yield
    for other in others:
        other.kill()


def _work() -> None:
    while True:
        sum(range(100_000))
