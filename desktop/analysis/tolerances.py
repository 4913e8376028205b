"""How far figures may differ before it is said: the usual revisions, measured.

Measured on 109 monthly books of the statistics office (2000-2025), its 18 monthly tables of
2024-2025 and the customs tables by partner of 2024-2025, each held against those before it: all
but the misprints listed in the tests lie within. What an office calls an estimate moves by far
more than what it calls preliminary; parts move by more than totals, months by more than years to
date.
"""

from __future__ import annotations

from desktop.figures.figure import FigureRow, Status
from desktop.figures.series import SCALE, TOTAL, WORLD, Measure, Ownership

_ESTIMATE, _ACTUAL = Status.ESTIMATE.rank, Status.ACTUAL.rank
_LEAST = 1_000_000 * SCALE
"""A million US dollars, a thousand tonnes: less than this of a partner's item may come and go."""


def is_whole(row: FigureRow) -> bool:
    """Say whether a figure is a country's total, or a sector's."""
    return row.item == TOTAL and row.market == WORLD


def is_detail(row: FigureRow) -> bool:
    """Say whether a figure is split by item and by market at once."""
    return row.item != TOTAL and row.market != WORLD


def revision(row: FigureRow, firmness: int) -> float:
    """How far the months before may have been revised, as a share of the year to date.

    `firmness` is that of the earlier year to date.
    """
    if firmness == _ESTIMATE:
        return 0.10 if is_whole(row) else 0.42
    if is_whole(row):
        return 0.01
    if row.market != WORLD:
        return 0.30
    return 0.15 if row.measure == Measure.QUANTITY else 0.05


def growth(row: FigureRow, firmness: int, months: int) -> float:
    """How far growth on a revised base may lie from growth on ours, as a log-ratio of indices.

    `firmness` is that of our base, `months` how many it covers.
    """
    whole = is_whole(row)
    if firmness == _ESTIMATE:
        if whole and row.ownership == Ownership.ALL:
            return 0.12
        if months == 1:
            return 0.40 if whole else 0.75
        return 0.25 if whole else 0.50
    if firmness == _ACTUAL:
        if months == 1:
            return 0.08 if whole else 0.10
        return 0.06 if whole else 0.30
    return 0.02 if whole else 0.05


def least(row: FigureRow) -> int:
    """The least difference that is said, in thousandths of the unit."""
    if row.measure == Measure.QUANTITY:
        return _LEAST // 1000 if is_detail(row) else 0
    return _LEAST if is_detail(row) else 0
