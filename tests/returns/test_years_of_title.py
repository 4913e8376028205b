"""Columns that name years alone are of the months that the title names, or of whole years."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.plans.foreign import filled

GOODS = (("Hàng thủy sản", 1.5, 2.5, 3.5, 4.5), ("Gạo", 5.5, 6.5, 7.5, 8.5))


def spans(reading):
    return [
        (r.cell[0], r.measure, r.basis, r.period_start % 12 + 1, *month_and_year(r.period_end))
        for r in reading.rows
        if r.item == "RICE"
    ]


def month_and_year(month):
    return month % 12 + 1, month // 12


HALF = [
    ("B", "quantity", "cumulative", 1, 6, 2024), ("C", "quantity", "cumulative", 1, 6, 2025),
    ("D", "value", "cumulative", 1, 6, 2024), ("E", "value", "cumulative", 1, 6, 2025),
]  # fmt: skip


def table(title, *heads, joined=()):
    rows = ((title,), (*(None,) * 4, "Nghìn tấn; Triệu USD"), *heads, *GOODS)

    def fill(sheet):
        filled(rows)(sheet)
        for area in joined:
            sheet.merge_cells(area)

    return fill


def test_years_beside_measures_are_of_the_months_that_the_title_names(workbook):
    heads = ("Mặt hàng", "Lượng 2024", "Lượng 2025", "Trị giá 2024", "Trị giá 2025")
    reading = read_return(workbook({"XK": table("Xuất khẩu hàng hóa 6 tháng", heads)}))
    assert spans(reading) == HALF


@pytest.mark.parametrize("years", [(2024, 2025), ("2024", "2025"), ("Năm 2024", "Năm 2025")])
def test_years_beneath_joined_measures_part_their_columns(workbook, years):
    heads = (("Mặt hàng", "Lượng", None, "Trị giá", None), (None, *years, *years))
    made = table("Xuất khẩu 6 tháng đầu năm 2025", *heads, joined=("B3:C3", "D3:E3"))
    assert spans(read_return(workbook({"XK": made}))) == HALF


def test_whole_years_stay_whole_where_the_title_names_no_months(workbook):
    heads = ("Mặt hàng", "Lượng 2022", "Lượng 2023", "Trị giá 2022", "Trị giá 2023")
    reading = read_return(workbook({"XK": table("Xuất khẩu các năm 2022-2023", heads)}))
    assert {row.basis for row in reading.rows} == {"year"}


def test_a_title_of_two_periods_leaves_open_which_is_meant(workbook):
    heads = ("Mặt hàng", "Năm 2024", "Năm 2025")
    made = table("Xuất khẩu tháng 6 và 6 tháng năm 2025", heads)
    assert read_return(workbook({"XK": made})).rows == ()
