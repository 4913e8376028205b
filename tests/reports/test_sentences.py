"""The standard sentences, word for word; and what is said when something is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.analysis.results import Phasing
from desktop.figures.figure import Status
from desktop.figures.series import Flow, Ownership
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.reports.prose.headline import other_growth
from desktop.reports.prose.sentences import sentences

JUNE_VI = (
    "Lũy kế 6 tháng đạt 219,83 tỷ USD, tăng 14,4% so với cùng kỳ, bằng 48,4% kế hoạch năm; "
    "6 tháng còn lại phải đạt bình quân 39,1 tỷ USD/tháng.",
    "Số in trong báo cáo: tăng 14,4%; tính trên số tháng đã công bố: tăng 15,3%.",
    "Đúng tiến độ: lũy kế cao hơn lộ trình (theo mùa vụ) 1,96 tỷ USD, tức 0,9%.",
    "Kế hoạch năm 2025 là 454,20 tỷ USD, tăng 12% so với năm 2024.",
    "Tốc độ tăng lũy kế cao hơn kế hoạch năm 3,3 điểm phần trăm; tỷ lệ thực hiện kế hoạch "
    "bám sát lộ trình.",
    "Tháng 6, kim ngạch xuất khẩu hàng hóa đạt 39,49 tỷ USD, giảm 0,2% so với tháng trước "
    "và tăng 14,6% so với cùng kỳ năm trước.",
    "Tính chung 6 tháng đầu năm 2025, kim ngạch xuất khẩu hàng hóa đạt 219,83 tỷ USD, "
    "tăng 14,4% so với cùng kỳ năm trước, trong đó khu vực kinh tế trong nước đạt 58,16 tỷ USD, "
    "tăng 12,1%, chiếm 26,5%; khu vực có vốn đầu tư nước ngoài (kể cả dầu thô) đạt "
    "161,67 tỷ USD, tăng 15,3%, chiếm 73,5%.",
    "Mặt hàng đóng góp lớn nhất vào mức tăng chung: Điện tử, máy tính và linh kiện tăng 41,7% "
    "(theo biểu 39,9%), đóng góp 7,4 điểm phần trăm; Máy móc, thiết bị, dụng cụ, phụ tùng khác "
    "tăng 16,1%, đóng góp 2,0 điểm phần trăm; Cà phê tăng 67,5%, đóng góp 1,1 điểm phần trăm.",
    "Mặt hàng kéo giảm mức tăng chung: Sắt thép giảm 22,7%, làm giảm 0,6 điểm phần trăm; "
    "Điện thoại các loại và linh kiện giảm 0,9%, làm giảm 0,1 điểm phần trăm.",
    "Hoa Kỳ là thị trường xuất khẩu lớn nhất, đạt 70,90 tỷ USD, tăng 28,2%, "
    "chiếm 32,3% tổng kim ngạch xuất khẩu.",
    "Thị trường đóng góp lớn nhất vào mức tăng chung: Hoa Kỳ tăng 28,2%, đóng góp "
    "8,2 điểm phần trăm; Hồng Kông tăng 27,5%, đóng góp 0,9 điểm phần trăm; "
    "Hàn Quốc tăng 11,9%, đóng góp 0,8 điểm phần trăm.",
    "Thị trường kéo giảm mức tăng chung: Nga giảm 10,0%, làm giảm 0,1 điểm phần trăm.",
    "Tính chung 6 tháng đầu năm 2025, kim ngạch nhập khẩu hàng hóa đạt 212,26 tỷ USD, "
    "tăng 18,7% so với cùng kỳ năm trước.",
    "Cán cân thương mại hàng hóa tháng 6 xuất siêu 2,83 tỷ USD; 6 tháng đầu năm 2025 "
    "xuất siêu 7,57 tỷ USD (cùng kỳ năm trước xuất siêu 11,85 tỷ USD).",
)
JUNE_EN = (
    "Exports over 6 months reached USD 219.83 billion, up 14.4% on the same period, "
    "48.4% of the year's target; the remaining 6 months must average USD 39.1 billion a month.",
    "The return prints up 14.4%; on the months published: up 15.3%.",
    "On track: the cumulative is USD 1.96 billion (0.9%) above the path (by season).",
    "The target for 2025 is USD 454.20 billion, up 12% on 2024.",
    "Growth to date is 3.3 percentage points above the growth asked for the year; the share of "
    "the year's target is level with the path's.",
    "In June, exports of goods reached USD 39.49 billion, down 0.2% on the previous month "
    "and up 14.6% on the same period last year.",
    "Over the first 6 months of 2025, exports of goods reached USD 219.83 billion, up 14.4% on "
    "the same period last year, of which the domestic sector reached USD 58.16 billion, "
    "up 12.1%, a share of 26.5%; the foreign-invested sector (crude oil included) reached "
    "USD 161.67 billion, up 15.3%, a share of 73.5%.",
    "Items that contributed most to growth: Electronic goods, computers and their parts "
    "up 41.7% (as printed: 39.9%), contributing 7.4 percentage points; Machinery, instrument, "
    "accessory up 16.1%, contributing 2.0 percentage points; Coffee up 67.5%, "
    "contributing 1.1 percentage points.",
    "Items that held growth back: Iron, steel down 22.7%, taking off 0.6 percentage points; "
    "Phones all of kinds and their parts down 0.9%, taking off 0.1 percentage points.",
    "United States, the largest export market, reached USD 70.90 billion, up 28.2%, "
    "32.3% of exports.",
    "Markets that contributed most to growth: United States up 28.2%, contributing "
    "8.2 percentage points; Hong Kong (China) up 27.5%, contributing 0.9 percentage points; "
    "Korea, Rep. of up 11.9%, contributing 0.8 percentage points.",
    "Markets that held growth back: Russian Federation down 10.0%, "
    "taking off 0.1 percentage points.",
    "Over the first 6 months of 2025, imports of goods reached USD 212.26 billion, up 18.7% on "
    "the same period last year.",
    "The trade balance in goods: June a surplus of USD 2.83 billion; the first 6 months of 2025 "
    "a surplus of USD 7.57 billion (same period last year: a surplus of USD 11.85 billion).",
)


def plain(texts):
    """Blanks that keep a month and its number on one line read like any other."""
    return tuple(text.replace("\u00a0", " ") for text in texts)


@pytest.fixture
def told(story, vi):
    """Tell the year in Vietnamese; see `story` for what can be changed."""

    def sentences_of(*args, **kwargs):
        return plain(sentences(story(*args, **kwargs), vi))

    return sentences_of


def test_the_half_year_in_vietnamese(june, vi):
    assert plain(sentences(june, vi)) == JUNE_VI


def test_the_half_year_in_english(june, en):
    assert plain(sentences(june, en)) == JUNE_EN


def test_an_estimate_is_said_to_be_one(told):
    texts = told(status=Status.ESTIMATE, parts=False)
    assert texts[0].startswith("Lũy kế 6 tháng ước đạt 219,83 tỷ USD, tăng 14,4%")
    assert texts[5] == "Đánh giá trên theo số ước tính."
    assert "kim ngạch xuất khẩu hàng hóa ước đạt 39,49 tỷ USD" in texts[6]


def test_february_is_told_together_with_january(told):
    month = next(text for text in told(2) if text.startswith("Tháng 2,"))
    assert month.endswith("gộp tháng 1 và tháng 2 tăng 8,6% so với cùng kỳ năm trước.")
    assert not any("gộp tháng 1" in text for text in told(3))


def test_the_best_month_on_record_is_said_to_be_one(told):
    record = "Tháng 8/2025 là tháng có kim ngạch cao nhất từ trước tới nay trong số liệu đang lưu."
    assert record in told(8)
    assert not any("cao nhất từ trước tới nay" in text for text in told(9))


def test_january_is_not_judged_alone(told):
    texts = told(1)
    assert texts[0] == (
        "Tháng 1 đạt 33,16 tỷ USD, giảm 4,0% so với cùng kỳ, bằng 7,3% kế hoạch năm; "
        "11 tháng còn lại phải đạt bình quân 38,3 tỷ USD/tháng."
    )
    assert "Tết" in texts[1]
    assert not any("tháng đầu năm" in text for text in texts)


def test_january_goes_back_to_december_for_the_month_before(told):
    assert told(1)[3] == (
        "Tháng 1, kim ngạch xuất khẩu hàng hóa đạt 33,16 tỷ USD, giảm 6,7% so với tháng trước "
        "và giảm 4,0% so với cùng kỳ năm trước."
    )


def test_the_last_month_left_has_no_average(told):
    assert told(11)[0].endswith("bằng 94,8% kế hoạch năm; tháng còn lại phải đạt 23,7 tỷ USD.")


def test_a_year_that_is_over_and_beyond_its_plan(told):
    assert told(12)[0] == (
        "Cả năm đạt 474,51 tỷ USD, tăng 17,0% so với cùng kỳ, bằng 104,5% kế hoạch năm; "
        "vượt kế hoạch năm 20,32 tỷ USD."
    )


def test_a_year_that_is_over_and_short_of_its_plan(told):
    half_again = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 500e9, 500e9)
    assert told(12, targets=[half_again])[0].endswith("còn thiếu 25,49 tỷ USD so với kế hoạch năm.")


def test_a_plan_reached_before_the_year_is_over(told):
    low = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 400e9, 400e9)
    assert told(11, targets=[low])[0].endswith("; vượt kế hoạch năm 30,46 tỷ USD.")


def test_a_range_is_told_with_both_ends(told):
    target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16)
    texts = told(targets=[target])
    assert "bằng 46,7–47,1% kế hoạch năm" in texts[0]
    assert texts[0].endswith("phải đạt bình quân 41,1–41,8 tỷ USD/tháng.")
    assert texts[3] == "Kế hoạch năm 2025 là 466,36–470,42 tỷ USD, tăng 15–16% so với năm 2024."
    assert texts[4].startswith("Tốc độ tăng lũy kế nằm trong khoảng kế hoạch năm;")
    between = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 430e9, 440e9)
    headline = told(11, targets=[between])[0]
    assert headline.endswith("; vượt mức thấp của kế hoạch năm 463 triệu USD.")


def test_the_document_that_set_the_plan_is_named(told):
    target = Target(
        Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="Nghị quyết 01/NQ-CP"
    )
    assert told(targets=[target])[3] == (
        "Kế hoạch năm 2025 là 454,20 tỷ USD, tăng 12% so với năm 2024 (Nghị quyết 01/NQ-CP)."
    )


def test_without_a_plan_nothing_is_said_of_shares_and_path(told):
    texts = told(targets=[])
    assert texts[0] == "Lũy kế 6 tháng đạt 219,83 tỷ USD, tăng 14,4% so với cùng kỳ."
    assert "Chưa có kế hoạch năm 2025." in texts
    assert not any("lộ trình" in text for text in texts)


def test_a_straight_line_is_named_as_one(told, vi):
    texts = told(phasing=Phasing.LINEAR)
    assert texts[2].startswith("Có nguy cơ: lũy kế thấp hơn lộ trình (chia đều) 7,27 tỷ USD")


def test_below_the_path(told):
    texts = told(exports=(33_000, 25_000, 32_000, 32_000, 32_000, 30_000))
    assert texts[0].startswith("Lũy kế 6 tháng đạt 184,00 tỷ USD, giảm 3,5% so với cùng kỳ")
    assert "lũy kế thấp hơn lộ trình" in texts[1]


def test_a_missing_month_is_named_and_nothing_is_added_up(told):
    texts = told(leave_out=(3, 4), printed=False, parts=False)
    assert texts[0] == (
        "Chưa tính được lũy kế xuất khẩu 6 tháng đầu năm 2025: thiếu số liệu một số tháng."
    )
    assert "Chưa có số liệu xuất khẩu tháng 3/2025 và tháng 4/2025: chưa nhập báo cáo." in texts
    assert not any(text.startswith("Tính chung 6 tháng") and "xuất khẩu" in text for text in texts)


def test_without_last_year_no_growth_is_made_up(told):
    texts = told(years={2025: (30_000,) * 6}, imports={}, printed=False, parts=False)
    assert texts[0] == "Lũy kế 6 tháng đạt 180,00 tỷ USD."
    assert "Chưa có số liệu năm 2024 để so sánh." in texts
    assert not any("cùng kỳ" in text for text in texts)


def test_without_imports_there_is_no_balance(told):
    texts = told(imports={})
    assert not any("nhập khẩu" in t or "Cán cân" in t for t in texts)


def test_a_balance_that_flipped(told):
    heavy = {2024: (20_000,) * 12, 2025: (45_000,) * 6}
    assert told(imports=heavy)[-1] == (
        "Cán cân thương mại hàng hóa tháng 6 nhập siêu 5,51 tỷ USD; 6 tháng đầu năm 2025 "
        "nhập siêu 50,17 tỷ USD (cùng kỳ năm trước xuất siêu 70,73 tỷ USD)."
    )


def test_more_than_double_is_told_in_times(told):
    texts = told(exports=tuple(2.5 * x for x in (34_530.82, 24_683.83, 33_666.13)), through=3)
    assert "gấp 2,5 lần cùng kỳ" in texts[0]


def test_printed_and_own_growth_are_only_told_apart_where_they_differ(told):
    assert not any("Số in trong báo cáo" in text for text in told(1))
    assert JUNE_VI[1] in told(6)


def test_a_growth_printed_of_a_cumulative_revised_since_has_its_day(june, vi, en):
    at = june.exports.growth_printed_source
    later = replace(june.exports.cumulative_source, reported_on="2025-08-06")
    revised = replace(june.exports, cumulative_source=later)
    assert plain([other_growth(revised, en)]) == (
        "The return of 6 Jul 2025 prints up 14.4%, of the cumulative as it was then; on the months "
        "published: up 15.3%.",
    )
    assert at.reported_on == "2025-07-06"
    assert plain([other_growth(revised, vi)]) == (
        "Báo cáo ngày 06/07/2025 in tăng 14,4%, tính cho lũy kế khi đó; tính trên số tháng đã "
        "công bố: tăng 15,3%.",
    )


def test_sectors_that_do_not_add_up_are_pointed_out(story, vi, monkeypatch):
    monkeypatch.setitem(story.sectors, Ownership.FDI, (150_000, "115.3"))
    assert (
        "Cần kiểm tra: khu vực trong nước và khu vực có vốn đầu tư nước ngoài cộng lại là "
        "208,16 tỷ USD, tổng số in trong báo cáo là 219,83 tỷ USD."
    ) in sentences(story(), vi)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=12), st.sampled_from(["vi", "en"]))
def test_whatever_the_figures_no_sentence_carries_a_minus(story, months, code):
    told = sentences(story(len(months), exports=tuple(months)), language(code))
    assert told
    assert not any("−" in text or " -" in text for text in told)
    assert all(text.endswith(".") and text[0] == text[0].upper() for text in told)
