"""Names offered under a line that is typed into: found as the palette finds, never cut, chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop.figures.wording import language
from desktop.gui.review.field_dialog import chosen_value, make_searchable
from desktop.gui.scenarios.shock_table import ShockTable
from desktop.gui.theme import Theme, ThemeChoice

KEY = Qt.Key
GOODS, MARKET = 0, 1

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's


@pytest.fixture
def typing(qtbot):
    """Type into a cell of the table of assumptions; give the line and the list beneath it."""

    def typed(code, column, text):
        table = ShockTable(language(code), ())
        qtbot.addWidget(table)
        Theme(ThemeChoice.DARK).dress(table)
        table.resize(900, 300)
        in_front(table, qtbot)
        table.setCurrentCell(0, column)
        table.editItem(table.item(0, column))
        edit = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
        QTest.keyClicks(edit, text)
        return edit, edit.completer().popup()

    return typed


def in_front(shown, qtbot):
    """Show, and let it have the keys: a line takes what is chosen only while it has them."""
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()


def listed(popup):
    return [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]


def choose_first(popup):
    for key in (KEY.Key_Down, KEY.Key_Return):
        QApplication.processEvents()
        QTest.keyClick(popup, key)


@pytest.mark.parametrize(
    ("code", "column", "text", "first"),
    [
        ("en", MARKET, "us", "United States"),
        ("en", GOODS, "wood", "Wood and products"),
        ("vi", GOODS, "go", "Gỗ và sản phẩm gỗ"),
        ("vi", MARKET, "my", "Hoa Kỳ"),
    ],
)
def test_the_name_that_is_meant_is_offered_first_and_chosen_by_a_key(
    typing, code, column, text, first
):
    edit, popup = typing(code, column, text)
    assert popup.isVisible()
    assert listed(popup)[0] == first
    assert edit.text() == text
    choose_first(popup)
    assert edit.text() == first


def test_no_name_is_cut_and_the_list_wears_the_theme(typing):
    edit, popup = typing("en", GOODS, "wood")
    longest = max(popup.fontMetrics().horizontalAdvance(name) for name in listed(popup))
    assert longest > edit.width()  # else nothing would be cut anyway
    assert popup.viewport().width() >= longest
    assert popup.palette().base().color().lightness() < 80


def test_a_box_offers_what_it_holds_now(qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    make_searchable(box)
    box.addItem("Việt Nam", "VN")
    box.addItem("Đài Loan", "TW")
    box.setCurrentIndex(0)
    in_front(box, qtbot)
    edit = box.lineEdit()
    edit.selectAll()
    QTest.keyClicks(edit, "dai")
    popup = edit.completer().popup()
    assert listed(popup) == ["Đài Loan"]
    choose_first(popup)
    assert chosen_value(box) == "TW"
