"""Tables beside one another, and tables that go on upon the next sheet."""

import pytest

from desktop.returns import read_return
from tests.returns import forms
from tests.returns.forms import figures
from tests.returns.made import put_rows

HEADS = (None, "Ước tính tháng 5 năm 2023", "5 tháng năm 2023")
ROWS = (("Tổng trị giá", 100.5, 500.5), ("Cao su", 10.5, 50.5))


def fill(sheet, left, title, rows=ROWS, unit="Triệu USD"):
    """Write a small table whose first column is `left`."""
    for row, cells in enumerate(((title,), (None, None, unit), HEADS, *rows), start=1):
        for column, value in enumerate(cells, start=left):
            if value is not None:
                sheet.cell(row, column, value)


def both(sheet, second="Hàng hóa nhập khẩu", left=5):
    fill(sheet, 1, "Hàng hóa xuất khẩu")
    fill(sheet, left, second)


def read_cells(reading):
    return {(row.flow, row.item, row.cell) for row in reading.rows}


BOTH = {
    (flow, item, f"{column}{row}")
    for flow, columns in (("export", "BC"), ("import", "FG"))
    for item, row in (("TOTAL", 4), ("RUBBER", 5))
    for column in columns
}


def test_exports_stand_beside_imports(workbook):
    reading = read_return(workbook({"XNK": both}))
    assert read_cells(reading) == BOTH
    assert not reading.errors


def test_a_title_may_be_centred_over_the_table_at_the_right(workbook):
    def centred(sheet):
        both(sheet)
        sheet["F1"], sheet["E1"] = sheet["E1"].value, None

    assert read_cells(read_return(workbook({"XNK": centred}))) == BOTH


@pytest.mark.parametrize("english", ["Exports of goods", "Hàng hóa nhập khẩu"])
def test_a_title_beside_another_heads_no_table_without_names_of_its_own(workbook, english):
    def titled_twice(sheet):
        fill(sheet, 1, "Hàng hóa xuất khẩu")
        sheet["C1"] = english

    reading = read_return(workbook({"XK": titled_twice}))
    assert read_cells(reading) == {cell for cell in BOTH if cell[0] == "export"}


@pytest.mark.parametrize("said", ["(Tiếp theo)", "14. (Tiếp theo)", "(continued)"])
@pytest.mark.parametrize("heads", [True, False])
def test_a_table_goes_on_upon_the_next_sheet_without_its_title(workbook, heads, said):
    def rest(sheet):
        fill(sheet, 1, "XK" if heads else said, (("Gạo", 7.5, 37.5),), unit=None)
        if not heads:
            sheet["B3"] = "Ước tính tháng 5/2023"

    sheets = {"14": lambda sheet: fill(sheet, 1, "14. Hàng hóa xuất khẩu"), "14 (2)": rest}
    reading = read_return(workbook(sheets))
    assert [(r.sheet, r.cell, r.item) for r in reading.rows[4:]] == [
        ("14 (2)", "B4", "RICE"), ("14 (2)", "C4", "RICE"),
    ]  # fmt: skip


def test_nothing_goes_on_under_other_headings(workbook):
    def other(sheet):
        fill(sheet, 1, "XK", (("Gạo", 7.5, 37.5),))
        sheet["B3"] = "Ước tính tháng 4 năm 2023"

    sheets = {"14": lambda sheet: fill(sheet, 1, "14. Hàng hóa xuất khẩu"), "so sanh XK": other}
    assert {row.sheet for row in read_return(workbook(sheets)).rows} == {"14"}


def test_a_copy_that_lost_its_title_does_not_go_on(workbook):
    sheets = {
        "14": lambda sheet: fill(sheet, 1, "14. Hàng hóa xuất khẩu"),
        "tam": lambda sheet: fill(sheet, 1, "XK", (("Tổng trị giá", 90, 400), ("Cao su", 9, 40))),
    }
    assert {row.sheet for row in read_return(workbook(sheets)).rows} == {"14"}


