"""A number with its unit in one cell is read in that unit, where its column says no other."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.figures.directions import CellAnswer, Directions
from desktop.returns import read_return
from desktop.returns.text_numbers import looks_numeric
from desktop.returns.unit_behind import apart
from desktop.returns.units import NO_UNITS, Units
from tests.returns.made import codes, put_rows, summary

TITLE = ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",)
HEADS = ("TT", "Mặt hàng", "Lượng", "Trị giá")


def _saved(folder: Path, *rows: tuple[object, ...], note: str = "") -> Path:
    book = Workbook()
    assert book.active is not None
    put_rows(book.active, [TITLE, (note or None,), HEADS, *rows])
    book.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def _read(folder: Path, *rows: tuple[object, ...], note: str = "") -> tuple[list[str], list[str]]:
    reading = read_return(_saved(folder, *rows, note=note))
    told = [code for code in codes(reading) if code != "text_numbers"]
    return [summary(row) for row in reading.rows], told


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("742,5 triệu USD", "742,5", Units(money=1_000_000)),
        ("1.234,5 tr.USD", "1.234,5", Units(money=1_000_000)),
        ("12,3 tỷ USD", "12,3", Units(money=1_000_000_000)),
        ("742,5 triệu đô la Mỹ", "742,5", Units(money=1_000_000)),
        ("US$ 742.5 million", "742.5", Units(money=1_000_000)),
        ("$1.2bn", "1.2", Units(money=1_000_000_000)),
        ("100 triệu USD", "100", Units(money=1_000_000)),
        ("5.000 tấn", "5.000", Units(weight=1)),
        ("1,2 nghìn tấn", "1,2", Units(weight=1_000)),
        ("300 chiếc", "300", Units(pieces=1)),
    ],
)
def test_a_number_and_its_unit_are_told_apart(text: str, number: str, unit: Units) -> None:
    assert apart(text) == (number, unit)
    assert looks_numeric(text)


@pytest.mark.parametrize(
    "text",
    ["1000 USD", "1.000 tấn", "1 000 tấn", "742,5 tỷ đồng", "2,5 triệu EUR", "5 m3", "Quý I",
     "đạt 38 tỷ USD", "38 tỷ USD trong tháng", "3655 USD/tấn"],
)  # fmt: skip
def test_what_is_a_unit_or_more_than_a_number_stays_whole(text: str) -> None:
    assert apart(text) == (text, NO_UNITS)
    assert not looks_numeric(text)


def test_each_cell_is_read_in_its_own_unit(tmp_path: Path) -> None:
    figures, told = _read(
        tmp_path,
        (1, "Gạo", "1,2 nghìn tấn", "742,5 triệu USD"),
        (2, "Cà phê", "5.000 tấn", "1,2 tỷ USD"),
        (3, "Cao su", "300 tấn", "1.234.567 USD"),
    )

    assert figures == [
        "C4 RICE quantity month 2025-06 estimate 1200 t",
        "D4 RICE value month 2025-06 estimate 7.425e+08 USD",
        "C5 COFFEE quantity month 2025-06 estimate 5000 t",
        "D5 COFFEE value month 2025-06 estimate 1.2e+09 USD",
        "C6 RUBBER quantity month 2025-06 estimate 300 t",
        "D6 RUBBER value month 2025-06 estimate 1.23457e+06 USD",
    ]
    assert not told


def test_a_cell_may_say_a_larger_unit_than_its_column_but_no_other(tmp_path: Path) -> None:
    figures, told = _read(
        tmp_path,
        (1, "Gạo", "5.250,5 tấn", 742.5),
        (2, "Cà phê", 5.0, "1,2 tỷ USD"),
        (3, "Cao su", 300, "80 tấn"),
        (4, "Chè", 20.5, "35,5 USD"),
        note="Đơn vị: nghìn tấn, triệu USD",
    )

    assert figures == [
        "D4 RICE value month 2025-06 estimate 7.425e+08 USD",
        "C5 COFFEE quantity month 2025-06 estimate 5000 t",
        "D5 COFFEE value month 2025-06 estimate 1.2e+09 USD",
        "C6 RUBBER quantity month 2025-06 estimate 300000 t",
        "C7 TEA quantity month 2025-06 estimate 20500 t",
    ]
    assert told == ["unit_beside_unit"] * 3


def test_an_answer_for_a_cell_counts_in_the_cells_unit(tmp_path: Path) -> None:
    path = _saved(tmp_path, (1, "Gạo", 5.0, "1,2 tỷ USD"), note="Đơn vị: nghìn tấn, triệu USD")
    answer = CellAnswer("Sheet", "D4", "1.5")
    reading = read_return(path, directions=Directions(answers=(answer,)))

    values = [row.value // 1000 for row in reading.rows if row.cell == "D4"]
    assert values == [1_500_000_000]
