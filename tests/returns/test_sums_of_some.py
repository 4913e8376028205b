"""The sum of the goods or markets that a title chose is no total of everything."""

from __future__ import annotations

import pytest

from tests.returns import forms
from tests.returns.forms import GOODS, MARKETS, Form, figures


def listed(title: str, last: str, more: float = 0.0, other: str = "") -> Form:
    """Goods, and beneath them their sum, and `more` that is not among them."""
    form = Form()
    form.put(1, 1, title)
    form.put(2, 4, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", "Mặt hàng", "Tháng 3/2025", "3 tháng/2025")
    rows = [(name, forms.money(value, item)) for name, item, _, value in GOODS]
    if other:
        rows.append((other, forms.money(900.0, "OTHER")))
    for row, (name, now) in enumerate(rows, 5):
        form.put(row, 1, row - 4, name, now, forms.to_date(now))
    whole = [sum(known.number for _, known in rows) + more]
    whole.append(sum(forms.to_date(known).number for _, known in rows) + more)
    now = forms.money(whole[0], "TOTAL")
    form.put(5 + len(rows), 2, last, now, forms.to_date(now)._replace(
        printed=round(whole[1], 1), number=round(whole[1], 1)))  # fmt: skip
    return form


@pytest.mark.parametrize(
    "title",
    [
        "10 MẶT HÀNG XUẤT KHẨU LỚN NHẤT THÁNG 3 NĂM 2025",
        "CÁC MẶT HÀNG XUẤT KHẨU CHỦ YẾU THÁNG 3 NĂM 2025",
    ],
)
def test_the_sum_of_the_goods_listed_is_told_and_left_out(tmp_path, title):
    form = listed(title, "Tổng cộng")
    form.known(lambda known: known.number if known.item == "TOTAL" else known)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [f.cell for f in reading.findings if f.code == "sum_of_some"] == ["C12"]


@pytest.mark.parametrize(
    ("title", "more", "other"),
    [
        ("10 MẶT HÀNG XUẤT KHẨU LỚN NHẤT THÁNG 3 NĂM 2025", 25_000.0, ""),
        ("CÁC MẶT HÀNG XUẤT KHẨU CHỦ YẾU THÁNG 3 NĂM 2025", 0.0, "Hàng hóa khác"),
        ("XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025", 0.0, ""),
    ],
)
def test_a_total_of_everything_stays(tmp_path, title, more, other):
    form = listed(title, "Tổng cộng", more, other)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def test_the_sum_of_the_markets_listed_is_none_of_the_world(tmp_path):
    form = Form()
    form.put(1, 1, "CÁC THỊ TRƯỜNG XUẤT KHẨU LỚN NHẤT THÁNG 3 NĂM 2025")
    form.put(2, 3, "Đơn vị: triệu USD")
    form.put(4, 1, "STT", "Thị trường", "Tháng 3/2025")
    for row, (name, market, part) in enumerate(MARKETS, 5):
        form.put(row, 1, row - 4, name, forms.money(9000 * part, "TOTAL", market))
    form.put(8, 2, "Tổng cộng", sum(9000 * part for *_, part in MARKETS))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def test_a_total_above_main_goods_is_one_of_everything_even_if_they_are_all(tmp_path):
    form = listed("CÁC MẶT HÀNG XUẤT KHẨU CHỦ YẾU THÁNG 3 NĂM 2025", "Tổng số")
    form.move(lambda row, column: (5 if row == 12 else row + (row > 4), column))
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert "TOTAL" in {row.item for row in reading.rows}


def test_the_main_goods_of_a_province_may_be_all_that_it_has(tmp_path):
    title = "CÁC MẶT HÀNG XUẤT KHẨU CHỦ YẾU CỦA TỈNH ĐỒNG NAI THÁNG 3 NĂM 2025"
    reading = forms.read(tmp_path / "bc.xlsx", listed(title, "Tổng cộng"))
    assert ("TOTAL", "Đồng Nai") in {(row.item, row.province) for row in reading.rows}
