"""Sentences in a list: wrapped, whole where there is room, and no line of them cut in half."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.gui.icons import icon
from desktop.gui.parts.entry_list import EntryList

SENTENCES = (
    "Ô 14. XK!G17 báo lỗi #REF! thay vì số (Hạt điều).\nHỏi đơn vị gửi số liệu này.",
    "Xuất khẩu · TỔNG TRỊ GIÁ: 42.290 tại 14. XK!G9 nhỏ hơn tổng các mặt hàng, 48.383,474, và "
    "không thể như vậy.\nĐối chiếu số liệu với biểu đã in.",
    "Xuất khẩu · Thủy sản: lũy kế 6.081,989 tại 14. XK!J15 nhỏ hơn riêng trong tháng, 9.703,976.",
)
RED = "#ff0000"


@pytest.fixture
def entries(qtbot):
    """Give a list of three sentences, as wide as the review's."""
    made = EntryList()
    qtbot.addWidget(made)
    made.show_entries((icon("error", RED), words) for words in SENTENCES)
    made.resize(420, 400)
    made.show()
    return made


def inked(entries):
    """Give the rows of pixels in which words are written, top down."""
    shown = entries.viewport().grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    words = shown.copy(40, 0, shown.width() - 48, shown.height())
    ground = shown.copy(shown.width() - 2, shown.height() - 2, 1, 1)
    blank = bytes(ground.constBits()) * words.width()
    rows = bytes(words.constBits())
    long = words.bytesPerLine()
    return [y for y in range(words.height()) if rows[y * long : (y + 1) * long] != blank]


def test_every_sentence_is_seen_whole_where_there_is_room(entries):
    line = entries.fontMetrics().lineSpacing()
    wide = entries.viewport().width() - 44
    for number, words in enumerate(SENTENCES):
        lines = sum(
            -(-entries.fontMetrics().horizontalAdvance(part) // wide) for part in words.split("\n")
        )
        assert entries.visualItemRect(entries.item(number)).height() >= lines * line


@pytest.mark.parametrize("height", range(90, 131, 5))
def test_the_last_line_that_is_seen_is_a_whole_one(entries, height):
    whole = inked(entries)
    entries.resize(420, height)
    seen = inked(entries)
    assert seen[-1] < entries.viewport().height() - 1
    line = entries.fontMetrics().lineSpacing()
    tops = [y for y in whole if y - 1 not in whole]
    cut = [top for top in tops if top <= seen[-1] < top + line // 2]
    assert not cut or seen[-1] in {y for y in whole if y + 1 not in whole}


def test_the_picture_stands_beside_the_first_line(entries):
    shown = entries.viewport().grab().toImage()
    first = entries.visualItemRect(entries.item(1))
    red = [
        y for y in range(first.top(), first.bottom())
        if any(QColor(shown.pixelColor(x, y)).red() > 200
               and shown.pixelColor(x, y).green() < 120 for x in range(26))
    ]  # fmt: skip
    assert red
    assert max(red) < first.top() + entries.fontMetrics().lineSpacing() + 8


@pytest.mark.parametrize("look", ["", "small"])
def test_the_entry_that_has_the_keyboard_is_of_one_colour_beneath_its_words(window, qtbot, look):
    listed = EntryList(look)
    qtbot.addWidget(listed)
    window.session.theme.dress(listed)
    listed.resize(400, 200)
    listed.show_entries([(icon("error", RED), "A finding"), (icon("error", RED), "Two")])
    listed.show()
    listed.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    listed.setCurrentRow(0)
    box = listed.visualItemRect(listed.item(0))
    shown = listed.viewport().grab(box).toImage()
    rim = {shown.pixel(x, y) for x in range(shown.width()) for y in (1, shown.height() - 2)}
    assert len(rim) == 1
