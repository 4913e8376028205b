"""What portals name like a workbook and write as text: web pages, XML of 2003, tabs and commas."""

from base64 import b64encode
from unicodedata import normalize

import pytest

from desktop.returns import read_return
from desktop.returns.container import sheets
from desktop.returns.typed_cells import typed
from tests.corpus.lettering import tcvn3
from tests.returns.made import codes

LINES = (
    ("Hàng hóa xuất khẩu", "", ""),
    ("", "", "Triệu USD"),
    ("", "Ước tính tháng 5/2024", "5 tháng năm 2024"),
    ("Gạo", "1234.5", "9876"),
    ("Hàng dệt, may", "2.345,6", "11.111,5"),
)
FIGURES = [
    ("B4", "RICE", 1_234_500), ("C4", "RICE", 9_876_000),
    ("B5", "TEXTILE", 2_345_600), ("C5", "TEXTILE", 11_111_500),
]  # fmt: skip
PAGE = """<html><head><meta charset="utf-8"><style>td {color: red}</style><title>x</title></head>
<body><table><tr><td><h1>Hàng hóa xuất khẩu</h1></td></tr><tr><td>
<table><tr><td rowspan=2>Mặt hàng<td colspan=2>Tháng 5<br>năm 2024</tr>
<tr><td>Lượng<br>(tấn)<td>Trị giá<br>(USD)</tr>
<tr style="display:none"><td>Chè<td>1<td>2</tr>
<tr><td>Gạo<td x:num="400.25">400,3<td>250.000,5</tr></table>
</td></tr></table><script>var x = "Gạo";</script>Nguồn: hải quan</body></html>"""
XML = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="cũ"><Table><Row><Cell><Data ss:Type="String">xuất khẩu</Data></Cell></Row>
</Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
<Worksheet ss:Name="XK"><Table>
<Row><Cell><Data ss:Type="String">Hàng hóa <B>xuất khẩu</B></Data></Cell></Row>
<Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">Tháng 5 năm 2024
</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">Lượng (tấn)</Data></Cell>
<Cell><Data ss:Type="String">Trị giá (USD)</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">Chè</Data></Cell>
<Cell><Data ss:Type="Number">7</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Gạo</Data></Cell><Cell><Data ss:Type="Number">400.25</Data></Cell>
<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


@pytest.fixture
def read(tmp_path):
    def read(content):
        path = tmp_path / "export.xls"
        path.write_bytes(content)
        return read_return(path)

    return read


