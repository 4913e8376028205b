"""How an item, a market, a group stands beside the flow: against its own target, if it has one."""

from __future__ import annotations

import pytest

from desktop.analysis.overview import overview
from desktop.analysis.part_progress import part_progress
from desktop.analysis.results import PaceStatus, Reason
from desktop.figures.phasing import Phasing
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from tests.analysis.structure.traded import JUNE, books

HALF_MORE = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.5, 0.5, market="US", number=2)


@pytest.fixture
def two_years(printer):
    """Print 2024 and half of 2025, with two members of ASEAN and one item."""
    printer.of_return("2025-07-06")
    for year, months, more in ((2024, 12, 0.0), (2025, 6, 1.0)):
        printer.year((20.0 + 4 * more,) * months, year)
        for market, amount in (("US", 12.0), ("TH", 3.0), ("SG", 2.0)):
            printer.year((amount + more,) * months, year, market=market)
            printer.year((amount / 2 + more,) * months, year, market=market, item="RICE")
        printer.year((9.0 + more,) * months, year, item="RICE")
    return printer


def told(printer, *targets, **part):
    seen = overview(printer.frame(), targets, through=JUNE, phasing=Phasing.LINEAR)
    values, _ = books(printer.frame())
    return part_progress(values, seen, Flow.EXPORT, **part)


def test_a_part_without_a_target_has_figures_and_no_path(two_years):
    found = told(two_years, market="US")
    assert (found.cumulative, found.base_cumulative) == (78e6, 72e6)
    assert found.growth == pytest.approx(1 / 12)
    assert (found.status, found.reason) == (PaceStatus.CANNOT_SAY, Reason.NO_TARGET)
    assert [m.value for m in found.months[:7]] == [13e6] * 6 + [None]
    assert {m.path for m in found.months} == {None}


def test_a_part_is_held_against_the_target_of_its_own(two_years):
    found = told(two_years, HALF_MORE, market="US")
    assert found.target == HALF_MORE
    assert found.target_usd == pytest.approx(144e6 * 1.5)
    assert found.gap == pytest.approx(78e6 - 108e6)
    assert found.required_monthly == pytest.approx((216e6 - 78e6) / 6)
    assert found.status is PaceStatus.BEHIND


def test_a_group_is_what_its_members_make_and_has_no_cell_of_its_own(two_years):
    found = told(two_years, market="FTA/ASEAN")
    assert found.cumulative == (4 + 3) * 6e6
    assert found.months[2].value == 7e6
    assert str(found.months[2].source) == ""
    assert told(two_years, market="FTA/ASEAN", item="RICE").cumulative == (2.5 + 2) * 6e6


def test_a_month_that_a_member_lacks_is_unknown_and_what_nobody_tells_is_nothing(two_years):
    two_years.month(1.0, "2025-06", market="MY")
    found = told(two_years, market="FTA/ASEAN")
    assert found.months[0].value is None
    assert found.months[5].value == 8e6
    assert told(two_years, market="JP") is None


def test_a_groups_growth_compares_those_alone_that_both_years_tell_of(two_years):
    two_years.year((5.0,) * 6, 2025, market="MY")  # of which nothing is told of 2024
    found = told(two_years, market="FTA/ASEAN")
    assert found.cumulative == (4 + 3 + 5) * 6e6
    assert found.growth == pytest.approx(7 / 5 - 1)
    to_date = [m.growth_to_date for m in found.months[:6]]
    assert to_date == pytest.approx([7 / 5 - 1] * 6)
    alone = told(two_years, market="MY")
    assert (alone.growth, alone.cumulative) == (None, 30e6)
