"""Growth whose numbers alone do not say whether they are indices or changes."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = ("Tổng trị giá", "Hàng thủy sản", "Cà phê", "Gạo", "Cao su", "Hạt tiêu", "Chè", "Hạt điều")
VALUES = (44000.5, 900.1, 800.5, 300.1, 200.2, 100.1, 50.5, 400.4)
SAME = "So với cùng kỳ năm trước (%)"
CHANGES = "+/- so với cùng kỳ năm trước (%)"


def read(workbook, head, growth, *, before=(), beside=()):
    """Read six months' values with a column of growth; last year's, or another growth, beside."""
    heads = ["Mặt hàng", "6 tháng/2026", *(["6 tháng/2025"] if before else []), head]
    rows = []
    for at, (printed, other) in enumerate(zip_longest(growth, beside)):
        rows.append((GOODS[at], VALUES[at], *before[at : at + 1], printed, other))
    if beside:
        heads.append("Tháng 6/2026 so với cùng kỳ năm trước (%)")
    title = ("Xuất khẩu hàng hóa tháng 6 năm 2026", None, "Triệu USD")
    return read_return(workbook({"XK": filled((title, tuple(heads), *rows))}))


def grown(reading):
    """The growth to date, as indices in the order of the rows."""
    rows = [r for r in reading.rows if r.measure == "growth_value" and r.basis == "cumulative"]
    return [r.value / 1000 for r in rows]


@pytest.mark.parametrize("head", [SAME, CHANGES, "Tốc độ tăng so với cùng kỳ (%)"])
@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ((14.4, 25.1), [114.4, 125.1]),
        ((14.4,), [114.4]),
        ((-8.5,), [91.5]),
        ((114.4,), [114.4]),
        ((98.5, 104.0), [98.5, 104.0]),
    ],
)
def test_a_few_numbers_are_what_they_look_like(workbook, head, printed, meant):
    reading = read(workbook, head, printed)
    assert grown(reading) == meant
    assert "growth_unclear" not in codes(reading)


def test_a_lone_number_that_may_be_either_is_left_out_and_told(workbook):
    reading = read(workbook, SAME, (54.4,))
    assert not grown(reading)
    assert "growth_unclear" in codes(reading)
    assert [c.why for c in reading.sheets[0].columns if c.letter == "C"] == ["growth_unclear"]


def test_a_few_small_numbers_that_may_be_ratios_are_told_apart_by_what_others_say(workbook):
    small = (1.2, 0.8, 2.1)
    assert "growth_unclear" in codes(read(workbook, SAME, small))
    assert grown(read(workbook, SAME, small, beside=(-3.5, 12.1, 4.0))) == [101.2, 100.8, 102.1]
    before = tuple(round(v / g, 4) for v, g in zip(VALUES, small, strict=False))
    assert grown(read(workbook, SAME, small, before=before)) == [120, 80, 210]


def test_small_numbers_beneath_the_word_change_may_be_ratios_or_changes(workbook):
    small = (1.2, 0.8, 1.1, 0.9)
    assert grown(read(workbook, SAME, small)) == [120, 80, 110, 90]
    assert "growth_unclear" in codes(read(workbook, CHANGES, small))
    before = tuple(round(v / (1 + g / 100), 4) for v, g in zip(VALUES, small, strict=False))
    assert grown(read(workbook, CHANGES, small, before=before)) == [101.2, 100.8, 101.1, 100.9]


def test_last_years_figures_tell(workbook):
    growth, now = (54.4, 65.0), VALUES
    as_change = tuple(round(v / (1 + g / 100), 3) for v, g in zip(now, growth, strict=False))
    as_index = tuple(round(v / (g / 100), 3) for v, g in zip(now, growth, strict=False))
    assert grown(read(workbook, CHANGES, growth, before=as_change)) == [154.4, 165.0]
    assert grown(read(workbook, CHANGES, growth, before=as_index)) == [54.4, 65.0]


def test_few_large_changes_beside_growth_that_falls_are_changes(workbook):
    reading = read(workbook, SAME, (54.4, 65.1, 60.2), beside=(-3.5, 12.1, 4.0))
    assert grown(reading) == [154.4, 165.1, 160.2]


def test_texts_tell_as_numbers_do(workbook):
    reading = read(workbook, SAME, ("54,4", "65,1", "60,2"), beside=("-3,5", "12,1", "4,0"))
    assert grown(reading) == [154.4, 165.1, 160.2]


def test_many_large_numbers_above_nought_are_indices_though_changes_are_announced(workbook):
    printed = (114.4, 65.1, 92.0, 58.8, 112.5, 130.1, 75.5, 88.8)
    assert grown(read(workbook, CHANGES, printed)) == list(printed)


@pytest.mark.parametrize("head", [SAME, CHANGES])
def test_three_numbers_that_may_be_either_are_told(workbook, head):
    reading = read(workbook, head, (54.4, 65.1, 58.0))
    assert not grown(reading)
    assert "growth_unclear" in codes(reading)


def test_few_numbers_are_indices_beside_many_that_are(workbook):
    many = (104.4, 95.1, 92.0, 108.8, 112.5, 130.1, 75.5, 88.8)
    reading = read(workbook, CHANGES, (154.4, 165.1, 158.0), beside=many)
    assert len(grown(reading)) == 3
