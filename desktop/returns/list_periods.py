"""The period that a row of a long list says, in one cell or in two."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Period
from desktop.returns import headings
from desktop.returns.grid import Value
from desktop.returns.list_heads import Columns, Said
from desktop.returns.plans.periods import said
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_YEARS = range(1980, 2100)
_EPOCH = date(1899, 12, 30)
_LAST_DAY = 100_000
_CENTURY = 100
_SUM = re.compile(r"\b(?:total|subtotal|tong(?: cong| so)?|cong|sum)\b")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=[^\W\d])")
"""The number before a month's name, by which a database sorts: "08. Agosto"."""
_PARTS = (Said.PERIOD, Said.YEAR, Said.MONTH)


class RowPeriods:
    """What months the rows of a list are of, asked from the top.

    A cell left empty goes on from the one above it, as pivot tables have it.
    """

    def __init__(self, sheet: Sheet, columns: Columns, head: int) -> None:
        """Take the sheet, what its columns say, and the row of their heads.

        The one year that is named above them is that of months without one.
        """
        self._sheet = sheet
        above = [text for n in sheet.numbers if n < head for _, text in sheet.texts(n)]
        years = {year for text in (*above, sheet.name) if (year := headings.read(text).year)}
        self._year = years.pop() if len(years) == 1 else None
        self._columns = [columns[part] for part in _PARTS if part in columns]
        self._above: dict[int, Value | None] = {}

    def of(self, number: int) -> Period | None:
        """The months of a row; None where they are not understood."""
        said = [self._said(number, column) for column in self._columns]
        if len(said) > 1:
            return _of_two(*said)
        return _of_one(said[0]) or _of_two(self._year and float(self._year), said[0])

    def sums_up(self, number: int) -> str:
        """What names a row as the sum of those above it: "2024 Total"; empty where none does."""
        texts = (cell(self._sheet, number, column) for column in self._columns)
        return next((t for t in texts if isinstance(t, str) and _SUM.search(folded(t))), "")

    def _said(self, number: int, column: int) -> Value | None:
        value = cell(self._sheet, number, column)
        if isinstance(value, float) and self._sheet.shows_date(number, column):
            day = _EPOCH + timedelta(days=min(int(value), _LAST_DAY))
            value = f"{day.year}-{day.month:02}"
        if value is None:
            return self._above.get(column)
        self._above[column] = value
        return value


def cell(sheet: Sheet, number: int, column: int) -> Value | None:
    """What a cell says, or the one that it is merged with."""
    row, at = sheet.owner(number, column)
    return sheet.row(row).get(at)


@lru_cache(maxsize=4096)
def _of_one(value: Value | None) -> Period | None:
    if isinstance(value, float):
        year, month = divmod(int(value), _CENTURY)
        known = value.is_integer() and year in _YEARS and 1 <= month <= MONTHS_PER_YEAR
        return Period.month(Month(year, month)) if known else None
    if not isinstance(value, str):
        return None
    found = said(value)
    if found.exact and found.year in _YEARS and (period := found.period()):
        return period
    heading = headings.read(value)  # "T6/2025", "6T/2025"
    return heading.resolved(None) if heading.number and heading.year in _YEARS else None


@lru_cache(maxsize=4096)
def _of_two(year: Value | None, month: Value | None) -> Period | None:
    if year is None or month is None:
        return None
    of_year = said(_text(year))
    found = said(_text(month))
    if not of_year.exact or of_year.year not in _YEARS or not found.exact:
        return None
    if found.year not in {0, of_year.year}:
        return None
    return found.period(of_year.year)


def _text(value: Value) -> str:
    if isinstance(value, str):
        return _NUMBERED.sub("", value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
