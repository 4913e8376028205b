"""Long lists: each row says its period, its market and its goods, one figure or a few behind it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.figures.directions import AS_IT_STANDS, NOTHING_LEARNED
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary

HEADS = ("Năm", "Tháng", "Thị trường", "Mặt hàng", "Trị giá (USD)")
ROWS = (
    (2026, 1, "Hoa Kỳ", "Hàng thủy sản", 100.5),
    (2026, 1, "Trung Quốc", "Gạo", 200.0),
    (2026, 2, "Hoa Kỳ", "Hàng thủy sản", 110.0),
    (2026, 2, "Trung Quốc", "Gạo", 210.0),
)
READ = [
    "E2 SEAFOOD US value month 2026-01 estimate 100.5 USD",
    "E3 RICE CN value month 2026-01 estimate 200 USD",
    "E4 SEAFOOD US value month 2026-02 estimate 110 USD",
    "E5 RICE CN value month 2026-02 estimate 210 USD",
]


@pytest.fixture
def listed(workbook):
    """Read a list of these rows; the sheet's name says which way the goods go."""

    def read(*rows, sheet="Xuất khẩu", directions=AS_IT_STANDS):
        path = workbook({sheet: lambda target: put_rows(target, rows)}, "danh_sach.xlsx")
        return read_return(path, NOTHING_LEARNED, directions)

    return read


def test_each_row_is_of_its_own_month_market_and_goods(listed):
    reading = listed(HEADS, *ROWS)
    assert [summary(row) for row in reading.rows] == READ
    assert {row.flow for row in reading.rows} == {"export"}
    assert (reading.layout, reading.sender, str(reading.month)) == (
        "customs_list", "CUSTOMS", "2026-02",
    )  # fmt: skip
    assert codes(reading) == ["flow_by_name"]


@pytest.mark.parametrize("counted", [(1, 2, 3, 4, 5), ("(1)", "(2)", "(3)", "(4)", "(5)")])
def test_a_row_may_number_the_columns(listed, counted):
    read = [summary(row).partition(" ")[2] for row in listed(HEADS, counted, *ROWS).rows]
    assert read == [line.partition(" ")[2] for line in READ]


@pytest.mark.parametrize(
    "periods",
    [
        ("01/2026", "02/2026"), ("2026-01", "2026-02"), ("T1/2026", "T2/2026"),
        ("Tháng 01/2026", "Tháng 02/2026"), (202601, 202602), ("Jan-26", "Feb-26"),
        (date(2026, 1, 31), date(2026, 2, 28)),
    ],
)  # fmt: skip
def test_a_period_may_be_written_in_any_way(listed, periods):
    rows = [(periods[month - 1], *rest) for _, month, *rest in ROWS]
    reading = listed(("Kỳ", *HEADS[2:]), *rows)
    assert [summary(row).replace("D", "E", 1) for row in reading.rows] == READ


def test_a_list_in_english_says_which_way_each_row_goes(listed):
    heads = ("Year", "Month", "Trade flow", "Partner", "Commodity", "Quantity (tons)",
             "Value (thousand USD)")  # fmt: skip
    reading = listed(
        heads,
        (2026, "January", "Exports", "Türkiye", "Rice", 10, 5),
        (2026, "January", "Imports", "Japan", "Cotton", 20, 30),
        sheet="Data",
    )
    assert [(row.flow, summary(row)) for row in reading.rows] == [
        ("export", "F2 RICE TR quantity month 2026-01 estimate 10 t"),
        ("export", "G2 RICE TR value month 2026-01 estimate 5000 USD"),
        ("import", "F3 COTTON JP quantity month 2026-01 estimate 20 t"),
        ("import", "G3 COTTON JP value month 2026-01 estimate 30000 USD"),
    ]


