"""Month, year, unit and names where forms put them: in cells of their own, beneath, in short."""

import pytest

from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Flow
from desktop.returns import headings
from desktop.returns.item_names import item_code
from desktop.returns.titles import title

ROWS = (("Tổng trị giá", 90.5, 100.5, 700.5), ("Cao su", 9.5, 10.5, 70.5))
OPEN = (None, "Thực hiện tháng trước", "Trong tháng", "Lũy kế từ đầu năm")


@pytest.mark.parametrize(
    "lines",
    [
        [("Hàng hóa xuất khẩu",), ("Tháng", 8, "Năm:", 2021, "Triệu USD")],
        [("Hàng hóa xuất khẩu tháng", 8, "năm", 2021), (None, None, None, "Triệu USD")],
        [("Hàng hóa xuất khẩu tháng 8", None, "Năm", 2021), (None, None, None, "Triệu USD")],
        [("Tháng", 8, "năm", 2021), ("Hàng hóa xuất khẩu", None, None, "Triệu USD")],
    ],
)
def test_month_and_year_stand_in_cells_of_their_own(read, lines):
    reading = read(*lines, OPEN, *ROWS)
    assert [(r.cell, r.basis, str(Month.from_ordinal(r.period_end))) for r in reading.rows[:3]] == [
        ("B4", "month", "2021-07"), ("C4", "month", "2021-08"), ("D4", "cumulative", "2021-08"),
    ]  # fmt: skip
    assert len(reading.rows) == 6


def test_a_unit_beneath_the_table_is_that_of_all_of_it(read):
    rows = (("Xuất khẩu hàng hóa tháng 8 năm 2021",), OPEN, *ROWS)
    reading = read(*rows, ("Ghi chú: Đơn vị tính: triệu USD",))
    assert reading.rows[0].value == 90_500_000_000
    assert read(*rows, ("ĐVT: triệu USD",)).rows == reading.rows
    assert read(*rows, ("(*) Đơn vị tính: triệu USD",)).rows == ()


def test_titles_and_headings_in_short(read):
    heads = (None, "TH T7/2021", "Ước T8/2021", "LK 8 tháng/2021")
    reading = read(("Hàng hoá XK T8/2021", None, None, "Tr. USD"), heads, *ROWS)
    assert [row.basis for row in reading.rows[:3]] == ["month", "month", "cumulative"]


@pytest.mark.parametrize("text", ["XK", "Mặt hàng XK", "Xkm hàng hóa"])
def test_short_names_of_a_flow_are_no_titles_by_themselves(text):
    assert title(text) is None


@pytest.mark.parametrize(
    "text", ["5 tháng trước", "Thực hiện các tháng trước", "Tháng trước (%)", "So với tháng trước"]
)
def test_the_month_before_is_meant_where_it_is_named_alone(text):
    now = Month(2021, 1)
    found = headings.read("Thực hiện tháng trước (triệu USD)").resolved(now)
    assert found == Period(Month(2020, 12), Month(2020, 12), Basis.MONTH)
    assert headings.read(text).resolved(now) is None


def test_kinds_of_cars_are_parts_counted_one_by_one(read):
    heads = (None, "Tháng 1 năm 2025 Lượng (Tấn)", "Tháng 1 năm 2025 Trị giá (1000 USD)")
    cars = ("Ô tô nguyên chiếc các loại (*)", 10.0, 300.0), ("Ô tô tải", 4.0, 100.0)
    reading = read(("Trị giá và mặt hàng nhập khẩu tháng 1 năm 2025",), heads, *cars)
    assert [(r.item, r.unit) for r in reading.rows[::2]] == [("CARS", "pcs"), ("TRUCKS", "pcs")]


@pytest.mark.parametrize(
    ("label", "flow", "code"),
    [
        ("Hàng hải sản", Flow.IMPORT, "SEAFOOD"),
        ("Hạt điều thô", Flow.EXPORT, "CASHEW"),
        ("Hàng dệt, may mặc", Flow.EXPORT, "TEXTILE"),
        ("Other base metals and products", Flow.IMPORT, "OTHMETALPROD"),
        ("Phân NPK", Flow.EXPORT, "UNKNOWN"),
    ],
)
def test_a_name_kept_of_one_way_of_trade_is_known_of_the_other(label, flow, code):
    assert item_code(label, flow) == code


def test_the_year_beneath_one_heading_is_not_spoken_of_by_the_word_beneath_another(read):
    heads = [
        (None, "Thực hiện", None, "8 tháng năm 2021 so với"),
        (None, "tháng 8 năm", None, "cùng kỳ"),
        (None, 2021, None, "năm", None, 2020),
        (None, "Lượng", "Trị giá", "Lượng", "Trị giá"),
    ]
    reading = read(("Hàng hóa xuất khẩu",), ("Triệu USD; tấn",), *heads, ("Cao su", 5.0, 9.5, 99.5))
    assert [(r.cell, r.basis) for r in reading.rows] == [
        ("B7", "month"), ("C7", "month"), ("D7", "cumulative"),
    ]  # fmt: skip
