"""What was typed and could not be kept at once is offered until the user has said yes or no."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.figures.finding import Finding, Refused, Severity
from desktop.gui.archives.connect_dialog import ConnectDialog
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone


def refusing(code, done, times=1):
    """Give a deed that is refused so often before it is done."""
    left = [code] * times

    def deed(*words):
        if left:
            raise Refused(Finding(Severity.ERROR, left.pop(), about="a"))
        done.append(words)

    return deed


@pytest.fixture
def notice(window):
    """Give the notice of a window."""
    return window.notice


def test_an_offer_comes_back_after_the_news_that_covered_it(notice):
    pressed = []
    notice.say(Message(Tone.WARN, "Lan set it", "", "It is meant so", lambda: pressed.append(1)))
    notice.say(Message(Tone.PRIMARY, "Lan noted an event", brief=True))
    notice.say(Message(Tone.WARN, "The server is gone"))
    notice.say(Message(Tone.GOOD, "It is back"))
    assert notice.message.sentence == "It is back"
    notice.close_button.click()
    assert notice.message.sentence == "Lan set it"  # what is over is not told again
    assert notice.isVisible()
    notice.button.click()
    assert pressed == [1]
    assert not notice.isVisible()


def test_an_offer_that_was_refused_does_not_come_back(notice):
    notice.say(Message(Tone.WARN, "Lan set it", "", "It is meant so", lambda: None))
    notice.close_button.click()
    notice.say(Message(Tone.GOOD, "Done"))
    notice.close_button.click()
    assert not notice.isVisible()


def test_news_go_by_themselves_and_leave_the_offer(notice, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.gui.shell.notice.STAYS_MS", 1)
    notice.say(Message(Tone.WARN, "Lan set it", "", "It is meant so", lambda: None))
    notice.say(Message(Tone.PRIMARY, "Lan noted an event", brief=True))
    qtbot.waitUntil(lambda: notice.message.sentence == "Lan set it")
    assert notice.isVisible()


@pytest.mark.parametrize(
    "code",
    [
        "archive_held",
        pytest.param("archive_server_gone", marks=pytest.mark.slow),
        pytest.param("archive_disk_full", marks=pytest.mark.slow),
    ],
)
def test_what_was_typed_while_the_archive_could_not_be_written_is_offered_again(
    window, notice, qtbot, monkeypatch, code
):
    done = []
    monkeypatch.setattr(window.session.office(), "noted", refusing(code, done, 2), raising=False)
    deed = lambda office, _: office.noted("Tàu mắc cạn")  # noqa: E731 - what a dialog does
    window.session.run("noting", deed, lambda _: None, typed=True)
    for _ in range(2):
        qtbot.waitUntil(
            lambda: (
                notice.isVisible()
                and not (window.session.jobs.busy or window.session.theme.dressing.busy)
            )
        )
        assert notice.message.tone is Tone.BAD
        assert notice.button.text() == "Try again"
        notice.button.click()
    qtbot.waitUntil(lambda: bool(done))
    assert done == [("Tàu mắc cạn",)]
    assert not notice.isVisible()


def test_what_waits_is_offered_without_the_reason_that_is_over(window, notice, qtbot):
    """The server is in reach again: that it does not answer would be untrue by then."""
    done = []
    deed = refusing("archive_server_gone", done)
    window.session.run("noting", lambda *_: deed(), lambda _: None, typed=True)
    qtbot.waitUntil(notice.isVisible)
    first = notice.message
    assert "does not answer" in first.sentence
    assert first.remedy.endswith("What you typed is not kept yet.")
    notice.say(Message(Tone.GOOD, "The archive is in reach again."))
    notice.close_button.click()
    assert notice.accessibleName() == "What you typed is not kept yet."
    notice.button.click()
    qtbot.waitUntil(lambda: bool(done))


def test_what_will_not_go_well_later_either_is_not_offered(window, notice, qtbot, monkeypatch):
    deed = refusing("archive_forbidden", [])
    window.session.run("noting", lambda *_: deed(), lambda _: None, typed=True)
    qtbot.waitUntil(notice.isVisible)
    assert not notice.button.isVisible()


@pytest.mark.parametrize("errand", ["note", "target"])
def test_what_is_typed_on_the_pages_is_offered_again(
    window, office, notice, qtbot, monkeypatch, errand
):
    done = []
    name = {"note": "add_note", "target": "put_target"}[errand]
    real = getattr(office, name)
    first = refusing("archive_server_gone", done)

    def sometimes(*words):
        first(*words)
        return real(*words)

    monkeypatch.setattr(office, name, sometimes)
    if errand == "note":
        window.charts.noting.add(date(2025, 2, 3), "Tàu mắc cạn")
    else:
        window.pages.changing.put(office.target)
    qtbot.waitUntil(lambda: notice.isVisible() and notice.button.text() == "Try again")
    notice.button.click()
    qtbot.waitUntil(
        lambda: bool(done) and not (window.session.jobs.busy or window.session.theme.dressing.busy)
    )


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_whoever_is_let_in_no_more_is_led_to_the_dialog_of_connecting(window, notice, qtbot):
    def refuse(*_):
        raise Refused(Finding(Severity.ERROR, "archive_password", about="a"))

    window.session.run("asking", refuse, lambda _: None)
    qtbot.waitUntil(notice.isVisible)
    assert "office password" not in notice.message.remedy
    notice.button.click()
    dialog = window.findChild(ConnectDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
