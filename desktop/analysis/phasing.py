"""How an annual target is spread over the months: by the seasons of past years, or evenly.

All in whole thousandths and exact fractions, so that December is the target, to the last one.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEWEST_YEARS = 3
"""Below this one odd year (2020, 2022) shapes the path as much as the season does."""
MOST_YEARS = 11
"""Exports 2014-2024, on which the shares and their error were measured; older seasons fade."""

LINEAR = (Fraction(1, MONTHS_PER_YEAR),) * MONTHS_PER_YEAR
"""A twelfth of the year each month."""


def phasing_years(complete: Sequence[int], before: int) -> tuple[int, ...]:
    """Choose the years whose seasons count: the last ones before a year, or none if too few."""
    years = tuple(sorted(y for y in complete if y < before))[-MOST_YEARS:]
    return years if len(years) >= FEWEST_YEARS else ()


def seasonal_shares(cumulatives: Mapping[int, Sequence[int]]) -> tuple[Fraction, ...]:
    """Give each month's share of the year: the mean over the years, which sums to exactly 1.

    Args:
        cumulatives: By year, the twelve cumulatives in one unit; the last is above zero.
    """
    by_year = [
        [Fraction(later - earlier, year[-1]) for earlier, later in pairwise((0, *year))]
        for year in cumulatives.values()
    ]
    return tuple(sum(month, Fraction()) / len(by_year) for month in zip(*by_year, strict=True))


def spread(total: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Split a whole number by weights into whole numbers that sum to it exactly.

    Method of the largest remainder; equal remainders go to the earlier part.

    Raises:
        ZeroDivisionError: The weights sum to nothing.
    """
    whole = sum(weights, Fraction())
    quotas = [total * weight / whole for weight in weights]
    parts = [quota.numerator // quota.denominator for quota in quotas]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - quotas[i])
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return tuple(parts)


def path(target: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Give the cumulative path to a target: twelve values, the last one the target itself."""
    return tuple(accumulate(spread(target, shares)))


def required(rest: int, shares: Sequence[Fraction], through: int) -> tuple[int, ...] | None:
    """Spread what is still missing over the months after `through`, as the path is spread.

    None where no month is left, or where the months left have no share.
    """
    left = shares[through:]
    return spread(rest, left) if sum(left, Fraction()) > 0 else None
