"""The annual values that a target asks for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from desktop.figures.figure import scaled
from desktop.figures.target import Target, TargetMeasure


@dataclass(frozen=True, slots=True)
class Annual:
    """A target as annual values, in thousandths of US dollars.

    `low` is None where a growth target has no base; `high` is None where there is no range.
    """

    target: Target | None
    low: int | None = None
    high: int | None = None


def annual(target: Target | None, base_year: int | None) -> Annual:
    """Turn a target into annual values: a growth target on the whole year before (thousandths)."""
    if target is None:
        return Annual(None)
    low, high = _amount(target, target.low, base_year), _amount(target, target.high, base_year)
    return Annual(target, low, None if target.high == target.low else high)


def _amount(target: Target, stated: float, base_year: int | None) -> int | None:
    exact = Decimal(str(stated))  # 0.12 as it was written, not as binary holds it
    if target.measure is TargetMeasure.VALUE:
        return scaled(exact)
    if base_year is None:
        return None
    return int((base_year * (1 + exact)).to_integral_value(ROUND_HALF_EVEN))
