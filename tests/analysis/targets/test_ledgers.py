"""Runs of months over years: sums are exact, and a part that is not told is no zero."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.targets.ledgers import Ledger, less, sum_of
from desktop.figures.month import Month

YEARS = 3
AMOUNTS = st.lists(st.integers(-(10**15), 10**15), min_size=12 * YEARS, max_size=12 * YEARS)


def ledger(months, known=True):
    values = np.array(months, np.int64)
    told = np.full(len(values), known)
    to_date = values.reshape(YEARS, 12).cumsum(axis=1).reshape(-1)
    return Ledger(2023, values, told, to_date, told, np.zeros(len(values), np.int64))


@given(AMOUNTS, st.integers(0, 23), st.integers(1, 12))
def test_any_run_of_months_is_their_sum(months, first, count):
    found = ledger(months).through(Month(2023, 1) + first, count)
    assert found == sum(months[first : first + count])


@given(st.lists(AMOUNTS, min_size=1, max_size=5), st.integers(0, 23))
def test_the_sum_of_parts_is_the_sum_to_the_last_unit_in_any_order(parts, first):
    start = Month(2023, 1) + first
    whole = sum_of([ledger(part) for part in parts]).run(start, 12)
    backwards = sum_of([ledger(part) for part in reversed(parts)]).run(start, 12)
    each = [ledger(part).run(start, 12) for part in parts]
    assert whole == backwards == tuple(map(sum, zip(*each, strict=True)))


@given(AMOUNTS, AMOUNTS)
def test_a_balance_is_the_difference_month_by_month(exports, imports):
    found = less(ledger(exports), ledger(imports)).history()
    assert list(found.values()) == [a - b for a, b in zip(exports, imports, strict=True)]


def test_a_part_that_tells_nothing_of_a_year_counts_as_nothing_in_it():
    told, silent = ledger([1] * 36), ledger([0] * 36, known=False)
    assert sum_of([told, silent]).through(Month(2023, 1), 12) == 12
    assert sum_of([silent, silent]).through(Month(2023, 1), 12) is None
    assert less(told, silent).through(Month(2023, 1), 12) is None


def test_months_beyond_what_is_held_are_unknown():
    one = ledger([1] * 36)
    assert one.through(Month(2025, 7), 7) is None
    assert one.through(Month(2022, 12), 2) is None
    assert (one.value(Month(2026, 1)), one.status(Month(2022, 1))) == (None, None)
