"""Areas are as large as their amounts, fill their box, and lie beside one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.gui.structure.squares import squarified

amounts = st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=60).map(
    lambda found: sorted(found, reverse=True)
)
boxes = st.builds(
    QRectF, st.just(3.0), st.just(5.0), st.floats(20, 2000), st.floats(20, 2000)
)  # fmt: skip


@given(amounts, boxes)
def test_every_area_is_its_share_of_the_box_and_within_it(found, box):
    placed = squarified(found, box)
    whole = box.width() * box.height()
    assert len(placed) == len(found)
    for amount, area in zip(found, placed, strict=True):
        wanted = whole * amount / sum(found)
        assert area.width() * area.height() == pytest.approx(wanted, rel=1e-6, abs=1e-6 * whole)
        assert box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(area)


@given(amounts, boxes)
def test_no_two_areas_lie_on_one_another(found, box):
    placed = squarified(found, box)
    together = sum(a.width() * a.height() for a in placed)
    assert together == pytest.approx(box.width() * box.height(), rel=1e-6)
    for n, one in enumerate(placed):
        for other in placed[n + 1 :]:
            shared = one.intersected(other)
            assert shared.width() * shared.height() <= 1e-6 * box.width() * box.height()


def test_equal_amounts_in_a_square_are_squares():
    for area in squarified([1.0] * 4, QRectF(0, 0, 100, 100)):
        assert area.width() == pytest.approx(area.height())


def test_the_published_example():
    # Bruls, Huizing, van Wijk 2000, figure 4: 6 x 4 shared out among 6, 6, 4, 3, 2, 2, 1.
    placed = squarified([6, 6, 4, 3, 2, 2, 1], QRectF(0, 0, 6, 4))
    assert placed[0] == QRectF(0, 0, 3, 2)
    assert placed[1] == QRectF(0, 2, 3, 2)
    assert placed[2].width() == pytest.approx(4 / 2.333333, rel=1e-3)


def test_nothing_takes_no_room():
    assert squarified([], QRectF(0, 0, 10, 10)) == []
    assert squarified([1.0], QRectF())[0].isEmpty()
