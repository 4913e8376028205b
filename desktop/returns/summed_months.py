"""A column that sums up the months before it, by its numbers: "Tổng cộng", "Cộng", "6T".

The year up to its last month, or the quarter whose months stand there; nothing where they deny it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis, Period
from desktop.returns.binding import Bound, meanings
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.columns_beside import UNREAD
from desktop.returns.found_table import Table
from desktop.returns.same_period import are_enough
from desktop.returns.sheet import Sheet

_MONTHS = 3
"""The sum of two may be anything."""
_ROUNDED = 0.06
"""Of a unit: figures are printed to a tenth."""
_RELATIVE = 1e-9


def with_sums(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Bind the columns that are not understood and hold the sums of the months beside them."""
    if not any(b.left_out == UNREAD for b in bound):
        return list(bound)
    parts = list(_in_order(bound))
    said = {meaning for b, meaning in zip(bound, meanings(bound), strict=True) if not b.left_out}
    result = []
    for b in bound:
        whole = next((w for w in (_whole(sheet, table, b, months) for months in parts) if w), b)
        result.append(b if meanings([whole])[0] in said else whole)
    return result


def _in_order(bound: Sequence[Bound]) -> Iterator[list[Bound]]:
    """The months of one year that follow one another, of each measure, market and sector."""
    kinds: dict[tuple[object, ...], list[Bound]] = {}
    for b in bound:
        if b.period and not (b.left_out or b.growth) and b.period.basis is Basis.MONTH:
            kinds.setdefault((b.measure, b.market, b.ownership, b.flow, b.item), []).append(b)
    for months in kinds.values():
        months.sort(key=_ordinal)
        first, last = _ordinal(months[0]), _ordinal(months[-1])
        follow = [*map(_ordinal, months)] == [*range(first, last + 1)]
        of_a_year = first // MONTHS_PER_YEAR == last // MONTHS_PER_YEAR
        if len(months) >= _MONTHS and follow and of_a_year:
            yield months


def _ordinal(b: Bound) -> int:
    return b.period.end.ordinal if b.period else 0


def _whole(sheet: Sheet, table: Table, b: Bound, months: Sequence[Bound]) -> Bound | None:
    """The column as what the months make together; None where they do not."""
    first, last = months[0].period, months[-1].period
    if b.left_out != UNREAD or first is None or last is None:
        return None
    period = _together(first, last)
    if period is None or b.measure not in {None, months[0].measure}:
        return None
    if not _adds_up(sheet, table, b, months):
        return None
    return replace(
        months[-1], column=replace(b.column, units=months[-1].column.units), period=period,
    )  # fmt: skip


def _together(first: Period, last: Period) -> Period | None:
    months = last.end.ordinal - first.start.ordinal + 1
    if first.start.number == 1:
        whole = months == MONTHS_PER_YEAR
        return Period.year(last.end.year) if whole else Period.to_date(last.end)
    quarter, rest = divmod(last.end.number, _MONTHS)
    return Period.quarter(last.end.year, quarter) if months == _MONTHS and not rest else None


def _adds_up(sheet: Sheet, table: Table, whole: Bound, months: Sequence[Bound]) -> bool:
    """Say whether the column's numbers are the sums of the others', but for rounding."""
    columns = ColumnNumbers(sheet, table.rows, (whole, *months))
    agree = could = 0
    for number in table.rows:
        total = columns.at(number, whole)
        parts = [value for m in months if (value := columns.at(number, m)) is not None]
        if total is not None and len(parts) > 1:
            could += 1
            margin = _ROUNDED * (len(parts) + 1) + _RELATIVE * abs(total)
            agree += abs(sum(parts) - total) <= margin and total != 0
    return are_enough(agree, could)
