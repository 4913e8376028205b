"""A flow by item, by market, or by groups of either: parts, the rest, and who stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure import parts as made
from desktop.analysis.structure.amounts import Amounts
from desktop.analysis.structure.asked import Asked, Singles
from desktop.analysis.structure.cutting import Cutting, rank
from desktop.analysis.structure.remembered import Kept
from desktop.analysis.structure.standing import clubs, risers
from desktop.analysis.structure_results import Split
from desktop.figures.catalogue import aggregates
from desktop.figures.catalogue import items as items_of
from desktop.figures.groupings import Dimension, Scheme
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, WORLD, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.analysis.structure.told import Told

_NO_ITEMS = frozenset({TOTAL, OTHER, UNKNOWN, "GOODS", "SERVICES"})


def singles(told: Told, asked: Asked) -> Singles:
    """Take a whole and every item or market with a figure in one of the two periods."""
    code = TOTAL if asked.dimension is Dimension.ITEM else WORLD
    about = asked.flow, asked.dimension, asked.of
    held = told.of(("whole", *about), lambda: [(code, asked.whole)])
    total = held[0] if held else Amounts(code, None, None, None)
    parts = told.of(("parts", *about), lambda: _chosen(told.book.printed.series, asked))
    known = [a for a in parts if a.now is not None or a.base is not None]
    return Singles(total, tuple(known))


def split(
    asked: Asked,
    whole: Singles,
    quantities: Sequence[Amounts] = (),
    scheme: Scheme | None = None,
    *,
    one_by_one: bool = False,
    kept: Kept | None = None,
) -> Split:
    """Split a flow by item or market, or by the groups of a scheme.

    With `one_by_one` the members of the groups stand behind these, each within its own. `kept`
    are the pieces of the same split of an earlier book, if any: those that did not change stay.
    """
    total, cutting = whole.total, Cutting(asked, whole, scheme, kept or Kept())
    outer = cutting.groups() if scheme else whole.parts
    rest = made.rest(total, cutting.once() if cutting.overlapping else outer)
    outer = sorted(outer, key=rank)
    counted = {a.code: a for a in quantities}
    changes = [None if cutting.overlapping else a.change for a in (*outer, rest)]
    *points, left = made.points_of(changes, total)
    parts = [
        cutting.part(a, counted.get(a.code), points=shown)
        for a, shown in zip(outer, points, strict=True)
    ]
    members = cutting.members(outer) if one_by_one else []
    return Split(
        flow=asked.flow,
        dimension=asked.dimension,
        scheme=scheme.code if scheme else "",
        of=asked.of,
        total=made.part(total, total, points=made.points_of([total.change], total)[0]),
        parts=(*parts, *cutting.inner(), *members),
        rest=made.rest_part(rest, total, left),
        overlapping=cutting.overlapping,
        notes=scheme.notes if scheme else ("", ""),
        concentration=whole.concentration,
        clubs=clubs(outer),
        risers=risers(outer, total),
    )


def counts(quantities: Told | None, asked: Asked, whole: Singles) -> list[Amounts]:
    """Take the quantities of items; of markets and groups there are none to tell."""
    if quantities is None or asked.dimension is not Dimension.ITEM:
        return []
    codes = tuple(a.code for a in whole.parts)
    return quantities.of(
        ("counts", asked.flow, asked.of, codes),
        lambda: ((code, asked.series(code, Measure.QUANTITY)) for code in codes),
    )


def _chosen(held: Iterable[Series], asked: Asked) -> list[tuple[str, Series]]:
    """Choose the series of items or markets, each with its code; totals and parts are none."""
    by_item = asked.dimension is Dimension.ITEM
    several, known = aggregates(), items_of(asked.flow)

    def code(series: Series) -> str:
        """The code that a series goes by; empty for one that is no part of this whole."""
        if by_item:
            ours = series == asked.series(series.item) and not known.part_of(series.item)
            return series.item if ours and series.item not in _NO_ITEMS else ""
        ours = series == asked.series(series.market) and series.market not in several
        return series.market if ours and series.market != WORLD else ""

    return sorted((name, series) for series in held if (name := code(series)))
