"""A heading that lacks a word is not read as the whole year, or as last year's figures."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = (
    ("TỔNG TRỊ GIÁ", 26_500.0, 157_630.0), ("Hàng thủy sản", 820.5, 4_700.2),
    ("Gạo", 288.0, 1_610.3), ("Cà phê", 202.1, 1_500.1), ("Cao su", 250.7, 1_120.9),
)  # fmt: skip


def read(workbook, heads, grown=(117.3, 128.4)):
    rows = [(*figures, *(round(g + n * 1.7, 1) for g in grown)) for n, figures in enumerate(GOODS)]
    title = ("Xuất khẩu hàng hóa tháng 6 năm 2021", None, "Nghìn tấn, triệu USD")
    return read_return(workbook({"XK": filled((title, ("Mặt hàng", *heads), *rows))}))


def bases(reading):
    return {row.cell[0]: row.basis for row in reading.rows}


BEHIND = (
    "Tháng 6 năm 2021 so với cùng kỳ năm trước (%)",
    "6 tháng năm 2021 so với cùng kỳ năm trước (%)",
)


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        (("Ước tính tháng 6 năm 2021", "Ước tính năm 2021"), "B"),
        (("Ước tính năm 2021", "Ước tính 6 tháng năm 2021"), "C"),
    ],
)
def test_a_year_beside_the_growth_of_months_without_figures_lacks_their_word(workbook, heads, kept):
    reading = read(workbook, (*heads, *BEHIND))
    assert {cell for cell, basis in bases(reading).items() if cell in "BC"} == {kept}
    assert "column_unread" in codes(reading)


@pytest.mark.parametrize(
    "heads",
    [
        ("Ước tính 6 tháng năm 2021", "Ước tính cả năm 2021", *BEHIND),
        ("Ước tính 6 tháng năm 2021", "Ước tính năm 2021", BEHIND[1], "Năm 2021 so với năm 2020"),
    ],
)
def test_a_forecast_is_read_where_nothing_lacks(workbook, heads):
    assert bases(read(workbook, heads))["C"] == "year_forecast"


@pytest.mark.parametrize(("grown", "left"), [((102.3, 111.8), "BC"), ((18_000.5, 111.8), "BC")])
def test_growth_headed_as_last_years_figures_is_none(workbook, grown, left):
    heads = ("Tháng 6 năm 2021", "6 tháng năm 2021", "Tháng 6 năm 2020", BEHIND[1])
    reading = read(workbook, heads, grown)
    assert {cell for cell in bases(reading) if cell in "BCD"} == {*left}
    assert "column_unread" in codes(reading)


def test_last_years_figures_are_read_behind_this_years(workbook):
    rows = [(name, now, round(now * (0.8 + n / 10), 1)) for n, (name, now, _) in enumerate(GOODS)]
    title = ("Xuất khẩu hàng hóa", None, "Nghìn tấn, triệu USD")
    head = ("Mặt hàng", "Ước tháng 6 năm 2021", "Tháng 6 năm 2020")
    reading = read_return(workbook({"XK": filled((title, head, *rows))}))
    assert {(row.cell[0], row.status) for row in reading.rows} == {
        ("B", "estimate"), ("C", "actual"),
    }  # fmt: skip
    assert [f.cell for f in reading.findings if f.code == "status_unsaid"] == ["C3"]


def test_a_year_back_behind_the_estimate_of_december_is_still_a_slip(workbook):
    title = ("Xuất khẩu hàng hóa tháng 12 năm 2011", None, "Nghìn tấn, triệu USD")
    head = ("Mặt hàng", "Ước tính tháng 12 năm 2011", "Năm 2010", "Năm 2011 so với năm 2010 (%)")
    rows = [(name, now, 12 * now, 110.5 + n) for n, (name, now, _) in enumerate(GOODS)]
    reading = read_return(workbook({"XK": filled((title, head, *rows))}))
    assert {(row.cell[0], row.period_end // 12) for row in reading.rows} == {
        ("B", 2011), ("C", 2011), ("D", 2011),
    }  # fmt: skip
    assert "month_outvoted" in codes(reading)
