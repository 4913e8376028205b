"""A year to date that is not as long as its headings say is told, whatever the title says."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

NAMES = ("TỔNG TRỊ GIÁ", "Hàng thủy sản", "Gạo", "Cà phê", "Cao su", "Hạt điều")


def book(workbook, month, worth, *, names=NAMES):
    head = (
        ("Xuất khẩu hàng hóa", None, "Triệu USD"),
        ("Mặt hàng", f"Tháng {month}/2025", f"{month} tháng năm 2025"),
    )
    rows = [(name, 100.5 - n, round((100.5 - n) * worth, 1)) for n, name in enumerate(names)]
    return read_return(workbook({"XK": filled((*head, *rows))}))


def told(reading):
    return [(f.cell, f.found, f.expected) for f in reading.findings if f.code == "month_denied"]


@pytest.mark.parametrize("names", [NAMES, NAMES[1:]])
def test_junes_figures_under_headings_of_december_are_told(workbook, names):
    reading = book(workbook, 12, 6, names=names)
    assert told(reading) == [("C3", "6", "12")]
    assert len(reading.rows) == 2 * len(names)  # and read as they are headed


@pytest.mark.parametrize(("month", "worth"), [(12, 12.6), (12, 10.1), (6, 5.3), (6, 6.6), (3, 3.4)])
def test_a_year_to_date_of_its_length_is_not(workbook, month, worth):
    assert "month_denied" not in codes(book(workbook, month, worth))


@pytest.mark.parametrize(("month", "worth"), [(1, 1.0), (2, 3.4), (2, 1.2)])
def test_nothing_is_said_about_tet(workbook, month, worth):
    assert told(book(workbook, month, worth)) == []


def test_a_year_to_date_below_its_month_is_told_as_that(workbook):
    reading = book(workbook, 6, 0.55)
    assert told(reading) == []
    assert "check_month_within_cumulative" in codes(reading)


def test_few_goods_tell_nothing(workbook):
    assert told(book(workbook, 12, 6, names=NAMES[1:4])) == []


def test_decembers_figures_under_headings_of_june_are_told(workbook):
    assert told(book(workbook, 6, 12)) == [("C3", "12", "6")]


def test_a_year_beside_a_lone_december_is_as_long_as_one(workbook):
    head = (
        ("Xuất khẩu hàng hóa tháng 12 năm 2025", None, "Triệu USD"),
        ("Mặt hàng", "Tháng 12 năm 2025", "Năm 2025"),
    )
    for worth, said in ((6, [("C3", "6", "12")]), (11.9, [])):
        rows = [(name, 100.5 - n, round((100.5 - n) * worth, 1)) for n, name in enumerate(NAMES)]
        assert told(read_return(workbook({"XK": filled((*head, *rows))}))) == said


@pytest.mark.parametrize(
    ("year", "total", "found"),
    [(2025, 474_994.2, ["12"]), (2025, 44_000, []), (2001, 15_029.2, ["11"]), (2001, 1_400, [])],
)
def test_a_lone_month_as_large_as_a_year_is_told(workbook, year, total, found):
    head = (("Xuất khẩu hàng hóa", None, "Triệu USD"), ("Mặt hàng", f"Tháng 12/{year}"))
    rows = (("TỔNG TRỊ GIÁ", total), ("Gạo", total / 50))
    reading = read_return(workbook({"XK": filled((*head, *rows))}))
    assert [f.found for f in reading.findings if f.code == "month_too_large"] == found
    assert [r.cell for r in reading.rows] == ["B3", "B4"]


@pytest.mark.parametrize(("whole", "said"), [(264_000, []), (22_560.8, [("B3", "1", "12")])])
def test_a_year_worth_one_january_is_told(workbook, whole, said):
    title = ("Xuất khẩu hàng hóa tháng 1 năm 2020", None, "Nghìn tấn, triệu USD")
    head = ("Mặt hàng", "Thực hiện năm 2019", "Ước tính tháng 1 năm 2020")
    rows = (("TỔNG TRỊ GIÁ", whole, 18_900.5), ("Gạo", whole / 50, 200.5))
    assert told(read_return(workbook({"XK": filled((title, head, *rows))}))) == said


@pytest.mark.parametrize(
    ("unit", "total", "found"),
    [("Triệu USD", 43.2, ["B3"]), ("Triệu USD", 38_510.2, []), ("Nghìn tấn, triệu USD", 43.2, [])],
)
def test_a_total_far_below_the_countrys_is_told_unless_counted_as_that(
    workbook, unit, total, found
):
    head = (("Xuất khẩu hàng hóa tháng 3 năm 2025", None, unit), ("Mặt hàng", "Tháng 3/2025"))
    rows = (("TỔNG TRỊ GIÁ", total), ("Gạo", total / 50))
    reading = read_return(workbook({"XK": filled((*head, *rows))}))
    assert [f.cell for f in reading.findings if f.code == "total_too_small"] == found
