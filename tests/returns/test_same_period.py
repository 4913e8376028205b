"""Last year's same period is read where the growth printed beside it and this year's proves it."""

from __future__ import annotations

import pytest

from desktop.returns import read_return
from tests.returns.plans.foreign import filled

GOODS = (("Hàng thủy sản", 820.5, 700.2), ("Gạo", 388.0, 410.3), ("Cà phê", 402.1, 300.1),
         ("Cao su", 150.7, 120.9))  # fmt: skip


def read(workbook, heads, growth):
    rows = [(name, now, then, *growth(now, then)) for name, now, then in GOODS]
    title = ("Xuất khẩu hàng hóa tháng 6 năm 2025", None, None, "Triệu USD")
    return read_return(workbook({"XK": filled((title, ("Mặt hàng", *heads), *rows))}))


def meant(reading):
    return {
        (r.cell[0], r.measure, f"{r.period_end // 12}-{r.period_end % 12 + 1}")
        for r in reading.rows
        if r.item == "RICE"
    }


NOW, THEN, GROWN = (
    ("B", "value", "2025-6"), ("C", "value", "2024-6"), ("D", "growth_value", "2025-6")
)  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "growth"),
    [
        (("Trong tháng", "Cùng kỳ năm trước", "So với cùng kỳ (%)"), lambda a, b: 100 * a / b),
        (("Tháng 6", "Cùng kỳ", "Tăng/giảm (%)"), lambda a, b: 100 * a / b - 100),
        (("Tháng 6/2025", "Cùng kỳ 2024", "Tăng trưởng"), lambda a, b: a / b),
    ],
)
def test_growth_proves_what_is_last_years(workbook, heads, growth):
    reading = read(workbook, heads, lambda a, b: (round(growth(a, b), 3),))
    assert meant(reading) == {NOW, THEN, GROWN}
    assert reading.findings[-1].code != "column_unread"


def test_without_proof_it_is_not_read_and_named_with_its_cell(workbook):
    alone = read(workbook, ("Trong tháng", "Cùng kỳ năm trước"), lambda _a, _b: ())
    assert meant(alone) == {NOW}
    assert [(f.code, f.cell) for f in alone.findings if f.code == "column_unread"] == [
        ("column_unread", "C3")
    ]
    other = read(
        workbook, ("Trong tháng", "Cùng kỳ năm trước", "Tăng/giảm (%)"), lambda _a, _b: (7.5,)
    )
    assert meant(other) == {NOW}
    year = read(workbook, ("Tháng 6", "Cùng kỳ 2022", "Tăng (%)"), lambda a, b: (100 * a / b,))
    assert THEN not in meant(year)
