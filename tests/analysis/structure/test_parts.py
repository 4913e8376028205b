"""Growth, shares and contributions of parts: like for like, exact, with reasons for no number."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.growth import rounded
from desktop.analysis.structure.wording import sectors_apart
from desktop.analysis.structure_results import Unsaid, Window
from desktop.analysis.tracing.structure import Desk, Spot, structure_traced
from desktop.figures.groupings import Dimension, group_named, schemes
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import SCALE, Flow, Measure, Ownership
from desktop.figures.wording import language
from tests.analysis.structure.traded import IMPORT, JUNE, books, half_years, told

EN = language("en")
ITEMS = ("ELEC", "TEXTILE", "COFFEE", "RICE", "WOOD", "CRUDE", "SEAFOOD")
MARKETS = ("US", "CN", "JP", "DZ", "DE")

amounts = st.none() | st.integers(0, 90_000_000).map(lambda thousand: thousand / 1000)
pairs = st.tuples(amounts, amounts)


def _exact(usd):
    return round(usd * SCALE)


def test_parts_and_the_rest_make_the_total(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 40, 50, item="ELEC")
    half_years(printer, 30, 27, item="RICE")
    split = told(printer).exports.items
    assert [p.code for p in split.parts] == ["ELEC", "RICE"]
    elec, rice = split.parts
    assert (elec.growth, elec.share, elec.base_share) == (0.25, 50 / 120, 0.4)
    assert elec.share_change == pytest.approx(50 / 120 - 0.4)
    assert (elec.points, rice.points, split.rest.points, split.total.points) == (10, -3, 13, 20)
    assert (split.rest.value, split.rest.base) == (43e6, 30e6)
    assert [s.cell for s in (*elec.sources, *elec.base_sources)] == ["D4", "D3"]


def test_a_month_quotes_the_growth_that_was_printed_of_it(printer):
    growth = {"measure": Measure.GROWTH_VALUE, "item": "ELEC"}
    printer.of_return("2024-07-06").month(100, "2024-06").month(40, "2024-06", item="ELEC")
    printer.of_return("2025-07-06").month(120, "2025-06").month(50, "2025-06", item="ELEC")
    printer.put(122.5, "2025-06", Basis.MONTH, **growth)
    printer.put(131.0, "2025-06", Basis.CUMULATIVE, **growth)
    (elec,) = told(printer, window=Window.MONTH).exports.items.parts
    assert (elec.growth, elec.growth_printed) == (0.25, pytest.approx(0.225))
    desk = Desk(*books(printer.frame()), JUNE)
    about = Spot(Flow.EXPORT, Window.MONTH, dimension=Dimension.ITEM).part("ELEC")
    trace = structure_traced(desk, f"{about.name}.growth_printed")
    assert (trace.value, trace.source.cell) == (pytest.approx(0.225), "D5")


def test_growth_of_several_added_up_says_that_it_is_ours_alone(printer):
    """A group of one item has the growth that is printed of the item; one of two has none."""
    growth = {"measure": Measure.GROWTH_VALUE}
    for year, amount in ((2024, 40), (2025, 50)):
        printer.of_return(f"{year}-07-06").month(100, f"{year}-06")
        for item in ("SEAFOOD", "COFFEE"):
            printer.month(amount, f"{year}-06", item=item)
            printer.put(122.5, f"{year}-06", Basis.MONTH, item=item, **growth)
    desk = Desk(*books(printer.frame()), JUNE)
    whole = Spot(Flow.EXPORT, Window.MONTH, dimension=Dimension.ITEM)
    one, several = (
        [structure_traced(desk, f"{whole.part(code).name}.{name}")
         for name in ("growth", "growth_printed")]
        for code in ("GSO/FISHERY", "MARD/AGRO_FORESTRY_FISHERY")
    )  # fmt: skip
    assert [t.value for t in one] == [0.25, pytest.approx(0.225)]
    assert one[0].remark is None
    assert one[1].source.cell
    assert [t.value for t in several] == [0.25, None]
    assert [t.remark.text for t in several] == [
        "ours alone: no printed growth is held of several added up",
        "not printed: no printed growth is held of several added up",
    ]


def test_a_month_of_a_group_is_of_the_members_that_the_year_tells_of(printer):
    """Tea was told last year only: this year's month is the sum of the others, as in charts."""
    printer.of_return("2024-07-06").month(100, "2024-06").month(3, "2024-06", item="TEA")
    printer.of_return("2025-07-06").month(120, "2025-06")
    for year, coffee, rice in ((2024, 40, 20), (2025, 50, 30)):
        printer.of_return(f"{year}-07-07").month(coffee, f"{year}-06", item="COFFEE")
        printer.month(rice, f"{year}-06", item="RICE")
    desk = Desk(*books(printer.frame()), JUNE)
    group = Spot(Flow.EXPORT, Window.MONTH, dimension=Dimension.ITEM).part("GSO/AGRO_FORESTRY")
    trace = structure_traced(desk, f"{group.name}.month_alone")
    assert (trace.value, len(trace.inputs)) == (80e6, 2)
    growth = structure_traced(desk, f"{group.name}.month_alone_growth")
    assert [part.value for part in growth.inputs] == [80e6, 63e6]


