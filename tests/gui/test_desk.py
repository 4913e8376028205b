"""Archives beside one another: the example, those of lately, one that is gone, a crash before."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.archive import Archive, sqlite
from desktop.figures.groupings import schemes, take_over
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.gui import dialogs
from desktop.gui.archives.recent import Recent, place_name, secret
from desktop.gui.desk import Desk
from desktop.gui.memory import Memory
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import Tone
from desktop.gui.unclean import Marker
from desktop.workflow import Office, default_location, example_location
from tests.archive.made import reading, row, store

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own
EN = language("en")


@pytest.fixture
def memory(settings):
    """What windows remember: the tour was taken."""
    kept = Memory(settings)
    kept.remember("tour", "offered")
    return kept


@pytest.fixture
def desk(qtbot, memory):
    """Open windows on true offices; the last one is closed at the end."""

    def opener(place):
        return Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan")

    made = Desk(opener, memory, "en", ThemeChoice.LIGHT, example=True)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


@pytest.fixture
def opened(desk, qtbot):
    """Open a place, and wait until its first answer has come and every job has ended."""

    def open_(place):
        window = desk.open(str(place))
        with qtbot.waitSignal(window.overview.answered, timeout=20_000):
            pass
        qtbot.waitUntil(
            lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy),
            timeout=20_000,
        )
        return window

    return open_


@pytest.fixture
def other(tmp_path):
    """Another archive, with half of 2025."""
    path = tmp_path / "Tỉnh A.sqlite3"
    rows = [row(1e9 * n, month=Month(2025, n), cell=f"D{n}") for n in range(1, 7)]
    with Archive.open(path) as archive:
        store(archive, reading(*rows))
    return path


def settled(desk, qtbot, place):
    qtbot.waitUntil(
        lambda: (
            desk.window.archives.place == str(place)
            and desk.window.overview.overview is not None
            and not (desk.window.session.jobs.busy or desk.window.session.theme.dressing.busy)
        ),
        timeout=60_000,
    )
    return desk.window


def test_another_archive_has_a_window_of_its_own_and_is_remembered(desk, opened, other, qtbot):
    first = opened(default_location())
    first.session.focus_on(market="US")
    first.session.select(year=2019, through=Month(2019, 3))
    closed = []
    first.closed.connect(lambda: closed.append(True))
    first.archives.open(str(other))
    second = settled(desk, qtbot, other)
    assert closed == [True]
    assert second is not first
    assert second.windowTitle() == "Tỉnh A · Export Target Tracker"
    assert second.footer.aside.text().startswith("Tỉnh A")
    assert not second.session.focus
    assert second.session.selection.through is None
    assert second.overview.overview.through == Month(2025, 6)
    assert second.archives.recent.places == [str(other), str(default_location())]
    menu = second.frame.archive
    menu._fill()
    assert [a.text() for a in menu.menu_.actions()][:2] == ["Tỉnh A", "My archive"]


def test_the_palette_finds_archives(desk, opened, other, qtbot):
    window = opened(default_location())
    Recent(window.session.memory).opened(str(other))
    window.wayfinding.open()
    QTest.keyClicks(window.wayfinding.palette.field, "tinh a")
    QTest.keyClick(window.wayfinding.palette.field, Qt.Key.Key_Return)
    settled(desk, qtbot, other)


def test_one_that_is_gone_is_said_and_can_be_forgotten(opened, tmp_path):
    window = opened(default_location())
    gone = str(tmp_path / "share" / "gone.sqlite3")
    Recent(window.session.memory).opened(gone)
    window.archives.open(gone)
    assert window.notice.message.sentence == "The archive gone is not there any more."
    assert "drive or share" in window.notice.message.remedy
    window.notice.button.click()
    assert gone not in window.archives.others


def test_an_archive_that_was_here_before_is_not_begun_anew_in_its_absence(
    desk, opened, other, qtbot, tmp_path
):
    opened(other)
    opened(tmp_path / "meanwhile.sqlite3")
    away = other.rename(other.with_name("away"))
    window = desk.open(str(other))
    qtbot.waitUntil(lambda: window.overview._shut is not None, timeout=20_000)
    assert window.overview._shut.title.text() == "The archive cannot be opened"
    pages, why = window.pages, "The archive cannot be opened"
    for name, state in (
        ("outlook", lambda: pages.outlook.empty),
        ("targets", lambda: pages.targets.shut),
        ("received", lambda: pages.received.empty),
    ):
        window.show_page(name)
        qtbot.waitUntil(lambda told=state: told().title.text() == why, timeout=20_000)
        assert state().isVisible()
    assert not other.exists()
    away.rename(other)
    pages.received.empty.ways[0].click()
    qtbot.waitUntil(lambda: bool(pages.received.returns), timeout=20_000)
    assert not pages.received.empty.isVisible()
    window.show_page("outlook")
    pages.outlook.empty.ways[0].click()
    qtbot.waitUntil(lambda: not pages.outlook.empty.isVisible(), timeout=20_000)
    assert window.overview.overview is not None
    qtbot.waitUntil(
        lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy), timeout=20_000
    )


def test_a_new_archive_is_named_and_begun(desk, opened, tmp_path, qtbot, monkeypatch):
    window = opened(default_location())
    new = tmp_path / "new.sqlite3"
    monkeypatch.setattr(dialogs, "archive_to_open", lambda *_: new)
    window.actions_["archive"].trigger()
    qtbot.waitUntil(lambda: desk.window.archives.place == str(new))
    qtbot.waitUntil(
        lambda: (
            new.exists()
            and not (desk.window.session.jobs.busy or desk.window.session.theme.dressing.busy)
        )
    )
    assert desk.window.overview._invitation.isVisible()


@pytest.mark.slow
def test_the_example_lies_in_an_archive_of_its_own(desk, opened, qtbot, tmp_path):
    window = opened(tmp_path / "mine.sqlite3")
    window.overview._invitation._example.click()
    assert window.progress.following
    window = settled(desk, qtbot, example_location())
    assert window.archives.is_example
    assert window.windowTitle().startswith("Example · ")
    assert window.overview.overview.through == Month(2025, 6)
    assert len(window.overview.overview.targets) > 1
    with Office(tmp_path / "mine.sqlite3", clock=datetime.now, user="Lan") as mine:
        assert mine.returns() == []


def test_places_are_named_and_secrets_are_not_kept(memory):
    recent = Recent(memory)
    url = "postgresql://lan:word@db.moit.gov.vn/exports"
    assert secret(url)
    recent.opened(url)
    assert recent.places == []
    assert place_name("postgresql://lan@db.moit.gov.vn/exports", EN) == "exports · db.moit.gov.vn"
    assert place_name(str(example_location()), EN) == "Example"


@pytest.mark.parametrize("kept", ["{", "7", json.dumps(["a", 7, None]), json.dumps({"a": 1})])
def test_a_damaged_list_counts_as_far_as_it_can_be_read(memory, kept):
    memory.remember("recent-archives", kept)
    assert Recent(memory).places in ([], ["a"])


# Ends that were none -------------------------------------------------------------------------

HOLDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.gui.memory import Memory
from desktop.gui.tokens import Tone
from desktop.gui.unclean import Marker
app = QCoreApplication([])
held = Marker(Memory(Path(sys.argv[1])), "place")
print(held.was_unclean, flush=True)
sys.stdin.readline()
if sys.argv[2] == "well":
    held.lift()
else:
    import os
    os._exit(1)
"""


