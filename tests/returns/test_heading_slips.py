"""Slips of the keyboard in headings are understood; words that are only alike are left alone."""

import pytest

from desktop.figures.month import Month
from desktop.figures.period import Period
from desktop.returns.heading_slips import spelt
from desktop.returns.headings import Compared, flow, read
from desktop.returns.text import folded
from desktop.returns.titles import title

JUNE = Month(2010, 6)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Thực hein tháng 6 năm 2010", Period.month(JUNE)),
        ("Ước tính thág 6 năm 2010", Period.month(JUNE)),
        ("Ước tính thánh 6/2010", Period.month(JUNE)),
        ("Ướctính tháng6 năm2010", Period.month(JUNE)),
        ("Cộng dồn 6 thnág đầu năm 2010", Period.to_date(JUNE)),
        ("Cộngdồn 6 thángđầu năm 2010", Period.to_date(JUNE)),
        ("Cộng dồn quýI năm 2010", Period.quarter(2010, 1)),
    ],
)
def test_a_slip_beside_words_that_are_right(text, period):
    assert read(text).resolved(JUNE) == period


def test_a_comparison_with_a_slip_is_no_level():
    for text in ("Tháng 6 năm 2010 sovới cùng kỳ", "6 tháng 2010 so với cugn kỳ năm trước"):
        assert read(text).compared is Compared.LAST_YEAR
    assert flow("Hàng hóa xuât khâu") is flow("Hàng hóa xuất kháu")
    assert title("8. Hàng hóa nhâp khaur") is not None


@pytest.mark.parametrize(
    "text",
    [
        "hang 6 nam 2010", "trang 2 nam 2010", "hang thuy san", "gia cong", "cong dong",
        "so nhan khau thieu doi", "than da", "khoang san", "tang 5 % so voi nam truoc",
        "oil cake", "dau tho", "chat deo nguyen lieu", "cong ty", "trong nuoc",
    ],
)  # fmt: skip
def test_words_that_are_only_alike_stay(text):
    assert spelt(text) == text
    assert title(folded(text)) is None
