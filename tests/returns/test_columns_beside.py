"""Columns whose headings name no period: read where numbers prove it, else told."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled
from tests.returns.test_same_period import GOODS, meant

NOW, THEN, GROWN = (
    ("B", "value", "2025-6"), ("C", "value", "2024-6"), ("D", "growth_value", "2025-6")
)  # fmt: skip


def read(workbook, title, heads, rows):
    table = ((title, None, None, "Triệu USD"), ("Mặt hàng", *heads), *rows)
    return read_return(workbook({"XK": filled(table)}))


def compared(workbook, head, growth):
    rows = [(name, now, then, round(growth(now, then), 2)) for name, now, then in GOODS]
    heads = ("Tháng 6/2025", "Tháng 6/2024", head)
    return read(workbook, "Xuất khẩu hàng hóa tháng 6 năm 2025", heads, rows)


@pytest.mark.parametrize("head", ["So sánh (%)", "So sánh cùng kỳ", "Tỷ lệ %", "So cùng kỳ", "%"])
def test_what_compares_is_growth_where_both_figures_beside_it_prove_it(workbook, head):
    assert meant(compared(workbook, head, lambda a, b: 100 * a / b)) == {NOW, THEN, GROWN}


def test_of_a_change_in_percent_is_made_an_index(workbook):
    reading = compared(workbook, "Tăng/giảm (%)", lambda a, b: 100 * a / b - 100)
    (rice,) = [r for r in reading.rows if r.item == "RICE" and r.cell[0] == "D"]
    assert rice.value == round(100_000 + 1000 * round(100 * 388.0 / 410.3 - 100, 2))


def test_without_proof_it_is_told_and_never_taken_for_money(workbook):
    reading = compared(workbook, "So sánh (%)", lambda _a, _b: 7.5)
    assert meant(reading) == {NOW, THEN}
    assert [(f.code, f.cell) for f in reading.findings if f.code == "column_unread"] == [
        ("column_unread", "D3")
    ]


def test_growth_over_the_month_before_is_passed_over_and_not_unread(workbook):
    rows = [(name, now, then, 100 * now / then) for name, now, then in GOODS]
    heads = ("Tháng 6", "Tháng 5", "So sánh (%)")
    reading = read(workbook, "Xuất khẩu hàng hóa năm 2025", heads, rows)
    assert meant(reading) == {NOW, ("C", "value", "2025-5")}
    assert codes(reading) == []


def months(numbers):
    return [
        (name, *(first + 1.5 * n for n in numbers), sum(first + 1.5 * n for n in numbers))
        for name, first, _ in GOODS
    ]


@pytest.mark.parametrize("head", ["Tổng cộng", "Cộng", "6T", "Total"])
def test_the_sum_of_the_months_is_the_year_up_to_the_last(workbook, head):
    heads = (*(f"T{n}" for n in range(1, 7)), head)
    reading = read(workbook, "Xuất khẩu hàng hóa năm 2025", heads, months(range(1, 7)))
    whole = {(r.basis, r.period_start % 12, r.period_end % 12) for r in reading.rows
             if r.cell[0] == "H"}  # fmt: skip
    assert whole == {("cumulative", 0, 5)}
    assert len(reading.rows) == 7 * len(GOODS)


def test_twelve_months_make_a_year_and_three_a_quarter(workbook):
    year = read(workbook, "Xuất khẩu hàng hóa năm 2025",
                (*(f"Tháng {n}" for n in range(1, 13)), "Cộng"), months(range(1, 13)))  # fmt: skip
    quarter = read(workbook, "Xuất khẩu hàng hóa năm 2025",
                   ("Tháng 4", "Tháng 5", "Tháng 6", "Cộng"), months((4, 5, 6)))  # fmt: skip
    assert {r.basis for r in year.rows} == {"month", "year"}
    assert {r.basis for r in quarter.rows} == {"month", "quarter"}


def test_what_the_months_do_not_add_up_to_is_told(workbook):
    heads = ("Tháng 1", "Tháng 2", "Tháng 3", "Tổng cộng")
    rows = [(*row[:-1], 5.0 * row[-1]) for row in months((1, 2, 3))]
    reading = read(workbook, "Xuất khẩu hàng hóa năm 2025", heads, rows)
    assert {r.cell[0] for r in reading.rows} == set("BCD")
    assert codes(reading) == ["column_unread"]


@pytest.mark.parametrize(
    ("title", "months_read", "told"),
    [
        ("Xuất khẩu hàng hóa tháng 6 năm 2025", [4, 5], []),
        ("Xuất khẩu hàng hóa kỳ 1 tháng 6 năm 2025", [5], ["column_unread"]),
    ],
)
def test_the_period_before_is_the_month_before_or_told(workbook, title, months_read, told):
    reading = read(workbook, title, ("Kỳ trước", "Kỳ này"), [row[:3] for row in GOODS])
    assert sorted({r.period_end % 12 for r in reading.rows}) == months_read
    assert codes(reading) == told


SIX = "6 tháng đầu năm 2025"
HALVES = [(name, now, 6.3 * now, 6.1 * then) for name, now, then in GOODS]


def beneath(workbook, *said):
    """A month, and the year up to it with what stands beneath it."""
    table = (
        ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, None, "Triệu USD"),
        ("Mặt hàng", "Tháng 6 năm 2025", *(SIX for _ in said)),
        (None, None, *said),
        *(row[: 2 + len(said)] for row in HALVES),
    )
    return read_return(workbook({"XK": filled(table)}))


@pytest.mark.parametrize("said", ["Cùng kỳ năm trước", "Năm trước", "Cùng kỳ"])
def test_last_years_period_beneath_one_that_names_its_year_is_last_years(workbook, said):
    reading = beneath(workbook, "Kỳ này", said)
    assert meant(reading) == {NOW, ("C", "value", "2025-6"), ("D", "value", "2024-6")}
    assert codes(reading) == []


@pytest.mark.parametrize("said", ["Kỳ trước", "Cùng kỳ trước"])
def test_the_period_before_one_that_is_named_is_told_and_denies_none(workbook, said):
    reading = beneath(workbook, "Kỳ này", said)
    assert meant(reading) == {NOW, ("C", "value", "2025-6")}
    assert codes(reading) == ["column_unread"]


@pytest.mark.parametrize("head", ["Ước tháng", "Thực hiện tháng", "Ước tính tháng"])
def test_a_month_that_only_its_status_stands_before_is_the_returns_own(workbook, head):
    title = "Xuất khẩu hàng hóa tháng 6 năm 2025"
    reading = read(workbook, title, (head, "Ước 6 tháng"), [row[:3] for row in HALVES])
    assert {(r.cell[0], r.basis) for r in reading.rows} == {("B", "month"), ("C", "cumulative")}


def test_a_column_with_a_year_before_all_that_are_understood_is_told(workbook):
    title = "Xuất khẩu hàng hóa tháng 6 năm 2025"
    reading = read(workbook, title, ("13-2025", SIX), [row[:3] for row in HALVES])
    assert {(r.cell[0], r.basis) for r in reading.rows} == {("C", "cumulative")}
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == ["B3"]


def test_the_columns_of_a_table_to_the_left_are_not_those_of_the_one_beside_it(workbook):
    left = ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, "Triệu USD", None)
    right = ("Nhập khẩu hàng hóa tháng 6 năm 2025", None, "Triệu USD")
    heads = ("Mặt hàng", "Tháng 6 năm 2025", SIX)
    rows = [(*row[:3], None, *row[:3]) for row in HALVES]
    reading = read_return(workbook({"XNK": filled((left + right, (*heads, None, *heads), *rows))}))
    assert {r.cell[0] for r in reading.rows} == set("BCFG")
    assert "column_unread" not in codes(reading)


@pytest.mark.parametrize("said", ["Kỳ trước", "Lũy kế đến tháng trước"])
def test_alone_it_is_not_taken_for_this_years_either(workbook, said):
    reading = beneath(workbook, said)
    assert meant(reading) == {NOW}
    assert codes(reading) == ["column_unread"]


def test_what_somebody_counts_for_himself_beside_the_table_is_nothing_to_tell(workbook):
    rows = [(name, now, None, None, then) for name, now, then in GOODS]
    heads = ("Tháng 6", None, None, "utt6")
    reading = read(workbook, "Xuất khẩu hàng hóa năm 2025", heads, rows)
    assert (len(reading.rows), codes(reading)) == (len(GOODS), [])


@pytest.mark.parametrize("percent", ["%", "(%)"])
def test_growth_over_a_row_of_units_is_read(workbook, percent):
    heads = (
        ("Mặt hàng", "Tháng 6 năm 2025", None, f"{SIX} so cùng kỳ", None, f"Tỷ trọng {SIX}"),
        (None, "Lượng", "Trị giá", "Lượng", "Trị giá"),
        (None, "Nghìn tấn", "Triệu USD", percent, percent, percent),
    )
    rows = [(name, 5.5, 90.5, 101.5, 110.2, 12.5) for name in ("Gạo", "Cà phê", "Cao su")]
    title = (("Xuất khẩu hàng hóa tháng 6 năm 2025",),)
    reading = read_return(workbook({"XK": filled((*title, *heads, *rows))}))
    assert {(r.cell[0], r.measure, r.basis) for r in reading.rows} == {
        ("B", "quantity", "month"), ("C", "value", "month"),
        ("D", "growth_quantity", "cumulative"), ("E", "growth_value", "cumulative"),
    }  # fmt: skip
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == []


def test_a_column_of_monthly_averages_is_named_and_taken_for_no_month_and_no_year(workbook):
    heads = ("Mặt hàng", "Bình quân tháng năm 2024", "Tháng 6 năm 2025", SIX)
    rows = [(name, 80.5, 90.5, 500.5) for name in ("Gạo", "Cà phê", "Cao su", "Hạt điều")]
    title = (("Xuất khẩu hàng hóa tháng 6 năm 2025",), ("Triệu USD",))
    reading = read_return(workbook({"XK": filled((*title, heads, *rows))}))
    assert {(r.cell[0], r.basis) for r in reading.rows} == {("C", "month"), ("D", "cumulative")}
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == ["B4"]
