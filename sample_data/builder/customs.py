"""The customs' tables 5X and 5N: partner by item, the month and the year to date, in US dollars.

March 2024's exports were not kept; they follow from the tables around them: to March =
to April less April; March = that less to February. A row that February's table lacks gets a
cumulative only, for its January to February is not published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sample_data.builder.facts import Record, Sourced, as_published, records
from sample_data.builder.grid import Book, Sheet

COLUMNS = ("qty_month", "value_month_usd", "qty_ytd", "value_ytd_usd")
TEXT_TABLES = {(2024, 7, "export"), (2025, 2, "import")}
"""Tables whose numbers are text with dots between thousands, as officials' sheets have them."""

_MISSING = (2024, 3, "export")
_NEXT = (2025, 7)
_LETTER = {"export": "X", "import": "N"}
_TITLES = {
    "export": "XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU",
    "import": "NHẬP KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU",
}
_FIRST_ROW = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a partner's total (no item) or an item of the partner above."""

    partner: str
    item: str
    unit: str
    figures: Mapping[str, Sourced]


def books() -> Iterator[Book]:
    """Give 5X and 5N of every month, oldest first; July 2025 goes to ``next``."""
    for year, month in _months():
        folder = "next" if (year, month) == _NEXT else "customs"
        for flow, letter in _LETTER.items():
            name = f"{folder}/{year}-T{month:02d}T-5{letter}(VN-SB).xlsx"
            yield Book(name, (_sheet(year, month, flow),))


def _months() -> Iterator[tuple[int, int]]:
    for year in (2024, 2025):
        for month in range(1, 13):
            if (year, month) <= _NEXT:
                yield year, month


@cache
def lines(year: int, month: int, flow: str) -> tuple[Line, ...]:
    """All rows of one table, in its order."""
    if (year, month, flow) == _MISSING:
        return tuple(_derived(year, month, flow))
    return tuple(_line(record) for record in records(_file(year, month, flow)))


def _file(year: int, month: int, flow: str) -> str:
    return f"customs/{year}-{month:02d}-{flow}.csv"


def _line(record: Record) -> Line:
    facts = {column: record.fact(column) for column in COLUMNS}
    figures = {column: as_published(fact) for column, fact in facts.items() if fact}
    return Line(record["partner"], record["commodity"], record["unit"], figures)


def _derived(year: int, month: int, flow: str) -> Iterator[Line]:
    earlier = {(x.partner, x.item): x for x in lines(year, month - 1, flow)}
    for later in lines(year, month + 1, flow):
        figures: dict[str, Sourced] = {}
        before = earlier.get((later.partner, later.item))
        for measure in ("qty", "value"):
            suffix = "_usd" if measure == "value" else ""
            to_date = _to_date(later, measure, suffix)
            known = before.figures.get(f"{measure}_ytd{suffix}") if before else None
            if to_date and to_date.amount > 0:
                figures[f"{measure}_ytd{suffix}"] = to_date
                if known and (to_date - known).amount > 0:
                    figures[f"{measure}_month{suffix}"] = to_date - known
        if f"value_ytd{'_usd'}" in figures:
            yield Line(later.partner, later.item, later.unit, figures)


def _to_date(later: Line, measure: str, suffix: str) -> Sourced | None:
    to_date = later.figures.get(f"{measure}_ytd{suffix}")
    month = later.figures.get(f"{measure}_month{suffix}")
    return to_date - month if to_date and month else to_date


def _sheet(year: int, month: int, flow: str) -> Sheet:
    letter = _LETTER[flow]
    sheet = Sheet(f"5{letter}", widths={0: 5, 1: 46, 2: 8, 3: 12, 4: 18, 5: 12, 6: 18})
    sheet.frozen, sheet.last_heading_row = (_FIRST_ROW, 2), _FIRST_ROW - 1
    _put_heading(sheet, year, month, flow)
    text = (year, month, flow) in TEXT_TABLES
    number = 0
    for at, line in enumerate(lines(year, month, flow), start=_FIRST_ROW):
        if not line.item:
            number += 1
            sheet.put(at, 0, number, "section")
        sheet.put(at, 1, line.item or line.partner, "within" if line.item else "section")
        sheet.put(at, 2, line.unit or "USD", "label")
        style = "text_number" if text else "dollars" if line.item else "dollars_total"
        for column, name in enumerate(COLUMNS, start=3):
            sheet.put(at, column, line.figures.get(name), style)
    return sheet


def _put_heading(sheet: Sheet, year: int, month: int, flow: str) -> None:
    office = "TỔNG CỤC HẢI QUAN" if (year, month) < (2025, 3) else "CỤC HẢI QUAN"
    sheet.put(0, 0, office, "section")
    sheet.put(0, 6, f"Biểu số 5{_LETTER[flow]}", "unit")
    sheet.put(2, 0, _TITLES[flow], "title")
    sheet.put(3, 0, f"Tháng {month} năm {year} (Sơ bộ)", "note")
    tops = {0: "STT", 1: "Thị trường/Mặt hàng", 2: "ĐVT"}
    for column, head in tops.items():
        sheet.put(5, column, head, "boxed")
        sheet.merge((5, column), (6, column))
    for column, head in ((3, "Trong tháng"), (5, f"Lũy kế {month} tháng")):
        sheet.put(5, column, head, "boxed")
        sheet.merge((5, column), (5, column + 1))
        sheet.put(6, column, "Lượng", "boxed")
        sheet.put(6, column + 1, "Trị giá (USD)", "boxed")
