"""How a table's room is shared among its columns and rows, and headings broken into lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

_LEAST_WORDS = 150
"""So much of a column of words is never given away to the column that takes what is left."""
_LEAST_WIDTH, _LEAST_NAMES = 76, 112
"""The column that takes the room that is left keeps so much; beyond it the table scrolls.

The second is of names that lead the lines: without them a line says nothing.
"""
_NAMES = 200
"""In a table that scrolls anyway its words are written in full, up to so much."""

_LOWER, _HIGHER = 0.9, 1.25
"""A row may be so low for one more to be seen, and so high for none to be cut."""


def whole_rows(room: int, row: int, rows: int) -> tuple[int, int]:
    """Give how high rows are that share a room, and the pixels beneath the last that is seen."""
    whole = room // row
    if not whole or rows <= whole:
        return row, 0
    if room // (whole + 1) >= row * _LOWER:
        whole += 1
    high = min(room // whole, int(row * _HIGHER))
    return high, (room - whole * high if rows > whole else 0)


def on_lines(words: str, most: int, advance: Callable[[str], int]) -> str:
    """Break a heading into lines, at most so many, so that the longest is as short as can be."""
    parts = words.split(" ")
    best = words
    for count in range(1, min(most, len(parts))):
        for ends in combinations(range(1, len(parts)), count):
            cuts = pairwise((0, *ends, len(parts)))
            lines = [" ".join(parts[start:end]) for start, end in cuts]
            if max(map(advance, lines)) < max(map(advance, best.split("\n"))):
                best = "\n".join(lines)
    return best


def shared_out(
    wanted: dict[int, int], words: frozenset[int], stretch: int, room: int
) -> dict[int, int]:
    """Share the room among columns: `stretch` takes what is left, long words give way to it.

    Widths are pixels by column. Numbers are never cut, and words keep `_LEAST_WORDS`.
    """
    widths = dict(wanted)
    if stretch not in widths:
        return widths
    left = room - sum(width for column, width in widths.items() if column != stretch)
    for column in sorted(words & widths.keys() - {stretch}, key=lambda c: -widths[c]):
        given = min(widths[stretch] - left, widths[column] - _LEAST_WORDS)
        if given > 0:
            widths[column] -= given
            left += given
    least = min(_LEAST_WIDTH if stretch else _LEAST_NAMES, wanted[stretch])
    widths[stretch] = left if left >= least else max(least, min(wanted[stretch], _NAMES))
    return widths
