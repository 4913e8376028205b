"""Ways of writing what a column compares with, and which figure a comparison is of."""

from __future__ import annotations

import pytest

from desktop.returns import headings, read_return
from desktop.returns.headings import Compared
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = (
    ("Gạo", 120.4, 112.0, 300.1, 105.1), ("Cà phê", 402.7, 95.3, 900.2, 99.2),
    ("Cao su", 121.3, 104.2, 310.4, 103.3), ("Hạt tiêu", 80.6, 88.0, 220.6, 91.4),
)  # fmt: skip
TITLE = ("Xuất khẩu hàng hóa tháng 3 năm 2025", None, "Triệu USD")


def read(workbook, *heads, rows, merged=()):
    fill = filled((TITLE, *heads, *rows))

    def sheet(target):
        fill(target)
        for area in merged:
            target.merge_cells(area)

    return read_return(workbook({"XK": sheet}))


def read_by(reading, letter):
    """What stands in a column: the measure, basis and value of each figure, growth as an index."""
    return [(r.measure, r.basis, r.value / 1000) for r in reading.rows if r.cell.startswith(letter)]


@pytest.mark.parametrize(
    "head",
    [
        "Index (same period last year = 100)", "Previous year = 100",
        "As % of same period last year",
        "as a percentage of the same month of last year", "Against same period last year (%)",
        "Growth on last year (%)", "% change on a year earlier", "Change from a year ago (%)",
        "vs prior year", "vs LY %", "vs PY (%)", "% SPLY", "Annual growth (%)",
        "12-month change (%)",
        "Over corresponding month of last year", "Prev. year=100", "Year-on-year change (%)",
        "Mar 2025/Mar 2024 (%)", "Mar 25/Mar 24", "March 2025 as % of March 2024", "25/24 (%)",
        "Growth 2024-2025 (%)", "Chỉ số (cùng kỳ năm trước = 100)", "Năm trước = 100", "% cùng kỳ",
        "Cùng kỳ (%)", "% CK", "SVCK", "SS cùng kỳ (%)", "So sánh với cùng kỳ (%)",
        "Tăng giảm cùng kỳ (%)", "% tăng trưởng cùng kỳ", "So với cùng tháng năm 2024",
    ],
)  # fmt: skip
def test_ways_of_writing_last_year(head):
    assert headings.read(head).compared is Compared.LAST_YEAR


@pytest.mark.parametrize(
    "head",
    [
        "Index (previous month = 100)", "As % of the preceding month", "m/m", "1-month change (%)",
        "Monthly growth (%)", "vs prior month (%)", "Mar 2025/Feb 2025 (%)", "T3/T2 (%)",
        "Chỉ số (tháng trước = 100)", "% tháng trước", "SVTT (%)", "So với tháng liền trước (%)",
    ],
)  # fmt: skip
def test_ways_of_writing_the_month_before(head):
    assert headings.read(head).compared is Compared.PERIOD_BEFORE


@pytest.mark.parametrize("head", ["Same period last year", "Cùng kỳ năm trước", "Tháng 3/2024"])
def test_a_figure_of_last_year_is_no_comparison(head):
    assert headings.read(head).compared is None


def test_an_index_of_a_month_is_no_value_of_it(workbook):
    for head in ("Tháng 3/2024 = 100", "Mar 2024=100"):
        reading = read(
            workbook, ("Mặt hàng", "Tháng 3/2025", head), rows=[row[:3] for row in GOODS]
        )
        assert read_by(reading, "C")[0] == ("growth_value", "month", 112.0)
    reading = read(
        workbook, ("Mặt hàng", "Tháng 3/2025", "Tháng 2/2025 = 100"), rows=[r[:3] for r in GOODS]
    )
    assert not read_by(reading, "C")


@pytest.mark.parametrize(
    "head", ["2025/2024 (%)", "% 2025/2024", "2025 so với 2024 (%)", "25/24 (%)"]
)
def test_years_compared_in_a_return_of_march_are_of_the_figures_beside(workbook, head):
    reading = read(workbook, ("Mặt hàng", "3 tháng 2025", head), rows=[row[:3] for row in GOODS])
    assert read_by(reading, "C")[0] == ("growth_value", "cumulative", 112.0)


