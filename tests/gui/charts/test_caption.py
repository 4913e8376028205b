"""A plot's caption: where its ground lies, and that it leaves the months' names alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTransform

from desktop.gui.charts.caption import Caption
from desktop.gui.tokens import SMALL_SIZE

UPRIGHT = QTransform(20.0, 0.0, 0.0, -1.0, 0.0, 100.0)
"""A plot of 100 pixels: its 0 lies at the foot."""


@pytest.fixture
def caption(qtbot):
    return Caption(SMALL_SIZE, QFont.Weight.DemiBold)


def test_the_ground_ends_above_the_floor_and_hangs_beneath_its_place_elsewhere(caption):
    caption.say("33.1 bn USD", 1.0, 7.0, (-0.06, 0.0), floor=0.0)
    low = caption.ground(UPRIGHT)
    assert low.bottom() == 100.0
    assert low.left() > 20.0  # beside its place, which it does not cover
    caption.say("33.1 bn USD", 1.0, 60.0, (-0.06, 0.0), floor=0.0)
    assert caption.ground(UPRIGHT).top() == 40.0
    caption.say("33.1 bn USD", 1.0, 7.0, (-0.06, 0.0))
    assert caption.ground(UPRIGHT).bottom() > 100.0


def test_no_digit_is_cut_at_the_left_edge_of_a_narrow_plot(caption):
    caption.say("180.2 bn USD · 39.7%", 3.0, 60.0, (1.02, 1.35))
    assert caption.ground(UPRIGHT).left() == 0.0
