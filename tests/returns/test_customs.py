"""The customs' partner tables: partners in capitals, their items beneath, in full US dollars."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, customs_sheet, summary

ROWS = (
    (1, "HOA KỲ", "USD", None, 1_500, None, 9_000),
    (None, "Cà phê", "Tấn", 2, 500, 10, 4_000),
    (None, "Giày dép các loại", "USD", None, None, None, 1_000),
    (None, "Hàng hóa khác", "USD", None, 1_000, None, 4_000),
    (2, "TIỂU VƯƠNG QUỐC ARẬP THỐNG NHẤT", "USD", None, 70, None, 300),
)


def test_a_whole_small_table(customs):
    reading = customs(ROWS)
    assert [summary(row) for row in reading.rows] == [
        "E8 TOTAL US value month 2025-06 preliminary 1500 USD",
        "G8 TOTAL US value cumulative 2025-01..2025-06 preliminary 9000 USD",
        "D9 COFFEE US quantity month 2025-06 preliminary 2 t",
        "E9 COFFEE US value month 2025-06 preliminary 500 USD",
        "F9 COFFEE US quantity cumulative 2025-01..2025-06 preliminary 10 t",
        "G9 COFFEE US value cumulative 2025-01..2025-06 preliminary 4000 USD",
        "G10 FOOTWEAR US value cumulative 2025-01..2025-06 preliminary 1000 USD",
        "E11 OTHER US value month 2025-06 preliminary 1000 USD",
        "G11 OTHER US value cumulative 2025-01..2025-06 preliminary 4000 USD",
        "E12 TOTAL AE value month 2025-06 preliminary 70 USD",
        "G12 TOTAL AE value cumulative 2025-01..2025-06 preliminary 300 USD",
    ]
    assert codes(reading) == []
    assert (reading.layout, reading.sender) == ("customs_5x", "CUSTOMS")
    assert str(reading.reported_on) == "2025-07-10"
    assert all(check.agrees for check in reading.checks)


def test_numbers_as_text_with_dots_between_thousands(customs):
    rows = tuple(
        tuple(f"{v * 1000:,}".replace(",", ".") if isinstance(v, int) and at > 2 else v
              for at, v in enumerate(row))
        for row in ROWS
    )  # fmt: skip
    reading = customs((*rows, (3, "ANH", "USD", None, "1.234.567", None, "2.345.678")))
    assert [row.value for row in reading.rows][:2] == [1_500_000_000, 9_000_000_000]
    assert codes(reading) == ["text_numbers"]


def test_one_group_of_three_everywhere_cannot_be_decided(customs):
    reading = customs(((1, "HOA KỲ", "USD", None, "1.500", None, "9.000"),))
    assert codes(reading) == ["no_figures", "ambiguous_number", "ambiguous_number"]


def test_an_unknown_partner_takes_its_items_along_until_the_next(customs):
    rows = ((1, "AITLANTIS", "USD", None, 5, None, 5), *ROWS[1:])
    reading = customs(rows)
    assert {row.market for row in reading.rows} == {"AE"}
    assert set(codes(reading)) == {"unknown_market", "beneath_unknown_name"}


def test_items_that_do_not_add_up_to_their_partner(customs):
    spoilt = (*ROWS[:3], (None, "Hàng hóa khác", "USD", None, 900_000, None, 4_000))
    assert "check_partner_sum" in codes(customs(spoilt))


def test_a_title_of_another_month_than_the_columns_refuses_the_file(customs):
    reading = customs(ROWS, month="Tháng 5 năm 2025")
    assert codes(reading) == ["wrong_month"]
    assert reading.refused


def test_numbers_of_countries_beside_their_names_are_none_of_them(workbook):
    def fill(sheet):
        customs_sheet(
            sheet, [(f"{n:03}", *row[1:]) if row[0] else row for n, row in enumerate(ROWS)]
        )
        sheet["A6"] = "Mã nước"

    reading = read_return(workbook({"5X": fill}))
    assert [row.market for row in reading.rows].count("US") == 9
    assert codes(reading) == []


@pytest.mark.parametrize("name", ["Mang sang", "CỘNG TRANG"])
def test_what_is_carried_over_to_the_next_page_is_no_name(customs, name):
    rows = (*ROWS[:3], (None, name, "USD", None, 1_500, None, 9_000), *ROWS[3:])
    assert codes(customs(rows)) == ["stray_numbers"]
