"""Columns of "cùng kỳ năm trước": last year's, where the growth beside them proves it.

Where no growth is printed, numbers that are as large as those of one figure, row by row, prove it
too: neither growth nor shares, nor the figures of another number of months, are. The same words
head all of these; without a proof such a column is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log
from statistics import median, variance

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis, Period
from desktop.returns import heading_words as words
from desktop.returns.binding import Bound
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.columns_beside import UNREAD
from desktop.returns.found_table import Table
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.heading_texts import says_same_period
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded

_UNKNOWN = "compared_unknown"
_LEAST, _SHARE = 3, 0.8
"""Rows that prove it, and how many of all that could."""
_FOLLOWING, _FOLLOWED = 5, 0.1
"""Rows that prove a column to be as large as another, and how much of the differences in size of
one the other may leave open (in squared logarithms): growth leaves all of them."""
_TYPICAL = 1.6
"""By what most figures of a country may have grown or fallen in a year."""
_ROUNDED = 0.06
"""Per cent: growth is printed to a tenth."""
_RELATIVE = 2e-3
"""What rounding of both figures may add."""


def proved(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Bind the columns of last year's same period that a column of growth proves, and that one."""
    new: dict[int, Bound] = {}
    for b in bound:
        if b.left_out != UNREAD or not _says_same(b):
            continue
        found = next(_proofs(sheet, table, b, bound), None)
        if found:
            base, growth = found
            new[b.number] = _a_year_before(b, base)
            new[growth.number] = growth_of(growth, base)
        elif level := _as_large(sheet, table, b, bound):
            new[b.number] = _a_year_before(b, level)
    return [new.get(b.number, b) for b in bound]


def _says_same(b: Bound) -> bool:
    heading = b.column.heading
    return (
        says_same_period(b.column.text) and heading.compared is None and heading.span is Span.NONE
    )


def _proofs(
    sheet: Sheet, table: Table, b: Bound, bound: Sequence[Bound]
) -> Iterator[tuple[Bound, Bound]]:
    """The figure that a column may be last year's of, with the growth that says so."""
    levels = [o for o in bound if is_level(o) and o.measure is b.measure and _fits(o, b)]
    for base in sorted(levels, key=lambda o: abs(o.number - b.number)):
        for growth in bound:
            of_base = growth.growth and not growth.left_out and growth.period == base.period
            if (of_base or _may_be_growth(growth, b)) and agree(sheet, table, base, b, growth):
                yield base, growth


def _as_large(sheet: Sheet, table: Table, b: Bound, bound: Sequence[Bound]) -> Bound | None:
    """The one newest figure that a column is as large as; of "năm trước" alone only a month."""
    plain = folded(b.column.text)
    if "%" in plain or words.PERIOD_BEFORE.search(plain):
        return None
    levels = [o for o in bound if is_level(o) and o.measure is b.measure and _fits(o, b)]
    newest = max((o.period.end for o in levels if o.period), default=None)
    found = [
        o for o in levels
        if o.period and o.period.end == newest
        and (words.SAME.search(plain) or _is_of_this_year(o))
        and _is_as_large(sheet, table, o, b)
    ]  # fmt: skip
    taken = {o.period for o in bound if is_level(o)}
    alone = len(found) == 1 and _a_year_before(b, found[0]).period not in taken
    return found[0] if alone else None


def _is_of_this_year(base: Bound) -> bool:
    """Say whether "năm trước" beside it cannot be the whole year: of a month, or of "năm nay"."""
    is_month = base.period is not None and base.period.basis is Basis.MONTH
    return is_month or bool(words.THIS_PERIOD.search(folded(base.column.text)))


def _is_as_large(sheet: Sheet, table: Table, base: Bound, b: Bound) -> bool:
    columns = ColumnNumbers(sheet, table.rows, (base, b))
    pairs = [(columns.at(n, base) or 0, columns.at(n, b) or 0) for n in table.rows]
    both = [(now, then) for now, then in pairs if now > 0 and then > 0]
    if len(both) < _FOLLOWING:
        return False
    ratios = [then / now for now, then in both]
    sizes = variance([log(now) for now, _ in both])
    follows = variance(map(log, ratios)) <= _FOLLOWED * sizes
    return follows and 1 / _TYPICAL <= median(ratios) <= _TYPICAL


def _may_be_growth(growth: Bound, b: Bound) -> bool:
    return growth is not b and growth.left_out in {_UNKNOWN, UNREAD}


def is_level(b: Bound) -> bool:
    """Say whether a column is read, and holds figures and not their growth."""
    return b.period is not None and not b.left_out and not b.growth


def _fits(base: Bound, b: Bound) -> bool:
    year = b.column.heading.year
    return year is None or (base.period is not None and base.period.end.year == year + 1)


def agree(sheet: Sheet, table: Table, base: Bound, before: Bound, growth: Bound) -> bool:
    """Say whether a column holds the growth of `base` over `before`, in percent or as an index."""
    numbers = _threes(sheet, table, (base, before, growth))
    for scale in GrowthScale:
        close = [_is_close(scale, *three) for three in numbers]
        if are_enough(sum(close), len(numbers)):
            return True
    return False


def fits_scale(
    sheet: Sheet, table: Table, base: Bound, before: Bound, growth: Bound
) -> Iterator[GrowthScale]:
    """The scales in which a column holds the growth of `base` over `before`, in all its rows."""
    numbers = _threes(sheet, table, (base, before, growth))
    return (s for s in GrowthScale if numbers and all(_is_close(s, *three) for three in numbers))


def _threes(
    sheet: Sheet, table: Table, columns: Sequence[Bound]
) -> list[tuple[float, float, float]]:
    """What rows hold in three columns, where all have a number and the second is not nought."""
    numbers = ColumnNumbers(sheet, table.rows, columns)
    rows = ([numbers.at(n, b) for b in columns] for n in table.rows)
    return [
        (now, then, printed)
        for now, then, printed in rows
        if now is not None and then and printed is not None
    ]


def _is_close(scale: GrowthScale, now: float, then: float, printed: float) -> bool:
    """Say whether a printed growth is that of two figures, but for what was rounded."""
    index = now / then * 100
    allowed = _ROUNDED * max(1, scale.factor / 100) + _RELATIVE * abs(index)
    return abs(index - (printed * scale.factor + scale.shift)) <= allowed


def are_enough(rows: int, could: int) -> bool:
    """Say whether so many rows prove what so many could have denied."""
    return rows >= max(_LEAST, _SHARE * could)


def _a_year_before(b: Bound, base: Bound) -> Bound:
    assert base.period is not None
    start, end = (month - MONTHS_PER_YEAR for month in (base.period.start, base.period.end))
    return replace(b, period=Period(start, end, base.period.basis), left_out="")


def growth_of(growth: Bound, base: Bound) -> Bound:
    """The growth of a figure, though its own heading does not say with what it compares."""
    if growth.growth:
        return growth
    return replace(
        growth, period=base.period, measure=base.measure, status=base.status, growth=True,
        left_out="",
    )  # fmt: skip
