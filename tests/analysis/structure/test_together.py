"""Rows of a screen are made together; each is what is said of it alone, to the last digit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.structure import bridge, splits
from desktop.analysis.structure_results import Part, Window
from desktop.figures.groupings import schemes
from desktop.figures.period import Basis
from desktop.figures.series import Unit
from tests.analysis.structure.traded import IMPORT, half_years, quantity, told

ITEMS = ("ELEC", "RICE", "COFFEE", "TEA", "RUBBER", "TEXTILE", "CRUDE", "STEEL", "TOY")
amounts = st.none() | st.integers(-5, 5) | st.integers(1, 10**6) | st.just(9_007_200)  # millions
weights = st.none() | st.integers(-1, 10**6)
rows = st.tuples(amounts, amounts, weights, weights, st.sampled_from([Unit.TONNES, Unit.PIECES]))


def printed(printer, whole, every):
    """Print a half-year of items and of the year before, some of them counted or weighed."""
    printer.of_return("2025-07-06").month(1, "2024-01", item="WOOD")
    half_years(printer, *whole)
    for item, (base, now, lighter, heavier, unit) in zip(ITEMS, every, strict=True):
        half_years(printer, base, now, item=item)
        for amount, end, of in (
            (lighter, "2024-06", Unit.TONNES),
            (heavier, "2025-06", unit),
        ):
            if amount is not None:
                quantity(printer, amount, end, Basis.CUMULATIVE, of, item=item)
    return printer


@settings(max_examples=25)
@given(
    whole=st.tuples(amounts, amounts),
    every=st.lists(rows, min_size=len(ITEMS), max_size=len(ITEMS)),
)
def test_rows_made_together_are_those_made_one_by_one(new_printer, whole, every):
    printer = printed(new_printer(), whole, every)
    found = []
    for few in (0, len(ITEMS)):  # so many rows are made one by one
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(splits, "_FEW", few)
            found.append(repr(told(printer).exports.items.parts))
    assert found[0] == found[1]


@settings(max_examples=25)
@given(
    whole=st.tuples(amounts, amounts),
    every=st.lists(rows, min_size=len(ITEMS), max_size=len(ITEMS)),
    looked=st.randoms(use_true_random=False),
)
def test_columns_and_rows_looked_at_in_any_order_are_those_made_one_by_one(
    new_printer, whole, every, looked
):
    printer = printed(new_printer(), whole, every)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(splits, "_FEW", len(ITEMS))
        alone = [tuple(split.parts) for split in splits_of(printer)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(splits, "_SCREEN", 3)
        for split, parts in zip(splits_of(printer), alone, strict=True):
            asked = [*Part._fields, *range(len(parts))]
            looked.shuffle(asked)
            for name in asked:
                if isinstance(name, int):
                    assert repr(split.parts[name]) == repr(parts[name])
                else:
                    column = [getattr(part, name) for part in parts]
                    assert repr([*split.column(name)]) == repr(column)


def splits_of(printer):
    structure = told(printer, groupings=[schemes()["GSO"]])
    return (structure.exports.items, structure.groupings[0])


@settings(max_examples=25)
@given(st.lists(st.tuples(*[amounts] * 4), min_size=3, max_size=3))
def test_partners_made_together_are_those_made_one_by_one(new_printer, every):
    printer = new_printer().of_return("2025-07-06")
    for market, (base, now, base_bought, bought) in zip(("US", "CN", "JP"), every, strict=True):
        half_years(printer, base, now, market=market)
        half_years(printer, base_bought, bought, market=market, flow=IMPORT)
    half_years(printer, 1, 2)
    found = []
    for exact in (bridge.EXACT, -1):  # nothing is small enough to be put in columns
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(bridge, "EXACT", exact)
            found.append(repr(told(printer).bridge.partners))
    assert found[0] == found[1]


def test_a_part_that_lacks_a_month_takes_it_from_none_beside_it(printer):
    printer.of_return("2025-07-06")
    ends = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 7)]
    for size, item in enumerate(("TOTAL", *ITEMS), 1):
        for n, end in enumerate(ends):
            if (item, end) != ("TEA", "2025-03"):
                printer.month(size * 10 + n, end, item=item)
    lines = {p.code: [*p.months] for p in told(printer, window=Window.MONTH).exports.items.parts}
    assert lines.keys() == set(ITEMS)
    for size, item in enumerate(ITEMS, 2):
        known = [(size * 10 + n) * 1e6 for n in range(12)]
        if item == "TEA":
            known[8] = None
        assert lines[item] == [*known[:6], *[None] * 6, *known[6:]]
