"""Which target is in force, and the annual value it asks for."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.analysis.targets import annual, in_force
from desktop.analysis.targets.force import versions
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure

BILLION = 10**12  # thousandths


def target(low, high=None, measure=TargetMeasure.GROWTH, **more):
    given = {"flow": Flow.EXPORT, "year": 2025, **more}
    return Target(measure=measure, low=low, high=low if high is None else high, **given)


def test_growth_on_the_year_before_becomes_a_value():
    asked = annual(target(0.12), 405_531_740_609_000)
    assert (asked.low, asked.high) == (454_195_549_482_080, None)


def test_a_range_gives_both_ends():
    asked = annual(target(0.15, 0.16), 1000 * BILLION)
    assert (asked.low, asked.high) == (1150 * BILLION, 1160 * BILLION)


def test_a_value_needs_no_base():
    asked = annual(target(262e9, 263e9, TargetMeasure.VALUE), None)
    assert (asked.low, asked.high) == (262 * BILLION, 263 * BILLION)


def test_growth_without_a_base_has_no_value():
    assert annual(target(0.12), None).low is None


@pytest.mark.parametrize(
    ("as_of", "number"), [(None, 3), (date(2025, 6, 30), 2), (date(2024, 12, 1), 1)]
)
def test_the_newest_target_issued_by_the_day_is_in_force(as_of, number):
    versions = [
        target(0.14, number=3, issued_on=date(2025, 8, 1)),
        target(0.08, number=1),
        target(0.12, number=2, issued_on=date(2025, 1, 8)),
    ]
    assert in_force(versions, flow=Flow.EXPORT, year=2025, as_of=as_of).number == number


def test_of_two_targets_of_one_day_the_later_entered_counts():
    day = date(2025, 1, 8)
    versions = [
        target(0.12, number=7, issued_on=day),
        target(0.08, number=6, issued_on=day),
    ]
    assert in_force(versions, flow=Flow.EXPORT, year=2025).number == 7


@pytest.mark.parametrize(
    "scope", [{"item": "ELEC"}, {"market": "US"}, {"year": 2024}, {"flow": Flow.IMPORT}]
)
def test_a_target_of_another_scope_is_not_ours(scope):
    assert in_force([target(0.2, **scope)], flow=Flow.EXPORT, year=2025) is None


def test_what_was_taken_back_is_not_in_force():
    back = target(0.14, number=2, withdrawn=True)
    assert in_force([target(0.08, number=1), back], flow=Flow.EXPORT, year=2025).number == 1


@pytest.mark.parametrize(
    "other",
    [{"province": "Bắc Ninh"}, {"first_month": 7}, {"months": 6}, {"measure": TargetMeasure.SHARE}],
)
def test_a_province_another_period_or_a_share_is_not_the_years_target(other):
    assert in_force([target(0.2, **other)], flow=Flow.EXPORT, year=2025) is None


def test_versions_of_one_scope_stand_together_the_last_in_force():
    eight = target(0.08, number=1, year=2026)
    fifteen = target(0.15, 0.16, number=3, year=2026, issued_on=date(2026, 1, 8))
    surplus = target(30e9, measure=TargetMeasure.SURPLUS, flow=Flow.BALANCE, number=2)
    assert versions([fifteen, surplus, eight]) == [(eight, fifteen), (surplus,)]
    assert versions([fifteen, surplus, eight], date(2026, 1, 7)) == [(eight,), (surplus,)]
