"""The editor of a path: four ways, typed and pasted shares, drawn live, kept in the archive."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.analysis.phasing import season
from desktop.figures.month import Month
from desktop.figures.phasing import BY_SEASON, PathWish, Phasing
from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.share_typing import written
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.gui.targets.phasing_draft import Draft
from desktop.gui.targets.phasing_panel import WAYS, PhasingPanel, Seasons
from desktop.gui.tokens import LIGHT
from desktop.workflow import Office
from tests.benchmarks.phasing import history

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own

JANUARY = Month(2025, 1)
TWELVE = "7,6\t6,4\t8,6\t8,1\t8,2\t8,4\t8,5\t9,2\t8,5\t8,9\t8,8\t8,8"


def seasons(wish=BY_SEASON):
    ways = [(way, False) for way in WAYS if way is not Phasing.TYPED]
    by_way = {
        (way, odd): season(history(), JANUARY, wish=PathWish(way, (), odd))
        for way, odd in (*ways, (Phasing.SEASONAL, True))
    }
    return Seasons(JANUARY, 12, by_way, wish)


@pytest.fixture
def panel(qtbot):
    """Give the panel on the real history, in Vietnamese."""
    made = PhasingPanel(seasons(), language("vi"), LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def paste(panel, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(panel.fields.fields[3], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_it_starts_from_the_season_and_says_how_it_is_found(panel):
    assert panel.wish() == BY_SEASON
    assert panel.fields.texts[0] == "7,59"
    assert "không kể 2020, 2023" in panel.method.text()
    assert panel.plot.accessibleDescription().startswith("7,6%, 6,4%")


def test_the_ways_are_turned_to_and_fro(panel, qtbot):
    panel.way._buttons["linear"].click()
    assert panel.wish().phasing is Phasing.LINEAR
    assert set(panel.fields.texts) <= {"8,33", "8,34"}
    assert not panel.exceptional.isVisible()
    panel.way._buttons["seasonal"].click()
    panel.exceptional.click()
    assert panel.wish() == PathWish(with_exceptional=True)
    assert "Không tính" not in panel.method.text()


def test_typing_in_a_field_makes_it_typed_and_the_sum_is_told(panel, qtbot):
    field = panel.fields.fields[0]
    field.selectAll()
    qtbot.keyClicks(field, "9,59")
    assert panel.way.choice == "typed"
    assert "102" in panel.trouble.text()
    panel.scale.click()
    assert panel.trouble.text() == ""
    assert sum(panel.wish().shares) == 1


def test_a_row_of_a_sheet_is_pasted_at_once(panel, qtbot):
    paste(panel, qtbot, TWELVE)
    assert panel.fields.texts == tuple(TWELVE.split("\t"))
    assert float(panel.wish().shares[7]) == 0.092
    assert panel.fields._sums[11].text() == "100,0%"
    assert panel.plot.accessibleDescription().split(", ")[1] == "6,4%"


def test_eleven_numbers_are_no_year_and_nothing_changes(panel, qtbot):
    paste(panel, qtbot, TWELVE.rpartition("\t")[0])
    assert "11" in panel.trouble.text()
    assert panel.wish() == BY_SEASON


def test_what_is_no_number_leaves_the_plot_empty_and_says_so(panel, qtbot):
    field = panel.fields.fields[5]
    field.clear()
    qtbot.keyClicks(field, "x")
    assert panel.plot.accessibleDescription() == ""
    assert "x" in panel.trouble.text()


def test_what_is_written_sums_to_a_hundred():
    texts = written(season(history(), JANUARY).shares, language("en"))
    assert sum(round(float(text) * 100) for text in texts) == 10_000
    draft = Draft(Phasing.TYPED, texts)
    assert sum(draft.wish().shares) == 1


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """An archive with the history, June's book and 2025's target."""
    place = tmp_path_factory.mktemp("window") / "archive.sqlite3"
    with Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="an") as office:
        office.take_in([sample("history"), sample("gso", "02-Bieu-T6.2025.xlsx")])
        office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12))
    return place


def test_a_path_is_chosen_in_the_window_and_the_overview_follows(filled, open_window, qtbot):
    office = Office(filled, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="an")
    window = open_window(office)
    page = window.overview
    qtbot.waitUntil(lambda: page.dashboard is not None)
    qtbot.mouseClick(page.dashboard.path, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.paths.opened) as opened:
        pass
    dialog = opened.args[0]
    fields = dialog.panel.fields.fields
    fields[0].setFocus()
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.panel.draft.with_exceptional
    assert dialog.focusWidget() is fields[1]
    before = dialog.panel.season
    dialog.panel.tet.setText("1:9")
    dialog.panel.tet.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.panel.season != before)
    assert dialog.panel.season.holiday.days == ((1, 9),)
    paste(dialog.panel, qtbot, TWELVE)
    with qtbot.waitSignal(page.answered) as answered:
        dialog.keep.click()
    exports = answered.args[0].exports
    assert exports.phasing is Phasing.TYPED
    assert exports.path == pytest.approx(0.473 * exports.target_usd)
    (choice,) = office.path_choices()
    assert (choice.made_by, choice.wish.holiday_days) == ("an", ((1, 9),))
    for key, phasing in (
        (Qt.Key.Key_Z, Phasing.SEASONAL), (Qt.Key.Key_Y, Phasing.TYPED),
        (Qt.Key.Key_Z, Phasing.SEASONAL),
    ):  # fmt: skip
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda p=phasing: page.overview.exports.phasing is p)
    assert len(office.path_choices()) in {1, 4}  # nothing chosen is overwritten


def test_a_path_that_cannot_be_says_why_in_the_place_of_its_bars(qtbot):
    months = {at: usd for at, usd in history().items() if at >= Month(2024, 1).ordinal}
    ways = ((Phasing.SEASONAL, False), (Phasing.SEASONAL, True), (Phasing.LINEAR, False))
    by_way = {(way, odd): season(months, JANUARY, wish=PathWish(way, (), odd)) for way, odd in ways}
    panel = PhasingPanel(Seasons(JANUARY, 12, by_way, BY_SEASON), language("en"), LIGHT)
    qtbot.addWidget(panel)
    assert "three complete years" in panel.plot.accessibleDescription()
    assert panel.method.text() == ""
    panel.way.press(Phasing.LINEAR.value)
    assert "8.3%" in panel.plot.accessibleDescription()
    assert panel.method.text() != ""
