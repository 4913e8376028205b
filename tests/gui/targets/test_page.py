"""The page of targets on a real archive: typed, pasted, given out, undone, by form, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.figures.phasing import BY_SEASON, PathWish, Phasing
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.gui import dialogs
from desktop.gui.parts.cells import Cell, Grid
from desktop.gui.parts.text import plain
from desktop.gui.targets.form_dialog import FormDialog
from desktop.gui.targets.path_keeping import Kept
from desktop.gui.targets.standing_list import standing_grid
from desktop.gui.targets.tree_grid import TARGET
from tests.gui.targets.conftest import WHOLE

EN = language("en")
_GROUP = "MARD/AGRO_FORESTRY_FISHERY"

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own


def shown(page, name):
    """Give the texts of the row of a part."""
    rows = page.parts.view.grid.rows
    return next([cell.text for cell in cells] for cells in rows if cells[0].text == name)


def in_force(office):
    return {t.item: (t.measure.value, t.low) for t in office.targets()}


def test_an_archive_without_targets_says_what_to_do(real_office, page_of):
    page = page_of(real_office)
    assert page.nothing.isVisible()
    assert page.nothing.title.text() == "No target is set yet"
    assert [way.text() for way in page.nothing.ways] == ["Set the target…", "Read a form…"]


def test_the_target_of_the_newest_year_that_is_told_of_is_chosen_first(real_office, page_of):
    for year in (2024, 2025, 2026):
        real_office.set_target(replace(WHOLE, year=year))
    page = page_of(real_office)
    assert [p.target.year for p in page.standing] == [2024, 2025, 2026]
    assert page.chosen.target.year == 2025


def test_a_target_says_of_which_day_its_base_is(real_office, page_of):
    real_office.set_target(replace(WHOLE, base_as_of=date(2025, 1, 8)))
    page = page_of(real_office)
    (row,) = standing_grid(page.standing, EN).rows
    assert row[1].tip == "base as known on 8 Jan 2025"


def test_in_a_small_window_three_targets_are_seen_at_once(real_office, page_of):
    for year in (2024, 2025, 2026):
        real_office.set_target(replace(WHOLE, year=year))
    page = page_of(real_office)
    page.window().resize(1280, 690)
    page.settle()
    rows = [page.list.rowViewportPosition(n) + page.list.rowHeight(n) for n in range(3)]
    assert rows[-1] <= page.list.viewport().height()


def test_in_a_large_window_the_card_ends_beneath_the_last_target(real_office, page_of):
    for year in range(2021, 2027):
        real_office.set_target(replace(WHOLE, year=year))
    page = page_of(real_office)
    page.window().resize(1920, 1080)
    page.settle()
    spare = page.list.viewport().height() - page.list.verticalHeader().length()
    assert 0 <= spare < 12


def test_in_a_small_window_a_groups_target_is_read_whole_beside_chances(real_office, page_of):
    group = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 65e9, 65e9, item=_GROUP)
    for target in (replace(WHOLE, low=0.15, high=0.16), group):
        real_office.set_target(target)
    page = page_of(real_office, language="vi")
    page.window().resize(1280, 720)
    page.settle()
    name = page.list.grid.rows[1][0].text
    assert name == "Xuất khẩu · Nông, lâm, thủy sản · 2025"
    for word in ("Đúng tiến độ", "Chưa thể đánh giá"):
        judged = Cell(word), Cell("61% / 45%")
        rows = [(*cells[:4], *judged) for cells in page.list.grid.rows]
        table = Grid((*page.list.grid.columns[:5], "Khả năng"), rows, page.list.grid.words)
        page.list.show_grid(table, page.window().session.theme.colours)
        page.settle()
        for words in (0, 4):
            assert page.list.sizeHintForColumn(words) <= page.list.columnWidth(words)


def test_a_single_target_leaves_the_room_of_others_to_its_parts(real_office, page_of):
    real_office.set_target(WHOLE)
    page = page_of(real_office)
    page.window().resize(1280, 720)
    page.settle()
    alone = page.parts.height()
    for year in (2024, 2026):
        real_office.set_target(replace(WHOLE, year=year))
    page.refresh()
    page.settle()
    assert page.parts.height() == alone - 2 * page.list.rowHeight(0)


def test_the_chosen_target_stands_with_its_parts_and_remainder(page):
    assert [cell.text for cell in page.list.grid.rows[0]] == [
        "Exports · 2025", "+12%", "6.60", "49.1%", "Cannot say yet", "–",
    ]  # fmt: skip
    assert shown(page, "Electronics")[1:4] == ["4.80", "40.0%", ""]
    assert shown(page, "Not given out")[4] == "13.44"
    assert "Not given out: 13.44 bn USD" in page.parts.note.text()


def test_a_typed_percentage_is_growth_and_a_bare_number_a_value(page, real_office):
    model = page.parts.view.model()
    assert model.setData(model.index(1, TARGET), "25%")
    page.settle()
    assert in_force(real_office)["ELEC"] == ("growth", 0.25)
    assert shown(page, "Electronics")[3:7] == ["+25%", "6.00", "+25.0%", "+10.0"]
    model.setData(model.index(2, TARGET), "2.5")
    page.settle()
    assert in_force(real_office)["COFFEE"] == ("value", 2.5e9)
    assert shown(page, "Not given out")[4] == "4.94"


def test_the_last_change_is_undone_and_done_again(page, real_office):
    model = page.parts.view.model()
    model.setData(model.index(1, TARGET), "6")
    page.settle()
    model.setData(model.index(1, TARGET), "7")
    page.settle()
    assert in_force(real_office)["ELEC"] == ("value", 7e9)
    page.undo()
    page.settle()
    assert in_force(real_office)["ELEC"] == ("value", 6e9)
    page.undo()
    page.settle()
    assert "ELEC" not in in_force(real_office)
    page.redo()
    page.settle()
    assert in_force(real_office)["ELEC"] == ("value", 6e9)
    assert page.tools.undo.isEnabled()


def test_a_path_chosen_after_a_target_is_the_first_to_be_undone(page, real_office):
    model = page.parts.view.model()
    model.setData(model.index(1, TARGET), "6")
    page.settle()
    scope, linear = WHOLE.scope, PathWish(Phasing.LINEAR)
    page.window().pages.path_keeping.choose(Kept(scope, WHOLE.start, 12, BY_SEASON, linear), None)
    page.settle()
    assert real_office.path_wish(scope, WHOLE.start) == linear
    page.tools.undo.click()
    page.settle()
    assert real_office.path_wish(scope, WHOLE.start) == BY_SEASON
    assert in_force(real_office)["ELEC"] == ("value", 6e9)
    page.tools.redo.click()
    page.settle()
    assert real_office.path_wish(scope, WHOLE.start) == linear


def test_delete_takes_a_target_back(page, real_office, qtbot):
    view = page.parts.view
    view.model().setData(view.model().index(1, TARGET), "6")
    page.settle()
    view.setCurrentIndex(view.model().index(1, TARGET))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    page.settle()
    assert "ELEC" not in in_force(real_office)


def test_what_is_no_amount_is_said_and_changes_nothing(page, real_office, qtbot):
    model = page.parts.view.model()
    with qtbot.waitSignal(page.said) as said:
        model.setData(model.index(1, TARGET), "much")
    assert "much" in said.args[0].sentence
    assert set(in_force(real_office)) == {"TOTAL"}


def test_pasted_lines_go_to_the_parts_they_name(page, real_office, qtbot):
    lines = "Item\tbn USD\nCoffee\t2,5\nELEC\t25%\n"
    QGuiApplication.clipboard().setText(lines)
    qtbot.keyClick(page.parts.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    assert in_force(real_office)["COFFEE"] == ("value", 2.5e9)
    assert in_force(real_office)["ELEC"] == ("growth", 0.25)
    page.undo()
    page.settle()
    assert set(in_force(real_office)) == {"TOTAL"}


def test_a_name_that_no_part_bears_goes_to_no_other_part(page, real_office, qtbot):
    told = []
    page.said.connect(lambda message: told.append(message.sentence))
    QGuiApplication.clipboard().setText("1\tCà phê\t2,5\n2\tHàng mã\t30\n")
    qtbot.keyClick(page.parts.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    assert in_force(real_office).keys() == {"TOTAL", "COFFEE"}
    assert told[-1].endswith("Hàng mã.")
    QGuiApplication.clipboard().setText("48,5 tỷ")
    qtbot.keyClick(page.parts.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told[-1] == "What was pasted holds no amount."


def test_pasted_numbers_without_names_go_down_from_the_row_chosen(page, real_office, qtbot):
    page.parts.view.setCurrentIndex(page.parts.view.model().index(2, TARGET))
    QGuiApplication.clipboard().setText("2.5\n1.5\n")
    qtbot.keyClick(page.parts.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    kept = in_force(real_office)
    assert (kept["COFFEE"], kept["SEAFOOD"]) == (("value", 2.5e9), ("value", 1.5e9))


@pytest.mark.parametrize(("language", "number"), [("en", "13.44"), ("vi", "13,44")])
def test_copied_numbers_are_numbers_of_the_language(real_office, page_of, qtbot, language, number):
    real_office.set_target(WHOLE)
    page = page_of(real_office, language=language)
    page.parts.view.selectRow(0)
    qtbot.keyClick(page.parts.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    _, copied = QGuiApplication.clipboard().text().splitlines()
    assert copied.split("\t")[3:5] == ["12%", number]


def test_what_is_left_is_given_out(page, real_office):
    page.parts.allocate.click()
    page.settle()
    kept = in_force(real_office)
    assert kept["ELEC"] == ("value", 5_376e6)
    assert shown(page, "Not given out")[4] == "4.03"
    assert not page.parts.allocate.isEnabled()
    page.undo()
    page.settle()
    assert set(in_force(real_office)) == {"TOTAL"}


def test_giving_out_too_much_is_told(page):
    model = page.parts.view.model()
    model.setData(model.index(1, TARGET), "15")
    page.settle()
    assert shown(page, "Given out beyond the whole")[4] == "−1.56"
    assert page.parts.note.text().startswith("▲")


def test_what_looks_like_a_slip_is_asked_about_before_it_is_set(page, real_office, qtbot):
    model = page.parts.view.model()
    with qtbot.waitSignal(page.changing.said) as said:
        model.setData(model.index(1, TARGET), "1200%")
    (message,) = said.args
    assert "Exports · Electronics: growth of 1,200.0% on the year before" in message.sentence
    page.settle()
    assert "ELEC" not in in_force(real_office)
    assert message.button == "It is meant so"
    message.pressed()
    page.settle()
    assert in_force(real_office)["ELEC"] == ("growth", 12.0)


def test_a_document_of_a_day_to_come_is_told_and_not_in_force(page, qtbot):
    later = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.15, document="NQ 09",
                   issued_on=date(2025, 12, 1))  # fmt: skip
    with qtbot.waitSignal(page.changing.said) as said:
        page.changing.put(later)
    page.settle()
    assert "a day to come, 2025-12-01" in said.args[0].sentence
    assert [p.target.low for p in page.standing] == [0.12]


def test_the_form_is_written_changed_and_read_back(page, real_office, tmp_path, monkeypatch, qtbot):
    form = tmp_path / "form.xlsx"
    monkeypatch.setattr(dialogs, "form_to_write", lambda *_: form)
    monkeypatch.setattr(dialogs, "form_to_read", lambda *_: form)
    with qtbot.waitSignal(page.changing.said):
        page.ask_to_write_form()
    book = openpyxl.load_workbook(form)
    sheet = book.active
    heads = {cell.value: cell.column for cell in sheet[4]}
    sheet.cell(6, heads["Target, lower end"]).value = 6
    book.save(form)
    with qtbot.waitSignal(page.changing.previewed, timeout=20_000):
        page.ask_for_form()
    dialog = page.findChild(object, "target-form")
    assert dialog.take.isEnabled()
    qtbot.keyClick(dialog.changes, Qt.Key.Key_Return)
    page.settle()
    assert in_force(real_office)["ELEC"] == ("value", 6e9)


def test_everything_that_can_be_reached_has_a_name(page):
    for part in (page.list, page.parts.view, page.path_panel.chart, page.path_panel.versions):
        assert part.accessibleName()
    for part in (page.parts.choice, page.parts.allocate, page.tools.undo, page.tools.read):
        assert part.accessibleName() or part.text()
    assert page.parts.view.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_changes_its_language(real_office, page_of, language):
    real_office.set_target(WHOLE)
    page = page_of(real_office, language=language)
    title = {"vi": "Các phần của mục tiêu", "en": "Parts of the target"}[language]
    assert page.parts.title.text() == title


def test_a_target_set_by_its_dialog_supersedes_and_is_undone_by_key(page, real_office, qtbot):
    window = page.window()
    window.ask_for_target()
    dialog = window.findChild(QWidget, "target")
    dialog.amount.setText("14")
    dialog.issued.setText("no day")
    dialog.keep.click()
    assert dialog.isVisible()
    dialog.issued.setText("")
    dialog.keep.click()
    page.settle()
    assert [(t.low, t.issued_on) for t in real_office.targets()] == [
        (0.12, date(2025, 1, 8)), (0.14, date(2025, 7, 12)),
    ]  # fmt: skip
    window.actions_["undo"].trigger()
    page.settle()
    assert [t.low for t in real_office.targets()] == [0.12]
    window.actions_["redo"].trigger()
    page.settle()
    assert [t.low for t in real_office.targets()] == [0.12, 0.14]


def test_a_surplus_is_set_by_the_dialog(page, real_office):
    window = page.window()
    window.ask_for_target()
    dialog = window.findChild(QWidget, "target")
    dialog.measure.choose("surplus")
    dialog._adapt()
    dialog.amount.setText("30")
    dialog.issued.setText("12/08/2025")
    dialog.keep.click()
    page.settle()
    surplus = real_office.targets()[-1]
    assert (surplus.flow, surplus.low, surplus.issued_on) == (
        Flow.BALANCE, 30e9, date(2025, 8, 12),
    )  # fmt: skip


def test_the_target_of_what_every_page_is_narrowed_to_is_chosen(real_office, page_of):
    real_office.set_target(WHOLE)
    real_office.set_target(replace(WHOLE, item="COFFEE", low=0.2, high=0.2))
    page = page_of(real_office)
    session = page.window().session
    session.focus_on(item="COFFEE")
    page.settle()
    assert page.chosen.target.item == "COFFEE"
    session.focus_on(item="SEAFOOD")  # none is set for it
    page.settle()
    assert page.chosen.target.item == "COFFEE"
    assert page.window().focus_bar.isVisible()


def test_a_form_dropped_on_any_page_is_shown_before_anything_changes(page, tmp_path, qtbot):
    window = page.window()
    form = tmp_path / "form.xlsx"
    page.changing.write_form(form, page.parts.split, 2025)
    page.settle()
    window.show_page("overview")
    with qtbot.waitSignal(page.changing.previewed):
        window.taking_in.take([form])
    page.settle()
    assert window.page == "targets"
    dialog = page.findChild(FormDialog)
    assert dialog.isVisible()
    assert dialog.take.isHidden()  # the form as it was written changes nothing
    assert "Close" in [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()]


def test_each_month_of_a_targets_chart_names_status_and_release(page):
    told = [plain(line) for line in page.path_panel.plot.told(0)]
    assert any("Figures: latest release" in line and "preliminary" in line for line in told)
