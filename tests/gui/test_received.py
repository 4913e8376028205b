"""The page of returns: the calendar, the list and its filters, the details, undo and redo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.figures.month import Month
from desktop.gui import dialogs
from desktop.gui.received.page import ReceivedPage
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from tests.gui.example_office import ExampleOffice

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own


@pytest.fixture
def page(window, idle):
    window.show_page("received")
    idle(window)
    return window.received


def texts(table):
    return [[cell.text for cell in row] for row in table.grid.rows]


def test_before_the_archive_has_answered_it_is_not_said_to_be_empty(window, idle):
    page = ReceivedPage(window.session, window.keeping.watching)
    assert page.empty.isHidden()
    assert not page.table.isHidden()  # which keeps the rest in its place
    assert page.card.aside.text() == ""
    page.show_returns(())
    assert not page.empty.isHidden()
    assert page.card.aside.text() == "0 returns count"
    page.deleteLater()


def test_the_list_says_what_came_and_what_it_changed(page):
    row = dict(zip(page.table.grid.columns, texts(page.table)[0], strict=True))
    assert row["File"] == "02-Bieu-T6.2025.xlsx"
    assert (row["From"], row["Months"], row["Published"]) == (
        "Statistics office", "Jun 2025", "6 Jul 2025",
    )  # fmt: skip
    assert (row["New"], row["Changed"], row["Findings"], row[""]) == ("294", "6", "▲ 2", "✓")


def test_a_wide_window_tells_the_moment_of_import_too(open_window, office, idle):
    window = open_window(office, size=(1920, 1080))
    window.show_page("received")
    idle(window)
    row = dict(
        zip(window.received.table.grid.columns, texts(window.received.table)[0], strict=True)
    )
    assert (row["Imported"], row["State"]) == ("7 Jul 2025 09:00", "✓ counts")


def test_a_small_window_leaves_the_files_names_their_room(open_window, office, idle):
    window = open_window(office, size=(1280, 720))
    window.show_page("received")
    idle(window)
    page, long = window.received, "2025-01-29-02-Bieu-T01.2025-2.xlsx"
    held = page.returns
    page.show_returns([one._replace(name=long) for one in held], page.due)
    assert "From" not in page.table.grid.columns  # all are one office's
    assert "Published" in page.table.grid.columns
    page.show_returns([held[0]._replace(name=long, sender="customs"), *held[1:]], page.due)
    assert "From" in page.table.grid.columns
    assert "Published" not in page.table.grid.columns
    words = page.table.fontMetrics().horizontalAdvance(long)
    assert page.table.columnWidth(0) >= words


def test_the_newest_is_chosen_and_its_details_are_told(page):
    told = page.details
    assert told.held.number == 6
    assert told.name.text() == "02-Bieu-T6.2025.xlsx"
    assert told.findings.count() == 2
    assert told.findings.item(0).text().startswith("Cà phê T7 has changed")
    words = [w.text() for w in told.findChildren(QWidget) if hasattr(w, "text")]
    assert "300 figures: 294 new, 6 changed" in words
    assert "7 Jul 2025 09:00 · an" in words


def test_what_has_just_come_is_chosen_once(page):
    held = page.returns
    page.await_returns(frozenset({held[2].number, held[3].number, 99}))
    page.redraw()  # the list of before the import has them already: an older return again
    assert page.chosen == (held[2],)
    assert page.details.held == held[2]
    page.table.selectRow(0)
    page.show_returns(held, page.due)
    assert page.chosen == (held[0],)  # the user's own choice stays


def test_what_was_imported_from_another_page_is_chosen_on_the_page_of_returns(
    window, office, monkeypatch, qtbot, idle
):
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([Path("/returns/02-Bieu-T7.2025.xlsx")])
    idle(window)
    with qtbot.waitSignal(window.importing.written):
        window.review.accept()
    idle(window)
    (number,) = window.importing.newest
    held = office.returns()
    later = held[0]._replace(number=1000, reported_on=date(2025, 12, 6))
    monkeypatch.setattr(office, "returns", lambda: (*held, later))
    window.show_page("received")
    idle(window)
    assert [one.number for one in window.received.shown[:2]] == [1000, number]
    assert [one.number for one in window.received.chosen] == [number]


def test_filters_leave_out_and_show_all_brings_back(page, qtbot):
    qtbot.keyClicks(page.filters.search, "t4 bieu")
    assert [row[0] for row in texts(page.table)] == ["02-Bieu-T4.2025.xlsx"]
    assert page.card.aside.text() == "1 shown · 6 returns count"
    page.filters.clear_button.click()
    assert len(texts(page.table)) == 6


def test_a_returns_month_narrows_the_list_and_every_page_until_its_chip_is_pressed(
    page, window, idle, qtbot
):
    page.show_return(4)
    assert page.details.look_button.text() == "April 2025 alone"
    assert page.details.look_button.accessibleName() == "Look at April 2025 alone"
    page.details.look_button.click()
    idle(window)
    assert window.session.focus.month == Month(2025, 4)
    assert [row[0] for row in texts(page.table)] == ["02-Bieu-T4.2025.xlsx"]
    assert window.frame.focus_bar.isVisible()
    window.show_page("overview")
    window.session.focus_on(month=Month(2025, 2))
    window.show_page("received")
    idle(window)
    assert [row[0] for row in texts(page.table)] == ["02-Bieu-T2.2025.xlsx"]
    window.frame.focus_bar.chips.month.click()
    qtbot.waitUntil(lambda: len(texts(page.table)) == 6)


def test_a_return_of_another_month_is_shown_whatever_is_looked_at(page, window, idle):
    window.session.focus_on(month=Month(2025, 2))
    idle(window)
    page.show_return(5)
    assert page.details.held.number == 5
    assert window.session.focus.month is None


def test_words_are_found_without_their_accents_and_in_findings(page, qtbot):
    qtbot.keyClicks(page.filters.search, "ca phe")
    assert len(texts(page.table)) == 6
    qtbot.keyClicks(page.filters.search, " phe lieu")
    assert [row[0] for row in texts(page.table)] == [
        f"02-Bieu-T{n}.2025.xlsx" for n in (6, 5, 4, 3, 2)
    ]


@pytest.mark.parametrize(
    ("chooser", "code", "left"),
    [("office", "GSO", 6), ("year", "2025", 6), ("state", "withdrawn", 0),
     ("state", "doubtful", 6)],
)  # fmt: skip
def test_choosers_filter(page, chooser, code, left):
    getattr(page.filters, chooser).choose(code)
    assert len(texts(page.table)) == left
    assert (page.details.held is None) is (left == 0)


def test_the_calendar_has_its_table_twin(page):
    calendar = page.calendar
    assert [len(t.due) for t in calendar.strip._schedule.tracks] == [7, 2]
    calendar.toggle.click()
    assert calendar.stack.currentWidget() is calendar.table
    rows = texts(calendar.table)
    assert rows[0] == [
        "Jul 2025", "Statistics office, monthly tables", "6 Aug 2025", "· to come", "–",
    ]  # fmt: skip
    assert rows[2][3] == "! late"


def test_the_calendar_is_walked_by_keys_and_chooses_a_return(page, qtbot):
    strip = page.calendar.strip
    strip.setFocus()
    strip.focusInEvent(None) if strip.place is None else None
    strip.read((0, Month(2025, 6)))
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.place == (0, Month(2025, 5))
    assert "received" in strip.accessibleDescription()
    assert "02-Bieu-T5.2025.xlsx" in strip.accessibleDescription()
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert page.details.held.number == 5
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert strip.place == (1, Month(2025, 5))


def test_the_calendar_tells_the_place_under_the_pointer(page, qtbot):
    strip = page.calendar.strip
    at = strip._box(0, Month(2025, 3)).center()
    qtbot.mouseMove(strip, at.toPoint())
    assert strip._at(QPointF(at)) == (0, Month(2025, 3))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert page.details.held.number == 3


def test_a_month_of_the_calendar_is_chosen_by_its_name_by_keys_and_in_the_table(page, qtbot):
    session, calendar, strip = page._session, page.calendar, page.calendar.strip
    name = strip._box(-1, Month(2025, 3)).center().toPoint()
    qtbot.mouseMove(strip, name)
    assert "Look at March 2025 alone" in strip.accessibleDescription()
    assert "received" in strip.accessibleDescription()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=name)
    assert session.focus.month == strip._looked == Month(2025, 3)
    assert {r.month for r in page.shown} == {Month(2025, 3)}
    strip.setFocus()
    strip.read((0, Month(2025, 4)))
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert strip.place == (-1, Month(2025, 4))
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert session.focus.month == Month(2025, 4)
    strip.read((1, Month(2025, 5)))
    qtbot.keyClick(strip, Qt.Key.Key_M)
    assert session.focus.month == Month(2025, 5)
    calendar.toggle.click()
    calendar.table.selectRow(0)
    qtbot.keyClick(calendar.table, Qt.Key.Key_Space)
    assert session.focus.month == calendar._schedule.lines[0][1].month
    session.focus_on(month=None)
    assert strip._looked is None


def test_a_sender_chosen_leaves_its_own_calendar(page):
    page.filters.office.choose("GSO")
    assert [t.sender for t in page.calendar.strip._schedule.tracks] == ["GSO"]


def test_a_finding_is_seen_whole_in_a_low_window(window, page, idle):
    window.resize(1280, 720)
    idle(window)
    found, card = page.details.findings, page.details.scrolling
    assert found.count() > 1
    last = found.item(found.count() - 1)
    assert found.viewport().height() >= found.visualItemRect(last).bottom()  # no list within a list
    assert not found.verticalScrollBar().isVisible()
    found.setCurrentRow(0)
    QTest.keyClick(found, Qt.Key.Key_End)
    assert found.currentRow() == found.count() - 1
    foot = found.viewport().mapTo(card.viewport(), found.visualItemRect(last).bottomLeft())
    assert card.viewport().rect().contains(foot)


def test_a_return_with_hundreds_of_findings_has_a_list_that_scrolls_by_itself(page, qtbot, window):
    held = page.returns[-1]
    many = held._replace(findings=held.findings * 200)
    page.details.draw(many, window.session.language, window.session.theme.colours)
    found = page.details.findings
    assert found.count() == len(many.findings) >= 200
    qtbot.waitUntil(lambda: found.verticalScrollBar().maximum() > 0)
    assert found.height() < 400


def test_undo_first_shows_what_it_changes_back(window, page, office, qtbot, idle):
    page.undo_button.click()
    idle(window)
    dialog = window.findChild(QWidget, "undo")
    assert dialog.title.text() == "Undo the import of 02-Bieu-T6.2025.xlsx?"
    assert texts(dialog.table) == [
        ["Exp. Total", "Jun 2025", "m USD", "110.0", "100.0", "−9.1"],
    ]  # fmt: skip
    dialog.chips["gone"].click()
    assert [row[4] for row in texts(dialog.table)] == ["–", "–"]
    assert not any(r.withdrawn for r in office.returns())
    dialog.do_button.click()
    idle(window)
    assert office.returns()[-1].withdrawn
    assert page.redo_button.isVisible()


def test_cancelling_the_question_changes_nothing(window, page, office, qtbot, idle):
    page._withdraw()
    idle(window)
    window.findChild(QWidget, "undo").cancel_button.click()
    idle(window)
    assert not any(r.withdrawn for r in office.returns())


def test_redo_shows_what_comes_back(window, page, office, idle):
    office.undo(6)
    window.session.archive_changed.emit()
    idle(window)
    page.redo_button.click()
    idle(window)
    dialog = window.findChild(QWidget, "undo")
    assert texts(dialog.table)[0][3:5] == ["100.0", "110.0"]
    dialog.show_kind("gone")
    assert [[line[0], *line[3:5]] for line in texts(dialog.table)] == [
        ["Exp. Coffee", "–", "8.0"],
        ["Exp. Rice", "–", "7.0"],
    ]  # by name
    dialog.do_button.click()
    idle(window)
    assert not office.returns()[-1].withdrawn


def test_several_returns_are_asked_about_at_once(window, page, office, idle):
    page.table.selectAll()
    page._withdraw()
    idle(window)
    dialog = window.findChild(QWidget, "undo")
    assert dialog.title.text() == "Undo 6 imports?"
    assert "alone" in dialog.told.text()
    assert dialog.told.text().startswith("The returns stay")
    assert dialog.do_button.text() == "Undo imports"
    assert texts(dialog.table)[0][6] == "02-Bieu-T6.2025"  # whole as its tip
    dialog.do_button.click()
    idle(window)
    assert all(r.withdrawn for r in office.returns())


def test_the_original_opens_or_says_why_not(window, page, qtbot, idle, monkeypatch):
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url) or False)
    page.details.open_button.click()
    idle(window)
    assert shown[0].toLocalFile() == "/originals/6.xlsx"
    assert window.notice.message.sentence == (
        "No program on this computer opens 02-Bieu-T6.2025.xlsx."
    )
    assert window.notice.message.tone is Tone.WARN


def test_a_copy_is_saved(window, page, idle, monkeypatch, tmp_path):
    out = tmp_path / "copy.xlsx"
    monkeypatch.setattr(dialogs, "copy_to_write", lambda *_: out)
    page.details.save_button.click()
    idle(window)
    assert out.read_bytes() == b"original"
    assert window.notice.message.sentence == "Copy saved: copy.xlsx"


@pytest.mark.parametrize("from_page", ["overview", "received"])
def test_a_notice_leaves_the_buttons_of_the_details_in_sight(open_window, office, idle, from_page):
    window = open_window(office, size=(1280, 720))
    window.show_page(from_page)
    idle(window)
    window.notice.say(Message(Tone.BAD, "The original cannot be opened.", "Save a copy."))
    window.show_page("received")
    idle(window)
    details, notice = window.received.details, window.notice
    for made in (details.undo_button, details.open_button, details.save_button):
        box = made.rect().translated(made.mapTo(window, made.rect().topLeft()))
        over = notice.rect().translated(notice.mapTo(window, notice.rect().topLeft()))
        assert notice.isVisible()
        assert not over.intersects(box)


def test_an_empty_archive_has_no_calendar_and_nothing_chosen(open_window, idle):
    window = open_window(ExampleOffice(empty=True))
    window.show_page("received")
    idle(window)
    page = window.received
    assert not page.calendar.isVisible()
    assert page.details.held is None
    assert page.details._hint.isVisible()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_of_a_small_window_is_cut(open_window, office, idle, language):
    window = open_window(office, language=language, size=(1280, 720))
    window.show_page("received")
    idle(window)
    page = window.received
    labels = [page.drop._title, page.watch.title, page.card.title, page.calendar.title]
    labels += [page.card.aside]
    cut = [x.text() for x in labels if x.width() < x.fontMetrics().horizontalAdvance(x.text())]
    assert cut == []
    buttons = [page.details.open_button, page.details.save_button, page.details.undo_button]
    assert [b.text() for b in buttons if b.width() < b.sizeHint().width()] == []
    assert page.minimumSizeHint().height() <= window.pages.height()


def test_it_wears_another_language_at_once(window, page):
    window.session.speak("vi")
    assert page.table.grid.columns[0] == "Tệp"
    assert page.calendar.title.text() == "Lịch báo cáo"
    assert Path(page.details.name.text()).suffix == ".xlsx"
