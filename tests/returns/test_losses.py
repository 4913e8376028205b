"""No table is lost in silence: what was left out, cut off, or denied by another table is told."""

import pytest

from desktop.figures.finding import Severity
from desktop.returns import read_return
from tests.returns.made import EXPORTS, codes, monthly_sheet, packed, put_rows

IMPORTS = "15. Hàng hóa nhập khẩu"


def told(reading):
    return [(f.severity, f.code, f.place) for f in reading.findings]


def without_heads(sheet):
    monthly_sheet(sheet, heads=())
    for row in range(3, 9):
        for column in range(1, 6):
            sheet.cell(row, column).value = None


def whole(sheet):
    monthly_sheet(sheet, rows=(EXPORTS[0], (None, "Thủy sản", None, 900.0)))


def imports(sheet):
    rows = (("TỔNG TRỊ GIÁ", None, None, 800.0), (None, "Sắt thép", None, 700.0))
    monthly_sheet(sheet, rows=rows, title=IMPORTS)


def hidden(sheet):
    whole(sheet)
    sheet.sheet_state = "hidden"


def test_a_whole_book_says_nothing(workbook):
    assert told(read_return(workbook({"XK": whole, "NK": imports}))) == []


def test_a_table_without_headings_is_told(workbook):
    reading = read_return(workbook({"XK": without_heads, "NK": imports}))
    assert told(reading) == [(Severity.ERROR, "headings_missing", "XK!A1")]
    assert {row.flow for row in reading.rows} == {"import"}


def test_a_line_of_trade_without_a_table_is_none(workbook):
    def note(sheet):
        sheet["A1"], sheet["B2"] = "Xuất khẩu hàng hóa tăng so với cùng kỳ", 12.5

    assert told(read_return(workbook({"XK": whole, "NK": imports, "Lời văn": note}))) == []


def test_a_hidden_table_is_told(workbook):
    def full(sheet):
        monthly_sheet(sheet)
        sheet.sheet_state = "hidden"

    reading = read_return(workbook({"XK": full, "NK": imports}))
    assert told(reading) == [(Severity.WARNING, "hidden_table", "XK")]


@pytest.mark.parametrize(("fill", "code"), [(whole, "no_imports"), (imports, "no_exports")])
def test_one_flow_alone_is_told(workbook, fill, code):
    reading = read_return(workbook({"one": fill}))
    assert told(reading) == [(Severity.WARNING, code, "")]
    assert reading.findings[0].about == "book.xlsx"


def test_rows_that_were_cut_off_are_told_once_a_table(workbook):
    def cut(sheet):
        monthly_sheet(sheet, rows=EXPORTS[:7])

    reading = read_return(workbook({"XK": cut, "NK": imports}))
    assert told(reading) == [(Severity.WARNING, "few_items", "XK!D9")]
    assert (reading.findings[0].found, reading.findings[0].expected) == ("120.5", "1,000")


def test_a_table_without_any_item_was_cut_off_too(workbook):
    def cut(sheet):
        monthly_sheet(sheet, rows=EXPORTS[:3])

    reading = read_return(workbook({"XK": cut, "NK": imports}))
    assert told(reading) == [(Severity.WARNING, "few_items", "XK!D9")]
    assert (reading.findings[0].found, reading.findings[0].expected) == ("0", "1,000")


def test_items_that_stand_on_a_sheet_of_their_own_are_not_missed(workbook):
    def total(sheet):
        monthly_sheet(sheet, rows=EXPORTS[:3])

    def items(sheet):
        monthly_sheet(sheet, rows=((None, "Thủy sản", None, 900.0), (None, "Gạo", None, 90.0)))

    reading = read_return(workbook({"XK": total, "XK (2)": items, "NK": imports}))
    assert told(reading) == []
    assert {row.item for row in reading.rows if row.flow == "export"} >= {"TOTAL", "SEAFOOD"}


def test_two_tables_that_deny_each_other_are_both_refused(workbook):
    def mistitled(sheet):
        monthly_sheet(sheet, title=IMPORTS)

    reading = read_return(workbook({"XK": mistitled, "NK": imports}))
    assert told(reading) == [(Severity.ERROR, "contradicting_tables", "NK!D9")]
    assert reading.refused


