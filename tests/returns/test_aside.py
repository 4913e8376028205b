"""What stands in no cell: a printed header or a text box is read as a title, the rest is told."""

import zipfile
from dataclasses import replace

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.comments import Comment

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary
from tests.returns.made_binary import xls

TITLE = "Xuất khẩu hàng hóa tháng 6 năm 2025"
GOODS = (("Thủy sản", 820.5), ("Cà phê", 690.5), ("Gạo", 350.5), ("Dệt, may", 3310.5))
ROWS = (("Đơn vị: triệu USD",), ("Mặt hàng", "Trị giá"), *GOODS)
SEAFOOD = "SEAFOOD value month 2025-06 estimate 8.205e+08 USD"


@pytest.fixture
def read(tmp_path):
    def made(change, rows=ROWS, plans=()):
        book = Workbook()
        put_rows(book.active, rows)
        book.active.title = "S"
        change(book, book.active)
        book.save(tmp_path / "book.xlsx")
        return read_return(tmp_path / "book.xlsx", NOTHING_LEARNED, Directions(plans=plans))

    return made


def header(text):
    def change(_, sheet):
        sheet.oddHeader.center.text = text
        sheet.oddHeader.right.text = "Trang &P/&N"

    return change


def in_box(path, row, text=TITLE):
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("S")
    sheet.insert_textbox(row, 3, text)
    for number, cells in enumerate(ROWS, 5):
        sheet.write_row(number, 0, cells)
    book.close()
    return read_return(path)


@pytest.mark.parametrize(
    "text", [TITLE, f'&"Times New Roman,Bold"&14{TITLE}', f"SỞ CÔNG THƯƠNG\n{TITLE}"]
)
def test_a_title_that_only_the_printed_header_has_is_read_and_told(read, text):
    reading = read(header(text))
    assert summary(reading.rows[0]) == f"B3 {SEAFOOD}"
    assert (len(reading.rows), codes(reading)) == (4, ["read_in_header"])
    assert [f.found for f in reading.findings if f.code == "read_in_header"] == [TITLE]


def test_a_unit_and_a_month_in_the_header_are_those_of_the_table(read):
    reading = read(header(f"{TITLE}\n(Triệu USD)"), ROWS[1:])
    assert summary(reading.rows[0]) == f"B2 {SEAFOOD}"
    reading = read(header("Tháng 6 năm 2025"), (("Xuất khẩu hàng hóa",), *ROWS))
    assert summary(reading.rows[0]) == f"B4 {SEAFOOD}"


def test_what_was_read_so_is_read_again_as_it_was_confirmed(read):
    reading = read(header(TITLE))
    again = read(header(TITLE), plans=reading.tables)
    assert [summary(row) for row in again.rows] == [summary(row) for row in reading.rows]


def test_a_sheet_with_a_title_of_its_own_is_given_no_other(read):
    rows = (("Xuất khẩu dịch vụ tháng 6 năm 2025",), *ROWS)
    reading = read(header(TITLE), rows)
    assert reading.rows == ()
    assert [f.found for f in reading.findings if f.code == "said_in_header"] == [TITLE]


def test_a_file_that_says_all_in_cells_is_asked_for_nothing_else(read):
    reading = read(header("Nhập khẩu hàng hóa tháng 5 năm 2024"), ((TITLE,), *ROWS))
    assert summary(reading.rows[0]) == f"B4 {SEAFOOD}"
    assert {row.flow for row in reading.rows} == {"export"}
    assert codes(reading) == []


def test_a_text_box_above_the_table_is_its_title_one_beside_it_is_told(tmp_path):
    reading = in_box(tmp_path / "above.xlsx", 0)
    assert (summary(reading.rows[0]), codes(reading)) == (f"B8 {SEAFOOD}", ["read_in_box"])
    beside = in_box(tmp_path / "beside.xlsx", 9)
    assert beside.rows == ()
    assert [f.found for f in beside.findings if f.code == "said_in_box"] == [TITLE]


def test_the_printed_header_of_an_old_workbook_is_read_as_well(tmp_path):
    cells = [(r, c, v) for r, row in enumerate(ROWS, 1) for c, v in enumerate(row, 1)]
    path = tmp_path / "book.xls"
    path.write_bytes(xls(cells, f'&C&"Arial,Bold"&14{TITLE}&R&P'))
    reading = read_return(path)
    assert (summary(reading.rows[0]), codes(reading)) == (f"B3 {SEAFOOD}", ["read_in_header"])
    path.write_bytes(xls(cells))
    assert read_return(path).rows == ()


@pytest.mark.parametrize(
    ("change", "told", "cell"),
    [
        (lambda _, s: setattr(s["A1"], "comment", Comment(TITLE, "An")), "said_in_note", "A1"),
        (lambda b, _: setattr(b.properties, "title", TITLE), "said_in_properties", ""),
        (lambda b, _: setattr(b.properties, "subject", TITLE), "said_in_properties", ""),
    ],
    ids=["note", "title", "subject"],
)
def test_notes_and_properties_are_told_and_never_taken(read, change, told, cell):
    reading = read(change)
    assert reading.rows == ()
    assert [(f.found, f.cell) for f in reading.findings if f.code == told] == [(TITLE, cell)]
    assert Ask.LAYOUT in {question.ask for question in reading.questions}


def test_other_lines_in_headers_and_notes_are_nobodys_news(read):
    def change(book, sheet):
        header("Lưu hành nội bộ")(book, sheet)
        sheet["B3"].comment = Comment("Xem lại", "An")
        book.properties.title = "Book1"

    assert codes(read(change)) == ["unknown_layout"]


def test_a_damaged_drawing_costs_no_more_than_what_it_says(tmp_path):
    whole, spoilt = tmp_path / "whole.xlsx", tmp_path / "spoilt.xlsx"
    in_box(whole, 0)
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(spoilt, "w") as kept:
        for name in parts.namelist():
            part = parts.read(name)
            kept.writestr(name, part[: len(part) // 3] if "drawing1.xml" in name else part)
    assert codes(read_return(spoilt)) == ["unknown_layout"]


@pytest.mark.parametrize(
    "part",
    [
        b"<xdr:twoCellAnchor>" * 100_000,
        b"<a:p><a:t" * 200_000,
        b'<c:comment ref="A1' * 100_000,
        b"<xdr:row>" + b"9" * 1_000_000 + b"<a:p/></a:p>",
    ],
    ids=["anchors", "paragraphs", "notes", "number"],
)
def test_a_drawing_without_end_is_passed_over(tmp_path, part):
    whole, hostile = tmp_path / "whole.xlsx", tmp_path / "hostile.xlsx"
    in_box(whole, 0)
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(hostile, "w") as kept:
        for name in parts.namelist():
            kept.writestr(name, part if "drawing1.xml" in name else parts.read(name))
    assert codes(read_return(hostile)) == ["unknown_layout"]


def test_the_month_that_only_the_sheet_is_called_by_is_proposed(read):
    def change(_, sheet):
        sheet.title = "T6.2025"

    (plan,) = read(change).tables
    asked = read(change, plans=(replace(plan, flow="export"),)).questions
    assert [q.choices for q in asked if q.ask is Ask.MONTH] == [("2025-06",)]
