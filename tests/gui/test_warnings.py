"""Early warnings in the window: told on the overview, opened with their cells, silenced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from desktop.gui.theme import ThemeChoice
from desktop.gui.warnings.row import WarningRow
from desktop.gui.warnings.silencing import SilenceBar
from tests.gui.example_office import ExampleOffice
from tests.gui.example_warnings import JUNE

EN = language("en")

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own


@pytest.fixture
def warned(window, qtbot, idle):
    """Give a window whose warnings have come."""
    idle(window)
    qtbot.waitUntil(lambda: bool(window.overview.dashboard.warnings.rows))
    return window


@pytest.fixture
def dialog(warned, qtbot):
    """Give the dialog of all warnings."""
    qtbot.mouseClick(warned.overview.dashboard.warnings.all, Qt.MouseButton.LeftButton)
    return warned.overview.warner.dialog


def test_the_gravest_stand_on_the_overview_as_sentences(warned, qtbot):
    pane = warned.overview.dashboard.warnings
    assert pane.title == "Warnings · 4"
    assert pane.rows[0].accessibleName() == (
        "to act upon: United States takes 32.3% of exports — above the threshold of 30%; Wood 56%"
    )
    assert pane.all.text() == "1 more warning"
    warned.resize(1440, 720)  # a low window has room for two of them
    qtbot.waitUntil(lambda: pane.all.text() == "2 more warnings")


def test_they_are_painted_once_when_the_theme_changes(warned, qtbot, idle):
    """A label of rich text asks for its own paint again, once it has been laid out."""
    painted = []

    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Paint and isinstance(watched, WarningRow):
                painted.append(watched)
            return False

    seen = Painted(warned)
    QApplication.instance().installEventFilter(seen)
    warned.session.wear(ThemeChoice.DARK)
    idle(warned)
    for _ in range(5):  # what is asked for while it is painted comes in turns of its own
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(seen)
    assert painted == warned.overview.dashboard.warnings.rows


def test_a_tall_window_gives_them_a_card_of_their_own(open_window, office, qtbot, idle):
    window = open_window(office, size=(1440, 1100))
    idle(window)
    dashboard = window.overview.dashboard
    qtbot.waitUntil(lambda: bool(dashboard.warnings.rows))
    assert dashboard.watching.isVisible()
    assert dashboard.watching.pane is dashboard.warnings
    assert len(dashboard.warnings.rows) == 3
    window.resize(1440, 800)
    qtbot.waitUntil(lambda: not dashboard.watching.isVisible())
    assert dashboard.warnings in dashboard.standing.panes


def test_a_warning_is_opened_by_key_with_its_figures_and_cells(warned, qtbot):
    line = warned.overview.dashboard.warnings.rows[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    dialog = warned.overview.warner.dialog
    assert dialog.warning == line.warning
    assert dialog.headline.text() == "Iron, steel down 20.0%"
    assert "since May 2025" in dialog.details.text()
    first = dialog.table.grid.rows[0]
    assert [cell.text for cell in first] == [
        "Iron, steel", "growth", "6 months 2025", "−20.0%",
        "23.XK tháng!J29 · 02-Bieu-T6.2025.xlsx",
    ]  # fmt: skip


def test_a_warning_that_rests_on_no_figure_shows_no_empty_table(dialog):
    held = dialog._report.warnings
    late = replace(held[1], evidence=(), more=())
    dialog.show_report(replace(dialog._report, warnings=(held[0], late)))
    seen = []
    for number in (0, 1):
        dialog.list.setCurrentRow(number)
        seen.append((dialog.table.isVisible(), dialog.no_figures.isVisible()))
    assert seen == [(True, False), (False, True)]
    assert "rests on no figure" in dialog.no_figures.text()


def test_what_could_not_be_judged_is_said(dialog):
    assert dialog.unheard.text() == (
        "Not judged: Stocks against sales: no indices of stocks and sales are held."
    )


def test_a_warning_is_silenced_with_a_reason_and_let_be_heard_again(warned, dialog, qtbot):
    dialog.list.setCurrentRow(1)
    assert not dialog.bar.silence_button.isEnabled()
    qtbot.keyClicks(dialog.bar.reason, "furnace rebuilt")
    with qtbot.waitSignal(warned.overview.warner.answered):
        qtbot.keyClick(dialog.bar.reason, Qt.Key.Key_Return)
    assert warned.overview.dashboard.warnings.title == "Warnings · 3"
    assert dialog.warning.subject == "item:STEEL"
    until = EN.month(JUNE + 3)
    assert dialog.bar.told.text() == f"Silenced to {until} by lan: furnace rebuilt"
    with qtbot.waitSignal(warned.overview.warner.answered):
        qtbot.mouseClick(dialog.bar.lift_button, Qt.MouseButton.LeftButton)
    assert warned.overview.dashboard.warnings.title == "Warnings · 4"


@pytest.mark.parametrize("earlier", [
    {"vintage": Vintage(date(2025, 6, 30))}, {"year": 2025, "through": JUNE - 1},
])  # fmt: skip
def test_what_was_seen_earlier_is_silenced_in_the_newest_month(
    warned, dialog, office, qtbot, earlier, monkeypatch
):
    now = office.warnings()
    monkeypatch.setattr(
        type(office), "warnings",
        lambda _s, asked: replace(now, through=asked.through or now.through),
    )  # fmt: skip
    assert dialog.bar.silence_button.isVisible()
    with qtbot.waitSignal(warned.overview.warner.answered):
        warned.session.select(**earlier)
    assert not dialog.bar.silence_button.isVisible()
    assert dialog.bar.told.text() == (
        "What was seen earlier stays as it was: silence this in the newest month."
    )
    assert not dialog.bar.lift_button.isVisible()


@pytest.mark.parametrize(("code", "one", "three"), [
    ("en", "1 month", "3 months"), ("vi", "1 tháng", "3 tháng"),
])  # fmt: skip
def test_one_month_of_silence_is_one_month(qtbot, code, one, three):
    bar = SilenceBar(language(code))
    qtbot.addWidget(bar)
    assert bar.months.text() == three
    bar.months.stepBy(-2)
    assert bar.months.text() == one


def test_they_are_told_in_vietnamese_too(open_window, qtbot, idle):
    window = open_window(ExampleOffice(), language="vi")
    idle(window)
    pane = window.overview.dashboard.warnings
    qtbot.waitUntil(lambda: bool(pane.rows))
    assert pane.rows[0].accessibleName().startswith("cần xử lý: Hoa Kỳ chiếm 32,3% xuất khẩu")
