"""A table and a workbook agree about their month, or the weight of their words decides."""

import pytest

from desktop.figures.finding import Severity
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.reading import Ask
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


_OF_MONTHS = {"wrong_month", "months_differ", "month_outvoted", "title_of_other_month"}


def told(reading):
    return [
        (f.severity, f.code, f.place, f.found, f.expected)
        for f in reading.findings
        if f.code in _OF_MONTHS
    ]


@pytest.mark.parametrize(
    ("heads", "place", "found"),
    [
        ((MAY, ("Ước tính", "tháng 7", YEAR), TO_DATE, GROWTH), "14.XK!F5", "2025-07"),
        ((MAY, ("Ước tính", "tháng 5", YEAR), TO_DATE, GROWTH), "14.XK!F5", "2025-05"),
        ((MAY, ("Ước tính", "tháng 6", "năm 2026"), TO_DATE, GROWTH), "14.XK!F5", "2026-06"),
        ((MAY, ("Ước tính", "tháng 6", "năm 2024"), TO_DATE, GROWTH), "14.XK!F5", "2024-06"),
        ((MAY, JUNE, ("Cộng dồn", "7 tháng", YEAR), GROWTH), "14.XK!I5", "2025-07"),
        ((MAY, JUNE, ("Cộng dồn", "5 tháng", YEAR), GROWTH), "14.XK!I5", "2025-05"),
        ((MAY, JUNE, TO_DATE, ("Tháng 7 năm 2025", *GROWTH[1:])), "14.XK!L4", "2025-07"),
        ((MAY, JUNE, TO_DATE, ("6 tháng năm 2024", *GROWTH[1:])), "14.XK!L4", "2024-06"),
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_a_heading_that_the_others_deny_is_read_as_they_have_it(
    monthly, heads, place, found, merged
):
    reading = monthly(heads=heads, rows=amounts(39.0, 39.5, 219.5, 114.4), merged=merged)
    assert told(reading) == [(Severity.WARNING, "month_outvoted", place, found, "2025-06")]
    ends = {row.cell: str(Month.from_ordinal(row.period_end)) for row in reading.rows}
    assert ends == {"D9": "2025-05", "G9": "2025-06", "J9": "2025-06", "M9": "2025-06"}
    assert [q for q in reading.questions if q.needed] == []


@pytest.mark.parametrize(
    "heads",
    [
        (MAY, JUNE, ("Cộng dồn", "7 tháng", YEAR)),
        (("Ước tính", "tháng 5", YEAR), TO_DATE),
        (("Thực hiện", "tháng 5", YEAR), TO_DATE, ("6 tháng năm 2025", *GROWTH[1:])),
    ],
)
def test_words_that_weigh_the_same_are_asked_about(monthly, heads):
    reading = monthly(heads=heads, rows=amounts(*[100.0] * len(heads)))
    assert [code for _, code, *_ in told(reading)] == ["wrong_month"]
    assert reading.refused
    assert [q.ask for q in reading.questions if q.needed] == [Ask.MONTH]


@pytest.mark.parametrize("number", [3, 5, 7])
def test_a_title_of_another_month_than_its_headings_is_asked_about(monthly, number):
    title = f"14. Hàng hóa xuất khẩu tháng {number} năm 2025"
    reading = monthly(heads=(JUNE, TO_DATE), title=title, rows=amounts(39.5, 219.5))
    found = f"2025-{number:02}"
    assert told(reading) == [(Severity.ERROR, "title_of_other_month", "14.XK!A1", found, "2025-06")]
    assert [(q.ask, q.choices, q.needed) for q in reading.questions] == [
        (Ask.MONTH, ("2025-06", found), True)
    ]
    assert str(reading.month) == "2025-06"  # what is shown until it is answered
    assert len(reading.rows) == 2


def test_the_growth_of_an_earlier_month_beside_that_of_the_newest(monthly):
    heads = (MAY, JUNE, ("Tháng 5 năm 2025", *GROWTH[1:]), GROWTH)
    reading = monthly(heads=heads, rows=amounts(39.0, 39.5, 117.0, 116.3))
    assert told(reading) == []
    assert [str(Month.from_ordinal(row.period_end)) for row in reading.rows] == [
        "2025-05", "2025-06", "2025-05", "2025-06",
    ]  # fmt: skip


def test_last_year_under_any_name_says_nothing_of_january(monthly):
    january = ("Ước tính", "tháng 1", YEAR)
    for year in (("Thực hiện", "12 tháng", "năm 2024"), ("Sơ bộ", "năm", 2024)):
        reading = monthly(heads=(year, january), rows=amounts(405.0, 33.0))
        assert told(reading) == []
        assert str(reading.month) == "2025-01"


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


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_equal_in_one_table_is_decided_by_the_other(workbook, turned):
    odd, sure = (("Ước tính", "tháng 7", YEAR), TO_DATE), (JUNE, TO_DATE)
    reading = both(workbook, *((odd, sure) if turned else (sure, odd)))
    ((severity, code, _, found, expected),) = told(reading)
    assert (severity, code) == (Severity.WARNING, "month_outvoted")
    assert (found, expected) == ("2025-07", "2025-06")
    assert {row.flow for row in reading.rows} == {"export", "import"}
    assert str(reading.month) == "2025-06"


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
        (Severity.WARNING, "month_outvoted", "23.XK tháng!F5", "2025-07", "2025-06")
    ]
    assert not reading.refused
    real = read_return(sample("gso", "02-Bieu-T6.2025.xlsx"))
    assert [row[:12] for row in reading.rows] == [row[:12] for row in real.rows]
