"""Lines, columns and names that other editions add change nothing of what a table says."""

from datetime import date

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, monthly_sheet


def test_another_page_goes_on_with_the_same_table(workbook):
    def fill(sheet):
        monthly_sheet(sheet)
        sheet["A18"] = "14. (Tiếp theo) Hàng hóa xuất khẩu"
        for row in (4, 5, 6, 7):
            for column in (3, 4):
                sheet.cell(row + 15, column, sheet.cell(row, column).value)
        sheet["B24"], sheet["C24"], sheet["D24"] = "Gạo", 600, 280

    reading = read_return(workbook({"14.XK": fill}))
    assert codes(reading) == []
    assert [row.item for row in reading.rows][-2:] == ["RICE", "RICE"]
    assert len(reading.tables) == 1


@pytest.mark.parametrize("numbers", [(1, 2), ("(1)", "(2)"), ("1", "2")])
def test_a_line_that_numbers_the_columns_is_no_row(workbook, numbers):
    def fill(sheet):
        heads = (("Sơ bộ", "tháng 5", "năm 2025"), ("Sơ bộ", "tháng 6", "năm 2025"))
        monthly_sheet(sheet, heads)
        sheet["A8"] = "A"
        for column, number in zip((3, 4, 6, 7), (*numbers, 3, 4), strict=True):
            sheet.cell(8, column, number)

    assert codes(read_return(workbook({"14.XK": fill}))) == []


def test_a_plan_column_makes_no_province_of_the_country(workbook):
    def fill(sheet):
        monthly_sheet(sheet)
        sheet["F4"] = "6 tháng so với kế hoạch năm 2025 (%)"
        sheet["F7"] = "Trị giá"
        for row in range(9, 18):
            sheet.cell(row, 6, 48.4)

    reading = read_return(workbook({"14.XK": fill}))
    assert {row.province for row in reading.rows} == {""}
    assert {row.cell[0] for row in reading.rows} == {"C", "D"}


def test_names_printed_in_two_languages(workbook):
    rows = (
        ("TỔNG TRỊ GIÁ - TOTAL", None, None, 100.0),
        (None, "Gạo - Rice", 600.0, 50.0),
        (None, "Cà phê (Coffee)", 10.0, 30.0),
        (None, "Cao su / Rubber", 5.0, 10.0),
        (None, "Gạo - Coffee", 1.0, 1.0),
    )
    reading = read_return(workbook({"14.XK": lambda sheet: monthly_sheet(sheet, rows=rows)}))
    assert {row.item for row in reading.rows} == {"TOTAL", "RICE", "COFFEE", "RUBBER"}
    assert codes(reading) == ["unknown_item"]


def test_a_month_typed_as_a_heading_that_excel_made_a_day_of(workbook):
    def fill(sheet):
        monthly_sheet(sheet, (("Sơ bộ", None, None), ("Sơ bộ", "6 tháng", "năm 2025")))
        sheet["C5"] = date(2025, 6, 1)
        sheet["C5"].number_format = "mm/yyyy"
        for row in range(9, 18):
            sheet.cell(row, 7, 1.0)

    reading = read_return(workbook({"14.XK": fill}))
    assert {(row.basis, row.period_end % 12 + 1) for row in reading.rows} == {
        ("month", 6), ("cumulative", 6),
    }  # fmt: skip


def test_the_unit_of_a_price_beside_the_figures_is_not_theirs(workbook):
    def fill(sheet):
        monthly_sheet(sheet)
        sheet["E4"], sheet["E7"], sheet["E16"] = "Đơn giá (USD/tấn)", "Tháng 6", 2975.0

    reading = read_return(workbook({"14.XK": fill}))
    assert reading.rows[0].value == 1_000_000_000_000


def test_units_that_stand_in_the_title(workbook):
    title = "14. Hàng hóa xuất khẩu (Đơn vị tính: Nghìn tấn; Triệu USD)"
    path = workbook({"14.XK": lambda sheet: monthly_sheet(sheet, title=title, unit="")})
    assert codes(read_return(path)) == []


def _titled(sheet, number, unit, *, above):
    """Put the table's number in a cell of its own, and its unit above the title or beneath."""
    monthly_sheet(sheet, title=number, unit="" if above else unit)
    sheet.insert_rows(1)
    sheet["B2"] = "Hàng hóa xuất khẩu"
    if above:
        sheet["D1"] = unit


@pytest.mark.parametrize("number", [14, 14.0, "14."])
@pytest.mark.parametrize("above", [True, False])
def test_a_number_before_the_title_and_a_unit_above_it(workbook, number, above):
    unit = "Nghìn tấn; Triệu USD"
    reading = read_return(workbook({"1": lambda s: _titled(s, number, unit, above=above)}))
    assert codes(reading) == []
    assert len(reading.rows) == 10


def test_quarters_side_by_side_are_a_look_alike_whatever_their_title_says(workbook):
    quarters = (("Thực hiện", "quý I", "năm 2025"), ("Sơ bộ", "quý II", "năm 2025"))
    sheets = {
        "XK": monthly_sheet,
        "XK quy": lambda sheet: monthly_sheet(sheet, quarters, title="15. Hàng hóa xuất khẩu"),
    }
    reading = read_return(workbook(sheets))
    assert {row.sheet for row in reading.rows} == {"XK"}
    assert [seen.why for seen in reading.sheets] == ["", "quarters"]


def test_a_unit_behind_a_name_is_the_row_s(workbook):
    rows = (("TỔNG TRỊ GIÁ", None, None, 100.0), (None, "Gạo (tấn)", 2_000.0, 1.0))
    reading = read_return(workbook({"XK": lambda sheet: monthly_sheet(sheet, rows=rows)}))
    assert [(r.item, r.measure, r.value // 1_000) for r in reading.rows[1:]] == [
        ("RICE", "quantity", 2_000), ("RICE", "value", 1_000_000),
    ]  # fmt: skip