def told(reading):
    return [(r.cell, r.item, r.value // 10**6) for r in reading.rows]


def written(delimiter):
    quoted = [[f'"{text}"' if delimiter in text else text for text in line] for line in LINES]
    return "\r\n".join(delimiter.join(line) for line in quoted)


@pytest.mark.parametrize("delimiter", ["\t", ";", "|", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_whatever_stands_between_its_cells(read, delimiter, encoding):
    reading = read(written(delimiter).encode(encoding))
    assert told(reading) == FIGURES
    assert {row.sheet for row in reading.rows} == {"Sheet1"}


def test_the_line_that_tells_excel_what_stands_between_cells_is_no_cell(read):
    reading = read(f"sep=;\r\n{written(';')}".encode())
    assert [(r.item, r.value // 10**6) for r in reading.rows] == [told[1:] for told in FIGURES]
    assert "title_of_other_month" not in codes(reading)


def test_text_in_an_old_code_is_read(read):
    assert told(read(tcvn3(written("\t")).encode("latin-1"))) == FIGURES


def in_windows_code(text):
    """Write each letter and then its tone mark, of which the code has those of Vietnamese."""
    coded = b""
    for letter in normalize("NFC", text):
        parts = normalize("NFD", letter)
        tone = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        bare = normalize("NFC", "".join(part for part in parts if part not in tone))
        coded += bare.encode("cp1258") + tone.encode("cp1258")
    return coded


def test_text_in_the_windows_code_for_vietnamese_is_read(read):
    assert told(read(in_windows_code(written("\t")))) == FIGURES


def test_a_web_page_is_read_with_its_merged_cells_and_lines(read):
    reading = read(PAGE.encode())
    assert [(r.item, r.measure, r.value) for r in reading.rows] == [
        ("RICE", "quantity", 400_250), ("RICE", "value", 250_000_500),
    ]  # fmt: skip
    assert "hidden_rows" in codes(reading)
    (grid,) = sheets(PAGE.encode())
    assert grid.row(1) == {1: "Hàng hóa xuất khẩu"}
    assert list(grid.row(max(grid.row_numbers())).values()) == ["Nguồn: hải quan"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("said", ["utf-8", "utf-16"])
def test_a_web_page_of_two_bytes_a_letter_is_read_whatever_it_says(read, encoding, said):
    reading = read(PAGE.replace("utf-8", said).encode(encoding))
    assert [row.value for row in reading.rows] == [400_250, 250_000_500]


def archived(*pages):
    """Give pages as Excel saves them with all that belongs to them, each in its own code."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="-=_1"\r\n\r\nx\r\n'
    parts = [
        "---=_1\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-Type: text/html; charset="{encoding}"\r\n\r\n'
        f"{b64encode(page.encode(encoding)).decode()}\r\n"
        for page, encoding in pages
    ]
    return f"{head}{''.join(parts)}---=_1--\r\n".encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_page_saved_with_all_that_belongs_to_it_is_read(read, encoding):
    reading = read(archived(("<html><body>frames</body></html>", "utf-8"), (PAGE, encoding)))
    assert [(r.item, r.measure, r.value) for r in reading.rows] == [
        ("RICE", "quantity", 400_250), ("RICE", "value", 250_000_500),
    ]  # fmt: skip


def test_a_book_saved_as_a_page_keeps_its_sheets_and_all_of_its_digits(read):
    table = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in line) + "</tr>" for line in LINES[:3]
    )
    rice = '<tr><td>Gạo</td><td sdval="1234.567" sdnum="1033;0;0.0">1234.6</td></tr>'
    sheet = '<a name="table{}"><h1>Sheet: <em>{}</em></h1></a><table>{}{}</table>'
    imports = table.replace("xuất khẩu", "nhập khẩu")
    page = sheet.format(0, "XK", table, rice) + sheet.format(1, "NK", imports, rice)
    reading = read(f'<html><meta charset="utf-8"><body>{page}</body></html>'.encode())
    assert [(r.sheet, r.cell, r.flow, r.value // 10**3) for r in reading.rows] == [
        ("XK", "B4", "export", 1_234_567_000), ("NK", "B4", "import", 1_234_567_000),
    ]  # fmt: skip


def test_xml_of_2003_is_read_where_its_cells_stand(read):
    reading = read(XML.encode())
    assert [(r.sheet, r.cell, r.item, r.value) for r in reading.rows] == [
        ("XK", "B6", "RICE", 400_250)
    ]
    assert {"hidden_rows", "error_cell"} <= set(codes(reading))
    assert [(grid.name, grid.hidden) for grid in sheets(XML.encode())] == [
        ("cũ", True), ("XK", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("plain_text", "Kính gửi Bộ Công Thương, về xuất khẩu tháng 5.\nTrân trọng."),
        ("plain_text", "Tên;Tuổi\nLan;21\nMai;22"),
        ("web_page", "<html><body>Chào</body></html>"),
        ("web_page", archived(("<html><body>Chào</body></html>", "utf-8")).decode()),
        ("damaged", PAGE[: PAGE.index("</table>")]),
        ("damaged", archived((PAGE, "utf-8"))[:-20].decode()),
        ("too_large", archived(*[(PAGE, "utf-8")] * 501).decode()),
        ("too_large", archived((PAGE, "utf-8")).decode() + "---=_1\n" * 5_000),
        ("damaged", archived((PAGE, "utf-8")).decode().replace('"utf-8"', '"no such code"')),
        ("unsafe_file", XML.replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1)),
        ("too_large", XML.replace('ss:Index="3"', 'ss:Index="9999999"')),
        ("damaged", XML[:-40]),
    ],
)
def test_what_is_none_of_ours_is_refused_with_one_sentence(read, code, content):
    reading = read(content.encode())
    assert (codes(reading), reading.rows) == ([code], ())


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12.0), (" -0.5 ", -0.5), ("1234.567", 1234.567), ("1.2345", 1.2345), ("1.234", "1.234"),
     ("0123", "0123"), ("1,5", "1,5"), ("123456789012345678", "123456789012345678"), ("-", "-")],
)  # fmt: skip
def test_only_what_can_be_no_other_number_becomes_one(text, value):
    assert typed(text) == value


def test_the_mark_before_what_would_be_a_formula_is_no_part_of_a_name(read):
    lines = [*LINES[:3], ("'- Gạo", "1234.5", "9876"), *LINES[4:]]
    reading = read("\n".join("\t".join(line) for line in lines).encode())
    assert told(reading) == FIGURES
    assert {row.label for row in reading.rows} == {"- Gạo", "Hàng dệt, may"}


def test_numbers_with_decimals_show_how_a_text_file_writes_the_others(read):
    rows = (*LINES[:3], ("Gạo", "679.382", "25315.206"), ("Cà phê", "1.7", "907"))
    reading = read("\n".join("\t".join(row) for row in rows).encode())
    assert [(r.cell, r.printed) for r in reading.rows] == [
        ("B4", "679.382"), ("C4", "25315.206"), ("B5", "1.7"), ("C5", "907"),
    ]  # fmt: skip
    assert {r.value for r in reading.rows if r.cell == "B4"} == {679_382_000_000}
    assert codes(reading) == ["text_numbers"]


def test_numbers_that_are_written_in_two_ways_are_asked_about(read):
    rows = (*LINES[:3], ("Gạo", "679.382", "25315.206"), ("Cà phê", "12", "907,5"))
    assert "ambiguous_number" in codes(read("\n".join("\t".join(row) for row in rows).encode()))
