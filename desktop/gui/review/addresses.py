"""Places in a sheet: "D18" and "B4:F6" as numbers, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int]
"""Row and column, both from 1."""
Rectangle = tuple[int, int, int, int]
"""First row, first column, last row, last column; both ends included."""

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_ALPHABET = 26
_BEFORE_A = ord("A") - 1


def column_letter(number: int) -> str:
    """Write a column's number as Excel does: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, _ALPHABET)
        letters = chr(_BEFORE_A + 1 + rest) + letters
    return letters


def column_number(letter: str) -> int:
    """Turn back what `column_letter` gave; 0 for anything else."""
    number = 0
    for character in letter.upper():
        if not "A" <= character <= "Z":
            return 0
        number = number * _ALPHABET + ord(character) - _BEFORE_A
    return number


def place_of(cell: str) -> Place | None:
    """Read "D18"; None for anything else."""
    found = _CELL.fullmatch(cell)
    return (int(found[2]), column_number(found[1])) if found else None


def address(place: Place) -> str:
    """Write a place as "D18"."""
    return f"{column_letter(place[1])}{place[0]}"


def rectangle(area: str) -> Rectangle | None:
    """Read "B4:F6" or "B4"; None for anything else."""
    first, _, last = area.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        return None
    return (*start, *end)


def holds(box: Rectangle, place: Place) -> bool:
    """Say whether a place lies within a rectangle."""
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]


def places(box: Rectangle) -> Iterator[Place]:
    """Walk the cells of a rectangle, row by row."""
    for row in range(box[0], box[2] + 1):
        for column in range(box[1], box[3] + 1):
            yield row, column


def size(box: Rectangle) -> int:
    """Count the cells of a rectangle."""
    return (box[2] - box[0] + 1) * (box[3] - box[1] + 1)
