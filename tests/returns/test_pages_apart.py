"""A table published page by page, each page on a sheet of its own, as copied books have it."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

TITLE = (
    ("CỤC HẢI QUAN",), ("XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU",),
    ("Tháng 6 năm 2026 (Sơ bộ)",),
)  # fmt: skip
HEADS = (
    ("STT", "Thị trường/Mặt hàng", "ĐVT", "Tháng 6", None, "Lũy kế 6 tháng", None),
    (None, None, None, "Lượng", "Trị giá (USD)", "Lượng", "Trị giá (USD)"),
)
FIRST = (
    (1, "HÀN QUỐC", "USD", None, 9_000_000.0, None, 50_000_000.0),
    (None, "Gạo", "Tấn", 1_000.0, 500_000.0, 6_000.0, 3_000_000.0),
    (2, "HÀ LAN", "USD", None, 8_000_000.0, None, 40_000_000.0),
    (None, "Hạt điều", "Tấn", 300.0, 2_000_000.0, 1_500.0, 9_000_000.0),
)
SECOND = (
    (None, "Hạt tiêu", "Tấn", 200.0, 1_000_000.0, 900.0, 6_000_000.0),
    (None, "Cao su", "Tấn", 100.0, 400_000.0, 500.0, 1_900_000.0),
    (3, "NHẬT BẢN", "USD", None, 7_000_000.0, None, 30_000_000.0),
    (None, "Cà phê", "Tấn", 400.0, 3_000_000.0, 2_100.0, 12_000_000.0),
)
NOTE = ((None, "Ghi chú: Số liệu sơ bộ"),)
WANTED = {
    ("KR", "TOTAL"), ("KR", "RICE"), ("NL", "TOTAL"), ("NL", "CASHEW"), ("NL", "PEPPER"),
    ("NL", "RUBBER"), ("JP", "TOTAL"), ("JP", "COFFEE"),
}  # fmt: skip


def read(workbook, above, rows=SECOND):
    pages = {"Page 1": filled((*TITLE, *HEADS, *FIRST)), "Page 2": filled((*above, *rows))}
    return read_return(workbook(pages))


def values(reading):
    return {(r.market, r.item) for r in reading.rows if r.measure == "value"}


@pytest.mark.parametrize(
    "above",
    [(*TITLE, *HEADS), HEADS, (("Trang 2",), *HEADS), ()],
    ids=["title and headings", "headings", "page and headings", "rows alone"],
)
def test_goods_of_the_next_page_are_the_last_partner_s(workbook, above):
    reading = read(workbook, above)
    assert values(reading) == WANTED
    assert len(reading.rows) == 26
    assert {r.period_end % 12 + 1 for r in reading.rows} == {6}


def test_a_note_may_end_a_page_of_rows_alone(workbook):
    assert values(read(workbook, (), (*SECOND, *NOTE))) == WANTED


def test_rows_of_names_that_nobody_knows_are_no_page(workbook):
    rows = tuple((n, f"Chỉ tiêu {n}", None, 1.0, 2.0, 3.0, 4.0) for n in range(1, 6))
    reading = read(workbook, (), rows)
    assert {r.sheet for r in reading.rows} == {"Page 1"}


def test_numbers_beside_the_columns_are_no_page(workbook):
    rows = tuple((*row, 1.0, 2.0) for row in SECOND)
    reading = read(workbook, (), rows)
    assert {r.sheet for r in reading.rows} == {"Page 1"}


def test_goods_by_themselves_go_on_as_well(workbook):
    title = (("XUẤT KHẨU HÀNG HÓA THEO MẶT HÀNG CHỦ YẾU",), TITLE[2])
    heads = (("STT", "Mặt hàng chủ yếu", *HEADS[0][2:]), HEADS[1])
    total = (None, "TỔNG TRỊ GIÁ", "USD", None, 90_000_000.0, None, 500_000_000.0)
    goods = [(n, *row[1:]) for n, row in enumerate((FIRST[1], FIRST[3], *SECOND[:2]), 1)]
    pages = {
        "Table 1": filled((*title, *heads, total, *goods[:2])),
        "Table 2": filled((*heads, *goods[2:])),
    }
    reading = read_return(workbook(pages))
    assert values(reading) == {
        ("WORLD", item) for item in ("TOTAL", "RICE", "CASHEW", "PEPPER", "RUBBER")
    }


def test_a_table_of_its_own_begins_with_its_own_partner(workbook):
    other = (TITLE[0], ("NHẬP KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU",), TITLE[2])
    reading = read(workbook, (*other, *HEADS), FIRST)
    imports = {(r.market, r.item) for r in reading.rows if r.flow == "import"}
    assert imports == {("KR", "TOTAL"), ("KR", "RICE"), ("NL", "TOTAL"), ("NL", "CASHEW")}


def test_a_sheet_that_only_speaks_of_exports_has_no_next_page(workbook):
    spoken = filled(((None, None, "Xuất khẩu"), (1.0, 2.0, 3.0, 4.0)))
    reading = read_return(workbook({"Page 1": spoken, "Page 2": spoken}))
    assert "no_table" in codes(reading)
