"""What a title says of its pages is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.returns import read_return, table
from tests.returns.plans.foreign import filled


@given(st.from_regex(table._PAGE))
def test_no_page_is_told_without_a_sign(text):
    assert table._OF_PAGES.search(text)


@pytest.mark.parametrize(
    "printed",
    ["Xuất khẩu (tiếp theo)", "Xuất khẩu TIẾP", " Xuất khẩu (Cont.):", "Xuất khẩu ", "Xuất khẩu"],
)
def test_a_title_is_the_same_on_every_page(printed):
    assert table._without_page(printed) == "Xuất khẩu"


HEAD = (
    ("BIỂU 5X",), ("XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU THÁNG 6 NĂM 2026",),
)  # fmt: skip
COLUMNS = (
    ("STT", "Thị trường/Mặt hàng", "ĐVT", "Tháng 6/2026", None, "Lũy kế 6 tháng", None),
    (None, None, None, "Lượng", "Trị giá (USD)", "Lượng", "Trị giá (USD)"),
)
ROWS = (
    (1, "HÀN QUỐC", "USD", None, 9_000_000.0, None, 50_000_000.0),
    (None, "Gạo", "Tấn", 1_000.0, 500_000.0, 6_000.0, 3_000_000.0),
    (2, "HÀ LAN", "USD", None, 8_000_000.0, None, 40_000_000.0),
    (None, "Hạt điều", "Tấn", 300.0, 2_000_000.0, 1_500.0, 9_000_000.0),
    (None, "Hạt tiêu", "Tấn", 200.0, 1_000_000.0, 900.0, 6_000_000.0),
    (3, "NHẬT BẢN", "USD", None, 7_000_000.0, None, 30_000_000.0),
    (None, "Cà phê", "Tấn", 400.0, 3_000_000.0, 2_100.0, 12_000_000.0),
)


@pytest.mark.parametrize("between", [(), ((None,),)], ids=["no blank row", "a blank row"])
@pytest.mark.parametrize("end", [2, 3, 4])
def test_a_partner_goes_on_where_title_and_headings_stand_once_more(workbook, between, end):
    rows = (*HEAD, *between, *COLUMNS, *ROWS[:end], *HEAD, *COLUMNS, *ROWS[end:])
    reading = read_return(workbook({"5X": filled(rows)}))
    values = {(r.market, r.item) for r in reading.rows if r.measure == "value"}
    assert values == {
        ("KR", "TOTAL"), ("KR", "RICE"), ("NL", "TOTAL"), ("NL", "CASHEW"), ("NL", "PEPPER"),
        ("JP", "TOTAL"), ("JP", "COFFEE"),
    }  # fmt: skip
    assert len(reading.rows) == 22


def test_tables_of_one_title_and_other_headings_are_two(workbook):
    other = (("STT", "Thị trường/Mặt hàng", "ĐVT", "Tháng 5/2026", None, None, None), COLUMNS[1])
    rows = (*HEAD, *COLUMNS, *ROWS[:2], *HEAD, *other, *(row[:5] for row in ROWS[:2]))
    reading = read_return(workbook({"5X": filled(rows)}))
    found = {(r.period_end % 12 + 1, r.cell[0]) for r in reading.rows if r.basis == "month"}
    assert (5, "E") in found
    assert (6, "E") in found
