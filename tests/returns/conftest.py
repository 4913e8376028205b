"""Workbooks made on the spot, and readings of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.figures.reading import Reading
from desktop.returns import read_return
from tests.returns.made import Rows, customs_sheet, monthly_sheet, put_rows


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Save a workbook of named sheets, each filled by a function; gives its path."""

    def save(sheets: Mapping[str, Callable[[Worksheet], None]], name: str = "book.xlsx") -> Path:
        book = Workbook()
        assert book.active is not None
        book.remove(book.active)
        for title, fill in sheets.items():
            fill(book.create_sheet(title))
        book.save(tmp_path / name)
        return tmp_path / name

    return save


@pytest.fixture
def read(workbook: Callable[..., Path]) -> Callable[..., Reading]:
    """Read a workbook of one sheet of these rows."""

    def read(*rows: tuple[Any, ...]) -> Reading:
        return read_return(workbook({"XK": lambda sheet: put_rows(sheet, rows)}))

    return read


@pytest.fixture
def monthly(workbook: Callable[..., Path]) -> Callable[..., Reading]:
    """Read a workbook of one sheet in the statistics office's layout; see `monthly_sheet`."""

    def read(change: Callable[[Worksheet], None] | None = None, **layout: Any) -> Reading:
        def fill(sheet: Worksheet) -> None:
            monthly_sheet(sheet, **layout)
            if change:
                change(sheet)

        return read_return(workbook({"14.XK": fill}))

    return read


@pytest.fixture
def customs(workbook: Callable[..., Path]) -> Callable[..., Reading]:
    """Read a workbook of one sheet in the customs' layout; see `customs_sheet`."""

    def read(rows: Rows, **layout: Any) -> Reading:
        return read_return(workbook({"5X": lambda sheet: customs_sheet(sheet, rows, **layout)}))

    return read
