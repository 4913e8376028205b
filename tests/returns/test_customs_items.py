"""The customs' tables by item (2X, 2N); those of half-months are in `test_half_months`."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, summary

ROWS = (
    (None, "TỔNG TRỊ GIÁ", "USD", None, 2000, None, -0.4, None, 10_000, None, 14.4),
    (None, "Trong đó: Doanh nghiệp có vốn đầu tư trực tiếp nước ngoài", "USD",
     None, 1500, None, 1.2, None, 8_000, None, 16.4),
    (1, "Hàng thủy sản", "USD", None, 900, None, -23.4, None, 5_000, None, -16.9),
    (2, "Cà phê", "Tấn", 12, 600, -12.1, -10.5, 90, 4_000, 5.3, 67.5),
    (3, "Hàng hóa khác", "USD", None, 500, None, 3.4, None, 1_000, None, 11.1),
)  # fmt: skip
HEADS = {
    4: "Số trong tháng báo cáo",
    6: "So với tháng trước (%)",
    8: "Cộng dồn đến hết tháng báo cáo",
    10: "So với cùng kỳ năm trước (%)",
}


def as_text(value, column):
    if column < 4 or not isinstance(value, int | float):
        return value
    whole = isinstance(value, int)
    return f"{value * 1000:,}".replace(",", ".") if whole else str(value).replace(".", ",")


@pytest.fixture
def by_item(workbook):
    def read(heads=HEADS, *, text=False, month="Tháng 6 năm 2025 (Sơ bộ)", rows=ROWS, name="2X"):
        def fill(sheet):
            sheet["A1"], sheet["A4"] = "TỔNG CỤC HẢI QUAN", month
            sheet["A3"] = "XUẤT KHẨU HÀNG HÓA THEO MẶT HÀNG CHỦ YẾU"
            for column, head in ({1: "STT", 2: "Mặt hàng chủ yếu", 3: "ĐVT"} | heads).items():
                sheet.cell(6, column, head)
            for left in heads:
                sheet.merge_cells(start_row=6, end_row=6, start_column=left, end_column=left + 1)
                sheet.cell(7, left, "Lượng")
                sheet.cell(7, left + 1, "Trị giá (USD)" if left in {4, 8} else "Trị giá")
            for row, cells in enumerate(rows, start=8):
                for column, value in enumerate(cells, start=1):
                    sheet.cell(row, column, as_text(value, column) if text else value)

        return read_return(workbook({"2X": fill}, f"{name}.xlsx"))

    return read


def test_a_whole_small_table(by_item):
    reading = by_item()
    assert [summary(row) for row in reading.rows] == [
        "E8 TOTAL value month 2025-06 preliminary 2000 USD",
        "I8 TOTAL value cumulative 2025-01..2025-06 preliminary 10000 USD",
        "K8 TOTAL growth_value cumulative 2025-01..2025-06 preliminary 114.4 index",
        "E9 TOTAL/FDI value month 2025-06 preliminary 1500 USD",
        "I9 TOTAL/FDI value cumulative 2025-01..2025-06 preliminary 8000 USD",
        "K9 TOTAL/FDI growth_value cumulative 2025-01..2025-06 preliminary 116.4 index",
        "E10 SEAFOOD value month 2025-06 preliminary 900 USD",
        "I10 SEAFOOD value cumulative 2025-01..2025-06 preliminary 5000 USD",
        "K10 SEAFOOD growth_value cumulative 2025-01..2025-06 preliminary 83.1 index",
        "D11 COFFEE quantity month 2025-06 preliminary 12 t",
        "E11 COFFEE value month 2025-06 preliminary 600 USD",
        "H11 COFFEE quantity cumulative 2025-01..2025-06 preliminary 90 t",
        "I11 COFFEE value cumulative 2025-01..2025-06 preliminary 4000 USD",
        "J11 COFFEE growth_quantity cumulative 2025-01..2025-06 preliminary 105.3 index",
        "K11 COFFEE growth_value cumulative 2025-01..2025-06 preliminary 167.5 index",
        "E12 OTHER value month 2025-06 preliminary 500 USD",
        "I12 OTHER value cumulative 2025-01..2025-06 preliminary 1000 USD",
        "K12 OTHER growth_value cumulative 2025-01..2025-06 preliminary 111.1 index",
    ]
    assert {*codes(reading)} == {"growth_scale"}
    assert (reading.layout, reading.sender) == ("customs_2x", "CUSTOMS")


def test_numbers_as_text_mean_the_same(by_item):
    plain, text = by_item(), by_item(text=True)
    assert [(row.cell, row.value) for row in text.rows if row.unit == "index"] == [
        (row.cell, row.value) for row in plain.rows if row.unit == "index"
    ]
    assert text.rows[0].value == plain.rows[0].value * 1000


def test_half_months_that_cannot_be_told_are_left_out_and_the_file_says_so(by_item):
    heads = {4: "Tháng 6 (từ ngày 5 đến ngày 9)"}
    reading = by_item(heads, month="Tháng 6 năm 2025")
    assert codes(reading) == ["only_lookalikes", "column_unread"]
    assert reading.findings[0].found == "half_month"
    assert reading.refused


@pytest.mark.parametrize(
    ("month", "name", "status"),
    [
        ("Tháng 6 năm 2025", "2X", "preliminary"),
        ("Tháng 6 năm 2025", "2025-T06T-2X(VN-SB)", "preliminary"),
        ("Tháng 6 năm 2025", "2025-T06T-2X(VN-CT)", "final"),
        ("June 2025", "2025-T06T-2X(TA-CT)", "final"),
        ("Tháng 6 năm 2025 (Sơ bộ)", "2025-T06T-2X(VN-CT)", "preliminary"),
    ],
)
def test_the_customs_estimate_nothing(by_item, month, name, status):
    assert {row.status for row in by_item(month=month, name=name).rows} == {status}


@pytest.mark.parametrize("label", ["Cộng nhóm A", "Tổng cộng mục I", "Cộng phần B", "Sub-total"])
def test_the_sum_of_a_part_of_the_table_is_told_and_not_read(by_item, label):
    part = (None, label, "USD", None, 1500, None, 1.0, None, 9_000, None, 2.0)
    reading = by_item(rows=(*ROWS[:-1], part, ROWS[-1]))
    whole = by_item()
    assert [r.value for r in reading.rows] == [r.value for r in whole.rows]
    assert [(f.cell, f.found) for f in reading.findings if f.code == "stray_numbers"] == [
        ("B12", label)
    ]
    assert not [q for q in reading.questions if q.needed]


def test_a_sector_that_has_more_of_an_item_than_all_have_is_told(by_item):
    sector = "Trong đó: Doanh nghiệp FDI"
    part = (None, sector, "USD", None, 550, None, -10.5, None, 3_900, None, 67.5)
    whole = (None, sector, "USD", None, 15_000_000, None, 1.2, None, 80_000_000, None, 16.4)

    assert codes(by_item(rows=(*ROWS[:4], part, ROWS[4]))) == ["growth_scale", "growth_scale"]
    once = (*whole[:8], 3_900, *whole[9:])
    assert "check_sector_within_item" in codes(by_item(rows=(*ROWS[:4], once, ROWS[4])))
    reading = by_item(rows=(*ROWS[:4], whole, ROWS[4]))
    assert "sector_beyond_item" in codes(reading)
    assert {row.ownership for row in reading.rows if row.item == "COFFEE"} == {"ALL"}
