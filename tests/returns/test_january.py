"""January's first half is the year to its 15th: what stands beneath one heading of days is told."""

import pytest

from desktop.figures.period import Basis
from desktop.returns import read_return
from tests.returns.plans.foreign import filled

ROWS = (
    ("Tổng trị giá", None, 15_000_000_000.0, None, 15_000_000_000.0),
    ("Gạo", 100_000.0, 50_000_000.0, 100_000.0, 50_000_000.0),
    ("Cà phê", 10_000.0, 40_000_000.0, 10_000.0, 40_000_000.0),
)


def bases(workbook, title, first, second):
    lines = (
        ("XUẤT KHẨU HÀNG HÓA THEO MẶT HÀNG CHỦ YẾU",), (title,),
        ("Mặt hàng chủ yếu", first, None, second), (None, *("Lượng (Tấn)", "Trị giá (USD)") * 2),
    )  # fmt: skip
    reading = read_return(workbook({"1X": filled((*lines, *ROWS))}))
    assert reading.month is not None
    return {(r.cell[0], r.basis) for r in reading.rows}


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Kỳ 1 tháng 1 năm 2024", "Kỳ 1 tháng 01/2024", "Từ 01/01 đến 15/01/2024"),
        ("Kỳ 1 tháng 1 năm 2024", "Từ 01/01 đến 15/01", "Từ 01/01 đến 15/01"),
        ("Từ 01/01/2024 đến 15/01/2024", "Trong kỳ", "Từ 01/01 đến 15/01"),
        ("First half of January 2024", "In period", "From 1 Jan to 15 Jan 2024"),
    ],
)
def test_the_second_is_to_date(workbook, title, first, second):
    half, to_date = Basis.FIRST_HALF_MONTH.value, Basis.TO_MID_MONTH.value
    assert bases(workbook, title, first, second) == {
        ("B", half), ("C", half), ("D", to_date), ("E", to_date),
    }  # fmt: skip


def test_days_of_march_from_new_year_on_are_to_date_alone(workbook):
    found = bases(workbook, "Kỳ 1 tháng 3 năm 2024", "Từ 01/03 đến 15/03", "Từ 01/01 đến 15/03")
    assert ("C", Basis.FIRST_HALF_MONTH.value) in found
    assert ("E", Basis.TO_MID_MONTH.value) in found
