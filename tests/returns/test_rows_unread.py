"""Rows of known names that no table took are told; pages, centred months and numbers hide none."""

import pytest

from desktop.returns import read_return
from tests.returns import forms
from tests.returns.made import codes, put_rows, summary

TITLE, UNIT = ("Hàng hóa xuất khẩu tháng 6 năm 2025",), ("Triệu USD",)
HEADS = ("Mặt hàng", "Tháng 6/2025", "6 tháng 2025")
FIRST = (("Gạo", 123.5, 345.5), ("Cà phê", 77.5, 200.5), ("Chè", 55.5, 150.5))
SECOND = (("Cao su", 31.5, 99.5), ("Hạt điều", 44.5, 131.5))


@pytest.fixture
def read(workbook):
    return lambda *rows: read_return(workbook({"XK": lambda to: put_rows(to, rows)}))


def items(reading):
    return sorted({row.item for row in reading.rows})


def test_rows_above_the_only_title_of_a_sheet_are_told(read):
    imports = (("Hàng hóa nhập khẩu tháng 6 năm 2025",), UNIT, HEADS, ("Ngô", 9.5, 30.5))
    reading = read(UNIT, HEADS, *FIRST, (), *imports)
    (told,) = [f for f in reading.findings if f.code == "rows_unread"]
    assert (told.cell, told.found) == ("A3", "3")
    assert items(reading) == ["MAIZE"]


def test_rows_of_a_table_are_not_told(read):
    assert "rows_unread" not in codes(read(TITLE, UNIT, HEADS, *FIRST, *SECOND))


def test_another_pages_heads_over_two_rows_keep_the_rows_above_them(read):
    one_row = ("Mặt hàng", "Tháng 6/2025 - Trị giá", "6 tháng 2025 - Trị giá")
    page = (HEADS, (None, "Trị giá", "Trị giá"))
    reading = read(TITLE, UNIT, one_row, *FIRST, *page, *SECOND)
    assert items(reading) == ["CASHEW", "COFFEE", "RICE", "RUBBER", "TEA"]


def test_a_month_centred_above_the_heads_is_not_that_of_growth(read):
    heads = ("Mặt hàng", "Tháng 6/2025", "6 tháng năm 2025", "So với cùng kỳ năm trước (%)")
    grown = [(*row, 108.5 + at) for at, row in enumerate(FIRST)]
    reading = read(TITLE, UNIT, (None, "Tháng 6 năm 2025 (Sơ bộ)"), (), heads, *grown)
    found = [summary(row) for row in reading.rows if row.cell == "D6"]
    assert found == ["D6 RICE growth_value cumulative 2025-01..2025-06 preliminary 108.5 index"]


@pytest.mark.parametrize("number", ["({})", "1.{}", "1.{}.", "I.{}", "{}.", "{})"])
def test_names_are_known_whatever_numbers_them(read, number):
    space = "" if number in {"{}.", "{})"} else " "
    rows = [(f"{number.format(n)}{space}{a}", b, c) for n, (a, b, c) in enumerate(FIRST, 1)]
    assert items(read(TITLE, UNIT, HEADS, *rows)) == ["COFFEE", "RICE", "TEA"]


@pytest.mark.parametrize("total", ["Xuất khẩu", "Tổng cộng"])
def test_a_row_is_no_heading_though_its_name_stands_in_one(read, total):
    title = ("Trị giá xuất khẩu theo tỉnh, thành phố tháng 6 năm 2025",)
    over = ("Tỉnh/Thành phố", "Xuất khẩu", None)
    heads = (None, "Tháng 6", "6 tháng")
    rows = ((total, 900.5, 3000.5), ("(1) Hà Nội", 500.5, 2000.5), ("Hải Phòng(1)", 400.0, 1000.0))
    reading = read(title, UNIT, over, heads, *rows)
    assert sorted({row.province for row in reading.rows}) == ["Hải Phòng", "LISTED", "TP. Hà Nội"]
    assert len(reading.rows) == 6


def _in_words(unit):
    form = forms.values()
    form.known(lambda known: f"{known.number}{unit}".replace(".", ","))
    form.cells = {at: v for at, v in form.cells.items() if at[1] < 6 or at[0] < 5}
    return form


@pytest.mark.parametrize("unit", [" triệu USD (tạm tính)", " nghìn USD, tạm tính"])
def test_the_first_row_is_told_too_where_numbers_stand_in_words(tmp_path, unit):
    reading = forms.read(tmp_path / "bc.xlsx", _in_words(unit))
    told = {f.code: f.cell for f in reading.findings if f.code in {"rows_unread", "not_a_number"}}
    assert (reading.rows, told) == ((), {"rows_unread": "B5", "not_a_number": "C6:E12"})


def test_numbers_in_words_are_read_as_the_same_numbers_beneath_their_unit(tmp_path):
    plain = forms.values()
    plain.cells = {at: v for at, v in plain.cells.items() if at[1] < 6 or at[0] < 5}
    expected = forms.read(tmp_path / "plain.xlsx", plain)
    reading = forms.read(tmp_path / "words.xlsx", _in_words(" triệu USD"))
    assert list(map(summary, reading.rows)) == list(map(summary, expected.rows))
    assert len(reading.rows) > 20
    assert "not_a_number" not in {finding.code for finding in reading.findings}
