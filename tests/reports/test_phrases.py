"""The turns of phrase: amounts, changes, shares, lists, as an official writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.figure import Status
from desktop.figures.wording import language
from desktop.reports.prose import phrases
from desktop.reports.prose.trade import surplus

SIGNS = "-−+"


@pytest.mark.parametrize(
    ("fraction", "vi_text", "en_text"),
    [
        (0.144, "tăng 14,4%", "up 14.4%"),
        (-0.002, "giảm 0,2%", "down 0.2%"),
        (0.0, "không đổi", "unchanged"),
        (0.0004, "không đổi", "unchanged"),
        (-0.0004, "không đổi", "unchanged"),
        (0.0006, "tăng 0,1%", "up 0.1%"),
        (1.0, "tăng 100,0%", "up 100.0%"),
        (1.0004, "tăng 100,0%", "up 100.0%"),
        (1.03, "gấp 2 lần", "2 times as much"),
        (1.5, "gấp 2,5 lần", "2.5 times as much"),
        (11.34, "gấp 12,3 lần", "12.3 times as much"),
        (-1.0, "giảm 100,0%", "down 100.0%"),
    ],
)
def test_a_change(vi, en, fraction, vi_text, en_text):
    assert phrases.change(fraction, vi) == vi_text
    assert phrases.change(fraction, en) == en_text


@pytest.mark.parametrize(
    ("ours", "printed", "expected"),
    [
        (0.4171, 0.399, "tăng 41,7% (theo biểu 39,9%)"),
        (0.1612, 0.161, "tăng 16,1%"),
        (0.1612, None, "tăng 16,1%"),
        (-0.0093, -0.021, "giảm 0,9% (theo biểu 2,1%)"),
        (-0.0093, 0.002, "giảm 0,9% (theo biểu tăng 0,2%)"),
        (0.0002, 0.012, "không đổi (theo biểu tăng 1,2%)"),
        (1.31, 0.98, "gấp 2,3 lần (theo biểu tăng 98,0%)"),
        (1.04, 1.03, "gấp 2 lần"),
        (None, 0.399, "tăng 39,9% theo biểu"),
        (None, None, ""),
    ],
)
def test_our_growth_with_the_printed_one_named(vi, ours, printed, expected):
    assert phrases.change_and_printed(ours, printed, vi) == expected


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (0.163, "tăng 16,3% so với cùng kỳ năm trước"),
        (-0.04, "giảm 4,0% so với cùng kỳ năm trước"),
        (1.5, "gấp 2,5 lần cùng kỳ năm trước"),
        (0.0, "không đổi so với cùng kỳ năm trước"),
    ],
)
def test_a_change_against_something(vi, fraction, expected):
    assert phrases.change_on(fraction, "cùng kỳ năm trước", vi) == expected


@pytest.mark.parametrize(
    ("usd", "vi_text", "en_text"),
    [
        (219_830e6, "219,83 tỷ USD", "USD 219.83 billion"),
        (1e9, "1,00 tỷ USD", "USD 1.00 billion"),
        (999.6e6, "1,00 tỷ USD", "USD 1.00 billion"),
        (999.4e6, "999 triệu USD", "USD 999 million"),
        (712.3e6, "712 triệu USD", "USD 712 million"),
        (52.25e6, "52,2 triệu USD", "USD 52.2 million"),
        (-1_240e6, "1,24 tỷ USD", "USD 1.24 billion"),
        (1_234_567e6, "1.234,57 tỷ USD", "USD 1,234.57 billion"),
    ],
)
def test_an_amount(vi, en, usd, vi_text, en_text):
    assert phrases.amount(usd, vi) == vi_text
    assert phrases.amount(usd, en) == en_text


def test_two_amounts_are_a_range_and_two_that_look_alike_are_one(vi):
    assert phrases.spread((546_240e6, 551_000e6), vi, 1) == "546,2–551,0 tỷ USD"
    assert phrases.spread((39_060e6, 39_070e6), vi, 1) == "39,1 tỷ USD"
    assert phrases.share((0.4324, 0.4361), vi) == "43,2–43,6%"


def test_an_estimate_is_told_from_a_figure(vi, en):
    assert phrases.attained(39_490e6, Status.ESTIMATE, vi) == "ước đạt 39,49 tỷ USD"
    for firm in (Status.PRELIMINARY, Status.ACTUAL, Status.FINAL, None):
        assert phrases.attained(39_490e6, firm, vi) == "đạt 39,49 tỷ USD"
    assert phrases.attained(1e9, Status.ESTIMATE, en) == "reached an estimated USD 1.00 billion"


@pytest.mark.parametrize(
    ("usd", "expected"),
    [
        (7_630e6, "xuất siêu 7,63 tỷ USD"),
        (-637e6, "nhập siêu 637 triệu USD"),
        (0, "cân bằng"),
        (-3e4, "nhập siêu 0,03 triệu USD"),
        (-4e3, "nhập siêu dưới 0,01 triệu USD"),
    ],
)
def test_a_balance(vi, usd, expected):
    assert surplus(usd, vi) == expected


def test_a_list_in_prose(vi, en):
    assert phrases.listed(["a"], vi) == "a"
    assert phrases.listed(["a", "b", "c"], vi) == "a, b và c"
    assert phrases.listed(["a", "b"], en) == "a and b"


@pytest.mark.parametrize(
    ("months", "vi_text", "en_text"),
    [
        (1, "tháng\u00a01/2025", "January 2025"),
        (6, "6 tháng đầu năm 2025", "the first 6 months of 2025"),
        (12, "cả năm 2025", "the whole of 2025"),
    ],
)
def test_a_span_from_january(vi, en, months, vi_text, en_text):
    assert phrases.months_from_january(2025, months, vi) == vi_text
    assert phrases.months_from_january(2025, months, en) == en_text


def test_a_targets_growth_has_no_idle_decimal(vi):
    assert phrases.target_rates((0.12,), vi) == "12%"
    assert phrases.target_rates((0.155,), vi) == "15,5%"
    assert phrases.target_rates((0.15, 0.16), vi) == "15–16%"


@given(st.floats(-1, 50), st.floats(-1e13, 1e13), st.sampled_from(["vi", "en"]))
def test_no_phrase_carries_a_sign(fraction, usd, code):
    spoken = language(code)
    told = (
        phrases.change(fraction, spoken),
        phrases.change_on(fraction, "x", spoken),
        phrases.amount(usd, spoken),
        phrases.points(fraction, spoken),
        surplus(usd, spoken),
    )
    assert not any(sign in text for text in told for sign in SIGNS)
