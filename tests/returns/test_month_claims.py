"""A table, and a workbook, must agree with itself about its month; else nothing of it is taken."""

import pytest

from desktop.figures.finding import Severity
from desktop.figures.places import sample
from desktop.returns import read_return
from tests.returns.made import codes, monthly_sheet

YEAR = "năm 2025"
MAY, JUNE = ("Thực hiện", "tháng 5", YEAR), ("Ước tính", "tháng 6", YEAR)
TO_DATE = ("Cộng dồn", "6 tháng", YEAR)
GROWTH = ("Tháng 6 năm 2025", "so với cùng kỳ", "năm trước (%)")


def amounts(*values):
    cells = ["TỔNG TRỊ GIÁ"]
    for value in values:
        cells += [None, None, value]
    return (tuple(cells),)


def told(reading):
    return [
        (f.severity, f.code, f.place, f.found, f.expected)
        for f in reading.findings
        if f.code in {"wrong_month", "months_differ"}
    ]


@pytest.mark.parametrize(
    ("heads", "place", "found"),
    [
        ((MAY, ("Ước tính", "tháng 7", YEAR), TO_DATE, GROWTH), "14.XK!F5", "2025-07"),
        ((MAY, ("Ước tính", "tháng 5", YEAR), TO_DATE, GROWTH), "14.XK!C5", "2025-05"),
        ((MAY, ("Ước tính", "tháng 6", "năm 2026"), TO_DATE, GROWTH), "14.XK!F5", "2026-06"),
        ((MAY, ("Ước tính", "tháng 6", "năm 2024"), TO_DATE, GROWTH), "14.XK!C5", "2025-05"),
        ((MAY, JUNE, ("Cộng dồn", "7 tháng", YEAR), GROWTH), "14.XK!I5", "2025-07"),
        ((MAY, JUNE, TO_DATE, ("Tháng 7 năm 2025", *GROWTH[1:])), "14.XK!L4", "2025-07"),
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_the_heading_that_denies_the_others_is_named(monthly, heads, place, found, merged):
    reading = monthly(heads=heads, rows=amounts(39.0, 39.5, 219.5, 114.4), merged=merged)
    assert told(reading) == [(Severity.ERROR, "wrong_month", place, found, "2025-06")]
    assert reading.refused


@pytest.mark.parametrize(
    "heads",
    [
        (MAY, JUNE, TO_DATE, GROWTH),
        (("Sơ bộ", "năm", 2024), ("Sơ bộ", "tháng 01", YEAR)),
        (("Sơ bộ", "2 tháng", YEAR), ("Ước tính", "tháng 3", YEAR), ("Ước tính", "quý I", YEAR)),
        (("Sơ bộ", "11 tháng", YEAR), ("Ước tính", "tháng 12", YEAR), ("Ước tính", "năm", 2025)),
        (("Sơ bộ", "5 tháng", YEAR), JUNE, TO_DATE, ("Ước tính", "", YEAR)),
    ],
)
def test_a_year_to_date_under_any_name_agrees(monthly, heads):
    reading = monthly(heads=heads, rows=amounts(*[100.0] * len(heads)))
    assert told(reading) == []
    assert reading.rows


def both(workbook, exports, imports):
    def fill(heads, title):
        return lambda sheet: monthly_sheet(sheet, heads, title=title)

    return read_return(
        workbook(
            {
                "XK": fill(exports, "14. Hàng hóa xuất khẩu"),
                "NK": fill(imports, "15. Hàng hóa nhập khẩu"),
            }
        )
    )


def test_two_sheets_of_two_months_refuse_the_workbook(workbook):
    reading = both(workbook, (JUNE,), (MAY,))
    assert told(reading) == [(Severity.ERROR, "months_differ", "NK!C5", "2025-05", "2025-06")]
    assert codes(reading)[0] == "months_differ"
    assert reading.refused


def test_a_history_beside_a_month_is_no_contradiction(workbook):
    history = tuple(("", f"tháng {n}", "năm 2024") for n in range(1, 13))
    reading = both(workbook, (JUNE,), history)
    assert told(reading) == []
    assert {row.flow for row in reading.rows} == {"export", "import"}


def test_a_real_book_with_one_heading_of_another_month(tmp_path):
    from openpyxl import load_workbook  # noqa: PLC0415 - the other tests make their books

    book = load_workbook(sample("gso", "02-Bieu-T6.2025.xlsx"))
    book["23.XK tháng"]["F5"] = "tháng 7"
    book.save(tmp_path / "return.xlsx")
    reading = read_return(tmp_path / "return.xlsx")
    assert told(reading) == [
        (Severity.ERROR, "wrong_month", "23.XK tháng!F5", "2025-07", "2025-06")
    ]
    assert len(reading.findings) == 1
    assert reading.refused
