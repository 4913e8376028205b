"""Two real windows at one server: what one does the other shows, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtTest import QTest

from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.gui import actions
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.shell.target_dialog import TargetDialog
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
]
LONG = 30_000
BOOKS = [sample("gso", name) for name in ("02-Bieu-T01.2025.xlsx", "02-Bieu-T02.2025.xlsx")]


@pytest.fixture
def sit_down(qtbot, tmp_path):
    """Give what opens an official's window on an archive, which listens from the start."""

    def opened(address, user):
        def opener():
            clock = lambda: datetime(2025, 3, 7, 12, tzinfo=UTC)  # noqa: E731 - a fixed day
            return Office(address, clock=clock, user=user, desk=f"PC of {user}")

        settings = Memory(tmp_path / f"{user}.ini")
        settings.remember("tour", "offered")
        window = MainWindow(Session(opener, settings, "en", ThemeChoice.LIGHT))
        qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
        window.resize(1280, 720)
        window.painted.connect(window.begin)
        window.show()
        colleagues = window.keeping.colleagues
        qtbot.waitUntil(lambda: window.session.heard is not None, timeout=LONG)
        assert colleagues is not None
        return window

    return opened


def told(window):
    """Give the sentence of the notice that a window shows."""
    return window.notice.message.sentence if window.notice.isVisible() else ""


@pytest.fixture
def address(server):
    """Give the address of an archive without a return."""
    return server.archive()


@pytest.fixture
def windows(sit_down, address):
    """Give the windows of Lan and Minh."""
    return sit_down(address, "Lan"), sit_down(address, "Minh")


@pytest.fixture
def sees(qtbot):
    """Wait until a window says a sentence, and shows what it should."""

    def wait(window, sentence, shown=lambda: True):
        qtbot.waitUntil(lambda: sentence in told(window) and shown(), timeout=LONG)
        window.notice.hide()

    return wait


@pytest.fixture
def imported(qtbot, windows, sees):
    """Let Lan read two books and accept them: Minh's empty page fills. Give the windows."""
    lan, minh = windows
    assert minh.overview.overview is None
    with qtbot.waitSignal(lan.importing.read, timeout=LONG):
        lan.importing.preview(BOOKS)
    qtbot.waitUntil(
        lambda: not (lan.session.jobs.busy or lan.session.theme.dressing.busy), timeout=LONG
    )
    with qtbot.waitSignal(lan.importing.written, timeout=LONG):
        lan.importing.accept(lan.pages.review.previews)
    sees(minh, "Lan imported", lambda: minh.overview.overview is not None)
    assert str(minh.overview.overview.through) == "2025-02"
    return windows


def test_what_one_does_the_other_sees_and_nothing_typed_is_lost(qtbot, imported, sees):
    """Minh types a target; meanwhile Lan undoes an import, notes an event, and sets a target."""
    lan, minh = imported
    minh.actions_[actions.TARGET].trigger()
    dialog = minh.findChild(TargetDialog)
    dialog.amount.clear()
    QTest.keyClicks(dialog.amount, "13.5")
    QTest.keyClicks(dialog.document, "NQ 25")
    lan.importing.withdraw([2])
    sees(minh, "Lan undid", lambda: str(minh.overview.overview.through) == "2025-01")
    lan.importing.restore([2])
    sees(minh, "Lan counts", lambda: str(minh.overview.overview.through) == "2025-02")
    lan.session.office().add_note(date(2025, 2, 3), "Tàu mắc cạn")
    sees(minh, "Lan noted an event.")
    lan.pages.changing.put(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12))
    sees(minh, "Lan set a target.")
    assert (dialog.amount.text(), dialog.document.text()) == ("13.5", "NQ 25")
    # Minh's own comes second: what Lan set is told first, and Minh's is kept when meant so.
    dialog.keep.click()
    qtbot.waitUntil(lambda: told(minh).startswith("Lan changed the target"), timeout=LONG)
    assert [t.low for t in minh.session.office().targets()] == [0.12]
    # Lan goes on: what Minh is asked comes back after the news of that.
    lan.session.office().add_note(date(2025, 2, 5), "Tàu được cứu")
    qtbot.waitUntil(lambda: told(minh) == "Lan noted an event.", timeout=LONG)
    minh.notice.close_button.click()
    assert told(minh).startswith("Lan changed the target")
    minh.notice.button.click()
    sees(lan, "Minh set a target.", lambda: len(lan.session.office().targets()) == 2)


def test_a_server_that_goes_and_comes_back_is_told_and_work_goes_on(
    qtbot, imported, sees, server, address
):
    """Both windows say so, keep what they show, and go on by themselves."""
    lan, minh = imported
    name = address.rpartition("/")[2]
    server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='{name}'")
    for window in imported:
        qtbot.waitUntil(lambda w=window: w.keeping.colleagues.lost, timeout=LONG)
        assert window.overview.overview is not None
    minh.pages.changing.put(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12))
    qtbot.waitUntil(lambda: minh.notice.button.text() == "Try again", timeout=LONG)
    assert minh.notice.button.isVisible()
    server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    for window in imported:
        qtbot.waitUntil(lambda w=window: not w.keeping.colleagues.lost, timeout=LONG)
    # "In reach again" covers what was typed for a while only.
    minh.notice.close_button.click()
    assert minh.notice.button.text() == "Try again"
    minh.notice.button.click()
    sees(lan, "Minh set a target.")
    lan.session.office().add_note(date(2025, 2, 4), "Tàu được cứu")
    sees(minh, "Lan noted an event.")
