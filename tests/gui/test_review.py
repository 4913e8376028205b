"""The review of a file that asks: names, figures, passwords; corrections by pointing; keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from desktop.figures.directions import LEAVE_OUT, CellAnswer, ColumnRole
from desktop.gui import fonts
from desktop.gui.memory import Memory
from desktop.gui.review.addresses import address
from desktop.gui.review.drawing import ASKED, CHANGED
from desktop.gui.review.drawing import NEW as FRESH
from desktop.gui.review.files import FileState
from desktop.gui.review.page import ReviewPage
from desktop.gui.review.sheet_model import place_at
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from tests.gui.example_office import ExampleOffice
from tests.gui.example_review import DOUBTFUL, FOREIGN, LOCKED, NAME, PASSWORD, SHEET

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")
NEXT_YEAR = Path("/returns/exh1-2026.xlsx")


@pytest.fixture(scope="module")
def standing(qapp, tmp_path_factory):
    """Make the review page once, without its window, which takes longer than any test here."""
    fonts.install()
    memory = Memory(tmp_path_factory.mktemp("review") / "window.ini")
    session = Session(ExampleOffice, memory, "en", ThemeChoice.LIGHT)
    holder = QWidget()
    made = ReviewPage(session)
    made.setParent(holder)
    made.tools.setParent(holder)
    session.theme.dress(made)
    holder.resize(1240, 800)
    made.resize(1240, 800)
    holder.show()
    yield made
    session.close()
    holder.close()
    holder.deleteLater()


@pytest.fixture
def page(standing, office):
    """Give the page with an office of the test's own behind it."""
    standing._session._office = office
    standing.parentWidget().activateWindow()
    yield standing
    standing.show_previews(())


@pytest.fixture
def settled(qtbot, page):
    """Wait until the page has no job under way, and is drawn."""
    session = page._session
    return lambda: qtbot.waitUntil(
        lambda: not session.jobs.busy and not session.theme.dressing.busy
    )


@pytest.fixture
def read(page, office, settled):
    def files(*paths):
        page.show_previews(office.preview(paths))
        settled()
        return page

    return files


@pytest.fixture
def doubtful(read):
    return read(DOUBTFUL)


def press(qtbot, widget, *keys):
    for key in keys:
        modifier, letter = key if isinstance(key, tuple) else (Qt.KeyboardModifier.NoModifier, key)
        qtbot.keyClick(widget, letter, modifier)


# Decisions -------------------------------------------------------------------------------------


def test_a_needed_name_comes_first_and_holds_the_file_back(doubtful, office):
    card = doubtful.decisions
    assert card.isVisible()
    assert card.aside.text() == "1 of 2 · 1 needed"
    assert card.asked.text() == f"What does this sender mean by “{NAME.about}”?"
    assert doubtful.tools.write.text() == "Decide first"
    doubtful.accept()
    assert office.accepted == []


def test_a_name_is_searched_and_answered_from_the_keyboard(doubtful, office, qtbot, settled):
    card = doubtful.decisions
    qtbot.keyClicks(card.field, "san pham hoa")
    assert len(card.choices.grid.rows) == 2  # the names are those of the window's language
    card.field.clear()
    qtbot.keyClicks(card.field, "coffee")
    assert card.choices.grid.rows[0][0].text == "Coffee"
    press(qtbot, card.field, Qt.Key.Key_Return)
    settled()
    assert [(d.label, d.code) for d in office.kept_names][-1] == (NAME.about, "COFFEE")
    assert card.aside.text() == "1 of 1"
    assert doubtful.names.aside == "41 matched · 1 remembered"
    assert doubtful.tools.write.text() == "Will write 26 figures"


def test_a_new_item_and_leaving_out_are_answers_too(doubtful):
    values = [offer.value for offer in doubtful.decisions.offers]
    assert values[-2:] == [f"NEW:{NAME.about}", LEAVE_OUT]


