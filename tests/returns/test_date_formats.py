"""Number formats that show dates, told from those of amounts with letters in them."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop.returns import biff, read_return
from desktop.returns.container import sheets
from desktop.returns.date_formats import count_from_1900, date_styles, day, is_date_format, shown_in
from desktop.returns.grid import Grid
from tests.returns.made import put_rows

DATES = ["14", "22", "d-mmm", "mmm-yy", "dd/mm/yyyy;@", "[$-409]d-mmm;@", r"yyyy\-mm\-dd"]
AMOUNTS = [
    "", "0", "General", "Standard", "@", "#,##0.0", '0.0"%"', '#,##0 "triệu USD"', "[Red]-0.0",
    r"_-* #,##0.00\ _₫_-;\-* #,##0.00\ _₫_-", "_-* #,##0 _V_N_D_-", "[$USD] #,##0", "2", "37",
]  # fmt: skip


@pytest.mark.parametrize("code", DATES)
def test_dates(code):
    assert is_date_format(code)


@pytest.mark.parametrize("code", AMOUNTS)
def test_amounts(code):
    assert not is_date_format(code)


def test_styles_are_told_by_their_place():
    assert date_styles(("General", "d-mmm", "0", "14")) == {1, 3}


@pytest.mark.parametrize(
    ("number", "shown"),
    [(46054.0, "2026-02-01"), (46054.5, "2026-02-01"), (-1.0, ""), (float("inf"), ""), (1e9, "")],
)
def test_days(number, shown):
    assert day(number) == shown


def test_a_book_that_counts_from_1904_shows_the_same_days():
    book, content = Workbook(), BytesIO()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active["A1"] = datetime(2025, 5, 1)  # noqa: DTZ001 - a day of Excel has no zone
    book.active["B1"], book.active["C1"] = 7.5, "xuất khẩu"
    book.save(content)
    (grid,) = sheets(content.getvalue())
    row = grid.row(1)
    assert (day(row[1]), row[2], row[3]) == ("2025-05-01", 7.5, "xuất khẩu")


def test_days_alone_are_counted_otherwise():
    grid = Grid("S", rows={1: [1, 44318.0, 1, 2, 44318.0, 0, 3, "x", 1]}, formats=("0", "d-mmm"))
    count_from_1900(grid)
    assert grid.row(1) == {1: 45780.0, 2: 44318.0, 3: "x"}


@pytest.mark.parametrize(("body", "since"), [(b"\x01\x00", True), (b"\x00\x00", False)])
def test_an_old_book_says_from_when_it_counts(body, since):
    found = biff._Globals()
    biff._take(found, biff._DATE_MODE, body)
    assert found.since_1904 is since


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("#,##0", 1), ("#,##0,", 1_000), ("#,##0.0,,", 1_000_000), ("0.00,,,", 10**9),
        ("General", 1), ('#,##0.0,,"tr"', 1_000_000), ("_-* #,##0,_-;-* #,##0,_-", 1_000),
        ("#,##0.0_);(#,##0.0)", 1),
    ],
)  # fmt: skip
def test_what_one_shown_unit_counts(code, count):
    assert shown_in(code) == count


@pytest.mark.parametrize(
    ("unit", "code", "stored", "dollars"),
    [
        ("USD million", "#,##0.0,,", 12_345_678.0, 12_345_678),
        ("thousand USD", "#,##0,", 12_345_678.0, 12_345_678),
        ("USD", '#,##0.0,,"M"', 12_345_678.0, 12_345_678),
        ("USD million", "#,##0.0", 12.5, 12_500_000),
        ("USD million", "#,##0.0,,", 12.5, 12_500_000),
        ("thousand USD", "#,##0.0,,", 12_345.0, 12_345_000),
    ],
)
def test_amounts_are_counted_as_their_cells_show_them(workbook, unit, code, stored, dollars):
    def filled(sheet):
        put_rows(sheet, [(f"Exports, March 2025 ({unit})",), ("Commodity", "Mar 2025", "Mar 2024")])
        for row, name in enumerate(("Rice", "Coffee", "Tea"), 3):
            put_rows(sheet, [(name, stored, stored)], first=row)
            for column in (2, 3):
                sheet.cell(row, column).number_format = code

    reading = read_return(workbook({"Exports": filled}))
    assert {row.value for row in reading.rows} == {dollars * 1_000}
