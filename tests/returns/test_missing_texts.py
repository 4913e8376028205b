"""Titles, headings, units and names that are errors or formulas nobody computed are told."""

import pytest

from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import language
from desktop.returns import read_return
from tests.returns.made import SMALL, customs_sheet, monthly_sheet, put_rows

UNCOMPUTED = ('="Hàng hóa"', "text_uncomputed")
ERROR = ("#REF!", "text_in_error")


@pytest.mark.parametrize(("content", "code"), [UNCOMPUTED, ERROR])
@pytest.mark.parametrize(
    ("cell", "lost"),
    [("D3", "D9"), ("C5", "D9"), ("D7", "D9"), ("C7", "C17"), ("B17", "D17"), ("B16", "C16")],
)
def test_its_cell_is_named(monthly, cell, lost, content, code):
    reading = monthly(lambda sheet: sheet.__setitem__(cell, content))
    told = [f for f in reading.findings if f.place == f"14.XK!{cell}"]
    assert [(f.code, f.severity) for f in told] == [(code, Severity.WARNING)]
    for tongue in ("vi", "en"):
        said = sentence(told[0], language(tongue)) + remedy(told[0], language(tongue))
        assert f"14.XK!{cell}" in said
    assert lost not in {row.cell for row in reading.rows}
    assert "nameless_row" not in {f.code for f in reading.findings}


def test_a_title_is_missed_where_one_way_of_trade_is(workbook):
    def exports(sheet):
        monthly_sheet(sheet)

    def imports(sheet):
        monthly_sheet(sheet, title="=A2")

    def neither(sheet):
        sheet["A1"], sheet["B1"], sheet["B2"] = "Giá", "#REF!", 5.0

    reading = read_return(workbook({"XK": exports, "NK": imports, "Khác": neither}))
    assert {row.sheet for row in reading.rows} == {"XK"}
    told = [(f.code, f.place) for f in reading.findings if f.code not in {"few_items"}]
    assert sorted(told) == [
        ("no_imports", ""), ("text_in_error", "Khác!B1"), ("text_uncomputed", "NK!A1"),
    ]  # fmt: skip


def test_a_title_is_missed_beside_tables_that_are_read(workbook):
    def lines(sheet, title, *names):
        put_rows(sheet, ((title,), (), (None, "Tháng 6"), *((name, 104.5) for name in names)))

    def goods(sheet):
        lines(sheet, "#REF!", "Gạo", "Cà phê", "Thủy sản", "Hạt điều")

    def others(sheet):
        lines(sheet, "#REF!", "Vé xem phim", "Cắt tóc", "Khách sạn", "Taxi")

    def both(sheet):
        monthly_sheet(sheet, title="15. Hàng hóa nhập khẩu")

    sheets = {"XK": monthly_sheet, "NK": both, "Kho": goods, "Giá": others}
    told = [(f.code, f.place) for f in read_return(workbook(sheets)).findings]
    assert ("text_in_error", "Kho!A1") in told
    assert not [place for _, place in told if place.startswith("Giá")]


@pytest.mark.parametrize("heading", [None, "#REF!"])
def test_markets_and_goods_are_told_apart_by_the_title_where_no_heading_stands(workbook, heading):
    rows = ((1, "NHẬT BẢN", "USD", None, 50.5, None, 50.5), (None, "Gạo", "Tấn", 5, 20.5, 5, 20.5))

    def fill(sheet):
        customs_sheet(sheet, rows)
        sheet["B6"] = heading

    reading = read_return(workbook({"5X": fill}))
    assert {(row.item, row.market) for row in reading.rows} == {("TOTAL", "JP"), ("RICE", "JP")}


def test_where_nothing_is_missing_nothing_is_told(workbook):
    def exports(sheet):
        monthly_sheet(sheet)
        sheet["Z1"], sheet["A40"] = "#REF!", "=1"

    def imports(sheet):
        monthly_sheet(sheet, title="15. Hàng hóa nhập khẩu")

    def other(sheet):
        sheet["A1"], sheet["B2"] = "#REF!", 5.0

    reading = read_return(workbook({"XK": exports, "NK": imports, "Khác": other}))
    assert {f.code for f in reading.findings} <= SMALL
