"""Figures a power of ten away from what is usual: a lost digit, a unit taken for another.

What is usual is the middle of the monthly levels that the sender told in the last two years, so
that no season and no holiday is mistaken for it. Value by quantity is steadier still: where both
are printed, the price decides, and says which of the two is off.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from desktop.analysis.history import MEASURE, History, Subject, is_split, span_of, subject_of
from desktop.analysis.laid import Laid
from desktop.analysis.levels import MEASURES, SPANS, FloatArray, IntArray, middles
from desktop.analysis.tolerances import is_detail
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import SCALE, TRADE, WORLD, Measure

POWERS = (1, 2, 3, 6)
_NEAR = 0.2
"""How near, in decimal logarithm, a ratio must be to a power of ten: within half as much again."""
_PRICED = 2 * _NEAR + 0.01
"""How near the one that is off must be to the power that its price is off by, and a little more."""
_BACK = 2 * MONTHS_PER_YEAR + 2
_FEW = 3
"""So many earlier levels or prices say what is usual."""
_STEADY = 0.8
"""Share of the earlier prices that lie within twice and half of the middle one."""
_TWICE = math.log10(2)
_MARGIN = 4
"""A level this many times beyond all earlier ones has left their range."""
_SPREAD = 0.5
"""Levels that span more than this, in decimal logarithm (three times), are usual at none."""
_COLUMN, _MOST = 5, 0.6
"""So many figures of a column, and such a share of those with a history, speak for all of it."""
_PARTNER_LEAST = 20_000_000 * SCALE
"""Twenty million US dollars a month: what a partner sells less of may well move tenfold."""
_DETAIL_LEAST = 1_000_000 * SCALE
_LEVEL, _SPLIT = 1, 2
Column = tuple[str, str, str]


class Doubt(NamedTuple):
    """A figure that is about ten to the `power` times what is usual, `usual` in its own unit."""

    row: FigureRow
    power: int
    usual: int


class Doubts(NamedTuple):
    """Single figures in doubt; and whole columns, by their first figure, with how many it is."""

    figures: tuple[Doubt, ...]
    columns: tuple[tuple[Doubt, int], ...]


class _Usual:
    """The figures of a return that its sender told before, and what is usual for each.

    They are those above zero, in the order of the rows; of one that is printed twice the last.
    """

    def __init__(self, own: Laid, history: History) -> None:
        self._own = own
        self._levels, self._window = history.levels()
        self._levels.lay_out()
        told = np.fromiter(history.numbers(own.subjects), np.int64, len(own.subjects))
        about = np.fromiter(map(_about, own.subjects), np.int8, len(own.subjects))
        has_level, detail = about & _LEVEL > 0, about & _SPLIT > 0
        spans = np.array([(basis in SPANS, *months) for basis, *months in own.spans], np.int64)
        lines, columns = np.array(own.lines, np.int64), np.array(own.columns, np.int64)
        value = np.array(own.by_column["value"], np.float64)
        asked = self._levels.has(told) & has_level
        at = np.flatnonzero((value > 0) & asked[lines] & (spans[columns, 0] > 0))
        self.at = at if own.is_plain else _last(lines[at] * len(spans) + columns[at], at)
        self._places = lines[self.at], columns[self.at]
        self._lines, self.detail = told[self._places[0]], detail[self._places[0]]
        self._units = self._levels.units(own.by_column["unit"])[self.at]
        self.value = value[self.at]
        _, first, self._end = spans[self._places[1]].T
        self.months = self._end - first + 1
        self._measure()

    def row(self, place: int) -> FigureRow:
        """The row that one of the figures stands in."""
        return self._own.rows[int(self.at[place])]

    def order(self, place: int) -> tuple[int, bool, int]:
        """Where a figure is told of: subject by subject, of each first the values."""
        subject, counted = self._own.subjects[self._places[0][place]], self.is_counted(place)
        numbers = map(self._own.numbers.get, (subject, _turned(subject)))
        return min(n for n in numbers if n is not None), counted, place

    def is_counted(self, place: int) -> bool:
        """Say whether a figure is a quantity."""
        return self.row(place).measure == Measure.QUANTITY

    def beside(self, place: int) -> FigureRow | None:
        """The quantity beside a value, the value beside a quantity; if it is above zero."""
        row = self.row(place)
        found = self._own.get((_turned(subject_of(row)), span_of(row)))
        return found if found and found.value > 0 else None

    def partner(self, place: int) -> int | None:
        """Where what stands beside a figure is among these; None where it was never told."""
        other = self._own.numbers.get(_turned(self._own.subjects[self._places[0][place]]))
        return self._place_of.get((other, int(self._places[1][place])))

    @cached_property
    def _place_of(self) -> Mapping[tuple[int | None, int], int]:
        lines, columns = self._places
        pairs = zip(lines.tolist(), columns.tolist(), strict=True)
        return {pair: place for place, pair in enumerate(pairs)}

    def _alike(self, where: IntArray) -> Iterator[tuple[IntArray, IntArray]]:
        """Give rows that look back on the same columns, with these."""
        kinds = self._end[where] * 2 + self.detail[where]
        for kind in sorted({*kinds.tolist()}):
            months = None if self._window is None else self._window[kind % 2]
            columns = self._levels.columns(kind // 2, _BACK, months)
            if columns.size:
                yield where[kinds == kind], columns

    def _measure(self) -> None:
        size = len(self.at)
        self.count = np.zeros(size, np.int64)
        self.middle, self.least, self.largest = (np.full(size, np.nan) for _ in range(3))
        for where, columns in self._alike(np.arange(size)):
            found = self._levels.usual(self._lines[where], self._units[where], columns)
            self.count[where], self.middle[where], self.least[where], self.largest[where] = found
        known = self.count >= _FEW
        # The middle of the levels told before, for as many months as the row covers.
        self.usual = np.where(known, np.rint(self.middle * self.months), 0.0)
        with np.errstate(divide="ignore"):
            self.away = np.log10(self.value / self.usual)

    def prices(self, pairs: Mapping[int, int]) -> dict[int, float]:
        """Give the usual price of values by their quantities, in decimal logarithms.

        Of those alone whose prices told before are steady enough to judge by.
        """
        found: dict[int, float] = {}
        for these, columns in self._alike(np.array(list(pairs), np.int64)):
            by = [pairs[at] for at in these.tolist()]
            lines, counted, units = self._lines[these], self._lines[by], self._units[by]
            prices = self._levels.prices(lines, counted, units, columns)
            count = np.count_nonzero(~np.isnan(prices), axis=1)
            usual = middles(prices, count)
            near = np.count_nonzero(np.abs(prices - usual[:, None]) <= _TWICE, axis=1)
            steady = (count >= _FEW) & (near >= _STEADY * count)
            found |= zip(these[steady].tolist(), usual[steady].tolist(), strict=True)
        return found


@lru_cache(maxsize=32_768)
def _about(subject: Subject) -> int:
    """Say of a subject whether it has a level, and whether it is split."""
    has_level = subject[MEASURE] in MEASURES and subject[0] in TRADE
    return _LEVEL * has_level | _SPLIT * is_split(subject)


def _turned(subject: Subject) -> Subject:
    """The quantity of a value, and the value of a quantity."""
    other = _OTHER.get(subject[MEASURE], subject[MEASURE])
    return (*subject[:MEASURE], other, *subject[MEASURE + 1 :])


_OTHER: Mapping[object, str] = dict(zip(MEASURES, reversed(MEASURES), strict=True))


def _last(places: IntArray, rows: IntArray) -> IntArray:
    """Of rows by their places the last that stands in each."""
    _, last = np.unique(places[::-1], return_index=True)
    return np.sort(rows[::-1][last])


def doubts(own: Laid, history: History) -> Doubts:
    """Find what is a power of ten away from what the sender usually tells."""
    usual = _Usual(own, history) if own.rows else None
    if usual is None:
        return Doubts((), ())
    far = np.flatnonzero((usual.usual > 0) & (np.abs(usual.away) >= POWERS[0] - _PRICED)).tolist()
    if not far:
        return Doubts((), ())
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = dict(_columns(usual)) if len(far) >= _COLUMN else {}
        found = sorted(_single(usual, far), key=lambda one: usual.order(one[0]))
    single = (doubt for _, doubt in found if column_of(doubt.row) not in whole)
    return Doubts(tuple(single), tuple(whole.values()))


def _columns(usual: _Usual) -> Iterator[tuple[Column, tuple[Doubt, int]]]:
    """Columns most of which is off by one power: the first such figure, and how many there are."""
    power = _powers(usual.away)
    if np.count_nonzero(power) < _COLUMN:
        return
    columns: dict[Column, list[int]] = defaultdict(list)
    for at in sorted(np.flatnonzero(usual.usual).tolist(), key=usual.order):
        columns[column_of(usual.row(at))].append(at)
    for column, found in columns.items():
        powers = power[found].tolist()
        most, count = Counter(powers).most_common(1)[0]
        if most and count >= _COLUMN and count >= _MOST * len(found):
            first = found[powers.index(most)]
            yield column, (Doubt(usual.row(first), most, int(usual.usual[first])), count)


def _single(usual: _Usual, far: Sequence[int]) -> Iterator[tuple[int, Doubt]]:
    """Figures in doubt by themselves, each with the place that it is told by.

    A price is asked for where it could decide: where value or quantity is far from what is usual.
    """
    pairs: dict[int, int] = {}
    for at in far:
        if (other := usual.partner(at)) is not None:
            value, counted = (other, at) if usual.is_counted(at) else (at, other)
            pairs[value] = counted
    prices = usual.prices(pairs)
    yield from _by_price(usual, pairs, prices)
    yield from _by_level(usual, [at for at in far if at not in prices])


def _by_price(
    usual: _Usual, pairs: Mapping[int, int], prices: Mapping[int, float]
) -> Iterator[tuple[int, Doubt]]:
    """The price is off by a power of ten: of value and quantity the one that moved as far is."""
    for at, price in prices.items():
        row, by = usual.row(at), pairs[at]
        power = _power(math.log10(usual.value[at] / usual.value[by]) - price)
        if not power or (is_detail(row) and (abs(power) == 1 or row.value < _DETAIL_LEAST)):
            continue
        for place, expected in ((at, power), (by, -power)):
            one, level = usual.row(place), int(usual.usual[place])
            if level and abs(math.log10(one.value / level) - expected) <= 2 * _NEAR:
                yield at, Doubt(one, expected, level)
                break


def _by_level(usual: _Usual, asked: Iterable[int]) -> Iterator[tuple[int, Doubt]]:
    """The level has left the range of all earlier ones, which are near each other, by a power."""
    for at in asked:
        row, middle, level = usual.row(at), usual.middle[at], usual.value[at] / usual.months[at]
        least, largest = usual.least[at], usual.largest[at]
        left = level > _MARGIN * largest or level * _MARGIN < least
        if not left or math.log10(largest / least) > _SPREAD or usual.detail[at]:
            continue
        power = _power(math.log10(level / middle))
        paired = usual.is_counted(at) and usual.beside(at)
        if power and not paired and (row.market == WORLD or middle >= _PARTNER_LEAST):
            yield at, Doubt(row, power, int(usual.usual[at]))


def power_of_ten(value: int, usual: int) -> int:
    """The power of ten by which a value exceeds another; 0 where it is near none."""
    return _power(math.log10(value / usual)) if value > 0 and usual > 0 else 0


def _power(ratio: float) -> int:
    """The power of ten that a logarithm is near; 0 where near none of those that count."""
    nearest = round(ratio)
    return nearest if abs(ratio - nearest) <= _NEAR and abs(nearest) in POWERS else 0


def _powers(ratios: FloatArray) -> IntArray:
    """The same of many logarithms."""
    nearest = np.rint(ratios)
    near = (np.abs(ratios - nearest) <= _NEAR) & np.isin(np.abs(nearest), POWERS)
    return np.where(near, nearest, 0).astype(np.int64)


def column_of(row: FigureRow) -> Column:
    """The column that a figure stands in: sheet, letters, and what is measured."""
    return row.sheet, row.cell.rstrip("0123456789"), row.measure
