"""Markets and goods in two columns beside each other, the outer printed once for many rows."""

from __future__ import annotations

import pytest

from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

TITLE = "Xuất khẩu hàng hóa theo thị trường và mặt hàng tháng 6 năm 2025"
TOP = ((TITLE,), ("Triệu USD",))
BY_MARKET, BY_GOODS = ("Thị trường", "Mặt hàng", "Tháng 6"), ("Mặt hàng", "Thị trường", "Tháng 6")
MARKETS = (("Hoa Kỳ", "Gạo", 10.5), (None, "Cà phê", 20.5), ("Đức", "Gạo", 30.5),
           (None, "Cà phê", 40.5))  # fmt: skip
GOODS = (("Gạo", "Hoa Kỳ", 10.5), (None, "Đức", 30.5), ("Cà phê", "Hoa Kỳ", 20.5),
         (None, "Đức", 40.5))  # fmt: skip
FOUND = {("US", "RICE", 10), ("US", "COFFEE", 20), ("DE", "RICE", 30), ("DE", "COFFEE", 40)}


def repeated(rows):
    """The outer name on each row."""
    return tuple((rows[at - at % 2][0], *row[1:]) for at, row in enumerate(rows))


def read(workbook, head, rows, *, merged=(), top=TOP):
    def fill(sheet):
        filled((*top, head, *rows))(sheet)
        for area in merged:
            sheet.merge_cells(area)

    return read_return(workbook({"XK": fill}))


def found(reading):
    return {(r.market, r.item, r.value // 10**9) for r in reading.rows}


@pytest.mark.parametrize("top", [TOP, (("Xuất khẩu hàng hóa tháng 6 năm 2025",), ("Triệu USD",))])
@pytest.mark.parametrize("merged", [("A4:A5", "A6:A7"), ()])
@pytest.mark.parametrize(
    ("head", "rows"),
    [(BY_MARKET, MARKETS), (BY_MARKET, repeated(MARKETS)), (BY_GOODS, GOODS),
     (BY_GOODS, repeated(GOODS))],
)  # fmt: skip
def test_each_row_is_of_its_market_and_its_goods(workbook, head, rows, merged, top):
    reading = read(workbook, head, rows, merged=merged, top=top)
    assert found(reading) == FOUND
    assert codes(reading) == []


@pytest.mark.parametrize("total", [("Tổng cộng", None, 102), (None, "Tổng cộng", 102)])
@pytest.mark.parametrize(("head", "rows"), [(BY_MARKET, MARKETS), (BY_GOODS, GOODS)])
def test_the_total_is_the_worlds_wherever_it_stands(workbook, head, rows, total):
    beneath = read(workbook, head, (*rows, total))
    assert found(beneath) == {*FOUND, ("WORLD", "TOTAL", 102)}
    assert codes(beneath) == []


@pytest.mark.parametrize("name", [None, "Tổng", "Cộng"])
def test_a_market_and_a_kind_of_goods_may_have_totals_of_their_own(workbook, name):
    markets = (("Hoa Kỳ", name, 31), *((None, *row[1:]) for row in MARKETS[:2]))
    assert found(read(workbook, BY_MARKET, markets)) == {
        ("US", "TOTAL", 31), ("US", "RICE", 10), ("US", "COFFEE", 20)
    }  # fmt: skip
    goods = (("Gạo", name, 41), *((None, *row[1:]) for row in GOODS[:2]))
    assert found(read(workbook, BY_GOODS, goods)) == {
        ("WORLD", "RICE", 41), ("US", "RICE", 10), ("DE", "RICE", 30)
    }  # fmt: skip


def test_beneath_an_unknown_market_nothing_is_read_and_it_is_asked_for_once(workbook):
    rows = (*MARKETS[:2], ("Nước Lạ", "Gạo", 5.5), (None, "Cà phê", 6.5))
    reading = read(workbook, BY_MARKET, rows)
    assert found(reading) == {("US", "RICE", 10), ("US", "COFFEE", 20)}
    (asked,) = (q for q in reading.questions if q.ask is Ask.NAME)
    assert asked.cell == "A6"


def test_an_unknown_kind_of_goods_is_asked_for_at_its_own_cell(workbook):
    rows = (("Hoa Kỳ", "Hàng Lạ", 5.5), (None, "Cà phê", 20.5), (None, "Gạo", 10.5))
    reading = read(workbook, BY_MARKET, rows)
    assert found(reading) == {("US", "RICE", 10), ("US", "COFFEE", 20)}
    (asked,) = (q for q in reading.questions if q.ask is Ask.NAME)
    assert (asked.cell, asked.about) == ("B4", "Hàng Lạ")
