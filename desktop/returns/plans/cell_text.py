"""Cells that name a row or a column: texts, years that stand as numbers, dates."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.returns.date_formats import day
from desktop.returns.grid import Value
from desktop.returns.sheet import Sheet

_DAYS = range(20_000, 80_000)
"""1954 to 2119."""
YEARS = range(1950, 2101)


def name_at(sheet: Sheet, row: int, column: int) -> str:
    """What a cell says as a name; empty where it holds an amount, or nothing."""
    value = sheet.row(row).get(column)
    if isinstance(value, str):
        return value
    if not isinstance(value, float) or not value.is_integer():
        return ""
    if int(value) in _DAYS and sheet.shows_date(row, column):
        return day(value)[: len("2026-02")]
    return str(int(value))


def label_of(sheet: Sheet, row: int, columns: Iterable[int]) -> str:
    """The label of a row: what its label cells say, from the left."""
    cells = sheet.row(row)
    said = [
        text
        for column in columns
        if (value := cells.get(column)) is not None
        and (text := value if isinstance(value, str) else name_at(sheet, row, column))
    ]
    return said[0] if len(said) == 1 else " ".join(said)


def is_year(value: Value | None) -> bool:
    """Say whether a number may be a year."""
    return isinstance(value, float) and value.is_integer() and int(value) in YEARS


def is_date(sheet: Sheet, row: int, column: int) -> bool:
    """Say whether a cell holds a date."""
    value = sheet.row(row).get(column)
    if not isinstance(value, float) or not value.is_integer():
        return False
    return int(value) in _DAYS and sheet.shows_date(row, column)