def test_the_arrows_choose_among_the_answers_while_one_types(doubtful, qtbot):
    card = doubtful.decisions
    press(qtbot, card.field, Qt.Key.Key_Down)
    assert card.choices.currentIndex().row() == 1


def test_a_remembered_name_can_be_changed(doubtful, qtbot, settled, office):
    card = doubtful.decisions
    card.answer()
    settled()
    doubtful.names.table.selectRow(0)
    doubtful.names.change.click()
    assert card.question.about == NAME.about
    qtbot.keyClicks(card.field, "rice")
    card.answer()
    settled()
    assert office.kept_names[-1].code == "RICE"


def test_a_doubtful_figure_is_answered_beneath_its_cell(doubtful, office, settled):
    doubtful.recognised.show_cell(SHEET, "D14")
    answers = [b.text() for b in doubtful.recognised.story.answers if b.isVisible()]
    assert answers == ["Use 584", "Keep 58.4", "Leave it out"]
    doubtful.recognised.story.answers[0].click()
    settled()
    assert office.directed[-1].answers == (CellAnswer(SHEET, "D14", "584"),)


def test_n_and_p_go_from_question_to_question_and_show_their_cells(doubtful, qtbot):
    sheet = doubtful.recognised.sheet
    press(qtbot, sheet, Qt.Key.Key_N)
    assert doubtful.decisions.question.cell == "D14"
    assert address(place_at(sheet.currentIndex())) == "D14"
    press(qtbot, doubtful.decisions.field, (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F8))
    assert doubtful.decisions.question.cell == "B14"


def test_what_is_open_may_be_left_open(doubtful, office, qtbot):
    with qtbot.waitSignal(doubtful.accepted) as accepted:
        doubtful.decisions.leave.click()
    assert [p.path for p in accepted.args[0]] == [DOUBTFUL]


def test_a_locked_file_asks_for_its_password_and_says_when_it_is_wrong(read, qtbot, settled):
    review = read(LOCKED)
    field = review.decisions.field
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert review.state(review.previews[0]) is FileState.ASKS
    qtbot.keyClicks(field, "guess")
    press(qtbot, field, Qt.Key.Key_Return)
    settled()
    assert review.decisions.reason.text() == "The password given does not open it. Try again."
    qtbot.keyClicks(field, PASSWORD)
    press(qtbot, field, Qt.Key.Key_Return)
    settled()
    assert review.state(review.previews[0]) is not FileState.ASKS
    assert review.tools.write.isEnabled()


# Pointing --------------------------------------------------------------------------------------


def test_rows_that_are_no_data_are_pointed_out_and_that_is_undone(doubtful, office, qtbot, settled):
    sheet = doubtful.recognised.sheet
    doubtful.recognised.show_cell(SHEET, "D20")
    press(qtbot, sheet, Qt.Key.Key_X)
    settled()
    assert office.directed[-1].plans[0].left_out_rows == (20,)
    assert len(doubtful.previews[0].reading.rows) == 24
    assert sheet.shown.drawn.region((20, 4)).why == "pointed_out"
    assert doubtful.undo()
    settled()
    assert office.directed[-1].plans == ()
    assert len(doubtful.previews[0].reading.rows) == 26
    assert not doubtful.undo()


def test_corrections_made_in_haste_are_all_made(doubtful, office, qtbot, settled):
    for cell in ("D20", "D21"):
        doubtful.recognised.show_cell(SHEET, cell)
        press(qtbot, doubtful.recognised.sheet, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: len(doubtful.previews[0].reading.rows) == 22)
    settled()
    assert office.directed[-1].plans[0].left_out_rows == (20, 21)


def test_a_heading_is_pointed_out(doubtful, office, qtbot, settled):
    doubtful.recognised.show_cell(SHEET, "D6")
    press(qtbot, doubtful.recognised.sheet, Qt.Key.Key_H)
    settled()
    plan = office.directed[-1].plans[0]
    assert (plan.heading_first, plan.heading_last, plan.columns) == (6, 6, ())


