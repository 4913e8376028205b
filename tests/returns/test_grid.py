"""Cells, merges and what is hidden come out of a workbook as they went in."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from desktop.figures.places import sample
from desktop.returns.container import sheets
from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Area, Fault, address, area, letters
from desktop.returns.refusal import UnreadableError
from desktop.returns.xml_texts import OtherFormError
from tests.returns.made import NAMESPACE, packed

places = st.tuples(st.integers(1, MAX_ROW), st.integers(1, MAX_COLUMN))


@given(places, places)
def test_addresses_there_and_back(one, other):
    (top, bottom), (left, right) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    assert area(address(*one)) == Area(*one, *one)
    assert area(f"{address(top, left)}:{address(bottom, right)}") == (top, left, bottom, right)


def test_letters_as_excel_counts_them():
    assert [letters(n) for n in (1, 26, 27, 702, 703, MAX_COLUMN)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


def only_sheet(content: bytes):
    (grid,) = sheets(content)
    return grid


def test_every_kind_of_cell():
    grid = only_sheet(
        packed(
            f"""<worksheet {NAMESPACE}><cols><col min="3" max="4" hidden="1"/></cols><sheetData>
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1.5</v></c><c r="C2" s="1"/>
            <c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c></row>
            <row r="4" hidden="1"><c r="A4"><f>SUM(B2:B3)</f><v>7</v></c><c r="B4"><f>A1</f></c>
            <c r="C4" t="str"><f>""</f><v></v></c><c r="D4" t="str"><f>A1</f><v>chè</v></c>
            <c r="E4" t="inlineStr"><is><r><t>cà </t></r><r><rPr><b/></rPr><t>phê</t></r></is></c>
            <c r="F4" t="s"><v>9</v></c></row>
            </sheetData><mergeCells><mergeCell ref="A6:C7"/></mergeCells>
            <headerFooter><oddFooter>&amp;P</oddFooter></headerFooter></worksheet>""",
            "<si><t>x</t></si><si><r><t>Cà </t></r><r><t>phê</t></r><rPh><t>?</t></rPh></si>",
        )
    )
    assert grid.name == "Một"
    assert grid.row(2) == {1: "Cà phê", 2: 1.5, 4: True, 5: Fault("#REF!")}
    assert grid.row(4) == {1: 7.0, 2: Fault(), 4: "chè", 5: "cà phê", 6: Fault()}
    assert grid.merged == [Area(6, 1, 7, 3)]
    assert grid.hidden_rows == {4}
    assert [grid.column_is_hidden(c) for c in (2, 3, 4, 5)] == [False, True, True, False]


def test_tags_with_a_prefix_and_cells_without_addresses():
    grid = only_sheet(
        packed(
            f"<x:worksheet {NAMESPACE.replace('xmlns', 'xmlns:x')}><x:sheetData>"
            "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
            "<x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>",
            prefix="x",
        )
    )
    assert grid.row(1) == {1: 1.0, 2: 2.0}
    assert grid.row(2) == {1: 3.0}


def test_far_cells_and_a_million_empty_rows_cost_nothing():
    empty = "".join(f'<row r="{n}" spans="1:9"/>' for n in range(2, 50_000))
    grid = only_sheet(
        packed(
            f'<worksheet {NAMESPACE}><sheetData><row r="1"><c r="A1"><v>1</v></c></row>{empty}'
            f'<row r="{MAX_ROW}"><c r="XFD{MAX_ROW}"><v>2</v></c></row>'
            f'<row r="{MAX_ROW + 1}"><c r="A1"><v>3</v></c></row></sheetData></worksheet>'
        )
    )
    assert dict(grid.row(MAX_ROW)) == {MAX_COLUMN: 2.0}
    assert [number for number in grid.row_numbers() if grid.row(number)] == [1, MAX_ROW]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE w SYSTEM "file:///etc/hostname">',
        "<!DOCTYPE w>",
    ],
)
def test_a_document_type_is_refused_before_it_is_read(declared):
    with pytest.raises(UnreadableError, match="unsafe_file"):
        only_sheet(packed(f"{declared}<worksheet {NAMESPACE}/>"))


def test_a_part_that_unpacks_too_far_is_refused(monkeypatch):
    monkeypatch.setattr("desktop.returns.zip_parts.MAX_PART", 1 << 20)
    bomb = f"<worksheet {NAMESPACE}><sheetData>{' ' * (2 << 20)}</sheetData></worksheet>"
    with pytest.raises(UnreadableError, match="too_large"):
        only_sheet(packed(bomb))


@pytest.mark.parametrize("book", ["gso/02-Bieu-T6.2025.xlsx", "customs/2024-T07T-5X(VN-SB).xlsx"])
def test_a_whole_book_against_openpyxl(book):
    path = sample(*book.split("/"))
    theirs = load_workbook(path)
    for grid, sheet in zip(sheets(path.read_bytes()), theirs, strict=True):
        assert grid.name == sheet.title
        cells = {(r, c): value for r, c, value in grid.cells()}
        assert cells == {
            (cell.row, cell.column): cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        assert {(m.top, m.left, m.bottom, m.right) for m in grid.merged} == {
            (m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges
        }


def test_number_formats_and_fonts_by_style():
    book = Workbook()
    book.active["A1"], book.active["B1"] = 0.5, "x"
    book.active["A1"].number_format = '0.0"%"'
    book.active["B1"].font = Font(name=".VnTime")
    out = BytesIO()
    book.save(out)
    grid = only_sheet(out.getvalue())
    styles = grid.styles(1)
    assert grid.formats[styles[1]] == '0.0"%"'
    assert grid.fonts[styles[2]] == ".VnTime"


def refuse(*_):
    raise OtherFormError


@pytest.mark.parametrize(
    "book", ["gso/02-Bieu-T6.2025.xlsx", "history/XNK-theo-thang-2014-2024.xlsx"]
)
def test_both_ways_to_read_a_sheet_agree(monkeypatch, book):
    content = sample(*book.split("/")).read_bytes()
    plain = list(sheets(content))
    monkeypatch.setattr("desktop.returns.xlsx.scan_plain", refuse)
    assert list(sheets(content)) == plain


@pytest.mark.parametrize(
    "cells",
    [
        "<c r='B2'><v>7</v></c>",
        '<c t="n" r="B2"><v>7</v></c>',
        '<!-- a note --><c r="B2"><v>7</v></c>',
        '<c r="B2" cm="1"><v>7</v></c>',
        '<c r="B2"><v>7</v><extLst/></c>',
        '<c r="B2"><f>1+6</f><v>7</v></c>',
        '<c r="B2"><f t="shared" si="0"/><v>7</v></c>',
        '<c r="B2" s="0" t="n"><v>7</v></c><c r="C2" s="0"/><c r="D2" t="str"><f>""</f><v/></c>',
    ],
)
def test_a_number_in_every_form_that_xml_allows(cells):
    sheet = f'<worksheet {NAMESPACE}><sheetData><row r="2">{cells}</row></sheetData></worksheet>'
    assert only_sheet(packed(sheet)).row(2) == {2: 7.0}


def test_text_with_signs_that_xml_must_hide():
    sheet = (
        f'<worksheet {NAMESPACE}><sheetData><row r="1"><c r="A1" t="str"><f>A2&amp;A3</f>'
        "<v>R&amp;D &lt;1&gt;</v></c></row></sheetData></worksheet>"
    )
    assert only_sheet(packed(sheet)).row(1) == {1: "R&D <1>"}
