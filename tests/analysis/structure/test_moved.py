"""What moved the balance, prices and volumes, who stands out, and growth month by month."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.structure.answer import detail
from desktop.analysis.structure.asked import Asked
from desktop.analysis.structure.bridge import others_moved
from desktop.analysis.structure_results import Unsaid, Window
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import SCALE, Flow, Unit
from tests.analysis.structure.traded import IMPORT, JUNE, books, half_years, quantity, told

ITEMS = (
    "ELEC", "MACHINERY", "TEXTILE", "COFFEE", "RICE", "WOOD", "SEAFOOD", "STEEL", "CHEM", "PAPER",
)  # fmt: skip
MARKETS = (
    "US", "CN", "JP", "KR", "DE", "FR", "NL", "IT", "ES", "IN", "TH", "SG", "MY", "ID", "PH",
)  # fmt: skip
pairs = st.tuples(*[st.integers(0, 10**6).map(lambda n: n / 1000)] * 2)


@settings(max_examples=30)
@given(
    totals=st.tuples(pairs, pairs),
    items=st.lists(st.tuples(pairs, pairs), min_size=0, max_size=len(ITEMS)),
)
def test_the_bridge_leads_from_last_years_balance_to_this_years(new_printer, totals, items):
    printer = new_printer().of_return("2025-07-06")
    for flow, pair in zip(Flow, totals, strict=False):
        half_years(printer, *pair, flow=flow)
    for item, both in zip(ITEMS, items, strict=False):
        for flow, pair in zip(Flow, both, strict=False):
            half_years(printer, *pair, flow=flow, item=item)
            half_years(printer, *pair, flow=flow, market="US" if item == "ELEC" else "CN")
    bridge = told(printer).bridge
    changes = [round(step.change * SCALE) for step in bridge.steps]
    assert round(bridge.base * SCALE) + sum(changes) == round(bridge.balance * SCALE)
    partners = [round(p.change * SCALE) for p in (*bridge.partners, bridge.rest)]
    assert sum(partners) == round(bridge.change * SCALE)


def test_the_balance_is_split_by_flow_item_and_partner(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 130)
    half_years(printer, 90, 125, flow=IMPORT)
    half_years(printer, 40, 60, item="ELEC")
    half_years(printer, 30, 55, flow=IMPORT, item="ELEC")
    half_years(printer, 30, 50, market="US")
    half_years(printer, 5, 6, market="US", flow=IMPORT)
    half_years(printer, 5, 9, market="DE")
    bridge = told(printer).bridge
    assert (bridge.balance, bridge.base, bridge.change) == (5e6, 10e6, -5e6)
    assert (bridge.from_exports, bridge.from_imports) == (30e6, -35e6)
    told_steps = [(s.flow, s.code, s.change) for s in bridge.steps]
    assert told_steps == [
        (Flow.EXPORT, "ELEC", 20e6),
        (Flow.EXPORT, "OTHER", 10e6),
        (IMPORT, "ELEC", -25e6),
        (IMPORT, "OTHER", -10e6),
    ]
    # Germany is listed for exports only: its balance is not known, and is in the rest.
    (us,) = bridge.partners
    assert (us.code, us.balance, us.change, us.from_imports) == ("US", 44e6, 19e6, -1e6)
    assert (bridge.rest.exports, bridge.rest.change) == (80e6, -24e6)


def test_partners_and_rest_come_to_the_balance_where_one_is_told_of_in_a_flow_alone(printer):
    """Imports from East Timor are listed last year only: its balance is in the rest."""
    printer.of_return("2025-07-06")
    for flow, total, us, timor in ((Flow.EXPORT, (100, 120), (40, 60), (7, 8)),
                                   (IMPORT, (90, 95), (15, 16), (1, None))):  # fmt: skip
        half_years(printer, *total, flow=flow)
        half_years(printer, *us, flow=flow, market="US")
        half_years(printer, *timor, flow=flow, market="TL")
    bridge = told(printer).bridge
    assert [p.balance for p in bridge.partners] == [44e6, None]
    for number in ("balance", "change"):
        parts = [getattr(p, number) or 0 for p in (*bridge.partners, bridge.rest)]
        assert sum(parts) == getattr(bridge, number)
    assert sum(p.base_balance for p in (*bridge.partners, bridge.rest)) == bridge.base
    assert others_moved(bridge) == bridge.change - 19e6


def test_a_balance_without_a_base_has_no_steps_and_says_why(printer):
    printer.of_return("2025-07-06").to_date(130, "2025-06").to_date(120, "2025-06", flow=IMPORT)
    bridge = told(printer).bridge
    assert bridge.balance == 10e6
    assert bridge.change is None
    assert bridge.reason is Unsaid.NO_BASE
    assert bridge.steps == ()


def _coffee(printer, values, tonnes, units=(Unit.TONNES, Unit.TONNES)):
    printer.of_return("2025-07-06")
    half_years(printer, 1000, 1100)
    half_years(printer, *values, item="COFFEE")
    for amount, year, unit in zip(tonnes, (2024, 2025), units, strict=True):
        if amount is not None:
            quantity(printer, amount, f"{year}-06", Basis.CUMULATIVE, unit, item="COFFEE")
    return told(printer).exports.items.part("COFFEE").price


def test_price_and_volume_make_the_change(printer):
    price = _coffee(printer, (100, 180), (50_000, 60_000))
    assert (price.unit, price.quantity, price.volume_growth) == ("t", 60_000, pytest.approx(0.2))
    assert (price.price, price.base_price) == (3000, 2000)
    assert price.price_growth == 0.5
    assert (price.volume_effect, price.price_effect) == (20e6, 60e6)
    assert price.reason is None
    assert [s.cell for s in (*price.sources, *price.base_sources)] == ["D6", "D5"]


@settings(max_examples=40)
@given(
    values=st.tuples(*[st.integers(0, 10**6).map(lambda n: n / 1000)] * 2),
    tonnes=st.tuples(st.integers(1, 10**7), st.integers(0, 10**7)),
)
def test_the_effects_sum_to_the_change_to_the_last_unit(new_printer, values, tonnes):
    price = _coffee(new_printer(), values, tonnes)
    effects = round(price.volume_effect * SCALE) + round(price.price_effect * SCALE)
    assert effects == round((values[1] - values[0]) * 1_000_000 * SCALE)


@pytest.mark.parametrize(
    ("tonnes", "units", "reason"),
    [
        ((None, 5), (Unit.TONNES, Unit.TONNES), Unsaid.NO_BASE_QUANTITY),
        ((5, None), (Unit.TONNES, Unit.TONNES), Unsaid.NO_QUANTITY),
        ((0, 5), (Unit.TONNES, Unit.TONNES), Unsaid.ZERO_QUANTITY),
        ((5, 5), (Unit.PIECES, Unit.TONNES), Unsaid.UNIT_CHANGED),
    ],
)
def test_where_price_and_volume_cannot_be_told_apart_there_is_a_reason(
    printer, tonnes, units, reason
):
    price = _coffee(printer, (100, 180), tonnes, units)
    assert price.reason is reason
    assert price.volume_effect is price.price_effect is None


def test_what_has_no_quantity_has_no_price(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 10, 12, item="ELEC")
    assert told(printer).exports.items.parts[0].price is None


def test_concentration_and_the_five_largest(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 100)
    for market, base, now in (("US", 30, 40), ("CN", 20, 20), ("JP", 10, 10), ("KR", 5, 5),
                              ("DE", 4, 4), ("FR", 6, 3)):  # fmt: skip
        half_years(printer, base, now, market=market)
    found = told(printer).exports.markets.concentration
    assert found.hhi == pytest.approx(0.16 + 0.04 + 0.01 + 0.0025 + 0.0016 + 0.0009)
    assert found.hhi_change == pytest.approx(found.hhi - 0.1477)
    assert found.top == ("US", "CN", "JP", "KR", "DE")
    assert found.base_top == ("US", "CN", "JP", "FR", "KR")
    assert (found.top_share, found.base_top_share) == (0.79, 0.71)
    assert found.counted == 6


@pytest.mark.parametrize("larger", [1, 2000])
def test_concentration_is_exact_however_large_the_amounts(printer, larger):
    """To the last unit: squares of amounts have more digits than a float or a machine's number."""
    printer.of_return("2025-07-06")
    amounts = {"US": 1_234, "CN": 765, "JP": 332}
    half_years(printer, 9_999 * larger, 2_331 * larger)
    for market, amount in amounts.items():
        half_years(printer, amount * larger + 1, amount * larger, market=market)
    found = told(printer).exports.markets.concentration
    now = Fraction(sum(a * a for a in amounts.values()), 2_331**2)
    whole = 9_999 * larger
    base = Fraction(sum((a * larger + 1) ** 2 for a in amounts.values()), whole**2)
    assert (found.hhi, found.base_hhi) == (float(now), float(base))
    assert found.hhi_change == float(now - base)


