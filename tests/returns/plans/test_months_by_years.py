"""Months beside years: one series over several years, each period in a row and a column."""

from dataclasses import replace

import pytest

from desktop.figures.directions import NOTHING_LEARNED, ColumnRole, Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes, summary
from tests.returns.plans.foreign import filled

YEARS = (2021, 2022, 2023)
MONTHS = tuple(f"Tháng {month}" for month in range(1, 13))
ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")


def amount(year, at):
    return 20_000.5 + 1000 * (year - YEARS[0]) + 100 * at


def by_rows(title, names, head="Tháng", *, whole="Cả năm", years=YEARS):
    rows = [(name, *(amount(y, at) for y in YEARS)) for at, name in enumerate(names)]
    sums = (whole, *(sum(amount(y, at) for at in range(len(names))) for y in YEARS))
    return ((title,), (None, None, "Triệu USD"), (head, *years), *rows, sums)


def by_columns(title, names, head="Năm", *, whole="Cả năm", year="Năm {}"):
    rows = [
        (year.format(y), *(amounts := [amount(y, at) for at in range(len(names))]), sum(amounts))
        for y in YEARS
    ]
    return ((title,), (None, None, "Triệu USD"), (head, *names, whole), *rows)


def read_by(path, *plans):
    return read_return(path, NOTHING_LEARNED, Directions(plans=plans))


def expected(places, subject="TOTAL", *, quarters=False):
    lines = set()
    for (year, at), cell in places.items():
        value = f"{amount(year, at) * 1e6:g}"
        months = f"{year}-{at + 1:02}"
        basis = "month"
        if quarters:
            basis, months = "quarter", f"{year}-{3 * at + 1:02}..{year}-{3 * at + 3:02}"
        lines.add(f"{cell} {subject} value {basis} {months} preliminary {value} USD")
    return lines


def in_rows(names):
    return {(y, at): f"{'BCD'[n]}{4 + at}" for n, y in enumerate(YEARS) for at in range(len(names))}


def in_columns(names):
    letters = "BCDEFGHIJKLM"
    return {
        (y, at): f"{letters[at]}{4 + n}" for n, y in enumerate(YEARS) for at in range(len(names))
    }


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            by_rows("Kim ngạch xuất khẩu hàng hóa theo tháng", MONTHS),
            expected(in_rows(MONTHS)),
        ),
        (
            by_rows("Xuất khẩu gạo theo tháng", MONTHS, years=[f"Năm {y}" for y in YEARS]),
            expected(in_rows(MONTHS), "RICE"),
        ),
        (
            by_rows("Exports of Viet Nam by month", ENGLISH, "Month", whole="Total"),
            expected(in_rows(ENGLISH)),
        ),
        (
            by_rows("Kim ngạch xuất khẩu theo quý", QUARTERS, "Quý"),
            expected(in_rows(QUARTERS), quarters=True),
        ),
        (
            by_columns("Kim ngạch xuất khẩu hàng hóa theo tháng", MONTHS),
            expected(in_columns(MONTHS)),
        ),
        (
            by_columns("Exports of Viet Nam by month", ENGLISH, "Year", whole="Total", year="{}"),
            expected(in_columns(ENGLISH)),
        ),
        (
            by_columns("Xuất khẩu sang Hoa Kỳ", range(1, 13), "Năm/Tháng", whole=None),
            expected(in_columns(MONTHS), "TOTAL US"),
        ),
        (
            by_columns("Kim ngạch xuất khẩu theo quý", QUARTERS, "Năm"),
            expected(in_columns(QUARTERS), quarters=True),
        ),
    ],
    ids=[
        "months",
        "rice",
        "English",
        "quarters",
        "across",
        "English_across",
        "numbers",
        "q_across",
    ],
)
def test_each_figure_is_of_the_month_in_its_row_or_column_and_the_year_in_the_other(
    workbook, rows, lines
):
    path = workbook({"S": filled(rows)})
    reading = read_return(path)
    assert {q.ask for q in reading.questions if q.needed} == {Ask.LAYOUT}
    assert codes(reading) == ["unknown_layout"]
    again = read_by(path, *reading.tables)
    assert {summary(row) for row in again.rows} == lines
    assert not [q for q in again.questions if q.needed]
    bare = [replace(plan, columns=(), last_row=0) for plan in reading.tables]
    assert {summary(row) for row in read_by(path, *bare).rows} == lines


