"""How one flow stands: growth on both bases, target, path, gap and what is required."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.growth import growth
from desktop.analysis.overview import overview
from desktop.analysis.results import PaceStatus, Phasing, Reason
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import Flow, Measure
from desktop.figures.target import Target, TargetMeasure

TWELVE_PERCENT = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12)
PUBLISHED = {  # million US dollars, the latest figure of each month
    2022: [31885.2, 23352.7, 34749.4, 33253.3, 30858.2, 33073.4,
           30746.6, 35033.0, 30037.7, 30509.7, 29119.7, 29096.4],
    2023: [23645.5, 26124.8, 29787.1, 28167.4, 28324.6, 29940.7,
           30157.1, 32817.5, 30758.5, 32324.6, 31188.8, 31484.3],
    2024: [34530.82, 24683.83, 33666.13, 31104.08, 32294.06, 34456.01,
           36752.03, 38085.60, 34077.62, 35982.87, 34369.71, 35528.99],
}  # fmt: skip


@pytest.fixture
def history(printer):
    """Three whole years, month by month, and the published total of 2024."""
    printer.of_return("2025-02-06")
    for year, months in PUBLISHED.items():
        printer.year(months, year, status=Status.ACTUAL)
    return printer.put(405_531.740609, "2024-12", Basis.YEAR)


@pytest.fixture
def june(history):
    """The May and June books of 2025, with the growth that June's printed."""
    history.of_return("2025-06-06").both(39_600, 180_230, "2025-05")
    history.of_return("2025-07-06").both(39_490, 219_830, "2025-06")
    return history.to_date("114.4", "2025-06", measure=Measure.GROWTH_VALUE)


def test_both_growths_are_told_each_on_its_base(june, exports):
    p = exports(june)
    # The office grew from a revised half-year of 192.2 bn that it never published by month;
    # the months it did publish sum to 190.7 bn. Each is true of its base.
    assert p.growth_printed == 0.144
    assert p.growth_printed_source.printed == "114.4"
    assert p.base_cumulative == 190_734_930_000
    assert p.growth == pytest.approx(0.1525, abs=5e-5)


def test_half_a_year_against_twelve_percent(june, exports):
    p = exports(june, TWELVE_PERCENT)
    assert p.target_usd == pytest.approx(454_195.5e6, abs=0.1e6)
    assert p.share_of_target == pytest.approx(0.484, abs=5e-4)
    assert p.monthly_average == pytest.approx(36.6e9, abs=0.05e9)
    assert p.required_monthly == pytest.approx(39.06e9, abs=0.01e9)
    assert p.required_growth == pytest.approx(0.091, abs=5e-4)
    assert p.months_left == 6


def test_the_path_takes_the_season_of_three_years_where_there_are_no_more(june, exports):
    p = exports(june, TWELVE_PERCENT)
    assert p.phasing_years == (2022, 2023, 2024)
    assert p.months[11].path == p.target_usd
    assert sum(m.required or 0 for m in p.months) == pytest.approx(p.target_usd - p.cumulative)


def test_two_years_are_no_season(printer, exports):
    printer.of_return("2025-02-06").year(PUBLISHED[2023], 2023).year(PUBLISHED[2024], 2024)
    printer.of_return("2025-03-06").both(31_109, 64_268, "2025-02")
    p = exports(printer, TWELVE_PERCENT)
    assert (p.path, p.gap, p.status, p.reason) == (
        None,
        None,
        PaceStatus.CANNOT_SAY,
        Reason.NO_PATH,
    )
    assert p.required_monthly > 0
    line = exports(printer, TWELVE_PERCENT, phasing=Phasing.LINEAR)
    assert line.path == pytest.approx(line.target_usd / 6)
    assert line.phasing_years == ()


def test_a_path_as_last_year_says_that_last_year_is_not_complete(june, exports):
    june.rows = [row for row in june.rows if row[8] != Month(2024, 4).ordinal]
    value = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 454e9, 454e9)
    p = exports(june, value, phasing=Phasing.LAST_YEAR)
    assert (p.status, p.reason) == (PaceStatus.CANNOT_SAY, Reason.NO_LAST_YEAR)


def test_a_year_with_a_hole_shapes_no_path(june, exports):
    june.rows = [row for row in june.rows if row[8] != Month(2023, 4).ordinal]
    assert exports(june, TWELVE_PERCENT).phasing_years == ()


def test_a_met_target_requires_nothing(june, exports):
    p = exports(june, Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 200e9, 200e9))
    assert p.status is PaceStatus.MET
    assert (p.required_monthly, p.required_growth) == (0.0, None)
    assert [m.required for m in p.months] == [None] * 6 + [0.0] * 6


def test_a_growth_target_without_last_year_cannot_be_judged(printer, exports):
    printer.of_return("2025-07-06").both(39_490, 219_830, "2025-06")
    p = exports(printer, TWELVE_PERCENT)
    assert (p.target, p.target_usd) == (TWELVE_PERCENT, None)
    assert (p.status, p.reason) == (PaceStatus.CANNOT_SAY, Reason.NO_BASE)


@pytest.mark.parametrize("base", [0, -1])
def test_growth_on_a_base_of_nothing_or_less_is_not_said_to_lack_a_base(printer, exports, base):
    printer.of_return("2025-02-06").year([base] * 12, 2024).month(5, "2025-01")
    p = exports(printer, TWELVE_PERCENT)
    assert p.target_usd is None
    assert (p.status, p.reason) == (PaceStatus.CANNOT_SAY, Reason.BASE_NOT_POSITIVE)


def test_a_year_without_figures_says_so(june, exports):
    p = exports(june, year=2026)
    assert (p.cumulative, p.status, p.reason) == (None, PaceStatus.CANNOT_SAY, Reason.NO_FIGURES)
    assert p.base_cumulative is None  # January 2025 was printed in no book given here


def test_growth_of_a_month_is_against_the_same_month(june, exports):
    assert exports(june).months[4].growth == pytest.approx(39_600 / 32_294.06 - 1)


@given(st.floats(1e8, 1e13), st.floats(1e8, 1e13))
def test_growth_there_and_back_is_none(one, other):
    assert (1 + growth(one, other)) * (1 + growth(other, one)) == pytest.approx(1)


@given(
    months=st.lists(st.integers(1, 10**8), min_size=1, max_size=12),
    target=st.integers(1, 10**9),
)
def test_gap_and_requirement_close_the_account(new_printer, months, target):
    printer = new_printer().of_return("2025-02-06")
    for year, before in PUBLISHED.items():
        printer.year(before, year)
    printer.of_return("2026-01-06").year(months, 2025)
    asked = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, target * 1e6, target * 1e6)
    p = overview(printer.frame(), [asked], year=2025).exports
    assert p.cumulative == sum(months) * 1e6
    assert p.gap + p.path == pytest.approx(p.cumulative)
    if p.required_monthly:
        assert p.required_monthly * p.months_left + p.cumulative == pytest.approx(p.target_usd)
