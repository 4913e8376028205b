"""Growth whose numbers alone do not say whether they are indices (114.4) or changes (14.4).

Too few of them say nothing; and under "Tăng/giảm" or "+/-" a change is meant, whatever their
size, unless it is not. Two figures of the table, a year apart, tell; else what an index is like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from statistics import median

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Measure
from desktop.returns.binding import Bound
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.differences import says_per_cent
from desktop.returns.found_table import Table
from desktop.returns.growth_scale import FEW, GrowthScale, growth_scale
from desktop.returns.same_period import fits_scale, is_level
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

DOUBTED = "growth_unclear"
"""Why a column is left out of which nobody can say how its growth is printed."""
_CHANGES = re.compile(
    r"\+ ?/ ?-|\(\+\)|\btang[/, -]{1,3}giam\b|\btang truong\b|\btoc do tang\b|\bgrowth\b|\bchange\b"
)
_MANY = 8
"""So many changes that are all above nought and large are none: they are indices."""
_LIKE_AN_INDEX = (70, 140)
"""Where the middle of a few indices lies; that of a few changes does not."""
_LIKE_A_CHANGE = 45
_ROWS, _ALIKE, _FAR = 5, 0.7, 3
"""So many rows in so much the same order (of rank), the largest so many times what most are."""
_RATIO = 3


def growth_doubted(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Say of columns that are in doubt how their growth is printed, or leave them out."""
    grown = [b for b in bound if _is_growth(b)]
    if not grown:
        return list(bound)
    cells = ColumnNumbers(sheet, table.rows, [b for b in bound if not b.left_out])
    printed = {b.number: list(cells.numbers(b)) for b in grown}
    every = list(chain.from_iterable(printed.values()))
    falls = min(every, default=0) < 0
    new: dict[int, Bound] = {}
    for b in bound:
        numbers = printed.get(b.number, [])
        if numbers and _is_of_their_size(table, cells, b, bound):
            new[b.number] = replace(b, left_out=DOUBTED)
            continue
        if not (0 < len(numbers) < FEW or _may_be_changes(b, numbers, falls=falls)):
            continue
        if sheet.shows_percent(table.rows, b.number):
            continue
        scale = next(_proofs(sheet, table, b, bound), None) or _by_others(every)
        scale = scale or _by_size(numbers)
        new[b.number] = replace(b, scale=scale, left_out="" if scale else DOUBTED)
    return [new.get(b.number, b) for b in bound]


def _is_of_their_size(
    table: Table, cells: ColumnNumbers, growth: Bound, bound: Sequence[Bound]
) -> bool:
    """Say whether a column that names no per cent is as large as the figures are, row by row.

    Then it is the difference in dollars, which is the largest where the figure is.
    """
    if says_per_cent(growth.column.text):
        return False
    for level in bound:
        if not is_level(level) or level.period != growth.period or level.measure != growth.measure:
            continue
        rows = [(cells.at(n, level), cells.at(n, growth)) for n in table.rows]
        pairs = sorted((v, abs(g)) for v, g in rows if v and g)
        if len(pairs) < _ROWS or any(g >= v for v, g in pairs):
            continue
        grown = [g for _, g in pairs]
        order = sorted(range(len(grown)), key=grown.__getitem__)
        apart = 6 * sum((at - rank) ** 2 for rank, at in enumerate(order))
        alike = 1 - apart / (len(pairs) * (len(pairs) ** 2 - 1))
        if alike > _ALIKE and grown[-1] == max(grown) > _FAR * median(grown):
            return True
    return False


def _is_growth(b: Bound) -> bool:
    """Say whether a column is read as growth of trade, and nobody said how it is printed."""
    open_one = b.growth and not b.left_out and b.scale is None
    return open_one and b.measure in {None, Measure.VALUE, Measure.QUANTITY}


def _may_be_changes(b: Bound, numbers: Sequence[float], *, falls: bool) -> bool:
    """Say whether a few numbers that seem to be indices, or ratios, may be changes.

    Both may where the heading speaks of changes; ratios where an index would lie far off, indices
    where others fall, or where hardly any index lies.
    """
    if not 0 < len(numbers) < _MANY or min(numbers) < 0:
        return False
    changes = bool(_CHANGES.search(folded(b.column.text)))
    if median(numbers) < _LIKE_A_CHANGE:
        ratios = (_LIKE_AN_INDEX[0] <= 100 * number <= _LIKE_AN_INDEX[1] for number in numbers)
        return growth_scale(numbers) is GrowthScale.RATIO and (changes or not all(ratios))
    return changes or falls or median(numbers) < _LIKE_AN_INDEX[0]


def _proofs(
    sheet: Sheet, table: Table, growth: Bound, bound: Sequence[Bound]
) -> Iterator[GrowthScale]:
    """The scales by which two figures beside give the growth, in every row that has all three."""
    levels = [b for b in bound if is_level(b) and growth.measure in {None, b.measure}]
    for base in levels:
        for before in levels:
            now, then = base.period, before.period
            if now is None or then is None or now != growth.period or now.basis is not then.basis:
                continue
            back = now.end.ordinal - then.end.ordinal
            if back == MONTHS_PER_YEAR and base.measure is before.measure:
                yield from fits_scale(sheet, table, base, before, growth)


def _by_others(every: Sequence[float]) -> GrowthScale | None:
    """What all columns of growth together are: one table prints them in one way."""
    either = min(every) >= 0 and _LIKE_A_CHANGE <= median(every) < _LIKE_AN_INDEX[0]
    if len(every) >= _MANY and not either:
        return growth_scale(every)
    return GrowthScale.CHANGE if min(every) < 0 and median(map(abs, every)) > 1 else None


def _by_size(numbers: Sequence[float]) -> GrowthScale | None:
    middle = median(numbers)
    if _LIKE_AN_INDEX[0] <= middle <= _LIKE_AN_INDEX[1]:
        return GrowthScale.INDEX
    if _RATIO < middle < _LIKE_A_CHANGE:
        return GrowthScale.CHANGE
    return None