def test_a_column_is_said_to_be_something_else_from_the_menu(doubtful, office, settled):
    doubtful.recognised.show_cell(SHEET, "J10")
    menu = doubtful.recognised.tools.menu(doubtful.recognised.sheet.chosen())
    entries = next(a.menu() for a in menu.actions() if a.menu())
    next(a for a in entries.actions() if a.text() == "Growth, to check by").trigger()
    settled()
    column = next(c for c in office.directed[-1].plans[0].columns if c.letter == "J")
    assert (column.role, column.why) == (ColumnRole.GROWTH, "")


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_the_table_is_another_provinces(doubtful, office, qtbot, settled):
    doubtful.recognised.show_cell(SHEET, "D10")
    press(qtbot, doubtful.recognised.sheet, Qt.Key.Key_T)
    dialog = doubtful.findChild(object, "fields")
    dialog.boxes["area"].setEditText("Đà Nẵng")
    dialog.boxes["month"].setEditText("7/2025")
    dialog.keep.click()
    settled()
    plan = office.directed[-1].plans[0]
    assert (plan.area, plan.month) == ("Đà Nẵng", "2025-07")


def test_the_menu_key_opens_the_menu_and_all_is_as_recognised_again(doubtful, qtbot, settled):
    doubtful.recognised.show_cell(SHEET, "D20")
    press(qtbot, doubtful.recognised.sheet, Qt.Key.Key_X)
    settled()
    menu = doubtful.recognised.tools.menu(doubtful.recognised.sheet.chosen())
    next(a for a in menu.actions() if a.text() == "As recognised").trigger()
    settled()
    assert doubtful.previews[0].directions.plans == ()


# A layout never seen ---------------------------------------------------------------------------


def test_a_foreign_file_is_read_as_proposed_kept_and_the_next_needs_no_click(
    read, office, qtbot, settled
):
    review = read(FOREIGN)
    banner = review.recognised.banner
    assert banner.isVisible()
    assert not banner.read.isEnabled()
    assert review.recognised.sheet.shown.drawn.region((5, 2)).kind == "value"
    qtbot.keyClicks(banner.whose, "US Census")
    banner.area.setEditText("Hoa Kỳ")
    banner.area.setCurrentIndex(banner.area.findData("US"))
    banner.read.click()
    settled()
    reading = review.previews[0].reading
    assert (reading.sender, len(reading.rows)) == ("US Census", 6)
    assert {r.province for r in reading.rows} == {"US"}
    assert banner.keep.isVisible()
    banner.keep.click()
    settled()
    kept = office.kept_layouts[-1]
    assert (kept.sender, kept.name, len(kept.plans)) == ("US Census", "U.S. International Trade", 1)
    assert not banner.isVisible()
    again = read(NEXT_YEAR)
    assert not again.recognised.banner.isVisible()
    assert not again.decisions.isVisible()
    assert again.tools.write.text() == "Will write 6 figures"


# Several files ---------------------------------------------------------------------------------


def test_files_without_questions_are_written_and_the_rest_stays(read, office, qtbot, settled):
    review = read(JULY, DOUBTFUL)
    with qtbot.waitSignal(review.accepted) as accepted:
        review.accept()
    assert review.keep_rest(office.accept(accepted.args[0]))
    settled()
    assert [p.path for p in office.accepted] == [JULY]
    assert [p.path for p in review.previews] == [DOUBTFUL]


def test_a_file_is_decided_later(read, qtbot):
    review = read(JULY, Path("/returns/b.xlsx"))
    assert review.tools.write.text() == "Will write 52 figures"
    review.files.setFocus()
    press(qtbot, review.files, (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D))
    assert review.state(review.previews[0]) is FileState.LATER
    assert review.tools.write.text() == "Will write 26 figures"
    assert review.chosen.path.name == "b.xlsx"


