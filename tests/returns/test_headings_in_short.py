"""Heads of measures in short forms; and dollars over figures that a note counts in millions."""

from typing import Any

import pytest

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


@pytest.mark.parametrize(
    ("unit", "head"),
    [("Đơn vị: nghìn tấn, triệu USD", "Trị giá (triệu USD)"),
     ("Đơn vị: nghìn tấn", "Trị giá (triệu USD)")],
)  # fmt: skip
def test_a_heading_of_the_note_s_own_unit_denies_nothing(read: Any, unit: str, head: str) -> None:
    assert [summary(row) for row in read(unit, "Lượng", head).rows[:2]] == READ