def test_a_january_revised_since_is_traced_as_it_was_told(printer):
    """Its chart shows the month's own figure; the year to date counts it as revised."""
    printer.of_return("2024-02-06").month(40, "2024-01", item="ELEC").month(90, "2024-01")
    printer.of_return("2025-02-06").month(50, "2025-01", item="ELEC").month(100, "2025-01")
    printer.of_return("2025-03-06").both(60, 112, "2025-02", item="ELEC").both(110, 212, "2025-02")
    desk = Desk(*books(printer.frame()), Month(2025, 1))
    about = Spot(Flow.EXPORT, Window.MONTH, dimension=Dimension.ITEM).part("ELEC")
    told = {
        name: structure_traced(desk, f"{about.name}.{name}").value
        for name in ("value", "month_alone", "month_alone_growth", "growth")
    }
    assert told == {
        "value": 52e6, "month_alone": 50e6, "month_alone_growth": 0.25,
        "growth": pytest.approx(0.3),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("base", "now", "reason"),
    [
        (None, 5, Unsaid.NO_BASE),
        (0, 5, Unsaid.ZERO_BASE),
        (-1, 5, Unsaid.NEGATIVE_BASE),
        (5, None, Unsaid.NO_FIGURE),
    ],
)
def test_where_there_is_no_growth_there_is_a_reason(printer, base, now, reason):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, base, now, item="ELEC")
    (part,) = told(printer).exports.items.parts
    assert part.growth is None
    assert part.reason is reason
    if base == 0:
        assert part.contribution == pytest.approx(0.05)


def test_without_a_total_shares_and_contributions_are_not_known(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 40, 50, item="ELEC")
    split = told(printer).exports.items
    assert split.parts[0].growth == 0.25
    assert split.parts[0].share is split.parts[0].contribution is split.parts[0].points is None
    assert split.total.reason is split.rest.reason is Unsaid.NO_FIGURE


def test_parts_above_their_total_are_said(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 90, 130, market="US")
    split = told(printer).exports.markets
    assert split.rest.value == -10e6
    assert split.rest.growth is None
    assert split.rest.reason is Unsaid.PARTS_EXCEED


def test_a_missing_month_leaves_the_months_that_both_years_have(printer):
    printer.of_return("2025-07-06")
    for year, scale in ((2024, 1.0), (2025, 1.2)):
        for number in range(1, 7):
            printer.month(round(10 * scale), f"{year}-{number:02d}")
            if (year, number) != (2024, 3):
                printer.month(round(5 * scale), f"{year}-{number:02d}", item="ELEC")
    (part,) = told(printer).exports.items.parts
    assert part.growth is None
    assert part.reason is Unsaid.NO_BASE
    assert part.common_months == 5
    assert part.common_growth == pytest.approx(0.2)


def test_what_is_printed_within_another_or_as_the_rest_is_no_part(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120, flow=IMPORT)
    half_years(printer, 30, 40, flow=IMPORT, item="STEEL")
    half_years(printer, 10, 15, flow=IMPORT, item="BILLETS")
    half_years(printer, 70, 80, flow=IMPORT, item="OTHER")
    half_years(printer, 50, 60, flow=IMPORT, market="ASEAN")
    imports = told(printer).imports
    assert [p.code for p in imports.items.parts] == ["STEEL"]
    assert imports.items.rest.value == 80e6
    assert not imports.markets.parts


