"""Whether a target can be one, by itself and beside the others: findings, empty where it can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.analysis.targets.force import versions
from desktop.figures.catalogue import items, markets
from desktop.figures.finding import Finding, Severity
from desktop.figures.groupings import Dimension, dimension_of
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.provinces import province_names
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow
from desktop.figures.target import FRACTIONS, LEAST_GROWTH, Target, TargetMeasure, is_group
from desktop.figures.target_names import side
from desktop.figures.wording import BILLION

MOST_USD = 1e14
"""Thrice what the world exports in a year (32 trillion USD in 2024, WTO): the unit was mistaken."""


def faults(target: Target, others: Iterable[Target] = ()) -> tuple[Finding, ...]:
    """Say why a target cannot be set; `others` are those that count."""
    return (*_of_itself(target), *_of_names(target), *_beside(target, others))


def period_text(target: Target) -> str:
    """Write the months of a target without a language: ``2024-07..2025-06``."""
    return f"{target.start}..{target.end}"


def _of_itself(target: Target) -> Iterator[Finding]:
    if not 1 <= target.months <= MONTHS_PER_YEAR:
        yield _fault("target_too_long", found=str(target.months))
    of_balance = target.flow is Flow.BALANCE
    if target.flow not in (*TRADE, Flow.BALANCE):
        yield _fault("target_of_no_trade", found=target.flow.value)
    if not target.is_share and of_balance != (target.measure is TargetMeasure.SURPLUS):
        yield _fault("target_surplus_by_itself")
    if target.high < target.low:
        yield _fault("target_range_reversed", found=str(target.high), expected=str(target.low))
    yield from _of_amount(target, may_be_negative=of_balance)


def _of_amount(target: Target, *, may_be_negative: bool) -> Iterator[Finding]:
    low, high = target.low, target.high
    if target.measure is TargetMeasure.GROWTH and not low > LEAST_GROWTH:
        yield _fault("target_growth_too_low", found=str(low))
    if target.measure is TargetMeasure.VALUE and not low > 0:
        yield _fault("target_value_not_positive", found=str(low))
    if target.measure not in FRACTIONS and max(abs(low), abs(high)) > MOST_USD:
        largest = max(abs(low), abs(high)) / BILLION
        yield _fault("target_value_too_large", found=f"{largest:,.1f}")
    if target.is_share and target.scope.is_total:
        yield _fault("target_share_of_itself")
    if target.is_share and not ((may_be_negative or low > 0) and -1 <= low <= high <= 1):
        yield _fault("target_share_out_of_range", found=str(low))


def _of_names(target: Target) -> Iterator[Finding]:
    flow = side(target.flow)
    for code, dimension, whole, names in (
        (target.item, Dimension.ITEM, TOTAL, items(flow)),
        (target.market, Dimension.MARKET, WORLD, markets()),
    ):
        known = dimension_of(code) is dimension if is_group(code) else code in names
        if code != whole and not known:
            yield _fault("target_unknown_name", found=code)
    if target.province != NATIONAL and target.province not in province_names():
        yield _fault("target_unknown_name", found=target.province)


def _beside(target: Target, others: Iterable[Target]) -> Iterator[Finding]:
    """Periods may lie within one another, as a half-year does; fiscal years may not overlap."""
    for group in versions(others):
        other = group[-1]
        same = (other.scope, other.is_share) == (target.scope, target.is_share)
        if same and _cross(target, other):
            yield _fault("target_overlaps", found=period_text(other), about=str(other.number))


def _cross(one: Target, other: Target) -> bool:
    meet = one.start <= other.end and other.start <= one.end
    within = one.start <= other.start and other.end <= one.end
    around = other.start <= one.start and one.end <= other.end
    return meet and not within and not around


def _fault(code: str, *, found: str = "", expected: str = "", about: str = "") -> Finding:
    return Finding(Severity.ERROR, code, found=found, expected=expected, about=about)
