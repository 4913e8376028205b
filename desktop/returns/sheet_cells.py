"""A sheet as it is drawn for an official: what stands where, decoded, with nothing read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop.figures.reading import SheetCells
from desktop.returns.cells import shortest
from desktop.returns.container import sheets
from desktop.returns.grid import Fault, Grid, Value, address
from desktop.returns.opening import content_of
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet import Sheet

MOST_ROWS = 400
MOST_COLUMNS = 60
"""What is beyond is not drawn: `SheetCells.cut` says so."""
_LONGEST = 200
_UNCOMPUTED = "?"
_MOST_MERGED = 2_000
_AS_A_NUMBER = re.compile(r"-?\d+\.\d+")
"""A text that would be drawn as the number that it may not be."""


def sheet_cells(path: Path, name: str, password: str = "") -> SheetCells:
    """Give the first rows and columns of the sheet of that name; raises `UnreadableError`."""
    for grid in sheets(content_of(path), password):
        sheet = Sheet(grid, path.name)
        if name in {sheet.name, grid.name}:
            return drawn(sheet)
    raise UnreadableError("no_such_sheet", found=name)


def drawn(sheet: Sheet) -> SheetCells:
    """Give a sheet's first rows and columns as they are drawn."""
    grid = sheet.grid
    numbers = [n for n in sheet.numbers if sheet.row(n)]
    last = max(numbers, default=0)
    widest = max((max(sheet.row(n)) for n in numbers[:MOST_ROWS]), default=0)
    merged = [a for a in grid.merged if a.top <= MOST_ROWS and a.left <= MOST_COLUMNS]
    return SheetCells(
        sheet.name,
        tuple(_cells(sheet)),
        tuple(
            f"{address(a.top, a.left)}:{address(a.bottom, a.right)}" for a in merged[:_MOST_MERGED]
        ),
        tuple(sorted(n for n in grid.hidden_rows if n <= MOST_ROWS)),
        tuple(_hidden_columns(grid)),
        last,
        widest,
        cut=last > MOST_ROWS or widest > MOST_COLUMNS,
        typed=tuple((n, c) for n, c, value in _values(sheet) if _is_typed_number(value)),
    )


def _cells(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    return ((number, column, _text(value)) for number, column, value in _values(sheet))


def _is_typed_number(value: Value) -> bool:
    return isinstance(value, str) and _AS_A_NUMBER.fullmatch(value) is not None


def _values(sheet: Sheet) -> Iterator[tuple[int, int, Value]]:
    for number in sheet.numbers:
        if number > MOST_ROWS:
            return
        for column, value in sorted(sheet.row(number).items()):
            if column <= MOST_COLUMNS:
                yield number, column, value


def _hidden_columns(grid: Grid) -> Iterator[int]:
    for column in range(1, MOST_COLUMNS + 1):
        if grid.column_is_hidden(column):
            yield column


def _text(value: Value) -> str:
    if isinstance(value, Fault):
        return value.text or _UNCOMPUTED
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return shortest(round(value, 10))
    return value[:_LONGEST]
