"""The return of July 2025, made by hand: what is read of it, and how it compares with June."""

from __future__ import annotations

from datetime import date

from desktop.figures.comparison import Change, Comparison
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.reading import Check, ColumnSeen, DateOrigin, Reading, SheetSeen
from tests.archive import made
from tests.gui.example_review import DOUBTFUL, movers

M = 1e6


def row(cell: str, value: float, label: str, item: str = "TOTAL", **more: object) -> FigureRow:
    known = {"measure": "value", "unit": "USD", "basis": "month", "end": Month(2025, 7).ordinal}
    known.update(more)
    return FigureRow(
        "export", known["measure"], item, "WORLD", known.get("owner", "ALL"), "", known["unit"],
        known["basis"], known.get("start", known["end"]), known["end"], "preliminary",
        round(value * 1000), "14.XK", cell, f"{value / M:,.1f}".translate({44: 46, 46: 44}), label,
    )  # fmt: skip


JULY = Month(2025, 7).ordinal
JANUARY = Month(2025, 1).ordinal
TO_DATE = {"basis": "cumulative", "start": JANUARY, "end": JULY}
LINES = (
    ("TỔNG TRỊ GIÁ", "TOTAL", 42290, 262440), ("Khu vực kinh tế trong nước", "TOTAL", 11000, 69700),
    ("Thủy sản", "SEAFOOD", 970, 6100), ("Rau quả", "FRUITVEG", 655, 3800),
    ("Hạt điều", "CASHEW", 458, 2760), ("Cà phê", "COFFEE", 584, 6000),
    ("Gạo", "RICE", 367, 2810), ("Cao su", "RUBBER", 330, 1610),
    ("Điện tử, máy tính và linh kiện", "ELEC", 9450, 57100),
    ("Điện thoại và linh kiện", "PHONES", 4900, 31800), ("Dệt, may", "TEXTILE", 3900, 22600),
    ("Giày dép", "FOOTWEAR", 2290, 14300), ("Gỗ và sản phẩm gỗ", "WOOD", 1500, 9700),
)  # fmt: skip


def rows() -> tuple[FigureRow, ...]:
    found = []
    for number, (label, item, month, cumulative) in enumerate(LINES, 9):
        owner = {"owner": "DOMESTIC"} if number == 10 else {}
        found.append(row(f"D{number}", month * M, label, item, **owner))
        found.append(row(f"G{number}", cumulative * M, label, item, **TO_DATE, **owner))
    return tuple(found)


FINDINGS = (
    Finding(Severity.WARNING, "file_changed", "14.XK", "D12", "96,43", "964,3", about="Cà phê T7"),
    Finding(Severity.NOTE, "already_in", "15.NK", "", about="Phế liệu"),
)
SHEETS = (
    SheetSeen(
        "14.XK", "14. Hàng hóa xuất khẩu", used=True, flow="export", rows=13,
        columns=(
            ColumnSeen("D", "Sơ bộ tháng 7 năm 2025 · Trị giá",
                       "value · month · 2025-07 · preliminary", used=True),
            ColumnSeen("G", "Sơ bộ 7 tháng năm 2025 · Trị giá",
                       "value · cumulative · 2025-01..2025-07 · preliminary", used=True),
            ColumnSeen("J", "Tháng 7 so với cùng kỳ (%)", "", used=False,
                       why="compared_period_before"),
        ),
    ),
    SheetSeen("15.NK", "15. Hàng hóa nhập khẩu", used=True, flow="import", rows=0),
    SheetSeen("16.DV", "Dịch vụ", used=False, why="services"),
    SheetSeen("17.CPI", "Chỉ số giá", used=False, why="prices"),
)  # fmt: skip
_MONTH = made.row(42_290e6, month=Month(2025, 7), cell="D9")
_TO_DATE = made.row(262_440e6, month=Month(2025, 7), cell="G9", basis="cumulative")
_COFFEE = made.row(584e6, month=Month(2025, 7), cell="D14")._replace(label="Cà phê")
CHECKS = (
    Check.of("sector_sum", _MONTH, _MONTH.value, agrees=True),
    Check.of("previous_plus_month", _TO_DATE, _TO_DATE.value, agrees=True),
    Check.of("items_within_total", _COFFEE, 596 * 10**9, agrees=False),
)


def reading(name: str = "02-Bieu-T7.2025.xlsx", *, good: bool = True) -> Reading:
    if not good:
        finding = Finding(Severity.ERROR, "not_a_workbook", about=name)
        return Reading(name, "0" * 64, "", "", None, None, DateOrigin.IMPORTED, (), (finding,))
    digest = name.encode().hex().ljust(64, "0")[:64]
    return Reading(
        name, digest, "gso_monthly", "GSO", Month(2025, 7), date(2025, 8, 6),
        DateOrigin.CALENDAR, rows(), FINDINGS, SHEETS, CHECKS,
    )  # fmt: skip


def comparison(read: Reading, already: int | None = None) -> Comparison:
    kinds = "".join(
        "c" if n in {0, 2, 8} else "s" if n == 4 else "n" for n in range(len(read.rows))
    )
    changed = tuple(
        Change(r, round(r.value * 0.99), "2025-07-06", "02-Bieu-T6.2025.xlsx")
        for r, k in zip(read.rows, kinds, strict=True)
        if k == "c"
    )
    moved = movers(read.rows) if read.name == DOUBTFUL.name else ()
    return Comparison(
        kinds.count("n"), changed, kinds.count("s"), kinds.count("o"), already, kinds, movers=moved
    )
