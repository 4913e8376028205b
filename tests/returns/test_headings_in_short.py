"""Heads of measures in short forms; and dollars over figures that a note counts in millions."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.figures.directions import Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary

ROWS = (("Gạo", 100.0, 742.5), ("Cà phê", 50.0, 1234.5), ("Cao su", 20.0, 80.0))
TITLE = ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",)
READ = [
    "B4 RICE quantity month 2025-06 estimate 100000 t",
    "C4 RICE value month 2025-06 estimate 7.425e+08 USD",
]


@pytest.fixture
def read(workbook: Any) -> Any:
    def made(unit: str, *heads: str) -> Any:
        lines = [TITLE, (unit,), ("Mặt hàng", *heads), *ROWS]
        return read_return(workbook({"BC": lambda sheet: put_rows(sheet, lines)}))

    return made


@pytest.mark.parametrize(
    "heads",
    [("SL", "GT"), ("KL", "KN"), ("Lượng XK", "Trị giá XK"), ("Số lượng (SL)", "Kim ngạch (KN)"),
     ("Lượng xuất khẩu", "Trị giá xuất khẩu")],
)  # fmt: skip
def test_measures_in_short_are_known(read: Any, heads: tuple[str, str]) -> None:
    reading = read("Đơn vị: nghìn tấn, triệu USD", *heads)
    assert [summary(row) for row in reading.rows[:2]] == READ
    assert not codes(reading)


def test_dollars_over_values_that_a_note_counts_in_millions_are_asked(read: Any) -> None:
    reading = read("Đơn vị: nghìn tấn, triệu USD", "Lượng", "Trị giá (USD)")
    assert {row.measure for row in reading.rows} == {"quantity"}
    assert codes(reading) == ["units_disagree"] * 3
    assert [question.ask for question in reading.questions] == [Ask.UNIT]


def test_an_answer_about_the_unit_is_taken(workbook: Any) -> None:
    lines = [
        TITLE,
        ("Đơn vị: nghìn tấn, triệu USD",),
        ("Mặt hàng", "Lượng", "Trị giá (USD)"),
        *ROWS,
    ]
    path = workbook({"BC": lambda sheet: put_rows(sheet, lines)})
    (plan,) = read_return(path).tables
    columns = tuple(
        replace(c, unit="1000000 USD") if c.measure == "value" else c for c in plan.columns
    )
    reading = read_return(path, directions=Directions(plans=(replace(plan, columns=columns),)))
    assert [summary(row) for row in reading.rows[:2]] == READ


def test_headings_of_several_units_mean_what_they_say(read: Any) -> None:
    reading = read("Đơn vị: triệu USD", "Tháng 6/2025 (1000 USD)", "6 tháng (USD)")
    values = {row.cell: row.value // 1000 for row in reading.rows}
    assert (values["B4"], values["C5"]) == (100_000, 1234)


@pytest.mark.parametrize(
    ("unit", "head"),
    [("Đơn vị: nghìn tấn, triệu USD", "Trị giá (triệu USD)"),
     ("Đơn vị: nghìn tấn", "Trị giá (triệu USD)")],
)  # fmt: skip
def test_a_heading_of_the_note_s_own_unit_denies_nothing(read: Any, unit: str, head: str) -> None:
    assert [summary(row) for row in read(unit, "Lượng", head).rows[:2]] == READ


def test_a_head_that_is_lacking_moves_no_period_and_no_status(workbook: Any) -> None:
    over = ("Mặt hàng", "Thực hiện tháng 5 năm 2025", None, "Ước tính tháng 6 năm 2025", None,
            "Cộng dồn 6 tháng năm 2025", None)  # fmt: skip
    heads = (None, None, "Trị giá", "Lượng", "Trị giá", "Lượng", "Trị giá")
    rows = [
        (name, *(float(n * k) for k in (30, 40, 50, 60, 200, 300)))
        for n, (name, *_) in enumerate(ROWS, 1)
    ]

    def fill(sheet: Any) -> None:
        put_rows(sheet, [("Hàng hóa xuất khẩu",), ("Nghìn tấn, triệu USD",), over, heads, *rows])
        for area in ("B3:C3", "D3:E3", "F3:G3"):
            sheet.merge_cells(area)

    reading = read_return(workbook({"XK": fill}))
    assert [summary(row) for row in reading.rows if row.item == "RICE"] == [
        "C5 RICE value month 2025-05 actual 4e+07 USD",
        "D5 RICE quantity month 2025-06 estimate 50000 t",
        "E5 RICE value month 2025-06 estimate 6e+07 USD",
        "F5 RICE quantity cumulative 2025-01..2025-06 estimate 200000 t",
        "G5 RICE value cumulative 2025-01..2025-06 estimate 3e+08 USD",
    ]
    assert "column_unread" in codes(reading)


@pytest.mark.parametrize(("unit", "asked"), [("Tấn", True), ("Nghìn tấn", False)])
def test_rows_of_tonnes_beneath_a_note_of_thousands_are_asked(
    workbook: Any, unit: str, *, asked: bool
) -> None:
    lines = [TITLE, ("Đơn vị: nghìn tấn, triệu USD",), ("Mặt hàng", "ĐVT", "Lượng", "Trị giá")]
    lines += [(name, unit, *figures) for name, *figures in ROWS]
    reading = read_return(workbook({"BC": lambda sheet: put_rows(sheet, lines)}))
    weights = [row.value // 1000 for row in reading.rows if row.measure == "quantity"]
    assert weights == ([] if asked else [100_000, 50_000, 20_000])
    assert sum(row.measure == "value" for row in reading.rows) == 3
    assert ("units_disagree" in codes(reading)) is asked
