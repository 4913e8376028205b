"""The heading grammar: both languages, every period, and what a return leaves unsaid."""

import calendar
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Flow, Measure
from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.headings import Compared, flow, measure, read
from desktop.returns.spans import Span
from desktop.returns.text import folded

JUNE = Month(2025, 6)
STATUS_WORDS = {
    Status.ESTIMATE: ["Ước tính", "Ước", "ƯTH", "Estimate"],
    Status.PRELIMINARY: ["Sơ bộ", "SƠ BỘ", "Preliminary"],
    Status.ACTUAL: ["Thực hiện", "Performance"],
    Status.FINAL: ["Chính thức", "Final"],
}
ENGLISH = calendar.month_name[1:]
ROMAN = ["I", "II", "III", "IV"]
years = st.integers(1995, 2060)
months = st.builds(Month, years, st.integers(1, 12))
statuses = st.sampled_from(Status)


@st.composite
def worded(draw, forms):
    status = draw(statuses)
    words = draw(st.sampled_from(STATUS_WORDS[status]))
    blank = draw(st.sampled_from([" ", "\n", "  ", "\u00a0"]))
    return status, (words + blank + draw(forms)).replace(" ", blank)


def test_what_may_be_is_no_month():
    assert read("Details may not equal totals due to rounding, 2025").resolved(None) is None
    assert read("May 2025").resolved(None) == Period.month(Month(2025, 5))


@given(st.data(), months)
def test_every_way_to_name_a_month(data, month):
    forms = st.sampled_from(
        [
            f"tháng {month.number} năm {month.year}",
            f"tháng {month.number:02d} năm {month.year}",
            f"tháng {month.number}/{month.year}",
            f"tháng{month.number}/{month.year}",
            f"năm {month.year} Tháng {month.number}",
            f"{ENGLISH[month.number - 1]} of {month.year}",
            f"{ENGLISH[month.number - 1][:3]}. {month.year}",
        ]
    )
    status, text = data.draw(worded(forms))
    heading = read(text)
    assert heading.status is status
    assert heading.resolved(None) == Period.month(month)


@given(st.data(), months)
def test_every_way_to_name_a_year_to_date(data, month):
    forms = st.sampled_from(
        [
            f"{month.number} tháng năm {month.year}",
            f"{month.number} tháng đầu năm {month.year}",
            f"{month.number} tháng/{month.year}",
            f"{month.number} months of {month.year}",
        ]
    )
    _, text = data.draw(worded(forms))
    assert read(text).resolved(None) == Period.to_date(month)


@given(years, st.integers(1, 4), statuses)
def test_every_way_to_name_a_quarter(year, number, status):
    for form in (f"quý {ROMAN[number - 1]} năm {year}", f"quí {ROMAN[number - 1]}/{year}"):
        heading = read(f"{STATUS_WORDS[status][0]} {form}")
        assert heading.resolved(None) == Period.quarter(year, number)


