"""Parts against the whole: what is given out, what is left, and a start by last year's shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.targets.allocation import allocation, as_targets
from desktop.analysis.targets.every import Evidence, Paths
from desktop.analysis.targets.tree import Ground, tree
from desktop.analysis.targets.wording import overlap
from desktop.figures.figure import scaled
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import TargetMeasure
from desktop.figures.target_split import split_of
from desktop.figures.vintage import LATEST
from desktop.figures.wording import language
from tests.analysis.targets.conftest import target

JUNE = Month(2025, 6)
WHOLE = target(1500, number=1)


def grown(printer, *others, split="item", whole=WHOLE):
    ground = Ground((whole, *others), Evidence(printer.frame, LATEST), JUNE, Paths())
    return tree(whole, split_of(split), ground)


@pytest.fixture
def with_items(four_years):
    """Of 100 a month in 2024 coffee made 10, seafood 20, electronics 40: 30 are no item's."""
    for item, amount in (("COFFEE", 10), ("SEAFOOD", 20), ("ELEC", 40)):
        four_years.of_return("2025-01-06").year([amount] * 12, 2024, item=item)
    return four_years


def test_parts_are_told_with_growth_contribution_and_remainder(with_items):
    found = grown(with_items, target(0.25, measure=TargetMeasure.GROWTH, item="ELEC", number=2))
    assert [row.scope.item for row in found.parts] == ["ELEC", "SEAFOOD", "COFFEE"]
    elec, seafood, _ = found.parts
    assert (elec.base, elec.base_share, elec.value) == (480e6, 0.4, 600e6)
    assert (elec.growth, elec.contribution, elec.share) == (0.25, 0.1, 0.4)
    assert (seafood.value, seafood.target) == (None, None)
    assert (found.allocated, found.remainder, found.rest_base) == (600e6, 900e6, 720e6)
    assert not found.over_allocated


def test_giving_out_too_much_is_told(with_items):
    found = grown(with_items, target(1501, item="ELEC", number=2))
    assert (found.remainder, found.over_allocated) == (-1e6, True)
    assert allocation(found) is None


def test_parts_of_a_balance_may_exceed_it_since_others_stand_below_zero(four_years):
    for flow, us, cn in ((Flow.EXPORT, 40, 10), (Flow.IMPORT, 10, 60)):
        for market, amount in (("US", us), ("CN", cn)):
            four_years.of_return("2025-01-06").year([amount] * 12, 2024, flow=flow, market=market)
    four_years.of_return("2025-01-06").year([90] * 12, 2024, flow=Flow.IMPORT)
    whole = target(120, number=1, flow=Flow.BALANCE, measure=TargetMeasure.SURPLUS)
    part = target(400, number=2, flow=Flow.BALANCE, measure=TargetMeasure.SURPLUS, market="US")
    found = grown(four_years, part, split="market", whole=whole)
    assert found.whole.base == 120e6
    assert [(row.scope.market, row.base) for row in found.parts] == [("US", 360e6), ("CN", -600e6)]
    assert found.remainder == -280e6
    assert not found.over_allocated
    assert not found.above_whole
    assert allocation(found) is None


def test_a_start_by_last_years_shares_leaves_what_no_part_stands_for(with_items):
    found = allocation(grown(with_items))
    by_item = {scope.item: value for scope, value in found.given}
    assert by_item == {"ELEC": 600e6, "SEAFOOD": 300e6, "COFFEE": 150e6}
    assert found.rest == 450e6


def test_parts_with_a_target_keep_it(with_items):
    found = allocation(grown(with_items, target(780, item="ELEC", number=2)))
    assert {scope.item: value for scope, value in found.given} == {
        "SEAFOOD": 240e6,
        "COFFEE": 120e6,
    }
    assert found.rest == 360e6


def test_an_allocation_becomes_targets_of_the_same_months(with_items):
    whole = target(1500, number=1, year=2025)
    made = as_targets(whole, allocation(grown(with_items)), document="Plan", issued_on=None)
    assert {(t.measure, t.start, t.end, t.document) for t in made} == {
        (TargetMeasure.VALUE, whole.start, whole.end, "Plan")
    }
    again = grown(with_items, *made)
    assert again.remainder == 450e6


@given(
    bases=st.lists(st.integers(1, 10**9), min_size=1, max_size=12),
    rest=st.integers(0, 10**9),
    amount=st.integers(1, 10**15),
)
def test_what_is_given_and_the_rest_are_the_whole_to_the_last_unit(bases, rest, amount):
    from desktop.analysis.tree_results import TargetTree, TreeRow  # noqa: PLC0415 - made by hand
    from desktop.figures.target import Scope  # noqa: PLC0415 - as above

    def row(name, base, value):
        scope = Scope(Flow.EXPORT, name)
        return TreeRow(scope, base, None, value, None, None, None, None, None)

    parts = tuple(row(str(n), float(base), None) for n, base in enumerate(bases))
    whole_base = float(sum(bases) + rest)
    by_hand = TargetTree(
        split_of("item"), row("TOTAL", whole_base, amount / 1000), parts, 0.0, amount / 1000,
        whole_base, (), above_whole=False,
    )  # fmt: skip
    found = allocation(by_hand)
    thousandths = [scaled(str(value)) for value in (*(v for _, v in found.given), found.rest)]
    assert sum(thousandths) == amount


def test_groups_of_a_scheme_and_the_members_of_a_group(with_items):
    by_group = grown(with_items, split="group:MARD")
    assert [row.scope.item for row in by_group.parts] == [
        "MARD/INDUSTRY", "MARD/AGRO_FORESTRY_FISHERY",
    ]  # fmt: skip
    whole = target(400, number=9, item="MARD/AGRO_FORESTRY_FISHERY")
    within = grown(with_items, whole=whole)
    assert [row.scope.item for row in within.parts] == ["SEAFOOD", "COFFEE"]
    subgroups = grown(with_items, whole=whole, split="group:MARD")
    assert {row.scope.item for row in subgroups.parts} == {"MARD/FISHERY", "MARD/AGRICULTURE"}


def test_blocs_that_overlap_are_told_and_not_given_out(four_years):
    four_years.of_return("2025-01-06").year([30] * 12, 2024, market="JP")
    found = grown(four_years, split="bloc:FTA")
    assert "JP" in found.shared
    assert allocation(found) is None
    told = overlap(found, language("en"))
    more = len(found.shared) - 5
    assert told.startswith("Parts overlap: Australia, Brunei Darussalam, Chile, China,")
    assert f", and {more} more stand in several" in told


def test_partners_above_the_world_are_told_and_not_given_out(four_years):
    four_years.of_return("2025-01-06").year([70] * 12, 2024, market="US")
    four_years.year([40] * 12, 2024, market="CN")
    found = grown(four_years, split="market")
    assert found.above_whole
    assert allocation(found) is None


def test_a_share_of_the_total_is_given_out_as_its_value(with_items):
    share = target(0.4, measure=TargetMeasure.SHARE, item="ELEC", number=2)
    found = grown(with_items, share)
    assert found.parts[0].value == 600e6
    assert found.remainder == 900e6


def test_a_part_cannot_be_split_by_what_it_is_not(with_items):
    assert grown(with_items, whole=target(60, number=3, item="COFFEE")).parts == ()


def test_parts_of_other_months_are_not_counted(with_items):
    half = target(100, item="ELEC", number=2, months=6)
    assert grown(with_items, half).allocated == 0
