"""Three yardsticks side by side, each with its verdict; months beside the path; the best month."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.growth import growth
from desktop.analysis.overview import overview
from desktop.analysis.results import PaceStatus
from desktop.analysis.status_rules import Standing, judge
from desktop.analysis.yardstick_results import Months, Verdict
from desktop.analysis.yardstick_wording import beside_told, estimate_told, yardsticks_told
from desktop.analysis.yardsticks import months_beside, yardsticks
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import Flow, Measure
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from tests.analysis.test_progress import PUBLISHED, TWELVE_PERCENT

JUNE = {"through": 6, "any_figure": True, "any_target": True}


def held(cumulative, target, path, base, base_year, **more):
    standing = Standing(cumulative=cumulative, target=target, path=path, **{**JUNE, **more})
    return yardsticks(standing, growth(cumulative, base), base_year)


@pytest.fixture
def published(printer):
    """The years 2022 to 2024, and 2025 month by month up to June, July an estimate."""
    printer.of_return("2025-02-06")
    for year, months in PUBLISHED.items():
        printer.year(months, year, status=Status.ACTUAL)
    printer.of_return("2025-07-06")
    printer.year([33158.92, 31167.13, 38567.64, 37739.82, 39700.07, 39490], 2025)
    return printer.month(42290, "2025-07", status=Status.ESTIMATE)


def test_the_three_are_held_each_against_its_own(published, exports):
    p = exports(published, TWELVE_PERCENT, through=Month(2025, 6))
    growth, share, path = (getattr(p.yardsticks, name) for name in ("growth", "share", "path"))
    assert (growth.value, growth.against) == pytest.approx((p.growth, 0.12))
    assert growth.difference == pytest.approx(p.growth - 0.12)
    assert (share.value, share.against) == pytest.approx((p.share_of_target, p.path / p.target_usd))
    assert (path.value, path.against, path.difference) == pytest.approx(
        (p.cumulative, p.path, p.gap)
    )
    assert (growth.verdict, share.verdict) == (Verdict.ABOVE, Verdict.WITHIN)
    assert path.verdict is Verdict.WITHIN
    assert p.yardsticks.straight == 0.5


@pytest.mark.parametrize(
    ("cumulative", "verdict"), [(1020, Verdict.ABOVE), (1019, Verdict.WITHIN),
                                (980, Verdict.WITHIN), (979, Verdict.BELOW)],
)  # fmt: skip
def test_share_and_path_are_level_within_what_counts_as_on_the_path(cumulative, verdict):
    sticks = held(cumulative, 2000, 1000, 900, 1800)
    assert (sticks.share.verdict, sticks.path.verdict) == (verdict, verdict)


@pytest.mark.parametrize(
    ("cumulative", "verdict", "difference"),
    [(1049, Verdict.BELOW, -0.001), (1055, Verdict.WITHIN, 0), (1062, Verdict.ABOVE, 0.002)],
)
def test_growth_below_within_and_above_a_range_are_told_apart(cumulative, verdict, difference):
    growth = held(cumulative, 1050, 1050, 1000, 1000, target_high=1060, path_high=1060).growth
    assert (growth.against, growth.against_high) == pytest.approx((0.05, 0.06))
    assert growth.verdict is verdict
    assert growth.difference == pytest.approx(difference)


def test_a_range_s_share_is_above_only_beyond_the_high_end():
    more = {"target_high": 2200, "path_high": 1100}
    assert held(1090, 2000, 1000, 900, 1800, **more).share.verdict is Verdict.WITHIN
    assert held(1130, 2000, 1000, 900, 1800, **more).share.verdict is Verdict.ABOVE
    assert held(970, 2000, 1000, 900, 1800, **more).share.verdict is Verdict.BELOW


def test_january_alone_is_compared_and_not_judged():
    sticks = held(70, 1000, 80, 75, 900, through=1)
    assert {s.verdict for s in (sticks.growth, sticks.share, sticks.path)} == {Verdict.NOT_JUDGED}
    assert sticks.path.difference == pytest.approx(-0.01)  # thousandths


def test_a_target_of_january_alone_is_judged_when_it_is_over_as_its_status_is():
    sticks = held(70, 100, 100, 75, 75, through=1, months=1)
    assert {s.verdict for s in (sticks.growth, sticks.share, sticks.path)} == {Verdict.BELOW}
    assert judge(Standing(1, True, True, 70, 100, 100, months=1))[0] is PaceStatus.BEHIND


def test_what_is_not_known_has_no_verdict():
    sticks = held(None, None, None, None, None)
    assert sticks.growth.verdict is Verdict.NOT_JUDGED
    assert (sticks.share.value, sticks.path.difference) == (None, None)


@given(st.integers(1, 10**12), st.integers(2, 10**12), st.integers(1, 10**12))
def test_the_path_s_verdict_is_the_status_s(cumulative, target, path):
    verdict = held(cumulative, target, path, 1, 1).path.verdict
    standing = Standing(cumulative=cumulative, target=target, path=path, **JUNE)
    status = judge(standing)[0]
    if status is not PaceStatus.MET:
        assert (verdict is Verdict.ABOVE) is (status is PaceStatus.AHEAD)
        assert (verdict is Verdict.WITHIN) is (status is PaceStatus.ON_TRACK)


def test_each_month_is_held_against_its_own_part_of_the_path():
    beside = months_beside(2025, [10, 10, 9, None, 12], [10, 20, 30, 40, 50])
    assert beside.above == (Month(2025, 1), Month(2025, 2), Month(2025, 5))
    assert beside.below == (Month(2025, 3),)


@pytest.mark.parametrize(
    ("months", "above", "below"),
    [
        ([6, 15], (1, 2), ()),
        ([15, 4], (), (1, 2)),
        ([6], (), ()),
        ([6, None, 11], (3,), ()),
        ([None, 15, 9], (), (3,)),
    ],
)
def test_january_and_february_are_held_against_the_path_together(months, above, below):
    beside = months_beside(2025, months, [10, 20, 30])
    assert [month.number for month in beside.above] == list(above)
    assert [month.number for month in beside.below] == list(below)


def test_january_and_february_are_named_as_one(published, exports):
    months = Months((Month(2025, 1), Month(2025, 2), Month(2025, 5)), (Month(2025, 3),))
    judged = replace(exports(published), beside_path=months)
    assert beside_told(judged, language("en"))[:2] == (
        "Above their own part of the path: Jan + Feb, May.",
        "Below their own part of the path: Mar.",
    )


def test_the_best_month_is_over_every_year_held(published, exports):
    assert exports(published).best_month.month == Month(2025, 7)
    assert exports(published).best_month.is_newest
    june = exports(published, through=Month(2025, 6)).best_month
    assert (june.month, june.value) == (Month(2025, 5), pytest.approx(39_700.07e6))
    assert (june.is_newest, june.source.printed) == (False, "39700.07")
    assert exports(published, through=Month(2024, 6)).best_month.month == Month(2022, 8)


def test_where_a_month_is_missing_the_best_is_that_of_the_months_held(printer, exports):
    printer.of_return("2025-04-06").year([30000, 29000, 28000], 2024).month(31000, "2025-01")
    seen = exports(printer)  # April to December 2024 are not known
    assert not seen.best_month.of_all
    (said,) = (line for line in beside_told(seen, language("en")) if "31.00 bn" in line)
    assert said.startswith("This is the best of the months held: January 2025")
    for number in range(4, 13):
        printer.month(20000, f"2024-{number:02}")
    seen = exports(printer)
    assert seen.best_month.of_all
    assert any("best month on record" in line for line in beside_told(seen, language("en")))


def test_of_one_year_alone_no_month_is_called_the_best(printer, exports):
    one = printer.of_return("2025-07-06").year([33158.92, 31167.13, 38567.64], 2025)
    assert exports(one).best_month is None
    assert exports(one.month(31000, "2024-03")).best_month.month == Month(2025, 3)


def test_what_the_rest_means_for_each_month_is_against_the_same_month(published, exports):
    p = exports(published, TWELVE_PERCENT)
    december = p.months[11]
    assert december.required_growth == pytest.approx(december.required / 35_528.99e6 - 1)
    assert december.average_growth == pytest.approx(p.required_monthly / 35_528.99e6 - 1)
    assert (p.months[0].required_growth, p.months[0].average_growth) == (None, None)


def test_a_status_on_an_estimate_says_so(published, exports):
    july = exports(published, TWELVE_PERCENT)
    assert july.on_estimate
    assert estimate_told(july, language("en")) == "on an estimate"
    june = exports(published, TWELVE_PERCENT, through=Month(2025, 6))
    assert not june.on_estimate
    assert estimate_told(june, language("en")) == ""


def test_an_estimate_is_judged_as_it_is_usually_revised(printer, exports):
    for year, months in PUBLISHED.items():
        printer.of_return("2025-01-06").year(months, year, status=Status.ACTUAL)
    told = 0.0
    for number, amount in enumerate([33_000, 31_000, 38_000, 37_000, 37_000, 37_000, 38_000], 1):
        printer.of_return(f"2025-{number:02d}-28")
        if number > 1:  # each is revised by 2 % of what was told at first
            printer.to_date(told * 1.02, f"2025-{number - 1:02d}")
        told = told * 1.02 + amount
        printer.both(amount, told, f"2025-{number:02d}", status=Status.ESTIMATE)
    p = exports(printer, TWELVE_PERCENT)
    assert p.revision == pytest.approx(0.02, abs=1e-4)
    assert p.if_revised == (PaceStatus.ON_TRACK, PaceStatus.AHEAD)
    assert estimate_told(p, language("en")) == (
        "on an estimate; revised by its usual 2.0%: down On track, up Ahead of the path"
    )


def test_they_are_told_in_one_set_of_words(published, exports):
    p = exports(published, TWELVE_PERCENT, through=Month(2025, 6))
    lines = yardsticks_told(p, language("vi"))
    assert [line.value for line in lines] == ["+15,3%", "48,4%", "219,82"]
    assert lines[0].against == "+12,0%"
    assert yardsticks_told(exports(published), language("vi")) == ()


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ((0.14183, 0.14042), ("14.18%", "14.04%", "+0.14 pts")),  # not 14.2, 14.0 and +0.1
        ((0.4840, 0.4728), ("48.4%", "47.3%", "+1.1 pts")),
    ],
)
def test_the_difference_told_is_that_of_what_is_told(published, exports, share, said):
    p = exports(published, TWELVE_PERCENT, through=Month(2025, 6))
    value, against = share
    stick = replace(p.yardsticks.share, value=value, against=against, difference=value - against)
    sticks = replace(p.yardsticks, share=stick)
    told = yardsticks_told(replace(p, yardsticks=sticks), language("en"))[1]
    assert (told.value, told.against, told.difference) == said


def test_both_ends_of_a_range_are_told_in_a_few_signs(published, exports):
    asked = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16)
    growth, share, path = yardsticks_told(
        exports(published, asked, through=Month(2025, 6)), language("en")
    )
    assert growth.against == "+15–16%"
    assert (growth.difference, growth.word) == ("0.0 pts", "level")
    low, high = map(float, path.against.split("–"))
    assert 220 < low < high < 230
    assert "–" not in share.against


def test_a_range_is_judged_by_its_low_end_and_ahead_beyond_its_high(published):
    def status(low, high):
        target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, low, high)
        return overview(published.frame(), [target], through=Month(2025, 6)).exports.status

    assert status(0.05, 0.06) is PaceStatus.AHEAD
    assert status(0.10, 0.15) is PaceStatus.ON_TRACK


@pytest.mark.parametrize(
    ("index", "said"),
    [
        (114.4, "Growth to date as printed, +14.4%, is 2.4 points above what the target asks for"),
        (109.0, "Growth to date as printed, +9.0%, is 3.0 points below what the target asks for"),
        (112.0, "Growth to date as printed, +12.0%, is what the target asks for (+12%)."),
    ],
)
def test_without_a_base_the_printed_growth_is_held_against_the_growth_asked(
    printer, exports, index, said
):
    printer.of_return("2025-07-06").to_date(219_830, "2025-06")
    printer.put(index, "2025-06", Basis.CUMULATIVE, measure=Measure.GROWTH_VALUE)
    p = exports(printer, TWELVE_PERCENT)
    assert (p.growth, p.status) == (None, PaceStatus.CANNOT_SAY)
    assert [line for line in beside_told(p, language("en")) if line.startswith(said)]
    assert [line for line in beside_told(p, language("vi")) if "theo số in" in line]


def test_where_ours_is_known_or_january_is_alone_nothing_more_is_said(printer, exports):
    printer.of_return("2025-02-06").month(33_000, "2025-01")
    printer.put(95.7, "2025-01", Basis.MONTH, measure=Measure.GROWTH_VALUE)
    alone = exports(printer, TWELVE_PERCENT)
    printer.of_return("2024-07-06").to_date(190_000, "2024-06")
    printer.of_return("2025-07-06").to_date(219_830, "2025-06")
    printer.put(114.4, "2025-06", Basis.CUMULATIVE, measure=Measure.GROWTH_VALUE)
    both = exports(printer, TWELVE_PERCENT)
    assert both.growth is not None
    for p in (alone, both):
        assert not [line for line in beside_told(p, language("en")) if "as printed" in line]
