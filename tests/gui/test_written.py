"""Words that are laid out once: drawn as Qt draws them, and as wide whatever their digits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from desktop.gui.fonts import font, of_one_width
from desktop.gui.parts.legend import Entry, Legend
from desktop.gui.parts.runs import Run, Runs
from desktop.gui.parts.text import Elided, OneLine
from desktop.gui.parts.written import lefts, width_of, write
from desktop.gui.tokens import LIGHT

WORDS = st.text("0123456789,.%+−–()/ \u00a0TtháángbnUSDvượt·", min_size=1, max_size=24)
WEIGHTS = st.sampled_from((QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold))
SIDES = {0.0: Qt.AlignmentFlag.AlignLeft, 0.5: Qt.AlignmentFlag.AlignHCenter,
         1.0: Qt.AlignmentFlag.AlignRight}  # fmt: skip


def _picture(ratio: float, draw) -> QImage:
    made = QImage(round(260 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(ratio)
    made.fill(0xFFFFFFFF)
    painter = QPainter(made)
    painter.setPen(QColor("#334455"))
    draw(painter)
    painter.end()
    return made


BOXES = st.builds(QRectF, st.floats(0, 20), st.floats(0, 20), st.floats(215, 235), st.just(24.0))
RATIOS = st.sampled_from((1.0, 1.25, 2.0))


@settings(max_examples=60, deadline=None)
@given(
    words=st.tuples(WORDS, WEIGHTS), across=st.sampled_from(tuple(SIDES)), box=BOXES, ratio=RATIOS
)
def test_words_are_drawn_where_qt_would_draw_them(qapp, words, across, box, ratio):
    text, weight = words

    def as_qt(painter: QPainter) -> None:
        painter.setFont(font(12, weight))
        painter.drawText(box, SIDES[across] | Qt.AlignmentFlag.AlignVCenter, text)

    ours = _picture(ratio, lambda painter: write(painter, box, text, across, 12, weight))
    assert ours == _picture(ratio, as_qt)


@settings(max_examples=100, deadline=None)
@given(text=WORDS, weight=WEIGHTS, size=st.sampled_from((10, 11, 12, 13, 19, 25)))
def test_digits_are_of_one_width_beside_anything(qapp, text, weight, size):
    metrics = QFontMetricsF(font(size, weight))
    assert metrics.horizontalAdvance(text) == metrics.horizontalAdvance(of_one_width(text))
    assert width_of(text, size, weight) == width_of(of_one_width(text), size, weight)


def test_words_wider_than_their_box_are_cut(qapp):
    ours = _picture(1, lambda painter: write(painter, QRectF(0, 0, 40, 20), "454,6 tỷ USD"))
    assert all(ours.pixel(x, 10) == 0xFFFFFFFF for x in range(41, 120))


def test_letters_begin_one_after_another(qapp):
    found = lefts("+12,3", 11)
    assert found[0] == 0
    assert found == sorted(set(found))


def test_other_digits_move_nothing_and_other_words_do(qtbot):
    shown = Runs(wrapped=True)
    qtbot.addWidget(shown)
    shown.show_runs([Run("vượt lộ trình 8,9 tỷ", "#000000")])
    wide, tall = shown.sizeHint(), shown.heightForWidth(60)
    shown.show_runs([Run("vượt lộ trình 5,1 tỷ", "#000000")])
    assert (shown.sizeHint(), shown.heightForWidth(60)) == (wide, tall)
    shown.show_runs([Run("vượt lộ trình 5,1 tỷ USD so với cùng kỳ năm trước", "#000000")])
    assert shown.heightForWidth(60) > tall


@pytest.mark.parametrize("sheet", ["font-size: 20px", "font-weight: 700"])
def test_a_label_in_another_font_asks_for_other_room(qtbot, sheet):
    shown = Elided("heading", "262,5 tỷ USD")
    qtbot.addWidget(shown)
    before = shown.sizeHint()
    shown.setStyleSheet(sheet)
    shown.ensurePolished()
    assert shown.sizeHint().width() > before.width()


@pytest.mark.parametrize("made", [lambda: OneLine("plain", "454"), lambda: _legend("454")])
def test_words_in_a_font_of_points_are_drawn_in_its_size(qapp, made):
    """A system's own font is set in points; the log, where it is asked for its pixels, is empty."""
    heights = []
    for points in (9, 27):
        shown = made()
        face = QFont()
        face.setPointSize(points)
        shown.setFont(face)
        shown.resize(300, 100)
        heights.append(len(_inked_rows(shown.grab().toImage())))
    small, large = heights
    assert large == pytest.approx(3 * small, rel=0.25)


def _legend(words: str) -> Legend:
    made = Legend()
    made.show_entries([Entry(words)], LIGHT)
    return made


def _inked_rows(picture: QImage) -> list[int]:
    ground = picture.pixel(0, 0)
    across = range(picture.width())
    rows = range(picture.height())
    return [y for y in rows if any(picture.pixel(x, y) != ground for x in across)]
