"""The review's own keys, wherever in the window the keyboard is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.figures.reading import Ask
from tests.gui.example_review import DOUBTFUL

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")


def test_the_function_keys_work_while_the_pages_list_has_the_keyboard(window, qtbot, idle):
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([DOUBTFUL])
    idle(window)
    rail, review = window.rail.pages[0], window.review
    first = review.decisions.question
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F6):
        rail.setFocus()
        assert QApplication.focusWidget() is rail
        qtbot.keyClick(rail, key)
        assert review.isAncestorOf(QApplication.focusWidget())
    assert review.decisions.question is not first


def test_the_keyboard_comes_to_a_table_and_the_sheet_stays_until_a_row_is_chosen(review, qtbot):
    table, asked = review.comparison.table, []
    review.comparison.cell_asked.connect(lambda *place: asked.append(place))
    looked_at = review.recognised.sheet.currentIndex()
    review.recognised.sheet.setFocus()
    for _ in review.board.places():
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        if table.hasFocus():
            break
    assert table.hasFocus()
    assert asked == []
    assert review.recognised.sheet.currentIndex() == looked_at
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert len(asked) == 1
    assert table.currentIndex().row() == 0


def test_coming_to_the_sheet_chooses_no_cell_until_an_arrow_does(review, qtbot):
    sheet = review.recognised.sheet
    review.tools.skip.setFocus()
    assert not sheet.currentIndex().isValid()
    sheet.setFocus()
    assert sheet.hasFocus()
    assert not sheet.currentIndex().isValid()
    assert review.recognised.story.text() == "Choose a cell to see what it was read as."
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.currentIndex().isValid()
    chosen = sheet.currentIndex()
    review.tools.skip.setFocus()
    sheet.setFocus()
    assert sheet.currentIndex() == chosen


def test_the_next_question_of_a_file_without_one_is_in_the_next_file_that_asks(window, qtbot, idle):
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([JULY, DOUBTFUL])
    idle(window)
    review = window.review
    review.files.setCurrentIndex(review.files.shown.index(0))
    idle(window)
    assert review.decisions.question is None
    qtbot.keyClick(review.recognised.sheet, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: review.decisions.question is not None)
    assert review.chosen.path == DOUBTFUL
    card = review.decisions
    qtbot.waitUntil((card.field if card.field.isVisible() else card.choices).hasFocus)


def test_after_an_import_the_page_has_the_keys_and_none_of_its_controls(window, qtbot, idle):
    window.importing.preview([JULY])
    idle(window)
    with qtbot.waitSignal(window.importing.written):
        qtbot.mouseClick(window.review.tools.write, Qt.MouseButton.LeftButton)
    idle(window)
    assert QApplication.focusWidget() is window.overview
    assert window.overview.accessibleName() == "Overview"
    qtbot.keyClick(window.overview, Qt.Key.Key_Tab)
    assert window.overview.isAncestorOf(QApplication.focusWidget())


def test_words_for_a_number_are_no_answer(window, office, qtbot, idle):
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([DOUBTFUL])
    idle(window)
    card = window.review.decisions
    card.step(1)
    assert card.question.ask is Ask.FIGURE
    qtbot.keyClicks(card.field, "coffee")
    assert card.reason.text() == "“coffee” is no answer here."
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    idle(window)
    assert office.directed == []
    card.field.clear()
    qtbot.keyClicks(card.field, "584.5")
    assert "no answer" not in card.reason.text()
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    idle(window)
    assert [a.number for a in office.directed[-1].answers] == ["584.5"]
