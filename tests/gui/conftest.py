"""What the window's tests share: a dressed application, an office made by hand, the window."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.figures.places import sample
from desktop.gui import fonts, roles
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from tests.gui.example_office import ExampleOffice

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")
MAY_AND_JUNE = "02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx"


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Wear our font and say what things are, as the application does."""
    fonts.install()
    roles.install()
    return qapp


@pytest.fixture
def office():
    """Give an office with six months of 2025."""
    return ExampleOffice()


@pytest.fixture(scope="session")
def office_of_two_books(tmp_path_factory):
    """Give what opens a real office, whose archive holds the books of May and June: to be asked."""
    place = tmp_path_factory.mktemp("two_books") / "archive.sqlite3"
    opened = partial(Office, place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan")
    with opened() as office:
        office.take_in([sample("gso", name) for name in MAY_AND_JUNE])
    return opened


@pytest.fixture
def settings(tmp_path):
    """Give the file that the window remembers in."""
    return tmp_path / "window.ini"


@pytest.fixture
def open_window(qtbot, settings):
    """Open a window on an office, and wait until it has shown its first answer."""

    def opened(office, *, language="en", theme=ThemeChoice.LIGHT, example=False, size=(1440, 900)):
        session = Session(lambda: office, Memory(settings), language, theme)
        window = MainWindow(session, example=example)
        qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
        window.resize(*size)
        with qtbot.waitSignal(window.overview.answered):
            window.painted.connect(window.begin)
            window.show()
        return window

    return opened


@pytest.fixture
def window(open_window, office):
    """Give a window that shows June 2025."""
    return open_window(office)


@pytest.fixture(scope="module")
def qtbot_of_all(qapp, request):
    """Give what drives windows, to what all tests of a file share."""
    fonts.install()
    roles.install()
    return QtBot(request)


@pytest.fixture(scope="module")
def seen(qtbot_of_all, tmp_path_factory):
    """Give a window that shows June 2025, opened once for all tests of a file that only look.

    A test may turn over what it looks at; what is asked of the office and remembered stays.
    """
    memory = Memory(tmp_path_factory.mktemp("seen") / "window.ini")
    session = Session(ExampleOffice, memory, "en", ThemeChoice.LIGHT)
    window = MainWindow(session)
    window.resize(1440, 900)
    with qtbot_of_all.waitSignal(window.overview.answered):
        window.painted.connect(window.begin)
        window.show()
    yield window
    session.close()
    window.close()
    window.deleteLater()


@pytest.fixture(scope="module")
def reviewed(seen, qtbot_of_all):
    """Give the review of July's return in the window that is opened once."""
    with qtbot_of_all.waitSignal(seen.importing.read):
        seen.importing.preview([JULY])
    qtbot_of_all.waitUntil(
        lambda: not seen.session.jobs.busy and not seen.session.theme.dressing.busy
    )
    return seen.review


@pytest.fixture
def review(window, qtbot, idle):
    """Give the window's review page with the July return on it."""
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([JULY])
    idle(window)
    return window.review


@pytest.fixture
def idle(qtbot):
    """Wait until a window has no job under way, and wears its theme."""

    def wait(window):
        session = window.session
        qtbot.waitUntil(lambda: not session.jobs.busy and not session.theme.dressing.busy)

    return wait
