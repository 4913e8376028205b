"""A table with more rows than there is room: rows are put in, and everything follows."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from tests.reports.ooxml import faults
from tests.reports.template.office_form import SHEET, dress
from tests.reports.test_recalculated import SOFFICE, convert

MORE = 9
"""The form has a row for one item, and is asked for ten."""


@pytest.fixture(scope="module")
def made(full_office, vi, tmp_path_factory):
    """The form filled: its bytes before and after, each opened by openpyxl."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - used here alone

    folder = tmp_path_factory.mktemp("room")
    with Workbook(folder / "mẫu.xlsx", {"strings_to_formulas": False}) as book:
        dress(book, book.add_worksheet(SHEET))
    full_office.fill_template(folder / "mẫu.xlsx", folder / "báo cáo.xlsx", vi)
    return (folder / "báo cáo.xlsx").read_bytes()


@pytest.fixture(scope="module")
def book(made):
    return load_workbook(io.BytesIO(made))


@pytest.fixture(scope="module")
def sheet(book):
    return book[SHEET]


def part(made, name):
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return package.read(name).decode()


def test_the_table_has_its_rows_and_its_total_stands_beneath(sheet, full_office):
    ranked = sorted(full_office.overview().items, key=lambda one: -one.value)[:10]
    assert [sheet[f"C{row}"].value for row in range(6, 16)] == pytest.approx(
        [one.value / 1e6 for one in ranked]
    )
    assert sheet["A16"].value == "Tổng"
    assert sheet["B21"].value == 219_830


def test_formulas_take_the_cells_that_they_took_and_the_whole_table(book, sheet):
    assert sheet["C16"].value == "=SUM(C6:C15)"
    assert sheet["D16"].value == "=SUM($D$6:D15)"
    assert sheet["E16"].value == "=C6*2"
    assert sheet["C21"].value == "=B21/C16"
    assert book["Khác"]["A1"].value == f"='{SHEET}'!C16+tong"
    assert book["Khác"]["A2"].value == f"=SUM('{SHEET}'!C6:C15)"
    assert book.defined_names["tong"].attr_text == f"'{SHEET}'!$C$16"
    assert book.defined_names["cac_mat_hang"].attr_text == f"'{SHEET}'!$A$6:$D$15"


def test_looks_and_merged_cells_follow(sheet):
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert merged == {"A1:E1", "A18:C19", *(f"A{row}:B{row}" for row in range(6, 16))}
    assert {sheet[f"C{row}"].number_format for row in range(6, 17)} == {"#,##0"}
    assert {sheet[f"D{row}"].fill.fgColor.rgb for row in range(6, 17)} == {"FFEEF3F8"}
    assert (sheet.row_dimensions[16].height, sheet.row_dimensions[18].height) == (24, 30)


def test_rules_links_and_print_settings_follow(sheet):
    formats = {str(one.sqref): [r.formula for r in one.rules]
               for one in sheet.conditional_formatting}  # fmt: skip
    assert formats == {"C6:C15": [[]], "A21:C22": [["$B21>$C$16"]]}
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("D21", "$A$23:$A$24")
    assert sheet.print_area == f"'{SHEET}'!$A$1:$E$25"
    assert sheet.print_title_rows == "$1:$5"
    assert sheet.auto_filter.ref == "A5:D15"
    assert [b.id for b in sheet.row_breaks.brk] == [17]
    assert sheet["A22"].hyperlink.location == f"'{SHEET}'!A18"
    assert sheet["A18"].comment.text == "Của phòng"


def test_drawings_and_charts_follow(made):
    drawing = etree.fromstring(part(made, "xl/drawings/drawing1.xml").encode())
    tops = [int(e.findtext("{*}row")) for e in drawing.iter("{*}from")]
    assert sorted(tops) == [8 + MORE, 19 + MORE]
    chart = part(made, "xl/charts/chart1.xml")
    assert re.findall(r"<c:f>([^<]*)</c:f>", chart) == [
        f"'{SHEET}'!$C$5", f"'{SHEET}'!$A$6:$A$15", f"'{SHEET}'!$C$6:$C$15",
    ]  # fmt: skip
    note = part(made, "xl/drawings/vmlDrawing1.vml")
    assert re.findall(r"<x:Row>(\d+)</x:Row>", note) == ["17"]


