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


def by_unit(workbook, *units, note="Đơn vị tính: Nghìn USD"):
    heads = (
        (TITLE,),
        (note,),
        ("Mặt hàng", "ĐVT", "Tháng 6", None),
        (None, None, "Lượng", "Trị giá"),
    )
    rows = zip(
        ("Gạo", "Hàng dệt, may", "Giày dép"), units, (5, None, None), (25, 30, 40), strict=True
    )
    return workbook({"XK": filled(((TITLE,), (note,), *heads, *rows))})


def dollars(reading):
    return [row.value // 1000 for row in reading.rows if row.measure == "value"]


def test_usd_beside_what_is_not_weighed_leaves_the_unit_to_the_note(workbook):
    path = by_unit(workbook, "Tấn", "USD", "USD")
    reading = read_return(path)
    assert (dollars(reading), codes(reading)) == ([25_000, 30_000, 40_000], [])
    (plan,) = reading.tables  # and so it stays when something else of the table is corrected
    again = read_return(path, NOTHING_LEARNED, Directions(plans=(replace(plan, month="2025-05"),)))
    assert dollars(again) == [25_000, 30_000, 40_000]


def test_usd_in_every_row_beneath_another_note_is_asked_about(workbook):
    path = by_unit(workbook, "USD", "USD", "USD")
    reading = read_return(path)
    assert (dollars(reading), "units_disagree" in codes(reading)) == ([], True)
    (plan,) = reading.tables
    for unit, factor in (("1000 USD", 1000), ("1 USD", 1)):
        said = Directions(plans=(replace(plan, unit=unit),))
        again = read_return(path, NOTHING_LEARNED, said)
        assert dollars(again) == [25 * factor, 30 * factor, 40 * factor]


@pytest.mark.parametrize(("unit", "factor"), [("Triệu USD", 10**6), ("1000 USD", 1000)])
def test_rows_that_count_otherwise_than_the_note_keep_their_unit(workbook, unit, factor):
    assert dollars(read_return(by_unit(workbook, "Tấn", unit, unit)))[1:] == [
        30 * factor, 40 * factor
    ]  # fmt: skip


def test_usd_alone_is_the_unit_where_no_note_says_another(workbook):
    assert dollars(read_return(by_unit(workbook, "Tấn", "USD", "USD", note=None))) == [25, 30, 40]
