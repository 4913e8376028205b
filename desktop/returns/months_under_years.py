"""Months that stand as numbers alone beneath years, or above them: "3" under "2025" and "2024"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.returns.grid import Value
from desktop.returns.heading_texts import heads_labels, is_year
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_YEAR = re.compile(r"^(?:nam |year )?(?:19|20)\d{2}$")
_LONGEST = len("year 2025")


def months_under_years(sheet: Sheet, rows: Sequence[int]) -> Mapping[tuple[int, int], str]:
    """The places of months, each as it is written out; none where numbers may count columns.

    Such a row holds nothing else, and every number stands in the column of a year.
    """
    for at, number in enumerate(rows):
        months = _months(sheet, number)
        columns = sorted(months)
        if not months or {months[b] - months[a] for a, b in pairwise(columns)} == {1}:
            continue
        for beside in (*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2]):
            years = _years(sheet, beside)
            if len(years) > 1 and min(years) <= columns[0]:
                return {(number, c): f"tháng {month}" for c, month in months.items()}
    return {}


def _months(sheet: Sheet, number: int) -> dict[int, int]:
    """What a row of nothing but numbers from 1 to 12 holds; empty of any other row."""
    found: dict[int, int] = {}
    for column, value in sheet.row(number).items():
        if isinstance(value, str) and heads_labels(value):
            continue
        month = _whole(value)
        if not 1 <= month <= MONTHS_PER_YEAR:
            return {}
        found[column] = month
    return found


def _whole(value: Value) -> int:
    if isinstance(value, float):
        return int(value) if value.is_integer() else 0
    if not isinstance(value, str) or len(value) > len("12"):
        return 0
    return int(value) if value.isdecimal() else 0


def _years(sheet: Sheet, number: int) -> list[int]:
    """The columns of a row in which years begin."""
    row = sheet.row(number)
    return [column for column, value in row.items() if _is_year(value)]


def _is_year(value: Value) -> bool:
    if isinstance(value, float):
        return is_year(value)
    return isinstance(value, str) and len(value) <= _LONGEST and bool(_YEAR.search(folded(value)))
