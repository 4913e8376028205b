"""The watched folder in the window: what arrives waits, is told, and is reviewed at one word."""

from __future__ import annotations

from threading import Event

import pytest

from desktop.gui import folder_thread


@pytest.fixture
def watching(window, idle, tmp_path, monkeypatch):
    monkeypatch.setattr(folder_thread, "EVERY_MS", 20)
    monkeypatch.setattr(folder_thread, "SETTLING_MS", 10)
    idle(window)
    folder = tmp_path / "inbox"
    folder.mkdir()
    window.keeping.watching.choose(folder)
    return window.keeping.watching


def test_what_arrives_waits_and_is_reviewed_at_one_word(window, watching, office, qtbot):
    (watching.folder / "july.xlsx").write_bytes(b"july")
    qtbot.waitUntil(lambda: len(watching.waiting) == 1)
    assert office.accepted == []
    assert window.notice.message.sentence == "1 return waits for review."
    assert window.rail._buttons["received"].text().endswith("· 1")
    window.actions_["waiting"].trigger()
    assert [p.path.name for p in window.review.previews] == ["july.xlsx"]


@pytest.mark.parametrize("code", ["vi", "en"])
def test_how_many_wait_stands_behind_a_title_that_is_not_cut(window, idle, qtbot, code):
    idle(window)
    session, rail, made = window.session, window.rail, window.rail._buttons["received"]
    session.speak(code)
    rail.tell_waiting("received", 11)
    rail.dress(session.language, session.theme.colours, session.theme.choice)
    assert made.text().endswith("· 11")
    assert made.sizeHint().width() <= made.width()
    assert made.accessibleName().startswith(session.language._("Returns received"))


def test_a_text_without_a_table_is_passed_over_and_named(watching, qtbot):
    (watching.folder / "notes.txt").write_bytes(b"notes")
    qtbot.waitUntil(lambda: watching.passed_over == ("notes.txt",))
    assert watching.waiting == ()
    (watching.folder / "notes.txt").unlink()
    qtbot.waitUntil(lambda: watching.passed_over == ())


def test_what_is_set_aside_is_not_offered_again(watching, qtbot):
    (watching.folder / "july.xlsx").write_bytes(b"july")
    qtbot.waitUntil(lambda: len(watching.waiting) == 1)
    watching.set_aside()
    with qtbot.waitSignal(watching._thread.scanned):
        pass
    assert watching.waiting == ()


def test_a_folder_that_vanishes_is_said_once_and_taken_up_again(watching, qtbot):
    said = []
    watching.said.connect(said.append)
    folder = watching.folder
    away = folder.rename(folder.with_name("away"))
    qtbot.waitUntil(lambda: watching.lost)
    with qtbot.waitSignal(watching._thread.scanned):
        pass
    assert len(said) == 1
    away.rename(folder)
    qtbot.waitUntil(lambda: not watching.lost)


def test_what_was_read_of_another_folder_does_not_wait(
    watching, office, qtbot, tmp_path, monkeypatch
):
    begun, gate, read = Event(), Event(), office.preview

    def when_let(*asked, **how):
        begun.set()
        assert gate.wait(10)
        return read(*asked, **how)

    monkeypatch.setattr(office, "preview", when_let)
    (watching.folder / "july.xlsx").write_bytes(b"july")
    qtbot.waitUntil(begun.is_set)
    waited, other = [], tmp_path / "other"
    other.mkdir()
    watching.choose(other)
    watching.changed.connect(lambda: waited.append(len(watching.waiting)))
    gate.set()
    qtbot.waitUntil(lambda: not watching._reading)
    (other / "august.xlsx").write_bytes(b"august")
    qtbot.waitUntil(lambda: bool(waited))
    assert [p.path.parent for p in watching.waiting] == [other]
    assert set(waited) == {1}
