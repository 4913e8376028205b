"""The statistics office's industry tables of December 2024: production, sales and stocks.

All figures are those of the office's own book of 2024-12-29, index numbers to two decimals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample_data.builder.facts import Record, as_published, records
from sample_data.builder.grid import Book, Sheet

FILE = "gso_industry.csv"

_Key = tuple[str, str, str, str]
"""Measure, basis, last month, and what the index compares with."""

_MONTH_BEFORE = "so với|tháng|trước"
_LAST_YEAR = "so với|cùng kỳ|năm trước"
_STOCKS = "Ước tính|thời điểm 31/12/2024|so với cùng|thời điểm"
_PRODUCTION: dict[int, tuple[_Key, str]] = {
    1: (("production", "month", "2024-11", "last_year"), f"Tháng 11|năm 2024|{_LAST_YEAR}"),
    2: (("production", "month", "2024-12", "period_before"), f"Tháng 12|năm 2024|{_MONTH_BEFORE}"),
    3: (("production", "month", "2024-12", "last_year"), f"Tháng 12|năm 2024|{_LAST_YEAR}"),
    4: (("production", "year", "2024-12", "last_year"), "Năm 2024|so với|năm 2023"),
}
_SALES: dict[int, tuple[_Key, str]] = {
    1: (("consumption", "month", "2024-12", "period_before"), f"Tháng 12|năm 2024|{_MONTH_BEFORE}"),
    2: (("consumption", "month", "2024-12", "last_year"), f"Tháng 12|năm 2024|{_LAST_YEAR}"),
    3: (("consumption", "year", "2024-12", "last_year"), "Năm 2024|so với|năm 2023"),
    5: (("inventory", "month", "2024-12", "period_before"), f"{_STOCKS}|tháng trước"),
    6: (("inventory", "month", "2024-12", "last_year"), f"{_STOCKS}|năm trước"),
}
_HEADING_ROW, _FIRST_ROW = 3, 9


def books() -> Iterator[Book]:
    """Give the one book, of the two sheets as the office's own has them."""
    yield Book("industry/02.Bieu-T12.2024-cong-nghiep.xlsx", (_production(), _sales()))


def _production() -> Sheet:
    sheet = _sheet("10.IIPthang", "10. Chỉ số sản xuất công nghiệp tháng 12 và cả năm 2024", 4)
    return _filled(sheet, _PRODUCTION, _HEADING_ROW)


def _sales() -> Sheet:
    title = "14. Chỉ số tiêu thụ và tồn kho ngành công nghiệp chế biến, chế tạo"
    sheet = _sheet("14.CS TT TK", title, 6)
    for first, last, head in ((1, 3, "Chỉ số tiêu thụ"), (5, 6, "Chỉ số tồn kho")):
        sheet.put(_HEADING_ROW, first, head, "head")
        sheet.merge((_HEADING_ROW, first), (_HEADING_ROW, last))
    return _filled(sheet, _SALES, _HEADING_ROW + 1)


def _sheet(name: str, title: str, last: int) -> Sheet:
    sheet = Sheet(name, widths={0: 60.0}, last_heading_row=_FIRST_ROW - 1)
    sheet.put(0, 0, title, "title")
    sheet.put(2, last, "%", "unit")
    return sheet


def _filled(sheet: Sheet, columns: dict[int, tuple[_Key, str]], top: int) -> Sheet:
    by_key = {(key, line["industry_vi"]): line for line in records(FILE) for key in [_key(line)]}
    keys = {key for key, _ in columns.values()}
    labels = list(dict.fromkeys(x["industry_vi"] for x in records(FILE) if _key(x) in keys))
    for column, (key, head) in columns.items():
        _put_lines(sheet, top, column, head.split("|"))
        for at, label in enumerate(labels, start=_FIRST_ROW):
            line = by_key.get((key, label))
            fact = line.fact("index") if line else None
            sheet.put(at, column, as_published(fact) if fact else None, "growth")
    for at, label in enumerate(labels, start=_FIRST_ROW):
        sheet.put(at, 0, label, "label")
    return sheet


def _key(line: Record) -> _Key:
    return line["measure"], line["basis"], line["period_end"], line["compared_with"]


def _put_lines(sheet: Sheet, top: int, column: int, lines: Sequence[str]) -> None:
    for row, text in enumerate(lines, start=top):
        sheet.put(row, column, text, "head")
