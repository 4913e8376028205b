"""Figures up to a day within a month are no whole month's: told, and never taken for one."""

from typing import Any

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary

ROWS = (("Gạo", 100.0, 742.5), ("Cà phê", 50.0, 1234.5), ("Cao su", 20.0, 80.0))
UNIT = ("Đơn vị: triệu USD",)
TITLE = "XUẤT KHẨU HÀNG HÓA THÁNG 3/2025"


@pytest.fixture
def read(workbook: Any) -> Any:
    def made(*above: str, heads: tuple[str, str] = ("Tháng 3", "3 tháng")) -> Any:
        lines = [*((line,) for line in above), UNIT, ("Mặt hàng", *heads), *ROWS]
        return read_return(workbook({"XK": lambda sheet: put_rows(sheet, lines)}))

    return made


@pytest.mark.parametrize(
    "lines",
    [(TITLE, "(đến 20/3)"), (f"{TITLE} (tính đến ngày 20/3/2025)",),
     (TITLE, "Số liệu đến hết ngày 20 tháng 3 năm 2025"), (TITLE, "Figures up to 20 March 2025")],
)  # fmt: skip
def test_a_line_says_it_of_all_columns(read: Any, lines: tuple[str, ...]) -> None:
    reading = read(*lines)
    assert (reading.rows, codes(reading)) == ((), ["ends_early"])
    assert reading.findings[0].found == "20/3"


def test_a_heading_says_it_of_its_column(read: Any) -> None:
    reading = read(TITLE, heads=("Tháng 2", "Tháng 3 (đến 20/3)"))
    assert [summary(row).split(" ")[0] for row in reading.rows] == ["B4", "B5", "B6"]
    assert {row.period_end - row.period_start for row in reading.rows} == {0}
    assert "ends_early" in codes(reading)


@pytest.mark.parametrize(
    "lines",
    [(f"{TITLE} (tính đến ngày 31/3/2025)",), (TITLE, "Cập nhật đến ngày 20/3/2025"),
     (TITLE, "Số liệu đến ngày 6/4/2025"), (TITLE, "Số liệu đến ngày 20/3/2024")],
)  # fmt: skip
def test_a_whole_month_stays_one(read: Any, lines: tuple[str, ...]) -> None:
    reading = read(*lines)
    assert len(reading.rows) == 6
    assert not codes(reading)


def test_an_estimate_of_the_whole_month_stays_one(read: Any) -> None:
    reading = read(TITLE, "Số liệu tính đến 20/3/2025", heads=("Ước tháng 3", "Ước 3 tháng"))
    assert (len(reading.rows), codes(reading)) == (6, [])
