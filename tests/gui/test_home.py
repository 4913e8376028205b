"""A window on a province's archive says above the pages whose trade they show."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QDialog

from desktop.figures.month import Month
from desktop.gui.pages import RECEIVED, TARGETS
from desktop.workflow import Office
from tests.archive.made import reading, row, store

HUE = "TP. Huế"


def test_the_province_is_named_above_the_overview(window):
    shown = window.overview.overview
    assert window.header.subtitle.text() == ""
    window.frame.tell(replace(shown, province="TP. Huế"))
    assert window.header.subtitle.text() == HUE
    window.show_page(RECEIVED)
    window.frame.tell(replace(shown, province="TP. Huế"))
    assert window.header.subtitle.text() == ""


def keep_two_provinces(office):
    for name in (HUE, "Nghệ An"):
        rows = [row(1e8, month=Month(2025, n), province=name) for n in range(1, 7)]
        store(office.archive, reading(*rows, name=f"{name}.xlsx"))


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_where_no_nation_is_told_each_province_may_have_a_target(
    open_window, tmp_path, qtbot, idle
):
    now = datetime(2025, 9, 1, tzinfo=UTC)
    made = Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan")
    keep_two_provinces(made)
    window = open_window(made)
    window.show_page(TARGETS)
    idle(window)
    assert window.pages.targets.tools.set.isEnabled()
    window.pages.targets.tools.set.click()
    dialog = window.findChild(QDialog, "target")
    names = [dialog.province.itemText(n) for n in range(dialog.province.count())]
    assert sorted(names) == ["Nghệ An", HUE]
    dialog.province.setCurrentText(HUE)
    dialog.measure.press("value")
    dialog.amount.setText("2")
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(window.pages.targets.standing))
    kept = window.pages.targets.standing[0].target
    assert (kept.province, kept.low) == (HUE, 2e9)
    idle(window)
    window.actions_["target"].trigger()
    again = window.findChildren(QDialog, "target")[-1]
    again.province.setCurrentText(HUE)
    assert (again.amount.text(), again.measure.choice) == ("2", "value")
    again.province.setCurrentText("Nghệ An")
    assert again.amount.text() == ""
    again.close()


def test_where_no_nation_is_told_a_page_of_it_says_so_and_leads_to_the_provinces(
    open_window, tmp_path, idle
):
    now = datetime(2025, 9, 1, tzinfo=UTC)
    made = Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan")
    keep_two_provinces(made)
    window = open_window(made)
    window.show_page("outlook")
    idle(window)
    told = window.pages.outlook.empty
    assert told.isVisible()
    assert "2 provinces and none of the nation" in told.text.text()
    told.ways[0].click()
    assert window.page == "overview"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's own
def test_several_provinces_have_a_line_each_in_the_overviews_place(open_window, tmp_path, qtbot):
    now = datetime(2025, 9, 1, tzinfo=UTC)

    def office():
        return Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan")

    with office() as made:
        keep_two_provinces(made)
    window = open_window(office())
    board = window.overview._board
    assert board.isVisible()
    assert "2 provinces and none of the nation" in board.text.text()
    assert "1.20 bn USD to June 2025" in board.text.text()
    names = [line[0].text for line in board.table.model().grid.rows]
    assert sorted(names) == ["Nghệ An", HUE]
    cell = board.table.model().grid.rows[0][2]
    assert (cell.text, "14.XK!F9" in cell.tip) == ("0.600", True)
    board.table.setCurrentIndex(board.table.model().index(0, 2))
    name = board.table.model().grid.rows[0][0].text
    (to_date,) = board.offer._here()  # neither last year nor a target is held
    assert to_date == (f"exports+province:{name}.cumulative", Month(2025, 6), "", "")
    with qtbot.waitSignal(window.overview.provenance.opened) as opened:
        board.offer.asked.emit(to_date)
    assert opened.args[0].tree.topLevelItem(0).text(0).startswith(f"Exports · {name}")
    opened.args[0].close()
    with office() as again:
        store(again.archive, reading(row(9e9, month=Month(2025, 1)), name="nation.xlsx"))
    with qtbot.waitSignal(window.overview.answered):
        window.session.archive_changed.emit()
    qtbot.waitUntil(lambda: not board.isVisible(), timeout=20_000)
    assert window.overview.overview.exports.cumulative == 9e9
