"""The names of a table stay in sight while the rest is scrolled sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.gui.parts.grid import Cell, Grid, GridView
from desktop.gui.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # offscreen's own
LONG = "Các Tiểu vương quốc Ả Rập Thống nhất và các nước láng giềng"
NAMES = ("Hoa Kỳ", LONG, *(f"Market {n}" for n in range(40)))
HEADS = ("Market", *(f"Column {n}" for n in range(12)))


def told(table, at):
    """Rest the pointer there, and read the tip."""
    QToolTip.hideText()
    place = table.viewport().mapToGlobal(at)
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, place))
    return QToolTip.text()


@pytest.fixture
def table(qtbot):
    """Give a table that is far too wide for its room."""
    view = GridView(24, dense=True)
    qtbot.addWidget(view)
    view.resize(400, 260)
    rows = tuple(
        (Cell(name), *(Cell(f"{n},{c}00") for c in range(12))) for n, name in enumerate(NAMES)
    )
    view.show_grid(Grid(HEADS, rows), LIGHT)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_name_looks_the_same_wherever_the_rest_is_scrolled_to(table):
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 0
    short = QPoint(0, table.rowViewportPosition(0)), QPoint(60, 22)

    def seen(widget):
        box = widget.grab().toImage()
        return box.copy(short[0].x(), short[0].y(), short[1].x(), short[1].y())

    names, heads = table.viewport(), table.horizontalHeader().viewport()
    before = seen(names), seen(heads)
    for value in (1, 40, 111, bar.maximum()):
        bar.setValue(value)
        assert (seen(names), seen(heads)) == before
        assert 0 < table.kept <= table.viewport().width() / 2
    bar.setValue(0)
    assert (seen(names), seen(heads), table.kept) == (*before, 0)


def test_pointing_at_a_name_that_stays_means_its_row_and_scrolls_nothing(table):
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    at = QPoint(10, table.rowViewportPosition(3) + 5)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    chosen = table.currentIndex()
    assert (chosen.row(), chosen.column()) == (3, 0)
    assert bar.value() == bar.maximum()
    assert table.visualRect(chosen).contains(at)
    said = QAccessible.queryAccessibleInterface(table)
    place = table.viewport().mapToGlobal(at)
    assert said.childAt(place.x(), place.y()).text(QAccessible.Text.Name) == f"Market: {NAMES[3]}"


def test_by_keys_every_cell_comes_out_from_beneath_the_names(table):
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    for key, columns in ((Qt.Key.Key_Right, range(1, 13)), (Qt.Key.Key_Left, range(11, -1, -1))):
        for column in columns:
            QTest.keyClick(table, key)
            assert table.currentIndex().column() == column
            box = table.visualRect(table.currentIndex())
            assert box.left() >= (table.kept if column else 0)
            assert box.right() < table.viewport().width()
    assert table.horizontalScrollBar().value() == 0
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.kept
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert (table.currentIndex().column(), table.horizontalScrollBar().value()) == (0, 0)


def test_a_name_that_is_cut_is_told_whole_and_others_need_no_tip(table):
    table.horizontalScrollBar().setValue(100)
    middle = [QPoint(20, table.rowViewportPosition(row) + 12) for row in (0, 1)]
    assert [told(table, at) for at in middle] == ["", LONG]


def test_a_cut_text_stands_before_what_its_tip_says_and_once(qtbot):
    view = GridView(24)
    qtbot.addWidget(view)
    view.resize(260, 200)
    tips = ("from a return", f"{LONG}\nfrom a return", "")
    rows = tuple((Cell(LONG, tip=tip), Cell("1,0"), Cell("22,0"), Cell("333,0")) for tip in tips)
    view.show_grid(Grid(("Market", "A", "B", "C"), rows), LIGHT)
    view.show()
    at = [QPoint(20, view.rowViewportPosition(row) + 12) for row in range(3)]
    whole = f"{LONG}\nfrom a return"
    assert [told(view, place) for place in at] == [whole, whole, LONG]


def test_a_heading_that_stays_is_told_and_drags_nothing_unseen(table):
    head = table.horizontalHeader()
    table.horizontalScrollBar().setValue(150)
    edge = next(x for x in range(1, table.kept) if head.sectionViewportPosition(1) == 0 or
                abs(table.columnViewportPosition(head.logicalIndexAt(x)) - x) < 2)  # fmt: skip
    widths = [table.columnWidth(column) for column in range(13)]
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 5))
    QTest.mouseMove(head.viewport(), QPoint(edge + 30, 5))
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 30, 5))
    assert [table.columnWidth(column) for column in range(13)] == widths
    assert told(head, QPoint(10, 5)) == "Market"


def test_numbers_that_lead_the_rows_are_no_names(qtbot):
    view = GridView(24)
    qtbot.addWidget(view)
    view.resize(200, 200)
    cells = tuple(Cell("1.000.000,0") for _ in range(8))
    view.show_grid(Grid(tuple("ABCDEFGH"), (cells,) * 3, frozenset()), LIGHT)
    view.show()
    view.horizontalScrollBar().setValue(50)
    assert view.kept == 0
