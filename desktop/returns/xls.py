"""An old binary .xls workbook, brought into the same grid as an .xlsx one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import StringIO

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError
from xlrd.sheet import Sheet

from desktop.returns.date_formats import count_from_1900
from desktop.returns.grid import Area, Fault, Grid, Value
from desktop.returns.refusal import UnreadableError
from desktop.returns.typed_cells import decoder_of

_DAMAGE = (
    CompDocError, FormulaError, struct.error, AssertionError, LookupError, ValueError, TypeError,
    AttributeError, OverflowError, EOFError, RecursionError,
)  # fmt: skip
"""What xlrd raises on bytes that are no workbook: it checks little before it unpacks."""

_UNICODE = 80
"""The kind of Excel 97. Texts of older ones are in the code of the computer that wrote them."""
_BYTES = "latin-1"
_OF_ASIA = frozenset({932, 936, 949, 950})
"""Codes of several bytes a letter. Beneath all others old fonts may have a code of their own."""


class XlsWorkbook:
    """An open .xls workbook; raises `UnreadableError` where it is damaged or has a password."""

    def __init__(self, content: bytes) -> None:
        try:
            self._book = _opened(content, encoding_override=_BYTES)
            self._in_bytes = self._book.biff_version < _UNICODE
            if self._in_bytes and self._book.codepage in _OF_ASIA:
                self._book, self._in_bytes = _opened(content), False
        except XLRDError as error:
            raise _explained(error) from error
        except _DAMAGE as error:
            raise UnreadableError("damaged") from error

    def sheets(self) -> Iterator[Grid]:
        """Open the sheets in the order of their tabs."""
        formats, fonts = _styles(self._book)
        for at, name in enumerate(self._book.sheet_names()):
            try:
                grid = _grid(self._book.sheet_by_index(at))
            except (XLRDError, *_DAMAGE) as error:
                raise UnreadableError("damaged", found=name) from error
            grid.formats, grid.fonts = formats, fonts
            if self._in_bytes:
                _decode(grid)
            if self._book.datemode:
                count_from_1900(grid)
            yield grid
            self._book.unload_sheet(at)


def _opened(content: bytes, encoding_override: str | None = None) -> Book:
    return xlrd.open_workbook(
        file_contents=content,
        logfile=StringIO(),  # xlrd would print its doubts to the terminal
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        encoding_override=encoding_override,
    )


def _explained(error: XLRDError) -> UnreadableError:
    return UnreadableError("password_protected" if "encrypt" in str(error) else "damaged")


def _styles(book: Book) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Number format and font name of every cell style; empty where the workbook lacks them."""
    formats, fonts, styles = book.format_map, book.font_list, book.xf_list
    shown = (formats.get(style.format_key) for style in styles)
    return (
        tuple((found.format_str or "") if found else "" for found in shown),
        tuple(fonts[s.font_index].name if s.font_index < len(fonts) else "" for s in styles),
    )


def _grid(sheet: Sheet) -> Grid:
    grid = Grid(sheet.name, sheet.visibility != 0)
    for at in range(sheet.nrows):
        if cells := _row(sheet, at):
            grid.rows[at + 1] = cells
    for top, bottom, left, right in sheet.merged_cells:
        grid.merged.append(Area(top + 1, left + 1, bottom, right))
    grid.hidden_rows = {at + 1 for at, row in sheet.rowinfo_map.items() if row.hidden}
    grid.hidden_columns = [
        (at + 1, at + 1) for at, column in sheet.colinfo_map.items() if column.hidden
    ]
    return grid


def _decode(grid: Grid) -> None:
    """Decode a sheet's texts, which came as their bytes."""
    texts = [value for _, _, value in grid.cells() if isinstance(value, str)]
    decoder = decoder_of("\n".join([grid.name, *texts]).encode(_BYTES))
    grid.name = decoder(grid.name.encode(_BYTES))
    for cells in grid.rows.values():
        for at, value in enumerate(cells):
            if isinstance(value, str):
                cells[at] = decoder(value.encode(_BYTES))


def _row(sheet: Sheet, at: int) -> list[int | Value]:
    cells: list[int | Value] = []
    for column in range(sheet.row_len(at)):
        kind = sheet.cell_type(at, column)
        if kind in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
            continue
        value = _value(kind, sheet.cell_value(at, column))
        if value != "":
            cells += (column + 1, value, sheet.cell_xf_index(at, column))
    return cells


def _value(kind: int, raw: float | str) -> Value:
    if kind == xlrd.XL_CELL_ERROR:
        return Fault(error_text_from_code.get(int(raw), "#?"))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(raw)
    return raw
