"""Trade below nothing: a minus is told, brackets around a text are asked for, a balance has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.figures.directions import AS_IT_STANDS, CellAnswer
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

NAMES = ("Hàng thủy sản", "Gạo", "Cà phê", "Cao su")


def book(workbook, *values):
    head = (("Xuất khẩu hàng hóa tháng 6 năm 2025", None, "Triệu USD"), ("Mặt hàng", "Tháng 6"))
    return workbook({"XK": filled((*head, *zip(NAMES, values, strict=True)))})


def asked(reading):
    return [(q.cell, q.choices, q.needed) for q in reading.questions if q.ask is Ask.FIGURE]


def test_a_number_in_brackets_is_asked_for_and_read_as_answered(workbook):
    path = book(workbook, 820.5, "(512.3)", 402.1, 150.7)
    reading = read_return(path)
    assert "B4" not in {row.cell for row in reading.rows}
    assert "bracketed_number" in codes(reading)
    assert "text_numbers" not in codes(reading)  # it was not read
    assert asked(reading) == [("B4", ("512.3", "-512.3"), True)]
    for answer in ("512.3", "-512.3"):
        said = replace(AS_IT_STANDS, answers=(CellAnswer("XK", "B4", answer),))
        again = read_return(path, directions=said)
        assert [r.value for r in again.rows if r.cell == "B4"] == [round(float(answer) * 1e9)]
        assert not asked(again)


@pytest.mark.parametrize("value", [-512.3, "-512.3"])
def test_a_minus_is_read_and_told(workbook, value):
    reading = read_return(book(workbook, 820.5, value, 402.1, 150.7))
    assert [r.value for r in reading.rows if r.cell == "B4"] == [-512.3e9]
    assert "negative_trade" in codes(reading)
    assert asked(reading) == [("B4", ("-512.3", "512.3"), False)]


def test_growth_may_fall(workbook):
    heads = ("Mặt hàng", "Tháng 6", "Tháng 6 so với cùng kỳ năm trước (%)")
    rows = [(name, 100.5, -3.5 - n) for n, name in enumerate(NAMES)]
    title = ("Xuất khẩu hàng hóa năm 2025", None, "Triệu USD")
    reading = read_return(workbook({"XK": filled((title, heads, *rows))}))
    assert (len(reading.rows), codes(reading)) == (8, ["growth_scale"])
