"""Which target is in force, and the annual value that it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from desktop.figures.figure import scaled
from desktop.figures.target import Scope, Target, TargetMeasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.figures.series import Flow


@dataclass(frozen=True, slots=True)
class Annual:
    """A target as annual values, in thousandths of US dollars.

    `low` is None where a growth target has no base; `high` is None where there is no range.
    """

    target: Target | None
    low: int | None = None
    high: int | None = None


def in_force(
    targets: Sequence[Target], *, flow: Flow, year: int, as_of: date | None = None
) -> Target | None:
    """Give the newest target of a flow's total for a year, of those issued by a day.

    A target without a date of issue always counts, and is older than every dated one.
    """
    ours = [
        t
        for t in targets
        if t.scope == Scope(flow)
        and (t.year, t.is_calendar_year, t.is_share) == (year, True, False)
        and (as_of is None or t.issued_on is None or t.issued_on <= as_of)
    ]
    return max(ours, key=lambda t: t.precedence, default=None)


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
