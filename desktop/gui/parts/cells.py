"""What a table shows: headings over rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.gui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, its tone, and what its tip says."""

    text: str
    tone: Tone = Tone.PLAIN
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to show: headings, rows of cells. Columns in `words` hold text, the rest numbers.

    `of_trade` says that the first column names goods or markets, which may be shortened.
    Rows may be made as they are asked for (`LazyRows`): thousands cost nothing until seen.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    words: frozenset[int] = frozenset({0})
    of_trade: bool = False
