"""Rule "path": what the months left must bring was never reached in these months before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.analysis.warnings.subjects import EXPORTS, subject
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.warning_rules import Path, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.warnings.sight import Sight

_FARTHEST = 60
"""Years: no archive goes further back."""


def path(
    sight: Sight, rule: Path, required_growth: float | None, required_usd: float | None
) -> Iterator[EarlyWarning]:
    """Warn where the required growth of the months left exceeds the best of any year held.

    Args:
        sight: The figures.
        rule: The thresholds.
        required_growth: What the target asks of the months left, against the same of last year.
        required_usd: What each of them must bring on average.
    """
    if required_growth is None:
        return
    left = (sight.through + 1, Month(sight.through.year, MONTHS_PER_YEAR))
    past = _past(sight)
    if len(past) < rule.least_years:
        return
    best = max(past, key=lambda evidence: evidence.amount)
    if required_growth <= best.amount:
        return
    yield EarlyWarning(
        rule=Rule.PATH,
        subject=subject(EXPORTS),
        series=EXPORTS,
        gravity=Gravity.ALARM,
        size=required_growth,
        threshold=best.amount,
        since=sight.through,
        through=sight.through,
        evidence=(
            Evidence(Fact.REQUIRED_GROWTH, EXPORTS, left, required_growth),
            *([Evidence(Fact.REQUIRED_VALUE, EXPORTS, left, required_usd)] if required_usd else ()),
            best,
        ),
    )


def _past(sight: Sight) -> list[Evidence]:
    """Growth of the months left, in each earlier year that has them, whatever year lacks them."""
    found = []
    for years in range(1, _FARTHEST):
        first = sight.through + 1 - years * MONTHS_PER_YEAR
        last = Month(first.year, MONTHS_PER_YEAR)
        held = sight.against(EXPORTS, first, last)
        if held:
            cells = held.now.sources + held.base.sources
            found.append(Evidence(Fact.BEST_GROWTH, EXPORTS, (first, last), held.growth, cells))
    return found
