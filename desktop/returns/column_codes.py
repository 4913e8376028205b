"""Rows that number a table's columns: "A", "(1)", "(2)"; or "1", "2", "3 = 2/1"."""

from __future__ import annotations

import re
from itertools import pairwise

from desktop.returns.grid import Value
from desktop.returns.sheet import Sheet

_CODE = re.compile(r"^(?:\(([a-zA-Z]|\d{1,2})\)|([a-zA-Z])|(\d{1,2}))(?: ?= ?[-+*/:x()\d ]+)?$")
_LONGEST = 16
_FEW = 3
"""Fewer plain numbers that follow one another may be figures."""


def numbers_columns(sheet: Sheet, number: int) -> bool:
    """Say whether all cells of a row number its columns, one after another.

    Letters come before the numbers, over the names; plain numbers alone must be three at least.
    """
    row = sheet.row(number)
    if len(row) < 2:
        return False
    if not all(map(_code, row.values())):  # most rows begin with a name, and end here
        return False
    codes = [_code(row[column]) for column in sorted(row)]
    letters = [code for code in codes if code.isalpha()]
    counted = [int(code) for code in codes if not code.isalpha()]
    if codes[: len(letters)] != letters or not (_follow([*map(ord, letters)]) and _follow(counted)):
        return False
    marked = letters or any(isinstance(v, str) and "(" in v for v in row.values())
    return bool(marked) or len(counted) >= _FEW


def _code(value: Value) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and 0 < value < 100 else ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    found = _CODE.search(value)
    return next(filter(None, found.groups()), "").lower() if found else ""


def _follow(codes: list[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(codes))
