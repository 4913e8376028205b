"""What items, markets and sectors brought, and whether the sectors add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.overview import overview
from desktop.figures.series import Measure, Ownership

PARTS = st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)), min_size=1, max_size=9)


def printed(printer, *subjects, total=(200, 250)):
    """Print two Januaries of the total and of each subject: (before, now, subject)."""
    for column, year in enumerate((2024, 2025)):
        printer.of_return(f"{year}-02-06").month(total[column], f"{year}-01")
        for *amounts, subject in subjects:
            printer.month(amounts[column], f"{year}-01", **subject)
    return overview(printer.frame(), [])


def test_items_rank_by_what_they_contributed(printer):
    o = printed(
        printer,
        (40, 44, {"item": "TEXTILE"}),
        (50, 90, {"item": "ELEC"}),
        (30, 20, {"item": "STEEL"}),
        (9, 9, {"item": "CRUDE", "ownership": Ownership.FDI}),
    )
    assert [(i.code, i.contribution) for i in o.items] == [
        ("ELEC", pytest.approx(0.20)),
        ("TEXTILE", pytest.approx(0.02)),
        ("STEEL", pytest.approx(-0.05)),
    ]
    assert o.items[0].growth == pytest.approx(0.8)
    assert o.items[0].share == pytest.approx(90 / 250)
    assert o.items[0].source.printed == "90"


def test_a_part_printed_within_an_item_is_not_ranked_beside_its_whole(printer):
    o = printed(printer, (40, 44, {"item": "WOOD"}), (10, 12, {"item": "WOODPROD"}))
    assert [i.code for i in o.items] == ["WOOD"]


def test_what_is_left_over_is_no_item_among_others(printer):
    o = printed(printer, (40, 44, {"item": "WOOD"}), (90, 150, {"item": "OTHER"}))
    assert [i.code for i in o.items] == ["WOOD"]


def test_an_item_without_a_base_comes_last_without_growth(printer):
    o = printed(printer, (30, 20, {"item": "STEEL"}))
    printer.month(70, "2025-01", item="TOYS")
    o = overview(printer.frame(), [])
    assert [i.code for i in o.items] == ["STEEL", "TOYS"]
    assert (o.items[1].base, o.items[1].growth, o.items[1].contribution) == (None, None, None)


def test_an_item_keeps_the_growth_its_return_printed(printer):
    printed(printer, (50, 90, {"item": "ELEC"}))
    printer.month("139.9", "2025-01", item="ELEC", measure=Measure.GROWTH_VALUE)
    assert overview(printer.frame(), []).items[0].growth_printed == pytest.approx(0.399)


def test_blocs_and_continents_are_no_markets(printer):
    o = printed(
        printer,
        (50, 70, {"market": "US"}),
        (60, 90, {"market": "ASEAN"}),
        (9, 9, {"market": "AFRICA"}),
        (5, 6, {"market": "BONDED"}),
        (40, 41, {"market": "CN"}),
        (7, 8, {"market": "US", "item": "ELEC"}),
    )
    assert [m.code for m in o.markets] == ["US", "CN"]
    assert o.items == ()


def test_sectors_are_held_against_the_total(printer):
    domestic, foreign = {"ownership": Ownership.DOMESTIC}, {"ownership": Ownership.FDI}
    o = printed(printer, (80, 100, domestic), (120, 150, foreign))
    assert (o.domestic.share, o.fdi.share) == (pytest.approx(0.4), pytest.approx(0.6))
    assert o.check.agrees
    printer.of_return("2025-03-06").month(151, "2025-01", **foreign)
    assert not overview(printer.frame(), []).check.agrees


def test_one_sector_alone_is_not_checked(printer):
    o = printed(printer, (80, 100, {"ownership": Ownership.DOMESTIC}))
    assert (o.fdi, o.check) == (None, None)


@given(PARTS)
def test_the_parts_and_the_residual_make_the_growth_of_the_total(new_printer, parts):
    whole = tuple(sum(column) + 1000 for column in zip(*parts, strict=True))
    subjects = [(*pair, {"item": f"I{n}"}) for n, pair in enumerate(parts)]
    o = printed(new_printer(), *subjects, total=whole)
    residual = (o.exports.cumulative - sum(i.value for i in o.items)) - (
        o.exports.base_cumulative - sum(i.base for i in o.items)
    )
    explained = sum(i.contribution for i in o.items) + residual / o.exports.base_cumulative
    assert explained == pytest.approx(o.exports.growth)
