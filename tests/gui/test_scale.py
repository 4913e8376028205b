"""Round numbers on axes: few, round, inside."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.charts.end_labels import apart
from desktop.gui.charts.scale import label_places, round_below, ticks

SIZES = st.floats(min_value=1e-3, max_value=1e6)


@given(SIZES, st.integers(min_value=2, max_value=8))
def test_ticks_are_few_and_inside(high, at_most):
    marks = ticks(0, high, at_most)
    assert 1 <= len(marks) <= at_most + 1
    assert marks[0] == 0
    assert marks[-1] <= high * (1 + 1e-6)


@given(SIZES)
def test_a_round_number_below_is_more_than_a_third(value):
    below = round_below(value)
    assert value * 0.39 <= below <= value * (1 + 1e-9)


@pytest.mark.parametrize(("value", "below"), [(11.7, 10), (4.0, 2), (6.9, 5), (0.25, 0.2)])
def test_round_numbers_are_ones_twos_and_fives(value, below):
    assert round_below(value) == pytest.approx(below)


@given(st.lists(st.floats(min_value=-20, max_value=220), max_size=5))
def test_labels_at_line_ends_never_overlap_while_there_is_room(tops):
    placed = apart(sorted(tops), 14, 200)
    assert all(b - a >= 14 - 1e-6 for a, b in pairwise(placed))
    assert all(top <= 200 for top in placed)


@given(st.lists(SIZES, min_size=1))
def test_labels_below_one_have_a_decimal_more_and_below_a_tenth_two(amounts):
    assert label_places(amounts) == (1 if max(amounts) >= 1 else 2 if max(amounts) >= 0.1 else 3)
