"""How each target stands: of the total and its parts, of any months, on any base."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.analysis.results import PaceStatus, Reason
from desktop.analysis.season import SeasonNote
from desktop.analysis.targets.wording import lacks
from desktop.figures.month import Month
from desktop.figures.phasing import Phasing
from desktop.figures.series import Flow
from desktop.figures.target import TargetMeasure
from desktop.figures.wording import language
from tests.analysis.targets.conftest import JANUARY_8, target

GROWTH, SHARE, SURPLUS = TargetMeasure.GROWTH, TargetMeasure.SHARE, TargetMeasure.SURPLUS
MILLION = 1e6


def millions(*amounts):
    return [amount and round(amount / MILLION, 3) for amount in amounts]


def test_several_targets_stand_side_by_side_the_totals_first(four_years, standing):
    found = standing(
        four_years,
        target(300, item="TEXTILE"),
        target(360, flow=Flow.BALANCE, measure=SURPLUS),
        target(0.12, measure=GROWTH),
    )
    assert [(p.scope.flow, p.scope.item) for p in found] == [
        (Flow.EXPORT, "TOTAL"), (Flow.BALANCE, "TOTAL"), (Flow.EXPORT, "TEXTILE"),
    ]  # fmt: skip
    growth, surplus, textile = found
    assert millions(growth.low, growth.cumulative, growth.base) == [1344, 720, 1200]
    assert growth.growth == pytest.approx(0.2)
    assert millions(surplus.low, surplus.cumulative, surplus.base) == [360, 180, 120]
    assert (textile.status, textile.reason) == (PaceStatus.CANNOT_SAY, Reason.NO_FIGURES)


def test_groups_stand_before_the_many_items_of_an_allocation_and_large_ones_before_small(
    four_years, standing
):
    group = "MARD/AGRO_FORESTRY_FISHERY"
    asked = [target(n, item=i) for n, i in ((9, "BAGS"), (65, group), (81, "TEXTILE"))]
    found = standing(four_years, *asked)
    assert [p.scope.item for p in found] == [group, "TEXTILE", "BAGS"]


def test_it_agrees_with_what_is_said_of_the_flow(four_years, exports, standing):
    asked = target(0.12, measure=GROWTH)
    (one,), whole = standing(four_years, asked), exports(four_years, asked)
    assert one.low == whole.target_usd
    assert (one.path, one.gap, one.status) == (whole.path, whole.gap, whole.status)
    assert one.required_monthly == whole.required_monthly
    assert one.required_growth == whole.required_growth
    assert [p.path for p in one.points] == [m.path for m in whole.months]
    assert [p.required for p in one.points] == [m.required for m in whole.months]


def test_the_last_month_of_the_path_is_the_target_to_the_cent(four_years, standing):
    (one,) = standing(four_years, target(1234.567891, measure=TargetMeasure.VALUE))
    assert one.points[-1].path == one.low == 1_234_567_891.0


def test_a_fiscal_year_is_held_against_its_own_months(four_years, standing):
    (one,) = standing(four_years, target(1300, year=2024, first_month=7), year=2025)
    assert (one.elapsed, one.months_left, str(one.through)) == (12, 0, "2025-06")
    assert millions(one.cumulative, one.base) == [1320, 1200]
    assert one.status is PaceStatus.MET
    (half_way,) = standing(four_years, target(1300, year=2024, first_month=7), year=2024)
    assert (half_way.elapsed, *millions(half_way.cumulative)) == (6, 600)
    assert [str(p.month) for p in half_way.points][::11] == ["2024-07", "2025-06"]


def test_a_fiscal_year_goes_by_cumulatives_as_published(printer, standing):
    printer.of_return("2025-01-06").to_date(600, "2024-06").to_date(1300, "2024-12")
    printer.of_return("2025-04-06").year([100] * 3, 2025).to_date(310, "2025-03")
    (one,) = standing(printer, target(1300, year=2024, first_month=7))
    assert millions(one.cumulative) == [1010]


def test_a_half_year_is_over_in_june(four_years, standing):
    met, missed = target(700, months=6), target(730, months=6)
    assert standing(four_years, met)[0].status is PaceStatus.MET
    (one,) = standing(four_years, missed)
    assert (one.status, one.reason) == (PaceStatus.BEHIND, Reason.TARGET_MISSED)
    assert (one.required_monthly, one.months_left) == (None, 0)


def test_months_that_have_not_begun_say_so(four_years, standing):
    (one,) = standing(four_years, target(800, first_month=7, months=6))
    assert (one.status, one.reason) == (PaceStatus.CANNOT_SAY, Reason.NOT_BEGUN)
    assert (one.cumulative, one.through, *millions(one.required_monthly)) == (None, None, 133.333)


def test_a_group_is_the_sum_of_its_members_and_names_those_not_told(four_years, standing):
    for item, amount in (("COFFEE", 10), ("SEAFOOD", 5)):
        four_years.of_return("2025-01-06").year([amount] * 12, 2024, item=item)
        four_years.of_return("2025-07-06").year([amount * 2] * 6, 2025, item=item)
    (one,) = standing(four_years, target(400, item="MARD/AGRO_FORESTRY_FISHERY"))
    assert millions(one.cumulative, one.base, one.base_cumulative) == [180, 180, 90]
    assert "RICE" in one.silent
    assert not {"COFFEE", "SEAFOOD"} & set(one.silent)
    assert one.season.note is SeasonNote.OF_TOTAL


def test_a_group_s_growth_compares_what_both_years_tell_of(four_years, standing):
    """Rice stands in last year's table alone, tea in this year's: the growth is coffee's."""
    four_years.of_return("2025-01-06").year([10] * 12, 2024, item="COFFEE")
    four_years.year([5] * 12, 2024, item="RICE")
    four_years.of_return("2025-07-06").year([12] * 6, 2025, item="COFFEE")
    four_years.year([3] * 6, 2025, item="TEA")
    (one,) = standing(four_years, target(400, item="MARD/AGRO_FORESTRY_FISHERY"))
    assert millions(one.cumulative, one.base_cumulative) == [90, 90]
    assert (*millions(*one.alike), one.growth) == (72, 60, pytest.approx(0.2))
    assert one.yardsticks.growth.value == one.growth
    assert "RICE" in one.silent
    assert "COTTON" not in one.silent  # no table of exports has a line for it
    said = lacks(one, language("en"))
    assert "Rice" in said
    assert said.endswith("growth compares what both years tell of")