def test_forms_of_several_provinces_stand_beneath_one_another(workbook):
    form = ("Mặt hàng", "Ước tháng 8", "8 tháng", "KH năm 2025")
    lines = [
        line
        for name, value in (("BẮC NINH", 10.5), ("ĐỒNG NAI", 20.5))
        for line in (
            (f"SỞ CÔNG THƯƠNG TỈNH {name}",), ("Xuất khẩu tháng 8 năm 2025 (triệu USD)",), form,
            ("Dệt may", value, value * 8, value * 12), (),
        )
    ]  # fmt: skip

    def sheet_of_both(sheet):
        put_rows(sheet, lines)

    reading = read_return(workbook({"S": sheet_of_both}))
    assert [(r.cell, r.province) for r in reading.rows] == [
        ("B4", "Bắc Ninh"), ("C4", "Bắc Ninh"), ("B9", "Đồng Nai"), ("C9", "Đồng Nai"),
    ]  # fmt: skip
    assert [p.province for p in reading.proposals] == ["Bắc Ninh", "Đồng Nai"]


def halves(*over: str) -> forms.Form:
    """One list that goes on at its own right, each half under the same heads."""
    form = forms.Form()
    form.put(1, 1, "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025")
    form.put(2, 9, "Triệu USD")
    form.put(3, 1, *over)
    heads = ("STT", "Mặt hàng", "Tháng 3/2025", "3 tháng/2025")
    form.put(4, 1, *heads, None, *heads)
    for at, (name, item, _, value) in enumerate(forms.GOODS):
        now = forms.money(value, item)
        half, row = divmod(at, 4)
        form.put(5 + row, 1 + 5 * half, at + 1, name, now, forms.to_date(now))
    return form


def test_a_list_that_goes_on_at_its_own_right_is_one(tmp_path):
    form = halves()
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def test_a_second_part_of_something_else_is_not_taken_for_it(tmp_path):
    form = halves("Năm nay", None, None, None, None, "Kim ngạch nhập khẩu")
    assert figures(forms.read(tmp_path / "bc.xlsx", form)) == []


WAYS = (
    ("XUẤT KHẨU", "NHẬP KHẨU", 1, 4), ("A. Xuất khẩu", "B. Nhập khẩu", 1, 4),
    ("Exports", "Imports", 1, 4), ("XUẤT KHẨU", "NHẬP KHẨU", 2, 5),
)  # fmt: skip


@pytest.mark.parametrize(("first", "second", "left", "right"), WAYS)
@pytest.mark.parametrize("heads", [("Lượng", "Trị giá"), ("Tháng 3", "3 tháng")])
def test_both_ways_stand_beside_one_another_under_one_title(
    workbook, heads, first, second, left, right
):
    def fill(sheet):
        sheet["A1"], sheet["F1"] = (
            "Xuất nhập khẩu hàng hóa tháng 3 năm 2025",
            "Nghìn tấn; triệu USD",
        )
        sheet.cell(2, left, first), sheet.cell(2, right, second)
        put = (("Mặt hàng", *heads), ("Gạo", 100.5, 520.5), ("Than đá", 22.5, 90.5))
        other = (("Mặt hàng", *heads), ("Lúa mì", 50.5, 140.5), ("Than đá", 5000.5, 5400.5))
        for row, cells in enumerate(zip(put, other, strict=True), start=3):
            for column, value in enumerate((*cells[0], *cells[1]), start=1):
                sheet.cell(row, column, value)

    reading = read_return(workbook({"XNK": fill}))
    assert {(row.flow, row.item, row.cell) for row in reading.rows} == {
        ("export", "RICE", "B4"), ("export", "RICE", "C4"), ("export", "COAL", "B5"),
        ("export", "COAL", "C5"), ("import", "WHEAT", "E4"), ("import", "WHEAT", "F4"),
        ("import", "COAL", "E5"), ("import", "COAL", "F5"),
    }  # fmt: skip
    assert not reading.errors
