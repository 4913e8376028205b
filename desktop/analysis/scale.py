"""Figures a power of ten away from what is usual: a lost digit, a unit taken for another.

What is usual is the middle of the monthly levels that the sender told in the last two years, so
that no season and no holiday is mistaken for it. Value by quantity is steadier still: where both
are printed, the price decides, and says which of the two is off.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from desktop.analysis.history import MEASURE, History, Subject, is_split
from desktop.analysis.laid import Laid
from desktop.analysis.levels import MEASURES, SPANS, BoolArray, FloatArray, IntArray, middles
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
    """The figures of a return, subject by subject, and what is usual for each.

    They are those above zero, of each subject first the values; `partner` is where the quantity
    of a value's span stands, or -1; `paired` says of a quantity that it is one's partner.
    """

    def __init__(self, own: Laid, history: History) -> None:
        self._rows, every = own.rows, np.array([row.value for row in own.rows], np.float64)
        subjects, spans = _Subjects(own), _Spans(own)
        lines, columns = np.array(own.lines, np.int64), np.array(own.columns, np.int64)
        counts = np.flatnonzero((every > 0) & subjects.asked[lines] & spans.asked[columns])
        first, self.at = _each_once(lines[counts] * len(own.spans) + columns[counts], counts)
        group, counted = subjects.group[lines[first]], subjects.counted[lines[first]]
        order = np.lexsort((first, counted, _first_of(group, first)))
        self.at, group, counted = self.at[order], group[order], counted[order]
        lines, columns = lines[self.at], columns[self.at]
        self.partner = _beside(group, columns, counted, of=~counted)
        self.paired = _beside(group, columns, ~counted, of=counted) >= 0
        levels, self._window = history.levels()
        levels.lay_out()
        self._levels = levels
        known = np.fromiter(history.numbers(own.subjects), np.int64, len(own.subjects))
        self.lines = known[lines]
        self.units = levels.units([own.rows[at].unit for at in self.at.tolist()])
        self.value = every[self.at]
        self.end = spans.last[columns]
        self.months = self.end - spans.first[columns] + 1
        self.detail = subjects.detail[lines]
        self._measure()

    def row(self, place: int) -> FigureRow:
        """The row that one of the figures stands in."""
        return self._rows[int(self.at[place])]

    def _alike(self, where: IntArray) -> Iterator[tuple[IntArray, IntArray]]:
        """Give rows that look back on the same columns, with these."""
        kinds = self.end[where] * 2 + self.detail[where]
        for kind in sorted({*kinds.tolist()}):
            months = None if self._window is None else self._window[kind % 2]
            columns = self._levels.columns(kind // 2, _BACK, months)
            if columns.size:
                yield where[kinds == kind], columns

    def _measure(self) -> None:
        size = len(self.at)
        self.count = np.zeros(size, np.int64)
        self.middle, self.least, self.largest = (np.full(size, np.nan) for _ in range(3))
        for where, columns in self._alike(np.flatnonzero(self.lines >= 0)):
            found = self._levels.usual(self.lines[where], self.units[where], columns)
            self.count[where], self.middle[where], self.least[where], self.largest[where] = found
        known = self.count >= _FEW
        # The middle of the levels told before, for as many months as the row covers.
        self.usual = np.where(known, np.rint(self.middle * self.months), 0.0)
        with np.errstate(divide="ignore"):
            self.away = np.log10(self.value / self.usual)

    def prices(self, where: IntArray) -> FloatArray:
        """Give the usual price of values that have a partner, in decimal logarithms.

        NaN where the prices told before are not steady enough to judge by.
        """
        middle = np.full(len(self.at), np.nan)
        where = where[(self.lines[where] >= 0) & (self.lines[self.partner[where]] >= 0)]
        for these, columns in self._alike(where):
            by = self.partner[these]
            lines, counted, units = self.lines[these], self.lines[by], self.units[by]
            prices = self._levels.prices(lines, counted, units, columns)
            count = np.count_nonzero(~np.isnan(prices), axis=1)
            usual = middles(prices, count)
            near = np.count_nonzero(np.abs(prices - usual[:, None]) <= _TWICE, axis=1)
            middle[these] = np.where((count >= _FEW) & (near >= _STEADY * count), usual, np.nan)
        return middle


class _Subjects:
    """What a return's subjects are, as arrays.

    `group` numbers them without their measure, `counted` says which are quantities.
    """

    def __init__(self, own: Laid) -> None:
        groups: dict[Subject, int] = {}
        others, counted, asked, detail = zip(*map(_about, own.subjects), strict=True)
        number = [groups.setdefault(other, len(groups)) for other in others]
        self.group = np.array(number, np.int64)
        self.counted = np.array(counted, np.bool_)
        self.asked = np.array(asked, np.bool_)
        self.detail = np.array(detail, np.bool_)


@lru_cache(maxsize=32_768)
def _about(subject: Subject) -> tuple[Subject, bool, bool, bool]:
    """A subject without its measure; whether that is a quantity, has a level, and is split."""
    measure = subject[MEASURE]
    has_level = measure in MEASURES and subject[0] in TRADE
    other = (*subject[:MEASURE], *subject[MEASURE + 1 :])
    return other, measure == Measure.QUANTITY, has_level, is_split(subject)


class _Spans:
    """What a return's spans are, as arrays."""

    def __init__(self, own: Laid) -> None:
        self.asked = np.array([basis in SPANS for basis, _, _ in own.spans], np.bool_)
        self.first = np.array([first for _, first, _ in own.spans], np.int64)
        self.last = np.array([last for _, _, last in own.spans], np.int64)