def test_a_member_that_lacks_a_month_leaves_the_group_unknown(four_years, standing):
    four_years.of_return("2025-07-06").year([10] * 6, 2025, item="COFFEE")
    four_years.year([5] * 5, 2025, item="SEAFOOD")
    (one,) = standing(four_years, target(400, item="MARD/AGRO_FORESTRY_FISHERY"))
    assert (one.cumulative, one.reason) == (None, Reason.MISSING_MONTH)
    may = [p.cumulative for p in one.points][4]
    assert millions(may) == [75]


def test_a_month_missing_in_the_middle_is_no_zero(printer, standing):
    printer.of_return("2025-01-06").year([100] * 12, 2024).of_return("2025-07-06")
    for month in (1, 2, 4, 5):
        printer.month(100, f"2025-{month:02d}")
    (one,) = standing(printer, target(0.1, measure=GROWTH))
    assert (one.status, one.reason) == (PaceStatus.CANNOT_SAY, Reason.MISSING_MONTH)


def test_a_bloc_falls_back_on_the_total_that_is_printed_for_it(four_years, standing):
    four_years.of_return("2025-07-06").year([20] * 6, 2025, market="EU27")
    (one,) = standing(four_years, target(200, market="FTA/EU"))
    assert millions(one.cumulative) == [120]


