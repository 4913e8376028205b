"""From amounts to parts: growth, shares, and contributions that sum to the total's growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import difference, growth, rounded, share, usd
from desktop.analysis.on_sight import Later
from desktop.analysis.structure.amounts import Amounts, Listed
from desktop.analysis.structure.windows import DRAWN
from desktop.analysis.structure_results import Part, Unsaid
from desktop.figures.series import OTHER, SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.structure_results import PriceVolume

_TENTHS = 1000
"""Tenths of a percentage point in the whole."""
_WHOLE_NUMBERS = 1 << 62
"""What is below it is a whole number of the machine's."""
_FEW = 24
"""So many are counted sooner one by one."""


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
        months=_drawn(amounts),
        price=price,
        members=amounts.members,
        alone=amounts.alone,
        missing=amounts.missing,
        within=within,
    )


def _drawn(amounts: Amounts) -> Sequence[float | None]:
    def dollars() -> tuple[float | None, ...]:
        months = amounts.months[-DRAWN:]
        return tuple([None if month is None else month / SCALE for month in months])

    return Later(dollars)


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def rest(total: Amounts, parts: Listed, chosen: BoolArray | IntArray | None = None) -> Amounts:
    """What no part holds. A part that is known in one period only lies within it in the other.

    So its growth compares it together with these, and its change takes theirs in. `chosen` are
    the parts that count (which, or their places), where not all do.
    """
    counted, bases = parts.compared, parts.base
    if chosen is not None:
        counted, bases = counted[:, chosen], bases[chosen]
    held, alike_base, moved, *_ = counted.sum(axis=1).tolist()
    base = int(bases.sum())
    alike = (
        difference(total.now, alike_base + moved),
        difference(total.base, alike_base),
    )
    return Amounts(
        OTHER,
        difference(total.now, held),
        difference(total.base, base),
        difference(*alike),
        total.status,
        total.sources,
        total.base_sources,
        alone=parts.unmatched(chosen),
        alike=None if None in alike else (alike[0] or 0, alike[1] or 0),
    )


def rest_part(amounts: Amounts, total: Amounts, points: float | None = None) -> Part:
    """Say of the rest what can be said; where its parts exceed a total, that there is no growth."""
    told = part(amounts, total, points=points)
    if all(a is None or a >= 0 for a in (amounts.now, amounts.base)):
        return told
    return told._replace(growth=None, reason=Unsaid.PARTS_EXCEED)


def points_of(parts: Listed, left: Amounts, whole: Amounts) -> tuple[float | None, ...]:
    """Give the changes of parts, the largest part first, and of the rest their points.

    They are tenths that sum to the total's growth; what is not known has none.
    """
    base, places = whole.base, parts.largest
    if whole.change is None or base is None or base <= 0:
        return no_points(parts)
    changes = np.empty(len(places) + 1, np.int64)
    changes[:-1], changes[-1] = parts.change[places], left.change or 0
    if left.change is not None and parts.both.all():
        return tuple([count / 10 for count in _tenths(changes, base)])
    known = np.append(parts.both[places], left.change is not None)
    told = iter(_tenths(changes[known], base))
    return tuple([next(told) / 10 if one else None for one in known.tolist()])


def no_points(parts: Listed) -> tuple[None, ...]:
    """Give parts that overlap, and their rest, no points: they would not sum to the growth."""
    return (None,) * (len(parts.codes) + 1)


def points_of_whole(whole: Amounts) -> float | None:
    """Give the points of the total itself: its growth, to a tenth."""
    if whole.change is None or whole.base is None or whole.base <= 0:
        return None
    return rounded(_TENTHS * whole.change, whole.base) / 10


def _tenths(changes: IntArray, base: int) -> Sequence[int]:
    """Count changes in tenths of a point of a base."""
    told = changes.tolist()
    if len(told) <= _FEW or max(map(abs, told)) >= _WHOLE_NUMBERS // _TENTHS:
        return apportioned([_TENTHS * change for change in told], base)
    exact = changes * _TENTHS
    counts = exact // base
    over = rounded(_TENTHS * sum(told), base) - sum(counts.tolist())
    by_remainder = np.argsort(counts * base - exact, kind="stable")
    counts[by_remainder[:over]] += 1
    tenths: list[int] = counts.tolist()
    return tenths


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
