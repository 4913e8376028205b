"""The trade balance: exports less imports."""

from __future__ import annotations

from desktop.analysis.results import Balance, MonthPoint, Progress


def balance(exports: Progress, imports: Progress) -> Balance:
    """Give the balance to date, a year before, and month by month (US dollars)."""
    now = _less(exports.cumulative, imports.cumulative)
    before = _less(exports.base_cumulative, imports.base_cumulative)
    both = zip(exports.months, imports.months, strict=True)
    return Balance(now, before, _less(now, before), tuple(_of_month(*pair) for pair in both))


def _of_month(export: MonthPoint, imported: MonthPoint) -> float | None:
    return _less(export.value, imported.value)


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other
