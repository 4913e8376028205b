"""Sheets that speak of nothing of ours are passed over, and no table is ever lost by that."""

import unicodedata

import pytest

from desktop.figures.places import sample
from desktop.returns.container import sheets
from desktop.returns.industry import industry_tables
from desktop.returns.plans.propose import speaks_of_trade
from desktop.returns.province_form import forms
from desktop.returns.reader import read_content
from desktop.returns.sheet import Sheet
from desktop.returns.table import tables
from desktop.returns.telling import telling, tells
from desktop.returns.xlsx_quiet import is_quiet
from tests.returns.made import TCVN3, VNI


def in_code(text, code):
    return "".join(code.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    "text",
    [
        "Hàng hóa xuất khẩu", "NHẬP KHẨU", "xuất\n  khẩu", "14. Exports of goods",
        "Cán cân thương mại", "Chỉ số sản xuất công nghiệp", "Chỉ số tiêu thụ", "Chỉ số tồn kho",
        "Xuất siêu", "Ngoại thương", "XK", "Hàng hóa, KH 2025", "出口", "수출",
        "Industrial production", "INDEX\nINDUSTRIAL", "Sản xuất ngành công nghiệp",
        "Giá trị sản xuất công nghiệp", "Chỉ số SX công nghiệp", "Chỉ số sản xuất CN",
        "U.S. trade in goods", "Mặt hàng - mục tiêu",
    ],
)  # fmt: skip
def test_what_announces_a_table_is_telling_in_every_code(text):
    for written in (text, text.upper(), text.lower(), unicodedata.normalize("NFD", text)):
        assert tells(written)
        assert tells(in_code(written, TCVN3))
        assert tells(in_code(written, VNI))


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích gieo trồng", "Chỉ số giá tiêu dùng", "kh¸c", "Lúa",
        "Sử dụng cho sản xuất công nghiệp chế biến", "Chỉ số giá sản xuất công nghiệp",
        "Some key industrial products", "Wholesale and retail trade; repair of motor vehicles",
    ],
)  # fmt: skip
def test_other_matters_are_not(text):
    assert not tells(text)


def test_texts_are_known_by_their_places():
    texts = ["Lúa", "Xuất khẩu", "Kế hoạch", "import", "Mặt hàng"]
    assert list(telling(texts)) == [{1, 3}, {2}, {4}]
    assert list(telling(texts * 2000)) == [
        {at + place for at in range(0, len(texts) * 2000, len(texts)) for place in places}
        for places in telling(texts)
    ]
    assert not any(telling([]))


def test_a_plan_announces_a_table_only_where_goods_are_spoken_of():
    assert not tells("Kế hoạch năm 2025")
    assert tells("Kế hoạch năm 2025; Tên hàng")
    assert tells(in_code("Mặt hàng; kế hoạch", TCVN3))
    assert tells(in_code("Mặt hàng; kế hoạch", VNI))


def lost(content):
    """Sheets that would be passed over though a finder of tables goes by them."""
    quiet = {grid.name for grid in sheets(content, thorough=False) if grid.quiet}
    for grid in sheets(content):
        sheet = Sheet(grid)
        found = [*tables(sheet), *forms(sheet), *industry_tables(sheet)]
        if grid.name in quiet and (found or speaks_of_trade(sheet)):
            yield grid.name


def test_no_table_of_a_sample_is_passed_over():
    assert not list(lost(sample("gso", "02-Bieu-T6.2025.xlsx").read_bytes()))


@pytest.mark.slow
def test_no_table_of_a_real_book_is_passed_over(shared):
    books = sorted((shared / "returns").rglob("*.xls*"))
    assert {book.name: found for book in books if (found := list(lost(book.read_bytes())))} == {}


def test_a_quiet_sheet_is_told_as_one_without_a_title(workbook):
    def lessons(sheet):
        sheet["A1"], sheet["A2"], sheet["B2"] = "Điểm thi", "An", 9

    path = workbook({"Lớp 9": lessons})
    (seen,) = read_content("x", path.read_bytes()).sheets
    assert (seen.name, seen.used, seen.why) == ("Lớp 9", False, "no_trade_title")
    assert [grid.quiet for grid in sheets(path.read_bytes(), thorough=False)] == [True]


@pytest.mark.parametrize("title", ["Hàng hóa xuất khẩu", "수출"])
def test_a_title_whose_letters_are_written_by_their_numbers_is_telling(title):
    by_numbers = title.encode("ascii", "xmlcharrefreplace")
    start = b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'
    sheet = start + by_numbers + b"</t></is></c></row></sheetData></worksheet>"
    assert not is_quiet(sheet, [])
    assert is_quiet(sheet.replace(by_numbers, b"L&#250;a"), [])


@pytest.mark.parametrize("above", range(0, 41, 8))
def test_what_a_sheet_says_above_and_beneath_counts_together_wherever_its_top_ends(above):
    """Cells of a plan and of goods announce a table; the blanks between are as a sheet has them."""
    blank = b'<c r="A2" s="4"/>'
    top = (1 << 14) // len(blank) - 20 + above
    row = b'<worksheet><sheetData><row r="1">%b</row></sheetData></worksheet>'
    cell = b'<c r="B1" t="s"><v>%d</v></c>'
    plan, goods, other = (cell % place for place in (7, 8, 9))
    telling = [frozenset[bytes](), frozenset({b"7"}), frozenset({b"8"})]
    assert not is_quiet(row % (plan + blank * top + goods + blank * 20), telling)
    assert not is_quiet(row % (blank * top + plan + goods + blank * 20), telling)
    assert is_quiet(row % (plan + blank * top + other + blank * 20), telling)
    assert is_quiet(row % (other + blank * top + goods + blank * 20), telling)