def test_exports_and_imports_may_stand_side_by_side(listed):
    heads = ("Năm", "Tháng", "Thị trường", "Xuất khẩu (triệu USD)", "Nhập khẩu (triệu USD)")
    reading = listed(heads, (2026, 1, "Hoa Kỳ", 5, 2), (2026, 1, "Nhật Bản", 3, 4), sheet="Sheet1")
    assert [(row.flow, row.market, row.value // 10**9) for row in reading.rows] == [
        ("export", "US", 5), ("import", "US", 2), ("export", "JP", 3), ("import", "JP", 4),
    ]  # fmt: skip


def test_a_year_to_date_beside_the_month_ends_with_it(listed):
    heads = ("Thời gian", "Mặt hàng", "ĐVT", "Lượng", "Trị giá (USD)", "Trị giá lũy kế (USD)")
    reading = listed(
        heads, ("03/2026", "Gạo", "Tấn", 10, 5, 15), ("03/2026", "Cà phê", "Tấn", 1, 2, 9)
    )
    assert [summary(row) for row in reading.rows][:3] == [
        "D2 RICE quantity month 2026-03 estimate 10 t",
        "E2 RICE value month 2026-03 estimate 5 USD",
        "F2 RICE value cumulative 2026-01..2026-03 estimate 15 USD",
    ]


def test_a_period_may_be_a_quarter_or_a_year(listed):
    reading = listed(
        ("Kỳ", "Mặt hàng", "Trị giá (triệu USD)"),
        ("Quý 1/2025", "Gạo", 3), ("6 tháng/2025", "Gạo", 9), ("Năm 2024", "Gạo", 19),
    )  # fmt: skip
    assert [(row.basis, row.value // 10**9) for row in reading.rows] == [
        ("quarter", 3), ("cumulative", 9), ("year", 19),
    ]  # fmt: skip


def test_what_a_pivot_table_leaves_empty_goes_on_from_above(listed):
    rows = [(2026, *ROWS[0][1:]), (None, None, *ROWS[1][2:]), (None, 2, *ROWS[2][2:]),
            (None, None, *ROWS[3][2:])]  # fmt: skip
    assert [summary(row) for row in listed(HEADS, *rows).rows] == READ


def test_totals_are_the_worlds_and_everything_s(listed):
    reading = listed(
        HEADS, (2026, 1, "Tổng số", "Tổng số", 900), (2026, 1, "Hoa Kỳ", "Tổng số", 300),
        (2026, 1, "Thế giới", "Gạo", 80),
    )  # fmt: skip
    assert [(row.item, row.market) for row in reading.rows] == [
        ("TOTAL", "WORLD"), ("TOTAL", "US"), ("RICE", "WORLD"),
    ]  # fmt: skip


def test_names_that_nobody_knows_are_asked_for_and_rows_without_a_month_told(listed):
    strange = (2026, 2, "Xứ Lạ", "Hàng lạ lùng", 5.0)
    reading = listed(HEADS, *ROWS, strange, (2026, "x", "Hoa Kỳ", "Gạo", 7.0))
    assert [summary(row) for row in reading.rows] == READ
    asked = {(q.cell, q.about) for q in reading.questions if q.ask is Ask.NAME}
    assert asked == {("D6", "Hàng lạ lùng"), ("C6", "Xứ Lạ")}
    told = [(f.cell, f.found) for f in reading.findings if f.code == "list_row_unread"]
    assert told == [("B7", "x")]


def test_a_list_that_says_no_way_is_read_as_soon_as_somebody_does(listed):
    reading = listed(HEADS, *ROWS, sheet="Sheet1")
    assert not reading.rows
    assert [q.ask for q in reading.questions] == [Ask.FLOW]
    plan = replace(reading.tables[0], flow="export")
    told = listed(HEADS, *ROWS, sheet="Sheet1", directions=AS_IT_STANDS.with_plan(plan))
    assert [summary(row) for row in told.rows] == READ
    assert {row.flow for row in told.rows} == {"export"}


def test_a_column_that_nobody_understands_makes_it_no_list(listed):
    heads = (*HEADS[:4], "Cửa khẩu", HEADS[4])
    reading = listed(heads, *((*row[:4], "Hải Phòng", row[4]) for row in ROWS))
    assert not reading.rows


def test_heads_that_stand_again_on_each_page_are_no_row(listed):
    reading = listed(HEADS, *ROWS[:2], HEADS, *ROWS[2:])
    places = {"E4": "E5", "E5": "E6"}
    expected = [f"{places.get(line[:2], line[:2])}{line[2:]}" for line in READ]
    assert [summary(row) for row in reading.rows] == expected
    assert codes(reading) == ["flow_by_name"]


def test_no_part_of_a_list_is_read_alone_where_its_first_rows_are_not_understood(listed):
    reading = listed(HEADS, ("?", "?", "Hoa Kỳ", "Gạo", 1.0), *ROWS[:2], HEADS, *ROWS[2:])
    assert reading.rows == ()
    assert codes(reading)


@pytest.mark.parametrize("sums", ["2026 Total", "Tổng năm 2026", "Cộng 2 tháng", "Grand Total"])
def test_a_row_that_sums_up_those_above_it_is_of_no_month(listed, sums):
    heads = ("Năm", "Tháng", "Mặt hàng", "Trị giá (USD)")
    rows = [(year, month, goods, value) for year, month, _, goods, value in ROWS]
    whole = listed(heads, *rows)
    summed = listed(heads, *rows, (sums, None, None, 620.5), (2027, 1, "Gạo", 90.0))
    assert [summary(row) for row in summed.rows[:-1]] == [summary(row) for row in whole.rows]
    assert summary(summed.rows[-1]) == "D7 RICE value month 2027-01 estimate 90 USD"
    assert codes(summed) == ["flow_by_name", "stray_numbers"]
