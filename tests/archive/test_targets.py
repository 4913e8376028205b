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
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.vintage import Vintage
from tests.archive.made import NOON, add_target

EIGHT = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2026, 0.08, 0.08, document="MOIT plan",
    issued_on=date(2025, 12, 20),
)  # fmt: skip
RANGE = replace(
    EIGHT, low=0.15, high=0.16, document="Nghị quyết 01/NQ-CP", issued_on=date(2026, 1, 8)
)


def test_a_target_comes_back_with_its_number(archive):
    added = add_target(archive, RANGE)
    assert added == replace(RANGE, number=added.number)
    assert archive.targets() == [added]
    assert added.number > 0


def test_the_one_that_supersedes_comes_last_and_the_superseded_stays(archive):
    newer, older = add_target(archive, RANGE), add_target(archive, EIGHT)
    assert archive.targets() == [older, newer]


def test_as_of_a_day_only_what_was_issued_counts(archive):
    older, newer = add_target(archive, EIGHT), add_target(archive, RANGE)
    undated = add_target(archive, replace(EIGHT, year=2025, issued_on=None))
    assert archive.targets(Vintage(date(2026, 1, 7))) == [undated, older]
    assert archive.targets(Vintage(date(2026, 1, 8))) == [undated, older, newer]


def test_the_target_that_stands_is_not_added_again(archive):
    first = add_target(archive, EIGHT)
    changes = archive.changes
    assert add_target(archive, EIGHT) == first
    assert archive.changes == changes
    add_target(archive, RANGE)
    assert archive.changes > changes


def test_going_back_to_an_earlier_target_is_a_new_one(archive):
    undated = replace(EIGHT, issued_on=None)
    first = add_target(archive, undated)
    add_target(archive, replace(undated, low=0.1, high=0.1))
    again = add_target(archive, undated)
    assert again.number > first.number
    assert archive.targets()[-1] == again


@given(st.integers(-(10**13), 10**13).map(lambda n: n / 10**6))
def test_six_decimals_are_kept_exactly(amount):
    assert _held(_scaled(amount)) == amount


def test_values_in_dollars_are_kept_exactly(archive):
    value = replace(EIGHT, measure=TargetMeasure.VALUE, low=454_195_549_481.0, high=5.5e12)
    assert add_target(archive, value).low == 454_195_549_481.0
    assert archive.targets()[0].high == 5.5e12


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -float("inf"), 1e30])
def test_what_is_no_amount_is_refused(archive, amount):
    with pytest.raises(Refused, match="target_not_a_number"):
        add_target(archive, replace(EIGHT, low=amount))
    assert archive.targets() == []


EVERYTHING = Target(
    Flow.BALANCE, TargetMeasure.SURPLUS, 2025, -34e9, -30e9, "MARD/WOOD", "FTA/CPTPP", "Đề án",
    date(2025, 6, 30), province="Bắc Ninh", first_month=7, months=6, base_as_of=date(2025, 7, 6),
)  # fmt: skip


def change(archive, *added, withdrawn=(), restored=()):
    wanted = TargetChange(added, withdrawn, restored)
    return archive.change_targets(wanted, at=NOON, by="Lan")


def test_every_field_of_a_target_is_kept(archive):
    added = add_target(archive, EVERYTHING)
    assert archive.targets() == [replace(EVERYTHING, number=added.number)]
    assert (str(added.start), str(added.end)) == ("2025-07", "2025-12")


@pytest.mark.parametrize(
    "other",
    [
        {"item": "ELEC"}, {"market": "US"}, {"province": "Bắc Ninh"}, {"first_month": 7},
        {"months": 6}, {"measure": TargetMeasure.SHARE}, {"flow": Flow.IMPORT}, {"year": 2027},
    ],
)  # fmt: skip
def test_a_target_of_another_scope_or_other_months_does_not_stand_in_the_way(archive, other):
    add_target(archive, EIGHT)
    add_target(archive, replace(EIGHT, **other))
    assert len(archive.targets()) == 2
    assert add_target(archive, EIGHT).number == 1


def test_a_value_supersedes_a_growth_of_the_same_scope():
    assert EIGHT.key == replace(EIGHT, measure=TargetMeasure.VALUE, low=5e11, high=5e11).key


def test_a_target_taken_back_counts_no_more_and_may_be_brought_back(archive):
    older, newer = add_target(archive, EIGHT), add_target(archive, RANGE)
    change(archive, withdrawn=(newer.number,))
    assert archive.targets() == [older]
    assert archive.targets(withdrawn=True) == [older, replace(newer, withdrawn=True)]
    change(archive, restored=(newer.number,))
    assert archive.targets() == [older, newer]


def test_a_change_is_undone_and_done_again(archive):
    older = add_target(archive, EIGHT)
    done = change(archive, RANGE, withdrawn=(older.number,))
    assert [t.low for t in archive.targets()] == [0.15]
    undone = archive.change_targets(done.undone, at=NOON, by="Lan")
    assert archive.targets() == [older]
    archive.change_targets(undone.undone, at=NOON, by="Lan")
    assert archive.targets() == list(done.added)


def test_a_change_is_made_wholly_or_not_at_all(archive):
    add_target(archive, EIGHT)
    before = archive.changes
    with pytest.raises(Refused, match="no_such_target"):
        change(archive, RANGE, withdrawn=(1, 99))
    assert archive.changes == before


def test_two_targets_of_one_scope_on_one_day_are_refused(archive):
    first = add_target(archive, RANGE)
    other = replace(RANGE, low=0.17, high=0.17)
    with pytest.raises(Refused, match="target_same_day") as refused:
        add_target(archive, other)
    assert refused.value.findings[0].about == str(first.number)
    assert change(archive, other, withdrawn=(first.number,)).added[0].low == 0.17
    with pytest.raises(Refused, match="target_same_day"):
        change(archive, restored=(first.number,))


def test_what_stands_already_is_told_and_not_added(archive):
    first = add_target(archive, EIGHT)
    done = change(archive, EIGHT)
    assert (done.added, done.standing, bool(done)) == ((), (first,), False)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"withdrawn": (1, 1)}, "target_withdrawn_already"),
        ({"restored": (1,)}, "target_counts_already"),
        ({"restored": (7,)}, "no_such_target"),
    ],
)
def test_what_cannot_be_taken_or_brought_back_is_said(archive, asked, code):
    add_target(archive, EIGHT)
    with pytest.raises(Refused, match=code):
        change(archive, **asked)
