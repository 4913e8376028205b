"""What a sender told, laid out as arrays: a line a subject, a column a span."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from desktop.figures.period import Basis
from desktop.figures.series import Measure

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

SPANS = frozenset(b.value for b in (Basis.MONTH, Basis.CUMULATIVE, Basis.QUARTER, Basis.YEAR))
MEASURES = (Measure.VALUE.value, Measure.QUANTITY.value)
_ROOM = 1.5
"""How much larger the arrays are made than they must be."""


_FIELDS = tuple(map(attrgetter, ("value", "unit", "number")))
_Span = tuple[str, int, int]


class Standing(Protocol):
    """A figure as an earlier return told it."""

    @property
    def value(self) -> int: ...  # noqa: D102 - the words say it
    @property
    def unit(self) -> str: ...  # noqa: D102 - the words say it
    @property
    def number(self) -> int:
        """That of the return."""


class Usual(NamedTuple):
    """Of each line asked for: how many levels are known, their middle, least and largest."""

    known: IntArray
    middle: FloatArray
    least: FloatArray
    largest: FloatArray


class Levels:
    """Values and quantities above zero, as they stand.

    `value` is NaN where nothing was told, `unit` a number of ours, `number` that of the return.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._columns: dict[_Span, int] = {}
        self._units: dict[str, int] = {}
        self._waiting: list[tuple[int, Mapping[int, Standing]]] = []
        self._value: FloatArray = np.empty((0, 0))
        self._unit = np.empty((0, 0), np.int8)
        self._number = np.empty((0, 0), np.int32)
        self._last: IntArray = np.zeros(0, np.int64)
        self._months: IntArray = np.zeros(0, np.int64)

    def tell(self, span: _Span, stands: Mapping[int, Standing]) -> None:
        """Note what stands now of a span, by the number of its line; if it has a level."""
        if span[0] in SPANS:
            column = self._columns.setdefault(span, len(self._columns))
            self._waiting.append((column, stands))

    def lay_out(self) -> None:
        """Lay out what was told since."""
        if not self._waiting:
            return
        columns, told = zip(*self._waiting, strict=True)
        self._waiting.clear()
        pasts = [past for stands in told for past in stands.values()]
        across = np.repeat(columns, list(map(len, told)))
        lines = np.fromiter(chain.from_iterable(told), np.int64, len(pasts))
        values, units, numbers = (list(map(field, pasts)) for field in _FIELDS)
        value = np.array(values, np.float64)
        self._grow(int(lines.max()) + 1)
        self._value[lines, across] = np.where(value > 0, value, np.nan)
        self._unit[lines, across] = self._numbered(units)
        self._number[lines, across] = numbers

    def only(self, spans: Collection[_Span]) -> Levels:
        """Give these lines with what was told of some spans alone, to be told of others."""
        self.lay_out()
        some = Levels()
        some._columns, some._units = dict(self._columns), dict(self._units)
        some._last, some._months = self._last, self._months
        some._value, some._unit = self._value.copy(), self._unit.copy()
        some._number = self._number.copy()
        others = [column for span, column in self._columns.items() if span not in spans]
        some._value[:, others] = np.nan
        return some

    def _numbered(self, names: Sequence[str]) -> list[int]:
        for name in dict.fromkeys(names):
            self._units.setdefault(name, len(self._units))
        return list(map(self._units.__getitem__, names))

    def _grow(self, lines: int) -> None:
        wanted = lines, len(self._columns)
        had = self._value.shape
        if wanted[0] > had[0] or wanted[1] > had[1]:
            shape = tuple(
                max(h, int(_ROOM * w)) if w > h else h for w, h in zip(wanted, had, strict=True)
            )
            self._value = _enlarged(self._value, shape, np.nan)
            self._unit = _enlarged(self._unit, shape, 0)
            self._number = _enlarged(self._number, shape, 0)
        new = list(self._columns)[len(self._last) :]
        if new:
            first, last = np.array([span[1:] for span in new], np.int64).T
            self._last = np.concatenate((self._last, last))
            self._months = np.concatenate((self._months, last - first + 1))

    def has(self, lines: IntArray) -> BoolArray:
        """Say of lines whether a level may have been told in them."""
        return (lines >= 0) & (lines < len(self._value))

    def units(self, names: Iterable[str]) -> IntArray:
        """Give our numbers of units; -1 where nothing was told in one."""
        known = self._units
        return np.array([known.get(name, -1) for name in names], np.int64)

    def columns(self, end: int, back: int, months: Collection[int] | None) -> IntArray:
        """Give the columns that end so many months back from a month, and in the months given.

        `usual` and `prices` are to be asked for some columns, not for none.
        """
        last = self._last
        seen = (last <= end) & (last >= end - back)
        found = np.flatnonzero(seen)
        if months is None:
            return found
        return found[[month in months for month in last[found].tolist()]]

    def alike(self, lines: IntArray, values: FloatArray, spans: Sequence[_Span]) -> Sequence[int]:
        """How many values at most are as they were told for each of some spans."""
        columns = np.array([self._columns.get(span, -1) for span in spans], np.int64)
        known, told = np.flatnonzero(self.has(lines)), np.flatnonzero(columns >= 0)
        at = self._places(lines[known], columns[told])
        same = self._value.take(at) == values[known][:, None]
        return list(np.count_nonzero(same, axis=0))

    def _places(self, lines: IntArray, columns: IntArray) -> IntArray:
        """Give where lines and columns cross, one line of the arrays after another."""
        return np.asarray(lines[:, None] * self._value.shape[1] + columns)

    def usual(self, lines: IntArray, units: IntArray, columns: IntArray) -> Usual:
        """Give the monthly levels told in a unit: how many, their middle, least and largest."""
        at = self._places(lines, columns)
        levels = np.where(self._unit.take(at) == units[:, None], self._value.take(at), np.nan)
        levels /= self._months[columns]
        levels.sort(axis=1)
        count = np.count_nonzero(~np.isnan(levels), axis=1)
        every, last = np.arange(len(lines)), np.maximum(count - 1, 0)
        return Usual(count, middles(levels, count), levels[:, 0], levels[every, last])

    def prices(
        self, lines: IntArray, counted: IntArray, units: IntArray, columns: IntArray
    ) -> FloatArray:
        """Give value by quantity, in decimal logarithms, where one return told both.

        Sorted along each line, NaN last; `units` are those of the quantities.
        """
        at, by = self._places(lines, columns), self._places(counted, columns)
        number, unit, value = self._number.take, self._unit.take, self._value.take
        both = (number(at) == number(by)) & (unit(by) == units[:, None])
        prices: FloatArray = np.where(both, value(at) / value(by), np.nan)
        return np.sort(np.log10(prices), axis=1)


def middles(ordered: FloatArray, count: IntArray) -> FloatArray:
    """Give the median of the first so many of each line; NaN where there are none."""
    every, last = np.arange(len(ordered)), ordered.shape[1] - 1
    upper = ordered[every, np.minimum(count // 2, last)]
    lower = ordered[every, np.maximum(count // 2 - 1, 0)]
    middle: FloatArray = np.where(count % 2 == 1, upper, (lower + upper) / 2)
    return middle


def _enlarged(old: npt.NDArray[Any], shape: tuple[int, ...], blank: float) -> npt.NDArray[Any]:
    new = np.full(shape, blank, old.dtype)
    new[: old.shape[0], : old.shape[1]] = old
    return new
