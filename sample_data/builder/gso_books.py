"""The statistics office's monthly books: file, sheets and tables of each month."""

from __future__ import annotations

from collections.abc import Iterator

from sample_data.builder import gso_2025, gso_released
from sample_data.builder.grid import Book, Sheet
from sample_data.builder.gso_sheet import Block, Look, Row, table

_FIRST_UNRELEASED = (2025, 3)

# File, sheet and table numbers change every month in the real books; so they do here.
BOOKS: dict[tuple[int, int], tuple[str, Look, Look]] = {
    (2024, 1): ("gso/02-Bieu-T1-2024.xlsx", Look("14. XK", 14), Look("15. NK", 15)),
    (2024, 2): ("gso/02-Bieu-T2.2024.xlsx", Look("14.XK", 14), Look("15.NK", 15)),
    (2024, 3): ("gso/03-Bieu-T3.2024.xlsx", Look("21.XK", 21), Look("22. NK", 22)),
    (2024, 4): (
        "gso/02-So-lieu-T4.2024.xlsx",
        Look("14.XK HH", 14, indent="    "),
        Look("15.NK HH", 15, indent=" "),
    ),
    (2024, 5): ("gso/02-Bieu-T5.2024.xlsx", Look("XK", 14), Look("NK", 15)),
    (2024, 6): (
        "gso/03-Bieu-6.2024.xlsx",
        Look("xuất khẩu tháng", 23, in_one_cell=True),
        Look("nhập khẩu tháng", 25, in_one_cell=True),
    ),
    (2024, 7): ("gso/02.-Bieu-T7.2024.xlsx", Look("14. XK", 14), Look("15. NK", 15)),
    (2024, 8): ("gso/02-So-lieu-T8.2024.xlsx", Look("13.XK tháng", 13), Look("14.NK tháng", 14)),
    (2024, 9): ("gso/2.Bieu-T9.2024.xlsx", Look("23.XK tháng", 23), Look("25.NK tháng", 25)),
    (2024, 10): (
        "gso/02.-Bieu-so-lieu-T10.2024.xlsx",
        Look("14.XK", 14, indent="  "),
        Look("15.NK", 15, indent=" "),
    ),
    (2024, 11): ("gso/02-So-lieu-11.2024.xlsx", Look("14. XK", 14), Look("15. NK", 15)),
    (2024, 12): ("gso/02.Bieu-T12.2024.xlsx", Look("28.XK tháng", 28), Look("30.NK tháng", 30)),
    (2025, 1): ("gso/02-Bieu-T01.2025.xlsx", Look("14. XK tháng", 14), Look("15. NK tháng", 15)),
    (2025, 2): ("gso/02-Bieu-T02.2025.xlsx", Look("14.XK", 14), Look("15.NK", 15)),
    (2025, 3): ("gso/03-Bieu-T3.2025.xlsx", Look("21.XK", 21), Look("22.NK", 22)),
    (2025, 4): (
        "gso/02.-Bieu-T4.2025.xlsx",
        Look("XK thang", 14, in_one_cell=True),
        Look("NK thang", 15, in_one_cell=True),
    ),
    (2025, 5): ("gso/02-So-lieu-T5.2025.xlsx", Look("14. XK HH", 14), Look("15. NK HH", 15)),
    (2025, 6): ("gso/02-Bieu-T6.2025.xlsx", Look("23.XK tháng", 23), Look("25.NK tháng", 25)),
    (2025, 7): ("next/02-Bieu-T7.2025.xlsx", Look("14. XK", 14), Look("15. NK", 15)),
}

_QUARTERLY = {(2025, 6): (Look("24.XK quý", 24), Look("26.NK quý", 26))}
"""Books with the look-alike tables by quarters: only where a quarter's total was quoted."""


def books() -> Iterator[Book]:
    """Give every book, oldest first."""
    for (year, month), (path, *looks) in BOOKS.items():
        sheets = []
        for flow, look in zip(("export", "import"), looks, strict=True):
            sheets.append(table(flow, look, *contents(year, month, flow)))
            sheets += _quarterly(year, month, flow)
        yield Book(path, tuple(sheets))


def contents(year: int, month: int, flow: str) -> tuple[list[Row], list[Block]]:
    """Rows and blocks of one table."""
    if (year, month) < _FIRST_UNRELEASED:
        lines = gso_released.released(year, month, flow)
        return gso_released.rows(lines), gso_released.blocks(year, month, flow)
    return gso_2025.table_rows(flow), gso_2025.blocks(month, flow)


def _quarterly(year: int, month: int, flow: str) -> list[Sheet]:
    if (year, month) not in _QUARTERLY:
        return []
    look = _QUARTERLY[year, month][flow == "import"]
    rows, blocks = gso_2025.table_rows(flow), gso_2025.quarter_blocks(month // 3, flow)
    sheet = table(flow, look, rows, blocks)
    title = f"{sheet.cells[0, 0].content} các quý năm {year}"
    sheet.put(0, 0, title, "title")
    return [sheet]