def test_the_month_and_the_last_twelve(printer):
    printer.of_return("2025-07-06")
    for year in (2023, 2024, 2025):
        for number in range(1, 13 if year < 2025 else 7):
            printer.month(10 * (year - 2022), f"{year}-{number:02d}")
    month = told(printer, window=Window.MONTH).exports.items.total
    assert (month.value, month.base) == (30e6, 20e6)
    rolling = told(printer, window=Window.ROLLING_12).exports.items.total
    assert (rolling.value, rolling.base) == (300e6, 180e6)
    december = told(printer, through=Month(2024, 12), window=Window.ROLLING_12)
    assert december.exports.items.total.growth == 1.0
    assert len(month.months) == 18
    assert month.months[-1] == 30e6
    assert month.months[0] == 20e6


def test_twelve_months_without_the_year_before_last_have_no_base(printer):
    printer.of_return("2025-07-06").year([10] * 12, 2024).year([11] * 6, 2025)
    rolling = told(printer, window=Window.ROLLING_12).exports.items.total
    assert rolling.value == 126e6
    assert rolling.reason is Unsaid.NO_BASE


@settings(max_examples=30)
@given(
    scheme=st.sampled_from(["GSO", "MARD", "HS", "HEAVY_LIGHT"]),
    total=st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)),
    items=st.fixed_dictionaries(dict.fromkeys(ITEMS, pairs)),
)
def test_items_and_groups_sum_to_the_total_to_the_last_unit(new_printer, scheme, total, items):
    printer = new_printer().of_return("2025-07-06")
    half_years(printer, *total)
    for item, pair in items.items():
        half_years(printer, *pair, item=item)
    answer = told(printer, groupings=(schemes()[scheme],))
    for split in (answer.exports.items, *(g for g in answer.groupings if g.flow is Flow.EXPORT)):
        parts = [p for p in split.parts if not p.within]
        for told_of in ("value", "base", "change"):
            known = [getattr(p, told_of) for p in (*parts, split.rest)]
            exact = sum(_exact(v) for v in known if v is not None)
            assert exact == _exact(getattr(split.total, told_of))
        points = [p.points for p in (*parts, split.rest) if p.points is not None]
        assert sum(round(p * 10) for p in points) == round(split.total.points * 10)
        for p in parts:
            if p.points is not None and not p.alone:
                assert abs(p.points / 100 - p.contribution) < 0.001


def test_a_group_counts_its_members_and_says_which_are_missing(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 10, 12, market="DZ")
    half_years(printer, None, 3, market="GH")
    half_years(printer, 50, 60, market="US")
    answer = told(printer, groupings=(schemes()["CONTINENT"],))
    africa = answer.groupings[0].part("CONTINENT/AFRICA")
    assert africa.members == ("DZ", "GH")
    assert africa.alone == ("GH",)
    assert len(africa.missing) == len(group_named("CONTINENT/AFRICA").members()) - 2
    # Ghana has no base: it is in the value, and left out of the growth.
    assert (africa.value, africa.base, africa.growth) == (15e6, 10e6, pytest.approx(0.2))
    rest = answer.groupings[0].rest
    assert (rest.change, rest.alone) == (pytest.approx(8e6), ("GH",))
    emerging = [p.code for p in answer.emerging.parts]
    assert emerging == ["EMERGING/AFRICA", "DZ", "GH"]
    assert answer.emerging.part("DZ").base == 10e6


def test_blocs_that_overlap_leave_the_rest_that_none_of_them_holds(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 20, 30, market="JP")
    half_years(printer, 50, 60, market="US")
    (blocs, imported) = told(printer, groupings=(schemes()["FTA"],)).groupings
    assert imported.flow is IMPORT
    assert blocs.overlapping
    assert blocs.part("FTA/RCEP").value == blocs.part("FTA/CPTPP").value == 30e6
    assert blocs.rest.value == 90e6
    assert blocs.part("FTA/RCEP").points is None
    assert "several" in blocs.notes[1]


def test_groups_within_a_group_are_not_counted_twice(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 20, 30, item="SEAFOOD")
    groups = told(printer, groupings=(schemes()["MARD"],)).groupings[0]
    assert groups.part("MARD/FISHERY").within == "MARD/AGRO_FORESTRY_FISHERY"
    assert groups.rest.value == 90e6


