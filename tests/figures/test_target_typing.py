"""Percentages, amounts and months as officials type them; what may mean two things is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.figures.target import TargetMeasure
from desktop.figures.target_typing import amounts, day, months, percentage

GROWTH, VALUE, SURPLUS = TargetMeasure.GROWTH, TargetMeasure.VALUE, TargetMeasure.SURPLUS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12", 0.12), ("12%", 0.12), ("12 %", 0.12), (" 12,5% ", 0.125), ("12.5 %", 0.125),
        ("+12%", 0.12), ("−3,9%", -0.039), ("0,5%", 0.005), ("0.12%", 0.0012), ("0", 0.0),
        ("100", 1.0), ("103,5", 1.035),
    ],
)  # fmt: skip
def test_a_percentage_is_read_with_its_sign_or_as_a_number_above_one(typed, meant):
    assert percentage(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("0.12", "12%"), ("0,12", "12%"), ("-0.05", "-5%"), ("0.155", "15.5%")]
)
def test_a_bare_fraction_is_refused_with_both_readings(typed, meant):
    with pytest.raises(Refused, match="target_fraction_or_percent") as refused:
        percentage(typed)
    finding = refused.value.findings[0]
    assert (finding.found, finding.expected) == (typed, meant)


@pytest.mark.parametrize("typed", ["15-16%", "15% - 16%", "15–16 %", "15 .. 16", "15%–16%"])
def test_a_range_of_growth(typed):
    assert amounts(typed, GROWTH) == (0.15, 0.16)


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("454.2", 454.2, 454.2), ("454,2", 454.2, 454.2), ("454,2 tỷ USD", 454.2, 454.2),
        ("262-263", 262, 263), ("546–551 bn USD", 546, 551), ("1.000,5", 1000.5, 1000.5),
        ("1,000.5", 1000.5, 1000.5), ("1 000,5", 1000.5, 1000.5),
    ],
)  # fmt: skip
def test_a_value_is_typed_in_billions(typed, low, high):
    assert amounts(typed, VALUE) == (low * 1e9, high * 1e9)


def test_a_deficit_is_a_surplus_below_zero():
    assert amounts("-34", SURPLUS) == (-34e9, -34e9)


@pytest.mark.parametrize("typed", ["", "x", "12%%", "1..2..3", "-", "%", "12 apples", "1e3", "nan"])
@pytest.mark.parametrize("measure", [GROWTH, VALUE])
def test_what_is_no_number_is_refused(typed, measure):
    with pytest.raises(Refused, match="target_amount_unread"):
        amounts(typed, measure)


def test_a_value_is_no_percentage():
    with pytest.raises(Refused, match="target_amount_unread"):
        amounts("12%", VALUE)


@given(st.decimals(-500, 500, places=2))
def test_every_percentage_is_read_back(number):
    assert percentage(f"{number}%") == float(number / 100)


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [
        ("2026", "2026-01", 12), ("2025-07..2026-06", "2025-07", 12),
        ("2025-04–2026-03", "2025-04", 12), ("2019-H1", "2019-01", 6), ("H2 2019", "2019-07", 6),
        ("2025-03..2025-03", "2025-03", 1),
    ],
)  # fmt: skip
def test_years_fiscal_years_and_half_years(typed, first, count):
    assert months(typed) == (Month.parse(first), count)


@pytest.mark.parametrize(
    "typed", ["", "FY26", "2025-13..2026-06", "2025-07..2026-07", "2026-06..2025-07", "2026-H3"]
)
def test_other_months_are_refused(typed):
    with pytest.raises(Refused, match="target_months_unread"):
        months(typed)


@pytest.mark.parametrize("typed", ["2026-01-08", "08/01/2026", " 8.1.2026 ", "8/1/2026"])
def test_a_day_is_read_as_it_is_written_here_or_by_iso(typed):
    assert day(typed) == date(2026, 1, 8)


def test_no_day_is_none():
    assert day("  ") is None


@pytest.mark.parametrize("typed", ["8/1/26", "20260108", "2026-W02-4", "2026/01/08", "31.2.2026"])
def test_what_is_no_day_or_more_than_one_is_refused(typed):
    with pytest.raises(ValueError, match=r"day|month"):
        day(typed)
