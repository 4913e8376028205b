"""From amounts to parts: growth, shares, and contributions that sum to the total's growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import difference, growth, rounded, share, usd
from desktop.analysis.on_sight import Later
from desktop.analysis.spreading import apportioned
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
_LARGEST = (1 << 62) // _TENTHS
"""A thousand times what is below it is a whole number of the machine's; so is a sum of many."""
_NOTHING = (0, 0, 0)
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
    now, base, change = amounts.sums
    whole, before = total.now, total.base
    compared = amounts.matched
    one, other = compared or (now, base)
    common_now, common_base, months = amounts.common if compared is None else _NOTHING
    moved = difference(share(one, whole), share(other, before))
    return Part(  # in its order, as names take as long to give as all the rest
        amounts.code,
        usd(now), usd(base), usd(change), growth(one, other), reason(one, other),
        amounts.printed, growth(common_now, common_base) if months else None, months,
        share(now, whole), share(base, before), moved, share(change, before), points,
        amounts.status, amounts.sources, amounts.base_sources, Later(_drawn, amounts),
        price, amounts.members, amounts.alone, amounts.missing, within,
    )  # fmt: skip


def _drawn(amounts: Amounts) -> tuple[float | None, ...]:
    months = amounts.months[-DRAWN:]
    if None in months:
        return tuple(map(usd, months))
    return tuple([month / SCALE for month in months if month is not None])


def rest(total: Amounts, parts: Listed, chosen: BoolArray | IntArray | None = None) -> Amounts:
    """What no part holds. A part that is known in one period only lies within it in the other.

    So its growth compares it together with these, and its change takes theirs in. `chosen` are
    the parts that count (which, or their places), where not all do.
    """
    counted, bases = parts.compared, parts.base
    if chosen is not None:
        counted, bases = counted[:, chosen], bases[chosen]
    held, alike_base, moved = np.add.reduce(counted, axis=1).tolist()
    base = alike_base if parts.all_known else int(np.add.reduce(bases))
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


def points_of(parts: Listed, left: Amounts, whole: Amounts) -> Sequence[float | None]:
    """Give the changes of parts, the largest part first, and of the rest their points.

    They are tenths that sum to the total's growth; what is not known has none.
    """
    base, places = whole.base, parts.largest
    if whole.change is None or base is None or base <= 0:
        return no_points(parts)
    changes = np.empty(len(places) + 1, np.int64)
    changes[:-1], changes[-1] = parts.change[places], left.change or 0
    exact = max(parts.most, abs(left.change or 0)) < _LARGEST and len(changes) < _TENTHS
    if left.change is not None and parts.all_known:
        return _tenths(changes, base, exact=exact)
    known = np.empty(len(changes), np.bool_)
    known[:-1], known[-1] = parts.both[places], left.change is not None
    points: list[float | None] = [None] * len(changes)
    told = _tenths(changes[known], base, exact=exact)
    for place, tenths in zip(known.nonzero()[0].tolist(), told, strict=True):
        points[place] = tenths
    return points


def no_points(parts: Listed) -> tuple[None, ...]:
    """Give parts that overlap, and their rest, no points: they would not sum to the growth."""
    return (None,) * (len(parts.codes) + 1)


def points_of_whole(whole: Amounts) -> float | None:
    """Give the points of the total itself: its growth, to a tenth."""
    if whole.change is None or whole.base is None or whole.base <= 0:
        return None
    return rounded(_TENTHS * whole.change, whole.base) / 10


def points_of_two(whole: Amounts, one: Amounts, other: Amounts) -> tuple[float | None, ...]:
    """Give two parts their points, in tenths that sum to the total's growth where they are all.

    What lies beyond them (a total that was rounded before) has its own; None where one is unknown.
    """
    if one.change is None or other.change is None or points_of_whole(whole) is None:
        return None, None
    beyond = (whole.change or 0) - one.change - other.change
    changes = [_TENTHS * change for change in (one.change, other.change, beyond)]
    return tuple(tenths / 10 for tenths in apportioned(changes, whole.base or 1)[:2])


def _tenths(changes: IntArray, base: int, *, exact: bool) -> list[float]:
    """Give the points of changes in a base, to a tenth; `exact` where no sum is too large."""
    if len(changes) <= _FEW or not exact:
        return [n / 10 for n in apportioned([_TENTHS * c for c in changes.tolist()], base)]
    exactly = changes * _TENTHS
    counts = exactly // base
    left = counts * base - exactly  # below zero, the more the larger the remainder
    whole, counted = int(np.add.reduce(changes)), int(np.add.reduce(counts))
    over = rounded(_TENTHS * whole, base) - counted
    counts[left.argsort(kind="stable")[:over]] += 1
    points: list[float] = (counts / 10).tolist()
    return points
