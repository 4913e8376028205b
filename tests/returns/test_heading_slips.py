"""Slips of the keyboard in headings are understood; words that are only alike are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.month import Month
from desktop.figures.period import Period
from desktop.returns import heading_slips, heading_words
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
        ("Ước tính thángSáu năm2010", Period.month(JUNE)),
        ("Ước tính thángMười một năm 2009", Period.month(Month(2009, 11))),
        ("Ước tính thángXyz năm 2010", None),
    ],
)
def test_a_slip_beside_words_that_are_right(text, period):
    assert read(text).resolved(JUNE) == period


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("thuc hien, thuc hein", "thuc hien, thuc hien"),
        ("thuc hien thuc hein", "thuc hien thuc hien"),
        ("thuc hienn", "thuc hien"),
        ("xthuc hien", "thuc hien"),
        ("thucc hien va thuc hien", "thuc hien va thuc hien"),
        ("xuat khua va nhap khau", "xuat khau va nhap khau"),
    ],
)
def test_a_slip_beside_the_same_words_without_one(text, right):
    assert spelt(text) == right


@pytest.mark.parametrize(
    ("pattern", "sign"),
    [
        (heading_slips._GLUED, heading_slips._LONG),
        (heading_slips._NUMBERED, heading_slips._MAY_BE_NUMBERED),
        (heading_words._GLUED, heading_words._MAY_BE_GLUED),
    ],
)
@settings(max_examples=200)
@given(data=st.data())
def test_words_typed_as_one_show_a_sign(pattern, sign, data):
    """Texts of the words' own letters, in which the pattern stands now and then."""
    pieces = st.sampled_from(
        [
            *heading_slips.GLUED_WORDS,
            "so",
            "i",
            "ii",
            "iv",
            "ky",
            "6",
            " ",
            "month",
            "months",
            "usd",
        ]
    )
    text = "".join(data.draw(st.lists(pieces, min_size=1, max_size=5)))
    assert sign.search(text) or not pattern.search(text)


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
