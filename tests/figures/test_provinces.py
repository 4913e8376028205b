"""Provinces by any spelling, before and after the units of July 2025."""

import pytest

from desktop.figures.month import Month
from desktop.figures.provinces import province_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Công Thương tỉnh Bình Phước", "Bình Phước"),
        ("UBND TỈNH THANH HOÁ", "Thanh Hóa"),
        ("bc_xk022020_BinhPhuoc.xlsx", "Bình Phước"),
        ("Kim ngạch xuất khẩu TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Hà Nam", "Hà Nam"),
        ("Hàng hóa xuất khẩu", "UNKNOWN"),
        ("Tỉnh Binh Phước", "UNKNOWN"),
    ],
)
def test_a_text_names_a_province(text, name):
    assert province_in(text) == name


def test_names_before_and_after_the_merger():
    assert province_in("Bình Phước", Month(2025, 6)) == "Bình Phước"
    assert province_in("Bình Phước", Month(2025, 7)) == "Đồng Nai"
    assert province_in("Đồng Nai", Month(2025, 7)) == "Đồng Nai"