@pytest.fixture
def other_process(settings, root):
    """Hold the marker of "place" in another process, and let it end well or not."""
    started = []

    def start(how):
        made = subprocess.Popen(
            [sys.executable, "-c", HOLDS, str(settings), how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
        )  # fmt: skip
        started.append(made)
        assert made.stdout.readline().strip() in {"True", "False"}
        return lambda: made.communicate("\n")

    yield start
    for made in started:
        made.kill()
        made.wait()


def test_a_session_that_broke_off_is_found_once(memory, other_process):
    other_process("badly")()
    first = Marker(memory, "place")
    assert first.was_unclean
    first.lift()
    assert not Marker(memory, "place").was_unclean


def test_no_false_alarm_for_a_good_end_a_second_window_or_another_archive(memory, other_process):
    end = other_process("well")
    beside = Marker(memory, "place")
    assert not beside.was_unclean  # another window is open, and well
    end()
    beside.lift()
    assert not Marker(memory, "place").was_unclean
    other_process("badly")()
    assert not Marker(memory, "elsewhere").was_unclean


def test_a_folder_that_takes_no_file_raises_no_alarm(tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "no-folder").write_text("")
    assert not Marker(Memory(locked / "no-folder" / "w.ini"), "place").was_unclean


def test_after_a_crash_the_archive_is_checked_and_one_quiet_sentence_said(
    opened, other, memory, desk, qtbot, root, settings
):
    done = subprocess.run(
        [sys.executable, "-c", HOLDS.replace('"place"', repr(str(other))), str(settings), "badly"],
        input="\n", text=True, cwd=root, check=False, capture_output=True,
    )  # fmt: skip
    assert done.stderr == ""
    window = opened(other)
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.message.sentence.endswith("The archive was checked: it is whole.")
    assert window.notice.message.brief


def test_an_archive_that_may_only_be_read_is_shown_and_says_so(opened, other, qtbot, monkeypatch):
    monkeypatch.setattr(sqlite, "writable", lambda path: Path(path) != other)
    window = opened(other)
    qtbot.waitUntil(lambda: window.session.reads_only, timeout=20_000)
    assert window.overview.overview.through == Month(2025, 6)
    assert window.footer.aside.text().endswith("For reading only")
    assert window.notice.message.sentence == f"The archive {other} may only be read."
    target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12)
    with qtbot.waitSignal(window.session.jobs.refused, timeout=20_000) as refused:
        window.session.jobs.start(
            window.session.job("target", lambda office, _progress: office.set_target(target))
        )
    assert refused.args[0].findings[0].code == "archive_read_only"


