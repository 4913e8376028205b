"""An office with items within markets, made by hand: two years and a half of three by three."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np

from desktop.archive import Archive
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.workflow import Office
from tests.archive.made import reading, row, store

JUNE = Month(2025, 6)
FIRST, DETAILED = Month(2018, 1), Month(2023, 1)
ITEMS, MARKETS = ("ELEC", "WOOD", "TEXTILE"), ("US", "CN", "JP")
SHARES = np.array([[0.20, 0.14, 0.05], [0.10, 0.02, 0.03], [0.12, 0.03, 0.06]])
"""Of the total; what is left of it no cell holds."""
DAY = date(2025, 1, 8)
TARGETS = (
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1.18e11, 1.18e11, issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1.19e10, 1.19e10, "WOOD", "US", issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 5.2e10, 5.2e10, "ELEC", issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 2.1e10, 2.1e10, market="JP", issued_on=DAY),
    Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 1.5e10, 1.5e10, issued_on=DAY),
)


def _noise(key: int, month: Month, size: float = 0.04) -> float:
    return float(np.exp(np.random.default_rng((key, month.ordinal)).normal(0, size)))


def _total(flow: Flow, month: Month) -> float:
    whole = 5.5e9 if flow is Flow.EXPORT else 5e9
    return whole * 1.08 ** ((month - FIRST) / 12) * _noise(1 if flow is Flow.EXPORT else 2, month)


def _rows(month: Month) -> list[object]:
    rows = [
        row(_total(flow, month), month=month, flow=flow.value, cell=f"T{flow}{month}")
        for flow in (Flow.EXPORT, Flow.IMPORT)
    ]
    if month < DETAILED:
        return rows
    total = _total(Flow.EXPORT, month)
    cells = {
        (i, m): total * SHARES[a, b] * _noise(10 * a + b + 3, month, 0.08)
        for a, i in enumerate(ITEMS) for b, m in enumerate(MARKETS)
    }  # fmt: skip
    extra = 0.04 * total
    amounts = {
        **cells,
        **{(i, WORLD): sum(cells[i, m] for m in MARKETS) + extra for i in ITEMS},
        **{(TOTAL, m): sum(cells[i, m] for i in ITEMS) + extra for m in MARKETS},
    }
    rows += [
        row(amount, month=month, item=i, market=m, cell=f"{i}{m}{month}")
        for (i, m), amount in amounts.items()
    ]
    return rows


def made(place: object) -> object:
    """Make the archive at a place."""
    with Archive.open(place) as archive:
        rows = [one for n in range(JUNE - FIRST + 1) for one in _rows(FIRST + n)]
        store(archive, reading(*rows, name="past.xlsx"), date(2025, 7, 6))
    with office(place) as opened:
        for target in TARGETS:
            opened.set_target(target)
    return place


def office(place: object) -> Office:
    """Open the office on it."""
    return Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan", desk="desk")
