"""Names of cells and areas: ``B7`` is (7, 2), ``$B$7:D9`` its corners. Both count from 1."""

from __future__ import annotations

import re
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_COLUMN = re.compile(r"\$?([A-Za-z]{1,3})")
_ROW = re.compile(r"\$?([1-9][0-9]{0,6})")


class Area(NamedTuple):
    """Cells between two corners, both included."""

    top: int
    left: int
    bottom: int
    right: int

    def meets(self, other: Area) -> bool:
        """Say whether two areas share a cell."""
        rows = self.top <= other.bottom and other.top <= self.bottom
        return rows and self.left <= other.right and other.left <= self.right

    @property
    def is_cell(self) -> bool:
        """True of a single cell."""
        return self[:2] == self[2:]


def column_number(letters: str) -> int:
    """Turn letters into a number: A is 1, AA 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Turn a number into letters."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Name a cell."""
    return f"{column_letters(column)}{row}"


def cell_place(name: str) -> tuple[int, int]:
    """Give the row and the column of a cell; raises `ValueError` for another name."""
    found = _CELL.fullmatch(name)
    if not found:
        raise ValueError(name)
    return int(found[2]), column_number(found[1])


def area(name: str) -> Area | None:
    """Give the corners of ``B7``, ``B7:D9``, ``B:D`` or ``7:9``; None of what is no such name."""
    first, _, last = name.partition(":")
    one, other = _corner(first), _corner(last or first)
    if one is None or other is None or (not last and None in one):
        return None
    rows = (one[0] or 1, other[0] or LAST_ROW)
    columns = (one[1] or 1, other[1] or LAST_COLUMN)
    return Area(min(rows), min(columns), max(rows), max(columns))


def _corner(name: str) -> tuple[int | None, int | None] | None:
    if found := _CELL.fullmatch(name):
        return int(found[2]), column_number(found[1])
    if found := _COLUMN.fullmatch(name):
        return None, column_number(found[1])
    if found := _ROW.fullmatch(name):
        return int(found[1]), None
    return None
