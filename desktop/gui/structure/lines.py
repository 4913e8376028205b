"""The lines of a ranking: what each column of a part shows, put into words when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from desktop.analysis.on_sight import OnSight
from desktop.gui.tokens import Tone


class Kind(StrEnum):
    """How a column is drawn."""

    NAME = "name"
    NUMBER = "number"
    SPARK = "spark"
    BULLET = "bullet"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how it is drawn, its width in pixels; `grow` takes a share of room.

    Where room is short it gives way to `least` pixels, what is drawn before names; 0 is none at
    all. The words beside its bars have `words` pixels, so that all bars are equally long: as many
    as the widest of `texts` may need, whatever its digits. `tip` explains more than the heading.
    """

    title: str
    kind: Kind = Kind.NUMBER
    width: int = 64
    grow: int = 0
    least: int = 0
    words: int = 0
    texts: tuple[str, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in one column: words in a tone, a course of values, a bar as a part of its room.

    `tick` is where the path lies in the bar's room, `level` the shade of the bar (see `shades`).
    What is an estimate is `hollow`: a bar is hatched, a course ends in a ring. A number of which
    there is something to explain is `noted`: a star beside it.
    """

    text: str = ""
    tone: Tone = Tone.PLAIN
    values: Sequence[float | None] = ()
    reach: float | None = None
    tick: float | None = None
    level: int | None = 3
    hollow: bool = False
    noted: bool = False


class Head(NamedTuple):
    """What is known of a line before it is looked at: by it columns are measured.

    The code it stands for (empty for a rest or total), and its name; `inset` lines are within the
    one before them.
    """

    code: str
    name: str
    inset: bool = False


def heads_of(
    codes: Sequence[str],
    head_of: Callable[[str], Head],
    within: Sequence[str],
    order: Sequence[int],
) -> list[Head]:
    """Head the lines of parts in an order, by the codes of them and of those they are within."""
    heads = list(map(head_of, map(codes.__getitem__, order)))
    if not any(within):
        return heads
    return [
        head._replace(inset=bool(within[place])) for head, place in zip(heads, order, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its head, its marks, what it tells when asked; `quiet` ones are rests and totals.

    Of the lines in sight one is pointed at: the others' words are not put together.
    """

    head: Head
    marks: tuple[Mark, ...]
    telling: Callable[[], str] = field(compare=False)
    quiet: bool = False

    @property
    def tip(self) -> str:
        """All that is told of it."""
        return self.telling()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A ranking to draw: of hundreds of lines those are put into words that a window shows."""

    columns: tuple[Column, ...]
    heads: tuple[Head, ...]
    lines: Sequence[Line]


def ranking(
    columns: Sequence[Column], heads: Sequence[Head], make: Callable[[int], Line]
) -> Ranked:  # fmt: skip
    """Rank lines, each made by its number when it is looked at."""
    return Ranked(tuple(columns), tuple(heads), OnSight(len(heads), make))


EMPTY = Ranked((), (), ())
_FEWEST = 3
"""Columns that are always there."""


@lru_cache(maxsize=256)
def shared_widths(columns: tuple[Column, ...], room: int) -> tuple[tuple[int, int], ...]:
    """Give each column its left edge and width: what is left is shared by those that grow.

    Where not even their least has room, the courses are left out, then columns from the right: a
    number that is cut would be another number. What is left out is 0 wide; its tip tells it.
    """
    while len(shown := [c for c in columns if c.width]) > _FEWEST and room < _least_of(shown):
        out = next((c for c in shown if c.kind is Kind.SPARK), shown[-1])
        columns = tuple(replace(c, width=0, least=0, grow=0) if c is out else c for c in columns)
    widths = [c.width for c in columns]
    left = room - sum(widths)
    if left < 0:
        widths = _narrowed(columns, -left)
    shares = sum(c.grow for c in columns) or 1
    places, x = [], 0
    for column, wanted in zip(columns, widths, strict=True):
        width = wanted + max(left, 0) * column.grow // shares
        places.append((x, width))
        x += width
    return tuple(places)


def _least_of(columns: Sequence[Column]) -> int:
    return sum(c.least or c.width for c in columns)


def _narrowed(columns: tuple[Column, ...], lacking: int) -> list[int]:
    widths = [c.width for c in columns]
    for named in (False, True):
        for n, column in enumerate(columns):
            if column.least and (column.kind is Kind.NAME) is named:
                given = min(lacking, widths[n] - column.least)
                widths[n] -= given
                lacking -= given
    return widths