def test_it_is_a_sound_workbook(made):
    assert not [one for one in faults(made) if "formula without its value" not in one]
    assert "calcChain" not in part(made, "[Content_Types].xml")
    told = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_name(SHEET).to_python()
    assert told[15][0] == "Tổng"


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_what_moved(made, tmp_path, full_office):
    (tmp_path / "báo cáo.xlsx").write_bytes(made)
    (tmp_path / "profile").mkdir()
    convert([tmp_path / "báo cáo.xlsx"], tmp_path / "again", tmp_path / "profile")
    again = CalamineWorkbook.from_path(tmp_path / "again" / "báo cáo.xlsx")
    rows = again.get_sheet_by_name(SHEET).to_python()
    total = sum(sorted((one.value for one in full_office.overview().items), reverse=True)[:10])
    assert rows[15][2] == pytest.approx(total / 1e6)
    assert rows[20][2] == pytest.approx(219_830e6 / total)
    ((first, *_), (second, *_), *_) = again.get_sheet_by_name("Khác").to_python()
    assert (first, second) == pytest.approx((2 * total / 1e6, total / 1e6))


def test_what_newer_programs_added_to_formats_follows_too(drawn, filled):
    def more(_book, page):
        bars = {"type": "data_bar", "data_bar_2010": True}
        page.conditional_format("B3", bars)
        least = {"min_type": "formula", "min_value": "=$A$9"}
        page.conditional_format("C9:C10", {**bars, **least})

    cells = {"A3": "{{table:items top=5 columns=name,value}}", "A4": "Tổng", "A9": 1}
    sheet = part(filled(drawn(cells, more)).content, "xl/worksheets/sheet1.xml")
    assert re.findall(r"<xm:sqref>([^<]*)</xm:sqref>", sheet) == ["B3:B7", "C13:C14"]
    assert re.findall(r"<xm:f>([^<]*)</xm:f>", sheet) == ["$A$13"]


def test_two_tables_side_by_side_share_the_rows(drawn, filled):
    content = drawn(
        {
            "A3": "{{table:items top=6 columns=name,value}}", "A5": "Tổng",
            "B5": ("=SUM(B3:B4)", None, 0),
            "E3": "{{table:markets top=10 columns=name,value}}", "E5": "Tổng",
            "F5": ("=SUM(F3:F4)", None, 0),
        }
    )  # fmt: skip
    sheet = load_workbook(io.BytesIO(filled(content).content))[SHEET]
    assert (sheet["A13"].value, sheet["E13"].value) == ("Tổng", "Tổng")
    assert (sheet["B13"].value, sheet["F13"].value) == ("=SUM(B3:B12)", "=SUM(F3:F12)")
    assert all(sheet[f"E{row}"].value for row in range(3, 13))
    assert [sheet[f"A{row}"].value for row in range(9, 13)] == [None] * 4


def test_a_table_beneath_another_goes_down_with_it(drawn, filled):
    content = drawn(
        {"A2": "{{table:items top=5 columns=name}}", "A3": "{{table:markets top=4 columns=name}}",
         "A4": "{{exports.cumulative}}"}
    )  # fmt: skip
    sheet = load_workbook(io.BytesIO(filled(content).content))[SHEET]
    told = [sheet[f"A{row}"].value for row in range(2, 12)]
    assert len({*told[:9]}) == 9
    assert told[9] == 219_830


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"B9": ('=INDIRECT("A5")', None, 0)}, "template_fixed_formula"),
        ({"B9": ("=OFFSET(A1,4,0)", None, 0)}, "template_fixed_formula"),
    ],
)
def test_what_cannot_move_is_named(drawn, filled, each_language, cells, code):
    content = drawn({"A3": "{{table:items top=9}}", "A5": "Tổng", **cells})
    with pytest.raises(Refused) as refused:
        filled(content)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place) == (code, f"{SHEET}!B9")
    assert "B9" in sentence(finding, each_language)
    assert "top=" in remedy(finding, each_language)


def test_an_array_formula_is_not_torn_apart(drawn, filled):
    def more(_book, page):
        page.write_array_formula("G3:G8", "{=A3:A8*2}")

    content = drawn({"A3": "{{table:items top=9}}", "A5": "Tổng"}, more)
    with pytest.raises(Refused) as refused:
        filled(content)
    assert refused.value.findings[0].code == "template_fixed_array"


def test_a_format_that_looks_at_the_rows_beneath_is_not_guessed(drawn, filled):
    def more(book, page):
        rule = {"type": "formula", "criteria": "=$A5>0", "format": book.add_format({"bold": 1})}
        page.conditional_format("G3:G8", rule)

    content = drawn({"A3": "{{table:items top=9}}", "A5": "Tổng"}, more)
    with pytest.raises(Refused) as refused:
        filled(content)
    assert refused.value.findings[0].code == "template_fixed_format"
