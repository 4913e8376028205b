"""Rows taken out of a sheet's XML together say what the XML says, however its cells are written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.returns import xlsx_rows
from desktop.returns.grid import Grid
from desktop.returns.xlsx_rows import scan_plain
from desktop.returns.xlsx_sheet import scan
from desktop.returns.xml_texts import OtherFormError, plain_text

STRINGS = ["Cà phê", "", "Gạo"]
ROWS = st.integers(1, 40)
CELLS = st.sampled_from(
    [
        '<c r="{at}"><v>{n}</v></c>',
        '<c r="{at}" s="{n}"><v>{n}.5</v></c>',
        '<c r="{at}" s="1{row}"><v>1{row}</v></c>',
        '<c r="{at}" s="3" t="s"><v>{n}</v></c>',
        '<c r="{at}" t="s"><v>2</v></c>',
        '<c r="{at}" s="2"/>',
        '<c r="{at}" s="2"></c>',
        '<c r="{at}" t="inlineStr"><is><t>Chè {n}</t></is></c>',
        '<c r="{at}" t="inlineStr"><is><t>{row}"</t></is></c>',
        '<c r="{at}" t="inlineStr"><is><t xml:space="preserve"> R&amp;D </t></is></c>',
        '<c r="{at}" t="inlineStr"><is><t>G&#7841;o &#x2014; R&amp;D{n}</t></is></c>',
        '<c r="{at}" t="inlineStr"><is><t>C&#224; &#10;ph&#234;&#10; </t></is></c>',
        '<c r="{at}" t="str"><v>&lt;ch&#232;&gt;</v></c>',
        '<c r="{at}" t="b"><v>1</v></c>',
        '<c r="{at}" t="e"><v>#REF!</v></c>',
        '<c r="{at}"><f>A{row}+1</f><v>{n}</v></c>',
        '<c r="{at}"><f>A{row}</f></c>',
        '<c r="{at}" t="str"><f>A1</f><v>chè</v></c>',
        '<c s="1" r="{at}"><v>{n}</v></c>',
        "<c r='{at}'><v>{n}</v></c>",
        '<c r="{at}"><v>1e3</v></c><!-- a note -->',
    ]
)


@given(st.lists(st.tuples(ROWS, st.lists(CELLS, max_size=6)), max_size=8), st.integers(0, 9))
def test_rows_read_together_are_those_read_tag_by_tag(rows, number):
    numbered = dict(sorted(rows, key=lambda one: one[0]))
    content = "".join(
        f'<row r="{row}" spans="1:{row}">'
        + "".join(c.format(at=f"{'ABCDEF'[at]}{row}", row=row, n=number)
                  for at, c in enumerate(cells))
        + "</row>"
        for row, cells in numbered.items()
    )  # fmt: skip
    sheet = f"<worksheet><sheetData>{content}</sheetData></worksheet>".encode()
    together, singly = Grid("x"), Grid("x")
    scan([sheet], singly, STRINGS)
    try:
        scan_plain([sheet], together, STRINGS)
    except OtherFormError:
        return
    assert {n: together.row(n) for n in numbered} == {n: singly.row(n) for n in numbered}
    assert {n: together.styles(n) for n in numbered} == {n: singly.styles(n) for n in numbered}


@settings(max_examples=25)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=3), st.integers(0, 9))
def test_long_runs_of_rows_are_those_read_tag_by_tag(forms, number):
    rows = range(1, 900)
    content = "".join(
        f'<row r="{row}">'
        + "".join(c.format(at=f"{'ABCDEF'[at]}{row}", row=row, n=(number + row) % 10)
                  for at, c in enumerate(forms[row % len(forms)]))
        + "</row>"
        for row in rows
    )  # fmt: skip
    sheet = f"<worksheet><sheetData>{content}</sheetData></worksheet>".encode()
    together, singly = Grid("x"), Grid("x")
    scan([sheet], singly, STRINGS)
    try:
        scan_plain([sheet], together, STRINGS)
    except OtherFormError:
        return
    assert [together.row(n) for n in rows] == [singly.row(n) for n in rows]
    assert [together.styles(n) for n in rows] == [singly.styles(n) for n in rows]


def test_rows_that_hold_nothing_are_passed_piece_by_piece(monkeypatch):
    monkeypatch.setattr(xlsx_rows, "_BLOCK", 1 << 10)
    monkeypatch.setattr(xlsx_rows, "_LONGEST_ROW", 1 << 12)
    empty = "".join(f'<row r="{row}" spans="1:9" ht="15"/>' for row in range(2, 1_000))
    first, last = (f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (1, 1_000))
    grid = Grid("x")
    sheet = f"<worksheet><sheetData>{first}{empty}{last}</sheetData></worksheet>"
    scan_plain([sheet.encode()], grid, STRINGS)
    assert (grid.row_numbers(), grid.row(1_000)) == ([1, 1_000], {1: 1_000.0})


def test_a_wrong_row_number_in_an_address_counts_for_nothing():
    cells = '<c r="A5" s="15"><v>1</v></c><c r="B6" s="15"><v>2</v></c>'
    grid = Grid("x")
    sheet = f'<worksheet><sheetData><row r="5">{cells}</row></sheetData></worksheet>'
    scan_plain([sheet.encode()], grid, STRINGS)
    assert (grid.row(5), grid.styles(5)) == ({1: 1.0, 2: 2.0}, {1: 15, 2: 15})


@pytest.mark.parametrize("raw", ["&nbsp;", "&#0;", "&#xD800;", "&#1114112;", "&amp", "a&b;", "&;"])
def test_what_xml_does_not_know_is_left_to_the_parser(raw):
    with pytest.raises(OtherFormError):
        plain_text(raw)


def test_cells_without_an_address_stand_one_behind_the_other_empty_ones_too():
    cells = '<c/><c t="s"><v>0</v></c><c s="1"/><c><v>1</v></c><c r="G1"/><c><v>2</v></c><c/>'
    rows = f"<row>{cells}</row><row><c/><c><v>3</v></c></row>"
    grid = Grid("x")
    scan([f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()], grid, STRINGS)
    assert grid.row(1) == {2: "Cà phê", 4: 1.0, 8: 2.0}
    assert grid.row(2) == {2: 3.0}
