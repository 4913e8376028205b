"""The tour: five steps by keyboard alone, skipped, taken again from F1 and the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui import dialogs
from desktop.gui.tour.steps import STEPS
from tests.gui.example_office import ExampleOffice

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own


@pytest.fixture
def tour(window):
    """A tour that has just begun."""
    window.actions_["tour"].trigger()
    return window.guiding.tour


def key(tour, code):
    QTest.keyClick(tour.window().focusWidget() or tour, code)


def test_five_steps_by_keyboard_and_back(tour):
    titles = [tour._title.text()]
    for _ in STEPS[1:]:
        key(tour, Qt.Key.Key_Right)
        titles.append(tour._title.text())
    assert titles == [step.title for step in STEPS]
    assert len(STEPS) == 5
    assert tour.next.text() == "Begin"
    key(tour, Qt.Key.Key_Left)
    assert tour._count.text() == "4/5"
    key(tour, Qt.Key.Key_Right)
    tour.next.setFocus()
    key(tour, Qt.Key.Key_Return)
    assert not tour.isVisible()


def test_escape_skips_and_the_keyboard_goes_back(window, qtbot):
    window.rail.pages[1].setFocus()
    window.guiding.start()
    tour = window.guiding.tour
    assert window.focusWidget() is tour.next
    key(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    assert window.focusWidget() is window.rail.pages[1]


@pytest.mark.parametrize(
    ("code", "held", "opens"),
    [
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier, "ask_for_returns"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, ""),
    ],
)
def test_keys_that_a_step_says_to_press_do_what_it_says_and_others_wait(
    window, tour, monkeypatch, code, held, opens
):
    asked = []
    monkeypatch.setattr(
        dialogs, "returns_to_import", lambda *_: asked.append("ask_for_returns") or []
    )
    page = window.page
    QTest.keyClick(window.windowHandle(), code, held)
    assert asked == ([opens] if opens else [])
    assert tour.isVisible() is not bool(opens)
    assert window.page == page


def test_tab_stays_within_the_sheet(tour):
    seen = set()
    for _ in range(4):
        QTest.keyClick(tour.window().focusWidget(), Qt.Key.Key_Tab)
        seen.add(tour.window().focusWidget())
    assert seen == {tour.skip, tour.next}
    assert all(w.accessibleName() or w.text() for w in seen)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("empty", [True, False])
def test_every_step_lies_within_the_window_beside_what_it_speaks_of(
    open_window, language, size, empty
):
    window = open_window(ExampleOffice(empty=empty), language=language, size=size)
    window.guiding.start()
    tour = window.guiding.tour
    for _ in STEPS:
        sheet = tour._sheet.geometry()
        assert tour.rect().contains(sheet)
        hole = tour._hole
        if not hole.isNull() and hole.width() < tour.width() / 2:
            assert not sheet.intersects(hole)
        tour.go_on()
    assert not tour.isVisible()


def test_the_sheet_of_keys_leads_to_it(window, qtbot):
    window.actions_["keys"].trigger()
    dialog = window.findChild(object, "shortcuts")
    dialog.tour.click()
    assert window.guiding.tour.isVisible()
    assert any(
        words == "Ranking: look at the line alone" for g in dialog.groups for words, _ in g.keys
    )
