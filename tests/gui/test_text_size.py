"""The size of text: chosen or the system's, remembered, in force when opened anew; all in reach."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout

from desktop.gui import text_size
from desktop.gui.desk import Desk
from desktop.gui.memory import Memory
from desktop.gui.pages import PLACES
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import FOLDED_RAIL_WIDTH, RAIL_WIDTH
from tests.gui.clipping import faults
from tests.gui.example_office import ExampleOffice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
_TURNS = 8
"""Turns of the event loop in which a page comes to rest once it is drawn."""
DRAWN = """
import sys
from pathlib import Path
from desktop.gui import text_size
from desktop.gui.application import application
from desktop.gui.memory import Memory

with text_size.drawn_as_wanted(Memory(Path(sys.argv[1])), application) as app:
    print(app.devicePixelRatio(), text_size.drawn())
"""


def test_a_size_is_remembered_and_the_system_s_is_followed_again(settings):
    memory = Memory(settings)
    assert text_size.chosen(memory) is None
    assert text_size.wanted(memory) == 100
    text_size.choose(memory, 175)
    assert text_size.wanted(Memory(settings)) == 175
    text_size.choose(memory, None)
    assert text_size.chosen(Memory(settings)) is None
    memory.remember("text-size-of-system", "140")
    assert text_size.wanted(memory) == 140
    memory.remember("text-size-of-system", "900")
    assert text_size.wanted(memory) == 200


@pytest.mark.parametrize("damage", ["x", "-50", "125%", "٢٠٠", "3000", "0"])
def test_a_damaged_size_counts_as_none(settings, damage):
    memory = Memory(settings)
    memory.remember("text-size", damage)
    assert text_size.wanted(memory) == 100


@pytest.mark.parametrize(
    ("size", "steps", "then"), [(100, 1, 125), (200, 1, 200), (100, -1, 100), (140, 1, 175)]
)
def test_larger_and_smaller_go_from_size_to_size(size, steps, then):
    assert text_size.next_size(size, steps) == then


@pytest.mark.parametrize(
    ("chosen", "screen", "ratio"),
    [
        pytest.param("", "", "1.0 100", marks=pytest.mark.slow),
        pytest.param("150", "", "1.5 150", marks=pytest.mark.slow),
        ("200", "1.25", "2.5 200"),
    ],
)
def test_an_application_is_drawn_in_the_size_on_top_of_the_screen_s(
    settings, root, chosen, screen, ratio
):
    memory = Memory(settings)
    memory.remember("text-size", chosen)
    del memory  # writes the file
    told = {"QT_SCALE_FACTOR": screen} if screen else {}
    done = subprocess.run(
        [sys.executable, "-c", DRAWN, str(settings)],
        cwd=root, env={**os.environ, **told}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == ratio


def test_the_environment_is_as_it_was_afterwards(settings, qapp, monkeypatch):
    memory = Memory(settings)
    text_size.choose(memory, 150)
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.25")
    with text_size.drawn_as_wanted(memory, lambda: qapp):
        assert os.environ["QT_SCALE_FACTOR"] == "1.875"
    assert os.environ["QT_SCALE_FACTOR"] == "1.25"
    monkeypatch.delenv("QT_SCALE_FACTOR")
    with text_size.drawn_as_wanted(memory, lambda: qapp):
        assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    assert "QT_SCALE_FACTOR" not in os.environ
    qapp.setProperty("text-size", None)


def test_larger_text_is_chosen_by_key_and_menu_and_opened_anew_on_the_same_archive(
    qtbot, settings, tmp_path
):
    memory = Memory(settings)
    memory.remember("tour", "offered")
    place = str(tmp_path / "archive")
    Path(place).touch()
    desk = Desk(lambda _: ExampleOffice(), memory, "en", ThemeChoice.LIGHT, example=False)
    window = desk.open(place)
    qtbot.waitUntil(
        lambda: (
            window.overview.overview is not None
            and not (window.session.jobs.busy or window.session.theme.dressing.busy)
        )
    )
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.notice.message.sentence == "Text will be 125% of its usual size."
    sizes = window.rail.themes.menu().actions()[-1].menu()
    assert [a.text() for a in sizes.actions() if a.isChecked()] == ["125%"]
    next(a for a in sizes.actions() if a.text() == "200%").trigger()
    assert text_size.wanted(memory) == 200
    window.show_page("markets")
    window.session.focus_on(market="US", item="ELEC")
    with qtbot.waitSignal(window.closed):
        window.notice.button.click()
    assert desk.wanted_anew == (place, "en")
    again = Desk(lambda _: ExampleOffice(), memory, "en", ThemeChoice.LIGHT, example=False)
    larger = again.open(place)
    qtbot.waitUntil(
        lambda: (
            bool(larger.session.focus)
            and not (larger.session.jobs.busy or larger.session.theme.dressing.busy)
        )
    )
    seen = larger.session.focus
    assert (larger.page, seen.market, seen.item) == ("markets", "US", "ELEC")
    with qtbot.waitSignal(larger.closed):
        larger.close()
    window.deleteLater()
    larger.deleteLater()


def test_a_narrow_window_has_a_rail_of_icons_and_scrolls(open_window, office, qtbot):
    window = open_window(office, size=(1280, 720))
    assert window.rail.width() == RAIL_WIDTH
    window.resize(640, 360)
    qtbot.waitUntil(lambda: window.rail.width() == FOLDED_RAIL_WIDTH)
    view = window.frame.view
    assert (window.width(), window.height()) == (640, 360)
    assert view.horizontalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().value() == 0
    window.choosers.take_in.setFocus(Qt.FocusReason.TabFocusReason)
    seen = view.viewport().rect()
    at = window.choosers.take_in.mapTo(view.viewport(), window.choosers.take_in.rect().center())
    assert seen.contains(at)  # walked to, it is brought into view
    assert all(made.accessibleName() and made.toolTip() for made in window.rail.pages)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.rail.width() == RAIL_WIDTH)
    assert view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=pytest.mark.slow)])
def test_no_page_scrolls_sideways_on_a_screen_of_1280_in_150_per_cent(
    open_window, office, idle, language
):
    window = open_window(office, language=language, size=(853, 480))
    for page in (place.name for place in PLACES):
        window.show_page(page)
        idle(window)
        assert window.frame.view.horizontalScrollBar().maximum() == 0, page


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [(640, 360), (853, 480), (960, 540), (1024, 576)])
def test_every_page_is_in_reach_where_text_is_large(open_window, office, idle, language, size):
    """A screen of 1280 by 720 in 200, 150 and 125 per cent; of 1920 by 1080 in 200."""
    window = open_window(office, language=language, size=size)
    for page in (place.name for place in PLACES):
        window.show_page(page)
        idle(window)
        for _ in range(_TURNS):  # what is laid out within a page tells it a turn later
            QApplication.processEvents()
        assert (window.width(), window.height()) == size
        assert faults(window) == [], page


def test_a_dialog_that_is_larger_than_its_screen_scrolls(qtbot):
    dialog = Dialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    for n in range(40):
        layout.addWidget(QLabel(f"line {n}"))
    last = button("primary")
    last.setText("Keep")
    layout.addWidget(last)
    dialog.fit_into(QSize(400, 300))
    assert dialog.height() <= 300
    dialog.show()
    area = dialog.findChild(QScrollArea)
    area.ensureWidgetVisible(last)
    at = last.mapTo(area.viewport(), last.rect().center())
    assert area.viewport().rect().contains(at)


def test_a_dialog_that_fits_is_left_alone(qtbot):
    dialog = Dialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("one line"))
    dialog.show()
    assert dialog.findChild(QScrollArea) is None
