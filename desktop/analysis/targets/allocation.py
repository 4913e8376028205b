"""The remainder of a target, given out by last year's shares: a start for the planners."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.analysis.growth import thousandths, usd
from desktop.analysis.spreading import spread
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure

if TYPE_CHECKING:
    from datetime import date

    from desktop.analysis.tree_results import TargetTree
    from desktop.figures.target import Scope


@dataclass(frozen=True, slots=True)
class Allocation:
    """What the parts without a target would be given (US dollars), and what is left over.

    The rest is not given out: it is for what no part stands for ("other goods").
    """

    given: tuple[tuple[Scope, float], ...]
    rest: float


def allocation(tree: TargetTree) -> Allocation | None:
    """Spread what is not given out yet over the parts without a target, by their bases.

    What no part stands for keeps its own share. Exact to the thousandth of a dollar: parts given
    before, parts given now and the rest sum to the whole.

    None where there is nothing to spread, or nothing to spread it by: no value, no base, parts
    that overlap or sum to more than the whole, a balance, or all is given out.
    """
    if tree.whole.scope.flow is Flow.BALANCE:
        return None
    open_parts = [(row.scope, thousandths(row.base) or 0) for row in tree.parts if not row.target]
    open_parts = [(scope, base) for scope, base in open_parts if base > 0]
    left, rest_base = thousandths(tree.remainder), thousandths(tree.rest_base)
    if tree.shared or tree.above_whole or not open_parts or rest_base is None or rest_base <= 0:
        return None
    if left is None or left <= 0:
        return None
    others = max(0, rest_base - sum(base for _, base in open_parts))
    *given, rest = spread(left, [Fraction(base) for base in (*dict(open_parts).values(), others)])
    return Allocation(
        tuple((scope, usd(part)) for (scope, _), part in zip(open_parts, given, strict=True)),
        usd(rest),
    )


def as_targets(
    whole: Target, given: Allocation, *, document: str, issued_on: date | None
) -> tuple[Target, ...]:
    """Turn an allocation into targets of the whole's months, stated as values."""
    return tuple(
        Target(
            scope.flow, TargetMeasure.VALUE, whole.year, value, value, scope.item, scope.market,
            document, issued_on, province=scope.province, first_month=whole.first_month,
            months=whole.months,
        )
        for scope, value in given.given
    )  # fmt: skip
