"""A comparison in dollars beside one in per cent: the difference is no growth, nor lost unsaid."""

from __future__ import annotations

import pytest

from tests.returns import forms
from tests.returns.forms import GOODS, Form, figures

MONTH, TO_DATE = "So với tháng 3/2024", "So với cùng kỳ năm trước"


def compared(first: str, second: str, *, merged: bool, over: tuple[str, str]) -> Form:
    """The month and the year to date, each with its difference and its change in per cent."""
    form = Form()
    form.put(1, 1, "KIM NGẠCH XUẤT KHẨU THÁNG 3 NĂM 2025")
    form.put(2, 8, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", "Mặt hàng", "Tháng 3/2025", over[0], None, "3 tháng/2025", over[1])
    for left in (4, 7):
        form.put(5, left, first, second)
        if merged:
            form.merged.append((4, left, 4, left + 1))
    for row, (name, item, _, value) in enumerate(GOODS, 6):
        now = forms.money(value, item)
        more = [round(value / 9, 1), 11.1]
        if "%" in first:
            more.reverse()
        form.put(row, 1, row - 5, name, now, *more, forms.to_date(now), more[0] * 3, more[1])
        if "%" in first:
            form.put(row, 7, more[0], more[1] * 3)
    return form


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("over", [(MONTH, TO_DATE), (f"Tăng (+), giảm (-) {MONTH}", TO_DATE)])
@pytest.mark.parametrize(
    ("first", "second", "growth"),
    [
        ("Tuyệt đối", "%", "EH"),
        ("Tuyệt đối", "Tương đối (%)", "EH"),
        ("Số tuyệt đối", "Số tương đối", "EH"),
        ("+/-", "%", "EH"),
        ("Mức", "Tỷ lệ (%)", "EH"),
        ("Trị giá", "Tốc độ (%)", "EH"),
        ("Triệu USD", "%", "EH"),
        ("Chênh lệch", "%", "EH"),
        ("%", "Tuyệt đối", "DG"),
        ("(%)", "(+/-)", "DG"),
    ],
)
def test_only_what_is_in_per_cent_is_growth(tmp_path, first, second, growth, over, merged):
    form = compared(first, second, merged=merged, over=over)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    grown = [(row.cell[0], float(row.value) / 1000) for row in reading.rows if row.unit == "index"]
    assert sorted(set(grown)) == [(letter, 111.1) for letter in growth]
    assert len(grown) == 2 * len(GOODS)


def test_a_difference_that_stands_alone_is_no_growth(tmp_path):
    form = forms.periods(
        [
            ("Tháng 3/2024", "month", "2024-03"),
            ("Tháng 3/2025", "month", "2025-03"),
        ]
    )
    form.put(4, 5, "Chênh lệch so với cùng kỳ")
    for row, (_, _, _, value) in enumerate(GOODS, 5):
        form.put(row, 5, round(value / 20, 1))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert [row.cell for row in reading.rows if row.unit == "index"] == []
    assert len(figures(reading)) == len(form.expected())


@pytest.mark.parametrize("head", ["Tăng, giảm so với cùng kỳ", "So với cùng kỳ (+/-)"])
@pytest.mark.parametrize("before", [True, False])
def test_a_difference_that_no_word_tells_is_told_by_its_size(tmp_path, head, before):
    heads = [("Tháng 3/2025", "month", "2025-03")]
    form = forms.periods(heads + [("Tháng 3/2024", "month", "2024-03")] * before)
    column = 4 + before
    form.put(4, column, head)
    for row, (_, _, _, value) in enumerate(GOODS, 5):
        form.put(row, column, round(value / 11, 1))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [row.cell for row in reading.rows if row.unit == "index"] == []
    told = [f.cell for f in reading.findings if f.code == "growth_unclear"]
    assert told == [f"{'DE'[before]}5"]