def test_spoilt_groupings_of_an_archive_are_told_in_its_window_alone(
    opened, desk, other, tmp_path, qtbot
):
    spoilt = other.with_name(f"{other.stem}.groupings.csv")
    head = "scheme,group,dimension,flow,name_vi,name_en,members\n"
    spoilt.write_text(f"{head}OWN,,item,,Nhóm,Groups,\nOWN,ONE,,,Một,One,COFEE\n", "utf-8")
    message = opened(other).notice.message
    assert message.tone is Tone.WARN
    assert message.sentence.startswith("Your office's own groupings do not count.")
    assert f"{spoilt.name}, line 3" in message.sentence
    assert "COFFEE" in message.remedy
    assert message.remedy.endswith("Then drop the file on this window.")
    spoilt.write_text(f"{head}OWN,,item,,Nhóm,Groups,\nOWN,ONE,,,Một,One,COFFEE\n", "utf-8")
    third = tmp_path / "third.sqlite3"
    Archive.open(third).close()
    desk.move(str(third))
    assert settled_at(desk, qtbot, third).notice.message is None
    assert "OWN" not in schemes()
    desk.move(str(other))
    qtbot.waitUntil(lambda: "OWN" in schemes(), timeout=60_000)
    settled_at(desk, qtbot, other)
    take_over({})


def settled_at(desk, qtbot, place):
    """Wait for the window of an archive, be anything in it or not."""
    qtbot.waitUntil(
        lambda: (
            desk.window.archives.place == str(place)
            and desk.window.isVisible()
            and not (desk.window.session.jobs.busy or desk.window.session.theme.dressing.busy)
        ),
        timeout=60_000,
    )
    return desk.window
