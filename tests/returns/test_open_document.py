"""Workbooks of LibreOffice's own kind: read cell by cell like Excel's, and as warily."""

import zipfile
from io import BytesIO

import pytest

from desktop.returns.container import sheets
from desktop.returns.date_formats import is_date_format, is_percent_format, shown_in
from desktop.returns.grid import Area, Fault
from desktop.returns.reader import read_content
from tests.returns.made import codes

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "number", "draw", "calcext")
)
STYLES = """<office:automatic-styles>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/>
</style:style><style:style style:name="old" style:family="table-cell">
<style:text-properties style:font-name=".VnTime"/></style:style>
<number:number-style style:name="N1"><number:number number:display-factor="1000"/>
</number:number-style><style:style style:name="k" style:data-style-name="N1"/>
</office:automatic-styles>"""
TEXT = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
NUMBER = '<table:table-cell office:value-type="float" office:value="{}"{}/>'
GAP = '<table:table-cell table:number-columns-repeated="{}"/>'


def row(*cells, of=""):
    return f"<table:table-row{of}>{''.join(cells)}</table:table-row>"


def table(*rows, name="XK", of=""):
    return f'<table:table table:name="{name}"{of}>{"".join(rows)}</table:table>'


def flat(*tables, before=""):
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    return (
        f'<?xml version="1.0"?>{before}<office:document {NAMES}>{STYLES}{body}</office:document>'
    ).encode()


def zipped(content, kind="spreadsheet", **parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        book.writestr("content.xml", content)
        for name, part in parts.items():
            book.writestr(name, part)
    return out.getvalue()


RETURN = table(
    row(TEXT.format(' table:number-columns-spanned="3"', "Hàng hóa xuất khẩu"),
        '<table:covered-table-cell table:number-columns-repeated="2"/>'),
    row(GAP.format(2), TEXT.format("", "Triệu USD"), of=' table:number-rows-repeated="1"'),
    row(GAP.format(3), of=' table:number-rows-repeated="3"'),
    row(GAP.format(1), TEXT.format("", "Ước tính tháng 5/2024"),
        TEXT.format("", "5 tháng năm 2024")),
    row(TEXT.format("", "Gạo"), NUMBER.format("1234.5", ""), NUMBER.format("9876", "")),
    row(TEXT.format("", "Chè"), NUMBER.format("7", ""), of=' table:visibility="collapse"'),
    row(GAP.format(16384), of=' table:number-rows-repeated="1048568"'),
)  # fmt: skip


@pytest.mark.parametrize("pack", [bytes, zipped])
def test_it_is_read_like_a_workbook_of_excel(pack):
    reading = read_content("a.xls", pack(flat(RETURN)))
    assert [(r.sheet, r.cell, r.item, r.value // 10**6) for r in reading.rows] == [
        ("XK", "B7", "RICE", 1_234_500), ("XK", "C7", "RICE", 9_876_000),
    ]  # fmt: skip
    assert "hidden_rows" in codes(reading)


def test_each_kind_of_cell_is_what_it_is_in_excel():
    first = row(
        '<table:table-cell table:style-name="k" office:value-type="currency" office:value="5"/>',
        '<table:table-cell office:value-type="percentage" office:value="0.144"/>',
        '<table:table-cell office:value-type="date" office:date-value="2025-06-01"/>',
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
        '<table:table-cell office:value-type="string" calcext:value-type="error">'
        "<text:p>#REF!</text:p></table:table-cell>",
    )
    second = row(
        '<table:table-cell table:style-name="old" table:number-rows-spanned="2">'
        "<office:annotation><text:p>không</text:p></office:annotation>"
        "<text:p>Xu<text:span>Êt</text:span><text:s/>khÈu</text:p><text:p>n¨m</text:p>"
        "<draw:frame><table:table><text:p>không</text:p></table:table></draw:frame>"
        "</table:table-cell>",
        NUMBER.format(3, ' table:number-columns-repeated="2"'),
        of=' table:number-rows-repeated="2"',
    )
    hidden = table(name="cũ", of=' table:style-name="off"')
    grid, old = sheets(zipped(flat(table(first, second), hidden)))
    assert grid.row(1) == {1: 5.0, 2: 0.144, 3: 45809.0, 4: True, 5: Fault("#REF!")}
    assert grid.row(2) == grid.row(3) == {1: "XuÊt khÈu\nn¨m", 2: 3.0, 3: 3.0}
    assert grid.merged == [Area(2, 1, 3, 1)]
    shown = {column: grid.formats[style] for column, style in grid.styles(1).items()}
    assert shown_in(shown[1]) == 1000
    assert is_percent_format(shown[2])
    assert is_date_format(shown[3])
    assert grid.fonts[grid.styles(2)[1]] == ".VnTime"
    assert (old.name, old.hidden) == ("cũ", True)


FAR = row(NUMBER.format(1, ""), of=' table:number-rows-repeated="1048576"')
WIDE = NUMBER.format(1, ' table:number-columns-repeated="16384"')


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("too_large", flat(table(FAR, FAR))),
        ("too_large", flat(table(row(WIDE, WIDE)))),
        ("too_large", flat(table(row(WIDE, of=' table:number-rows-repeated="9999"')))),
        ("unsafe_file", flat(RETURN, before='<!DOCTYPE a [<!ENTITY b "c">]>')),
        ("damaged", flat(RETURN)[:-40]),
        ("damaged", flat(table(row('<table:table-cell office:value-type="float"/>')))),
        ("no_table", flat()),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(code, content):
    reading = read_content("a.ods", zipped(content))
    assert (codes(reading), reading.rows) == ([code], ())


def test_a_locked_one_says_so():
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert codes(read_content("a.ods", zipped(b"\x00\x01", **manifest))) == ["unknown_cipher"]


def test_a_text_with_a_table_is_said_to_be_one():
    assert codes(read_content("a.ods", zipped(flat(RETURN), "text"))) == ["word_file"]
