"""Workbooks for the review's scenes: foreign, locked, with unknown names, not readable at all."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from desktop.figures.places import sample
from tests.returns.made_binary import agile

NEXT = ("02-Bieu-T7.2025.xlsx", "2025-T07T-5N(VN-SB).xlsx", "2025-T07T-5X(VN-SB).xlsx")
PASSWORD = "xk2025"
LONG = "Nguyên phụ liệu dệt, may, da, giày và các mặt hàng khác chưa phân vào đâu (kể cả gia công)"
US = (
    ("Exhibit 1. U.S. International Trade in Goods and Services",),
    ("In millions of dollars. Details may not equal totals due to rounding.",),
    ("Period", "Balance", None, None, "Exports", None, None, "Imports"),
    (None, *("Total", "Goods (1)", "Services") * 3),
    ("2025",),
    ("January", -130.7, -155.6, 24.9, 269.8, 172.8, 97.0, 400.5, 328.4, 72.1),
    ("February", -123.2, -147.0, 23.8, 277.3, 181.9, 95.4, 400.5, 328.9, 71.6),
    ("March", -138.3, -163.2, 24.9, 278.5, 183.2, 95.3, 416.8, 346.4, 70.4),
    ("April", -60.3, -86.0, 25.7, 289.6, 190.5, 99.1, 349.9, 276.5, 73.4),
    ("May", -71.7, -97.5, 25.8, 279.0, 180.2, 98.8, 350.7, 277.7, 73.0),
)  # fmt: skip


def coming(number: int = 0) -> Path:
    """Give one of July's returns."""
    return sample("next", NEXT[number])


def foreign(folder: Path) -> Path:
    """Save another country's table."""
    return _save(folder / "exhibit-1.xlsx", US)


def unknown_names(folder: Path) -> Path:
    """Save July's book with goods that nobody knows, one with a name that is never short."""
    book = openpyxl.load_workbook(coming())
    sheet = book["14. XK"]
    for old, new in (("Cà phê", "Cà phê nhân xanh"), ("Hạt điều", LONG)):
        row = next(cell.row for cell in sheet["B"] if cell.value == old)
        sheet.cell(row, 2).value = new
    book.save(folder / "02-Bieu-T7.2025-ten-moi.xlsx")
    return folder / "02-Bieu-T7.2025-ten-moi.xlsx"


def doubtful(folder: Path) -> Path:
    """Save July's book with a figure ten times off, and one that is no number."""
    book = openpyxl.load_workbook(coming())
    sheet = book["14. XK"]
    rows = {cell.value: cell.row for cell in sheet["B"]}
    sheet.cell(rows["Thủy sản"], 7).value = sheet.cell(rows["Thủy sản"], 7).value * 10
    sheet.cell(rows["Hạt điều"], 7).value = "#REF!"
    book.save(folder / "02-Bieu-T7.2025-nghi-van.xlsx")
    return folder / "02-Bieu-T7.2025-nghi-van.xlsx"


def locked(folder: Path) -> Path:
    """Save July's book behind a password."""
    out = folder / "02-Bieu-T7.2025-mat-khau.xlsx"
    out.write_bytes(agile(coming().read_bytes(), PASSWORD))
    return out


def no_workbook(folder: Path) -> Path:
    """Save a file that only has a workbook's name."""
    out = folder / "Báo cáo tình hình xuất khẩu tháng 7 và 7 tháng đầu năm 2025 (bản gửi lại).xlsx"
    out.write_bytes(b"%PDF-1.7 not a workbook at all" * 40)
    return out


def _save(path: Path, rows: tuple[tuple[object, ...], ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
