"""Spreading: shares that sum to one, parts that sum to the target, an end that is the target."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.spreading import apportioned, path, required, spread, whole_shares

MOST = 10**18
SHARES = st.lists(st.floats(1e-6, 1), min_size=1, max_size=12).map(whole_shares)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12).filter(any))
def test_rounded_shares_sum_to_exactly_one_and_stay_what_they_were(shares):
    rounded = whole_shares(shares)
    assert sum(rounded) == 1
    for one, other in zip(rounded, shares, strict=True):
        assert float(one) == pytest.approx(other / sum(shares), abs=2e-9)


@given(SHARES, st.integers(0, MOST))
def test_the_last_month_is_the_target_to_the_thousandth(shares, target):
    along = path(target, shares)
    assert along[-1] == target
    assert list(along) == sorted(along)


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


AMOUNTS = st.one_of(st.just(0), st.integers(-(10**9), 10**9))


@given(st.lists(AMOUNTS, min_size=1, max_size=9), st.integers(1, 10**6))
def test_rounded_amounts_sum_to_the_rounded_sum(numbers, unit):
    counts = apportioned(numbers, unit)
    assert sum(counts) == round(Fraction(sum(numbers), unit))
    assert all(abs(c * unit - n) < unit for c, n in zip(counts, numbers, strict=True))
    assert all(c == 0 for c, n in zip(counts, numbers, strict=True) if n == 0)


@given(SHARES, st.integers(0, MOST), st.integers(0, 12))
def test_what_is_required_fills_the_rest_of_the_period(shares, rest, through):
    months = required(rest, shares, through)
    if through >= len(shares):
        assert months is None
    else:
        assert (len(months), sum(months)) == (len(shares) - through, rest)