def test_growth_of_a_forecast_that_the_table_prints_stays_of_the_year(workbook):
    heads = ("Mặt hàng", "Tháng 3/2025", "Ước năm 2025", "Năm 2025 so với năm 2024 (%)")
    rows = [(name, month, value, growth) for name, month, growth, value, _ in GOODS]
    reading = read(workbook, heads, rows=rows)
    assert read_by(reading, "D")[0][:2] == ("growth_value", "year_forecast")


def test_a_measure_beside_growth_that_names_its_months_is_read(workbook):
    for head in ("2025/2024 (%)", "T3/2025 so với T3/2024", "T3/2025 so với T2/2025"):
        reading = read(workbook, ("Mặt hàng", "Trị giá", head), rows=[row[:3] for row in GOODS])
        assert read_by(reading, "B")[0] == ("value", "month", 120_400_000.0), head


def test_as_many_growths_as_figures_before_them_are_in_their_order(workbook):
    heads = ("Mặt hàng", "Tháng 3/2025", "3 tháng 2025", *["So với cùng kỳ (%)"] * 2)
    rows = [(name, month, to_date, one, two) for name, month, one, to_date, two in GOODS]
    reading = read(workbook, heads, rows=rows)
    assert read_by(reading, "D")[0] == ("growth_value", "month", 112.0)
    assert read_by(reading, "E")[0] == ("growth_value", "cumulative", 105.1)


@pytest.mark.parametrize(
    "head", ["So với cùng kỳ năm trước (%)", "YoY %", "Cùng kỳ năm trước = 100"]
)
def test_periods_beneath_a_comparison_are_what_grew(workbook, head):
    heads = (
        ("Mặt hàng", "Tháng 3/2025", "3 tháng 2025", head),
        (None, None, None, "Tháng 3", "3 tháng"),
    )
    rows = [(name, month, to_date, one, two) for name, month, one, to_date, two in GOODS]
    reading = read(workbook, *heads, rows=rows, merged=("D2:E2",))
    assert read_by(reading, "D")[0] == ("growth_value", "month", 112.0)
    assert read_by(reading, "E")[0] == ("growth_value", "cumulative", 105.1)


@pytest.mark.parametrize("head", ["Tăng/giảm (%)", "Growth (%)", "% change", "Chênh lệch (%)"])
def test_growth_that_does_not_say_over_what_is_proved_or_told(workbook, head):
    alone = read(workbook, ("Mặt hàng", "Tháng 3/2025", head), rows=[row[:3] for row in GOODS])
    assert not read_by(alone, "C")
    assert [f.cell for f in alone.findings if f.code == "column_unread"] == ["C3"]
    rows = [(name, now, round(now / growth * 100, 3), growth) for name, now, growth, *_ in GOODS]
    proved = read(workbook, ("Mặt hàng", "Tháng 3/2025", "Tháng 3/2024", head), rows=rows)
    assert read_by(proved, "D")[0] == ("growth_value", "month", 112.0)
    assert "column_unread" not in codes(proved)


@pytest.mark.parametrize("first", [("Mặt hàng",), ("STT", "Mặt hàng")])
def test_ways_of_trade_with_their_months_head_columns_and_are_no_titles(workbook, first):
    heads = (*first, "Xuất khẩu tháng 3/2025", "So CK (%)", "Nhập khẩu tháng 3/2025", "So CK (%)")
    rows = []
    for at, (name, value, growth, other, another) in enumerate(GOODS, start=1):
        rows.append((*(at,) * (len(first) - 1), name, value, growth, other, another))
    title = ("Xuất nhập khẩu hàng hóa", None, "Triệu USD")
    reading = read_return(workbook({"XNK": filled((title, heads, *rows))}))
    rice = [(r.flow, r.measure, r.basis, r.value / 1000) for r in reading.rows if r.item == "RICE"]
    assert rice == [
        ("export", "value", "month", 120_400_000.0),
        ("export", "growth_value", "month", 112.0),
        ("import", "value", "month", 300_100_000.0),
        ("import", "growth_value", "month", 105.1),
    ]
    assert not reading.questions
