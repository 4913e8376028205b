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


def test_one_answer_decides_the_brackets_of_a_column(workbook):
    path = book(workbook, 820.5, "(512.3)", "(402.1)", "(150.7)")
    (question,) = (q for q in read_return(path).questions if q.ask is Ask.FIGURE)
    assert (question.cell, question.about) == ("B4", "Gạo, Cà phê, Cao su")
    for answer, signs in (("-402.1", -1), ("402.1", 1)):  # whichever of them is answered
        said = replace(AS_IT_STANDS, answers=(CellAnswer("XK", "B5", answer),))
        reading = read_return(path, directions=said)
        read = {r.cell: r.value for r in reading.rows}
        assert read == {
            "B3": 820.5e9, "B4": 512.3e9 * signs, "B5": 402.1e9 * signs, "B6": 150.7e9 * signs
        }  # fmt: skip
        assert not asked(reading)


@pytest.mark.parametrize("answer", ["", "500"])
def test_another_number_for_one_cell_says_nothing_of_the_others(workbook, answer):
    path = book(workbook, 820.5, "(512.3)", "(402.1)", 150.7)
    said = replace(AS_IT_STANDS, answers=(CellAnswer("XK", "B4", answer),))
    reading = read_return(path, directions=said)
    assert "B5" not in {r.cell for r in reading.rows}
    assert asked(reading) == [("B5", ("402.1", "-402.1"), True)]


@pytest.mark.parametrize(
    ("total", "sign", "code"),
    [(820.5 - 512.3 - 402.1 + 150.7, -1, "brackets_are_minus"),
     (820.5 + 512.3 + 402.1 + 150.7, 1, "brackets_are_marks"),
     (5000.0, 0, "bracketed_number")],
)  # fmt: skip
def test_a_total_that_is_printed_says_what_brackets_mean(workbook, total, sign, code):
    head = (("Xuất khẩu hàng hóa tháng 6 năm 2025", None, "Triệu USD"), ("Mặt hàng", "Tháng 6"))
    values = zip(NAMES, (820.5, "(512.3)", "(402.1)", 150.7), strict=True)
    rows = (*head, ("TỔNG TRỊ GIÁ", round(total, 1)), *values)
    reading = read_return(workbook({"XK": filled(rows)}))
    read = {r.cell: r.value for r in reading.rows}
    assert (read.get("B5"), read.get("B6")) == (
        (512.3e9 * sign, 402.1e9 * sign) if sign else (None, None)
    )
    assert code in codes(reading)
    assert len(asked(reading)) == (0 if sign else 1)
    assert [r.cell for r in reading.rows] == ["B3", "B4", *(["B5", "B6"] if sign else []), "B7"]


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
