"""Do the partners of one return add up to their blocs, to those listed, and to the total?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.figures.catalogue import LISTED, aggregates, members
from desktop.figures.figure import FigureRow
from desktop.figures.reading import Check
from desktop.figures.series import TOTAL, WORLD, Flow, Measure
from desktop.returns.reconcile import rounding

_BLOCS = ("EU27", "ASEAN")
_VALUE = Measure.VALUE.value

Month = tuple[str, str, int, int]
"""Flow, basis, first and last month."""


def partner_checks(rows: Iterable[FigureRow]) -> list[Check]:
    """Hold blocs, the listed total and the grand total against their members.

    Where most months add up, members are meant to be complete, and each month is held to it;
    elsewhere the members must only stay within their bloc.
    """
    blocks: dict[Month, dict[str, FigureRow]] = defaultdict(dict)
    rows = tuple(rows)
    if all(row.market == WORLD for row in rows):
        return []
    for row in rows:
        if row.item == TOTAL and row.measure == _VALUE:
            month = (row.flow, row.basis, row.period_start, row.period_end)
            blocks[month][row.market] = row
    found: list[Check] = []
    for flow in Flow:
        of_flow = [block for month, block in blocks.items() if month[0] == flow]
        for bloc in (*_BLOCS, LISTED, WORLD):
            judged = _judged(list(_sums(of_flow, bloc)))
            # A balance may be a deficit: what one member adds to it, another takes from it.
            found += [c for c in judged if flow is not Flow.BALANCE or c.code.endswith("_sum")]
    return found


def _sums(blocks: Sequence[Mapping[str, FigureRow]], bloc: str) -> Iterator[tuple[FigureRow, int]]:
    """The bloc's row of each month, and what its members printed there add up to."""
    apart = aggregates() | {LISTED, WORLD}
    within = members(bloc)
    everyone = bloc in {LISTED, WORLD}
    for block in blocks:
        parts = [
            row.value
            for market, row in block.items()
            if (market not in apart if everyone else market in within)
        ]
        if bloc in block and parts:
            yield block[bloc], sum(parts)


def _judged(sums: Sequence[tuple[FigureRow, int]]) -> Iterator[Check]:
    off = [ours - whole.value for whole, ours in sums]
    fits = [abs(o) <= rounding(whole) for o, (whole, _) in zip(off, sums, strict=True)]
    complete = sum(fits) * 2 > len(fits)
    for (whole, ours), fit in zip(sums, fits, strict=True):
        agrees = fit or (not complete and ours <= whole.value)
        group = "partners" if whole.market == WORLD else "members"
        code = f"{group}_sum" if complete else f"{group}_within"
        yield Check.of(code, whole, ours, agrees=agrees)
