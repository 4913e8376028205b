"""One figure as the row it travels as, how firm it is, and the columns of a frame of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple, Self

from desktop.figures.coded import Coded
from desktop.figures.series import SCALE


class Status(Coded):
    """How firm the office said a figure is: ước tính, sơ bộ, thực hiện, chính thức."""

    ESTIMATE = "estimate"
    PRELIMINARY = "preliminary"
    ACTUAL = "actual"
    FINAL = "final"

    @property
    def rank(self) -> int:
        """Firmness: 0 for an estimate, 3 for a final figure."""
        return _FIRMNESS.index(self)


_FIRMNESS = list(Status)


class FigureRow(NamedTuple):
    """One figure as it travels: flat and cheap to send between processes.

    `value` counts thousandths of `unit` (`SCALE`); `period_start` and `period_end` are
    `Month.ordinal`; `printed` is what stood in the cell, `label` the row's name, decoded.
    """

    flow: str
    measure: str
    item: str
    market: str
    ownership: str
    province: str
    unit: str
    basis: str
    period_start: int
    period_end: int
    status: str
    value: int
    sheet: str
    cell: str
    printed: str
    label: str


class Grouped(str):
    """What stood in a cell as text and would pass for another number: "3.682" of thousands."""

    __slots__ = ()


row_of = partial(tuple.__new__, FigureRow)
"""Makes a row of a tuple of its fields, much faster than the constructor."""


class Rows(tuple[FigureRow, ...]):
    """The rows of a return that came by columns, which are kept: whoever stores them wants both."""

    columns: Sequence[tuple[Any, ...]]

    @classmethod
    def of(cls, columns: Sequence[tuple[Any, ...]]) -> Self:
        """Make the rows of columns of one length, in the order of `ROW_COLUMNS`."""
        made = cls(map(row_of, zip(*columns, strict=True)))
        made.columns = columns
        return made


def by_column(rows: Iterable[FigureRow]) -> Sequence[tuple[Any, ...]]:
    """Give the columns of rows, in the order of `ROW_COLUMNS`."""
    if isinstance(rows, Rows):
        return rows.columns
    return tuple(zip(*rows, strict=True)) or ((),) * len(ROW_COLUMNS)


def fields_of(*names: str) -> Callable[[FigureRow], tuple[Any, ...]]:
    """Give what takes these fields of a row, as a tuple: a quick key for many rows."""
    return itemgetter(*map(FigureRow._fields.index, names))


ROW_COLUMNS = FigureRow._fields
"""Columns of a frame made of `FigureRow`s."""

RETURN_COLUMNS = ("return_id", "source_file", "sender", "reported_on", "return_rank")
"""What the archive adds: its number of the return, the file's name, sender, date, and rank.

Of two returns of one day that print a figure equally firmly, the larger rank wins. That is the
archive's own rule; whoever chooses between the rows of a frame goes by it.
"""

FIGURE_COLUMNS = (*ROW_COLUMNS, *RETURN_COLUMNS)
"""Columns of every frame of figures that leaves the archive.

Types: `value`, `period_start`, `period_end`, `return_id`, `return_rank` int64; `reported_on` ISO
text ("2025-07-06", which sorts as a date does); the rest text.
"""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a shown number was read: file, sheet, cell, what was printed there, and its date."""

    file: str
    sheet: str
    cell: str
    printed: str
    reported_on: str
    status: Status

    def __str__(self) -> str:
        """Write ``file · sheet!cell``; a sum over several returns has no cell of its own."""
        return f"{self.file} · {self.sheet}!{self.cell}" if self.file else ""


def scaled(amount: Decimal | int | str) -> int:
    """Count an amount in thousandths of its unit, rounding half to even."""
    return int((Decimal(amount) * SCALE).to_integral_value(ROUND_HALF_EVEN))


def unscaled(value: int) -> float:
    """Give the amount in its unit; exact to the thousandth below nine trillion."""
    return value / SCALE


_INDEX_OF_NO_CHANGE = 100


def exact(value: int, printed: str) -> Decimal:
    """Give the amount in its unit with every digit that the cell held.

    `value` is rounded to thousandths of the unit: 12.271888888 thousand tonnes became
    12,271.889 t. Where the cell held a number, the factor between the two is a power of ten,
    or a change in per cent was brought to an index, and the printed digits give the rest.
    """
    amount = Decimal(value) / SCALE
    try:
        number = Decimal(printed)
    except InvalidOperation:  # a number that stood as text, with its own separators
        return amount
    if not number.is_finite() or not number or not amount:
        return amount
    full = number.scaleb(amount.adjusted() - number.adjusted())
    meant = (*(full.scaleb(shift) for shift in (-1, 0, 1)), number + _INDEX_OF_NO_CHANGE)
    nearest = min(meant, key=lambda n: abs(n - amount))
    return nearest if abs(nearest - amount) * SCALE * 2 <= 1 else amount
