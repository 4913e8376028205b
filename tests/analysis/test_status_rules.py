"""When a year is ahead, on track, at risk or behind, and when nothing can be said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.analysis.results import PaceStatus, Reason
from desktop.analysis.status_rules import Standing, at_revision, judge

JUNE = Standing(
    through=6, any_figure=True, any_target=True, cumulative=1000, target=2000, path=1000
)


@pytest.mark.parametrize(
    ("cumulative", "status", "reason"),
    [
        (2000, PaceStatus.MET, Reason.TARGET_REACHED),
        (1999, PaceStatus.AHEAD, Reason.ABOVE_PATH),
        (1020, PaceStatus.AHEAD, Reason.ABOVE_PATH),
        (1019, PaceStatus.ON_TRACK, Reason.NEAR_PATH),
        (980, PaceStatus.ON_TRACK, Reason.NEAR_PATH),
        (979, PaceStatus.AT_RISK, Reason.BELOW_PATH),
        (950, PaceStatus.AT_RISK, Reason.BELOW_PATH),
        (949, PaceStatus.BEHIND, Reason.FAR_BELOW_PATH),
    ],
)
def test_the_gap_to_the_path_decides(cumulative, status, reason):
    assert judge(replace(JUNE, cumulative=cumulative)) == (status, reason)


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"any_figure": False, "cumulative": None}, Reason.NO_FIGURES),
        ({"any_target": False, "target": None}, Reason.NO_TARGET),
        ({"target": None}, Reason.NO_BASE),
        ({"cumulative": None}, Reason.MISSING_MONTH),
        ({"path": None}, Reason.NO_PATH),
        ({"path": None, "no_path": Reason.NO_LAST_YEAR}, Reason.NO_LAST_YEAR),
        ({"path": 0}, Reason.PATH_AT_ZERO),
        ({"through": 1}, Reason.JANUARY_ALONE),
        ({"through": 1, "cumulative": 100}, Reason.JANUARY_ALONE),
    ],
)
def test_what_is_not_known_is_said_and_why(known, reason):
    assert judge(replace(JUNE, **known)) == (PaceStatus.CANNOT_SAY, reason)


def test_a_target_reached_early_is_met_without_a_path():
    reached = replace(JUNE, through=1, cumulative=2000, path=None)
    assert judge(reached) == (PaceStatus.MET, Reason.TARGET_REACHED)


def test_december_knows_no_on_track():
    december = replace(JUNE, through=12, cumulative=1999, path=2000)
    assert judge(december) == (PaceStatus.BEHIND, Reason.TARGET_MISSED)


def test_a_half_year_is_over_in_its_sixth_month():
    half = replace(JUNE, months=6)
    assert judge(half) == (PaceStatus.BEHIND, Reason.TARGET_MISSED)
    assert judge(replace(half, cumulative=2000)) == (PaceStatus.MET, Reason.TARGET_REACHED)


def test_a_year_that_begins_in_july_is_judged_from_its_first_month():
    july = replace(JUNE, through=1, first_month=7)
    assert judge(july) == (PaceStatus.ON_TRACK, Reason.NEAR_PATH)


def test_a_share_is_judged_by_its_path_and_reached_only_at_the_end():
    share = replace(JUNE, target=None, moves=True, cumulative=5000)
    assert judge(share) == (PaceStatus.AHEAD, Reason.ABOVE_PATH)
    assert judge(replace(share, through=12)) == (PaceStatus.MET, Reason.TARGET_REACHED)
    missed = replace(share, through=12, cumulative=999)
    assert judge(missed) == (PaceStatus.BEHIND, Reason.TARGET_MISSED)
    unknown = replace(share, path=None)
    assert judge(unknown) == (PaceStatus.CANNOT_SAY, Reason.MISSING_MONTH)


def test_a_deficit_is_a_ceiling_that_only_the_end_can_keep():
    deficit = replace(JUNE, cumulative=-900, target=-2000, path=-1000)
    assert judge(deficit) == (PaceStatus.AHEAD, Reason.ABOVE_PATH)
    assert judge(replace(deficit, cumulative=-1060)) == (PaceStatus.BEHIND, Reason.FAR_BELOW_PATH)
    assert judge(replace(deficit, through=12)) == (PaceStatus.MET, Reason.TARGET_REACHED)


def test_a_surplus_may_melt_again_and_is_reached_only_at_the_end():
    surplus = replace(JUNE, cumulative=2500, may_fall=True)
    assert judge(surplus) == (PaceStatus.AHEAD, Reason.ABOVE_PATH)
    assert judge(replace(surplus, through=1)) == (PaceStatus.CANNOT_SAY, Reason.JANUARY_ALONE)
    assert judge(replace(surplus, through=12)) == (PaceStatus.MET, Reason.TARGET_REACHED)


RANGE = replace(JUNE, target_high=2200, path_high=1100)


@pytest.mark.parametrize(
    ("cumulative", "status", "reason"),
    [
        (2200, PaceStatus.MET, Reason.HIGH_END_REACHED),
        (2000, PaceStatus.MET, Reason.LOW_END_REACHED),
        (1122, PaceStatus.AHEAD, Reason.ABOVE_RANGE),
        (1121, PaceStatus.ON_TRACK, Reason.NEAR_HIGH_END),
        (1100, PaceStatus.ON_TRACK, Reason.WITHIN_RANGE),
        (1000, PaceStatus.ON_TRACK, Reason.WITHIN_RANGE),
        (999, PaceStatus.ON_TRACK, Reason.NEAR_PATH),
        (979, PaceStatus.AT_RISK, Reason.BELOW_PATH),
        (949, PaceStatus.BEHIND, Reason.FAR_BELOW_PATH),
    ],
)
def test_below_within_and_above_a_range_are_told_apart(cumulative, status, reason):
    assert judge(replace(RANGE, cumulative=cumulative)) == (status, reason)


def test_an_estimate_is_judged_at_its_usual_revision_too():
    near = replace(JUNE, cumulative=1015)
    assert at_revision(near, 0.0107) == (PaceStatus.ON_TRACK, PaceStatus.AHEAD)
    assert at_revision(near, 0) == (PaceStatus.ON_TRACK, PaceStatus.ON_TRACK)
    assert at_revision(replace(JUNE, cumulative=None), 0.01) == (PaceStatus.CANNOT_SAY,) * 2


def test_a_fiscal_year_s_first_month_is_judged_where_no_tet_moves_in_it():
    july = replace(JUNE, through=1, first_month=7)
    assert judge(july) == (PaceStatus.ON_TRACK, Reason.NEAR_PATH)