def test_clubs_and_who_joined_them(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 40_000, 50_000)
    half_years(printer, 9_000, 12_000, item="ELEC")
    half_years(printer, 1_200, 900, item="RICE")
    half_years(printer, None, 2_000, item="TOYS")
    one, _, ten = told(printer).exports.items.clubs
    assert one.members == ("ELEC", "TOYS")
    assert one.newcomers == ()  # of toys nothing is known before: nothing says that they are new
    assert one.leavers == ("RICE",)
    assert (ten.members, ten.newcomers) == (("ELEC",), ("ELEC",))


def test_fast_and_new_need_a_base_worth_speaking_of(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 10_000, 11_000)
    half_years(printer, 100, 150, item="TOYS")
    half_years(printer, 100, 112, item="RICE")
    half_years(printer, 1, 9, item="TEA")
    half_years(printer, 1, 20, item="PEPPER")
    half_years(printer, None, 30, item="COFFEE")  # nothing says that it is new
    risers = told(printer).exports.items.risers
    assert risers.least == 10e6
    assert risers.fast == ("TOYS",)
    assert risers.new == ("PEPPER",)


def test_one_market_by_item_and_month(printer):
    printer.of_return("2025-07-06")
    for year, scale in ((2024, 10), (2025, 12)):
        for number in range(1, 7):
            printer.month(scale, f"{year}-{number:02d}", market="US")
            printer.month(scale / 2, f"{year}-{number:02d}", market="US", item="ELEC")
            printer.month(scale / 4, f"{year}-{number:02d}", market="CN", item="ELEC")
    printer.month(3, "2025-06", market="US", item="RICE")
    values, counted = books(printer.frame())
    asked = Asked(Flow.EXPORT, Dimension.ITEM, Window.TO_DATE, JUNE, "US")
    found = detail(values, counted, asked)
    assert found.split.of == "US"
    assert found.split.total.value == 72e6
    assert found.split.part("ELEC").share == 0.5
    assert found.heat.months == tuple(Month(2025, n) for n in range(1, 7))
    (elec,) = (row for row in found.heat.rows if row.code == "ELEC")
    assert elec.growth == pytest.approx((0.2,) * 6)
    rice = found.split.part("RICE")
    assert rice is None  # nothing of it is known to date, and nothing a year before
    by_market = detail(values, counted, Asked(
        Flow.EXPORT, Dimension.MARKET, Window.TO_DATE, JUNE, "ELEC"))  # fmt: skip
    assert [p.code for p in by_market.split.parts] == ["US", "CN"]
    assert by_market.split.parts[1].value == 18e6


