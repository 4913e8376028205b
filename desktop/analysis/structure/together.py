"""Parts of a screen made together: what is said of all of them in columns, then a part of each."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from desktop.analysis.structure.fractions import are_exact, growths, is_whole, shares, usds
from desktop.analysis.structure.parts import reason
from desktop.analysis.structure_results import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Amounts, Listed
    from desktop.analysis.structure_results import PriceVolume


def parts_together(
    of: Listed,
    at: IntArray,
    total: Amounts,
    points: Sequence[float | None],
    prices: Mapping[int, PriceVolume | None] | None,
) -> dict[str, Part]:
    """Say of rows at places what can be said against a total, as `parts.part` does of each.

    Those are given that have both amounts, by their codes; where there are `prices`, by the
    number among these as `points` are, only those that have one or are known to have none.
    """
    if of.shown is None:
        return {}
    rows: list[int] = [
        row for row in of.both[at].nonzero()[0].tolist() if prices is None or row in prices
    ]
    at = at[rows]
    now, base, change = of.now[at], of.base[at], of.change[at]
    if not rows or not are_exact(now, base, change, total.now or 0, total.base or 0):
        return {}
    codes, beside = of.codes_at(at.tolist()), of.shown(at)
    share, base_share = shares(now, total.now), shares(base, total.base)
    whole, base_whole, nothing = is_whole(total.now), is_whole(total.base), repeat(None)
    made = map(
        Part,
        codes,
        usds(now),
        usds(base),
        usds(change),
        growths(now, base),
        repeat(None) if base.min() > 0 else [reason(0, amount) for amount in base.tolist()],
        beside.printed,
        repeat(None),
        repeat(0),
        share.tolist() if whole else nothing,
        base_share.tolist() if base_whole else nothing,
        (share - base_share).tolist() if whole and base_whole else nothing,
        shares(change, total.base).tolist() if base_whole else nothing,
        [points[row] for row in rows],
        beside.status,
        beside.sources,
        beside.base_sources,
        beside.months,
        [prices[row] if prices else None for row in rows],
    )
    return dict(zip(codes, made, strict=True))
