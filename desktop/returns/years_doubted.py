"""Columns headed as a whole year's, or as last year's, that another column shows to be neither.

A heading lacks a word then: "Ước tính [6 tháng] năm 2021", "Tháng 9 năm 2017 [so với …]".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log
from statistics import variance

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.returns import heading_words as words
from desktop.returns.binding import Bound
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.columns_beside import UNREAD
from desktop.returns.found_table import Table
from desktop.returns.same_period import is_level
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_LEAST = 5
"""Rows that tell growth from figures."""
_FLAT = 0.1
"""Growth differs from row to row by less than this part of what figures do, in their squared
logarithms."""


def years_doubted(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Leave such columns out, as not understood."""
    doubted = {*_parts_of_years(bound), *_flat(sheet, table, bound)}
    if not doubted:
        return list(bound)
    return [replace(b, left_out=UNREAD) if b.number in doubted else b for b in bound]


def _parts_of_years(bound: Sequence[Bound]) -> Iterator[int]:
    """Forecasts of a year that no growth is of, where the period of a growth has no figures.

    The figures are that period's then, and what is missing above them is its months.
    """
    forecasts = [
        b for b in bound if is_level(b) and b.period and b.period.basis is Basis.YEAR_FORECAST
    ]
    if not forecasts:
        return
    grown = {b.period for b in bound if b.growth and not b.left_out}
    had = {b.period for b in bound if is_level(b)}
    for b in forecasts:
        year = b.period.end.year if b.period else 0
        lost = [p for p in grown if p and p not in had and p.end.year == year]
        if lost and b.period not in grown and not words.ALL_YEAR.search(folded(b.column.text)):
            yield b.number


def _flat(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> Iterator[int]:
    """Columns of a year before, behind those of the year, whose numbers are growth by their size.

    Growth of goods is much alike, and no figures of goods are.
    """
    levels = [b for b in bound if is_level(b)]
    for base in levels:
        for b in levels:
            if b.number > base.number and b.measure is base.measure and _is_before(b, base):
                columns = ColumnNumbers(sheet, table.rows, (base, b))
                rows = ((columns.printed(n, base), columns.printed(n, b)) for n in table.rows)
                pairs = [(log(now), log(then)) for now, then in rows if now > 0 and then > 0]
                if len(pairs) >= _LEAST:
                    now, then = zip(*pairs, strict=True)
                    if variance(then) < _FLAT * variance(now):
                        yield b.number


def _is_before(b: Bound, base: Bound) -> bool:
    if b.period is None or base.period is None or b.period.months != base.period.months:
        return False
    return base.period.end.ordinal - b.period.end.ordinal == MONTHS_PER_YEAR