@given(months)
def test_a_heading_compared_with_last_year_is_growth_of_its_own_period(month):
    for text in (
        f"Tháng {month.number} năm {month.year} so với cùng kỳ năm trước (%)",
        f"Tháng {month.number} năm {month.year} so với tháng {month.number} năm {month.year - 1}",
        f"{ENGLISH[month.number - 1]} of {month.year} versus same period last year (%)",
    ):
        heading = read(text)
        assert heading.compared is Compared.LAST_YEAR
        assert heading.resolved(None) == Period.month(month)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trong tháng", Period.month(JUNE)),
        ("Trị giá tháng (USD)", Period.month(JUNE)),
        ("Lượng tháng", Period.month(JUNE)),
        ("Tháng Trị giá (USD)", Period.month(JUNE)),
        ("Tháng hiện tại", Period.month(JUNE)),
        ("Số tháng BC", Period.month(JUNE)),
        ("Số tháng 6", Period.month(JUNE)),
        ("Số T6/2025", Period.month(JUNE)),
        ("SỐ 6 THÁNG", Period.to_date(JUNE)),
        ("Số năm 2024", Period.year(2024)),
        ("Số quý II", Period.quarter(2025, 2)),
        ("LK", Period.to_date(JUNE)),
        ("Số LK", Period.to_date(JUNE)),
        ("Đầu năm đến nay", Period.to_date(JUNE)),
        ("Lũy kế", Period.to_date(JUNE)),
        ("Luỹ kế đến hết tháng báo cáo", Period.to_date(JUNE)),
        ("Lũy kế 6 tháng", Period.to_date(JUNE)),
        ("Cộng dồn từ đầu năm đến hết tháng 5/2005", Period.to_date(Month(2005, 5))),
        ("Lũy kế đến tháng 6", Period.to_date(JUNE)),
        ("Thực hiện tháng 6 năm trước", Period.month(Month(2024, 6))),
        ("6 tháng năm trước", Period.to_date(Month(2024, 6))),
        ("Lũy kế cùng kỳ năm trước", Period.to_date(Month(2024, 6))),
        ("Thực hiện cùng kỳ năm 2024", None),
        ("Thực hiện 2 tháng đầu năm", Period.to_date(Month(2025, 2))),
        ("Cộng dồn cả quý I/2001", Period.quarter(2001, 1)),
        ("chín tháng năm 2011", Period.to_date(Month(2011, 9))),
        ("tháng Mười hai năm 2011", Period.month(Month(2011, 12))),
        ("năm tháng năm 2011", Period.to_date(Month(2011, 5))),
        ("Accrued second quarter of 2020", Period.quarter(2020, 2)),
        ("Sơ bộ năm 2024", Period.year(2024)),
        ("Sơ bộ năm 2025", Period.year(2025, forecast=True)),
        ("2024", Period.year(2024)),
        ("Tháng 1 đến tháng 6 năm 2025", Period.to_date(JUNE)),
        ("Số liệu cập nhật đến ngày 31/01/2025", None),
        ("ước tính t8", None),
        ("utt12", None),
        ("t10/t9", None),
        ("Mặt hàng", None),
        ("Lũy kế từ đầu năm 2025", Period.to_date(JUNE)),
        ("Year-to-date 2025", Period.to_date(JUNE)),
        ("First half of 2025", Period.to_date(JUNE)),
        ("Realization of 6 first months of 2025", Period.to_date(JUNE)),
        ("Nửa đầu năm 2025", Period.to_date(JUNE)),
        ("H1/2025", Period.to_date(JUNE)),
        ("Ước tính tháng Năm", Period.month(Month(2025, 5))),
        ("Thực hiện tháng Năm Lượng", Period.month(Month(2025, 5))),
        ("Tháng 13 năm 2025", None),
        ("2024/2025", Period.year(2025, forecast=True)),
        ("tháng năm 2025", Period.month(Month(2025, 5))),
        ("các tháng năm 2025", Period.year(2025, forecast=True)),
    ],
)
def test_in_a_return_about_june_2025(text, period):
    assert read(text).resolved(JUNE) == period


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Thực hiện tháng 12", 2024), ("Sơ bộ tháng 12", 2024), ("Ước tính tháng 12", 2025),
        ("Thực hiện tháng 12 năm trước", 2024), ("Thực hiện tháng 12 năm 2025", 2025),
    ],
)  # fmt: skip
def test_what_came_of_december_is_last_years_in_a_january(text, year):
    assert read(text).resolved(Month(2025, 1)) == Period.month(Month(year, 12))