def test_the_sum_beside_months_is_of_a_year_that_may_not_be_over(workbook):
    path = workbook({"S": filled(by_columns("Kim ngạch xuất khẩu theo tháng", MONTHS))})
    (plan,) = read_return(path).tables
    assert [(c.letter, c.why) for c in plan.columns if c.role is ColumnRole.LEFT_OUT] == [
        ("N", "year_sum")
    ]


def test_a_month_over_rows_of_years_is_no_whole_year_where_its_months_are_taken_away(workbook):
    path = workbook({"S": filled(by_columns("Kim ngạch xuất khẩu theo tháng", MONTHS))})
    (plan,) = read_return(path).tables
    words = [replace(c, heading="Tháng 1") if c.letter == "B" else c for c in plan.columns]
    unsaid = tuple(replace(c, start="", end="", basis="") for c in words)
    reading = read_by(path, replace(plan, columns=unsaid))
    assert {row.basis for row in reading.rows} == {"month"}


def test_both_ways_of_trade_one_beneath_the_other_are_told_apart_under_one_unit(workbook):
    exports = by_rows("XUẤT KHẨU, NHẬP KHẨU THEO THÁNG", MONTHS, whole=None)
    rows = (*exports[:2], ("XUẤT KHẨU",), *exports[2:-1], (), ("NHẬP KHẨU",), *exports[2:-1])
    path = workbook({"S": filled(rows)})
    plans = read_return(path).tables
    assert [(plan.flow, plan.unit) for plan in plans] == [
        ("export", "1000000 USD"), ("import", "1000000 USD"),
    ]  # fmt: skip
    reading = read_by(path, *plans)
    assert [(r.flow, r.cell) for r in reading.rows[::36]] == [("export", "B5"), ("import", "B20")]
    assert (len(reading.rows), codes(reading)) == (72, [])


def test_short_months_and_years_that_are_estimated_are_understood(workbook):
    names = [f"T{month}" for month in range(1, 13)]
    rows = by_columns("Kim ngạch xuất khẩu theo tháng", names, year="{}")
    rows = (*rows[:-1], ("2023 (ước)", *rows[-1][1:]))
    path = workbook({"S": filled(rows)})
    reading = read_by(path, *read_return(path).tables)
    assert {(r.cell, r.status) for r in reading.rows if r.cell[0] == "M"} == {
        ("M4", "preliminary"), ("M5", "preliminary"), ("M6", "estimate"),
    }  # fmt: skip
    assert len(reading.rows) == 36


def test_years_to_date_among_the_months_are_such(workbook):
    rows = by_rows("Kim ngạch xuất khẩu theo tháng", (*MONTHS[:3], "3 tháng", *MONTHS[3:5]))
    path = workbook({"S": filled(rows)})
    reading = read_by(path, *read_return(path).tables)
    assert [summary(r) for r in reading.rows if r.cell == "B7"] == [
        "B7 TOTAL value cumulative 2021-01..2021-03 preliminary 2.03005e+10 USD"
    ]
    assert len(reading.rows) == 18


def test_a_province_s_months_are_proposed_as_its_own(workbook):
    rows = by_rows("Kim ngạch xuất khẩu tỉnh Bình Dương theo tháng", MONTHS)
    signed = (("Hà Nội, ngày 5 tháng 1 năm 2024",), *rows)
    (plan,) = read_return(workbook({"S": filled(signed)})).tables
    assert plan.area == "Bình Dương"
    country = (*signed[:1], ("Kim ngạch xuất khẩu theo tháng",), *rows[1:])
    (plan,) = read_return(workbook({"S": filled(country)})).tables
    assert plan.area == ""
