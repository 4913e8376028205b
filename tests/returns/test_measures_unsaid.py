"""Two columns beneath one heading that says neither quantity nor value: proved, or asked for."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

HEADS = ("Mặt hàng", "Tháng 6 năm 2025", None, "6 tháng năm 2025", None)
GOODS = (
    ("TỔNG TRỊ GIÁ", None, 1000.0, None, 5000.0),
    ("Thủy sản", None, 120.5, None, 610.0),
    ("Cà phê", 30.25, 90.0, 150.5, 500.0),
    ("Dầu thô", 80.0, 50.0, 410.0, 260.0),
    ("Gạo", 500.0, 250.0, 2600.0, 1300.0),
)
RIGHT = [
    "B5 COFFEE quantity month 30250000 t", "C5 COFFEE value month 90000000 USD",
    "D5 COFFEE quantity cumulative 150500000 t", "E5 COFFEE value cumulative 500000000 USD",
]  # fmt: skip


def read(workbook, rows=GOODS, heads=HEADS, unit="Nghìn tấn; Triệu USD", merged=("B2:C2", "D2:E2")):
    title = ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, None, unit)

    def fill(sheet):
        filled((title, heads, *rows))(sheet)
        for area in merged:
            sheet.merge_cells(area)

    return read_return(workbook({"XK": fill}))


def of_coffee(reading):
    return [
        f"{r.cell} {r.item} {r.measure} {r.basis} {r.value // 1000 if r.unit == 'USD' else r.value}"
        f" {r.unit}"
        for r in reading.rows if r.item == "COFFEE"
    ]  # fmt: skip


@pytest.mark.parametrize("merged", [("B2:C2", "D2:E2"), ()])
def test_the_total_has_a_value_and_no_quantity_so_the_columns_are_told_apart(workbook, merged):
    reading = read(workbook, merged=merged)
    assert of_coffee(reading) == RIGHT
    assert len(reading.rows) == 16
    assert "columns_deny" not in codes(reading)


TYPED = tuple(
    (name, *(None if n is None else f"{n:.2f}".replace(".", ",") for n in numbers))
    for name, *numbers in GOODS
)


def test_so_they_are_where_the_numbers_are_typed_as_texts(workbook):
    assert of_coffee(read(workbook, rows=TYPED)) == RIGHT


@pytest.mark.parametrize("rows", [GOODS, TYPED, (*GOODS[:2], TYPED[2], *GOODS[3:])])
def test_so_they_are_where_the_headings_stand_over_the_values_alone(workbook, rows):
    heads = ("Mặt hàng", None, "Tháng 6 năm 2025", None, "6 tháng năm 2025")
    assert of_coffee(read(workbook, rows=rows, heads=heads, merged=())) == RIGHT


@pytest.mark.parametrize(
    "rows",
    [GOODS[1:], tuple((name, b, a, d, c) for name, a, b, c, d in GOODS)],
    ids=["no total", "values first"],
)
@pytest.mark.parametrize("merged", [("B2:C2", "D2:E2"), ()])
def test_without_that_proof_neither_is_read_and_both_are_asked_for(workbook, rows, merged):
    reading = read(workbook, rows, merged=merged)
    assert reading.rows == ()
    assert [(f.code, f.found) for f in reading.findings if f.code == "columns_deny"] == [
        ("columns_deny", "B, C"), ("columns_deny", "D, E"),
    ]  # fmt: skip


def test_what_stands_beside_values_alone_is_somebodys_own(workbook):
    rows = [(name, value, 7.0 + at) for at, (name, _, value, *_) in enumerate(GOODS)]
    reading = read(workbook, rows, HEADS[:2], "Triệu USD", merged=())
    assert [r.cell for r in reading.rows] == ["B3", "B4", "B5", "B6", "B7"]
    assert codes(reading) == ["total_too_small"]


def test_somebodys_number_beside_the_note_of_units_begins_no_table(workbook):
    title = "Xuất khẩu hàng hóa tháng 6 năm 2025"
    note = (None, None, None, None, "Đơn vị tính: Nghìn tấn; Triệu USD", 17.5)
    reading = read_return(workbook({"XK": filled(((title,), note, HEADS, *GOODS))}))
    assert len(reading.rows) == 16
    assert {r.cell[0] for r in reading.rows} == set("BCDE")
