"""Months that headings only count, T1 to T12: the year is the title's, else asked once a book."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.month import Month
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.plans.foreign import filled

SHORT = [f"T{n}" for n in range(1, 13)]
DIGITS = [str(n) for n in range(1, 13)]
NUMBERS = [*range(1, 13)]
WORDS = [f"Tháng {n}" for n in range(1, 13)]


def table(title, heads, first=820.5):
    values = [round(first + 10 * n, 1) for n in range(len(heads))]
    return filled(
        (
            (title,),
            ("Triệu USD",),
            ("Mặt hàng", *heads),
            ("Hàng thủy sản", *values),
            ("Hàng rau quả", *values[::-1]),
        )
    )


def months(reading):
    return {str(Month.from_ordinal(row.period_end)): row.printed for row in reading.rows[:12]}


@pytest.mark.parametrize("heads", [SHORT, DIGITS, NUMBERS, WORDS, SHORT[::-1]])
def test_months_are_of_the_year_that_the_title_names(workbook, heads):
    reading = read_return(workbook({"XK": table("XUẤT KHẨU HÀNG HÓA NĂM 2024", heads)}))
    assert len(reading.rows) == 24
    found = months(reading)
    assert sorted(found) == [f"2024-{n:02}" for n in range(1, 13)]
    assert found["2024-01"] == ("930.5" if heads[0] == "T12" else "820.5")


def test_months_are_of_the_year_above_them(workbook):
    def sheet(s):
        table("XUẤT KHẨU HÀNG HÓA", SHORT)(s)
        s.insert_rows(3)
        s["B3"] = "Năm 2024"
        s.merge_cells("B3:M3")

    assert sorted(months(read_return(workbook({"XK": sheet})))) == [
        f"2024-{n:02}" for n in range(1, 13)
    ]


@pytest.mark.parametrize(
    ("heads", "read", "told"),
    [(("T6", "6T/2024"), ["2024-06", "2024-06"], []),
     (("Th.5", "Th.6", "6T/2024"), ["2024-05", "2024-06", "2024-06"], []),
     (("T4", "T6", "6T/2024"), ["2024-06"], ["B4", "C4"]),
     (("T5", "6T/2024"), ["2024-06"], ["B4"])],
)  # fmt: skip
def test_a_month_before_its_year_to_date_is_the_one_that_the_title_names(
    workbook, heads, read, told
):
    names = ("Hàng thủy sản", "Hàng rau quả", "Gạo", "Cà phê")
    rows = [(name, *[100.5 * (n + 1) for n in range(len(heads))]) for name in names]
    title = "Xuất khẩu hàng hóa tháng 6 năm 2024"
    head = ((title,), ("Triệu USD",), ("Mặt hàng", *heads))
    reading = read_return(workbook({"XK": filled((*head, *rows))}))
    assert [str(Month.from_ordinal(r.period_end)) for r in reading.rows[: len(read)]] == read
    assert len(reading.rows) == 4 * len(read)
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == told


@pytest.mark.parametrize("title", ["tháng 6 năm 2024", "6 tháng đầu năm 2024"])
def test_words_of_status_may_stand_before_months_of_no_year(workbook, title):
    heads = ("Mặt hàng", "Chính thức T5", "Ước TH T6", "Ước 6T", "6T/2023")
    rows = [(name, 100.5, 90.5, 600.5, 500.5) for name in ("Gạo", "Cà phê", "Cao su")]
    head = ((f"Xuất khẩu hàng hóa {title}",), ("Triệu USD",), heads)
    reading = read_return(workbook({"XK": filled((*head, *rows))}))
    found = [(r.basis, str(Month.from_ordinal(r.period_end)), r.status) for r in reading.rows[:4]]
    assert found == [
        ("month", "2024-05", "final"), ("month", "2024-06", "estimate"),
        ("cumulative", "2024-06", "estimate"), ("cumulative", "2023-06", "actual"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("month", "to_date"), [("T6", "6 tháng"), ("Tháng 6", "6T"), ("T6", "Lũy kế"), ("T6", "6T")]
)
def test_months_of_no_year_over_their_measures_are_those_of_the_title(workbook, month, to_date):
    title = ("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2024", None, None, "Tấn, triệu USD")
    heads = ("Mặt hàng", month, None, to_date, None)
    measures = (None, *("Lượng", "Trị giá") * 2)
    rows = [(name, 10.5, 20.5, 60.5, 120.5) for name in ("Gạo", "Cà phê", "Cao su", "Chè")]
    reading = read_return(workbook({"XK": filled((title, heads, measures, *rows))}))
    found = [(r.cell, r.basis, str(Month.from_ordinal(r.period_end))) for r in reading.rows[:4]]
    assert found == [
        ("B4", "month", "2024-06"), ("C4", "month", "2024-06"),
        ("D4", "cumulative", "2024-06"), ("E4", "cumulative", "2024-06"),
    ]  # fmt: skip


def test_beneath_a_title_of_another_month_they_stay_unread(workbook):
    heads = ("Mặt hàng", "Ước T6", "7T/2024")
    rows = [(name, 90.5, 600.5) for name in ("Gạo", "Cà phê", "Cao su", "Hạt điều")]
    head = (("Xuất khẩu hàng hóa tháng 7 năm 2024",), ("Triệu USD",), heads)
    reading = read_return(workbook({"XK": filled((*head, *rows))}))
    assert {r.cell[0] for r in reading.rows} == {"C"}


def test_what_somebody_counted_beside_a_table_is_no_month(workbook):
    heads = ["Tháng 5 năm 2024", "T5", "T4/T3"]
    reading = read_return(workbook({"XK": table("XUẤT KHẨU HÀNG HÓA", heads)}))
    assert {row.cell[0] for row in reading.rows} == {"B"}


@pytest.mark.parametrize("heads", [SHORT, WORDS])
def test_a_year_that_nothing_says_is_asked_once_and_counts_for_every_sheet(workbook, heads):
    path = workbook(
        {
            "XK": table("XUẤT KHẨU HÀNG HÓA THEO THÁNG", heads),
            "NK": table("NHẬP KHẨU HÀNG HÓA THEO THÁNG", heads),
            "cũ": table("HÀNG HÓA XUẤT KHẨU NĂM 2023", ["Năm 2023"]),
        }
    )
    reading = read_return(path)
    (asked,) = (q for q in reading.questions if q.ask is Ask.MONTH)
    assert (asked.sheet, asked.choices[0]) == ("XK", "2023-12")
    plan = next(p for p in reading.tables if p.sheet == "XK")
    given = Directions(plans=(replace(plan, month="2024-12"),))
    again = read_return(path, NOTHING_LEARNED, given)
    assert {q.ask for q in again.questions} <= {Ask.NAME}
    assert [(r.flow, r.period_end - r.period_start) for r in again.rows if r.cell == "B4"] == [
        ("export", 0), ("import", 0), ("export", 11)
    ]  # fmt: skip
    assert {r.period_end // 12 for r in again.rows if r.sheet != "cũ"} == {2024}


def heads(reading, row):
    return [
        (r.cell[0], r.market, str(Month.from_ordinal(r.period_end)))
        for r in reading.rows
        if r.cell.endswith(row)
    ]


def test_months_begin_anew_for_each_year_and_each_market(workbook):
    def sheet(title, *groups):
        def fill(s):
            table(title, SHORT[:3] * 2)(s)
            s.insert_rows(3)
            s["B3"], s["E3"] = groups
            s.merge_cells("B3:D3")
            s.merge_cells("E3:G3")

        return fill

    years = read_return(workbook({"XK": sheet("XUẤT KHẨU HÀNG HÓA", "Năm 2024", "Năm 2025")}))
    assert heads(years, "5") == [
        ("B", "WORLD", "2024-01"), ("C", "WORLD", "2024-02"), ("D", "WORLD", "2024-03"),
        ("E", "WORLD", "2025-01"), ("F", "WORLD", "2025-02"), ("G", "WORLD", "2025-03"),
    ]  # fmt: skip
    markets = read_return(workbook({"XK": sheet("XUẤT KHẨU NĂM 2025", "Hoa Kỳ", "Nhật Bản")}))
    assert heads(markets, "5") == [
        ("B", "US", "2025-01"), ("C", "US", "2025-02"), ("D", "US", "2025-03"),
        ("E", "JP", "2025-01"), ("F", "JP", "2025-02"), ("G", "JP", "2025-03"),
    ]  # fmt: skip
    quarters = read_return(workbook({"XK": sheet("XUẤT KHẨU NĂM 2025", "Quý I", "Quý I")}))
    assert quarters.rows == ()


def test_months_beside_their_sum_are_read_as_well(workbook):
    path = workbook({"XK": table("XUẤT KHẨU HÀNG HÓA NĂM 2025", [*SHORT[:3], "Cộng 3 tháng"])})
    reading = read_return(path)
    assert [end for _, _, end in heads(reading, "4")] == [
        "2025-01",
        "2025-02",
        "2025-03",
        "2025-03",
    ]


FIRM = ("TH T2", "ƯTH T3", "LK 3T")


def test_months_that_headings_tell_twice_need_no_title(workbook):
    reading = read_return(workbook({"XK": table("XUẤT KHẨU HÀNG HÓA NĂM 2025", FIRM)}))
    found = {(r.cell[0], r.basis, str(Month.from_ordinal(r.period_end)), r.status)
             for r in reading.rows}  # fmt: skip
    assert found == {
        ("B", "month", "2025-02", "actual"),
        ("C", "month", "2025-03", "estimate"),
        ("D", "cumulative", "2025-03", "estimate"),
    }


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("XUẤT KHẨU HÀNG HÓA THÁNG 5 NĂM 2025", FIRM),
        ("XUẤT KHẨU HÀNG HÓA NĂM 2025", ("TH T2", "ƯTH T3", "LK 4T")),
        ("XUẤT KHẨU HÀNG HÓA NĂM 2025", ("TH T1", "ƯTH T3", "LK 3T")),
    ],
)
def test_months_that_another_word_denies_are_not_taken(workbook, title, heads):
    reading = read_return(workbook({"XK": table(title, heads)}))
    assert {r.cell[0] for r in reading.rows} <= {"D"}
