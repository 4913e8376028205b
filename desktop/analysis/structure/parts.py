"""From amounts to parts: growth, shares, and contributions that sum to the total's growth."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference, growth, share, usd
from desktop.analysis.structure.amounts import Amounts
from desktop.analysis.structure.windows import DRAWN
from desktop.analysis.structure_results import Part, Unsaid
from desktop.figures.series import OTHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.structure_results import PriceVolume

_TENTHS = 1000
"""Tenths of a percentage point in the whole."""


def reason(now: int | None, base: int | None) -> Unsaid | None:
    """Why there is no growth; None where there is."""
    if now is None:
        return Unsaid.NO_FIGURE
    if base is None:
        return Unsaid.NO_BASE
    if base <= 0:
        return Unsaid.NEGATIVE_BASE if base else Unsaid.ZERO_BASE
    return None


def part(
    amounts: Amounts,
    total: Amounts,
    price: PriceVolume | None = None,
    within: str = "",
    points: float | None = None,
) -> Part:
    """Say of amounts what can be said against a total; `points` are the splits' to give."""
    compared = amounts.matched
    now, base = compared or (amounts.now, amounts.base)
    common_now, common_base, months = amounts.common
    short = compared is None and months > 0
    of_all, of_base = share(amounts.now, total.now), share(amounts.base, total.base)
    moved = _less(share(now, total.now), share(base, total.base))
    return Part(
        code=amounts.code,
        value=usd(amounts.now),
        base=usd(amounts.base),
        change=usd(amounts.change),
        growth=growth(now, base),
        reason=reason(now, base),
        growth_printed=amounts.printed,
        common_growth=growth(common_now, common_base) if short else None,
        common_months=months if short else 0,
        share=of_all,
        base_share=of_base,
        share_change=moved,
        contribution=share(amounts.change, total.base),
        points=points,
        status=amounts.status,
        sources=amounts.sources,
        base_sources=amounts.base_sources,
        months=tuple([usd(m) for m in amounts.months[-DRAWN:]]),
        price=price,
        members=amounts.members,
        alone=amounts.alone,
        missing=amounts.missing,
        within=within,
    )


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def rest(total: Amounts, parts: Sequence[Amounts]) -> Amounts:
    """What no part holds. A part that is known in one period only lies within it in the other.

    So its growth compares it together with these, and its change takes theirs in.
    """
    compared = [p.matched for p in parts if p.matched]
    alike = (
        difference(total.now, sum(now for now, _ in compared)),
        difference(total.base, sum(base for _, base in compared)),
    )
    return Amounts(
        OTHER,
        difference(total.now, sum(p.now for p in parts if p.now is not None)),
        difference(total.base, sum(p.base for p in parts if p.base is not None)),
        difference(*alike),
        total.status,
        total.sources,
        total.base_sources,
        alone=tuple(p.code for p in parts if p.change is None),
        alike=None if None in alike else (alike[0] or 0, alike[1] or 0),
    )


def rest_part(amounts: Amounts, total: Amounts, points: float | None = None) -> Part:
    """Say of the rest what can be said; where its parts exceed a total, that there is no growth."""
    told = part(amounts, total, points=points)
    if all(a is None or a >= 0 for a in (amounts.now, amounts.base)):
        return told
    return replace(told, growth=None, reason=Unsaid.PARTS_EXCEED)


def points_of(changes: Sequence[int | None], whole: Amounts) -> list[float | None]:
    """Give changes (exact, in thousandths) their points: tenths that sum to the total's growth.

    The changes sum to the total's; what is not known has none.
    """
    base = whole.base
    if whole.change is None or base is None or base <= 0:
        return [None] * len(changes)
    known = [_TENTHS * change for change in changes if change is not None]
    shown = iter(apportioned(known, base))
    return [None if change is None else next(shown) / 10 for change in changes]


def apportioned(amounts: Sequence[int], unit: int) -> tuple[int, ...]:
    """Count amounts in a unit (above zero), rounded so that they sum to their rounded sum.

    Method of the largest remainder, which takes amounts below zero too; equal remainders go to
    the earlier.
    """
    counts = [amount // unit for amount in amounts]
    over = round(Fraction(sum(amounts), unit)) - sum(counts)
    by_remainder = sorted(range(len(amounts)), key=lambda n: -(amounts[n] % unit))
    for n in by_remainder[:over]:
        counts[n] += 1
    return tuple(counts)
