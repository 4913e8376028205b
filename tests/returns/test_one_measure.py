"""A single measure beside the head of the names, its period said above the table."""

from __future__ import annotations

import pytest

from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.plans.foreign import filled

GOODS = (("Gạo", 2300.5, -11.9), ("Cà phê", 5400.5, 67.5), ("Cao su", 1100.5, -5.1))


def read(workbook, *lines, heads=("Mặt hàng", "Trị giá", "Tăng/giảm so với cùng kỳ (%)")):
    unit = (None, "Triệu USD")
    return read_return(
        workbook({"XK": filled((*((line,) for line in lines), unit, heads, *GOODS))})
    )


@pytest.mark.parametrize(
    ("lines", "basis", "start"),
    [
        (("Xuất khẩu hàng hóa 6 tháng đầu năm 2025",), "cumulative", 1),
        (("BÁO CÁO NHANH", "Xuất khẩu tháng 6/2025"), "month", 6),
        (("Xuất khẩu hàng hóa", "Kỳ báo cáo: 06/2025"), "month", 6),
        (("Xuất khẩu hàng hóa", "Từ 01/06/2025 đến 15/06/2025"), "half_month_1", 6),
    ],
)
def test_it_is_of_the_period_that_the_lines_above_say(workbook, lines, basis, start):
    reading = read(workbook, *lines)
    found = [(r.cell[0], r.measure, r.basis) for r in reading.rows if r.item == "RICE"]
    assert found == [("B", "value", basis), ("C", "growth_value", basis)]
    assert {r.period_start % 12 + 1 for r in reading.rows} == {start}


@pytest.mark.parametrize(
    "line",
    ["Xuất khẩu hàng hóa", "Xuất khẩu tháng 6 và 6 tháng năm 2025", "Xuất khẩu các tháng 2025"],
)
def test_where_they_say_none_or_two_it_is_asked(workbook, line):
    reading = read(workbook, line)
    assert reading.rows == ()
    assert [q.ask for q in reading.questions if q.needed] in ([Ask.LAYOUT], [Ask.MONTH])
