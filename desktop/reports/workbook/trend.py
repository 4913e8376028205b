"""Months as small columns in a cell, drawn by the spreadsheet from numbers beside the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xlsxwriter.utility import quote_sheetname, xl_range

from desktop.reports.workbook import look
from desktop.reports.workbook.months_table import in_millions

if TYPE_CHECKING:
    from desktop.figures.month import Month
    from desktop.reports.workbook.page import Page


class Trends:
    """The small columns of one sheet: their cells, and where their months are laid out."""

    def __init__(self, page: Page, column: int, data_column: int) -> None:
        """Draw into a column; the months stand from `data_column` on, beyond what prints."""
        self._page, self._column, self._data = page, column, data_column
        self._cells: list[str] = []
        self._ranges: list[str] = []

    def head(self, row: int, through: Month, months: int) -> None:
        """Name the months above their numbers."""
        for place in range(months):
            month = self._page.language.month(through - (months - 1 - place))
            self._page.put(row, self._data + place, month, "helper")

    def put(self, row: int, months: Sequence[float | None]) -> None:
        """Lay the months of a row out; they are drawn where two or more are known."""
        self._page.numbers(row, self._data, [in_millions(usd) for usd in months], "helper")
        if sum(usd is not None for usd in months) > 1:
            last = self._data + len(months) - 1
            area = xl_range(row, self._data, row, last)
            self._cells.append(xl_range(row, self._column, row, self._column))
            self._ranges.append(f"{quote_sheetname(self._page.name)}!{area}")

    def draw(self) -> None:
        """Let the spreadsheet draw them, each row from zero to its own height."""
        if self._cells:
            self._page.sheet.add_sparkline(
                0, 0,
                {
                    "location": self._cells, "range": self._ranges, "type": "column", "min": 0,
                    "series_color": look.PRIMARY_PALE, "last_point": True,
                    "last_color": look.PRIMARY,
                },
            )  # fmt: skip