def test_in_december_every_month_of_the_year_is_held_against_its_own_of_the_year_before(printer):
    printer.of_return("2026-01-06")
    for year, scale in ((2024, 10), (2025, 12)):
        for number in range(1, 13):
            printer.month(scale, f"{year}-{number:02d}", market="US")
            printer.month(scale / 2, f"{year}-{number:02d}", market="US", item="ELEC")
    values, counted = books(printer.frame())
    asked = Asked(Flow.EXPORT, Dimension.ITEM, Window.TO_DATE, Month(2025, 12), "US")
    found = detail(values, counted, asked)
    (elec,) = found.heat.rows
    assert elec.growth == pytest.approx((0.2,) * 12)
    assert elec.reasons == (None,) * 12
    assert len(found.split.part("ELEC").months) == 18


def test_partners_are_the_same_from_whichever_end_they_are_looked_at(printer):
    """They are made by the dozen: each once, and none in another's place."""
    printer.of_return("2025-07-06")
    for flow, sign in ((Flow.EXPORT, 1), (Flow.IMPORT, 2)):
        half_years(printer, 900, 1000, flow=flow)
        for n, market in enumerate(MARKETS):
            half_years(printer, None if n == 3 else 10, 11 + sign * n, flow=flow, market=market)
    ahead, behind = (told(printer).bridge.partners for _ in range(2))
    assert [*reversed([behind[n] for n in reversed(range(len(behind)))])] == [*ahead]
    alone = told(printer).bridge
    assert [alone.partner(p.code) for p in reversed(ahead)] == [*reversed(ahead)]
    assert alone.partner("XX") is None
    moved = {p.code: p.change for p in ahead}
    assert moved == {m: None if n == 3 else -n * 1e6 for n, m in enumerate(MARKETS)}
    assert [p.code for p in ahead][:2] == [MARKETS[-1], MARKETS[-2]]
