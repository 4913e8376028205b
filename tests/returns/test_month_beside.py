"""Measures without a period beside those of the year to date are of the month in the title."""

from __future__ import annotations

import pytest

from tests.returns import forms
from tests.returns.forms import Form, Known, figures


def sheet(first: str, second: str, title: str = "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025") -> Form:
    """Quantities and values, of the month and to date; the month is not named over its columns."""
    form = Form()
    form.put(1, 1, title)
    form.put(3, 1, "STT", "Tên hàng", "ĐVT", first, second)
    form.put(3, 6, "Lượng lũy kế", "Trị giá lũy kế (USD)")
    weighed = [goods for goods in forms.GOODS if goods[2]]
    for row, (name, item, many, value) in enumerate(weighed, 4):
        tonnes = Known(many * 1000, many * 1000, item, measure="quantity", unit="t")
        now = forms.money(value * 1e6, item, amount=1)
        form.put(row, 1, row - 3, name, "Tấn", tonnes, now)
        form.put(row, 6, forms.to_date(tonnes), forms.to_date(now))
    return form


@pytest.mark.parametrize(
    ("first", "second"),
    [("Lượng", "Trị giá (USD)"), ("Số lượng", "Kim ngạch (USD)"), ("Lượng XK", "Giá trị XK (USD)")],
)
def test_what_says_no_period_is_of_the_month(tmp_path, first, second):
    form = sheet(first, second)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Lượng tồn kho", "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025"),
        ("Lượng", "XUẤT KHẨU HÀNG HÓA 3 THÁNG NĂM 2025"),
    ],
)
def test_of_what_it_is_else_is_asked_and_not_passed_over(tmp_path, first, title):
    reading = forms.read(tmp_path / "bc.xlsx", sheet(first, "Trị giá (USD)", title))
    assert "D" not in {row.cell[0] for row in reading.rows}
    assert "D4" in [f.cell for f in reading.findings if f.code == "column_unread"]
