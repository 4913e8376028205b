"""The import: reviewed first, written only when accepted, undone when wished."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.figures.reading import DateOrigin
from desktop.gui import dialogs
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.sheet_model import place_at
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from tests.gui.example_office import ExampleOffice

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")
CUSTOMS = Path("/returns/2025-T07T-5X(VN-SB).xlsx")
JUNE = Path("/returns/02-Bieu-T6.2025.xlsx")
NO_WORKBOOK = Path("/returns/notes.txt")


@pytest.fixture
def read(window, qtbot, idle):
    def files(*paths):
        with qtbot.waitSignal(window.importing.read):
            window.importing.preview(paths)
        idle(window)

    return files


def drop_on(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, *how)
    window.dragEnterEvent(entering)
    assert window.veil.isVisible()
    window.dropEvent(QDropEvent(QPoint(400, 300), Qt.DropAction.CopyAction, *how))
    assert not window.veil.isVisible()


def test_the_button_asks_for_files_and_shows_the_review(window, office, qtbot, monkeypatch):
    monkeypatch.setattr(dialogs, "returns_to_import", lambda *_: [JULY])
    with qtbot.waitSignal(window.importing.read):
        qtbot.mouseClick(window.choosers.take_in, Qt.MouseButton.LeftButton)
    assert window.page == "review"
    assert window.header.subtitle.text() == JULY.name
    assert office.accepted == []


def test_files_dropped_on_the_window_are_reviewed(window, qtbot):
    with qtbot.waitSignal(window.importing.read):
        drop_on(window, JULY, CUSTOMS)
    assert [p.path.name for p in window.review.previews] == [JULY.name, CUSTOMS.name]
    assert window.review.files.isVisible()


def test_nothing_is_written_until_it_is_accepted(window, office, read, qtbot, idle):
    read(JULY)
    window.review.tools.skip.click()
    idle(window)
    assert office.accepted == []
    assert window.page == "overview"


def test_accepting_writes_and_the_charts_refresh_by_themselves(window, office, read, qtbot, idle):
    read(JULY)
    assert window.review.tools.write.text() == "Will write 26 figures"
    with qtbot.waitSignals([window.importing.written, window.overview.answered]):
        window.review.tools.write.click()
    idle(window)
    assert [p.path for p in office.accepted] == [JULY]
    assert window.page == "overview"
    assert window.choosers.month.value == "July"
    assert window.overview.dashboard.cards[0].title.text() == "7 months to date"
    assert window.notice.message.tone is Tone.GOOD
    assert "26 figures" in window.notice.message.sentence


def test_what_a_province_submits_is_said_to_wait_and_is_not_its_own_to_undo(
    window, office, read, qtbot, idle
):
    office.submits = True
    read(JULY)
    with qtbot.waitSignal(window.importing.written):
        window.review.tools.write.click()
    idle(window)
    told = window.notice.message
    assert told.sentence == "1 return submitted: 26 figures."
    assert told.remedy == "What was submitted counts when it is approved."
    assert not window.notice.button.isVisible()
    assert not window.session.undo_history.can_undo()


def test_the_news_of_an_import_makes_room_for_the_next_review(window, office, read, qtbot, idle):
    read(JULY)
    with qtbot.waitSignals([window.importing.written, window.overview.answered]):
        window.review.tools.write.click()
    idle(window)
    assert window.notice.isVisible()
    read(CUSTOMS)
    assert window.page == "review"
    assert not window.notice.isVisible()
    window.notice.say(Message(Tone.BAD, "The file is gone."))
    window.show_page("overview")
    window.show_page("review")
    assert window.notice.isVisible()  # trouble waits to be closed


def test_an_import_looks_at_the_newest_month_even_from_an_older_one(window, read, qtbot, idle):
    window.session.select(year=2025, through=window.overview.overview.months[3])
    idle(window)
    read(JULY)
    with qtbot.waitSignal(window.importing.written):
        window.review.accept()
    idle(window)
    assert window.choosers.month.value == "July"


def test_undo_and_redo_from_the_keyboard(window, office, read, qtbot, idle):
    read(JULY)
    with qtbot.waitSignal(window.importing.written):
        window.review.accept()
    idle(window)
    window.actions_["undo"].trigger()
    idle(window)
    assert office.returns()[-1].withdrawn
    assert window.choosers.month.value == "June"
    window.actions_["redo"].trigger()
    idle(window)
    assert not office.returns()[-1].withdrawn
    assert window.choosers.month.value == "July"


def test_undo_with_nothing_to_undo_does_nothing(window, office, idle):
    window.actions_["undo"].trigger()
    idle(window)
    assert not any(r.withdrawn for r in office.returns())


def test_a_file_that_is_no_workbook_is_told_and_the_good_one_still_counts(window, read):
    read(NO_WORKBOOK, JULY)
    review = window.review
    assert review.tools.write.isEnabled()
    assert review.findings.list.item(0).text().startswith("notes.txt is not an Excel workbook.")
    assert not review.recognised.tabs.isVisible()


def test_nothing_but_bad_files_leaves_nothing_to_write(window, read):
    read(NO_WORKBOOK)
    assert not window.review.tools.write.isEnabled()
    assert window.review.tools.write.text() == "Nothing to write"


def test_a_file_that_is_in_already_says_so(window, read):
    read(JUNE)
    assert "return 6" in window.review.comparison._already.text()
    assert not window.review.tools.write.isEnabled()


def test_the_chips_count_and_filter(reviewed):
    card = reviewed.comparison
    assert [chip.text() for chip in card.chips.values()] == [
        "22 new", "3 changed", "1 same", "0 older", "0 disputed", "0 to decide", "2 findings",
    ]  # fmt: skip
    assert [chip.isVisible() for chip in card.chips.values()] == [
        True, True, True, False, False, False, True,
    ]  # fmt: skip
    assert len(card.table.grid.rows) == 3
    assert card.table.grid.rows[0][5].text == "+1.0"
    card.chips["n"].click()
    assert len(card.table.grid.rows) == 22
    assert "Old" not in card.table.grid.columns
    assert not card.chips["o"].isEnabled()


def test_the_sheet_shows_its_own_cells(reviewed):
    sheet = reviewed.recognised.sheet
    model = sheet.shown
    assert model.headerData(3, Qt.Orientation.Horizontal) == "D"
    assert model.headerData(8, Qt.Orientation.Vertical) == "9"
    assert model.index(4, 3).data() == "Sơ bộ tháng 7 năm 2025"
    assert sheet.columnSpan(4, 3) == 2
    assert sheet.across.meanings[4] == ("value · Jul 2025", True)
    assert sheet.across.meanings[10] == ("comparison with the period before", False)
    assert model.index(8, 1).data() == "TỔNG TRỊ GIÁ"
    assert model.index(8, 3).data() == "42.290,0"


def test_a_chosen_cell_says_what_it_means(reviewed):
    reviewed.recognised.show_cell("14.XK", "G9")
    told = reviewed.recognised.story.text()
    assert told == ("G9 · Exports: Total · 262,440.0 m USD · 7 months 2025 · preliminary · new")


def test_a_finding_leads_to_its_cell(reviewed):
    reviewed.findings.list.setCurrentRow(0)
    sheet = reviewed.recognised.sheet
    assert place_at(sheet.currentIndex()) == (12, 4)
    assert sheet.shown.finding(sheet.currentIndex()) is not None


def test_checks_stand_failed_first_with_a_mark(reviewed):
    rows = [[cell.text for cell in row] for row in reviewed.checks.table.grid.rows]
    names = [row[0].split("\n") for row in rows]  # at this width the period stands beneath
    assert names[0] == ["Exp. · Items stay within the total", "Jul 2025 · Cà phê"]
    assert names[2][1].startswith("7 months 2025")
    assert [row[-1] for row in rows] == ["12.0 ▲", "0.0 ✓", "0.0 ✓"]


def test_left_out_sheets_are_named_with_the_reason(reviewed):
    told = reviewed.recognised._left_out.text()
    assert told == "Left out: 16.DV (services), 17.CPI (prices)"


def test_sheets_left_out_are_counted_where_there_is_no_room_to_name_them(reviewed):
    foot = reviewed.recognised._left_out
    foot.resize(foot.sizeHint().width(), foot.height())
    foot.grab()
    assert foot.toolTip() == ""
    foot.resize(foot.width() - 20, foot.height())
    foot.grab()
    assert foot.brief == "2 sheets left out"
    assert foot._cut(foot.brief) == foot.brief
    assert foot.toolTip() == wrapped(foot.text())
    assert reviewed.recognised.aside.text() == "July 2025 · 26 figures · 4 sheets, 2 used"


def test_a_date_given_reads_the_file_again_under_it(window, review, qtbot, idle):
    review.recognised.date_given.emit(date(2025, 8, 9))
    idle(window)
    preview = window.review.previews[0]
    assert (preview.reported_on, preview.date_origin) == (date(2025, 8, 9), DateOrigin.GIVEN)
    assert review.recognised._origin.text() == "as you gave it"


def test_the_review_speaks_the_windows_language(window, review, idle):
    window.session.speak("vi")
    idle(window)
    assert window.header.title.text() == "Xem trước khi nhập"
    assert review.tools.write.text() == "Sẽ ghi 26 số liệu"
    assert review.comparison.chips["c"].text() == "3 thay đổi"


def test_progress_shows_when_it_takes_long_and_can_be_cancelled(open_window, qtbot, idle):
    office = ExampleOffice(slowness=0.02)
    window = open_window(office)
    with qtbot.waitSignal(window.session.jobs.started):
        window.importing.preview([JULY] * 400)
    assert not window.progress.isVisible()
    qtbot.waitUntil(window.progress.isVisible, timeout=3000)
    assert window.progress.bar.maximum() == 400
    window.actions_["escape"].trigger()
    idle(window)
    assert not window.progress.isVisible()
    assert window.page == "overview"


def test_a_quick_job_shows_no_progress(window, read):
    read(JULY)
    assert not window.progress.isVisible()


def test_a_cancelled_import_says_what_was_written_and_keeps_the_rest(open_window, qtbot, idle):
    office = ExampleOffice(slowness=0.05)
    window = open_window(office)
    files = [Path(f"/returns/{number}.xlsx") for number in range(1, 8)]
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview(files)
    window.review.accept()
    qtbot.waitUntil(lambda: len(office.accepted) >= 2)
    window.actions_["escape"].trigger()
    with qtbot.waitSignal(window.importing.stopped):
        pass
    idle(window)
    count = len(office.accepted)
    assert 2 <= count < 7
    assert window.notice.message.sentence.startswith(
        f"The import was stopped; {count} returns had been written: 1.xlsx, 2.xlsx"
    )
    assert [p.path for p in window.review.previews] == files[count:]
    window.notice.button.click()
    idle(window)
    assert sum(r.withdrawn for r in office.returns()) == count
