"""How a table shares its room, and that it does so in the style that it is shown in."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QVBoxLayout

from desktop.gui.fonts import font
from desktop.gui.memory import Memory
from desktop.gui.parts.grid import Cell, Grid, GridView
from desktop.gui.parts.sharing import on_lines, shared_out
from desktop.gui.parts.table_pane import LowTable
from desktop.gui.parts.whole import told
from desktop.gui.parts.widths import KEPT
from desktop.gui.review.files import two_lines
from desktop.gui.tokens import LIGHT, VERDICTS, Tone

WIDTHS = st.dictionaries(st.integers(0, 6), st.integers(24, 900), min_size=1)


@given(WIDTHS, st.frozensets(st.integers(0, 6)), st.integers(0, 6), st.integers(100, 2000))
def test_numbers_are_never_cut_and_words_keep_their_least(wanted, words, stretch, room):
    shared = shared_out(wanted, words, stretch, room)
    assert shared.keys() == wanted.keys()
    for column, width in shared.items():
        if column == stretch:
            assert width >= min(76 if column else 112, wanted[column])
        elif column in words:
            assert min(wanted[column], 150) <= width <= wanted[column]
        else:
            assert width == wanted[column]
    others = sum(width for column, width in shared.items() if column != stretch)
    given_away = any(shared[c] < wanted[c] for c in wanted if c != stretch)
    assert not given_away or shared[stretch] <= max(wanted[stretch], 112)
    least = min(76 if stretch else 112, wanted.get(stretch, 0))  # years need no more than theirs
    if stretch in shared and room - others >= least:
        assert shared[stretch] == room - others
    elif stretch in shared:  # the table scrolls: its names may as well be whole
        assert shared[stretch] == max(least, min(wanted[stretch], 200))


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_a_table_filled_before_its_dialog_is_dressed_cuts_no_number(qtbot, window):
    dialog = QDialog(window)
    table = GridView(28)
    QVBoxLayout(dialog).addWidget(table)
    row = (Cell("Các Tiểu vương quốc Ả Rập Thống nhất"), Cell("39.703,0"), Cell("6 tháng 2025"))
    table.show_grid(Grid(("Mặt hàng", "Hiện tại", "Kỳ"), (row,) * 3), LIGHT)
    window.session.theme.dress(dialog)
    dialog.resize(700, 300)
    dialog.show()
    for column in (1, 2):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
        assert table.columnWidth(column) >= table.horizontalHeader().sectionSizeHint(column)
    dialog.close()


@given(st.text("ab -_().5", min_size=1, max_size=60), st.integers(40, 200))
def test_a_name_in_two_lines_keeps_its_beginning_and_its_end(qapp, text, width):
    metrics = QFontMetrics(font(12))
    lines = two_lines(text, metrics, width)
    assert 1 <= len(lines) <= 2
    assert text.startswith(lines[0])
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    if "…" not in lines[-1]:
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_width_that_was_chosen_stays_and_is_remembered(qtbot, tmp_path):
    memory = Memory(tmp_path / "w.ini")
    KEPT.keep_in(memory)
    try:
        rows = tuple((Cell(f"name {n}"), Cell("1.0"), Cell("2.0")) for n in range(3))
        grid = Grid(("Name", "One", "Two"), rows)
        view = GridView(24)
        qtbot.addWidget(view)
        view.resize(500, 200)
        view.show_grid(grid, LIGHT)
        view.show()
        view.choose_width(1, 133)
        view.resize(620, 200)
        assert view.columnWidth(1) == 133
        KEPT.keep_in(Memory(tmp_path / "w.ini"))
        again = GridView(24)
        qtbot.addWidget(again)
        again.resize(500, 200)
        again.show_grid(grid, LIGHT)
        again.show()
        assert again.columnWidth(1) == 133
        kept = next(key for key in memory._settings.allKeys() if "column" in key)
        memory.remember(kept, "{x")
        KEPT.keep_in(memory)
        assert KEPT.of(("Name", "One", "Two")) == {}
    finally:
        KEPT.keep_in(Memory(tmp_path / "none.ini"))


def test_a_table_seen_before_it_wears_its_style_is_measured_again(qtbot):
    view = GridView(24)
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show_grid(Grid(("Name", "Median"), ((Cell("a"), Cell("455.9–483.4")),)), LIGHT)
    view.show()
    before = view.columnWidth(1)
    view.setStyleSheet("QTableView::item { padding: 0 30px; }")
    qtbot.waitUntil(lambda: view.columnWidth(1) > before + 30)


@given(rows=st.integers(0, 60), high=st.integers(60, 500), row_height=st.sampled_from((24, 26, 32)))
def test_no_row_is_cut_at_the_foot_of_a_table(qapp, rows, high, row_height):
    view = GridView(row_height)
    view.resize(300, high)
    view.show_grid(Grid(("Name", "One"), ((Cell("name"), Cell("1.0")),) * rows), LIGHT)
    view.show()
    room, bar = view.viewport().height(), view.verticalScrollBar()
    row = view.rowHeight(0)
    if rows * row_height > room >= 3 * row_height:
        assert row_height * 0.9 <= row <= row_height * 1.25
        assert room % row == 0 or room >= rows * row
        assert bar.maximum() == max(0, rows * row - room)
        assert high - room - view.horizontalHeader().height() <= room // row + 2  # nor left blank
        view.scrollToBottom()
        assert view.rowViewportPosition(rows - 1) + row == min(room, rows * row)
    elif rows:
        assert row == row_height or room < 3 * row_height
    view.close()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_a_column_holds_its_widest_text_though_few_cells_are_asked(qtbot, monkeypatch):
    table, asked = GridView(28), []
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    size_of = table.sizeHintForIndex
    monkeypatch.setattr(table, "sizeHintForIndex", lambda i: asked.append(i) or size_of(i))
    names = ["iiiiiiiiiiiiii", "WWWWWWWWWW", "Dầu thô", "", "Than đá"]
    rows = tuple((Cell(name), Cell(f"{n * 1000}"), Cell("6/2025")) for n, name in enumerate(names))
    table.show_grid(Grid(("Mặt hàng", "Trị giá", "Kỳ"), rows * 9), LIGHT, stretch=1)
    for column in range(3):
        cells = [table.model().index(n, column) for n in range(len(names))]
        widest = max(size_of(cell).width() for cell in cells)
        assert table.sizeHintForColumn(column) == widest
    assert len(asked) <= 12


def test_a_table_without_rows_asks_for_its_headings_alone(qtbot):
    table = GridView(28)
    qtbot.addWidget(table)
    table.show_grid(Grid(("Mặt hàng", "Trị giá"), ()), LIGHT)
    assert table.sizeHintForColumn(0) <= table.horizontalHeader().sectionSizeHint(0)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_a_table_ends_with_a_whole_row_when_it_no_longer_scrolls_sideways(qtbot):
    table = GridView(28)
    qtbot.addWidget(table)
    table.resize(400, 317)
    table.show()
    long, short = "Hàng hóa khác · khu vực FDI " * 9, "Dầu thô"
    for name in (long, short):
        row = (Cell(name), Cell("T12/2024"), Cell("117.682"))
        table.show_grid(Grid(("Số liệu", "Kỳ", "Mới"), (row,) * 60), LIGHT, stretch=9)
        if name is long:
            qtbot.waitUntil(table.horizontalScrollBar().isVisible)
            table.horizontalHeader().blockSignals(True)  # it hears of the next change too late
    table.horizontalHeader().blockSignals(False)
    table.updateGeometries()
    assert not table.horizontalScrollBar().isVisible()
    assert table.viewport().height() % table.rowHeight(0) == 0


def test_a_low_table_asks_for_the_rows_that_are_wished_for_and_no_more(qtbot):
    table = LowTable()
    qtbot.addWidget(table)
    table.show_grid(Grid(("Target", "Chance"), ((Cell("Exports"), Cell("92%")),) * 4), LIGHT)
    low = table.sizeHint().height()
    table.wish_for(6)
    assert table.sizeHint().height() == low + 2 * table.verticalHeader().defaultSectionSize()
    table.wish_for(2)
    assert table.sizeHint().height() == low


def test_a_table_that_changes_its_size_asks_no_cell_again(qtbot, monkeypatch):
    view, asked = GridView(24, dense=True), []
    qtbot.addWidget(view)
    row = (Cell("Các Tiểu vương quốc"), Cell("70.914"), Cell("55.116"), Cell("+3.4"))
    view.show_grid(Grid(HEADS, (row,) * 3), LIGHT)
    view.show()
    size_of = view.sizeHintForIndex
    monkeypatch.setattr(view, "sizeHintForIndex", lambda i: asked.append(i) or size_of(i))
    for wide in (700, 400, 300, 200):
        view.resize(wide, 300)
    assert not asked
    view.show_grid(Grid(HEADS, ((Cell("Hoa Kỳ"), *row[1:]),)), LIGHT)
    assert [index.column() for index in asked] == [0, 1, 2, 3]
    assert view.columnWidth(0) >= view.sizeHintForColumn(0) > 0


HEADS = ("Market", "bn USD", "A year before", "Change of share, points")


def test_headings_take_more_lines_before_a_table_scrolls_sideways(qtbot):
    view = GridView(24, dense=True)
    qtbot.addWidget(view)
    row = (Cell("Các Tiểu vương quốc"), Cell("70.914"), Cell("55.116"), Cell("+3.4"))
    view.show_grid(Grid(HEADS, (row,) * 3), LIGHT)
    view.show()
    seen = []
    for wide in range(700, 150, -5):
        view.resize(wide, 300)
        shown = [view.model().headerData(n, Qt.Orientation.Horizontal) for n in range(len(HEADS))]
        assert [" ".join(head.split("\n")) for head in shown] == [*HEADS]
        lines = 1 + max(head.count("\n") for head in shown)
        needed = sum(view.columnWidth(column) for column in range(len(HEADS)))
        seen.append((lines, needed > view.viewport().width()))
    steps = [step for step, _ in groupby(seen)]
    assert steps == [(1, False), (2, False), (3, False), (2, True)]


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=6), st.integers(1, 3))
def test_a_heading_on_lines_says_the_same_and_is_never_wider(words, most):
    head = " ".join(words)
    lines = on_lines(head, most, len).split("\n")
    assert " ".join(lines) == head
    assert len(lines) <= most
    assert max(map(len, lines)) >= max(map(len, words))


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
@pytest.mark.parametrize("dense", [True, False])
def test_the_cell_that_has_the_keyboard_is_framed_and_of_the_colour_of_its_row(
    window, qtbot, dense
):  # fmt: skip
    view = GridView(30, dense=dense)
    qtbot.addWidget(view)
    window.session.theme.dress(view)
    view.resize(500, 200)
    view.show_grid(Grid(("Name", "One"), ((Cell("a"), Cell("1.0")),) * 3), LIGHT)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(view.model().index(1, 0))
    cell = view.viewport().grab(view.visualRect(view.currentIndex())).toImage()
    middle, high = cell.width() // 2, cell.height()  # beside the words
    assert len({cell.pixel(middle, y) for y in range(2, high - 3)}) == 1
    assert cell.pixelColor(middle, 0) == QColor(LIGHT.primary)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_a_chosen_row_keeps_the_colour_of_a_verdict_and_reads_plain_else(window, qtbot):
    view = GridView(30)
    qtbot.addWidget(view)
    window.session.theme.dress(view)
    view.resize(500, 200)
    row = tuple(Cell("██", tone=tone) for tone in (Tone.PLAIN, Tone.MUTED, Tone.BAD))
    view.show_grid(Grid(("Name", "Quiet", "Verdict"), (row, row)), LIGHT)
    view.show()
    view.selectRow(0)

    def inks(at):
        shown = (view.visualRect(view.model().index(at, column)) for column in range(3))
        images = [view.viewport().grab(rect).toImage() for rect in shown]
        pixels = [
            {i.pixelColor(x, i.height() // 2).name() for x in range(i.width())} for i in images
        ]
        tones = (*VERDICTS, Tone.MUTED, Tone.PLAIN)
        return [next(tone for tone in tones if LIGHT.of(tone) in p) for p in pixels]

    assert inks(0) == [Tone.PLAIN, Tone.PLAIN, Tone.BAD]
    assert inks(1) == [Tone.PLAIN, Tone.MUTED, Tone.BAD]


def test_a_name_of_trade_is_shortened_before_it_is_cut_and_told_whole(qtbot):
    emirates, vehicles = "Các Tiểu vương quốc Ả Rập Thống nhất", "Phương tiện vận tải"
    table = GridView(24)
    qtbot.addWidget(table)
    table.resize(200, 200)
    rows = [(Cell(name), Cell("2,863")) for name in (emirates, vehicles)]
    table.show_grid(Grid(("Thị trường", "tỷ USD"), rows, of_trade=True), LIGHT)
    table.show()
    assert table.columnWidth(0) < table.sizeHintForColumn(0)
    index = table.model().index(0, 0)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    delegate = table.itemDelegateForIndex(index)
    assert emirates in told(delegate, option, index)
    delegate.initStyleOption(option, index)
    assert option.text == "UAE"
    table.show_grid(Grid(("Tệp", "tỷ USD"), rows), LIGHT)  # a file's name is nobody's to shorten
    table.itemDelegateForIndex(index).initStyleOption(option, index)
    assert option.text == emirates


def test_a_row_that_is_chosen_while_ctrl_is_held_is_chosen_alone(qtbot):
    table = GridView(24)
    qtbot.addWidget(table)
    table.show_grid(Grid(("File",), [(Cell(name),) for name in "abc"]), LIGHT)
    with qtbot.waitExposed(table):
        table.show()
    qtbot.keyPress(table.windowHandle(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    try:
        table.selectRow(0)
        table.selectRow(1)  # as when a page fills again at Ctrl+Enter
        assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
        table.selectRow(1)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
        assert table.currentIndex().row() == 1
    finally:
        qtbot.keyRelease(table.windowHandle(), Qt.Key.Key_Control)
    table.selectRow(7)  # there is none: what was chosen stays
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
