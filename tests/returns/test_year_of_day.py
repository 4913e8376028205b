"""A title without a year: another line, the sheet's name, or the day of writing may say it."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop.figures.month import Month
from desktop.figures.reading import Ask, Reading
from desktop.returns import read_return
from tests.returns.made import put_rows, summary

UNIT = ("Đơn vị: nghìn tấn, triệu USD",)
HEADS = ("TT", "Mặt hàng", "Lượng", "Trị giá")
ROWS = ((1, "Gạo", 100.0, 742.5), (2, "Cà phê", 50.0, 1234.5))


def _read(folder: Path, *rows: tuple[Any, ...], called: str = "BC") -> Reading:
    book = Workbook()
    assert book.active is not None
    book.active.title = called
    put_rows(book.active, rows)
    book.save(folder / "book.xlsx")
    return read_return(folder / "book.xlsx")


@pytest.mark.parametrize(
    ("title", "line", "read"),
    [
        ("QUÝ I", "Hà Nội, ngày 5 tháng 4 năm 2024", "quarter 2024-01..2024-03"),
        ("QUÝ I", "Năm 2024", "quarter 2024-01..2024-03"),
        ("QUÝ I", 2024, "quarter 2024-01..2024-03"),
        ("QUÝ IV", "TP. Hồ Chí Minh, ngày 5 tháng 1 năm 2025", "quarter 2024-10..2024-12"),
        ("6 THÁNG ĐẦU NĂM", "Hà Nội, ngày 5/7/2024", "cumulative 2024-01..2024-06"),
        ("THÁNG 3", "Cập nhật ngày 06/04/2024", "month 2024-03"),
        ("THÁNG 12", "Hà Nội, ngày 25 tháng 12 năm 2024", "month 2024-12"),
        ("THÁNG 3", "Hanoi, 5 April 2024", "month 2024-03"),
        ("THÁNG 3", "Hanoi, April 5, 2024", "month 2024-03"),
    ],
)
def test_the_year_may_stand_in_another_line(
    tmp_path: Path, title: str, line: object, read: str
) -> None:
    above = _read(tmp_path, (f"XUẤT KHẨU HÀNG HÓA {title}",), (line,), UNIT, HEADS, *ROWS)
    said = (f"XUẤT KHẨU HÀNG HÓA {title}",)
    assert f"C5 RICE quantity {read} estimate 100000 t" in map(summary, above.rows)
    if isinstance(line, str) and "," in line:  # it is signed beneath, too
        beneath = _read(tmp_path, said, UNIT, HEADS, *ROWS, (), (None, None, line))
        assert f"C4 RICE quantity {read} estimate 100000 t" in map(summary, beneath.rows)


@pytest.mark.parametrize("called", ["2024", "Quý I-2024", "Q1.2024"])
def test_the_year_may_be_that_of_the_sheet(tmp_path: Path, called: str) -> None:
    reading = _read(tmp_path, ("XUẤT KHẨU QUÝ I",), UNIT, HEADS, *ROWS, called=called)
    assert (reading.month, len(reading.rows)) == (Month(2024, 3), 4)


def test_months_over_columns_take_the_year_of_the_day(tmp_path: Path) -> None:
    heads = ("TT", "Mặt hàng", "ĐVT", "Tháng 11", "Tháng 12", "Cả năm")
    rows = ((1, "Gạo", "Triệu USD", 742.5, 800.0, 9542.5), (2, "Chè", "Triệu USD", 1.0, 2.0, 30.0))
    line = (None, "Hà Nội, ngày 5 tháng 1 năm 2025")
    reading = _read(tmp_path, ("XUẤT KHẨU HÀNG HÓA",), line, heads, *rows)
    assert [summary(row).split(" estimate")[0] for row in reading.rows[:3]] == [
        "D4 RICE value month 2024-11", "E4 RICE value month 2024-12",
        "F4 RICE value year 2024-01..2024-12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("QUÝ I", ["Hà Nội, ngày 5 tháng 1 năm 2025"]),
        ("QUÝ I", ["Hà Nội, ngày 5 tháng 12 năm 2024"]),
        ("THÁNG 3", ["Hà Nội, ngày 2 tháng 3 năm 2024"]),
        ("THÁNG 3", ["Hà Nội, ngày 5 tháng 4 năm 2024", "Cập nhật ngày 6/4/2025"]),
        ("THÁNG 3", ["Theo công văn ngày 5 tháng 4 năm 2024 của Bộ"]),
    ],
)
def test_a_day_long_after_or_too_early_says_no_year(
    tmp_path: Path, title: str, lines: list[str]
) -> None:
    said = [(f"XUẤT KHẨU HÀNG HÓA {title}",), *((line,) for line in lines)]
    reading = _read(tmp_path, *said, UNIT, HEADS, *ROWS)
    assert not reading.rows
    assert [question.ask for question in reading.questions] == [Ask.MONTH]


def test_what_is_proposed_has_the_number_that_the_title_says(tmp_path: Path) -> None:
    reading = _read(tmp_path, ("XUẤT KHẨU HÀNG HÓA QUÝ I",), UNIT, HEADS, *ROWS)
    assert [choice[-3:] for choice in reading.questions[0].choices] == ["-03"]


@pytest.mark.parametrize("line", ["Hanoi, April 5, 2024", "Hanoi, 5 April 2024"])
def test_the_day_of_writing_is_no_month_of_figures(tmp_path: Path, line: str) -> None:
    heads = ("No", "Commodity", "Quantity", "Value")
    unit = ("Unit: 1000 tons, million USD",)
    reading = _read(tmp_path, ("EXPORTS OF GOODS",), (line,), unit, heads, *ROWS)
    assert not reading.rows
    dated = _read(tmp_path, ("EXPORTS OF GOODS, MARCH 2024",), (line,), unit, heads, *ROWS)
    assert (dated.month, len(dated.rows)) == (Month(2024, 3), 4)
