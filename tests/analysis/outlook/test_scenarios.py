"""What scenarios do to the paths: the laws of shocks, and what is told of them side by side."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.outlook.levers import LARGEST, levers
from desktop.analysis.outlook.parted import PartPaths
from desktop.analysis.outlook.shocked import changed
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.series import TOTAL, WORLD, Flow
from tests.analysis.outlook.detailed import JUNE

JULY = JUNE + 1
NOV = Month(2025, 11)


def on(ground, *shocks, since=JULY):
    return changed(ground, Flow.EXPORT, shocks, since)


def cell(ground, item, market):
    return ground.inside[Flow.EXPORT].of([item], [market])[1]


_SHOCKS = st.builds(
    Shock,
    item=st.sampled_from([TOTAL, "ELEC", "WOOD", "COFFEE"]),
    market=st.sampled_from([WORLD, "US", "JP", "FTA/CPTPP", "FR"]),
    volume=st.floats(-1, 0.5),
    price=st.floats(-0.5, 0.5),
    monthly=st.sampled_from([0.0, 1e8]),
)


@settings(max_examples=25)
@given(st.lists(_SHOCKS, min_size=1, max_size=4), st.integers(0, 7))
def test_items_and_markets_change_by_what_the_total_does_on_every_path(ground, shocks, later):
    found = on(ground, *shocks, since=JULY + later)
    scale = ground.paths[Flow.EXPORT].rest
    assert np.abs((found.items.sum(axis=0) - found.total) / scale).max() < 1e-9
    assert np.abs((found.markets.sum(axis=0) - found.total) / scale).max() < 1e-9


def test_a_partner_lost_takes_all_its_trade_and_no_other(ground):
    found = on(ground, Shock(market="US", volume=-1.0))
    markets = ground.parts_of(Flow.EXPORT, Dimension.MARKET)
    lost = markets.added[markets.codes.index("US")]
    assert found.total == pytest.approx(-lost)
    assert found.markets[markets.codes.index("CN")] == pytest.approx(np.zeros(len(lost)))


def test_what_is_diverted_goes_to_other_markets_of_the_same_goods(ground):
    found = on(ground, Shock(item="WOOD", market="US", volume=-0.5, diverted=0.4))
    wood = cell(ground, "WOOD", "US")
    assert found.total == pytest.approx(-0.5 * 0.6 * wood)
    markets, items = (ground.parts_of(Flow.EXPORT, d) for d in (Dimension.MARKET, Dimension.ITEM))
    assert found.markets[markets.codes.index("US")] == pytest.approx(-0.5 * wood)
    assert found.items[items.codes.index("WOOD")] == pytest.approx(-0.3 * wood)
    assert found.items[items.codes.index("ELEC")] == pytest.approx(0 * wood)


def test_it_can_be_diverted_to_markets_that_are_named(ground):
    found = on(ground, Shock(market="US", volume=-0.5, diverted=1.0, to=("JP",)))
    markets = ground.parts_of(Flow.EXPORT, Dimension.MARKET)
    us, jp, cn = (found.markets[markets.codes.index(code)] for code in ("US", "JP", "CN"))
    assert jp == pytest.approx(-us)
    assert cn == pytest.approx(0 * us)
    assert np.abs(found.total).max() < 1.0


def test_a_diversion_to_where_nothing_is_sold_is_told(ground):
    shock = Shock(item="WOOD", market="US", volume=-0.5, diverted=1.0, to=("FR",))
    found = on(ground, shock)
    assert found.undiverted == (shock,)
    assert found.total == pytest.approx(-0.5 * cell(ground, "WOOD", "US"))


def test_the_narrowest_volume_counts_and_prices_multiply(ground):
    found = on(
        ground, Shock(item="WOOD", market="US", volume=-0.4), Shock(market="US", volume=-0.1),
        Shock(price=0.05),
    )  # fmt: skip
    place = ground.inside[Flow.EXPORT].chosen(["WOOD"], ["US"])
    other = ground.inside[Flow.EXPORT].chosen(["ELEC"], ["US"])
    assert found.cells[place][0] == pytest.approx((0.6 * 1.05 - 1) * cell(ground, "WOOD", "US"))
    assert found.cells[other][0] == pytest.approx((0.9 * 1.05 - 1) * cell(ground, "ELEC", "US"))


def test_a_price_of_everything_changes_the_total_by_as_much(ground):
    found = on(ground, Shock(price=-0.03))
    assert found.total == pytest.approx(-0.03 * ground.paths[Flow.EXPORT].rest)


def test_it_counts_from_its_month_on(ground):
    whole = on(ground, Shock(price=0.1)).total
    late = on(ground, Shock(price=0.1), since=NOV).total
    months = ground.paths[Flow.EXPORT].months
    assert late == pytest.approx(whole * months[:, -2:].sum(axis=1) / months.sum(axis=1))
    assert not on(ground, Shock(price=0.1), since=Month(2026, 1)).total.any()
    assert on(ground, Shock(price=0.1), since=Month(2025, 1)).total == pytest.approx(whole)


def test_a_partner_gained_brings_so_much_a_month_whether_it_is_known_or_not(ground):
    for market in ("US", "FR"):
        found = on(ground, Shock(market=market, monthly=2e8), since=NOV)
        assert found.total == pytest.approx(np.full(len(found.total), 4e8))
        assert found.unheard == ()


def test_a_shock_to_trade_that_no_figure_tells_of_is_said(ground):
    shock = Shock(item="COFFEE", market="US", volume=-0.5)
    found = on(ground, shock)
    assert found.unheard == (shock,)
    assert not found.total.any()


def tariff(name="US 46%", volume=-0.2):
    return Scenario(name, Month(2025, 8), (Shock(market="US", tariff=0.46, volume=volume),))


def test_two_scenarios_stand_beside_the_outlook_without_them(detailed_office):
    outlook, (mild, hard) = detailed_office.assumed([tariff(volume=-0.1), tariff(volume=-0.3)])
    assert outlook == detailed_office.outlook()
    for found in (mild, hard):
        shift = found.flow(Flow.EXPORT)
        assert shift.before == outlook.exports.band
        assert found.flow(Flow.IMPORT).before == found.flow(Flow.IMPORT).after
        markets = found.parts_of(Flow.EXPORT, Dimension.MARKET)
        assert markets.parts[0].code == "US"
        assert found.balance[1].median < found.balance[0].median
    chances = [found.headline for found in (mild, hard)]
    assert chances[0].before == outlook.headline.chance
    assert chances[0].before > chances[0].after > chances[1].after
    assert hard.joint[1].chance <= mild.joint[1].chance <= outlook.joint.chance
    assert hard.flow(Flow.EXPORT).fan[0].to_date.median == pytest.approx(
        outlook.exports.fan[0].to_date.median
    )  # July comes before it


def test_required_average_and_what_all_other_trade_must_make_up(detailed_office):
    outlook, (found,) = detailed_office.assumed([tariff(volume=-0.3)])
    required = found.required
    assert required.asked == pytest.approx((outlook.headline.low - outlook.exports.known) / 6)
    assert required.before == pytest.approx(
        (outlook.exports.band.median - outlook.exports.known) / 6, rel=1e-3
    )
    assert required.after < required.before
    even, likely = required.makeup
    assert even < likely


def test_dependence_on_the_market_stands_beside_each_item(detailed_office):
    _, (found,) = detailed_office.assumed([tariff()])
    assert found.dependence_on == "US"
    wood = next(p for p in found.parts_of(Flow.EXPORT, Dimension.ITEM).parts if p.code == "WOOD")
    assert wood.dependence == pytest.approx(0.10 / 0.19, rel=0.1)
    assert found.dependence == pytest.approx(0.46, rel=0.1)


def test_what_begins_after_the_year_changes_nothing_and_says_so(detailed_office):
    late = Scenario("late", Month(2026, 1), (Shock(price=0.5),))
    _, (found,) = detailed_office.assumed([late])
    assert found.too_late
    assert found.headline.before == pytest.approx(found.headline.after, abs=0.01)


def test_growth_of_one_market_alone_brings_the_chance_asked_for(detailed_office, ground):
    found = detailed_office.outlook()
    us = next(lever for lever in found.levers if lever.code == "US")
    markets, paths = ground.parts_of(Flow.EXPORT, Dimension.MARKET), ground.paths[Flow.EXPORT]
    place = markets.codes.index("US")
    for chance, growth in zip((0.5, 0.8), us.needed, strict=True):
        times = (1 + growth) / (1 + us.growth)
        year = paths.year + (times - 1) * markets.added[place]
        assert (year >= found.headline.low).mean() == pytest.approx(chance, abs=0.002)
    small = next(lever for lever in found.levers if lever.code == "JP")
    assert small.needed[1] is None or small.needed[1] > us.needed[1]


def test_the_five_largest_together_need_less_growth_than_any_of_them_alone(ground):
    paths = ground.paths[Flow.EXPORT]
    share = np.array([0.3, 0.2, 0.15, 0.1, 0.08, 0.07, 0.05, 0.05])
    added = share[:, None] * paths.rest
    parts = PartPaths(
        Flow.EXPORT, Dimension.MARKET, tuple("ABCDEFG"), share * paths.known, added, share,
        share[:-1, None] * 5e10, (None,) * 7, (7,) * 7, (),
    )  # fmt: skip
    together, *alone = levers(replace(ground, parts=(parts,)), float(np.median(paths.year)) * 1.02)
    assert together.code == LARGEST
    assert [lever.code for lever in alone] == list("ABCDEFG")
    assert together.expected == pytest.approx(sum(lever.expected for lever in alone[:5]))
    more = [lever.needed[0] - lever.growth for lever in (together, *alone[:5])]
    assert more == sorted(more)