def test_the_whole_year_is_a_forecast_until_december():
    heading = read("Ước tính năm 2019")
    assert heading.resolved(Month(2019, 9)).basis is Basis.YEAR_FORECAST
    assert heading.resolved(Month(2019, 12)).basis is Basis.YEAR
    assert heading.resolved(Month(2020, 1)).basis is Basis.YEAR


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("So với tháng trước (%)", Compared.PERIOD_BEFORE),
        ("So với cùng kỳ năm trước (%)", Compared.LAST_YEAR),
        ("Năm 2018 so với năm 2017 (%)", Compared.LAST_YEAR),
        ("Tháng 6 năm 2025 so với kế hoạch năm", Compared.PLAN),
        ("Tháng 6 năm 2011 so với bình quân năm gốc 2010", Compared.BASE_YEAR),
        ("Tháng 6 năm 2025 so với tháng 5 năm 2025", Compared.PERIOD_BEFORE),
        ("Tháng 1 năm 2025 so với tháng 12 năm 2024", Compared.PERIOD_BEFORE),
        ("Tháng 6 năm 2025 so với tháng 5 năm 2024", Compared.UNKNOWN),
        ("So sánh T6/2025 với T5/2025 (%)", Compared.PERIOD_BEFORE),
        ("So sánh 6T/2025 với 6T/2024 (%)", Compared.LAST_YEAR),
        ("So tháng 6/2025 với tháng 6/2024", Compared.LAST_YEAR),
        ("Số cùng kỳ năm trước", None),
        ("Tổng số tháng 6 so với cùng kỳ", Compared.LAST_YEAR),
        ("Sơ bộ tháng 6 năm 2025", None),
        ("Năm 2018/2017 (%)", Compared.LAST_YEAR),
        ("6T2025/6T2024 (%)", Compared.LAST_YEAR),
        ("T6/2025 so T6/2024", Compared.LAST_YEAR),
        ("T6/2025 so T5/2025", Compared.PERIOD_BEFORE),
        ("June 2025 over June 2024", Compared.LAST_YEAR),
        ("Năm 2018 so với năm 2018 (%)", Compared.LAST_YEAR),
        ("6 tháng năm 2025 so với 6 tháng năm 2019 (%)", Compared.UNKNOWN),
        ("June 2025, YoY (%)", Compared.LAST_YEAR),
        ("2024/2025", None),
        ("LK so CK (%)", Compared.LAST_YEAR),
        ("Tháng 6 so với CK", Compared.LAST_YEAR),
        ("Tổng số tháng 6", None),
    ],
)
def test_what_a_column_compares_with(text, compared):
    assert read(text).compared is compared


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tỷ trọng (%)", "share"),
        ("Đơn giá bình quân tháng 6", "price"),
        ("Kế hoạch năm 2025", "plan"),
        ("6 tháng cuối năm 2025", "second_half"),
        ("Tháng 6 từ ngày 5 đến ngày 9", "half_month"),
        ("Kỳ 1 tháng 6 năm 2025", ""),
        ("Sơ bộ tháng 6 năm 2025", ""),
    ],
)
def test_columns_that_are_not_ours_say_why(text, code):
    assert read(text).left_out == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lượng", Measure.QUANTITY),
        ("Trị giá (USD)", Measure.VALUE),
        ("Volume", Measure.QUANTITY),
        ("Value", Measure.VALUE),
        ("Kim ngạch", Measure.VALUE),
        ("Ước tính tháng 6 năm 2025 KL", Measure.QUANTITY),
        ("SL (tấn)", Measure.QUANTITY),
        ("TG", Measure.VALUE),
        ("Giá TG", None),
        ("Đơn giá", None),
        ("Sơ bộ", None),
    ],
)
def test_measures(text, expected):
    assert measure(text) is expected


def test_flows_and_their_absence():
    assert flow("14. Hàng hóa xuất khẩu") is Flow.EXPORT
    assert flow("Imports of goods") is Flow.IMPORT
    assert flow("Xuất, nhập khẩu hàng hóa") is None
    assert flow("Chỉ số giá tiêu dùng") is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_grammar(text):
    heading = read(text)
    heading.resolved(JUNE)
    assert heading.span is not Span.MONTH or 0 <= heading.number <= 12


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (words.COMPARED, words.OF_COMPARED),
        (words.MONTH_RANGE, words.OF_RANGES),
        (words.QUARTER, words.OF_QUARTERS),
        (words.EXPORT, words.OF_FLOWS),
        (words.IMPORT, words.OF_FLOWS),
    ],
)
@settings(max_examples=40)
@given(data=st.data())
def test_no_pattern_stands_without_one_of_its_signs(pattern, signs, data):
    text = data.draw(st.from_regex(pattern))
    assert any(sign in text for sign in signs)


