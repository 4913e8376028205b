"""Other forms of the same tables: measures on rows, units as headings, one period in the title."""

import pytest

from desktop.figures.reading import Ask

TITLE = ("Hàng hóa xuất khẩu tháng 8 năm 2025",)


def told(reading):
    return [(r.cell, r.item, r.measure, r.value // 1000) for r in reading.rows]


@pytest.mark.parametrize("dash", ["- ", ""])
@pytest.mark.parametrize("by_column", [True, False])
def test_quantity_and_value_stand_on_rows_beneath_their_item(read, dash, by_column):
    weight, money = ("Tấn", "1.000 USD") if by_column else (None, None)
    said = ("", "") if by_column else (" (tấn)", " (1.000 USD)")
    reading = read(
        TITLE,
        ("Mặt hàng", "ĐVT", "Tháng 8", "8 tháng so cùng kỳ (%)"),
        ("Gạo",),
        (f"{dash}Lượng{said[0]}", weight, 500.0, 104.0),
        (f"{dash}Trị giá{said[1]}", money, 250.0, 103.0),
        ("Cao su", weight if by_column else "Tấn", 80.0, 102.0),
        (f"{dash}Trị giá{said[1]}", money, 110.0, 101.0),
    )
    levels = [row for row in told(reading) if row[0][0] == "C"]
    assert levels == [
        ("C4", "RICE", "quantity", 500), ("C5", "RICE", "value", 250_000),
        ("C6", "RUBBER", "quantity", 80), ("C7", "RUBBER", "value", 110_000),
    ]  # fmt: skip
    growth = [row[2] for row in told(reading) if row[0] in {"D4", "D5"}]
    assert growth == ["growth_quantity", "growth_value"]
    assert not reading.errors


def test_units_head_columns_in_the_place_of_measures(read):
    reading = read(
        ("Hàng hóa xuất khẩu",),
        (None, "Ước tính tháng 8 năm 2025", None, "8 tháng năm 2025", None),
        (None, "Nghìn tấn", "Triệu USD", "Nghìn tấn", "Triệu USD"),
        ("Gạo", 5.0, 2.5, 40.0, 20.0),
    )
    assert told(reading) == [
        ("B4", "RICE", "quantity", 5000), ("C4", "RICE", "value", 2_500_000),
        ("D4", "RICE", "quantity", 40_000), ("E4", "RICE", "value", 20_000_000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "basis", "cells"),
    [
        ((TITLE, ("Nghìn tấn; triệu USD",)), "month", 2),
        ((("Hàng hóa xuất khẩu",), ("Quý I năm 2025", None, None, "Tấn; USD")), "quarter", 2),
        ((("Hàng hóa xuất khẩu 6 tháng năm 2025",), ("Tấn; USD",)), "cumulative", 2),
        ((("Hàng hóa xuất khẩu tháng 8 và 8 tháng năm 2025",), ("Tấn; USD",)), "", 0),
    ],
)
def test_columns_without_a_period_are_of_the_one_that_the_title_names(read, lines, basis, cells):
    heads = ("Mặt hàng", "Lượng", "Trị giá", "So với cùng kỳ (%)")
    goods = [(name, 5.0, 2.5, 104.0) for name in ("Gạo", "Chè", "Cao su", "Cà phê")]
    reading = read(*lines, heads, *goods)
    levels = [row for row in reading.rows if row.unit != "index"]
    assert [row.basis for row in levels] == [basis] * cells * len(goods)
    assert reading.rows or [q.ask for q in reading.questions if q.needed] == [Ask.LAYOUT]


def test_a_table_whose_rows_are_months_is_read(read):
    title = ("Kim ngạch xuất nhập khẩu các tháng năm 2025", None, "Triệu USD")
    months = [(f"Tháng {n}", 33.5 + n, 31.5 + n) for n in range(1, 9)]
    reading = read(title, ("Tháng", "Xuất khẩu", "Nhập khẩu"), *months)
    assert [(row.flow, row.value) for row in reading.rows] == [
        (flow, (first + n) * 1_000_000_000)
        for n in range(1, 9)
        for flow, first in (("export", 33.5), ("import", 31.5))
    ]
    assert reading.tables[0].periods_in_rows


def test_numbers_of_a_nomenclature_are_no_part_of_names(read):
    heads = ("STT", "Mã HS", "Mặt hàng", "Tháng 8 năm 2025 (USD)", "8 tháng năm 2025 (USD)")
    reading = read(TITLE, heads, (1.0, "0306", "Thủy sản", 9.5, 80.5), ("2", 901.0, "Cà phê", 5.5))
    assert {row[1] for row in told(reading)} == {"SEAFOOD", "COFFEE"}


@pytest.mark.parametrize("other", ["Khác", "Others", "Thị trường khác"])
def test_what_is_left_of_markets_is_no_item_of_the_last_one(read, other):
    title = ("26. Xuất khẩu hàng hóa theo thị trường chủ yếu", "Triệu USD")
    heads = (None, "Ước tính tháng 8 năm 2025")
    rows = [("Tổng số", 40.5), ("Hoa Kỳ", 13.5), (other, 20.5), ("Xứ lạ", 1.5)]
    reading = read(title, heads, *rows)
    assert [(r.item, r.market) for r in reading.rows] == [
        ("TOTAL", "WORLD"), ("TOTAL", "US"), ("TOTAL", "OTHER"),
    ]  # fmt: skip
    assert [q.about for q in reading.questions if q.ask is Ask.NAME] == ["Xứ lạ"]


def test_a_note_may_name_its_measure(read):
    heads = (None, "Tháng 8 năm 2025", None, "8 tháng năm 2025", None)
    measures = (None, "Lượng", "Trị giá", "Lượng", "Trị giá")
    note = (None, None, None, None, "Trị giá: USD; lượng: tấn")
    reading = read(("Hàng hóa xuất khẩu",), note, heads, measures, ("Gạo", 5.0, 2.5, 40.0, 20.0))
    assert [(r.basis, r.value) for r in reading.rows][3] == ("cumulative", 20_000)


def test_growth_beside_values_alone_means_another_thing(read):
    heads = (None, "Ước tính tháng 8 năm 2025", "Tháng 8 năm 2025 so với tháng 8 năm 2024 (%)")
    reading = read(("Hàng hóa xuất khẩu",), ("Nghìn tấn, triệu USD",), heads, ("Gạo", 2.5, 104.0))
    assert [(row[0], row[2]) for row in told(reading)] == [("B4", "value"), ("C4", "growth_value")]


@pytest.mark.parametrize("first", ["Dệt may", "Máy móc, thiết bị", "MÁY ẢNH, MÁY QUAY PHIM VÀ LK"])
def test_what_is_sewn_or_a_machine_is_no_month_of_may(read, first):
    heads = (None, "Ước tính tháng 8 năm 2025", "8 tháng năm 2025 (triệu USD)")
    reading = read(
        ("Hàng hóa xuất khẩu (triệu USD)",), heads, (first, 2.5, 20.0), ("Gạo", 1.5, 9.5)
    )
    assert [row[0] for row in told(reading)] == ["B3", "C3", "B4", "C4"]
