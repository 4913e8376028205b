"""A total of everything by its words; one of some goods, or without some, is nobody's total."""

from __future__ import annotations

import pytest

from desktop.figures.reading import Ask
from desktop.returns.item_names import is_total
from tests.returns import forms
from tests.returns.forms import figures


@pytest.mark.parametrize(
    "label",
    [
        "Tổng", "Tổng số", "Tổng cộng:", "Tổng số (I+II)", "Tổng trị giá (Triệu USD)",
        "TỔNG TRỊ GIÁ(*)", "Tổng trị giá xuất khẩu(triệu USD)",
        "Tổng kim ngạch XK toàn tỉnh", "Tổng kim ngạch xuất khẩu hàng hóa của cả nước",
        "Tổng kim ngạch xuất khẩu 3 tháng đầu năm 2025", "Tổng giá trị xuất khẩu tháng 03/2025",
        "Tổng kim ngạch XK của tỉnh Bình Dương", "Tổng số các nước", "Tổng số - Total",
        "Tổng kim ngạch xuất khẩu (kể cả dầu thô)", "Tổng trị giá gồm cả dầu thô",
        "Tổng kim ngạch xuất khẩu, triệu USD", "Cộng", "Cả nước", "Grand total",
    ],
)  # fmt: skip
def test_a_total_of_everything(label):
    assert is_total(label)


PARTS = [
    "Tổng kim ngạch gạo", "Tổng kim ngạch 10 mặt hàng lớn nhất", "Tổng kim ngạch 3 mặt hàng",
    "Tổng cộng mặt hàng chủ yếu", "Tổng kim ngạch các thị trường chính", "Tổng xuất khẩu sang EU",
    "Tổng số (không kể dầu thô)", "Tổng trị giá xuất khẩu trừ dầu thô", "Tổng số doanh nghiệp",
    "Tổng trị giá tạm nhập tái xuất", "Tổng kim ngạch xuất nhập khẩu",
]  # fmt: skip


@pytest.mark.parametrize("label", PARTS)
def test_a_total_of_some_is_asked_about(tmp_path, label):
    assert not is_total(label)
    form = forms.values()
    forms.replaced(form, "Tổng số", label)
    form.put(5, 3, 3100.5, 3200.5, 9300.5)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert "TOTAL" not in {figure.item for figure in reading.rows}
    assert sorted(figures(reading)) == sorted(form.expected())
    asked = [question.ask for question in reading.questions if question.needed]
    assert asked == [Ask.NAME]


def test_a_long_line_that_begins_as_a_total_is_soon_told():
    assert not is_total("Tổng số " + "tỉnh so tháng " * 4000 + "gạo và cà phê các loại")


@pytest.mark.parametrize("label", ["Kinh tế nhà nước", "Kinh tế ngoài nhà nước", "DN nhà nước TW"])
def test_a_part_of_the_domestic_sector_is_told_and_nobody_is_asked_for_it(tmp_path, label):
    form = forms.values()
    form.column(13, 2, label)
    form.put(13, 3, 300.5, 310.5, 900.5, 104.0)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [f.cell for f in reading.findings if f.code == "part_of_a_row"] == ["B13"]
    assert not [question for question in reading.questions if question.needed]
