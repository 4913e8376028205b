"""Totals and headings in the offices' short forms: "Tổng KNXK", "Kim ngạch XK", "KNNK"."""

from typing import Any

import pytest

from desktop.returns import read_return
from desktop.returns.item_names import is_total
from tests.returns.made import codes, put_rows, summary

ROWS = (("Gạo", 100.0, 742.5), ("Cà phê", 50.0, 1234.5), ("Cao su", 20.0, 80.0))


@pytest.mark.parametrize(
    "name",
    ["Tổng KNXK", "KNXK", "Kim ngạch XK", "Trị giá XK", "XK hàng hóa", "Tổng KN XK", "KNNK",
     "KNXK hàng hóa", "Tổng KNXK hàng hóa", "NK hàng hoá", "Kim ngạch NK"],
)  # fmt: skip
def test_short_names_of_totals_are_known(name: str) -> None:
    assert is_total(name)


@pytest.mark.parametrize("name", ["XK gạo", "KNXK nông sản", "Tổng KNXK gạo", "XK"])
def test_short_names_of_parts_are_no_totals(name: str) -> None:
    assert not is_total(name)


@pytest.mark.parametrize("head", ["KNXK", "Kim ngạch XK", "Kim ngạch xuất khẩu", "KN XK"])
@pytest.mark.parametrize("title", ["XUẤT KHẨU HÀNG HÓA", "KNXK HÀNG HÓA"])
def test_one_way_over_the_values_is_that_of_the_quantities_too(
    workbook: Any, head: str, title: str
) -> None:
    lines = [(f"{title} THÁNG 6 NĂM 2025",), ("Đơn vị: nghìn tấn, triệu USD",)]
    lines += [("Mặt hàng", "Lượng", head), *ROWS]
    reading = read_return(workbook({"BC": lambda sheet: put_rows(sheet, lines)}))
    assert [summary(row) for row in reading.rows[:2]] == [
        "B4 RICE quantity month 2025-06 estimate 100000 t",
        "C4 RICE value month 2025-06 estimate 7.425e+08 USD",
    ]
    assert not codes(reading)
    assert not reading.questions


def test_two_short_ways_stand_side_by_side(workbook: Any) -> None:
    lines = [("XUẤT NHẬP KHẨU THÁNG 6 NĂM 2025",), ("Đơn vị: triệu USD",)]
    lines += [("Mặt hàng", "KNXK", "KNNK"), *ROWS]
    reading = read_return(workbook({"BC": lambda sheet: put_rows(sheet, lines)}))
    assert {(row.cell, row.flow) for row in reading.rows[:2]} == {
        ("B4", "export"), ("C4", "import"),
    }  # fmt: skip