def test_a_share_is_held_against_the_whole_to_date(four_years, standing):
    four_years.of_return("2025-07-06").year([30] * 6, 2025, item="ELEC")
    quarter, half = (target(s, measure=SHARE, item="ELEC") for s in (0.25, 0.5))
    (one,) = standing(four_years, quarter)
    assert one.share_of_whole == pytest.approx(0.25)
    assert (one.status, one.reason) == (PaceStatus.ON_TRACK, Reason.NEAR_PATH)
    assert (one.low, one.share_of_target, one.required_monthly) == (None, None, None)
    assert standing(four_years, half)[0].status is PaceStatus.BEHIND


def test_a_deficit_may_be_a_share_of_exports(four_years, standing):
    (one,) = standing(four_years, target(-0.05, measure=SHARE, flow=Flow.BALANCE))
    assert one.share_of_whole == pytest.approx(180 / 720)
    assert one.status is PaceStatus.AHEAD


def test_a_half_year_s_target_has_the_three_yardsticks_too(four_years, standing):
    half = target(0.1, measure=GROWTH, first_month=1, months=6)
    (one,) = standing(four_years, half, through=Month(2025, 3))
    sticks = one.yardsticks
    assert (sticks.growth.value, sticks.growth.against) == pytest.approx((0.2, 0.1))
    assert sticks.share.value == one.share_of_target
    assert sticks.path.difference == pytest.approx(one.gap)
    assert sticks.straight == 0.5
    (share,) = standing(four_years, target(0.2, measure=SHARE, item="ELEC"))
    assert share.yardsticks is None


def test_a_surplus_is_phased_by_exports_and_imports_together(four_years, standing):
    (one,) = standing(four_years, target(360, flow=Flow.BALANCE, measure=SURPLUS))
    assert one.season.note is SeasonNote.OF_TRADE
    assert one.points[-1].path == one.low
    straight = standing(
        four_years, target(360, flow=Flow.BALANCE, measure=SURPLUS), phasing=Phasing.LINEAR
    )[0]
    assert millions(straight.path) == [180]


def test_a_surplus_above_its_target_before_the_end_is_ahead_not_met(four_years, standing):
    """June stands at 180: what is left may take it away again."""
    (one,) = standing(four_years, target(170, flow=Flow.BALANCE, measure=SURPLUS))
    assert one.cumulative > one.low
    assert (one.status, one.reason) == (PaceStatus.AHEAD, Reason.ABOVE_PATH)


def test_a_surplus_follows_the_targets_of_exports_and_imports_where_both_have_one(
    printer, standing
):
    """Exports come late in the year, imports early: so does their difference."""
    for year in range(2021, 2025):
        printer.of_return(f"{year + 1}-01-06").year([50] * 6 + [150] * 6, year)
        printer.year([120] * 6 + [60] * 6, year, flow=Flow.IMPORT)
    printer.of_return("2025-02-06").year([60], 2025).year([120], 2025, flow=Flow.IMPORT)
    surplus = target(200, flow=Flow.BALANCE, measure=SURPLUS)
    trade = (target(1300), target(1120, flow=Flow.IMPORT))
    one = next(p for p in standing(printer, surplus, *trade) if p.target.flow is Flow.BALANCE)
    exports, imports, _ = standing(printer, *trade, surplus)
    assert one.season.note is SeasonNote.OF_TARGETS
    assert one.points[5].path < 0 < one.points[11].path == one.low
    rest = one.low - (exports.low - imports.low)
    for point, e, i in zip(one.points, exports.points, imports.points, strict=True):
        assert 0 <= point.path - (e.path - i.path) <= rest + 1
    straight = standing(printer, surplus, *trade, phasing=Phasing.LINEAR)
    assert straight[-1].points[5].path == pytest.approx(straight[-1].low / 2)


