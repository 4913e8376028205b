"""A table of another country in the window: read, corrected, skipped by mistake, kept by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.gui.review.meanings import column_meanings
from tests.gui.test_review_for_real import US, desk, read, settle, us_trade

__all__ = ["desk", "read"]  # fixtures

COUNTRIES = (
    ("Exhibit 14a. U.S. Trade in Goods by Selected Countries",),
    ("In millions of U.S. dollars",),
    ("Country", "Exports", None, "Imports", None, "Balance", None),
    (None, "May 2025", "Year-to-date", "May 2025", "Year-to-date", "May 2025", "Year-to-date"),
    ("Total", 180.5, 900.5, 250.5, 1290.5, -70.0, -390.0),
    ("Canada", 27.5, 144.5, 31.5, 164.5, -4.0, -20.0),
    ("European Union", 33.5, 164.5, 53.5, 255.5, -20.0, -91.0),
    ("Germany", 6.5, 31.5, 12.5, 62.5, -6.0, -31.0),
    ("Italy", 2.5, 13.5, 6.5, 30.5, -4.0, -17.0),
)


@pytest.fixture
def guided(desk, read, qtbot, tmp_path):
    """A file that no layout fitted, read as it was proposed."""
    page = read(us_trade(tmp_path / "may.xlsx", COUNTRIES))
    page.recognised.banner.whose.setText("US Census")
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    return page


def test_what_is_written_teaches_its_layout_without_another_click(
    desk, guided, read, qtbot, tmp_path
):
    assert "kept" in guided.recognised.banner.told.text()
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        guided.accept()
    settle(desk, qtbot)
    assert "Kept as a layout of US Census" in desk.notice.message.remedy
    assert desk.notice.message.button == "Undo"
    june = [[str(c).replace("May", "June") if c else c for c in row] for row in COUNTRIES[:4]]
    again = read(us_trade(tmp_path / "june.xlsx", (*june, *COUNTRIES[4:])))
    assert not again.recognised.banner.isVisible()
    (ready,) = again.ready
    assert (ready.reading.sender, str(ready.reading.month)) == ("US Census", "2025-06")


def test_the_country_whose_trade_it_is_is_read_whole(guided):
    area = guided.recognised.banner.area
    edit = area.lineEdit()
    assert area.currentText() == "United States"
    assert edit.cursorPosition() == 0
    assert edit.fontMetrics().horizontalAdvance("United States") < edit.width()


def test_a_long_title_names_its_layout_in_whole_words_and_leaves_the_month_its_room(
    desk, read, qtbot, tmp_path
):
    title = "Exhibit 14a. U.S. Trade in Goods by Selected Countries and Areas, not adjusted"
    page = read(us_trade(tmp_path / "may.xlsx", ((title,), *COUNTRIES[1:])))
    page.recognised.banner.whose.setText("US Census")
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    page.recognised.banner.keep.click()
    settle(desk, qtbot)
    (kept,) = desk.session.office().layouts()
    assert kept.name == "Exhibit 14a. U.S. Trade in Goods by Selected Countries and…"
    june = [[str(c).replace("May", "June") if c else c for c in row] for row in COUNTRIES[1:4]]
    card = read(us_trade(tmp_path / "june.xlsx", ((title,), *june, *COUNTRIES[4:]))).recognised
    assert card.aside.brief == "June 2025"
    assert card.aside.width() >= card.aside.fontMetrics().horizontalAdvance("June 2025")


def test_a_correction_of_a_layout_of_ours_is_kept_only_where_one_asks(desk, read, qtbot):
    from desktop.figures.places import sample  # noqa: PLC0415 - of this test alone

    page = read(sample("next", "02-Bieu-T7.2025.xlsx"))
    page.recognised.tools.not_data((16, 2, 16, 2))
    settle(desk, qtbot)
    assert page.recognised.banner.keep.isVisible()
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        page.accept()
    settle(desk, qtbot)
    assert desk.session.office().layouts() == []


def test_files_that_wait_for_the_same_layout_are_read_once_it_is_kept(desk, qtbot, tmp_path):
    may = us_trade(tmp_path / "may.xlsx", COUNTRIES)
    june = [[str(c).replace("May", "June") if c else c for c in row] for row in COUNTRIES[:4]]
    other = us_trade(tmp_path / "june.xlsx", (*june, *COUNTRIES[4:]))
    with qtbot.waitSignal(desk.importing.read, timeout=20000):
        desk.importing.preview([may, other])
    settle(desk, qtbot)
    page = desk.pages.review
    page.recognised.banner.whose.setText("US Census")
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    assert len(page.ready) == 1
    page.recognised.banner.keep.click()
    settle(desk, qtbot)
    assert len(page.ready) == 2


def test_what_was_skipped_by_mistake_comes_back_as_it_was_corrected(desk, guided, qtbot):
    figures = len(guided.chosen.reading.rows)
    for way_back in (
        desk.notice.button.click,
        lambda: qtbot.keyClick(desk, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier),
    ):
        qtbot.keyClick(guided.recognised.sheet, Qt.Key.Key_Escape)
        assert desk.page != "review"
        assert desk.notice.message.sentence == "1 file was skipped; nothing of it is written."
        way_back()
        settle(desk, qtbot)
        assert desk.page == "review"
        assert len(guided.chosen.reading.rows) == figures
        assert guided.chosen.directions.sender == "US Census"


def test_the_notice_stands_beside_the_buttons_that_come_with_the_first_return(
    desk, read, qtbot, tmp_path
):
    desk.show_page("received")
    settle(desk, qtbot)
    page = read(us_trade(tmp_path / "may.xlsx", COUNTRIES))
    page.recognised.banner.whose.setText("US Census")
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        page.accept()
    settle(desk, qtbot)
    undo, notice = desk.received.details.undo_button, desk.notice
    qtbot.waitUntil(undo.isVisible)

    def apart():
        box = QRect(undo.mapTo(notice.parentWidget(), QPoint()), undo.size())
        return notice.isVisible() and not box.intersects(notice.geometry())

    qtbot.waitUntil(apart)


def test_columns_of_both_ways_of_trade_say_which_is_theirs(desk, guided):
    said = guided.recognised.sheet.across.meanings
    assert [said[n][0] for n in (2, 3, 4, 6)] == [
        "Exp. · value · May 2025", "Exp. · value · 5 months 2025",
        "Imp. · value · May 2025", "Bal. · value · May 2025",
    ]  # fmt: skip


@pytest.mark.qt_log_ignore("raise", extend=True)  # the offscreen platform's own
def test_a_column_whose_words_are_cut_tells_them_in_its_tip(desk, guided, qtbot):
    sheet = guided.recognised.sheet
    sheet.setColumnWidth(1, 60)
    at = QPoint(sheet.columnViewportPosition(1) + 5, 5)
    place = sheet.across.viewport().mapToGlobal(at)
    QApplication.sendEvent(sheet.across.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, place))
    assert "Exp. · value · May 2025" in QToolTip.text()
    QToolTip.hideText()


def test_the_arrows_begin_where_the_sheet_asks_and_not_in_its_corner(desk, read, qtbot, tmp_path):
    page = read(us_trade(tmp_path / "may.xlsx", COUNTRIES))
    sheet = page.recognised.sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert (sheet.currentIndex().row() + 1, sheet.currentIndex().column() + 1) == (5, 1)


def test_enter_presses_the_button_that_has_the_keyboard(desk, read, qtbot, tmp_path):
    page = read(us_trade(tmp_path / "us.xlsx", US))
    banner = page.recognised.banner
    banner.whose.setText("US Census")
    banner.read.setFocus()
    qtbot.keyClick(banner.read, Qt.Key.Key_Return)
    settle(desk, qtbot)
    assert page.chosen.reading.rows
    rail = desk.rail.pages[1]
    rail.setFocus()
    qtbot.keyClick(rail, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert desk.page == "markets"


def test_the_keyboard_goes_to_the_sheet_after_the_last_answer(desk, guided, read, qtbot, tmp_path):
    rows = (*COUNTRIES[:5], ("Net Adjustments", -3.0, -15.0, 1.0, 5.0, -4.0, -20.0), *COUNTRIES[5:])
    page = read(us_trade(tmp_path / "named.xlsx", rows))
    page.recognised.banner.whose.setText("US Census")
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    page.decisions.take_focus()
    field = page.decisions.field
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(desk, qtbot)
    assert not page.decisions.isVisible()
    assert page.recognised.sheet.hasFocus()


def test_a_deficit_of_members_may_be_less_than_that_of_their_bloc(desk, guided):
    """Germany's and Italy's are not to stay within that of the Union: others have a surplus."""
    codes = [(c.code, c.about, c.agrees) for c in guided.chosen.checks]
    assert [c for c in codes if not c[2]] == []


def test_months_of_a_fiscal_year_are_named_by_the_first_and_the_last(desk, read, qtbot, tmp_path):
    rows = (
        ("Merchandise exports of Australia, USD million",),
        ("Country", "Jul 2024 - May 2025"),
        *((name, 10.5 + n) for n, name in enumerate(("Total", "China", "Japan", "India"))),
    )
    page = read(us_trade(tmp_path / "fy.xlsx", rows))
    page.recognised.banner.whose.setText("ABS")
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    said = column_meanings(page.recognised.sheet.shown.drawn, desk.session.language)
    assert said[2][0] == "value · Jul 2024–May 2025"
