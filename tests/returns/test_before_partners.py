"""Goods above the first partner of a table by partner: nobody's, and never all partners'."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

TITLE = (
    ("CỤC HẢI QUAN",), ("XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU",),
    ("Tháng 6 năm 2026 (Sơ bộ)",),
    ("STT", "Thị trường/Mặt hàng", "ĐVT", "Tháng 6", None, "Lũy kế 6 tháng", None),
    (None, None, None, "Lượng", "Trị giá (USD)", "Lượng", "Trị giá (USD)"),
)  # fmt: skip
RICE = (None, "Gạo", "Tấn", 1_000.0, 500_000.0, 6_000.0, 3_000_000.0)
COFFEE = (None, "Cà phê", "Tấn", 800.0, 700_000.0, 6_500.0, 4_000_000.0)
KOREA = (1, "HÀN QUỐC", "USD", None, 9_000_000.0, None, 50_000_000.0)
TOTAL = (None, "Tổng trị giá", "USD", None, 90_000_000.0, None, 500_000_000.0)


@pytest.fixture
def read(workbook):
    return lambda *rows: read_return(workbook({"5X": filled((*TITLE, *rows))}))


def names(reading):
    return {(r.market, r.item) for r in reading.rows}


def test_goods_before_the_first_partner_are_left_out_and_told(read):
    reading = read(RICE, COFFEE, KOREA, RICE)
    assert names(reading) == {("KR", "TOTAL"), ("KR", "RICE")}
    told = [(f.cell, f.found) for f in reading.findings if f.code == "before_any_partner"]
    assert told == [("B6", "Gạo"), ("B7", "Cà phê")]


def test_goods_beneath_the_total_are_those_of_all_partners(read):
    reading = read(TOTAL, RICE, KOREA, COFFEE)
    assert names(reading) == {
        ("WORLD", "TOTAL"), ("WORLD", "RICE"), ("KR", "TOTAL"), ("KR", "COFFEE"),
    }  # fmt: skip
    assert "before_any_partner" not in codes(reading)