def _each_once(places: IntArray, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Of rows by their places the first and the last that stand in each."""
    _, first = np.unique(places, return_index=True)
    _, last = np.unique(places[::-1], return_index=True)
    return rows[first], rows[::-1][last]


def _first_of(group: IntArray, rows: IntArray) -> IntArray:
    """The first row of each one's group."""
    first = np.full(group.max(initial=-1) + 1, rows.max(initial=0))
    np.minimum.at(first, group, rows)
    return first[group]


def _beside(group: IntArray, columns: IntArray, sought: BoolArray, of: BoolArray) -> IntArray:
    """Where in the same group and column one of those sought stands; -1 where none does."""
    shape = group.max(initial=-1) + 1, columns.max(initial=-1) + 1
    places = np.full(shape, -1, np.int64)
    places[group[sought], columns[sought]] = np.flatnonzero(sought)
    return np.where(of, places[group, columns], -1)


def doubts(own: Laid, history: History) -> Doubts:
    """Find what is a power of ten away from what the sender usually tells."""
    usual = _Usual(own, history) if own.rows else None
    if usual is None or not usual.count.any():
        return Doubts((), ())
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = dict(_columns(usual))
        figures = [doubt for _, doubt in sorted(_single(usual), key=itemgetter(0))]
    single = (d for d in figures if column_of(d.row) not in whole)
    return Doubts(tuple(single), tuple(whole.values()))


def _columns(usual: _Usual) -> Iterator[tuple[Column, tuple[Doubt, int]]]:
    """Columns most of which is off by one power: the first such figure, and how many there are."""
    power = _powers(usual.away)
    if np.count_nonzero(power) < _COLUMN:
        return
    columns: dict[Column, list[int]] = defaultdict(list)
    for at in np.flatnonzero(usual.usual).tolist():
        columns[column_of(usual.row(at))].append(at)
    for column, found in columns.items():
        powers = power[found].tolist()
        most, count = Counter(powers).most_common(1)[0]
        if most and count >= _COLUMN and count >= _MOST * len(found):
            first = found[powers.index(most)]
            yield column, (Doubt(usual.row(first), most, int(usual.usual[first])), count)


def _single(usual: _Usual) -> Iterator[tuple[int, Doubt]]:
    """Figures in doubt by themselves, each with the place of the row that told it.

    A price is asked for where it could decide: where value or quantity is far from what is usual.
    """
    left = _left(usual) & ~usual.detail & ~usual.paired
    far = (usual.usual > 0) & (np.abs(usual.away) >= POWERS[0] - _PRICED)
    asked = (usual.partner >= 0) & (far | far[usual.partner] | left)
    prices = usual.prices(np.flatnonzero(asked))
    yield from _by_price(usual, prices)
    yield from _by_level(usual, np.isnan(prices) & left)


def _by_price(usual: _Usual, prices: FloatArray) -> Iterator[tuple[int, Doubt]]:
    """The price is off by a power of ten: of value and quantity the one that moved as far is."""
    powers = _powers(np.log10(usual.value / usual.value[usual.partner]) - prices)
    for at in np.flatnonzero(powers).tolist():
        row, power = usual.row(at), int(powers[at])
        if is_detail(row) and (abs(power) == 1 or row.value < _DETAIL_LEAST):
            continue
        for place, expected in ((at, power), (int(usual.partner[at]), -power)):
            one, level = usual.row(place), int(usual.usual[place])
            if level and abs(math.log10(one.value / level) - expected) <= 2 * _NEAR:
                yield at, Doubt(one, expected, level)
                break


def _left(usual: _Usual) -> BoolArray:
    """Which levels have left the range of all earlier ones, where these are near each other."""
    level = usual.value / usual.months
    steady = (usual.count >= _FEW) & (np.log10(usual.largest / usual.least) <= _SPREAD)
    outside = (level > _MARGIN * usual.largest) | (level * _MARGIN < usual.least)
    left: BoolArray = steady & outside
    return left


def _by_level(usual: _Usual, asked: BoolArray) -> Iterator[tuple[int, Doubt]]:
    """The level has left the range of all earlier ones, by a power of ten."""
    for at in np.flatnonzero(asked).tolist():
        row, middle = usual.row(at), usual.middle[at]
        power = int(_powers(np.log10([usual.value[at] / usual.months[at] / middle]))[0])
        if power and (row.market == WORLD or middle >= _PARTNER_LEAST):
            yield at, Doubt(row, power, int(usual.usual[at]))


def power_of_ten(value: int, usual: int) -> int:
    """The power of ten by which a value exceeds another; 0 where it is near none."""
    return int(_powers(np.log10([value / usual]))[0]) if value > 0 and usual > 0 else 0


def _powers(ratios: FloatArray) -> IntArray:
    """The powers of ten that logarithms are near; 0 where near none of those that count."""
    nearest = np.rint(ratios)
    near = np.abs(ratios - nearest) <= _NEAR
    if not near.any():
        return np.zeros(len(ratios), np.int64)
    near &= np.isin(np.abs(nearest), POWERS)
    return np.where(near, nearest, 0).astype(np.int64)


def column_of(row: FigureRow) -> Column:
    """The column that a figure stands in: sheet, letters, and what is measured."""
    return row.sheet, row.cell.rstrip("0123456789"), row.measure
