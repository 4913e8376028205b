"""A sector that trades more than the item above it is of something else: left out, and told."""

from typing import Any

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary

ROWS = (("Tổng trị giá", 1000.0, 6000.0), ("Gạo", 100.0, 742.5), ("Cao su", 20.0, 80.0))


@pytest.fixture
def read(workbook: Any) -> Any:
    def made(*rows: tuple[Any, ...]) -> Any:
        heads = ("Mặt hàng", "Tháng 6/2025", "6 tháng/2025")
        lines = [("XUẤT KHẨU HÀNG HÓA THÁNG 6 NĂM 2025",), ("Đơn vị: triệu USD",), heads, *rows]
        return read_return(workbook({"BC": lambda sheet: put_rows(sheet, lines)}))

    return made


def test_a_sector_over_a_second_list_is_not_the_last_item_s(read: Any) -> None:
    reading = read(*ROWS, ("Trong đó: DN FDI", 700.0, 4200.0), ("Gạo", 10.0, 42.0))
    assert {row.ownership for row in reading.rows} == {"ALL"}
    assert "sector_beyond_item" in codes(reading)
    assert [f.cell for f in reading.findings if f.code == "sector_beyond_item"] == ["B7"]


def test_a_sector_within_its_item_is_its_own(read: Any) -> None:
    reading = read(*ROWS, ("Trong đó: DN FDI", 12.5, 60.0))
    figures = [summary(row) for row in reading.rows if row.ownership == "FDI"]
    assert figures == [
        "B7 RUBBER/FDI value month 2025-06 estimate 1.25e+07 USD",
        "C7 RUBBER/FDI value cumulative 2025-01..2025-06 estimate 6e+07 USD",
    ]
    assert "sector_beyond_item" not in codes(reading)


def test_the_total_s_sector_stays(read: Any) -> None:
    reading = read(ROWS[0], ("Trong đó: DN FDI", 700.0, 4200.0), *ROWS[1:])
    assert sum(row.ownership == "FDI" for row in reading.rows) == 2
