"""Where a table names two units of money, neither is taken: the official says which it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

ROWS = (
    ("Mặt hàng", "Tháng 6", "6 tháng"),
    ("Hàng thủy sản", 820.5, 4500.2),
    ("Gạo", 388.5, 2300.5),
)
TITLE = "Xuất khẩu hàng hóa tháng 6 năm 2025"


@pytest.mark.parametrize(
    "lines",
    [
        ((f"{TITLE} (Nghìn USD)",), *ROWS, ("Ghi chú: Đơn vị tính: triệu USD",)),
        ((TITLE,), ("Đơn vị: Nghìn USD", None, "Triệu USD"), *ROWS),
        ((f"{TITLE} (Nghìn USD)",), (None, None, "Triệu USD"), *ROWS),
    ],
)
def test_two_units_that_disagree_are_asked_about(workbook, lines):
    path = workbook({"XK": filled(lines)})
    reading = read_return(path)
    assert (reading.rows, "units_disagree" in codes(reading)) == ((), True)
    (asked,) = (q for q in reading.questions if q.ask is Ask.UNIT)
    assert (asked.needed, asked.choices[0]) == (True, "1000000 USD")
    (plan,) = reading.tables
    said = Directions(plans=(replace(plan, unit="1000 USD"),))
    again = read_return(path, NOTHING_LEARNED, said)
    assert [row.value for row in again.rows[:1]] == [820_500_000]


@pytest.mark.parametrize(
    "lines",
    [
        ((f"{TITLE} (Triệu USD)",), *ROWS, ("Đơn vị tính: triệu đô la Mỹ",)),
        (("Mặt hàng xuất khẩu trên 1 tỷ USD tháng 6 năm 2025",), (None, "Triệu USD"), *ROWS),
        ((TITLE,), (None, None, "Nghìn tấn; Triệu USD"), *ROWS, ("(*) Nghìn USD",)),
    ],
)
def test_what_only_speaks_of_money_denies_nothing(workbook, lines):
    reading = read_return(workbook({"XK": filled(lines)}))
    assert [row.value for row in reading.rows[:1]] == [820_500_000_000]
