"""A sheet as cells with addresses, and how a book of sheets is written to a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import xlsxwriter

from sample_data.builder.facts import Sourced

Content = str | int | Sourced
"""A text, a year or running number, or a published number."""

_MADE = datetime(2025, 1, 1)  # noqa: DTZ001 - Excel knows no time zones; fixed for equal bytes

_A4 = 9
_PORTRAIT_COLUMNS = 20

_FORMATS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 12},
    "note": {"italic": True},
    "unit": {"italic": True, "align": "right"},
    "head": {"align": "center", "valign": "vcenter", "text_wrap": True},
    "boxed": {"align": "center", "valign": "vcenter", "text_wrap": True, "bold": True, "border": 1},
    "section": {"bold": True},
    "label": {},
    "within": {"indent": 1},
    "total": {"bold": True, "num_format": "0"},
    "value": {"num_format": "0"},
    "detail": {"num_format": "#,##0.0"},
    "growth": {"num_format": "0.0"},
    "dollars": {"num_format": "#,##0"},
    "dollars_total": {"num_format": "#,##0", "bold": True},
    "text_number": {"align": "right"},
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell and the name of its format."""

    content: Content
    style: str


@dataclass(slots=True)
class Sheet:
    """A sheet: cells by (row, column), both counted from 0, merged areas, column widths."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    frozen: tuple[int, int] = (0, 0)
    last_heading_row: int = 0

    def put(self, row: int, column: int, content: Content | None, style: str) -> None:
        """Fill a cell; None leaves it empty."""
        if content is not None:
            self.cells[row, column] = Cell(content, style)

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Merge an area; its content is that of the first cell."""
        if first != last:
            self.merged.append((*first, *last))


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: where it goes below ``sample_data``, and its sheets."""

    path: str
    sheets: tuple[Sheet, ...]


def printed(cell: Cell) -> str | int | float:
    """Give what a cell shows to a program: a number, or a number written as text."""
    if not isinstance(cell.content, Sourced):
        return cell.content
    if cell.style == "text_number":
        return f"{int(cell.content.amount):,}".replace(",", ".")
    return float(cell.content.amount)


def write(book: Book, out: Path) -> Path:
    """Write a book below `out`; equal books give equal bytes."""
    path = out / book.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as workbook:
        workbook.set_properties({"created": _MADE})
        formats = {name: workbook.add_format(props) for name, props in _FORMATS.items()}
        for sheet in book.sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, formats)
    return path


def _write_sheet(
    worksheet: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    formats: dict[str, xlsxwriter.format.Format],
) -> None:
    for column, width in sheet.widths.items():
        worksheet.set_column(column, column, width)
    for first_row, first_column, last_row, last_column in sheet.merged:
        shape = formats[sheet.cells[first_row, first_column].style]
        worksheet.merge_range(first_row, first_column, last_row, last_column, "", shape)
    for (row, column), cell in sorted(sheet.cells.items()):
        worksheet.write(row, column, printed(cell), formats[cell.style])
    if sheet.frozen != (0, 0):
        worksheet.freeze_panes(*sheet.frozen)
    _set_up_print(worksheet, sheet)


def _set_up_print(worksheet: xlsxwriter.worksheet.Worksheet, sheet: Sheet) -> None:
    worksheet.set_paper(_A4)
    worksheet.repeat_rows(0, sheet.last_heading_row)
    if max(column for _, column in sheet.cells) <= _PORTRAIT_COLUMNS:
        worksheet.fit_to_pages(1, 0)
    else:
        worksheet.set_landscape()
