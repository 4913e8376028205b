"""Pairs of columns beneath one heading that does not say which is the quantity, which the value.

The total has a value and no quantity, and no goods have a quantity and no value: where that holds
of every pair, it tells them apart. Else neither is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise

from desktop.figures.finding import Finding, Severity
from desktop.figures.series import Measure
from desktop.returns.binding import SAME, Bound, meanings
from desktop.returns.columns_alike import DENIED, differing
from desktop.returns.columns_beside import UNREAD
from desktop.returns.found_table import Table
from desktop.returns.grid import address, letters
from desktop.returns.item_names import is_total
from desktop.returns.sheet import Sheet
from desktop.returns.text_numbers import is_blank_mark, is_figure, looks_numeric
from desktop.returns.units import units

Pair = tuple[Bound, Bound]
_LEAST = 3
"""Fewer numbers are no column."""
_LOOKED_AT = 40
"""Rows among which names are looked for."""


def measures_told(
    sheet: Sheet, table: Table, bound: Sequence[Bound]
) -> tuple[list[Bound], tuple[Finding, ...]]:
    """Say of each column of such pairs what it measures, or leave them out, with a finding each.

    The second column of a pair is one that means the same, or has no heading at all.
    """
    ways = list(_ways(sheet, table, bound))
    if not ways:
        return list(bound), ()
    filled = _Filled(sheet, table, {b.number for b in chain(bound, *chain(*ways))})
    if not _counts_both(sheet, table):
        if all(map(filled.of_total, (b.number for b in bound if _is_level(b)))):
            return list(bound), ()  # what stands beside values alone is somebody's own
    elif way := next((way for way in ways if all(map(filled.tells, way))), None):
        return list(_measured(bound, way, filled)), ()
    new = {b.number: b for b in bound}
    told: list[Finding] = []
    for pair in ways[0]:
        new |= {b.number: replace(b, left_out=DENIED) for b in pair}
        place = address(filled.first(pair), pair[1].number)
        found = ", ".join(letters(b.number) for b in pair)
        about = pair[0].column.text
        told.append(Finding(Severity.ERROR, "columns_deny", sheet.name, place, found, about=about))
    return [new[number] for number in sorted(new)], tuple(told)


def _measured(bound: Sequence[Bound], pairs: Sequence[Pair], filled: _Filled) -> Iterator[Bound]:
    """Bind the pairs to their measures; what stands alone is of values, if the total has one."""
    quantities = {first.number: first for first, _ in pairs}
    values = {second.number: second for _, second in pairs}
    new = {b.number: b for b in (*bound, *quantities.values(), *values.values())}
    for number in sorted(new):
        b = new[number]
        if number in quantities:
            yield replace(b, measure=Measure.QUANTITY, left_out="")
        elif number in values or (b.period and not b.left_out and filled.of_total(number)):
            yield replace(b, measure=Measure.VALUE, left_out="")
        else:
            yield replace(b, left_out=b.left_out or UNREAD)


def _ways(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> Iterator[list[Pair]]:
    """Ways to see pairs of columns that stand beside each other, as most figures of a table do."""
    heads = [b for b in bound if b.period and b.left_out in {"", SAME}]
    if not heads or any(_says_measure(b) for b in heads):
        return
    alone = _without_heading(sheet, table, bound)
    means = dict(zip((b.number for b in bound), meanings(bound), strict=True))
    same = [
        (a, b)
        for a, b in pairwise(heads)
        if b.left_out == SAME
        and b.number == a.number + 1
        and means[a.number] == means[b.number]
        and a.column.text == b.column.text
        and any(differing(sheet, table, (a, b)))
    ]
    levels = sum(map(_is_level, heads))
    for side in (1, -1):
        found = list(_beside(heads, same, alone, side))
        if 2 * sum(not pair[0].growth for pair in found) > levels:
            yield found


def _is_level(b: Bound) -> bool:
    return b.period is not None and not (b.growth or b.left_out)


def _says_measure(b: Bound) -> bool:
    return (b.column.measure or b.column.heading.measure) is not None


def _beside(
    heads: Sequence[Bound], same: Sequence[Pair], alone: Set[int], side: int
) -> Iterator[Pair]:
    """Pairs of columns that mean the `same`, or of which that to the one side has no heading."""
    yield from same
    known = {b.number for pair in same for b in pair}
    for b in heads:
        other = b.number + side
        if b.number in known or b.left_out or other not in alone:
            continue
        beside = replace(b, column=replace(b.column, number=other))
        yield (b, beside) if side > 0 else (beside, b)


def _without_heading(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> set[int]:
    """Columns of numbers over which nothing stands, and that are seen."""
    top, last = table.heading_rows
    known = {b.number for b in bound} | {table.unit_column, *_worded(sheet, table)}
    headed = {
        column for n in sheet.numbers if top <= n <= last for column, _ in sheet.texts(n)
    }  # fmt: skip
    near = {b.number + side for b in bound for side in (1, -1)} - known - headed
    return {
        column for column in near
        if not sheet.grid.column_is_hidden(column) and _numbers(sheet, table, column) >= _LEAST
    }  # fmt: skip


def _worded(sheet: Sheet, table: Table) -> set[int]:
    """The columns of names that have any."""
    rows = table.rows[:_LOOKED_AT]
    texts = ((c, text) for n in rows for c, text in sheet.texts(n))
    return {c for c, text in texts if not (looks_numeric(text) or is_blank_mark(text))}


def _numbers(sheet: Sheet, table: Table, column: int) -> int:
    return sum(is_figure(sheet.row(n).get(column)) for n in table.rows[:_LOOKED_AT])


def _counts_both(sheet: Sheet, table: Table) -> bool:
    """Say whether units of quantities are named, in a note or in a column of units."""
    said = table.units
    rows = (str(sheet.row(n).get(table.unit_column, "")) for n in table.rows)
    weighed = said.weight is not None or said.pieces is not None
    return weighed or (table.unit_column > 0 and any(units(text).weight for text in rows))


class _Filled:
    """Rows that have a number in a column; nought is as good as none."""

    def __init__(self, sheet: Sheet, table: Table, columns: Set[int]) -> None:
        self._rows = {
            c: {n for n in table.rows if is_figure(value := sheet.row(n).get(c)) and value != 0}
            for c in columns
        }
        self._totals = {n for n in table.rows if any(is_total(t) for _, t in sheet.texts(n))}

    def first(self, pair: Pair) -> int:
        """The first row in which one of two columns has a number."""
        return min(n for b in pair for n in self._rows[b.number])

    def of_total(self, column: int) -> bool:
        """Say whether a column has a number for the total."""
        return bool(self._totals & self._rows[column])

    def tells(self, pair: Pair) -> bool:
        """Say whether the first column can be but the quantity of what the second one values."""
        quantity, value = (self._rows[b.number] for b in pair)
        of_all = self._totals & value and not self._totals & quantity
        return bool(of_all and quantity) and quantity < value
