"""Heads of the customs' English editions: units, months and years to date in their words."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = (
    (None, "TOTAL", "USD", None, 38_000_000_000, None, 219_000_000_000),
    (1, "Coffee", "Ton", 1_200, 3_000_000, 9_500, 21_000_000),
    (2, "Footwear", "USD", None, 5_000_000, None, 29_000_000),
)
TEXTS = tuple(
    tuple(f"{v:,}" if isinstance(v, int) and at > 2 else v for at, v in enumerate(row))
    for row in GOODS
)


def read(workbook, *, period="June 2025", unit="Unit", month="In the month", to_date="Year to date",
         measures=("Volume", "Value (USD)"), goods=GOODS, note=None):  # fmt: skip
    heads = (
        ("EXPORTS BY MAIN COMMODITIES",), (f"{period} (Preliminary)",), (None, None, None, note),
        ("No.", "Main commodities", unit, month, None, to_date),
        (None, None, None, *measures, *measures),
    )  # fmt: skip
    return read_return(workbook({"2X": filled((*heads, *goods))}))


def meant(reading):
    return {(r.cell, r.item, r.measure, r.basis, r.unit, r.value // 1000) for r in reading.rows}


@pytest.mark.parametrize("unit", ["Unit of quantity", "Unit of measure", "Units"])
def test_the_head_of_units(workbook, unit):
    reading = read(workbook, unit=unit)
    assert meant(reading) == meant(read(workbook))
    assert len(reading.rows) == 8


@pytest.mark.parametrize("goods", [GOODS, TEXTS])
def test_month_alone_over_its_measures_is_the_one_reported(workbook, goods):
    reading = read(workbook, month="Month", goods=goods)
    assert meant(reading) == meant(read(workbook))


def test_a_column_of_numbers_typed_as_texts_that_nobody_understands_is_told(workbook):
    reading = read(workbook, month="Interval", goods=TEXTS)
    assert {r.basis for r in reading.rows} == {"cumulative"}
    assert "column_unread" in codes(reading)


@pytest.mark.parametrize(
    "to_date",
    ["From the beginning of the year to 15 June 2025", "Accumulated to 15 June",
     "From 1 January to 15 June"],
)  # fmt: skip
def test_the_year_up_to_the_middle_of_a_month(workbook, to_date):
    reading = read(
        workbook, period="First half of June 2025", month="In the period", to_date=to_date
    )
    assert {r.basis for r in reading.rows} == {"half_month_1", "cumulative_half_month"}
    assert len(reading.rows) == 8


@pytest.mark.parametrize("note", ["Value: USD", "(Unit: USD)", "Unit: USD"])
def test_a_note_may_name_the_unit_of_values(workbook, note):
    goods = tuple((*row[:2], row[2] if row[0] == 1 else None, *row[3:]) for row in GOODS)
    reading = read(workbook, measures=("Volume", "Value"), goods=goods, note=note)
    assert meant(reading) == meant(read(workbook))
