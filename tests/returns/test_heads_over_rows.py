"""Headings of the customs over one row more, unmerged, and in other words of their editions."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

TITLE = "NHẬP KHẨU HÀNG HÓA THEO MẶT HÀNG CHỦ YẾU THÁNG 8/2027 (ƯỚC TÍNH)"
MEASURES = ("Lượng", "Trị giá (USD)")
GOODS = (
    (None, "Tổng", None, None, 8_000_000, 114.5, None, 900_000),
    (1, "Hóa chất", None, None, 5_000_000, 120.25, None, 500_000),
    (2, "Ngô", "Tấn", 12_000, 3_000_000, 107.5, 1_500, 400_000),
)


def read(workbook, heads, goods=GOODS, title=TITLE):
    return read_return(workbook({"2X": filled(((title,), *heads, *goods))}))


def meant(reading, row):
    return {
        (r.cell[:-1], r.measure, r.basis, r.status) for r in reading.rows if r.cell[-1] == row
    }  # fmt: skip


def test_a_heading_of_one_row_takes_nothing_from_that_beside_it_of_two(workbook):
    heads = (
        ("TT", "Mặt hàng", "Đơn vị", "Cộng dồn", None, "So với", "Trong tháng"),
        (None, None, None, "đến hết tháng báo cáo", None, "cùng kỳ năm trước (%)"),
        (None, None, None, *MEASURES, "Trị giá", *MEASURES),
    )
    reading = read(workbook, heads)
    assert meant(reading, "7") == {
        ("D", "quantity", "cumulative", "estimate"), ("E", "value", "cumulative", "estimate"),
        ("F", "growth_value", "cumulative", "estimate"),
        ("G", "quantity", "month", "estimate"), ("H", "value", "month", "estimate"),
    }  # fmt: skip


def test_a_comparison_with_last_years_months_is_of_the_unnumbered_year_to_date(workbook):
    heads = (
        ("TT", "Mặt hàng", "Đơn vị", "Cộng dồn đến hết tháng báo cáo", None,
         "So với 8 tháng năm 2026 (%)", "Trong tháng"),
        (None, None, None, *MEASURES, "Trị giá", *MEASURES),
    )  # fmt: skip
    reading = read(workbook, heads)
    assert ("F", "growth_value", "cumulative", "estimate") in meant(reading, "5")
    assert [r.value for r in reading.rows if r.cell == "F5"] == [120_250]


def test_of_other_months_it_is_no_growth_of_that_year_to_date(workbook):
    heads = (
        ("TT", "Mặt hàng", "Đơn vị", "Cộng dồn đến hết tháng báo cáo", None,
         "So với 7 tháng năm 2026 (%)", "Trong tháng"),
        (None, None, None, *MEASURES, "Trị giá", *MEASURES),
    )  # fmt: skip
    assert {cell for cell, *_ in meant(read(workbook, heads), "6")} == {"D", "E", "G", "H"}


def test_the_unit_column_may_be_headed_with_points_and_a_note_may_name_the_values_unit(workbook):
    heads = (
        (None, None, None, None, None, None, "(Đơn vị trị giá: USD)"),
        ("TT", "Mặt hàng", "Đ.v.t", "Cộng dồn đến hết tháng báo cáo", None,
         "So với cùng kỳ năm trước (%)", "Trong tháng"),
        (None, None, None, "Lượng", "Trị giá", "Trị giá", "Lượng", "Trị giá"),
    )  # fmt: skip
    goods = GOODS
    reading = read(workbook, heads, goods)
    assert [(r.cell, r.value, r.unit) for r in reading.rows if r.item == "MAIZE"][:2] == [
        ("D7", 12_000_000, "t"), ("E7", 3_000_000_000, "USD"),
    ]  # fmt: skip
    assert not {"unknown_item", "no_unit"} & set(codes(reading))


@pytest.mark.parametrize("merged", [(), ("D2:G2", "H2:K2"), ("D2:G2", "H2:K2", "F3:G3", "J3:K3")])
def test_measures_beneath_comparisons_alone_leave_those_of_the_row_above(workbook, merged):
    compared = "% so với tháng trước", None, *MEASURES, "% so với cùng kỳ năm trước"
    heads = (
        ("TT", "Mặt hàng", "ĐVT", "Tháng 8/2027", None, None, None, "8 tháng/2027"),
        (None, None, None, *MEASURES, *compared),
        (None, None, None, None, None, "Lượng", "Trị giá", None, None, "Lượng", "Trị giá"),
    )
    goods = tuple(
        (at, name, "Tấn", 1_500.0, 4e5, -3.4, 5.1 - at, 12_000.0, 3e6, 4.4 - at, 15.1 - 3 * at)
        for at, name in enumerate(("Ngô", "Cao su", "Than đá", "Phân bón các loại"), 1)
    )

    def fill(sheet):
        filled(((TITLE,), *heads, *goods))(sheet)
        for area in merged:
            sheet.merge_cells(area)

    reading = read_return(workbook({"2X": fill}))
    assert meant(reading, "5") == {
        ("D", "quantity", "month", "estimate"), ("E", "value", "month", "estimate"),
        ("H", "quantity", "cumulative", "estimate"), ("I", "value", "cumulative", "estimate"),
        ("J", "growth_quantity", "cumulative", "estimate"),
        ("K", "growth_value", "cumulative", "estimate"),
    }  # fmt: skip
    assert [r.value for r in reading.rows if r.cell in {"J5", "K5"}] == [103_400, 112_100]


FORM = "SỞ CÔNG THƯƠNG LÀO CAI", "BÁO CÁO XUẤT KHẨU, NHẬP KHẨU THÁNG 6 NĂM 2025"
UNIT = (None, None, None, None, "Đơn vị tính: Nghìn USD")
ROWS = (
    ("I", "Kim ngạch xuất khẩu", 575_034.05, 605_299.5, 3_522_840.18, 89.4),
    (1, "Cà phê", 20_104.85, 21_163.25, 123_168.66, 120.12),
    ("II", "Kim ngạch nhập khẩu", 380_912.35, 322_013.4, 1_594_705.22, 142.88),
    (1, "Cao su", 35_324.8, 37_184.75, 72_136.96, 93.92),
)
HEADS = ("STT", "Chỉ tiêu", "Thực hiện tháng 5", "ƯTH tháng 6", "Lũy kế 6 tháng", "So cùng kỳ (%)")


def form(workbook, heads, rows=ROWS):
    lines = tuple((line,) for line in FORM)
    return read_return(workbook({"BC": filled((*lines, UNIT, *heads, *rows))}))


def of_form(reading):
    return [
        (r.flow, r.item, r.province, r.measure, r.basis, r.period_end % 12 + 1, r.value // 10)
        for r in reading.rows
    ]


def vietnamese(value):
    if not isinstance(value, float):
        return value
    return f"{value:,.2f}".replace(",", "#").replace(".", ",").replace("#", ".")


def test_a_period_and_a_comparison_may_be_divided_over_two_rows(workbook):
    above = ("STT", "Chỉ tiêu", "Thực hiện", "ƯTH tháng", "Lũy kế", "So cùng")
    beneath = (None, None, "tháng 5", "6", "6 tháng", "kỳ (%)")
    whole = of_form(form(workbook, (HEADS,)))
    assert of_form(form(workbook, (above, beneath))) == whole
    assert len(whole) == 16
    beneath = (None, None, "tháng 5", "6", "2025", "(%)")
    above = ("STT", "Chỉ tiêu", "Thực hiện", "ƯTH tháng", "6 tháng năm", "So cùng kỳ")
    assert of_form(form(workbook, (above, beneath))) == whole


def test_the_first_of_all_periods_may_be_divided(workbook):
    heads = (("STT", "Chỉ tiêu", "ƯTH tháng", "6 tháng"), (None, None, "6"))
    rows = tuple((number, name, *rest[1:3]) for number, name, *rest in ROWS)
    assert {period for *_, period, _ in of_form(form(workbook, heads, rows))} == {6}
    assert len(form(workbook, heads, rows).rows) == 8


def test_numbers_between_the_lines_of_headings_are_no_figures(workbook):
    heads = (
        ("Exports of goods by main markets",), (None, None, "Unit: Mill. USD"),
        (None, "Estimate of", "12", "12 months"),
        (None, "December 2020", "months 2020", "of 2020 versus same period of 2019 (%)"),
    )  # fmt: skip
    rows = (("Total", 4523.2, 57150.1, 105.2), ("Japan", 1309.5, 14098.8, 98.3))
    reading = read_return(workbook({"26": filled((*heads, *rows))}))
    assert [r.cell for r in reading.rows] == ["B5", "C5", "D5", "B6", "C6", "D6"]


@pytest.mark.parametrize(
    ("title", "market"),
    [
        ("Kim ngạch xuất khẩu sang một số thị trường chủ yếu tháng 6 năm 2025", "US"),
        ("Kim ngạch xuất khẩu sang các thị trường chính tháng 6 năm 2025", "US"),
        ("Exports to selected countries, June 2025", "US"),
    ],
)
def test_titles_that_name_several_markets_need_no_head_of_the_names(workbook, title, market):
    rows = ((None, "Tháng 6", "6 tháng"), ("Hoa Kỳ", 13.5, 70.9), ("Nhật Bản", 2.5, 12.8))
    reading = read_return(workbook({"TT": filled(((title, None, None, "Triệu USD"), *rows))}))
    assert [(r.market, r.item) for r in reading.rows[::2]] == [(market, "TOTAL"), ("JP", "TOTAL")]


def test_rows_whose_numbers_are_all_texts_announce_no_table(workbook):
    typed = tuple(tuple(map(vietnamese, row)) for row in ROWS)
    assert of_form(form(workbook, (HEADS,), typed)) == of_form(form(workbook, (HEADS,)))
    assert {r.province for r in form(workbook, (HEADS,), typed).rows} == {"Lào Cai"}


def test_a_total_of_goods_is_no_head_of_names_over_which_figures_stand(workbook):
    named = ((None, "Kim ngạch xuất khẩu hàng hóa", *ROWS[0][2:]), *ROWS[1:])
    reading = form(workbook, (HEADS,), named)
    assert of_form(reading) == of_form(form(workbook, (HEADS,)))
    assert "flow_unsaid" not in codes(reading)