def test_a_copy_with_another_total_is_a_contradiction_of_one_row(workbook):
    def copy(sheet):
        monthly_sheet(sheet)
        sheet["D9"] = 1001.0

    reading = read_return(workbook({"XK": monthly_sheet, "copy": copy}))
    assert sorted(codes(reading)) == ["contradicting_rows", "repeated_row"]
    assert next(row.value for row in reading.rows if row.item == "TOTAL") == 1_000_000_000_000


@pytest.mark.parametrize("amount", [1e300, -1e300, 1e17, 1e9])
def test_a_number_beyond_all_trade_is_left_out(monthly, amount):
    def spoil(sheet):
        sheet["D9"] = amount

    reading = monthly(spoil)
    assert codes(reading) == ["out_of_range"]
    assert reading.findings[0].place == "14.XK!D9"
    assert len(reading.rows) == 9


@pytest.mark.parametrize("written", ["1" * 400, "1e400", "inf", "nan", "-1E999"])
def test_no_way_of_writing_a_number_is_a_fault(tmp_path, written):
    def row(number, *cells):
        inside = "".join(
            f'<c r="{at}{number}" t="str"><v>{value}</v></c>' if isinstance(value, str)
            else f'<c r="{at}{number}"><v>{value[0]}</v></c>'
            for at, value in zip("ABC", cells, strict=False)
        )  # fmt: skip
        return f'<row r="{number}">{inside}</row>'

    rows = (
        row(1, "14. Hàng hóa xuất khẩu") + row(2, "Triệu USD")
        + row(3, "", "Lượng", "Trị giá tháng 6 năm 2025") + row(4, "TỔNG TRỊ GIÁ", "", (written,))
        + row(5, "Gạo", "", (5,))
    )  # fmt: skip
    namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    path = tmp_path / "book.xlsx"
    path.write_bytes(packed(f"<worksheet {namespace}><sheetData>{rows}</sheetData></worksheet>"))
    reading = read_return(path)
    assert all(abs(row.value) < 2**62 for row in reading.rows)
    assert reading.findings


def test_a_unit_that_is_not_known_is_named(monthly):
    reading = monthly(unit="Tỷ đồng", rows=(("TỔNG TRỊ GIÁ", None, None, 1.0),))
    (finding,) = (f for f in reading.findings if f.code == "unknown_unit")
    assert (finding.place, finding.found, finding.expected) == ("14.XK!D9", "1", "Tỷ đồng")
    assert reading.refused


def test_a_column_of_figures_whose_heading_nobody_understands_is_told(monthly):
    heads = (("Sơ bộ", "tháng 6", "năm 2025"), ("Ước tính", "tháng Xyz", "năm 2025"))
    rows = tuple((*row, *([None] * (5 - len(row))), 7.5, 8.5)[:7] for row in EXPORTS)
    reading = monthly(heads=heads, rows=rows)
    told = [(f.code, f.cell, f.found) for f in reading.findings if f.code == "column_unread"]
    assert told == [
        ("column_unread", "F9", "Ước tính tháng Xyz năm 2025 Lượng"),
        ("column_unread", "G9", "Ước tính tháng Xyz năm 2025 Trị giá"),
    ]
    assert {row.cell[0] for row in reading.rows} == {"C", "D"}


@pytest.mark.parametrize(
    ("head", "places"),
    [("Other estimate", ["E4"]), ("Share of total (%)", [])],
)
def test_a_column_of_figures_whose_head_says_nothing_known_is_told(workbook, head, places):
    heads = ("Commodity", "Mar 2025", "Jan-Mar 2025", "Jan-Mar 2024", head)
    rows = [("Exports by commodity, March 2025 (USD million)",), (), heads]
    rows += [("Rice", 12, 34.5, 30, 7), ("Coffee", 7, 20, 19, 8.5), ("Tea", 5, 15, 14, 9)]
    reading = read_return(workbook({"Exports": lambda sheet: put_rows(sheet, rows)}))
    assert len(reading.rows) == 9
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == places
