"""Rows of plain numbers, a whole row at a time: what their figures share is settled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import repeat
from operator import add, mul, sub
from typing import NamedTuple

from desktop.figures.figure import FigureRow, row_of, scaled
from desktop.figures.period import Period
from desktop.figures.series import SCALE, Flow
from desktop.returns.binding import Bound
from desktop.returns.cells import LARGEST, is_within_range, shortest
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


class Place(NamedTuple):
    """Where a row stands, and what its figures are about; `province` unless the row names one."""

    sheet: str
    number: int
    label: str
    subject: Subject
    province: str


class PlainRows:
    """Rows that are filled in the same columns, and say the same of their units and periods."""

    def __init__(self, columns: Sequence[Settled]) -> None:
        """Take what was settled of each column."""
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
        self._factors = [c.counted.factor * SCALE for c in columns]
        self._shifts = [c.shift * SCALE for c in columns]
        self._shifted = any(self._shifts)
        self._most = min(_EXACT - 1, LARGEST * SCALE // max(self._factors, default=1))

    @property
    def is_exact(self) -> bool:
        """True where every factor is one by which `thousandths` can count."""
        return all(factor in _POWERS for factor in self._factors)

    def figures(self, place: Place, values: Sequence[float]) -> Iterator[FigureRow] | None:
        """Make the row's figures of its numbers; None where one of them is out of range."""
        try:
            amounts, printed = self._counted(values)
        except (ValueError, OverflowError):
            return None
        if self._shifted:
            amounts = list(map(add, amounts, self._shifts))
        subject, row = place.subject, str(place.number)
        return map(row_of, zip(
            self._flows, self._measures, _own(self._items, subject.item),
            _own(self._markets, subject.market), _own(self._owners, subject.ownership.value),
            repeat(subject.province or place.province), self._units, self._bases, self._starts,
            self._ends, self._statuses, amounts, repeat(place.sheet),
            [column + row for column in self._letters], printed, repeat(place.label),
        ))  # fmt: skip

    def _counted(self, values: Sequence[float]) -> tuple[list[int], list[str]]:
        """The numbers in thousandths, and as printed; `thousandths` says what is raised."""
        whole = list(map(int, values))
        if whole == values and max(map(abs, whole)) <= self._most:
            return list(map(mul, whole, self._factors)), list(map(str, whole))
        scaled_values = list(map(mul, values, self._factors))
        near = list(map(round, scaled_values))
        if max(map(abs, near)) < _SURE and max(map(abs, map(sub, scaled_values, near))) < _APART:
            return near, list(map(_written, map(repr, values)))
        return list(map(thousandths, values, self._factors)), list(map(shortest, values))


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
    units = factor // SCALE
    if not is_within_range(number, units):
        raise ValueError(value)
    return scaled(number * units)


def _written(number: str) -> str:
    """Write what `repr` gives of a float below 10^15 as `shortest` does."""
    return (number[:-2] if number != "-0.0" else "0") if number.endswith(".0") else number


def _own(columns: Sequence[str], row: str) -> Iterable[str]:
    """What each column says, or else the row."""
    return [own or row for own in columns] if any(columns) else repeat(row)
