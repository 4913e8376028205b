"""Where each part should be by now, and the balance month by month."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.overview import overview
from desktop.analysis.structure.answer import parts_within
from desktop.analysis.structure.course import course_of, course_within, published_of
from desktop.analysis.structure.paths import paths_of
from desktop.analysis.structure_results import Window
from desktop.analysis.structure_view import View
from desktop.figures.groupings import schemes
from desktop.figures.month import Month
from desktop.figures.phasing import Phasing
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from tests.analysis.structure.traded import IMPORT, JUNE, books, told

TENTH = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.1, 0.1, number=1)
OF_US = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.5, 0.5, market="US", number=2)
SURPLUS = Target(Flow.BALANCE, TargetMeasure.VALUE, 2025, 24e6, 24e6, number=3)


def within(printer, through=JUNE, **codes):
    values, _ = books(printer.frame())
    told = published_of(values, codes.get("item", ""), codes.get("market", ""), through)
    return course_within(parts_within(values, through, **codes), through, told).months


@pytest.fixture
def two_years(printer):
    """Print 2024 and half of 2025: exports to the US and China, imports, one item of both."""
    printer.of_return("2025-07-06")
    for year, months in ((2024, 12), (2025, 6)):
        printer.year((20.0,) * months, year)
        printer.year((12.0,) * months, year, market="US")
        printer.year((5.0,) * months, year, market="CN")
        printer.year((18.0,) * months, year, flow=IMPORT)
        printer.year((4.0,) * months, year, flow=IMPORT, market="US")
        printer.year((9.0,) * months, year, item="ELEC")
        printer.year((7.0,) * months, year, flow=IMPORT, item="ELEC")
    return printer


def seen(printer, *targets):
    return overview(printer.frame(), targets, through=JUNE, phasing=Phasing.LINEAR)


def by_code(printer, *targets, **asked):
    found = paths_of(told(printer, **asked), seen(printer, *targets))
    return {(p.flow, p.code): p for p in found}


def test_a_part_without_a_target_has_its_share_of_the_totals_path(two_years):
    paths = by_code(two_years, TENTH)
    whole = seen(two_years, TENTH).exports.path
    assert paths[Flow.EXPORT, "US"].path == pytest.approx(whole * 12 / 20)
    assert paths[Flow.EXPORT, "CN"].path == pytest.approx(whole * 5 / 20)
    assert paths[Flow.EXPORT, "US"].target is None
    assert not [code for flow, code in paths if flow is IMPORT]


def test_a_parts_own_target_comes_before_its_share(two_years):
    paths = by_code(two_years, TENTH, OF_US)
    own = paths[Flow.EXPORT, "US"]
    assert own.target == OF_US
    assert own.path == pytest.approx(12e6 * 6 * 1.5)
    assert paths[Flow.EXPORT, "CN"].target is None


def test_paths_are_of_the_year_to_date_and_of_a_target_only(two_years):
    assert by_code(two_years) == {}
    for window in (Window.MONTH, Window.ROLLING_12):
        assert by_code(two_years, TENTH, window=window) == {}


@pytest.mark.parametrize(
    ("window", "target", "known"),
    [(Window.TO_DATE, TENTH, 2), (Window.TO_DATE, SURPLUS, 1), (Window.MONTH, TENTH, 0)],
)
def test_the_paths_of_a_split_are_those_that_each_of_its_parts_has(
    two_years, window, target, known
):
    grouped = [schemes()[code] for code in ("GSO", "CONTINENT")]
    found = told(two_years, window=window, groupings=grouped)
    view = View(None, found, paths_of(found, seen(two_years, target, OF_US)))
    flows = found.exports, found.imports
    of_all = [split for flow in flows for split in (flow.items, flow.markets)]
    for split in (*of_all, *found.groupings, *([found.emerging] if found.emerging else [])):
        one_by_one = [view.path_in(split, code) for code in split.column("code")]
        amounts, paths = view.paths_in(split)
        assert list(paths) == one_by_one
        assert list(amounts) == [path and path.path for path in one_by_one]
    assert sum(map(bool, view.paths_in(found.exports.markets).paths)) == known


@settings(max_examples=20)
@given(values=st.lists(st.integers(1, 10**6), min_size=1, max_size=4))
def test_the_paths_of_parts_that_make_the_total_make_its_path(new_printer, values):
    printer = new_printer().of_return("2025-07-06")
    for year, months in ((2024, 12), (2025, 6)):
        printer.year((sum(values),) * months, year)
        for market, value in zip(("US", "CN", "JP", "DE"), values, strict=False):
            printer.year((value,) * months, year, market=market)
    paths = by_code(printer, TENTH)
    summed = sum(p.path for p in paths.values())
    assert summed == pytest.approx(seen(printer, TENTH).exports.path)


def test_the_balance_runs_month_by_month_against_the_surplus_aimed_at(two_years):
    course = course_of(seen(two_years, SURPLUS))
    june = course.months[5]
    assert (june.exports, june.imports, june.balance) == (20e6, 18e6, 2e6)
    assert (june.cumulative, june.cumulative_last_year) == (12e6, 12e6)
    assert course.target.target == SURPLUS
    assert course.months[11].path == pytest.approx(24e6)
    assert course.months[6].balance is None
    assert course.months[6].last_year == 2e6


def test_the_balance_with_one_market_and_in_one_item(two_years):
    with_us = within(two_years, market="US")
    assert [m.balance for m in with_us[:6]] == [8e6] * 6
    assert with_us[5].cumulative == 48e6
    assert with_us[5].cumulative_last_year == 48e6
    assert with_us[6].balance is None
    assert with_us[6].last_year == 8e6
    in_item = within(two_years, item="ELEC")
    assert [m.balance for m in in_item[:6]] == [2e6] * 6
    unknown = within(two_years, market="CN")  # imports from there were not printed
    assert {m.balance for m in unknown} == {None}
    assert [m.exports for m in unknown[:6]] == [5e6] * 6


def test_within_a_market_the_cumulative_is_the_one_that_was_published(two_years):
    two_years.to_date(40.0, "2025-03", market="US")  # its months sum to 36
    march, april, june = (within(two_years, market="US")[n] for n in (2, 3, 5))
    assert march.cumulative == 40e6 - 12e6
    assert april.cumulative == 4 * 8e6 + 4e6
    assert june.reported_on == march.reported_on == "2025-07-06"
    assert march.status is not None


@pytest.mark.parametrize("through", ["2025-01", "2025-12"])
def test_the_months_lie_in_their_year_wherever_it_ends(new_printer, through):
    last = Month.parse(through)
    printer = new_printer().of_return("2026-01-06")
    for flow in (Flow.EXPORT, IMPORT):
        times = 3 if flow is Flow.EXPORT else 1
        for year in (2024, 2025):
            months = [times * (year * 100 + n) for n in range(1, 13)]
            printer.year(months, year, flow=flow, market="US")
            printer.year(months, year, flow=flow)
    found = within(printer, last, market="US")
    for month in found:
        known = month.month <= last
        wanted = 2 * (2025 * 100 + month.month.number) * 1e6
        assert month.balance == (wanted if known else None)
        before = 2 * (2024 * 100 + month.month.number) * 1e6
        within_reach = last - (month.month - 12) < 18
        assert month.last_year == (before if within_reach else None)
