"""An .xls read record by record gives what xlrd gives; what it does not know is left to xlrd."""

import gc
import struct

import pytest

from desktop.returns.biff import BiffWorkbook
from desktop.returns.biff_sheet import _compact
from desktop.returns.biff_strings import OtherBiffError, shared_strings
from desktop.returns.container import sheets
from desktop.returns.grid import Grid
from desktop.returns.xls import XlsWorkbook
from tests.returns.made_binary import biff8, compound, xls

CELLS = [(1, 1, "Xuất khẩu"), (2, 1, "a"), (2, 3, 1.5), (9, 2, -7.0)]


def told(grid):
    rows = {number: cells for number, cells in grid.rows.items() if cells}
    hidden = [grid.column_is_hidden(column) for column in range(1, 80)]
    return grid.name, grid.hidden, rows, grid.merged, grid.hidden_rows, hidden, list(grid.formats)


def same(content):
    return list(map(told, BiffWorkbook(content).sheets())) == list(
        map(told, XlsWorkbook(content).sheets())
    )


def test_cells_stand_where_xlrd_finds_them():
    assert same(xls(CELLS))
    (grid,) = BiffWorkbook(xls(CELLS)).sheets()
    assert grid.rows == {
        1: [1, "Xuất khẩu", 15], 2: [1, "a", 15, 3, 1.5, 15], 9: [2, -7.0, 15],
    }  # fmt: skip


def test_nothing_stays_of_a_book_that_was_read_though_nobody_looks_for_circles():
    def grids():
        return sum(isinstance(thing, Grid) for thing in gc.get_objects())

    gc.collect()
    before = grids()
    gc.disable()
    try:
        assert len(list(BiffWorkbook(xls(CELLS)).sheets())) == 1
        assert grids() == before
    finally:
        gc.enable()


@pytest.mark.slow
def test_real_books_are_the_same_in_both(shared):
    books = [book.read_bytes() for book in (shared / "returns").rglob("*.xls")]
    assert all(same(book) for book in books if book.startswith(b"\xd0\xcf"))


def test_a_real_book_is_the_same_in_both(shared):
    books = sorted((shared / "returns").rglob("*.xls"), key=lambda book: book.stat().st_size)
    assert same(next(b for b in map(type(books[0]).read_bytes, books) if b[:2] == b"\xd0\xcf"))


@pytest.mark.parametrize(
    ("number", "value"),
    [(0x3FF00000, 1.0), (0x3FF00001, 0.01), (5 << 2 | 2, 5.0), (5 << 2 | 3, 0.05),
     (0xFFFFFFFE, -1.0), (0xFFFFFFFF, -0.01)],
)  # fmt: skip
def test_numbers_in_four_bytes(number, value):
    assert _compact(number) == value


def test_a_text_may_be_cut_between_records_and_change_its_width():
    head = struct.pack("<II", 3, 3)
    one = head + struct.pack("<HB", 3, 0) + b"abc" + struct.pack("<HB", 4, 0) + b"de"
    two = b"\x01" + "đê".encode("utf-16-le") + struct.pack("<HBH", 1, 0x08, 1) + b"x"
    assert shared_strings([one, two, b"\0\0\0\0"]) == ["abc", "deđê", "x"]


@pytest.mark.parametrize("cut", [600, 1100, 1500, 1900])
def test_what_it_does_not_know_is_left_to_xlrd(cut):
    content = xls(CELLS)
    with pytest.raises(OtherBiffError):
        list(BiffWorkbook(content[:cut]).sheets())
    assert next(iter(sheets(xls([*CELLS, (2, 2, "out of order")])))).rows[2][3] == 2


def test_it_is_no_reader_of_other_compound_files():
    for content in (compound({"Book": b"x"}), compound({"Workbook": b"x"}), b""):
        with pytest.raises(OtherBiffError):
            BiffWorkbook(content)


def quiet(*cells):
    content = compound({"Workbook": biff8([(1, 1, "Điểm thi"), *cells], "Lớp 9")})
    (grid,) = BiffWorkbook(content).sheets(thorough=False)
    return grid.quiet


def test_numbers_that_by_chance_look_like_a_text_of_asia_announce_nothing():
    looks_like_a_record = struct.unpack("<d", b"\xd6\x00\x40\x00\x00\x00\x01\x00")[0]
    looks_korean = struct.unpack("<d", b"\xc0" * 8)[0]
    assert quiet((1, 2, looks_like_a_record), (2, 1, looks_korean))
    assert not quiet((1, 2, looks_like_a_record), (2, 1, looks_korean), (3, 1, "수출"))


@pytest.mark.parametrize("title", ["Xuất khẩu", "수출"])
def test_a_title_that_stands_in_the_sheet_itself_is_seen(title):
    assert not quiet((2, 1, title))
    assert quiet((2, 1, "Lúa"))
