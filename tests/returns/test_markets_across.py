"""Markets side by side: each column is of its own, and none of the world's but the total's."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = (("Hàng thủy sản", 1.5), ("Gạo", 2.5), ("Cà phê", 3.5))
MARKETS = ("Hoa Kỳ", "Trung Quốc", "Nhật Bản")


def sheet(title, *heads, joined=()):
    rows = [(name, *(first + 10 * n for n in range(len(heads[-1]) - 1))) for name, first in GOODS]

    def fill(made):
        filled(((title,), ("Triệu USD",), *heads, *rows))(made)
        for area in joined:
            made.merge_cells(area)

    return fill


def read(reading, row):
    return {(r.cell[0], r.market, r.basis, r.measure) for r in reading.rows if r.cell.endswith(row)}


@pytest.mark.parametrize(
    ("title", "basis"),
    [
        ("Xuất khẩu sang một số thị trường tháng 6 năm 2025", "month"),
        ("Trị giá xuất khẩu theo thị trường 6 tháng đầu năm 2025", "cumulative"),
    ],
)
def test_each_column_is_of_the_market_above_it(workbook, title, basis):
    head = ("Mặt hàng", *MARKETS, "Tổng số")
    reading = read_return(workbook({"XK": sheet(title, head)}))
    assert read(reading, "4") == {
        (letter, market, basis, "value")
        for letter, market in zip("BCDE", ("US", "CN", "JP", "WORLD"), strict=True)
    }
    assert len(reading.rows) == 12
    assert reading.layout == "gso_markets_across"


def test_markets_head_groups_of_columns(workbook):
    heads = (
        ("Mặt hàng", "Hoa Kỳ", None, "Trung Quốc", None, "Tổng số", None),
        (None, *("Tháng 6", "6 tháng") * 3),
    )
    path = workbook({"XK": sheet("Xuất khẩu năm 2025", *heads, joined=("B3:C3", "D3:E3", "F3:G3"))})
    assert sorted(read(read_return(path), "5")) == [
        ("B", "US", "month", "value"), ("C", "US", "cumulative", "value"),
        ("D", "CN", "month", "value"), ("E", "CN", "cumulative", "value"),
        ("F", "WORLD", "month", "value"), ("G", "WORLD", "cumulative", "value"),
    ]  # fmt: skip


def test_a_market_that_no_catalogue_has_is_named_with_its_cell(workbook):
    head = ("Mặt hàng", "Hoa Kỳ", "Trung Quốc", "Nước Lạ")
    reading = read_return(workbook({"XK": sheet("Xuất khẩu tháng 6 năm 2025", head)}))
    assert {row.market for row in reading.rows} == {"US", "CN"}
    assert [(f.code, f.cell) for f in reading.findings] == [("column_unread", "D4")]


def test_groups_that_nobody_understands_are_not_read_as_the_whole(workbook):
    heads = (("Mặt hàng", "Nhóm A", None, "Nhóm B", None), (None, *("Tháng 6", "6 tháng") * 2))
    path = workbook({"XK": sheet("Xuất khẩu năm 2025", *heads, joined=("B3:C3", "D3:E3"))})
    reading = read_return(path)
    assert (reading.rows, codes(reading)) == ((), ["columns_deny", "columns_deny"])


def test_sectors_side_by_side_are_each_their_own(workbook):
    heads = (
        ("Mặt hàng", "Tổng số", None, "Trong đó: FDI", None),
        (None, *("Tháng 6", "6 tháng") * 2),
    )
    made = sheet("Xuất khẩu năm 2025", *heads, joined=("B3:C3", "D3:E3"))
    reading = read_return(workbook({"XK": made}))
    assert [(r.cell[0], r.ownership) for r in reading.rows if r.item == "RICE"] == [
        ("B", "ALL"), ("C", "ALL"), ("D", "FDI"), ("E", "FDI")
    ]  # fmt: skip


def test_of_an_estimate_beside_what_came_of_it_the_firmer_is_read(workbook):
    heads = (("Mặt hàng", "Tháng 5/2025", None), (None, "Ước tính", "Chính thức"))
    reading = read_return(workbook({"XK": sheet("Xuất khẩu", *heads, joined=("B3:C3",))}))
    assert {(r.cell[0], r.status) for r in reading.rows} == {("C", "final")}


def test_values_in_other_money_are_left_out(workbook):
    head = ("Mặt hàng", "Trị giá (triệu USD)", "Trị giá (tỷ đồng)")
    reading = read_return(workbook({"XK": sheet("Xuất khẩu tháng 6 năm 2025", head)}))
    assert {r.cell[0] for r in reading.rows} == {"B"}
    assert [c.why for c in reading.sheets[0].columns] == ["", "unknown_unit"]


def test_the_balance_beneath_both_ways_is_no_goods(workbook):
    rows = (("Xuất khẩu", 39.5), ("Nhập khẩu", 36.5), ("Cán cân thương mại", 3.0))
    title = ("Kim ngạch xuất nhập khẩu năm 2025",)
    path = workbook({"S": filled((title, ("Triệu USD",), ("Chỉ tiêu", "Tháng 6"), *rows))})
    reading = read_return(path)
    assert [(r.flow, r.item) for r in reading.rows] == [("export", "TOTAL"), ("import", "TOTAL")]
    assert reading.questions == ()


def test_growth_beside_a_market_s_figure_is_that_market_s(workbook):
    head = ("Mặt hàng", "Hoa Kỳ", "% so cùng kỳ", "Nhật Bản", "% so cùng kỳ")
    reading = read_return(workbook({"XK": sheet("Xuất khẩu tháng 6 năm 2025", head)}))
    assert read(reading, "4") == {
        ("B", "US", "month", "value"), ("C", "US", "month", "growth_value"),
        ("D", "JP", "month", "value"), ("E", "JP", "month", "growth_value"),
    }  # fmt: skip
