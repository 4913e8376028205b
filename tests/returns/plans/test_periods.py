"""Labels and headings of other countries to periods: calendars, languages, open ends."""

import pytest

from desktop.returns.plans.money import money, strange
from desktop.returns.plans.periods import said
from desktop.returns.plans.row_labels import PeriodLabels


def spoken(text: str) -> str:
    """The period, its basis, and whether nothing else was said; "-" for none."""
    found = said(text)
    if found.basis is None:
        return "-"
    open_end = ".." if found.open_end else ""
    beside = "" if found.exact else " +"
    return f"{found.year or ''} {found.first}-{found.last}{open_end} {found.basis}{beside}".strip()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024", "2024 0-0 year"),
        *((f"Tháng {n}", f"{int(n)}-{int(n)} month") for n in ("1", "9", "10", "12", "01", "09")),
        ("Month 11", "11-11 month"),
        ("Jan 24", "2024 1-1 month"),
        ("Apr 25(r)", "2025 4-4 month"),
        ("May 25 (P)", "2025 5-5 month"),
        ("Eksport May 25(p)", "2025 5-5 month +"),
        ("Dec-24*", "2024 12-12 month"),
        ("Cả năm", "0-0 year"),
        ("Whole year", "0-0 year"),
        ("Full-year change", "-"),
        ("Jan. - Dec. (R)", "0-0 year"),
        ("Jan. - (R)", "1-0.. cumulative"),
        ("January (R)", "1-1 month"),
        ("104年", "2015 0-0 year"),
        ("114年1-8月", "2025 1-8 cumulative"),
        ("8月", "8-8 month"),
        ("較上年同月增減", "-"),
        ("令和7年1月", "2025 1-1 month"),
        ("2025년 1월", "2025 1-1 month"),
        ("1~8월", "1-8 cumulative"),
        ("8월 누계", "1-8 cumulative"),
        ("ม.ค. 2568", "2025 1-1 month"),
        ("ม.ค.-ส.ค. 2568", "2025 1-8 cumulative"),
        ("2024-25", "2024 0-0 year"),
        ("FY2025", "2024 0-0 year"),
        ("Jul-Jun 2024-25", "2024 7-6 year"),
        ("Apr-Sep 2025", "2025 4-9 cumulative"),
        ("第1季", "1-3 quarter"),
        ("1st quarter 2025", "2025 1-3 quarter"),
        ("2025年上半年", "2025 1-6 cumulative"),
        ("202501", "2025 1-1 month"),
        ("2025-06", "2025 6-6 month"),
        ("2025-M06", "2025 6-6 month"),
        ("2025M06", "2025 6-6 month"),
        ("Exported value in 2025-M06", "2025 6-6 month +"),
        ("Juni 2025", "2025 6-6 month"),
        ("Januari-Agustus 2025", "2025 1-8 cumulative"),
        ("Jan-25", "2025 1-1 month"),
        ("Aug-2025", "2025 8-8 month"),
        ("Jan-Agt 2025", "2025 1-8 cumulative"),
        ("Jan-Des 2024", "2024 0-0 year"),
        ("Agt 2025", "2025 8-8 month"),
        ("Tháng 6 năm 2025", "2025 6-6 month"),
        ("6 tháng năm 2025", "2025 1-6 cumulative"),
        ("Exports Jan 2025", "2025 1-1 month +"),
        ("114年1月 Jan. 2025", "2025 1-1 month"),
        ("2025年1月 January 2025", "2025 1-1 month"),
        ("1月 Jan.", "1-1 month"),
        ("113年 2024", "2024 0-0 year"),
        ("Tháng 5 / May", "5-5 month"),
        ("1月 Mar.", "1-1 month +"),
        ("114年1月 Jan. 2024", "2024 1-1 month +"),
        ("Machinery", "-"),
        ("Details may not equal totals due to rounding", "-"),
        ("May", "5-5 month"),
        ("2,015", "-"),
    ],
)
def test_a_label_speaks_of_a_period(text, meant):
    assert spoken(text) == meant


@pytest.mark.parametrize(
    ("note", "dollars"),
    [
        ("單位：百萬美元；％", 1_000_000),
        ("In millions of dollars. Details may not add up.", 1_000_000),
        ("Unit: US$ million", 1_000_000),
        ("(USD '000)", 1_000),
        ("US$ bn", 1_000_000_000),
        ("億美元", 100_000_000),
        ("단위: 천불", 1_000),
        ("ล้านดอลลาร์สหรัฐ", 1_000_000),
        ("Triệu USD", 1_000_000),
        ("Nilai Ekspor (Juta US$)", 1_000_000),
        ("Ribu US$", 1_000),
        ("Miliar Rupiah", None),
        ("単位：百万円", None),
        ("RM million", None),
        ("Notes", None),
        ("單位：百萬美元 Unit: US$ Million", 1_000_000),
    ],
)
def test_a_unit_note_counts_dollars_or_none(note, dollars):
    assert money(note).money == dollars
    assert money(note).pieces is None


@pytest.mark.parametrize("note", ["単位：百万円", "million yen", "RM million", "억원", "ล้านบาท"])
def test_other_currencies_are_no_dollars(note):
    assert strange(note)


@pytest.mark.parametrize("label", ["August", "August (2)", "August (R)", "Aug. *"])
def test_a_month_named_with_a_footnote_s_mark_is_that_month(label):
    labels = PeriodLabels(year=2026)
    period = labels.read(label, has_figures=True).period
    assert (str(period.start), labels.knows(label)) == ("2026-08", True)
