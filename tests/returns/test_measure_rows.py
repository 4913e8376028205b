"""Quantity and value on rows of their own: the measure beside the name, or the unit alone."""

from __future__ import annotations

import pytest

from desktop.figures.directions import Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

TITLE = ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, "Nghìn tấn; Triệu USD")
FIGURES = [
    ("C3", "RICE", "quantity", 700_500_000), ("C4", "RICE", "value", 388_500_000_000),
    ("C5", "COFFEE", "quantity", 80_500_000), ("C6", "COFFEE", "value", 402_500_000_000),
]  # fmt: skip


def told(reading):
    return [(r.cell, r.item, r.measure, r.value) for r in reading.rows]


def test_a_measure_stands_beside_the_name_and_beneath_it(workbook):
    head = ("Mặt hàng", "Chỉ tiêu", "Tháng 6")
    rows = (TITLE, head, ("Gạo", "Lượng", 700.5), (None, "Trị giá", 388.5),
            ("Cà phê", "Lượng", 80.5), (None, "Trị giá", 402.5))  # fmt: skip
    path = workbook({"XK": filled(rows)})
    reading = read_return(path)
    assert told(reading) == FIGURES
    again = read_return(path, directions=Directions(plans=reading.tables))
    assert again.rows == reading.rows


def test_a_row_without_a_name_in_another_unit_is_of_the_goods_above(workbook):
    rows = (TITLE[:1], ("Mặt hàng", "ĐVT", "Tháng 6"), ("Gạo", "Nghìn tấn", 700.5),
            (None, "Triệu USD", 388.5), ("Cà phê", "Nghìn tấn", 80.5), (None, "Triệu USD", 402.5),
            (None, None, 7.5))  # fmt: skip
    path = workbook({"XK": filled(rows)})
    reading = read_return(path)
    assert told(reading) == FIGURES
    again = read_return(path, directions=Directions(plans=reading.tables))
    assert again.rows == reading.rows


def test_sheets_of_several_months_are_each_of_their_own(workbook):
    def month(number):
        head = (f"Xuất khẩu hàng hóa tháng {number} năm 2025", None, "Triệu USD")
        return filled((head, ("Mặt hàng", f"Tháng {number}"), ("Gạo", 1.5 * number), ("Cộng", 9.5)))

    reading = read_return(workbook({f"T{n}": month(n) for n in (4, 5, 6)}))
    assert [(r.sheet, r.item, r.period_end % 12 + 1) for r in reading.rows] == [
        (f"T{n}", item, n) for n in (4, 5, 6) for item in ("RICE", "TOTAL")
    ]
    assert (str(reading.month), {*codes(reading)}) == ("2025-06", {"total_too_small"})


@pytest.mark.parametrize("title", ["Kim ngạch xuất khẩu tháng 6 năm 2025", TITLE[0]])
@pytest.mark.parametrize("dash", ["- ", ""])
def test_rows_say_what_they_measure_whatever_the_title_does(workbook, title, dash):
    rows = (
        (title, None, "Triệu USD"), ("Mặt hàng", "ĐVT", "Tháng 6"),
        ("Gạo",), (f"{dash}Lượng", "Nghìn tấn", 700.5), (f"{dash}Trị giá", "Triệu USD", 388.5),
        ("Cà phê",), (f"{dash}Lượng", "Nghìn tấn", 80.5), (f"{dash}Trị giá", "Triệu USD", 402.5),
    )  # fmt: skip
    reading = read_return(workbook({"XK": filled(rows)}))
    assert [(item, measure, value) for _, item, measure, value in told(reading)] == [
        (item, measure, value) for _, item, measure, value in FIGURES
    ]


def test_a_row_in_another_unit_is_no_value_though_the_title_speaks_of_values(workbook):
    rows = (("Kim ngạch xuất khẩu tháng 6 năm 2025",), ("Mặt hàng", "ĐVT", "Tháng 6"),
            ("Gạo", "Nghìn tấn", 700.5), (None, "Triệu USD", 388.5),
            ("Cà phê", "Nghìn tấn", 80.5), (None, "Triệu USD", 402.5))  # fmt: skip
    assert told(read_return(workbook({"XK": filled(rows)}))) == FIGURES


VALUES = "Kim ngạch xuất khẩu tháng 6 năm 2025"
BY_UNIT = (("Dệt, may", "Triệu USD", 3012.5), ("Gạo", "Nghìn tấn", 700.5))


@pytest.mark.parametrize("note", ["Triệu USD", None])
def test_each_row_is_of_its_own_unit_though_the_title_speaks_of_values(workbook, note):
    rows = ((VALUES, None, note), ("Mặt hàng", "ĐVT", "Tháng 6"), *BY_UNIT)
    reading = read_return(workbook({"XK": filled(rows)}))
    assert told(reading) == [
        ("C3", "TEXTILE", "value", 3_012_500_000_000), ("C4", "RICE", "quantity", 700_500_000),
    ]  # fmt: skip


def test_values_that_are_all_weighed_by_their_rows_are_asked_about(workbook):
    rows = ((VALUES, None, "Triệu USD"), ("Mặt hàng", "ĐVT", "Tháng 6"),
            ("Gạo", "Tấn", 700.5), ("Cà phê", "Tấn", 80.5))  # fmt: skip
    reading = read_return(workbook({"XK": filled(rows)}))
    assert reading.rows == ()
    assert "units_disagree" in codes(reading)
    assert [question.ask for question in reading.questions if question.needed] == [Ask.UNIT]


@pytest.mark.parametrize("head", ["Trị giá tháng 6", "Tháng 6 (triệu USD)"])
def test_a_column_that_says_values_holds_them_beside_any_unit_of_weight(workbook, head):
    rows = ((VALUES, None, "Triệu USD"), ("Mặt hàng", "ĐVT", head),
            ("Gạo", "Tấn", 700.5), ("Cà phê", "Tấn", 80.5))  # fmt: skip
    reading = read_return(workbook({"XK": filled(rows)}))
    assert {(row.measure, row.unit) for row in reading.rows} == {("value", "USD")}
    assert len(reading.rows) == 2
