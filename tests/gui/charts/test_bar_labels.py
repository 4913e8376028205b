"""The label of a bar stands clear of the bars beside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.gui.charts.bars import Bar, _draw_labels, label_top
from desktop.gui.parts.written import width_of
from desktop.gui.tokens import TINY_SIZE

HEIGHT = 12.0
GROUND = 100.0
NOW, BEFORE = (20.0, 40.0, 30.0, GROUND), (9.0, 25.0, 19.0, GROUND)
NEXT = (34.0, 60.0, 44.0, GROUND)
ABOUT = (13.0, 37.0)
"""What a label over the middle one takes: wider than its bar, it reaches over both others."""


def up(*beside, bar=NOW):
    return label_top(Bar(0.0, 1.0, 5.0, "#000"), bar, ABOUT, (bar, *beside), HEIGHT)


def down(*beside, bar):
    return label_top(Bar(0.0, 1.0, -5.0, "#000"), bar, ABOUT, (bar, *beside), HEIGHT)


def test_it_stands_at_the_head_of_its_bar_where_nothing_is_in_its_way():
    far = (60.0, 10.0, 70.0, GROUND)
    assert up() == up(far) == up(NEXT)
    assert up() + HEIGHT <= NOW[1]


def test_it_stands_over_a_higher_bar_that_it_would_touch():
    assert up(BEFORE) + HEIGHT <= BEFORE[1]
    assert up(BEFORE) < up()


def test_a_bar_on_the_other_side_of_zero_is_in_nobodys_way():
    assert up((9.0, GROUND, 19.0, 140.0)) == up()


def test_below_zero_it_stands_under_a_longer_bar():
    own, longer = (20.0, GROUND, 30.0, 130.0), (9.0, GROUND, 19.0, 150.0)
    assert down(bar=own) >= 130.0
    assert down(longer, bar=own) >= 150.0
    assert down((9.0, GROUND, 19.0, 110.0), bar=own) == down(bar=own)


@pytest.mark.parametrize(("apart", "shown"), [(1, 1), (8, 2)])
def test_two_labels_side_by_side_are_not_read_as_one(qapp, apart, shown):
    words = "+0,72"
    wide = width_of(words, TINY_SIZE)
    boxes = [(left, 60.0, left + 10.0, GROUND) for left in (30.0, 30.0 + wide + apart)]
    bars = [(Bar(0.0, 1.0, 5.0, "#000", label=words, ink="#000"), box) for box in boxes]
    picture = QImage(200, 120, QImage.Format.Format_ARGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    _draw_labels(painter, bars, boxes, (0.0, 120.0), 0)
    painter.end()
    middle = round(boxes[0][0]) + 10
    left = any(_inked(picture, x) for x in range(middle - 5))
    assert left == (shown == 2)
    assert any(_inked(picture, x) for x in range(middle + wide // 2 + 5, 200))


def _inked(picture, x):
    return any(picture.pixel(x, y) != 0xFFFFFFFF for y in range(picture.height()))
