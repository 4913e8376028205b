"""The customs' tables in other editions: English, pages, headings in one row, numbers as text."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, summary

ENGLISH = (
    ("GENERAL DEPARTMENT OF VIETNAM CUSTOMS", None, None, None, None, None, "Table 5X"),
    (None,),
    ("EXPORTS BY COUNTRY/TERRITORY AND MAIN COMMODITY",),
    ("June 2025 (Preliminary)",),
    ("No.", "Country/Territory - Main exports", "Unit", "In the month", None,
     "Accumulated to the month", None),
    (None, None, None, "Volume", "Value (USD)", "Volume", "Value (USD)"),
    ("1", "CHINA", "USD", None, "5,193,213,456", None, "29,912,345,678"),
    (None, "Rubber", "Ton", "1,876", "5,123,456", "8,123", "45,123,456"),
)  # fmt: skip
HEADS = (
    ("STT", "Nước/Mặt hàng", "ĐVT", "Tháng 6", None, "6 tháng", None),
    (None, None, None, "Lượng", "Trị giá", "Lượng", "Trị giá"),
)


@pytest.fixture
def rows(workbook):
    """Read a sheet of these rows."""

    def read(lines):
        def fill(sheet):
            for line in lines:
                sheet.append(line)

        return read_return(workbook({"5X": fill}))

    return read


def test_the_english_edition_by_partner(rows):
    reading = rows(ENGLISH)
    assert codes(reading) == ["text_numbers"]
    assert [summary(row) for row in reading.rows] == [
        "E7 TOTAL CN value month 2025-06 preliminary 5.19321e+09 USD",
        "G7 TOTAL CN value cumulative 2025-01..2025-06 preliminary 2.99123e+10 USD",
        "D8 RUBBER CN quantity month 2025-06 preliminary 1876 t",
        "E8 RUBBER CN value month 2025-06 preliminary 5.12346e+06 USD",
        "F8 RUBBER CN quantity cumulative 2025-01..2025-06 preliminary 8123 t",
        "G8 RUBBER CN value cumulative 2025-01..2025-06 preliminary 4.51235e+07 USD",
    ]


def test_a_page_that_begins_within_a_partner(rows):
    reading = rows(
        (
            ("CỤC HẢI QUAN",),
            ("XUẤT KHẨU THEO NƯỚC/VÙNG LÃNH THỔ - MẶT HÀNG CHỦ YẾU",),
            ("Tháng 06/2025",),
            *HEADS,
            (1, "HOA KỲ", "USD", None, 14_000_000.0, None, 70_000_000.0),
            (None, "Cà phê", "Tấn", 9876.0, 9_000_000.0, 80_123.0, 50_000_000.0),
            *HEADS,
            (None, "Gạo", "Tấn", 976.0, 5_000_000.0, 8_023.0, 20_000_000.0),
            (2, "TRUNG QUỐC", "USD", None, 4_000_000.0, None, 20_000_000.0),
            (None, "Gạo", "Tấn", None, None, 8_023.0, 20_000_000.0),
        )
    )
    assert "check_partner_sum" not in codes(reading)
    places = {(row.market, row.item, row.cell) for row in reading.rows if row.measure == "value"}
    assert ("US", "COFFEE", "E7") in places
    assert ("US", "RICE", "E10") in places
    assert ("CN", "RICE", "G12") in places
    assert {row.unit for row in reading.rows} == {"USD", "t"}


def test_headings_in_one_row_each_with_its_measure_and_period(rows):
    reading = rows(
        (
            ("IMPORTS BY MAIN COMMODITY",),
            ("In June, 2025",),
            ("Source: Vietnam Customs",),
            ("No", "Commodity", "Unit", "Volume in month", "Value in month (USD)",
             "% compared with previous month (volume)", "Value accumulated (USD)",
             "Volume accumulated", "Value compared with the same period of previous year (%)"),
            (None, "TOTAL", "USD", None, 36_656_123_456.0, None, 212_123_456_789.0, None, 17.9),
            (1, "Fishery products", "USD", None, 256_123_456.0, None, 1_512_345_678.0, None, -3.9),
            (2, "Cotton", "Ton", 126_123.0, 256_123_456.0, 3.2, 1_512_345_678.0, 800_123.0, 5.1),
        )
    )  # fmt: skip
    told = {row.cell: (row.measure, row.basis, row.value // 1000) for row in reading.rows}
    assert told["D7"] == ("quantity", "month", 126_123)
    assert told["E7"] == ("value", "month", 256_123_456)
    assert told["G7"] == ("value", "cumulative", 1_512_345_678)
    assert told["H7"] == ("quantity", "cumulative", 800_123)
    assert told["I7"][:2] == ("growth_value", "cumulative")
    assert "F7" not in told
