"""A flow by item, by market, or by groups of either: parts, the rest, and who stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.on_sight import Ranked
from desktop.analysis.structure import parts as made
from desktop.analysis.structure.amounts import Amounts, grouped
from desktop.analysis.structure.asked import Asked, Singles
from desktop.analysis.structure.prices import price_volume
from desktop.analysis.structure.standing import clubs, risers
from desktop.analysis.structure_results import Split
from desktop.figures.catalogue import aggregates
from desktop.figures.catalogue import items as items_of
from desktop.figures.groupings import Dimension
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, WORLD, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.analysis.on_sight import Based
    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Listed, Members
    from desktop.analysis.structure.cutting import Cut
    from desktop.analysis.structure.told import Found, Told
    from desktop.analysis.structure_results import Part

    Weighed = Callable[[str], Amounts | None]
    """An item's code to its quantity."""

_NO_ITEMS = frozenset({TOTAL, OTHER, UNKNOWN, "GOODS", "SERVICES"})


def singles(told: Told, asked: Asked) -> Singles:
    """Take a whole and every item or market with a figure in one of the two periods."""
    code = TOTAL if asked.dimension is Dimension.ITEM else WORLD
    total = told.one(code, asked.whole) or Amounts(code, None, None, None)
    return Singles(total, told.listed(*parts_of(told, asked)))


def parts_of(told: Told, asked: Asked, measure: Measure = Measure.VALUE) -> Found:
    """Find the codes of a whole's parts, and the places of their series."""
    about = asked.flow, asked.dimension, asked.of, measure
    return told.places.of(about, lambda: _chosen(told.places.series, asked, measure))


def read_of(told: Told, asked: Asked) -> IntArray:
    """Find the places of all series that a whole and its parts are read from."""
    every: IntArray = told.places.once(("read", asked), lambda: _read(told, asked))
    return every


def _read(told: Told, asked: Asked) -> IntArray:
    measure = next(iter(told.places.series)).measure
    total = told.places.series.get(asked.series("", measure))
    parts = parts_of(told, asked, measure)[1]
    return parts if total is None else np.append(parts, total)


def weighed_of(quantities: Told, asked: Asked) -> Weighed:
    """Say where the quantities of items are told."""
    return lambda code: quantities.weighed(code, asked.series(code, Measure.QUANTITY))


def split(
    asked: Asked,
    whole: Singles,
    weighed: Weighed | None = None,
    cutting: Cut | None = None,
    *,
    one_by_one: bool = False,
) -> Split:
    """Split a flow by item or market, or by groups as a scheme cuts it.

    With `one_by_one` the members of the groups stand behind these, each within its own. Quantities
    are of single items, `weighed` by their codes.
    """
    total, of = whole.total, whole.listed
    outer = grouped(of, cutting.outer) if cutting else of
    overlapping = cutting is not None and cutting.overlapping
    left = (
        made.rest(total, of, cutting.held) if cutting and overlapping else made.rest(total, outer)
    )
    points = made.no_points(outer) if overlapping else made.points_of(outer, left, total)
    rows = _Rows(total, outer, points, weighed)
    if cutting:
        rows.put_behind(grouped(of, cutting.inner), cutting.within)
    if cutting and one_by_one:
        rows.put_members_behind(of, cutting.outer)
    return Split(
        flow=asked.flow,
        dimension=asked.dimension,
        scheme=cutting.scheme.code if cutting else "",
        of=asked.of,
        total=whole.whole,
        parts=Ranked(len(rows), rows.part, rows.bases),
        rest=made.rest_part(left, total, points[-1]),
        overlapping=overlapping,
        notes=cutting.scheme.notes if cutting else ("", ""),
        concentration=whole.concentration,
        clubs=clubs(outer),
        risers=risers(outer, total),
    )


class _Rows:
    """The parts of a split in their order: the largest first, and behind them who lies within."""

    def __init__(
        self, total: Amounts, outer: Listed, points: Sequence[float | None],
        weighed: Weighed | None,
    ) -> None:  # fmt: skip
        """Begin with the parts that lie in no other."""
        self._total, self._points, self._weighed = total, points, weighed
        self._outer, self._places = outer, outer.largest.tolist()
        self._behind: list[tuple[Listed, int, str]] = []

    def put_behind(self, groups: Listed, within: Sequence[str]) -> None:
        """Put the groups behind that lie in others."""
        self._behind += [(groups, n, of) for n, of in enumerate(within)]

    def put_members_behind(self, of: Listed, outer: Members) -> None:
        """Put the members of each group behind, the largest first; those without figures not."""
        for group in self._places:
            holds, code = outer.holds[group], outer.codes[group]
            self._behind += [(of, n, code) for n in of.largest.tolist() if holds[n]]

    def __len__(self) -> int:
        return len(self._places) + len(self._behind)

    def bases(self) -> tuple[Based, ...]:
        """Give the code of each row, with its base."""
        outer = self._outer.based_on
        behind = [of.based_on[place] for of, place, _ in self._behind]
        return *(outer[place] for place in self._places), *behind

    def part(self, row: int) -> Part:
        """Say of a row what can be said, with its price where it is counted or weighed."""
        ahead = len(self._places)
        if row >= ahead:
            of, place, within = self._behind[row - ahead]
            return made.part(of.rows[place], self._total, within=within)
        amounts = self._outer.rows[self._places[row]]
        price = price_volume(amounts, self._weighed(amounts.code)) if self._weighed else None
        return made.part(amounts, self._total, price, points=self._points[row])


def _chosen(held: Iterable[Series], asked: Asked, measure: Measure) -> list[tuple[str, Series]]:
    """Choose the series of items or markets, each with its code; totals and parts are none."""
    by_item = asked.dimension is Dimension.ITEM
    several, known = aggregates(), items_of(asked.flow)

    def code(series: Series) -> str:
        """The code that a series goes by; empty for one that is no part of this whole."""
        if by_item:
            ours = series == asked.series(series.item, measure) and not known.part_of(series.item)
            return series.item if ours and series.item not in _NO_ITEMS else ""
        ours = series == asked.series(series.market, measure) and series.market not in several
        return series.market if ours and series.market != WORLD else ""

    return sorted((name, series) for series in held if (name := code(series)))