def test_what_was_listed_in_one_year_only_is_compared_with_the_rest_it_lay_in(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 50, 60, item="ELEC")
    half_years(printer, 20, None, item="TEA")
    half_years(printer, None, 5, item="RICE")
    split = told(printer).exports.items
    assert (split.rest.value, split.rest.base) == (55e6, 30e6)
    # Tea is within this year's rest, rice within last year's: 60 against 50.
    assert split.rest.growth == pytest.approx(0.2)
    assert split.rest.contribution == pytest.approx(0.1)
    assert set(split.rest.alone) == {"TEA", "RICE"}


def test_sectors_with_and_without_crude(printer):
    printer.of_return("2025-07-06")
    half_years(printer, 100, 120)
    half_years(printer, 30, 33, ownership=Ownership.DOMESTIC)
    half_years(printer, 70, 87, ownership=Ownership.FDI)
    half_years(printer, 10, 7, item="CRUDE", ownership=Ownership.FDI)
    domestic, fdi = told(printer).exports.sectors
    assert domestic.part.growth == pytest.approx(0.1)
    assert domestic.without_crude is None
    assert fdi.part.share == 87 / 120
    assert (fdi.without_crude.value, fdi.without_crude.growth) == (80e6, pytest.approx(80 / 60 - 1))
    assert [s.cell for s in fdi.without_crude.sources] == ["D6", "D8"]


@given(st.lists(st.integers(0, 400), min_size=4, max_size=4), st.integers(-1, 1))
def test_points_of_sectors_sum_to_the_growth_in_tenths(new_printer, amounts, beyond):
    printer = new_printer().of_return("2025-07-06")
    one, two, three, four = (amount + 1 for amount in amounts)
    base = 10 * (one + three) + beyond / 10
    half_years(printer, base, 10 * (two + four))
    half_years(printer, 10 * one, 10 * two, ownership=Ownership.DOMESTIC)
    half_years(printer, 10 * three, 10 * four, ownership=Ownership.FDI)
    exports = told(printer).exports
    points = [sector.part.points for sector in exports.sectors]
    whole = round(1000 * exports.items.total.contribution)
    assert abs(round(10 * sum(points)) - whole) <= ceil(100 * abs(beyond) / base)


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (120_300, ""),  # it shows no other amount than the sectors'
        (120_310, "add up to 10.0 m USD less than the total"),
        (120_200, "add up to 100.0 m USD more than the total"),
    ],
)
def test_sectors_that_miss_the_total_say_by_how_much(printer, total, words):
    half_years(printer.of_return("2025-07-06"), 100_000, total)
    half_years(printer, 40_000, 30_000, ownership=Ownership.DOMESTIC)
    assert sectors_apart(told(printer).exports, EN) == ""
    half_years(printer, 60_000, 90_300, ownership=Ownership.FDI)
    said = sectors_apart(told(printer).exports, EN)
    assert words in said
    assert bool(words) == bool(said)


def test_crude_taken_from_the_sector_is_as_new_as_the_newest_report_of_it(printer):
    """The book of a year before estimated 30 for its month; the item came to 18."""
    fdi, crude = {"ownership": Ownership.FDI}, {"item": "CRUDE"}
    printer.of_return("2024-05-06").month(100, "2024-04", **fdi)
    printer.month(30, "2024-04", **crude, **fdi).month(30, "2024-04", **crude)
    printer.of_return("2025-01-31").month(98, "2024-04", **fdi).month(18, "2024-04", **crude)
    printer.month(300, "2024-04")
    printer.of_return("2025-05-06").month(330, "2025-04").month(110, "2025-04", **fdi)
    printer.month(10, "2025-04", **crude, **fdi).month(9, "2025-04", **crude)
    found = told(printer, Month(2025, 4), window=Window.MONTH)
    without = found.exports.sectors[1].without_crude
    assert (without.value, without.base) == (100e6, 80e6)
    assert without.growth == pytest.approx(0.25)
    assert [source.reported_on for source in without.base_sources] == ["2025-01-31"] * 2


def test_a_sector_that_was_not_printed_has_a_reason(printer):
    printer.of_return("2025-07-06").to_date(120, "2025-06").month(1, "2024-06")
    domestic, _ = told(printer).exports.sectors
    assert domestic.part.reason is Unsaid.NO_FIGURE


@given(st.integers(-(10**40), 10**40), st.integers(1, 10**20))
def test_whole_numbers_are_rounded_as_fractions_are(amount, unit):
    assert rounded(amount, unit) == round(Fraction(amount, unit))
    assert rounded(amount * unit + unit // 2, unit) == round(amount + Fraction(unit // 2, unit))