# Counts that filter, and keys ------------------------------------------------------------------


def test_the_chips_filter_the_marks_of_the_sheet_too(doubtful):
    sheet, chips = doubtful.recognised.sheet, doubtful.comparison.chips
    assert sheet.delegate.wanted == CHANGED
    assert sheet.shown.drawn.mark((9, 4), CHANGED)
    chips[FRESH].click()
    assert sheet.delegate.wanted == FRESH
    chips[ASKED].click()
    assert [row[0].text for row in doubtful.comparison.table.grid.rows] == ["B14", "D14"]
    doubtful.comparison.table.selectRow(1)
    assert address(place_at(sheet.currentIndex())) == "D14"


def test_the_largest_movements_against_both_bases(doubtful):
    movers = doubtful.movers
    assert [row[-1].text for row in movers.table.grid.rows] == ["+100.0"] * 3
    movers.base.choose("last_release")
    movers.base.chosen.emit("last_release")
    assert [row[-1].text for row in movers.table.grid.rows] == ["−9.1"] * 2


def test_labels_stay_in_sight_and_cover_no_chosen_cell(doubtful, qtbot):
    sheet = doubtful.recognised.sheet
    across = sheet.horizontalScrollBar()
    sheet.setFixedWidth(420)
    across.setValue(across.maximum())
    assert sheet.frozen.isVisible()
    sheet.show_place((9, 10))
    press(qtbot, sheet, *[Qt.Key.Key_Left] * 6)
    assert address(place_at(sheet.currentIndex())) in {"D9", "C9"}
    left = sheet.visualRect(sheet.currentIndex()).left()
    assert not sheet.frozen.isVisible() or left >= sheet.frozen.width()
    sheet.setMinimumWidth(0)
    sheet.setMaximumWidth(16777215)


@pytest.mark.parametrize("path", [DOUBTFUL, FOREIGN, LOCKED])
def test_every_control_of_the_review_has_a_name(read, path):
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox)
    nameless = [
        control
        for kind in kinds
        for control in read(path).findChildren(kind)
        if control.isVisible()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (control.accessibleName() or getattr(control, "text", str)())
        and not isinstance(control.parent(), QComboBox)
    ]
    assert nameless == []


def test_f6_goes_round_the_cards(doubtful, qtbot):
    sheet = doubtful.recognised.sheet
    round_trip = (
        doubtful.checks.table, doubtful.decisions.field, doubtful.comparison.table, sheet,
    )  # fmt: skip
    sheet.setFocus()
    for place in round_trip:
        press(qtbot, QApplication.focusWidget(), Qt.Key.Key_F6)
        assert QApplication.focusWidget() is place
    press(qtbot, sheet, (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F6))
    assert QApplication.focusWidget() is doubtful.comparison.table


def test_a_review_from_the_keyboard_alone(window, office, qtbot, idle):
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([DOUBTFUL, JULY])
    idle(window)
    review, control = window.pages.review, Qt.KeyboardModifier.ControlModifier
    press(qtbot, QApplication.focusWidget(), (control, Qt.Key.Key_Return))
    qtbot.waitUntil(lambda: office.accepted != [])
    idle(window)
    assert window.page == "review"
    press(qtbot, review.recognised.sheet, Qt.Key.Key_X)
    idle(window)
    window.actions_["undo"].trigger()
    idle(window)
    assert not any(r.withdrawn for r in office.returns())
    press(qtbot, review.recognised.sheet, Qt.Key.Key_N, Qt.Key.Key_P)
    focus = QApplication.focusWidget()
    qtbot.keyClicks(focus, "iron")
    press(qtbot, focus, Qt.Key.Key_Return)
    idle(window)
    with qtbot.waitSignal(window.importing.written):
        press(qtbot, QApplication.focusWidget(), (control, Qt.Key.Key_Return))
    assert [p.path for p in office.accepted] == [JULY, DOUBTFUL]
    idle(window)
    assert window.page == "overview"