WORDS = st.sampled_from(
    [
        "Ước tính", "Thực hiện", "Cộng dồn", "tháng 6", "tháng", "năm", "6 tháng đầu năm",
        "Quý II", "so với", "cùng kỳ", "/", "-", "(%)", "Lượng", "Trị giá", "từ 1/6/", "đến 15/6/",
        "months of", "June", "compared to", "sơ bộ", "kế hoạch", "1.000", "12", "tháng 5/", "T6/",
        "nửa đầu", "cả",
    ]
)  # fmt: skip
YEARS = st.sampled_from(["Y0", "Y1", "Y2"])


@settings(max_examples=150)
@given(st.lists(WORDS | YEARS, max_size=7), st.integers(1950, 2090), st.sampled_from(["", " "]))
def test_the_same_words_of_another_year_are_that_years(said, year, between):
    text = between.join(said)
    for back in range(3):
        text = text.replace(f"Y{back}", str(year - back))
    assume(not re.search(r"[0-9]{5}", text))  # digits that run into a year make it none
    assert read(text) == headings._read(folded(text))


MONTHS = st.sampled_from(
    [
        "tháng M", "M tháng", "tháng 0M", "tháng M năm Y0", "M tháng năm Y0", "tháng M/Y1", "kỳ M",
        "so với tháng M", "tháng năm", "tháng bảy", "tháng N", "N tháng", "quý N", "ky M tháng M",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(
    st.lists(WORDS | YEARS | MONTHS | MONTHS, max_size=6), st.integers(1950, 2090),
    st.integers(1, 12), st.integers(-1, 1), st.sampled_from(["", " "]),
)  # fmt: skip
def test_the_same_words_of_another_month_are_that_months(said, year, month, further, between):
    text = between.join(said).replace("M", str(month)).replace("N", str(month + further))
    for back in range(3):
        text = text.replace(f"Y{back}", str(year - back))
    assume(not re.search(r"[0-9]{5}", text))
    assert read(text) == headings._read(folded(text))


@pytest.mark.parametrize(
    "text",
    ["Bình quân tháng năm 2024", "Bình quân 1 tháng năm 2024", "BQ/tháng 2024",
     "Tháng bình quân năm 2024", "Trung bình mỗi tháng 6T/2024", "Monthly average 2024"],
)  # fmt: skip
def test_an_average_of_months_is_none_of_them_and_no_year(text):
    assert headings.read(text).left_out == "not_understood"


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 6 năm 2024 so với bình quân tháng năm 2023",
        "Bình quân 6 tháng năm 2024 so với cùng kỳ",
    ],
)
def test_an_average_that_is_compared_with_leaves_the_figure_what_it_is(text):
    assert headings.read(text).left_out == ""


@pytest.mark.parametrize(
    "text",
    [
        "Jan\u2013Jun 2025", "January through June 2025", "Up to June 2025", "To date",
        "Cumulative 2025", "Lũy kế 2025", "YTD 2025", "6M 2025", "Jan to Jun 2025",
    ],
)  # fmt: skip
def test_ways_to_say_the_year_so_far(text):
    assert read(text).resolved(JUNE) == Period.to_date(JUNE)


def test_the_cumulative_of_a_year_is_the_whole_year_in_its_december():
    assert read("Cộng dồn 2024").resolved(Month(2024, 12)) == Period.year(2024)
    assert read("Cumulative 2024").resolved(JUNE) == Period.to_date(Month(2024, 6))
    assert read("Cả năm 2024").resolved(JUNE) == Period.year(2024)
