"""The review fits a low window: its foot is in sight, and figures of its sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from desktop.figures import catalogue
from desktop.figures.comparison import Comparison, MovedFrom, Mover
from desktop.figures.reading import Check, RegionKind
from desktop.figures.series import Flow
from desktop.figures.wording import language
from desktop.gui.parts.layouts import Scrolling
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.review.assisted import NOTHING, AssistedBanner
from desktop.gui.review.findings import ChecksPane, checks_table
from desktop.gui.review.lines import Line, lines_table
from desktop.gui.review.movers import MoversPane
from desktop.gui.review.sheet_view import headed
from desktop.gui.review.words import kind_words
from desktop.gui.tokens import LIGHT
from tests.gui.example_keeping import figure
from tests.gui.example_review import DOUBTFUL
from tests.gui.test_submenus import entries_held

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")


@pytest.mark.parametrize("files", [[JULY], [DOUBTFUL, JULY]])
def test_a_low_window_shows_all_of_the_review_and_the_figures_of_its_sheet(
    window, qtbot, idle, files
):  # fmt: skip
    window.resize(1280, 676)  # 720 less a title bar and the system's own
    window.session.speak("vi")
    window.importing.preview(files)
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    page = window.pages
    assert window.rect().contains(QRect(page.mapTo(window, page.rect().topLeft()), page.size()))
    around = [s for s in window.findChildren(Scrolling) if s.isAncestorOf(page.review)]
    assert [s.verticalScrollBar().maximum() for s in around] == [0] * len(around)
    assert around
    sheet = window.pages.review.recognised.sheet
    _, first = headed(sheet.shown.drawn)
    figures = sheet.visualRect(sheet.shown.index_of((first, 1)))
    qtbot.waitUntil(lambda: sheet.viewport().rect().contains(figures.center()))


def test_another_sheet_begins_at_its_own_figures_not_where_the_last_was_left(window, qtbot, idle):
    window.resize(1280, 720)
    window.importing.preview([JULY])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    card = window.pages.review.recognised
    sheet, bar = card.sheet, card.sheet.verticalScrollBar()
    begun = bar.value()
    bar.setValue(bar.maximum())
    assert bar.value() > begun
    drawn = sheet.shown.drawn
    other = replace(drawn, seen=replace(drawn.seen, name="other"))
    sheet.show_sheet(other, window.session.language, window.session.theme.colours)
    qtbot.waitUntil(lambda: bar.value() == begun)


def test_another_import_begins_with_no_cell_chosen(window, qtbot, idle):
    window.importing.preview([JULY])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    card = window.pages.review.recognised
    card.show_cell(card.sheet_name, "D20")
    assert card.sheet.currentIndex().isValid()
    with qtbot.waitSignal(window.importing.read):
        window.importing.preview([JULY])
    window.pages.review.show_previews(window.pages.review.previews)
    idle(window)
    assert not card.sheet.currentIndex().isValid()
    assert "Choose a cell" in card.story.words.text()


def test_the_cell_that_was_pointed_at_stays_in_sight_beneath_the_banner(window, qtbot, idle):
    window.resize(1280, 720)
    window.importing.preview([JULY])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    sheet = window.pages.review.recognised.sheet
    last = sheet.indexAt(sheet.viewport().rect().bottomLeft() - QPoint(0, 30))
    sheet.setCurrentIndex(last)
    high = sheet.height()
    sheet.setFixedHeight(high - 90)
    qtbot.waitUntil(lambda: sheet.height() == high - 90)
    seen = sheet.visualRect(sheet.currentIndex())
    assert sheet.viewport().rect().contains(seen.center())


def test_the_legend_names_every_colour_beside_the_files_and_what_was_left_out(
    open_window, office, qtbot, idle
):
    window = open_window(office, language="vi", size=(1440, 900))
    window.importing.preview([JULY, JULY.with_name("other.xlsx")])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    card = window.pages.review.recognised
    kinds = (k for k in RegionKind if k is not RegionKind.LEFT_OUT)
    lang, colours = window.session.language, window.session.theme.colours
    card.legend.show_entries([Entry(kind_words(k, lang), Mark.BOX) for k in kinds][:5], colours)
    card.resize(card.width() - 1, card.height())
    qtbot.waitUntil(lambda: card.legend.width() >= card.legend.wanted_width - 14)


def test_where_room_is_short_a_check_tells_our_figure_as_a_tip():
    check = Check("item_sum", "export · TOTAL", "14. XK", "D9", 42, 48, agrees=False,
                  with_archive=False, unit="USD", basis="month", period_start=2025 * 12 + 5,
                  period_end=2025 * 12 + 5)  # fmt: skip
    wide, brief = (checks_table([check], language("en"), narrow=b, brief=b) for b in (False, True))
    assert [*brief.columns] == [c for c in wide.columns if c not in {"Ours", "Period"}]
    assert brief.rows[0][0].text.splitlines() == [
        "Exp. · Items add up to the total", "Jun 2025 · TOTAL",
    ]  # fmt: skip
    (row,) = brief.rows
    assert len(row) == len(brief.columns)
    assert all("Ours: " in row[place].tip for place in (0, -1))


@pytest.mark.parametrize("agrees", [True, False])
def test_our_figure_keeps_its_column_where_it_is_not_the_one_printed(qtbot, agrees):
    check = Check("item_sum", "export · TOTAL", "14. XK", "D9", 42, 48, agrees=agrees,
                  with_archive=False, unit="USD", basis="month", period_start=202506,
                  period_end=202506)  # fmt: skip
    pane = ChecksPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.draw([check], language("en"), LIGHT)
    columns = pane.table.model().columnCount()
    assert columns == (3 if agrees else 4)


def test_a_check_whose_name_says_what_is_held_against_what_does_not_name_the_row_again():
    check = Check("sector_sum", "export · TOTAL VALUE", "14", "D9", 1, 1, agrees=True,
                  with_archive=False, unit="USD", basis="month", period_start=202506,
                  period_end=202506)  # fmt: skip
    part = replace(check, code="members_sum", about="export · Seafood")
    names = [row[0].text for row in checks_table([check, part], language("en")).rows]
    assert names[0].endswith("Domestic + foreign-invested = total")
    assert names[1].endswith("· Seafood")


@pytest.mark.parametrize(("width", "two"), [(350, True), (450, False)])
def test_where_room_is_short_a_figure_has_its_period_under_its_name(width, two):
    lines = [Line(figure(1, "RICE")), Line(figure(2, "COFFEE"))]
    grid = lines_table(lines, language("en"), width)
    assert ("Period" in grid.columns) is not two
    names = [row[grid.columns.index("Figure")].text for row in grid.rows]
    assert [name.count("\n") for name in names] == [int(two)] * 2
    assert all(row[-1].text for row in grid.rows)


def test_movements_are_headed_by_what_they_are_held_against():
    line = Line(figure(1, "RICE"), 40, growth=0.05)
    grid = lines_table([line], language("en"), 350, dated=False, old="Last year")
    assert [*grid.columns] == ["Figure", "Last year", "New", "%"]


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_names_of_what_moved_most_are_read_whole_where_room_is_short(window, qtbot, code):
    items = "ELEC", "MACHINERY", "TOYS", "VEHICLES", "WOOD", "PLASTPROD", "WIRE"
    moved = tuple(Mover(figure(9_000, i), MovedFrom.LAST_YEAR, 7 * 10**12) for i in items)
    pane = MoversPane()
    qtbot.addWidget(pane)
    window.session.theme.dress(pane)
    pane.resize(340, 480)
    pane.show()
    pane.draw(Comparison(movers=moved), language(code), LIGHT)
    table, room = pane.table, pane.table.columnWidth(0) - 12
    wrap = Qt.TextFlag.TextWordWrap
    for number, row in enumerate(table.grid.rows):
        box = table.fontMetrics().boundingRect(0, 0, room, 999, wrap, row[0].text)
        assert box.width() <= room
        assert box.height() <= table.rowHeight(number)
        assert row[0].text.split(" · ")[1][0].isupper()
        assert catalogue.items(Flow.EXPORT).name(items[number], code) in row[0].tip


@pytest.mark.parametrize("code", ["vi", "en"])
def test_three_tabs_beside_the_sheet_are_read_whole(open_window, office, qtbot, idle, code):
    window = open_window(office, language=code, size=(1280, 690))
    window.importing.preview([DOUBTFUL, JULY])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    board = window.pages.review.board
    tabs = next(c.tabs for c in (board.against, board.beside) if board.movers in c.panes)
    seen = [n for n in range(tabs.count()) if tabs.isTabVisible(n)]
    assert len(seen) == 3
    narrow = [tabs.tabRect(n).width() for n in seen]
    words = [tabs.fontMetrics().horizontalAdvance(tabs.tabText(n)) for n in seen]
    assert all(wide >= word + 20 for wide, word in zip(narrow, words, strict=True))


def lines(label):
    return label.heightForWidth(label.width()) // label.fontMetrics().lineSpacing()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
@pytest.mark.parametrize("code", ["vi", "en"])
def test_what_is_said_of_a_taught_table_takes_a_line_and_its_answer_another(qtbot, code):
    banner = AssistedBanner()
    qtbot.addWidget(banner)
    banner.resize(530, 90)  # 554 in a window of 1280; undressed, its parts are narrower
    banner.dress(language(code))
    banner.offer_to_keep(language(code), "US Census", "US", 45)
    banner.show()
    banner.layout().activate()
    assert lines(banner.told) == 1
    middles = {part.geometry().center().y() for part in (banner.keep, banner.whose.parentWidget())}
    assert max(middles) - min(middles) <= 2
    banner.propose(language(code), "US Census", "US")
    banner.layout().activate()
    assert lines(banner.told) == 1


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
@pytest.mark.parametrize(("code", "name"), [("vi", "Cục Thống kê"), ("en", "Statistics office")])
def test_an_office_that_sent_a_table_is_named_and_told_by_its_code(qtbot, code, name):
    banner = AssistedBanner()
    qtbot.addWidget(banner)
    banner.dress(language(code))
    banner.offer_to_keep(language(code), "GSO", "", 4)
    assert banner.whose.text() == name
    with qtbot.waitSignal(banner.keep_asked) as kept:
        banner.keep.click()
    assert kept.args == ["GSO"]
    banner.put_back(NOTHING)
    banner.whose.setText("US Census")
    with qtbot.waitSignal(banner.keep_asked) as kept:
        banner.keep.click()
    assert kept.args == ["US Census"]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((10, 4, 10, 4), ("This row is not data", "This row is data after all")),
        ((10, 4, 12, 4), ("These rows are not data", "These rows are data after all")),
    ],
)
def test_the_menu_of_a_cell_says_that_its_whole_row_is_left_out(window, qtbot, idle, chosen, said):
    window.importing.preview([DOUBTFUL])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    menu = window.review.recognised.tools.menu(chosen)
    assert set(said) < {a.text().partition("\t")[0] for a in menu.actions()}
    held = entries_held()
    for _ in range(3):  # each right-click once left a menu and its submenu behind
        assert window.review.recognised.tools.menu(chosen).actions()[-1].text() == "As recognised"
    assert entries_held() == held


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_whose_trade_a_table_is_that_does_not_say_it_must_be_chosen(qtbot):
    banner = AssistedBanner()
    qtbot.addWidget(banner)
    banner.dress(language("en"))
    banner.propose(language("en"), "GSO", "")
    assert (banner.area.currentText(), banner.read.isEnabled()) == ("Viet Nam", True)
    banner.put_back(NOTHING)
    banner.propose(language("en"), "MOF", "UNKNOWN")
    assert (banner.area.currentText(), banner.read.isEnabled()) == ("", False)
    banner.area.setEditText("Jap")
    assert not banner.read.isEnabled()
    banner.area.setEditText("Japan")
    with qtbot.waitSignal(banner.read_asked) as asked:
        banner.read.click()
    assert asked.args[1] == "JP"
