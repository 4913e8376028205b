"""Rows that say month and year in cells of their own: "Tháng" | 8 | "Năm:" | 2021."""

from __future__ import annotations

import re

from desktop.returns.grid import Value
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_WORD = re.compile(r"\b(?:thang|nam|quy|month|year|quarter) ?:?$")
_YEARS = range(1980, 2101)
_MOST = 12
"""No month, and no quarter, has a higher number."""


def said_apart(sheet: Sheet, number: int) -> str:
    """The row as one line, where each number in it is what the word in the cell before speaks of.

    In a heading block a word stands apart from the number that ends another column's.
    """
    if not sheet.has_as_many_texts(number):
        return ""
    words: list[str] = []
    word: Value = ""
    last = 0
    for column, value in sorted(sheet.row(number).items()):
        beside = sheet.owner(number, column - 1)[1] == last
        if isinstance(value, str):
            words.append(value.rstrip(" :"))
        elif isinstance(value, float) and beside and _completes(word, value):
            words.append(str(int(value)))
        else:
            return ""
        word, last = value, column
    return " ".join(words)


def _completes(word: Value, number: float) -> bool:
    if not number.is_integer() or not isinstance(word, str) or not _WORD.search(folded(word)):
        return False
    return int(number) in _YEARS or 1 <= number <= _MOST
