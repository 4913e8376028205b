"""Targets are added, and superseded ones stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.archive.targets import _held, _scaled
from desktop.figures.finding import Refused
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from tests.archive.made import NOON

EIGHT = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2026, 0.08, 0.08, document="MOIT plan",
    issued_on=date(2025, 12, 20),
)  # fmt: skip
RANGE = replace(
    EIGHT, low=0.15, high=0.16, document="Nghị quyết 01/NQ-CP", issued_on=date(2026, 1, 8)
)


def add(archive, target):
    return archive.add_target(target, at=NOON, by="Lan")


def test_a_target_comes_back_with_its_number(archive):
    added = add(archive, RANGE)
    assert added == replace(RANGE, number=added.number)
    assert archive.targets() == [added]
    assert added.number > 0


def test_the_one_that_supersedes_comes_last_and_the_superseded_stays(archive):
    newer, older = add(archive, RANGE), add(archive, EIGHT)
    assert archive.targets() == [older, newer]


def test_as_of_a_day_only_what_was_issued_counts(archive):
    older, newer = add(archive, EIGHT), add(archive, RANGE)
    undated = add(archive, replace(EIGHT, year=2025, issued_on=None))
    assert archive.targets(date(2026, 1, 7)) == [undated, older]
    assert archive.targets(date(2026, 1, 8)) == [undated, older, newer]


def test_the_target_that_stands_is_not_added_again(archive):
    first = add(archive, EIGHT)
    changes = archive.changes
    assert add(archive, EIGHT) == first
    assert archive.changes == changes
    add(archive, RANGE)
    assert archive.changes > changes


def test_going_back_to_an_earlier_target_is_a_new_one(archive):
    undated = replace(EIGHT, issued_on=None)
    first = add(archive, undated)
    add(archive, replace(undated, low=0.1, high=0.1))
    again = add(archive, undated)
    assert again.number > first.number
    assert archive.targets()[-1] == again


@given(st.integers(-(10**13), 10**13).map(lambda n: n / 10**6))
def test_six_decimals_are_kept_exactly(amount):
    assert _held(_scaled(amount)) == amount


def test_values_in_dollars_are_kept_exactly(archive):
    value = replace(EIGHT, measure=TargetMeasure.VALUE, low=454_195_549_481.0, high=5.5e12)
    assert add(archive, value).low == 454_195_549_481.0
    assert archive.targets()[0].high == 5.5e12


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -float("inf"), 1e30])
def test_what_is_no_amount_is_refused(archive, amount):
    with pytest.raises(Refused, match="target_not_a_number"):
        add(archive, replace(EIGHT, low=amount))
    assert archive.targets() == []
