"""Ctrl+Z takes back the last change, whatever made it; Ctrl+Y does it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.target import TargetMeasure
from tests.gui.conftest import JULY
from tests.gui.example_overview import TARGET

CTRL = Qt.KeyboardModifier.ControlModifier


def press(window, qtbot, key):
    """Press a key with Ctrl, once the window has the keyboard back from its dialogs."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, CTRL)


def set_target(window, qtbot, per_cent):
    window.actions_["target"].trigger()
    dialog = window.findChild(QWidget, "target")
    dialog.amount.setText(str(per_cent))
    dialog.document.setText("02/NQ-CP")
    with qtbot.waitSignal(window.overview.answered):
        dialog.keep.click()
    dialog.setObjectName("")


def silence(window, idle):
    warning = window.overview.warner.report.warnings[0]
    window.overview.warner._silence(warning, 3, "known")
    idle(window)


def take_in_july(window, qtbot, idle):
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([JULY])
    with qtbot.waitSignal(window.importing.written):
        window.actions_["accept"].trigger()
    idle(window)


@pytest.fixture
def ready(window, qtbot, idle):
    idle(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_a_target_set_on_the_overview_is_taken_back_and_set_again(ready, office, qtbot, idle):
    set_target(ready, qtbot, 15)
    assert (office.target.measure, office.target.low) == (TargetMeasure.GROWTH, 0.15)
    with qtbot.waitSignal(ready.overview.answered):
        press(ready, qtbot, Qt.Key.Key_Z)
    assert office.target == TARGET
    with qtbot.waitSignal(ready.overview.answered):
        press(ready, qtbot, Qt.Key.Key_Y)
    assert office.target.low == 0.15
    idle(ready)


def test_a_silence_is_taken_back_and_kept_again(ready, office, qtbot, idle):
    silence(ready, idle)
    assert office.held.reason == "known"
    press(ready, qtbot, Qt.Key.Key_Z)
    idle(ready)
    assert office.held is None
    press(ready, qtbot, Qt.Key.Key_Y)
    idle(ready)
    assert (office.held.reason, office.held.until - office.held.since) == ("known", 3)


def test_a_silence_lifted_by_hand_is_not_lifted_twice(ready, office, qtbot, idle):
    silence(ready, idle)
    ready.overview.warner._lift(office.held.number)
    idle(ready)
    press(ready, qtbot, Qt.Key.Key_Z)
    idle(ready)
    assert office.held is None
    assert not ready.notice.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_changes_of_three_kinds_are_taken_back_in_their_order(ready, office, qtbot, idle):
    set_target(ready, qtbot, 15)
    idle(ready)
    silence(ready, idle)
    take_in_july(ready, qtbot, idle)
    assert ready.choosers.month.value == "July"
    states = []
    for _ in range(4):
        states.append(
            (ready.choosers.month.value, office.held is not None, office.target == TARGET)
        )
        press(ready, qtbot, Qt.Key.Key_Z)
        idle(ready)
    assert states == [
        ("July", True, False), ("June", True, False), ("June", False, False), ("June", False, True),
    ]  # fmt: skip
    for _ in range(3):  # keys pressed meanwhile wait their turn
        press(ready, qtbot, Qt.Key.Key_Y)
    idle(ready)
    assert ready.choosers.month.value == "July"
    assert office.held
    assert office.target != TARGET


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_an_undo_by_a_button_keeps_the_order(ready, office, qtbot, idle):
    silence(ready, idle)
    set_target(ready, qtbot, 15)
    idle(ready)
    ready.pages.targets.undo()
    idle(ready)
    press(ready, qtbot, Qt.Key.Key_Z)
    idle(ready)
    assert office.target == TARGET
    assert office.held is None


def test_an_undo_that_the_archive_refuses_can_be_tried_again(
    ready, office, qtbot, idle, monkeypatch
):
    take_in_july(ready, qtbot, idle)
    counted = list(office.stored)

    def busy(_number):
        raise Refused(Finding(Severity.ERROR, "archive_busy", about="a"))

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(office, "undo", busy)
        with qtbot.waitSignal(ready.session.jobs.refused):
            press(ready, qtbot, Qt.Key.Key_Z)
        idle(ready)
    assert office.stored == counted
    with qtbot.waitSignal(ready.session.undo_history.undid):
        press(ready, qtbot, Qt.Key.Key_Z)
    idle(ready)
    with qtbot.waitSignal(ready.session.undo_history.redid):
        press(ready, qtbot, Qt.Key.Key_Y)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_a_return_withdrawn_by_hand_is_the_last_change(ready, office, qtbot, idle):
    set_target(ready, qtbot, 15)
    idle(ready)
    number = next(r.number for r in office.stored if not r.withdrawn)

    def counts():
        return not next(r for r in office.stored if r.number == number).withdrawn

    ready.importing.withdraw([number])
    idle(ready)
    assert not counts()
    assert ready.notice.message.button == "Undo"
    for key, counted in ((Qt.Key.Key_Z, True), (Qt.Key.Key_Y, False), (Qt.Key.Key_Z, True)):
        press(ready, qtbot, key)
        idle(ready)
        assert counts() is counted
        assert office.target != TARGET
    ready.importing.withdraw([number])
    idle(ready)
    ready.notice.message.pressed()
    idle(ready)
    assert counts()
    assert ready.notice.message.button == "Redo"


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_it_is_said_on_any_page_that_a_target_was_taken_back(ready, office, qtbot, idle):
    set_target(ready, qtbot, 15)
    idle(ready)
    ready.show_page("received")
    idle(ready)
    press(ready, qtbot, Qt.Key.Key_Z)
    idle(ready)
    assert ready.notice.message.sentence == "The change of targets was taken back."
    ready.notice.message.pressed()
    idle(ready)
    assert office.target.low == 0.15
    assert ready.notice.message.sentence == "The change of targets was made again."
