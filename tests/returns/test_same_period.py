"""Last year's same period is read where the growth printed beside it and this year's proves it."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.plans.foreign import filled

GOODS = (("Hàng thủy sản", 820.5, 700.2), ("Gạo", 388.0, 410.3), ("Cà phê", 402.1, 300.1),
         ("Cao su", 150.7, 120.9))  # fmt: skip


def read(workbook, heads, growth):
    rows = [(name, now, then, *growth(now, then)) for name, now, then in GOODS]
    title = ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, None, "Triệu USD")
    return read_return(workbook({"XK": filled((title, ("Mặt hàng", *heads), *rows))}))


def meant(reading):
    return {
        (r.cell[0], r.measure, f"{r.period_end // 12}-{r.period_end % 12 + 1}")
        for r in reading.rows
        if r.item == "RICE"
    }


NOW, THEN, GROWN = (
    ("B", "value", "2025-6"), ("C", "value", "2024-6"), ("D", "growth_value", "2025-6")
)  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "growth"),
    [
        (("Trong tháng", "Cùng kỳ năm trước", "So với cùng kỳ (%)"), lambda a, b: 100 * a / b),
        (("Tháng 6", "Cùng kỳ", "Tăng/giảm (%)"), lambda a, b: 100 * a / b - 100),
        (("Tháng 6/2025", "Cùng kỳ 2024", "Tăng trưởng"), lambda a, b: a / b),
    ],
)
def test_growth_proves_what_is_last_years(workbook, heads, growth):
    reading = read(workbook, heads, lambda a, b: (round(growth(a, b), 3),))
    assert meant(reading) == {NOW, THEN, GROWN}
    assert reading.findings[-1].code != "column_unread"


def test_without_proof_it_is_not_read_and_named_with_its_cell(workbook):
    alone = read(workbook, ("Trong tháng", "Cùng kỳ năm trước"), lambda _a, _b: ())
    assert meant(alone) == {NOW}
    assert [(f.code, f.cell) for f in alone.findings if f.code == "column_unread"] == [
        ("column_unread", "C3")
    ]
    other = read(
        workbook, ("Trong tháng", "Cùng kỳ năm trước", "Tăng/giảm (%)"), lambda _a, _b: (7.5,)
    )
    assert meant(other) == {NOW}
    year = read(workbook, ("Tháng 6", "Cùng kỳ 2022", "Tăng (%)"), lambda a, b: (100 * a / b,))
    assert THEN not in meant(year)


MANY = (*GOODS, ("Hạt điều", 99.5, 88.1))


def of_many(workbook, heads, values, title="Xuất khẩu hàng hóa tháng 6 năm 2025"):
    rows = [(name, *values(now, then)) for name, now, then in MANY]
    return read_return(
        workbook({"XK": filled(((title, None, "Triệu USD"), ("Mặt hàng", *heads), *rows))})
    )


def told(reading):
    return [f.cell for f in reading.findings if f.code == "column_unread"]


BEFORE, AFTER = ("B", "value", "2024-6"), ("C", "value", "2025-6")


@pytest.mark.parametrize("said", ["Cùng kỳ", "Cùng kỳ năm trước", "Năm trước", "Năm 2024 cùng kỳ"])
def test_numbers_as_large_as_the_months_prove_it_where_no_growth_is_printed(workbook, said):
    before = of_many(workbook, (said, "Tháng 6/2025"), lambda now, then: (then, now))
    assert (meant(before), told(before)) == ({BEFORE, AFTER}, [])
    behind = of_many(workbook, ("Tháng 6/2025", said), lambda now, then: (now, then))
    assert (meant(behind), told(behind)) == ({NOW, THEN}, [])


@pytest.mark.parametrize(
    ("said", "value"),
    [("Cùng kỳ", lambda now, then: 100 * now / then),  # growth
     ("Cùng kỳ", lambda now, then: 5.3 * then),  # of the half year
     ("Năm trước", lambda now, then: 12.1 * then),
     ("Cùng kỳ tháng trước", lambda now, then: then),
     ("Cùng kỳ 2022", lambda now, then: then)],
)  # fmt: skip
def test_numbers_of_another_size_or_kind_prove_nothing(workbook, said, value):
    heads = ("Tháng 6/2025", said)
    reading = of_many(workbook, heads, lambda now, then: (now, round(value(now, then), 1)))
    assert (meant(reading), told(reading)) == ({NOW}, ["C3"])


def test_each_of_two_periods_has_its_own_last_year(workbook):
    heads = ("Tháng 6/2025", "Cùng kỳ", "6T/2025", "Cùng kỳ")
    reading = of_many(workbook, heads, lambda now, then: (now, then, 5 * now, 5 * then))
    found = {(r.cell[0], r.basis, r.period_end // 12) for r in reading.rows}
    assert found == {
        ("B", "month", 2025), ("C", "month", 2024), ("D", "cumulative", 2025),
        ("E", "cumulative", 2024),
    }  # fmt: skip


def test_of_a_year_to_date_last_year_may_be_the_whole_of_it(workbook):
    heads = ("11T/2025", "Năm trước")
    title = "Xuất khẩu hàng hóa tháng 11 năm 2025"
    reading = of_many(workbook, heads, lambda now, then: (now, then), title)
    assert told(reading) == ["C3"]


@pytest.mark.parametrize(
    ("title", "basis"),
    [("Xuất khẩu hàng hóa tháng 6 năm 2025", "month"),
     ("Xuất khẩu hàng hóa 6 tháng đầu năm 2025", "cumulative")],
)  # fmt: skip
@pytest.mark.parametrize("heads", [("Năm trước", "Năm nay", "So sánh (%)"),
                                   ("Cùng kỳ", "Kỳ này", "Tỷ lệ (%)"),
                                   ("Năm trước", "Năm nay", None)])  # fmt: skip
def test_this_year_is_of_the_period_that_the_title_names(workbook, title, basis, heads):
    growth = heads[2] is not None

    def values(now, then):
        return (then, now, round(100 * now / then, 1)) if growth else (then, now)

    reading = of_many(workbook, heads, values, title)
    assert {r.basis for r in reading.rows} == {basis}
    grown = {("D", "growth_value", "2025-6")} if growth else set()
    assert (meant(reading), told(reading)) == ({BEFORE, AFTER, *grown}, [])


def test_a_title_of_two_periods_leaves_this_year_open_and_each_column_is_named(workbook):
    title = "Xuất khẩu hàng hóa tháng 6 và 6 tháng đầu năm 2025"
    reading = of_many(workbook, ("Năm trước", "Năm nay"), lambda now, then: (then, now), title)
    assert (meant(reading), told(reading)) == (set(), ["B3", "C3"])
