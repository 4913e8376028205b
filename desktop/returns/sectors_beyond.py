"""A sector's row under an item that it is more than: "Trong đó: DN FDI" over a second list.

It is of something else than the item above it, and nobody can say for certain of what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from string import ascii_uppercase

from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding, Severity
from desktop.figures.series import OTHER, TOTAL, Measure, Ownership
from desktop.returns.labels import CRUDE

_ALL, _VALUE = Ownership.ALL.value, Measure.VALUE.value
_SUMMED = frozenset({TOTAL, CRUDE, OTHER})
"""What sectors are divided into; other goods are those of a sector alone."""
_BEYOND = 1.2
"""So many times the item: more than estimates beside firmer figures differ by."""


def beyond(rows: Sequence[FigureRow]) -> tuple[list[FigureRow], list[Finding]]:
    """Leave out rows of sectors whose every value is more than that of their item; tell of each."""
    sectors = defaultdict(list)
    for row in rows:
        if row.ownership != _ALL and row.item not in _SUMMED and row.measure == _VALUE:
            sectors[row.sheet, _line(row)].append(row)
    if not sectors:
        return list(rows), []
    wholes = {_of(row): row for row in reversed(rows) if row.ownership == _ALL}
    strange = {
        place: found for place, found in sectors.items()
        if all(_is_beyond(r, wholes.get(_of(r))) for r in found)
    }  # fmt: skip
    told = [
        Finding(
            Severity.ERROR, "sector_beyond_item", first.sheet, first.cell, first.label,
            wholes[_of(first)].label,
        )
        for first, *_ in strange.values()
    ]  # fmt: skip
    return [row for row in rows if (row.sheet, _line(row)) not in strange], told


def _is_beyond(row: FigureRow, whole: FigureRow | None) -> bool:
    """Say whether a row of its own is more than its item's; sectors in columns stand beside it."""
    return whole is not None and _line(row) != _line(whole) and row.value > _BEYOND * whole.value


def _line(row: FigureRow) -> str:
    return row.cell.lstrip(ascii_uppercase)


def _of(row: FigureRow) -> tuple[object, ...]:
    """What a value is of, but for the sector."""
    return (
        row.flow, row.measure, row.item, row.market, row.province, row.period_start,
        row.period_end, row.basis,
    )  # fmt: skip
