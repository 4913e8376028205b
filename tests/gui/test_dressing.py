"""A theme is put on in turns: the window answers in between, and is seen once, as a whole."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from desktop.gui.charts.plot import Plot
from desktop.gui.dressing import Dressing
from desktop.gui.pages import PLACES, REVIEW, TARGETS
from desktop.gui.parts.layouts import Scrolling
from desktop.gui.theme import ThemeChoice

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")
MOST_IN_A_TURN = 200
RED, BLUE = "QLabel { color: red; }", "QLabel { color: blue; }"


@pytest.fixture
def shown(qtbot):
    """Give a window of three parts that wear red, and what dresses them."""
    window, dressing = QWidget(), Dressing()
    qtbot.addWidget(window)
    window.resize(300, 200)
    parts = [QWidget(window) for _ in range(3)]
    for part in parts:
        for n in range(50):
            QLabel(str(n), part)
        dressing.dress(part, RED)
    window.show()
    qtbot.waitExposed(window)
    return window, parts, dressing


class Paints(QObject):
    """Counts how often each of some widgets is painted."""

    def __init__(self, widgets):
        super().__init__()
        self.of = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, widget, event):
        if widget in self.of:  # one that goes is heard once more, as another object
            self.of[widget] += event.type() is QEvent.Type.Paint
        return False


def sheets(parts):
    return [part.styleSheet() for part in parts]


def test_what_nobody_sees_is_dressed_at_once(shown):
    window, parts, dressing = shown
    window.hide()
    for part in parts:
        dressing.dress(part, BLUE)
    assert sheets(parts) == [BLUE] * 3
    assert not dressing.busy


def test_what_is_hidden_waits_its_turn_in_a_window_that_stands_still(shown, qtbot):
    window, parts, dressing = shown
    parts[2].hide()
    dressing.hold_still(window)
    for part in parts:
        dressing.dress(part, BLUE)
    assert sheets(parts) == [RED] * 3
    qtbot.waitUntil(lambda: not dressing.busy)
    assert sheets(parts) == [BLUE] * 3


def test_what_is_seen_changes_in_turns_and_is_painted_when_all_is_done(shown, qtbot):
    window, parts, dressing = shown
    for part in parts:
        dressing.dress(part, BLUE)
    seen = []
    while dressing.busy:
        seen.append((sheets(parts).count(BLUE), window.updatesEnabled()))
        QApplication.processEvents()
    assert seen[0] == (0, False)
    assert (2, False) in seen
    assert sheets(parts) == [BLUE] * 3
    assert window.updatesEnabled()


def test_what_comes_undressed_is_dressed_then_filled_in_turns_and_painted_last(shown, qtbot):
    window, parts, dressing = shown
    page, done = QLabel("0", window), []
    dressing.hold_still(window)
    page.show()
    dressing.dress(page, BLUE)
    for step in (1, 2):
        dressing.then(page, lambda step=step: done.append((step, page.styleSheet())))
    dressing.then(parts[0], parts[0].deleteLater)
    assert (page.styleSheet(), done) == ("", [])
    turns = []
    while dressing.busy:
        turns.append(len(done))
        assert not window.updatesEnabled()
        QApplication.processEvents()
    assert done == [(1, BLUE), (2, BLUE)]
    assert turns[0] == 0
    assert 1 in turns  # each step has a turn of its own
    dressing.then(page, lambda: done.append("at once"))
    assert done[-1] == "at once"


def test_parts_of_what_comes_are_drawn_ahead_in_turns_and_the_window_once(shown):
    window, parts, dressing = shown
    inner = QLabel("within", parts[0])
    inner.show()
    drawn = Paints([*parts, inner])
    whole = Paints([window])
    parts[2].hide()
    QApplication.processEvents()
    for paints in (drawn, whole):
        paints.of.update(dict.fromkeys(paints.of, 0))
    dressing.hold_still(window)
    dressing.draw_ahead(window, lambda: parts)
    turns = [0]
    while dressing.busy:
        assert whole.of[window] == 0
        turns.append(sum(drawn.of[part] for part in parts))
        ahead = drawn.of[inner]
        QApplication.processEvents()
    assert max(b - a for a, b in itertools.pairwise(turns)) == 1  # each in a turn of its own
    assert turns[-1] == 2  # what nobody sees in none
    assert ahead  # what stands in a part is drawn with it
    assert all(drawn.of[part] > 1 for part in parts[:2])
    assert not drawn.of[parts[2]]
    assert all(part.updatesEnabled() for part in (window, *parts, inner))


def test_the_last_wish_counts_and_a_part_that_is_gone_waits_for_nothing(shown, qtbot):
    window, parts, dressing = shown
    for part in parts:
        dressing.dress(part, BLUE)
        dressing.dress(part, RED)
    dressing.dress(parts[0], BLUE)
    parts[0].deleteLater()
    QApplication.sendPostedEvents(parts[0], QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not dressing.busy)
    assert sheets(parts[1:]) == [RED] * 2
    assert window.updatesEnabled()


def test_the_window_wears_a_theme_that_was_chosen_and_another_at_once(window, idle):
    for choice in (ThemeChoice.DARK, ThemeChoice.CONTRAST, ThemeChoice.DARK):
        window.session.wear(choice)
    idle(window)
    theme = window.session.theme
    for part in (window.rail, window.header, window.pages.currentWidget()):
        assert theme.colours.card in part.styleSheet()
    assert window.updatesEnabled()


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_all_of_a_page_wears_the_theme_no_more_at_a_time_than_a_turn_has_room_for(
    window, idle, qtbot, monkeypatch
):
    dressing, sizes = window.session.theme.dressing, []
    dress = dressing.dress

    def counted(part, sheet):
        sizes.append(1 + len(part.findChildren(QWidget)))
        dress(part, sheet)

    monkeypatch.setattr(dressing, "dress", counted)
    pages = [place.name for place in PLACES if place.name != TARGETS]  # no example has them
    for name in (*pages, REVIEW):
        if name == REVIEW:
            window.importing.preview([JULY])
            qtbot.waitUntil(lambda: window.page == REVIEW)
        window.show_page(name)
        idle(window)
        for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
            sizes.clear()
            window.session.wear(choice)
            idle(window)
            assert max(sizes) <= MOST_IN_A_TURN, name
            assert bare(window, window.session.theme.colours.card) == [], name


def bare(window, colour):
    """Give what is seen of a window without the colours that are worn."""
    styled = (QLabel, QAbstractButton, QAbstractScrollArea, QScrollBar)
    return [
        part
        for part in window.pages.currentWidget().findChildren(QWidget)
        if isinstance(part, styled)
        and part.isVisible()
        and not isinstance(part, Scrolling)  # has no look of its own
        and not any(colour in worn.styleSheet() for worn in with_parents(part))
    ]


def with_parents(part):
    while part is not None:
        yield part
        part = part.parentWidget()


def test_a_page_that_comes_is_painted_once_with_all_in_its_place(window, idle, qtbot):
    window.show_page("markets")
    idle(window)
    charts = Paints([p.viewport() for p in window.overview.findChildren(Plot) if p.isEnabled()])
    window.show_page("overview")
    idle(window)
    seen = [times for chart, times in charts.of.items() if chart.isVisible()]
    assert len(seen) > 2
    assert set(seen) == {1}


def test_nothing_on_a_page_that_comes_again_is_painted_twice(window, idle):
    for name in ("received", "overview"):
        window.show_page(name)
        idle(window)
    page = window.received
    parts = Paints([window.rail, window.header, page, *page.findChildren(QWidget)])
    window.show_page("received")
    idle(window)
    seen = [times for part, times in parts.of.items() if part.isVisible() and times]
    assert parts.of[page]
    assert set(seen) == {1}


def test_in_another_theme_nothing_of_a_page_is_painted_twice(window, idle):
    window.show_page("received")
    idle(window)
    page = window.received
    parts = Paints([page, *page.findChildren(QWidget)])
    window.session.wear(ThemeChoice.DARK)
    idle(window)
    seen = [times for part, times in parts.of.items() if isValid(part) and times]
    assert parts.of[page]
    assert set(seen) == {1}


def test_a_window_that_no_part_covers_is_seen_with_its_own_ground(shown, qtbot):
    window, parts, dressing = shown
    painted = Paints([window, *parts])
    for part in parts:
        dressing.dress(part, BLUE)
    painted.of.update(dict.fromkeys(painted.of, 0))
    qtbot.waitUntil(lambda: not dressing.busy)
    assert window.updatesEnabled()
    assert all(painted.of.values())


def test_an_answer_on_structure_is_drawn_in_a_later_turn_than_it_came(window, idle):
    window.show_page("balance")
    idle(window)
    page = window.pages.structure("balance")
    drawn = []
    page.answered.connect(lambda: drawn.append(window.updatesEnabled()))
    page._take(page.answer)
    assert drawn == []
    idle(window)
    assert drawn == [False]  # and painted after that


def test_a_page_that_was_just_made_is_filled_in_a_later_turn_and_seen_whole(window, idle):
    window.show_page("outlook")
    assert window.pages.currentWidget() is window.pages.outlook
    assert not window.updatesEnabled()
    idle(window)
    assert window.updatesEnabled()
    assert bare(window, window.session.theme.colours.card) == []
    assert window.pages.outlook.cumulative.title.text() == "Exports to December"
