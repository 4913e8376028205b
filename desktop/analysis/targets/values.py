"""The annual values that a target asks for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from desktop.figures.figure import scaled
from desktop.figures.target import FRACTIONS, Target


@dataclass(frozen=True, slots=True)
class Annual:
    """A target as annual values, in thousandths of US dollars.

    `low` is None where a growth target has no base; `high` is None where there is no range.
    """

    target: Target | None
    low: int | None = None
    high: int | None = None


def annual(target: Target | None, base_year: int | None) -> Annual:
    """Turn a target into values for its whole period, in thousandths.

    A growth target needs the same months of the year before, which must be above zero: growth on
    nothing, or on a deficit, is no value. Nor is a share, which moves with its whole.
    """
    if target is None:
        return Annual(None)
    low, high = _amount(target, target.low, base_year), _amount(target, target.high, base_year)
    return Annual(target, low, None if target.high == target.low else high)


def times(amount: int, factor: float) -> int:
    """Multiply an amount by a factor as it was written (0.12), not as binary holds it."""
    return int((amount * Decimal(str(factor))).to_integral_value(ROUND_HALF_EVEN))


def _amount(target: Target, stated: float, base_year: int | None) -> int | None:
    exact = Decimal(str(stated))  # 0.12 as it was written, not as binary holds it
    if target.measure not in FRACTIONS:
        return scaled(exact)
    if target.is_share or base_year is None or base_year <= 0:
        return None
    return int((base_year * (1 + exact)).to_integral_value(ROUND_HALF_EVEN))
