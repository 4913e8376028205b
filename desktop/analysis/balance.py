"""The trade balance: exports less imports."""

from __future__ import annotations

from desktop.analysis.growth import difference
from desktop.analysis.results import Balance, MonthPoint, Progress


def balance(exports: Progress, imports: Progress) -> Balance:
    """Give the balance to date, a year before, and month by month (US dollars)."""
    now = difference(exports.cumulative, imports.cumulative)
    before = difference(exports.base_cumulative, imports.base_cumulative)
    both = zip(exports.months, imports.months, strict=True)
    return Balance(now, before, difference(now, before), tuple(_of_month(*pair) for pair in both))


def _of_month(export: MonthPoint, imported: MonthPoint) -> float | None:
    return difference(export.value, imported.value)
