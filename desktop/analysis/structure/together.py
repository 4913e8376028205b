"""Parts of a screen made together: of columns of what is said of all, a part of each."""

from __future__ import annotations

from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.analysis.growth import thousandths
from desktop.analysis.structure.columns import Columns
from desktop.analysis.structure.parts import reason
from desktop.analysis.structure_results import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.analysis.structure_results import PriceVolume


def parts_together(
    of: Columns,
    rows: Sequence[int],
    points: Sequence[float | None],
    prices: Mapping[int, PriceVolume | None] | None,
) -> dict[str, Part]:
    """Say of some rows of columns what can be said, as `parts.part` does of each; by their codes.

    Those are given that have both amounts; where there are `prices`, by their rows as `points`
    are, only those that have one or are known to have none.
    """
    if prices is not None or not of.of.all_known:
        both = of.of.both[of.at].tolist()
        rows = [row for row in rows if both[row] and (prices is None or row in prices)]
    if of.of.shown is None or len(rows) < _SEVERAL or not of.are_exact:
        return {}
    at = of.at[rows]
    seen, beside = Columns(of.of, at, of.total), of.of.shown(at)
    of_all = itemgetter(*rows)  # what a map asks of every row is worked out once
    codes, growth, nothing = of_all(of.code), of_all(of.growth), repeat(None)
    bases = map(thousandths, of_all(of.base))
    why = map(reason, repeat(0), bases) if None in growth else nothing
    every = zip(
        codes,
        of_all(of.value),
        of_all(of.base),
        seen.change,
        growth,
        why,
        beside.printed,
        nothing,
        repeat(0),
        seen.share,
        seen.base_share,
        seen.share_change,
        seen.contribution,
        [points[row] for row in rows],
        of_all(of.status),
        beside.sources,
        beside.base_sources,
        beside.months,
        [prices[row] for row in rows] if prices is not None else nothing,
        *_OF_ONE,
        strict=False,  # what is the same of all has no end
    )
    return dict(zip(codes, map(_part_of, every), strict=True))


_SEVERAL = 2
"""Of one row there are no columns."""
_part_of = partial(tuple.__new__, Part)
"""Makes one of a tuple of its fields, much faster than the constructor."""
_OF_ONE = tuple(map(repeat, ((), (), (), "")))
"""What only groups have, and who lies in one: see the last fields of `Part`."""
