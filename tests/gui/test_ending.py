"""A window goes at once, whoever still waits for a server; what it worked with is closed later."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from time import monotonic

import pytest

from desktop.archive.patience import PatientConnection
from desktop.figures.places import sample
from desktop.gui import ending, folder_thread
from desktop.gui.hearing import Colleagues
from desktop.gui.jobs import Job
from desktop.gui.memory import Memory
from desktop.gui.pages import PLACES
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.watching import Watching
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from tests.archive.made import reading, row, store
from tests.servers.silent import way_to

AT_ONCE = 1.0
"""Seconds, on a machine that works at much else."""


class _Held:
    """An office that keeps who asks it waiting until it is let go."""

    def __init__(self):
        self.asked, self.answers, self.closed = threading.Event(), threading.Event(), False

    def ask(self, *_):
        self.asked.set()
        assert self.answers.wait(20)
        assert not self.closed

    hearing = contents = ask

    def write_aside(self):
        """Nothing stands aside."""

    def settle_for_reading(self):
        """All may be written."""

    def clock_doubt(self):
        """Say that the clock is right."""

    def close(self):
        assert self.answers.is_set()
        self.closed = True


@pytest.fixture
def held(settings):
    office = _Held()
    yield office, Session(lambda: office, Memory(settings), "en", ThemeChoice.LIGHT)
    office.answers.set()
    ending.finish_all()


def _ask(session):
    session.jobs.start(Job("sheet", lambda _: session.office().ask()))


def _listen(session):
    colleagues = Colleagues(session)
    colleagues.listen()
    return colleagues


def _watch(session):
    watching = Watching(session)
    watching.choose(sample("gso", "02-Bieu-T6.2025.xlsx").parent)
    return watching


@pytest.mark.parametrize("work", [_ask, _listen, _watch])
def test_nobody_waits_for_what_is_held_and_all_is_closed_after_it(qtbot, held, work, monkeypatch):
    monkeypatch.setattr(folder_thread, "SETTLING_MS", 10)
    office, session = held
    working = work(session)
    assert office.asked.wait(20)
    begun = monotonic()
    session.close()
    assert monotonic() - begun < AT_ONCE
    session.close()  # which does nothing
    assert not office.closed
    office.answers.set()
    qtbot.waitUntil(lambda: office.closed)
    del working


def test_the_end_of_the_program_waits(held):
    office, session = held
    _ask(session)
    assert office.asked.wait(20)
    session.close()
    threading.Timer(0.1, office.answers.set).start()
    ending.finish_all()
    assert office.closed


def test_what_does_not_end_holds_the_program_only_so_long(held, monkeypatch):
    office, session = held
    monkeypatch.setattr(ending, "LAST_PATIENCE_MS", 50)
    session.awaits(lambda ms: bool(threading.Event().wait(ms / 1000)))
    office.answers.set()
    session.office()
    session.close()
    assert not office.closed
    ending.finish_all()
    assert office.closed


@pytest.mark.slow
def test_the_windows_thread_asks_no_server_for_anything(qtbot, server, settings, monkeypatch):
    """Where a server went silent each question waits for seconds: pages, and the end of it all."""
    threads, wait = set(), PatientConnection.wait

    def seen(self, *told, **how):
        threads.add(threading.get_ident())
        return wait(self, *told, **how)

    monkeypatch.setattr(PatientConnection, "wait", seen)
    with way_to(server.port) as way:
        place = server.archive().replace(f":{server.port}/", f":{way.port}/")

        def opener():
            return Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan")

        with opener() as office:
            store(office.archive, reading(row(1)))
        threads.clear()
        session = Session(opener, Memory(settings), "en", ThemeChoice.LIGHT, place=place)
        window = MainWindow(session)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.overview.answered, timeout=20_000):
            window.painted.connect(window.begin)
            window.show()
        qtbot.waitUntil(lambda: not session.jobs.busy, timeout=20_000)
        way.deaf = True
        way.forget()
        window.keeping.colleagues.listen()
        with qtbot.waitSignal(session.jobs.refused, timeout=20_000) as said:
            for page in PLACES:
                window.show_page(page.name)
        assert said.args[0].findings[0].code == "archive_server_gone"
        window.overview.refresh()
        assert session.jobs.busy
        window.close()
        assert not window.isVisible()
        assert session.jobs.busy
        ending.finish_all()
        assert threads
        assert threading.get_ident() not in threads
