"""Figures between the two parts of their name, and numbers before names, as copied pages have."""

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
KOREA = (1, "HÀN QUỐC", "USD", None, 9_000_000.0, None, 50_000_000.0)
RICE = (None, "Gạo", "Tấn", 1_000.0, 500_000.0, 6_000.0, 3_000_000.0)
EMIRATES = (2, None, "USD", None, 8_000_000.0, None, 40_000_000.0)
WOOD = (None, None, "USD", None, 2_000_000.0, None, 9_000_000.0)


def read(workbook, *rows):
    return read_return(workbook({"5X": filled((*TITLE, *rows))}))


def names(reading):
    return {(r.market, r.item, r.value) for r in reading.rows if r.cell.startswith("E")}


def test_the_two_parts_are_one_name(workbook):
    reading = read(
        workbook, KOREA, RICE, (None, "Gỗ và sản"), WOOD, (None, "phẩm gỗ"),
        (None, "TIỂU VƯƠNG QUỐC"), EMIRATES, (None, "Ả-RẬP THỐNG NHẤT"), RICE,
    )  # fmt: skip
    assert names(reading) == {
        ("KR", "TOTAL", 9_000_000_000), ("KR", "RICE", 500_000_000), ("KR", "WOOD", 2_000_000_000),
        ("AE", "TOTAL", 8_000_000_000), ("AE", "RICE", 500_000_000),
    }  # fmt: skip
    assert not {"unknown_item", "unknown_market"} & set(codes(reading))


@pytest.mark.parametrize("beneath", ["Hạt điều", "Cao su"])
def test_a_name_of_its_own_is_no_second_part(workbook, beneath):
    reading = read(workbook, KOREA, (None, "Gỗ và sản phẩm gỗ"), WOOD, (None, beneath), RICE)
    assert ("KR", "RICE", 500_000_000) in names(reading)
    assert all(item != "WOOD" for _, item, _ in names(reading))


def test_an_unknown_name_is_asked_about_as_a_whole(workbook):
    reading = read(workbook, KOREA, RICE, (None, "Đồ vật không"), WOOD, (None, "ai biết"))
    asked = [f.found for f in reading.findings if f.code == "unknown_item"]
    assert asked == ["Đồ vật không ai biết"]


def test_the_row_s_number_may_stand_in_the_cell_of_its_name(workbook):
    korea, rice = (None, "1 HÀN QUỐC", *KOREA[2:]), (None, "12 Gạo", *RICE[2:])
    assert names(read(workbook, korea, rice)) == names(read(workbook, KOREA, RICE))
