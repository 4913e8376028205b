"""Within a group of markets or items, and within a market and an item at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.structure.answer import bridge_of, detail, parts_within
from desktop.analysis.structure.asked import Asked
from desktop.analysis.structure.within import codes_within
from desktop.analysis.structure_results import Window
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.month import Month
from desktop.figures.series import Flow
from tests.analysis.conftest import Printer
from tests.analysis.structure.traded import IMPORT, JUNE, books, half_years

ASEAN = group_named("FTA/ASEAN")
MEMBERS = ("TH", "SG", "MY")


def laid(amounts, flow=Flow.EXPORT, printer=None):
    """Lay out (market, item) -> (base, now): each series, and the totals they make."""
    printer = printer or Printer().of_return("2025-07-06")
    for of in ("", "market", "item", "both"):
        sums = {}
        for (market, item), pair in amounts.items():
            where = {"": (), "market": (market,), "item": (item,), "both": (market, item)}[of]
            base, now = sums.get(where, (0, 0))
            sums[where] = (base + pair[0], now + pair[1])
        names = {"": (), "market": ("market",), "item": ("item",), "both": ("market", "item")}[of]
        for where, (base, now) in sums.items():
            half_years(printer, base, now, flow=flow, **dict(zip(names, where, strict=True)))
    return printer


amount = st.integers(1, 10**6)


@settings(max_examples=25)
@given(st.dictionaries(st.tuples(st.sampled_from((*MEMBERS, "US")), st.sampled_from(
    ("RICE", "COFFEE", "STEEL"))), st.tuples(amount, amount), min_size=1))  # fmt: skip
def test_a_group_is_what_its_members_make_together(amounts):
    values, _ = books(laid(amounts).frame())
    asked = Asked(Flow.EXPORT, Dimension.ITEM, Window.TO_DATE, JUNE, ASEAN.code)
    split = detail(values, None, asked).split
    held = {pair: told for pair, told in amounts.items() if pair[0] in MEMBERS}
    for item in {i for _, i in amounts}:
        now = [told[1] for (_, i), told in held.items() if i == item]
        part = split.part(item)
        assert (part.value if part else None) == (sum(now) * 1e6 if now else None)
    if held:
        base, now = (sum(told[n] for told in held.values()) for n in (0, 1))
        assert split.total.value == now * 1e6
        assert split.total.growth == pytest.approx(now / base - 1)
    else:
        assert split.total.value is None


def test_a_group_of_items_by_market():
    amounts = {("US", "RICE"): (10, 20), ("US", "COFFEE"): (5, 5), ("TH", "STEEL"): (7, 9)}
    values, _ = books(laid(amounts).frame())
    asked = Asked(Flow.EXPORT, Dimension.MARKET, Window.TO_DATE, JUNE, "MARD/AGRICULTURE")
    split = detail(values, None, asked).split
    assert [(p.code, p.value, p.growth) for p in split.parts] == [("US", 25e6, 25 / 15 - 1)]


def test_members_are_those_of_the_time_and_all_are_fetched():
    codes = codes_within("FTA/EU")
    assert "GB" in codes  # a member until 2020: its figures are needed for the years before
    assert codes_within("US") == ("US",)


def test_an_item_in_a_market_is_a_balance_of_its_own():
    printer = laid({("US", "STEEL"): (10, 16), ("US", "RICE"): (1, 2), ("TH", "STEEL"): (5, 5)})
    laid({("US", "STEEL"): (4, 7), ("TH", "STEEL"): (1, 1)}, IMPORT, printer)
    values, _ = books(printer.frame())
    both = bridge_of(values, JUNE, Window.TO_DATE, market="US", item="STEEL")
    assert (both.base, both.balance) == (6e6, 9e6)
    assert [(s.flow, s.change) for s in both.steps] == [(Flow.EXPORT, 6e6), (IMPORT, -3e6)]
    assert both.partners == ()
    sold, bought = parts_within(values, JUNE, market="FTA/ASEAN", item="STEEL")
    assert (sold.value, bought.value) == (5e6, 1e6)


def test_what_a_group_does_not_trade_is_not_known_rather_than_nothing():
    values, _ = books(laid({("US", "STEEL"): (10, 16)}).frame())
    assert parts_within(values, JUNE, market="FTA/ASEAN") == (None, None)


def test_a_month_of_a_group_is_held_against_what_both_years_tell():
    printer = Printer().of_return("2025-07-06")
    for market, before, now in (("TH", (10.0, 10.0), (12.0, 15.0)), ("SG", (7.0,), (8.0, 9.0))):
        for year, months in ((2024, before), (2025, now)):
            printer.year(months, year, market=market, item="STEEL")
            printer.year(months, year, market=market)
            printer.year(months, year)
    values, _ = books(printer.frame())
    asked = Asked(Flow.EXPORT, Dimension.ITEM, Window.MONTH, Month(2025, 2), ASEAN.code)
    row = detail(values, None, asked).heat.rows[0]
    assert row.growth == (pytest.approx(20 / 17 - 1), pytest.approx(0.5))  # Singapore has no base
    assert row.value == pytest.approx(24e6)


@pytest.mark.parametrize("of", ["TH", "FTA/ASEAN"])
def test_each_month_of_the_heat_map_says_how_firm_it_is_and_when_it_was_told(of):
    printer = Printer().of_return("2025-07-06")
    for year in (2024, 2025):
        for market in ("TH", "SG"):
            printer.year((10.0,) * 6, year, market=market)
            printer.year((10.0,) * 6, year, market=market, item="RICE")
    printer.of_return("2025-08-06")
    printer.month(20, "2025-06", item="RICE", market="TH", status=Status.ESTIMATE)
    values, _ = books(printer.frame())
    (row,) = detail(
        values, None, Asked(Flow.EXPORT, Dimension.ITEM, Window.TO_DATE, JUNE, of)
    ).heat.rows
    assert row.statuses == (*(Status.PRELIMINARY,) * 5, Status.ESTIMATE)
    assert row.released == (*("2025-07-06",) * 5, "2025-08-06")
