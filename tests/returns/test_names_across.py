"""Goods or markets over columns whose rows are months."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.plans.foreign import filled

VALUES = (120.4, 402.7, 121.3)


def read(workbook, title, *names, months=("T1/2025", "T2/2025", "T3/2025"), head="Tháng"):
    rows = [(month, *(value + at for value in VALUES)) for at, month in enumerate(months)]
    return read_return(workbook({"S": filled(((title,), (head, *names), *rows))}))


def figures(reading):
    return {
        r.cell: (r.flow, r.item, r.market, r.basis, r.period_end % 12 + 1, r.value / 1e6)
        for r in reading.rows
    }


def test_goods_over_months_are_read(workbook):
    reading = read(workbook, "Xuất khẩu hàng hóa (nghìn USD)", "Tổng số", "Gạo", "Cà phê")
    found = figures(reading)
    assert len(found) == 9
    assert found["B3"] == ("export", "TOTAL", "WORLD", "month", 1, 120.4)
    assert found["C4"] == ("export", "RICE", "WORLD", "month", 2, 403.7)
    assert found["D5"] == ("export", "COFFEE", "WORLD", "month", 3, 123.3)
    assert not reading.questions


def test_so_are_markets_and_months_of_the_year_above(workbook):
    title = "Exports by market 2025, USD thousand"
    reading = read(workbook, title, "China", "Japan", "USA", months=(1, 2, 3), head="Month")
    found = figures(reading)
    assert found["B3"] == ("export", "TOTAL", "CN", "month", 1, 120.4)
    assert found["D5"] == ("export", "TOTAL", "US", "month", 3, 123.3)


def test_as_many_months_from_january_are_a_year_to_date(workbook):
    months = ("T1/2025", "2T/2025", "3T/2025")
    reading = read(workbook, "Xuất khẩu (triệu USD)", "Gạo", "Cà phê", "Cao su", months=months)
    assert [figures(reading)[cell][3] for cell in ("B3", "B4")] == ["month", "cumulative"]


@pytest.mark.parametrize(
    "title",
    [
        "Xuất khẩu lũy kế (triệu USD)", "Lượng xuất khẩu (nghìn tấn)", "Xuất khẩu",
        "Tăng trưởng xuất khẩu, triệu USD", "Giá xuất khẩu (USD/tấn)", "Số liệu (triệu USD)",
        "Xuất khẩu sang Nhật Bản (triệu USD)", "Exports of Thailand, USD million",
    ],
)  # fmt: skip
def test_what_lines_above_leave_open_or_say_of_others_is_never_guessed(workbook, title):
    reading = read(workbook, title, "Gạo", "Cà phê", "Cao su")
    assert not reading.rows
    assert reading.findings


def test_a_name_that_nobody_knows_leaves_the_table_to_be_asked_about(workbook):
    reading = read(workbook, "Xuất khẩu (triệu USD)", "Gạo", "Món lạ", "Cao su")
    assert not reading.rows
    assert reading.findings


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Exports, USD million", "Viet Nam"), ("Exports by country (USD million)", "Viet Nam"),
        ("Exports, USD million", "China"), ("Xuất khẩu (triệu USD)", "Việt Nam"),
        ("Export values of selected economies, USD million", "China"),
    ],
)  # fmt: skip
def test_countries_that_may_be_those_whose_exports_they_are_are_asked_about(workbook, title, first):
    reading = read(workbook, title, first, "Thailand", "Malaysia")
    assert not reading.rows
    assert reading.questions


def test_in_our_language_they_are_our_markets(workbook):
    reading = read(workbook, "Kim ngạch xuất khẩu (triệu USD)", "Trung Quốc", "Thái Lan", "Đức")
    assert {row.market for row in reading.rows} == {"CN", "TH", "DE"}
