"""Rows that are counted in what is none of ours are told, and never taken for US dollars."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary

HEADS = ("TT", "Chỉ tiêu", "ĐVT", "Ước TH tháng 8/2025")
RICE = (1, "Gạo", "Triệu USD", 47.2)
RICE_READ = "RICE value month 2025-08 estimate 4.72e+07 USD"


def _read(tmp_path: Path, *rows: tuple[object, ...], unit: str = "") -> tuple[list[str], list[str]]:
    """Read a department's table of these rows: the figures without cells, the findings."""
    book = Workbook()
    assert book.active is not None
    above = ("SỞ CÔNG THƯƠNG TỈNH ĐỒNG NAI",), ("XUẤT KHẨU THÁNG 8 NĂM 2025",), (unit,)
    put_rows(book.active, [*above, HEADS, *rows])
    book.save(tmp_path / "8.xlsx")
    reading = read_return(tmp_path / "8.xlsx")
    return [summary(row).partition(" ")[2] for row in reading.rows], codes(reading)


@pytest.mark.parametrize(
    "row",
    [
        (2, "Dệt may", "Tỷ đồng", 900.0), (2, "Dệt may (tỷ đồng)", None, 900.0),
        (2, "Dệt may", "%", 12.5), (2, "Gỗ và sản phẩm gỗ", "m3", 1200.0),
        (2, "Giày dép", "1.000 đôi", 1200.0), (2, "Cà phê", "USD/tấn", 3655.0),
    ],
)  # fmt: skip
@pytest.mark.parametrize("unit", ["", "Đơn vị: triệu USD", "Nghìn tấn; triệu USD"])
def test_a_row_in_another_unit_is_told_and_not_taken(
    tmp_path: Path, row: tuple[object, ...], unit: str
) -> None:
    assert _read(tmp_path, RICE, row, unit=unit) == ([RICE_READ], ["uncounted_unit"])


@pytest.mark.parametrize("unit", [None, "-", "nt", "Triệu USD"])
def test_a_row_that_says_no_unit_is_in_that_of_the_table(tmp_path: Path, unit: str | None) -> None:
    figures, told = _read(tmp_path, RICE, (2, "Dệt may", unit, 90.0), unit="Đơn vị: triệu USD")

    assert figures == [RICE_READ, "TEXTILE value month 2025-08 estimate 9e+07 USD"]
    assert not told


def test_what_stands_beneath_a_name_in_other_money_is_in_it_too(tmp_path: Path) -> None:
    rows = (
        ("A", "Giá trị sản xuất (tỷ đồng)", None, 1000.0), (1, "Dệt may", None, 90.0),
        ("B", "Kim ngạch xuất khẩu (triệu USD)", None, 180.2), (1, "Gạo", None, 47.2),
    )  # fmt: skip
    figures, told = _read(tmp_path, *rows, unit="Đơn vị: triệu USD")

    assert figures == ["TOTAL value month 2025-08 estimate 1.802e+08 USD", RICE_READ]
    assert told == ["uncounted_unit", "uncounted_unit"]


def test_nobody_is_asked_for_names_of_what_other_money_counts(tmp_path: Path) -> None:
    rows = (("A", "Tổng mức bán lẻ hàng hóa", "Tỷ đồng", 15500.0), ("B", *RICE[1:]))

    assert _read(tmp_path, *rows) == ([RICE_READ], ["uncounted_unit"])


def test_a_province_whose_name_sounds_like_money_names_none(tmp_path: Path) -> None:
    assert _read(tmp_path, (1, "Gạo", None, 47.2)) == ([], ["no_figures", "no_unit"])


@pytest.mark.parametrize("mark", ['"', "\u201d", "-nt-", "nt", "n.t", "như trên", "''", ' - " - '])
def test_a_ditto_mark_says_the_unit_of_the_row_above(tmp_path: Path, mark: str) -> None:
    rows = (
        RICE, (2, "Cà phê", "Tấn", 1200.0), (3, "Hạt điều", mark, 600.0), (4, "Chè", mark, 20.0),
        (5, "Thủy sản", "Triệu USD", 80.0), (6, "Cao su", mark, 4.0), (7, "Dệt may", None, 90.0),
    )  # fmt: skip
    figures, told = _read(tmp_path, *rows, unit="Đơn vị: triệu USD")
    assert [line.partition(" month 2025-08 estimate ") for line in figures] == [
        ("RICE value", " month 2025-08 estimate ", "4.72e+07 USD"),
        ("COFFEE quantity", " month 2025-08 estimate ", "1200 t"),
        ("CASHEW quantity", " month 2025-08 estimate ", "600 t"),
        ("TEA quantity", " month 2025-08 estimate ", "20 t"),
        ("SEAFOOD value", " month 2025-08 estimate ", "8e+07 USD"),
        ("RUBBER value", " month 2025-08 estimate ", "4e+06 USD"),
        ("TEXTILE value", " month 2025-08 estimate ", "9e+07 USD"),
    ]
    assert told == []
