"""Parts of a screen made together: what is said of all of them in columns, then a part of each."""

from __future__ import annotations

from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING

from desktop.analysis.structure.fractions import EXACT, growths, is_base
from desktop.analysis.structure.parts import reason
from desktop.analysis.structure_results import Part
from desktop.figures.series import SCALE

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
    if of.shown is None or not at.size or not _are_exact(of, total):
        return {}
    rows: Sequence[int] = range(len(at))
    if prices is not None or not of.all_known:
        known = of.both[at].nonzero()[0].tolist()
        rows = [row for row in known if prices is None or row in prices]
        at, points = at[rows], [points[row] for row in rows]
    amounts = of.amounts[:, at]
    now, base, change = amounts
    codes, beside, nothing = of.codes_at(at.tolist()), of.shown(at), repeat(None)
    value, before, moved = (amounts / SCALE).tolist()
    whole, base_whole = is_base(total.now), is_base(total.base)
    share, base_share = now / (whole or 1), base / (base_whole or 1)
    sound = bool(base.min(initial=1) > 0)
    every = zip(
        codes,
        value,
        before,
        moved,
        (now / base - 1).tolist() if sound else growths(now, base),
        nothing if sound else [reason(0, amount) for amount in base.tolist()],
        beside.printed,
        nothing,
        repeat(0),
        share.tolist() if whole else nothing,
        base_share.tolist() if base_whole else nothing,
        (share - base_share).tolist() if whole and base_whole else nothing,
        (change / base_whole).tolist() if base_whole else nothing,
        points,
        beside.status,
        beside.sources,
        beside.base_sources,
        beside.months,
        [prices[row] for row in rows] if prices is not None else nothing,
        *_OF_ONE,
        strict=False,  # what is the same of all has no end
    )
    return dict(zip(codes, map(_part_of, every), strict=False))


_part_of = partial(tuple.__new__, Part)
"""Makes one of a tuple of its fields, much faster than the constructor."""
_OF_ONE = tuple(map(repeat, ((), (), (), "")))
"""What only groups have, and who lies in one: see the last fields of `Part`."""


def _are_exact(of: Listed, total: Amounts) -> bool:
    return max(of.most, abs(total.now or 0), abs(total.base or 0)) <= EXACT
