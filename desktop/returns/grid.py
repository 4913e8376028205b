"""The grid: what stands in which cell of a sheet, with nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, cast

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
_ALPHABET = 26
CELL_STEP = 3
"""Column, value, style: so a row's cells follow one another in its list."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that should hold a value and does not.

    `text` is the error as Excel shows it ("#REF!"), empty for a formula that nobody computed.
    """

    text: str = ""


Value = float | str | bool | Fault
"""What a cell holds. Numbers are floats, as Excel keeps them; empty cells are not kept at all."""


class Area(NamedTuple):
    """A rectangle of cells, both ends included, rows and columns counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet. Rows and columns count from 1; only cells that hold something are kept.

    `rows` maps a row's number to its cells in one flat list (column, value, style, column, …):
    the leanest form for sheets of half a million rows. `formats` and `fonts` give a style's
    number format and font name. A `quiet` sheet was not taken apart, as none of its texts can
    announce a table of ours. `typed` where all cells came as text: how its numbers are written,
    those with decimals show as well.
    """

    name: str
    hidden: bool = False
    quiet: bool = False
    rows: dict[int, list[int | Value]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formats: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    typed: bool = False

    def row(self, number: int) -> dict[int, Value]:
        """The row's cells by column; empty where nothing stands."""
        cells = self.rows.get(number, ())
        columns = cast("Sequence[int]", cells[::CELL_STEP])
        return dict(zip(columns, cells[1::CELL_STEP], strict=True))

    def styles(self, number: int) -> dict[int, int]:
        """The style numbers of the row's cells, by column."""
        cells = self.rows.get(number, ())
        columns = cast("Sequence[int]", cells[::CELL_STEP])
        return dict(zip(columns, cast("Sequence[int]", cells[2::CELL_STEP]), strict=True))

    def styles_used(self) -> set[int]:
        """The style numbers of all cells."""
        used: set[int] = set()
        for cells in self.rows.values():
            used.update(cast("Sequence[int]", cells[2::CELL_STEP]))
        return used

    def cells_of(self, number: int) -> Iterator[tuple[int, Value, int]]:
        """The row's cells as they stand: column, value, style; of a column's several, the last."""
        cells: Iterator[Any] = iter(self.rows.get(number, ()))
        return zip(cells, cells, cells, strict=True)

    def row_numbers(self) -> list[int]:
        """Numbers of the rows that hold something, from the top."""
        return sorted(self.rows)

    def column_is_hidden(self, column: int) -> bool:
        """Say whether nobody sees the column."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    def cells(self) -> Iterator[tuple[int, int, Value]]:
        """Walk all cells from the top: row, column, value."""
        for number in self.row_numbers():
            for column, value in self.row(number).items():
                yield number, column, value


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """Column letters: 1 is A, 28 is AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, _ALPHABET)
        text = chr(ord("A") + rest) + text
    return text


def column_number(text: str) -> int:
    """Turn back what `letters` gave; raises `ValueError` for anything that is no letter."""
    number = 0
    for letter in text.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(f"{text!r} is not a column")
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def address(row: int, column: int) -> str:
    """Cell address: row 5, column 4 is D5."""
    return f"{letters(column)}{row}"


def area(reference: str) -> Area:
    """Read "B2:D4", or "B2" alone; raises `ValueError` for anything else."""
    first, _, last = reference.replace("$", "").partition(":")
    top, left = _place(first)
    bottom, right = _place(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _place(reference: str) -> tuple[int, int]:
    column = reference.rstrip("0123456789")
    return int(reference[len(column) :]), column_number(column)
