"""The customs' tables 1X and 1N: items in the first half of a month, as reports quoted them.

Reports give billions with two decimals and millions without any; the table prints them in full
US dollars, as its form has it. The year to date by the 15th was not quoted, so it has no column.
"""

from __future__ import annotations

from collections.abc import Iterator

from sample_data.builder.facts import Record, in_dollars, records
from sample_data.builder.grid import Book, Sheet

FILE = "customs_half_months.csv"

_LETTER = {"export": "X", "import": "N"}
_WAY = {"export": "XUẤT KHẨU", "import": "NHẬP KHẨU"}
_FIRST_ROW = 7
_HEADS = {0: "STT", 1: "Mặt hàng chủ yếu", 2: "ĐVT"}


def books() -> Iterator[Book]:
    """Give 1X and 1N of every half-month that was quoted."""
    quoted = sorted({(*line.month, int(line["half"])) for line in records(FILE)})
    for year, month, half in quoted:
        for flow, letter in _LETTER.items():
            lines = [
                line
                for line in records(FILE)
                if (*line.month, int(line["half"]), line["flow"]) == (year, month, half, flow)
            ]
            name = f"half_months/{year}-T{month:02d}K{half}-1{letter}(VN-SB).xlsx"
            yield Book(name, (_sheet(year, month, flow, lines),))


def _sheet(year: int, month: int, flow: str, lines: list[Record]) -> Sheet:
    sheet = Sheet(f"1{_LETTER[flow]}", widths={0: 5, 1: 46, 2: 8, 3: 12, 4: 18})
    sheet.last_heading_row = _FIRST_ROW - 1
    sheet.put(0, 0, "TỔNG CỤC HẢI QUAN", "section")
    sheet.put(2, 0, f"{_WAY[flow]} HÀNG HÓA THEO MẶT HÀNG CHỦ YẾU", "title")
    period = f"từ ngày 01/{month:02d}/{year} đến ngày 15/{month:02d}/{year}"
    sheet.put(3, 0, f"Kỳ 1 tháng {month} năm {year} ({period}) (Sơ bộ)", "note")
    for column, head in _HEADS.items():
        sheet.put(5, column, head, "boxed")
        sheet.merge((5, column), (6, column))
    sheet.put(5, 3, "Số trong kỳ báo cáo", "boxed")
    sheet.merge((5, 3), (5, 4))
    sheet.put(6, 3, "Lượng", "boxed")
    sheet.put(6, 4, "Trị giá (USD)", "boxed")
    for at, line in enumerate(lines, start=_FIRST_ROW):
        label, fact = line["item_vi"] or "TỔNG TRỊ GIÁ", line.fact("value_musd")
        sheet.put(at, 1, label, "label" if line["item_vi"] else "section")
        sheet.put(at, 2, "USD", "label")
        sheet.put(at, 4, in_dollars(fact) if fact else None, "dollars")
    return sheet
