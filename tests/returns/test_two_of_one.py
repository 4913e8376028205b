"""An estimate and what came of it in one book, months under years, one note over two tables."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = (("Tổng trị giá", 44000.5), ("Gạo", 120.4), ("Cà phê", 402.7), ("Cao su", 121.3))


def months(reading):
    return {
        (r.cell[0], r.basis, r.period_start % 12 + 1, r.period_start // 12) for r in reading.rows
    }


def of_march(status, factor, way="Xuất khẩu"):
    """A sheet of March with figures so many times as large."""
    rows = [(name, round(value * factor, 1)) for name, value in GOODS]
    title = (f"{way} hàng hóa tháng 3 năm 2025",)
    return filled((title, (None, "Triệu USD"), ("Mặt hàng", f"{status} tháng 3/2025"), *rows))


@pytest.mark.parametrize("order", [1, -1])
def test_the_firmer_of_two_sheets_counts_whatever_their_order(workbook, order):
    sheets = [("A", of_march("Ước tính", 1)), ("B", of_march("Sơ bộ", 1.03))]
    reading = read_return(workbook(dict(sheets[::order])))
    assert {r.status for r in reading.rows} == {"preliminary"}
    assert {r.sheet for r in reading.rows} == {"B"}
    told = [f for f in reading.findings if f.code == "superseded_row"]
    assert {f.sheet for f in told} == {"A"}
    assert "contradicting_rows" not in codes(reading)


def test_two_sheets_that_are_as_firm_contradict_each_other(workbook):
    reading = read_return(workbook({"A": of_march("Sơ bộ", 1), "B": of_march("Sơ bộ", 1.03)}))
    assert "contradicting_tables" in codes(reading)


def test_the_firmer_of_two_columns_counts_and_the_other_is_told(workbook):
    rows = [(name, value, round(value * 1.01, 1)) for name, value in GOODS]
    heads = ("Mặt hàng", "Sơ bộ tháng 2/2025", "Chính thức tháng 2/2025")
    title = ("Xuất khẩu hàng hóa", None, "Triệu USD")
    reading = read_return(workbook({"XK": filled((title, heads, *rows))}))
    assert {(r.cell[0], r.status) for r in reading.rows} == {("C", "final")}
    (told,) = (f for f in reading.findings if f.code == "superseded_row")
    assert (told.cell, told.found, told.expected) == ("B3", *heads[1:])
    assert [seen.why for seen in reading.sheets[0].columns] == ["firmer_beside", ""]


def test_other_goods_are_no_revision_of_an_estimate(workbook):
    def sheet(target):
        of_march("Sơ bộ", 1.01)(target)
        for row, value in ((5, 30.1), (6, 900.5), (7, 12.2)):
            target.cell(row, 2, value)

    reading = read_return(workbook({"A": of_march("Ước tính", 1), "B": sheet}))
    assert "contradicting_tables" in codes(reading)


@pytest.mark.parametrize(
    ("heads", "meant"),
    [
        (((("Mặt hàng", 2025, 2024)), (None, 3, 3)), {(2025, 3), (2024, 3)}),
        ((("Mặt hàng", "2025", "2024"), (None, "03", "03")), {(2025, 3), (2024, 3)}),
        ((("Mặt hàng", 3, 3), (None, "Năm 2025", "Năm 2024")), {(2025, 3), (2024, 3)}),
        ((("Mặt hàng", 2024, 2025), (None, 12, 3)), {(2024, 12), (2025, 3)}),
    ],
)
def test_numbers_beneath_years_are_months(workbook, heads, meant):
    rows = [(name, value, value - 1) for name, value in GOODS]
    title = ("Xuất khẩu hàng hóa", None, "Triệu USD")
    reading = read_return(workbook({"XK": filled((title, *heads, *rows))}))
    found = {(r.period_start // 12, r.period_start % 12 + 1) for r in reading.rows}
    assert {r.basis for r in reading.rows} == {"month"}
    assert found == meant


def test_one_number_beneath_the_year_that_goes_on_is_a_month(workbook):
    rows = [(name, value * 12, value) for name, value in GOODS]
    heads = (("Mặt hàng", 2024, 2025), (None, None, 3))
    title = ("Xuất khẩu hàng hóa", None, "Triệu USD")
    reading = read_return(workbook({"XK": filled((title, *heads, *rows))}))
    assert {(r.cell[0], r.basis) for r in reading.rows} == {("B", "year"), ("C", "month")}


@pytest.mark.parametrize(
    "numbers", [(None, 1, 2), (1, 2, 3), ("(1)", "(2)", "(3)"), ("A", 1, 2), ("A", "B", "C")]
)
def test_numbers_that_count_the_columns_are_no_months(workbook, numbers):
    rows = [(name, value, value - 1) for name, value in GOODS]
    title = ("Xuất khẩu hàng hóa", None, "Triệu USD")
    heads = (("Mặt hàng", 2025, 2024), numbers)
    reading = read_return(workbook({"XK": filled((title, *heads, *rows))}))
    assert {r.basis for r in reading.rows} == {"year"}
    assert not reading.questions


@pytest.mark.parametrize("column", [0, 4])
def test_one_note_of_units_is_that_of_both_tables_beneath_it(workbook, column):
    titles = ("Xuất khẩu hàng hóa tháng 3 năm 2025", *[None] * 2)
    titles += ("Nhập khẩu hàng hóa tháng 3 năm 2025",)
    heads = ("Mặt hàng", "Tháng 3/2025", None, "Mặt hàng", "Tháng 3/2025")
    rows = [(name, value, None, name, value + 1) for name, value in GOODS]
    note = (*[None] * column, "Đơn vị: nghìn USD")
    reading = read_return(workbook({"XNK": filled((titles, note, heads, *rows))}))
    assert {(r.flow, r.value) for r in reading.rows if r.item == "RICE"} == {
        ("export", 120_400_000),
        ("import", 121_400_000),
    }
    assert "no_unit" not in codes(reading)


def test_a_table_with_a_note_of_its_own_keeps_it(workbook):
    titles = ("Xuất khẩu hàng hóa tháng 3 năm 2025", *[None] * 2)
    titles += ("Nhập khẩu hàng hóa tháng 3 năm 2025",)
    heads = ("Mặt hàng", "Tháng 3/2025", None, "Mặt hàng", "Tháng 3/2025")
    rows = [(name, value, None, name, value) for name, value in GOODS]
    notes = ("Triệu USD", None, None, "Nghìn USD")
    reading = read_return(workbook({"XNK": filled((titles, notes, heads, *rows))}))
    assert {(r.flow, r.value) for r in reading.rows if r.item == "RICE"} == {
        ("export", 120_400_000_000),
        ("import", 120_400_000),
    }


def test_growth_in_a_long_list_is_that_of_the_figures_before_it(workbook):
    heads = ("Month", "Commodity", "Exports (USD million)", "YoY (%)")
    names = ("Rice", "Coffee", "Rubber", "Pepper")
    rows = [
        ("Mar 2025", name, 120.4, growth)
        for name, growth in zip(names, (112.0, 95.3, 104.2, 88.0), strict=True)
    ]
    reading = read_return(workbook({"Data": filled((heads, *rows))}))
    grown = [(r.flow, r.measure, r.value) for r in reading.rows if r.cell == "D2"]
    assert grown == [("export", "growth_value", 112_000)]
    assert not reading.questions
