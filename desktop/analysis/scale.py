"""Figures a power of ten away from what is usual: a lost digit, a unit taken for another.

What is usual is the middle of the monthly levels that the sender told in the last two years, so
that no season and no holiday is mistaken for it. Value by quantity is steadier still: where both
are printed, the price decides, and says which of the two is off.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from desktop.analysis.history import History, Past, Span, Subject, span_of
from desktop.analysis.tolerances import is_detail
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import SCALE, TRADE, WORLD, Measure

POWERS = (1, 2, 3, 6)
_NEAR = 0.2
"""How near, in decimal logarithm, a ratio must be to a power of ten: within half as much again."""
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
_SPANS = frozenset(b.value for b in (Basis.MONTH, Basis.CUMULATIVE, Basis.QUARTER, Basis.YEAR))
_MEASURES = (Measure.VALUE.value, Measure.QUANTITY.value)
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


class _Line(NamedTuple):
    """One measure of one subject: this return's figures, and those that were told before."""

    rows: dict[Span, FigureRow]
    told: dict[Span, Past]
    levels: dict[tuple[str, int], list[float]]
    """Those asked for already, by unit and last month: they are asked for again and again."""


_NOTHING = _Line({}, {}, {})
"""Of a measure that is not printed; with nothing told, its levels are never kept."""


def doubts(rows: Sequence[FigureRow], history: History) -> Doubts:
    """Find what is a power of ten away from what the sender usually tells."""
    figures: list[Doubt] = []
    columns: dict[Column, list[Doubt]] = defaultdict(list)
    for value, quantity in _lines(rows, history):
        for line in (value, quantity):
            for row in line.rows.values():
                if usual := _usual(line, row):
                    columns[column_of(row)].append(_doubt(row, usual))
        figures += _of_subject(value, quantity)
    whole = {column: found for column, d in columns.items() if (found := _whole(d))}
    single = (d for d in figures if column_of(d.row) not in whole)
    return Doubts(tuple(single), tuple(whole.values()))


def _lines(rows: Iterable[FigureRow], history: History) -> Iterator[tuple[_Line, _Line]]:
    """Value and quantity of each subject."""
    subjects: dict[tuple[str, ...], dict[str, dict[Span, FigureRow]]] = defaultdict(dict)
    for row in rows:
        counted = row.measure in _MEASURES and row.basis in _SPANS
        if row.flow in TRADE and counted and row.value > 0:
            subject = (row.flow, row.item, row.market, row.ownership, row.province)
            subjects[subject].setdefault(row.measure, {})[span_of(row)] = row
    for (flow, *rest), measures in subjects.items():
        value, quantity = (
            _Line(measures[m], _told(history, (flow, m, *rest)), {}) if m in measures else _NOTHING
            for m in _MEASURES
        )
        yield value, quantity


def _told(history: History, subject: Subject) -> dict[Span, Past]:
    return {s: p for s, p in history.of(subject).items() if s[0] in _SPANS and p.value > 0}


def _usual(line: _Line, row: FigureRow) -> int:
    """The middle of the levels told before, for as many months as the row covers; 0 if unknown."""
    levels = _levels(line, row)
    return round(median(levels) * _months(span_of(row))) if len(levels) >= _FEW else 0


def _levels(line: _Line, row: FigureRow) -> list[float]:
    if len(line.told) < _FEW:
        return []
    asked = row.unit, row.period_end
    found = line.levels.get(asked)
    if found is None:
        unit, end = asked
        found = line.levels[asked] = [
            past.value / (last - first + 1)
            for (_, first, last), past in line.told.items()
            if end - _BACK <= last <= end and past.unit == unit
        ]
    return found


def _months(span: Span) -> int:
    return span[2] - span[1] + 1


def _doubt(row: FigureRow, usual: int) -> Doubt:
    return Doubt(row, power_of_ten(row.value, usual), usual)


def power_of_ten(value: int, usual: int) -> int:
    """The power of ten by which a value exceeds another; 0 where it is near none."""
    return _power(math.log10(value / usual)) if value > 0 and usual > 0 else 0


def _power(ratio: float) -> int:
    """The power of ten that a logarithm is near; 0 where it is near none of those that count."""
    nearest = round(ratio)
    return nearest if abs(nearest) in POWERS and abs(ratio - nearest) <= _NEAR else 0


def _whole(found: Sequence[Doubt]) -> tuple[Doubt, int] | None:
    """Where most of a column is off by one power: its first such figure, and how many there are."""
    power, count = Counter(d.power for d in found).most_common(1)[0]
    if not power or count < _COLUMN or count < _MOST * len(found):
        return None
    return next(d for d in found if d.power == power), count


def _of_subject(value: _Line, quantity: _Line) -> Iterator[Doubt]:
    for span, row in value.rows.items():
        counted = quantity.rows.get(span)
        if counted and (prices := _prices(value, quantity, span, counted.unit)):
            yield from _by_price(row, counted, prices, (value, quantity))
        elif not is_detail(row):
            yield from _by_level(row, value)
    for span, row in quantity.rows.items():
        if span not in value.rows and not is_detail(row):
            yield from _by_level(row, quantity)


def _prices(value: _Line, quantity: _Line, span: Span, unit: str) -> list[float]:
    """Prices told before, where they are steady enough to judge by; in decimal logarithms."""
    if len(value.told) < _FEW or len(quantity.told) < _FEW:
        return []
    found = [
        math.log10(past.value / counted.value)
        for at, past in value.told.items()
        if (counted := quantity.told.get(at))
        and (counted.number, counted.unit) == (past.number, unit)
        and span[2] - _BACK <= at[2] <= span[2]
    ]
    if len(found) < _FEW:
        return []
    middle = median(found)
    near = sum(abs(price - middle) <= _TWICE for price in found)
    return found if near >= _STEADY * len(found) else []


def _by_price(
    row: FigureRow, counted: FigureRow, prices: Sequence[float], lines: tuple[_Line, _Line]
) -> Iterator[Doubt]:
    """The price is off by a power of ten: of value and quantity the one that moved as far is."""
    power = _power(math.log10(row.value / counted.value) - median(prices))
    if not power or (is_detail(row) and (abs(power) == 1 or row.value < _DETAIL_LEAST)):
        return
    for one, expected, line in ((row, power, lines[0]), (counted, -power, lines[1])):
        usual = _usual(line, one)
        if usual and abs(math.log10(one.value / usual) - expected) <= 2 * _NEAR:
            yield Doubt(one, expected, usual)
            return


def _by_level(row: FigureRow, line: _Line) -> Iterator[Doubt]:
    levels, months = _levels(line, row), _months(span_of(row))
    if len(levels) < _FEW or math.log10(max(levels) / min(levels)) > _SPREAD:
        return
    middle, level = median(levels), row.value / months
    if row.market != WORLD and middle < _PARTNER_LEAST:
        return
    outside = level > _MARGIN * max(levels) or level * _MARGIN < min(levels)
    power = _power(math.log10(level / middle))
    if outside and power:
        yield Doubt(row, power, round(middle * months))


def column_of(row: FigureRow) -> Column:
    """The column that a figure stands in: sheet, letters, and what is measured."""
    return row.sheet, row.cell.rstrip("0123456789"), row.measure