def test_a_fixed_base_is_the_year_as_it_was_known_that_day(four_years, new_printer, standing):
    then = {JANUARY_8: new_printer().of_return("2025-01-06").year([90] * 12, 2024)}
    fixed, floating = target(0.1, measure=GROWTH, base_as_of=JANUARY_8), target(0.1, measure=GROWTH)
    (one,) = standing(four_years, fixed, then=then)
    assert (*millions(one.low, one.base), one.base_as_of) == (1188, 1080, JANUARY_8)
    assert one.growth == pytest.approx(720 / 540 - 1)
    (other,) = standing(four_years, floating)
    assert (*millions(other.low), other.base_as_of) == (1320, None)


def test_the_overview_says_the_fixed_bases_target(four_years, new_printer):
    from desktop.analysis.overview import overview  # noqa: PLC0415 - only here
    from desktop.analysis.targets.every import TargetFrames  # noqa: PLC0415 - only here

    then = {JANUARY_8: new_printer().of_return("2025-01-06").year([90] * 12, 2024).frame()}
    fixed = target(0.1, measure=GROWTH, base_as_of=JANUARY_8, number=1)
    shown = overview(four_years.frame(), [fixed], beside=TargetFrames(then=then)).exports
    assert millions(shown.target_usd) == [1188]
    nothing = {JANUARY_8: new_printer().frame()}
    unknown = overview(four_years.frame(), [fixed], beside=TargetFrames(then=nothing)).exports
    assert (unknown.target_usd, unknown.reason) == (None, Reason.NO_BASE)


def test_superseded_versions_keep_their_values_and_paths(four_years, standing):
    eight = target(0.08, measure=GROWTH, issued_on=date(2024, 12, 20))
    fifteen = replace(eight, low=0.15, high=0.16, issued_on=date(2025, 1, 8))
    (one,) = standing(four_years, eight, fifteen)
    assert one.target.low == 0.15
    first, last = one.versions
    assert millions(first.low, last.low, last.high) == [1296, 1380, 1392]
    assert first.path[-1] == first.low
    assert last.path == tuple(p.path for p in one.points)


def test_a_target_without_a_base_says_so(printer, standing):
    printer.of_return("2025-07-06").year([100] * 6, 2025)
    (one,) = standing(printer, target(0.1, measure=GROWTH))
    assert (one.low, one.status, one.reason) == (None, PaceStatus.CANNOT_SAY, Reason.NO_BASE)


def test_growth_on_a_base_of_nothing_is_no_value(four_years, standing):
    four_years.of_return("2025-01-06").year([0] * 12, 2024, item="TOYS")
    four_years.of_return("2025-07-06").year([1] * 6, 2025, item="TOYS")
    (one,) = standing(four_years, target(0.1, measure=GROWTH, item="TOYS"))
    assert (one.low, one.growth, one.reason) == (None, None, Reason.BASE_NOT_POSITIVE)


def test_a_province_of_today_is_held_against_the_units_it_was_made_of(four_years, standing):
    for unit in ("Bắc Ninh", "Bắc Giang"):
        four_years.of_return("2025-01-06").year([10] * 12, 2024, province=unit)
        four_years.of_return("2025-07-06").year([12] * 6, 2025, province=unit)
    four_years.of_return("2025-08-06").both(25, 169, "2025-07", province="Bắc Ninh")
    four_years.both(120, 840, "2025-07")
    (one,) = standing(four_years, target(300, province="Bắc Ninh"), year=2025)
    assert millions(one.cumulative, one.base_cumulative, one.base) == [169, 140, 240]
    assert [millions(p.value)[0] for p in one.points[5:7]] == [24, 25]


def test_only_targets_of_the_year_are_told(four_years, standing):
    other_years = target(1, year=2023), target(1, year=2026)
    assert standing(four_years, *other_years) == ()


def test_a_group_that_no_scheme_has_any_more_is_told_as_unknown(four_years, standing):
    (one,) = standing(four_years, target(1, item="GONE/GROUP"))
    assert (one.reason, one.silent) == (Reason.NO_FIGURES, ("GONE/GROUP",))
