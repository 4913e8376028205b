"""The path: shares that sum to one, parts that sum to the target, December that is the target."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.phasing import (
    LINEAR,
    path,
    phasing_years,
    required,
    seasonal_shares,
    spread,
)

MOST = 10**18
MONTHS = st.lists(st.integers(1, 10**14), min_size=12, max_size=12)
HISTORY = st.lists(MONTHS, min_size=3, max_size=11)


def cumulatives(history):
    return {2014 + n: tuple(accumulate(months)) for n, months in enumerate(history)}


@given(HISTORY)
def test_the_shares_sum_to_exactly_one(history):
    assert sum(seasonal_shares(cumulatives(history))) == 1


@given(HISTORY, st.integers(0, MOST))
def test_december_is_the_target_to_the_thousandth(history, target):
    assert path(target, seasonal_shares(cumulatives(history)))[-1] == target


@given(HISTORY, st.integers(0, MOST))
def test_the_path_follows_the_mean_of_the_years_cumulative_shares(history, target):
    years = cumulatives(history)
    means = [sum(Fraction(year[m], year[-1]) for year in years.values()) for m in range(12)]
    for along, mean in zip(path(target, seasonal_shares(years)), means, strict=True):
        assert abs(along - target * mean / len(years)) < 12  # thousandths of a dollar


@given(st.integers(0, MOST), st.lists(st.fractions(0, 1), min_size=1, max_size=12))
def test_the_parts_sum_to_the_whole_and_miss_their_quota_by_less_than_one(total, weights):
    if not sum(weights):
        with pytest.raises(ZeroDivisionError):
            spread(total, weights)
        return
    parts = spread(total, weights)
    assert sum(parts) == total
    quotas = [total * w / sum(weights) for w in weights]
    assert all(abs(part - quota) < 1 for part, quota in zip(parts, quotas, strict=True))


@given(HISTORY, st.integers(0, MOST), st.integers(0, 12))
def test_what_is_required_fills_the_rest_of_the_year(history, rest, through):
    months = required(rest, seasonal_shares(cumulatives(history)), through)
    if through == 12:
        assert months is None
    else:
        assert (len(months), sum(months)) == (12 - through, rest)


def test_a_straight_line_gives_each_month_a_twelfth():
    assert path(1200, LINEAR) == tuple(range(100, 1300, 100))


@pytest.mark.parametrize(
    ("held", "chosen"),
    [
        (range(2023, 2025), ()),
        (range(2022, 2025), (2022, 2023, 2024)),
        (range(2000, 2027), tuple(range(2014, 2025))),
        ((2019, 2020, 2024, 2025), (2019, 2020, 2024)),
    ],
)
def test_at_least_three_and_at_most_eleven_years_before_the_target_s_shape_it(held, chosen):
    assert phasing_years(tuple(held), 2025) == chosen
