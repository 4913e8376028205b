"""Rule "stocks": manufacturers' stocks grow faster than their sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.figures.series import Flow, Measure, Series
from desktop.figures.warning_rules import Rule, Stocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.warnings.sight import Sight
    from desktop.figures.month import Month

MANUFACTURING = "C"
SUBJECT = "industry:C"
_STALE = 3
"""Months: indices come monthly or by the quarter; older ones say nothing of today."""
_POINT = 0.01


def stocks(sight: Sight, rule: Stocks) -> Iterator[EarlyWarning]:
    """Warn where stocks outgrow sales by the newest indices that are held of both."""
    gaps = _gaps(sight)
    if not gaps:
        return
    newest = max(gaps)
    if sight.through - newest > _STALE or gaps[newest] < rule.points * _POINT:
        return
    since = newest
    for month in sorted(gaps, reverse=True):
        if gaps[month] < rule.points * _POINT or since - month > _STALE:
            break
        since = month
    yield EarlyWarning(
        rule=Rule.STOCKS,
        subject=SUBJECT,
        series=_series(Measure.INVENTORY_INDEX),
        gravity=Gravity.WATCH,
        size=gaps[newest],
        threshold=rule.points * _POINT,
        since=since,
        through=newest,
        evidence=(
            _evidence(sight, Fact.STOCKS_GROWTH, Measure.INVENTORY_INDEX, newest),
            _evidence(sight, Fact.SALES_GROWTH, Measure.CONSUMPTION_INDEX, newest),
        ),
    )


def _gaps(sight: Sight) -> dict[Month, float]:
    """Growth of stocks less growth of sales, by the months in which both are known."""
    months = {month for _, month in sight.indices if month <= sight.through}
    both = (Measure.INVENTORY_INDEX, Measure.CONSUMPTION_INDEX)
    return {
        month: sight.indices[both[0], month][0] - sight.indices[both[1], month][0]
        for month in months
        if all((measure, month) in sight.indices for measure in both)
    }


def _evidence(sight: Sight, fact: Fact, measure: Measure, month: Month) -> Evidence:
    growth, source = sight.indices[measure, month]
    return Evidence(fact, _series(measure), (month, month), growth, (source,))


def _series(measure: Measure) -> Series:
    return Series(Flow.INDUSTRY, measure, MANUFACTURING)
