"""A target spread over its months by shares, and what is left over the months left.

All in whole thousandths and exact fractions, so that the last month is the target, to the last one.
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.analysis.growth import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARE_UNIT = 10**9
"""Shares are held in whole billionths: exact, and short enough to be written down."""


def whole_shares(shares: Sequence[float]) -> tuple[Fraction, ...]:
    """Round shares to whole billionths that sum to exactly 1."""
    parts = spread(SHARE_UNIT, [Fraction(share) for share in shares])
    return tuple(Fraction(part, SHARE_UNIT) for part in parts)


def spread(total: int, by: Sequence[Fraction]) -> tuple[int, ...]:
    """Split a whole number by weights into whole numbers that sum to it exactly.

    Method of the largest remainder; equal remainders go to the earlier part.

    Raises:
        ZeroDivisionError: The weights sum to nothing.
    """
    unit = math.lcm(*(weight.denominator for weight in by))
    weights = [weight.numerator * (unit // weight.denominator) for weight in by]
    whole = sum(weights)
    quotas = [divmod(total * weight, whole) for weight in weights]
    parts = [part for part, _ in quotas]
    by_remainder = sorted(range(len(parts)), key=lambda i: -quotas[i][1])
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return tuple(parts)


def apportioned(amounts: Sequence[int], unit: int) -> tuple[int, ...]:
    """Count amounts in a unit (above zero), rounded so that they sum to their rounded sum.

    Method of the largest remainder, which takes amounts below zero too; equal remainders go to
    the earlier.
    """
    counts = [amount // unit for amount in amounts]
    left = [amount - count * unit for amount, count in zip(amounts, counts, strict=True)]
    over = rounded(sum(amounts), unit) - sum(counts)
    for place in sorted(range(len(left)), key=left.__getitem__, reverse=True)[:over]:
        counts[place] += 1
    return tuple(counts)


def path(target: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Give the cumulative path to a target: a value a month, the last one the target itself."""
    return tuple(accumulate(spread(target, shares)))


def required(rest: int, shares: Sequence[Fraction], through: int) -> tuple[int, ...] | None:
    """Spread what is still missing over the months after `through`, as the path is spread.

    None where no month is left, or where the months left have no share.
    """
    left = shares[through:]
    return spread(rest, left) if sum(left, Fraction()) > 0 else None
