"""The history book: months 2014-2024 side by side, a row per item, a year over twelve months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop.figures.catalogue import items
from desktop.figures.series import Flow
from sample_data.builder import nso
from sample_data.builder.facts import Record, Sourced, as_published, records
from sample_data.builder.grid import Book, Sheet

PATH = "history/XNK-theo-thang-2014-2024.xlsx"
FIRST_YEAR, LAST_YEAR = 2014, 2024
PRINTED_DATE = "Số liệu cập nhật đến ngày 31/01/2025"

_TOTALS = {"export": "vn_exports_monthly.csv", "import": "vn_imports_monthly.csv"}
_GROUPS = "vn_export_groups_monthly.csv"
_GROUP_COLUMNS = {
    "SEAFOOD": "Thủy sản",
    "FRUITVEG": "Rau quả",
    "CASHEW": "Hạt điều",
    "COFFEE": "Cà phê",
    "RICE": "Gạo",
    "CRUDE": "Dầu thô",
    "PLASTPROD": "Chất dẻo SP",
    "BAGS": "Túi xách",
    "WOOD": "Gỗ",
    "TEXTILE": "Dệt may",
    "FOOTWEAR": "Giày dép",
    "STEEL": "Sắt thép",
    "ELEC": "Điện tử",
    "PHONES": "Điện thoại",
    "MACHINERY": "Máy móc",
    "VEHICLES": "PT vận tải",
}
_SECTORS = ("TOTAL", "DOMESTIC", "FDI")
_NAMES = {
    "TOTAL": "TỔNG TRỊ GIÁ",
    "DOMESTIC": "Khu vực kinh tế trong nước",
    "FDI": "Khu vực có vốn đầu tư nước ngoài",
    "AUTO_ALL": "Ô tô",
    "CARS": "Ô tô nguyên chiếc các loại",
}
"""Names as printed here; every other row is named as the office's monthly book names it."""

_SHEETS = {
    ("export", "value"): ("XK trị giá", "Xuất khẩu hàng hóa theo tháng", "Triệu USD"),
    ("import", "value"): ("NK trị giá", "Nhập khẩu hàng hóa theo tháng", "Triệu USD"),
    ("export", "quantity"): ("XK lượng", "Lượng xuất khẩu hàng hóa theo tháng", "Nghìn tấn"),
    ("import", "quantity"): (
        "NK lượng",
        "Lượng nhập khẩu hàng hóa theo tháng",
        "Nghìn tấn; ô tô: Chiếc",
    ),
}
_YEAR_ROW, _MONTH_ROW, _FIRST_ROW, _FIRST_COLUMN = 4, 5, 6, 2

Find = Callable[[str, str, int, int], Sourced | None]


@dataclass(frozen=True, slots=True)
class Topic:
    """One sheet: a flow and measure, the years it covers, and where its figures are found."""

    flow: str
    measure: str
    first_year: int
    find: Find


def books() -> Iterator[Book]:
    """Give the one book."""
    topics = [
        Topic("export", "value", FIRST_YEAR, value),
        Topic("import", "value", FIRST_YEAR, value),
        Topic("export", "quantity", LAST_YEAR, nso.quantity),
        Topic("import", "quantity", LAST_YEAR, nso.quantity),
    ]
    yield Book(PATH, tuple(_sheet(topic) for topic in topics))


def value(flow: str, code: str, year: int, month: int) -> Sourced | None:
    """Million USD: totals and main items from 2014, every item in 2024.

    2024 is taken from one file whole, so that its sectors add up to its total.
    """
    if year == LAST_YEAR:
        return nso.value(flow, code, year, month)
    if code == "TOTAL":
        return _at(_TOTALS[flow], "latest", year, month)
    column = _GROUP_COLUMNS.get(code) if flow == "export" else None
    return _at(_GROUPS, column, year, month) if column else None


def _at(file: str, column: str, year: int, month: int) -> Sourced | None:
    line = _by_month(file)[year, month]
    fact = line.fact(column)
    return as_published(fact) if fact else None


def _by_month(file: str) -> dict[tuple[int, int], Record]:
    return {line.month: line for line in records(file)}


def _sheet(topic: Topic) -> Sheet:
    name, title, unit = _SHEETS[topic.flow, topic.measure]
    sheet = Sheet(name, widths={0: 46, 1: 11}, last_heading_row=_MONTH_ROW)
    sheet.frozen = (_FIRST_ROW, _FIRST_COLUMN)
    years = range(topic.first_year, LAST_YEAR + 1)
    span = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
    sheet.put(0, 0, f"{title}, {span}", "title")
    sheet.put(1, 0, PRINTED_DATE, "note")
    sheet.put(2, 0, f"Đơn vị tính: {unit}", "note")
    _put_heading(sheet, years)
    at = _FIRST_ROW
    for code in _codes(topic.flow):
        if _put_row(sheet, at, topic, code, years):
            at += 1
    return sheet


def _put_heading(sheet: Sheet, years: range) -> None:
    for column, head in enumerate(("Mặt hàng", "Đơn vị tính")):
        sheet.put(_YEAR_ROW, column, head, "boxed")
        sheet.merge((_YEAR_ROW, column), (_MONTH_ROW, column))
    for number, year in enumerate(years):
        first = _FIRST_COLUMN + 12 * number
        sheet.put(_YEAR_ROW, first, f"Thực hiện năm {year}", "boxed")
        sheet.merge((_YEAR_ROW, first), (_YEAR_ROW, first + 11))
        for month in range(1, 13):
            sheet.put(_MONTH_ROW, first + month - 1, f"Tháng {month}", "boxed")
            sheet.widths[first + month - 1] = 10


def _put_row(sheet: Sheet, at: int, topic: Topic, code: str, years: range) -> bool:
    months = [(year, month) for year in years for month in range(1, 13)]
    figures = [topic.find(topic.flow, code, *month) for month in months]
    for column, figure in enumerate(figures, start=_FIRST_COLUMN):
        sheet.put(at, column, figure, "detail")
    if any(figures):
        sheet.put(at, 0, _name(topic.flow, code), "section" if code == "TOTAL" else "label")
        sheet.put(at, 1, _unit(topic.measure, code), "label")
    return any(figures)


def _codes(flow: str) -> list[str]:
    items_only = (c for c in nso.codes(flow) if c not in {*_SECTORS, "FDI_OTHER"})
    return [*_SECTORS, *_with_all_cars(items_only)]


def _with_all_cars(codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        if code == "CARS":
            yield "AUTO_ALL"
        yield code


def _name(flow: str, code: str) -> str:
    return _NAMES.get(code) or items(Flow(flow)).name(code, "vi")


def _unit(measure: str, code: str) -> str:
    if measure == "value":
        return "Triệu USD"
    return "Chiếc" if code in nso.PIECES else "Nghìn tấn"
