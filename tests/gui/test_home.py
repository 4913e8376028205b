"""A window on a province's archive says above the pages whose trade they show."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.figures.month import Month
from desktop.gui.pages import RECEIVED
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


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's own
def test_several_provinces_have_a_line_each_in_the_overviews_place(open_window, tmp_path, qtbot):
    now = datetime(2025, 9, 1, tzinfo=UTC)

    def office():
        return Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan")

    with office() as made:
        for name in (HUE, "Nghệ An"):
            rows = [row(1e8, month=Month(2025, n), province=name) for n in range(1, 7)]
            store(made.archive, reading(*rows, name=f"{name}.xlsx"))
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
