"""Words of a title that nobody understands: what they may narrow is asked about."""

from __future__ import annotations

import pytest

from desktop.figures.reading import Ask
from desktop.returns.title_words import left_over
from tests.returns import forms
from tests.returns.forms import figures

TITLE = "KIM NGẠCH XUẤT KHẨU THÁNG 3 NĂM 2025"


@pytest.mark.parametrize(
    "title",
    [
        "BÁO CÁO TÌNH HÌNH XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025",
        "Biểu số 14. Hàng hóa xuất khẩu tháng Ba và quý I năm 2025",
        "Phụ lục 1: Kim ngạch xuất khẩu các mặt hàng chủ yếu 3 tháng đầu năm 2025",
        "BAO CAO KIM NGACH XUAT KHAU HANG HOA THANG 3 NAM 2025",
        "Trị giá xuất khẩu phân theo nước và vùng lãnh thổ, ước tháng 03/2025",
        "Số liệu sơ bộ hàng hoá xuất khẩu của Việt Nam tháng 3/2025",
        "Kết quả xuất khẩu, nhập khẩu theo khu vực kinh tế và loại hình doanh nghiệp",
        "Xuất khẩu máy móc, thiết bị sang Hoa Kỳ tháng 3/2025",
        "Tổng trị giá xuất nhập khẩu hàng hóa trên địa bàn tỉnh Đồng Nai",
        "Thống kê xuất khẩu thủy sản sang thị trường Nhật Bản (triệu USD, giá FOB)",
        "Table 3.2 Exports of goods by country and territory, preliminary May 2025",
        "Viet Nam's exports of main commodities in the first quarter of 2025",
        "Kim ngạch xuất khẩu hàg hóa thág 3 năm 2025",
        "12. Nhập khẩu thảng 3 và quí I nâm 2007",
        "7. Hàng hoá xuất khẩu thánh Bảy và bảy thảng năm 2011",
        "TÌNH HÌNH THỰC HIỆN KẾ HOẠCH XUẤT KHẨU THÁNG 3/2025",
        "Thương mại quốc tế - Xuất khẩu hàng hóa tháng 3 năm 2025",
        "SỞ CÔNG THƯƠNG - BÁO CÁO XUẤT KHẨU THÁNG 3/2025",
    ],
)
def test_what_offices_call_their_tables_leaves_nothing_over(title):
    assert left_over(title) == ()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("KIM NGẠCH XUẤT KHẨU SẦU RIÊNG THÁNG 3 NĂM 2025", "SẦU RIÊNG"),
        ("Kim ngach xuat khau sau rieng thang 3 nam 2025", "rieng"),
        ("KẾ HOẠCH XUẤT KHẨU THÁNG 3 NĂM 2025", "KẾ HOẠCH"),
        ("DỰ BÁO XUẤT KHẨU THÁNG 3 NĂM 2025", "DỰ BÁO"),
        ("XUẤT KHẨU KHÔNG KỂ VÀNG THÁNG 3 NĂM 2025", "KHÔNG KỂ VÀNG"),
        ("XUẤT KHẨU TRỪ DẦU THÔ THÁNG 3 NĂM 2025", "TRỪ"),
        ("Exports excluding crude oil, March 2025", "excluding"),
        ("GIÁ TRỊ XUẤT KHẨU TẠI CHỖ THÁNG 3 NĂM 2025", "CHỖ"),
        ("XUẤT KHẨU ĐÃ ĐƯỢC HOÀN THUẾ THÁNG 3 NĂM 2025", "ĐÃ HOÀN THUẾ"),
        ("ĐƠN HÀNG XUẤT KHẨU MỚI KÝ THÁNG 3 NĂM 2025", "ĐƠN KÝ"),
        ("XUẤT KHẨU MUỐI THÁNG 3 NĂM 2025", "MUỐI"),
    ],
)
def test_a_word_that_nobody_knows_is_told_and_asked_about(tmp_path, title, words):
    form = forms.values()
    forms.replaced(form, TITLE, title)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    asked = [question.ask for question in reading.questions if question.needed]
    told = [(f.cell, f.found) for f in reading.findings if f.code == "title_words"]
    assert (figures(reading), asked, told) == ([], [Ask.LAYOUT], [("A1", words)])
