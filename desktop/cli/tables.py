"""The terminal for people: texts as they are, and tables that keep numbers and dates whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table as RichTable
from rich.text import Text

from desktop.figures.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import ConsoleOptions, RenderResult
    from rich.table import Column

    from desktop.figures.wording import Language

UNKNOWN = "–"
"""What stands in a table for a number that is not known."""

_HEAD = "desktop.cli.head"

TABLE_ROWS = 40
"""So many figures fill a terminal twice; all of them are in CSV and JSON."""


class Table(RichTable):
    """A table whose columns give room where it costs least: headings first, then texts at blanks.

    Letters of a word are parted only where there is no other way, those of the widest column
    first: a long file name rather than a date or a number. Texts are what they are, brackets
    and all; rich would take ``[final]`` in a file's name for a style of its own.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"pad_edge": False, "padding": (0, 1, 0, 0), **more})

    def add_column(self, header: Any = "", footer: Any = "", **more: Any) -> None:
        """Add a column; what does not fit goes on beneath."""
        super().add_column(_plain(header), footer, **{"overflow": "fold", **more})

    def add_row(self, *cells: Any, **more: Any) -> None:
        """Add a row, its texts as they are."""
        super().add_row(*map(_plain, cells), **more)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give each column its room, and draw."""
        sizes = [_sizes(column, console, options) for column in self.columns]
        _, right, _, left = self.padding
        dividers = len(sizes) + 1 if self.box else 0
        room = options.max_width - dividers - len(sizes) * (left + right)
        widths = shared(sizes, room)
        for column, width, (most, *_) in zip(self.columns, widths, sizes, strict=True):
            column.width = width
            column.no_wrap = column.no_wrap and width == most  # nothing is cut off
        return super().__rich_console__(console, options)

    def add_numbers(self, *headings: str) -> None:
        """Add columns of numbers, which end where the others end."""
        for heading in headings:
            self.add_column(heading, justify="right")


def usd(amount: float | None, decimals: int, language: Language, *, sign: bool = False) -> str:
    """Write an amount (US dollars) in billions; what is not known is a dash."""
    return UNKNOWN if amount is None else language.billions(amount, decimals, sign=sign)


def share(
    fraction: float | None, language: Language, decimals: int = 1, *, sign: bool = False
) -> str:
    """Write a fraction in percent; what is not known is a dash."""
    return UNKNOWN if fraction is None else language.percent(fraction, decimals, sign=sign)


def points(fraction: float | None, language: Language) -> str:
    """Write a contribution in percentage points; what is not known is a dash."""
    return UNKNOWN if fraction is None else language.points(fraction)


def say_line(text: str, console: Console) -> None:
    """Write a line whose brackets and numbers are no style of the terminal's."""
    console.print(text, markup=False, highlight=False)


def head_with(line: str) -> None:
    """Let a line stand above what the command at hand writes, once it writes anything."""
    click.get_current_context().meta[_HEAD] = line


def terminal(*, markup: bool = False) -> Console:
    """Give the terminal; its head, if any, is written. Texts are what they are without markup."""
    console, context = Console(markup=markup), click.get_current_context(silent=True)
    if context and (head := context.meta.pop(_HEAD, "")):
        say_line(head, console)
    return console


def _plain(cell: Any) -> Any:
    return Text(harmless(cell)) if isinstance(cell, str) else cell


def shared(sizes: Sequence[tuple[int, int, int]], room: int) -> list[int]:
    """Share the letters of a line among columns.

    Args:
        sizes: for each column what it takes: all in one line; the heading alone in several; every
            text in several lines, broken at blanks. Each at least 1, falling.
        room: the letters that there are.

    Returns:
        A width for each column, at least 1; their sum is at most `room` where that is possible.
    """
    widths, *floors = (list(level) for level in zip(*sizes, strict=True)) if sizes else [[]]
    for floor in (*floors, [1] * len(sizes)):
        while sum(widths) > room and widths != floor:
            most = max(w for w, least in zip(widths, floor, strict=True) if w > least)
            at = next(i for i, w in reversed([*enumerate(widths)]) if w == most and w > floor[i])
            widths[at] -= 1
    return widths


def _sizes(column: Column, console: Console, options: ConsoleOptions) -> tuple[int, int, int]:
    wide = options.update(max_width=10_000)

    def measured(cell: Any) -> Measurement:
        return Measurement.get(console, wide, cell)

    heading = measured(column.header)
    cells = [*map(measured, column.cells)]
    whole = [c.maximum if column.no_wrap else c.minimum for c in cells]
    least = max([1, heading.minimum, *whole])
    texts = max([least, *(cell.maximum for cell in cells)])
    return max(texts, heading.maximum), texts, least
