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


@pytest.mark.parametrize("head", ["Đơn vị lượng", "ĐV", "Tính bằng", None])
def test_a_column_of_nothing_but_units_is_no_part_of_the_names(workbook, head):
    heads = (
        (TITLE,),
        ("Mặt hàng", head, "Tháng 6 năm 2025", None),
        (None, None, "Lượng", "Trị giá (nghìn USD)"),
    )
    rows = (("Gạo", "Tấn", 50, 25.5), ("Cà phê", "Nghìn tấn", 3, 9), ("Cao su", "Tấn", 2, 4))
    reading = read_return(workbook({"XK": filled((*heads, *rows))}))
    assert [(r.item, r.value // 1000) for r in reading.rows if r.measure == "quantity"] == [
        ("RICE", 50), ("COFFEE", 3000), ("RUBBER", 2),
    ]  # fmt: skip
    assert [(r.item, r.value // 1000) for r in reading.rows if r.measure == "value"] == [
        ("RICE", 25_500), ("COFFEE", 9_000), ("RUBBER", 4_000),
    ]  # fmt: skip
    assert codes(reading) == []


def test_a_second_column_of_names_stays_one(workbook):
    heads = ((f"{TITLE} (Triệu USD)",), ("Mặt hàng", None, "Tháng 6"))
    rows = (("Gạo", None, 388.5), (None, "Cà phê", 402.1), ("Cao su", "Tấn", 150.7))
    reading = read_return(workbook({"XK": filled((*heads, *rows))}))
    assert [r.item for r in reading.rows][:2] == ["RICE", "COFFEE"]
