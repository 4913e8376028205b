"""Rows of plain numbers, a whole row at a time: what their figures share is settled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, compress, repeat
from operator import add, mul, sub
from typing import NamedTuple

from desktop.figures.figure import FigureRow, row_of, scaled
from desktop.figures.period import Period
from desktop.figures.series import SCALE, TRADE, Flow
from desktop.returns.binding import Bound
from desktop.returns.cells import is_within_range, shortest
from desktop.returns.grid import letters
from desktop.returns.labels import Subject
from desktop.returns.row_units import Counted

_EXACT = 10**15
"""Below this no two decimal numbers of as many digits are the same float."""
_SURE, _APART = 10**14, 0.4
"""Below this, a decimal's product and that of its float lie within 2^-52 of it: 0.03 of one."""
_POWERS = frozenset(10**power for power in range(22))
"""Factors that a float holds exactly."""


class Settled(NamedTuple):
    """A column as the rows read it: its unit, its period, and which way the goods go."""

    bound: Bound
    counted: Counted
    period: Period
    flow: Flow
    status: str
    shift: int


class Row(NamedTuple):
    """Where a row stands, what its figures are about, of which province, and its numbers."""

    number: int
    label: str
    subject: Subject
    province: str
    values: Sequence[float]


class PlainRows:
    """Rows that are filled in the same columns, and say the same of their units and periods."""

    def __init__(self, columns: Sequence[Settled]) -> None:
        """Take what was settled of each column."""
        self.wide = len(columns)
        self._letters = [letters(c.bound.number) for c in columns]
        self._flows = [c.flow.value for c in columns]
        self._measures = [c.counted.measure.value for c in columns]
        self._items = [c.bound.item for c in columns]
        self._markets = [c.bound.market for c in columns]
        self._owners = [c.bound.ownership.value if c.bound.ownership else "" for c in columns]
        self._units = [c.counted.unit.value for c in columns]
        self._bases = [c.period.basis.value for c in columns]
        self._starts = [c.period.start.ordinal for c in columns]
        self._ends = [c.period.end.ordinal for c in columns]
        self._statuses = [c.status for c in columns]
        self._factors = [int(c.counted.factor * SCALE) for c in columns]
        self._shifts = [c.shift * SCALE for c in columns]
        self._shifted = any(self._shifts)
        self._limit = _SURE / max(self._factors, default=1)
        self._traded = [c.flow in TRADE and not c.bound.growth for c in columns]

    @property
    def is_exact(self) -> bool:
        """True where every factor is one by which `thousandths` can count."""
        return all(factor in _POWERS for factor in self._factors)

    def takes(self, values: Sequence[float]) -> bool:
        """Say whether a row's numbers are numbers indeed, and small enough to count by floats.

        Trade below nothing is none that can be taken without a word.
        """
        total, least = sum(values), min(values)
        if least < 0 and any(v < 0 for v in compress(values, self._traded)):
            return False
        return total - total == 0 and -self._limit < least and max(values) < self._limit

    def figures(self, sheet: str, rows: Sequence[Row]) -> Iterator[FigureRow]:
        """Make the figures of rows that `takes` said yes to, in their order."""
        many, wide = len(rows), self.wide
        amounts, printed = self._counted([value for row in rows for value in row.values], many)
        if self._shifted:
            amounts = list(map(add, amounts, self._shifts * many))
        subjects = [row.subject for row in rows]
        numbers = [str(row.number) for row in rows]
        return map(row_of, zip(
            self._flows * many, self._measures * many,
            _own(self._items, [subject.item for subject in subjects]),
            _own(self._markets, [subject.market for subject in subjects]),
            _own(self._owners, [subject.ownership.value for subject in subjects]),
            _each([row.province for row in rows], wide), self._units * many, self._bases * many,
            self._starts * many, self._ends * many, self._statuses * many, amounts, repeat(sheet),
            [column + number for number in numbers for column in self._letters], printed,
            _each([row.label for row in rows], wide),
        ))  # fmt: skip

    def _counted(self, values: Sequence[float], many: int) -> tuple[list[int], list[str]]:
        """The numbers in thousandths, and as printed."""
        factors = self._factors * many
        scaled_values = list(map(mul, values, factors))
        near = list(map(round, scaled_values))
        apart = list(map(abs, map(sub, scaled_values, near)))
        if max(apart) >= _APART:
            for at in [at for at, far in enumerate(apart) if far >= _APART]:
                near[at] = thousandths(values[at], factors[at])
        printed = list(map(str.removesuffix, map(repr, values), repeat(".0")))
        return near, list(map(shortest, values)) if "-0" in printed else printed


def thousandths(value: float, factor: int) -> int:
    """Count a number, as it is printed, in a power of ten; `ValueError` where it is out of range.

    What is printed is the shortest decimal that gives the float. The product of floats is so near
    to its own that only what lies about halfway needs decimal arithmetic. Of a larger one, a
    decimal of up to fifteen digits that gives the float, too, is the same number.
    """
    scaled_value = value * factor
    if -_EXACT < scaled_value < _EXACT:
        near = round(scaled_value)
        sure = -_SURE < near < _SURE and abs(scaled_value - near) < _APART
        if sure or near / factor == value:
            return near
    number = Decimal(shortest(value))
    units = Decimal(factor) / SCALE
    if not is_within_range(number, units):
        raise ValueError(value)
    return scaled(number * units)


def _own(columns: Sequence[str], rows: Sequence[str]) -> Iterable[str]:
    """What each column says, or else each row."""
    if any(columns):
        return [own or row for row in rows for own in columns]
    return _each(rows, len(columns))


def _each(rows: Sequence[str], wide: int) -> Iterable[str]:
    return chain.from_iterable(map(repeat, rows, repeat(wide)))
