"""Do the provinces of one return add up to their total?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from desktop.figures.catalogue import LISTED
from desktop.figures.figure import FigureRow
from desktop.figures.provinces import MERGED, units_of
from desktop.figures.reading import Check
from desktop.figures.series import NATIONAL, TOTAL, Measure, Ownership
from desktop.returns.reconcile import rounding

_FEW = 2


def province_checks(rows: Iterable[FigureRow]) -> list[Check]:
    """Hold the total of every flow and period against the provinces listed beside it."""
    units = units_of(MERGED) | units_of(MERGED - 1)
    totals = [row for row in rows if row.item == TOTAL and row.ownership == Ownership.ALL]
    if units.isdisjoint(row.province for row in totals):
        return []
    blocks: dict[tuple[object, ...], dict[str, FigureRow]] = defaultdict(dict)
    for row in totals:
        if row.measure == Measure.VALUE:
            key = (row.sheet, row.flow, row.market, row.basis, row.period_start, row.period_end)
            blocks[key][row.province] = row
    found: list[Check] = []
    for block in blocks.values():
        whole = block.get(NATIONAL) or block.get(LISTED)
        parts = [row.value for province, row in block.items() if province in units]
        if whole is None or len(parts) < _FEW:
            continue
        ours = sum(parts)
        agrees = abs(ours - whole.value) <= rounding(whole)
        found.append(Check.of("provinces_sum", whole, ours, agrees=agrees))
    return found
