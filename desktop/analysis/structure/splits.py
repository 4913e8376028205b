"""A flow by item, by market, or by groups of either: parts, the rest, and who stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.apart import ApartByCode
from desktop.analysis.on_sight import Ranked
from desktop.analysis.structure import parts as made
from desktop.analysis.structure.amounts import Amounts, grouped
from desktop.analysis.structure.asked import Asked, Singles, Whole
from desktop.analysis.structure.columns import Columns, column_of
from desktop.analysis.structure.cutting import cut
from desktop.analysis.structure.prices import Weighed, price_volume
from desktop.analysis.structure.standing import clubs, risers
from desktop.analysis.structure.together import parts_together
from desktop.analysis.structure_results import Split
from desktop.figures.catalogue import aggregates
from desktop.figures.catalogue import items as items_of
from desktop.figures.groupings import Dimension
from desktop.figures.kept_property import kept_property
from desktop.figures.series import NO_ITEMS, TOTAL, WORLD, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.analysis.inside_results import Apart
    from desktop.analysis.structure.amounts import Listed, Members
    from desktop.analysis.structure.cutting import Cut
    from desktop.analysis.structure.told import Found, Told
    from desktop.analysis.structure_results import Part
    from desktop.figures.groupings import Scheme

    Cutting = Callable[[Asked, Scheme, Sequence[str]], Cut]
    """Who knows how a scheme cuts codes."""
    Finding = Callable[[str], Apart | None]
    """Who knows why the year to date of a code is not the sum of its months."""

_SCREEN = 32
"""So many rows are made together: a window of 1080 pixels paints 28 or 29."""
_FEW = 6
"""So many rows are made sooner one by one."""


def whole_of(told: Told, asked: Asked) -> Whole:
    """Take a whole by itself; it is looked for when it is asked for."""
    code = TOTAL if asked.dimension is Dimension.ITEM else WORLD

    def total() -> Amounts:
        place = place_of_whole(told, asked)
        return Amounts(code, None, None, None) if place is None else told.amounts(code, place)

    return Whole(total)


def singles(told: Told, asked: Asked, whole: Whole | None = None) -> Singles:
    """Take a whole and every item or market with a figure in one of the two periods."""
    return Singles.gradual(
        {"listed": lambda: told.listed(*parts_of(told, asked))},
        of=whole or whole_of(told, asked),
    )


def parts_of(told: Told, asked: Asked, measure: Measure = Measure.VALUE) -> Found:
    """Find the codes of a whole's parts, and the places of their series."""
    return told.places.of(asked.about(measure), lambda held: _chosen(held, asked, measure))


def place_of_whole(told: Told, asked: Asked) -> int | None:
    """Find the place of a whole's series; None where nothing of it is held."""
    return told.places.place(asked.about(), lambda: asked.whole)


def weighed_of(quantities: Told, asked: Asked) -> Weighed:
    """Say what the quantities of items are."""
    codes, places = parts_of(quantities, asked, Measure.QUANTITY)
    return Weighed(quantities, dict(zip(codes, places.tolist(), strict=True)))


def split(
    asked: Asked,
    whole: Singles,
    weighed: Weighed | None = None,
    scheme: Scheme | None = None,
    *,
    one_by_one: bool = False,
    cutting: Cutting = cut,
    rows: dict[str, Part] | None = None,
    apart: Finding = lambda _code: None,
) -> Split:
    """Split a flow by item or market, or by groups as a scheme cuts it.

    With `one_by_one` the members of the groups stand behind these, each within its own. Quantities
    are of single items. `rows` are those by code that hold already but for their points; those
    that are made join them.
    """
    made = _Made(asked, whole, weighed, scheme, cutting, {} if rows is None else rows, one_by_one)
    apart_by_code = ApartByCode(lambda: (whole.total.code, *made.codes()), apart)
    return Split.gradual(
        {
            "total": lambda: whole.whole,
            "parts": made.parts,
            "rest": made.rest,
            "overlapping": lambda: made.overlapping,
            "concentration": lambda: whole.concentration,
            "clubs": lambda: clubs(made.outer),
            "risers": lambda: risers(made.outer, whole.total),
        },
        flow=asked.flow,
        dimension=asked.dimension,
        scheme=scheme.code if scheme else "",
        of=asked.of,
        notes=scheme.notes if scheme else ("", ""),
        apart=apart_by_code,
    )


@dataclass(frozen=True, eq=False)
class _Made:
    """What the fields of a split are made of, each when one is looked at that needs it."""

    asked: Asked
    whole: Singles
    weighed: Weighed | None
    scheme: Scheme | None
    cutting: Cutting
    rows: dict[str, Part]
    one_by_one: bool

    @kept_property
    def cut(self) -> Cut | None:
        """How the whole is cut, if it is."""
        codes = self.whole.listed.codes
        return self.cutting(self.asked, self.scheme, codes) if self.scheme else None

    @property
    def overlapping(self) -> bool:
        """Whether a part may stand in several groups."""
        return self.cut is not None and self.cut.overlapping

    @kept_property
    def outer(self) -> Listed:
        """The parts that lie in no other."""
        return grouped(self.whole.listed, self.cut.outer) if self.cut else self.whole.listed

    @kept_property
    def left(self) -> Amounts:
        """What no part holds."""
        if self.cut and self.overlapping:
            return made.rest(self.whole.total, self.whole.listed, self.cut.held)
        left = made.rest(self.whole.total, self.outer)
        if not self.cut:
            return left
        return left._replace(alone=self.whole.listed.unmatched(self.cut.held))

    @kept_property
    def points(self) -> Sequence[float | None]:
        """The points of the parts, the largest first, and of the rest."""
        if self.overlapping:
            return made.no_points(self.outer)
        return made.points_of(self.outer, self.left, self.whole.total)

    def rest(self) -> Part:
        """Say of the rest what can be said."""
        return made.rest_part(self.left, self.whole.total, self.points[-1])

    @kept_property
    def inner(self) -> Listed:
        """The groups that lie in others."""
        assert self.cut is not None  # else there is no group
        return grouped(self.whole.listed, self.cut.inner)

    def codes(self) -> tuple[str, ...]:
        """Name the parts, in no order that counts."""
        inner = self.inner.codes if self.cut else ()
        alone = self.whole.listed.codes if self.one_by_one else ()
        return (*self.outer.codes, *inner, *alone)

    def parts(self) -> Sequence[Part]:
        """Rank the parts, and behind them who lies within."""
        rows = _Rows(self)
        if self.cut and self.one_by_one:
            rows.put_members_behind(self.whole.listed, self.cut.outer)
        return Ranked(len(rows), rows.parts, rows.column)


class _Rows:
    """The parts of a split in their order: the largest first, and behind them who lies within."""

    def __init__(self, of: _Made) -> None:
        """Begin with the parts that lie in no other."""
        self._of, self._outer, self._places = of, of.outer, of.outer.largest
        self._columns = Columns(of.outer, self._places, of.whole.total)
        self._within = of.cut.within if of.cut else ()
        self._behind: list[tuple[int, str]] = []

    def put_members_behind(self, of: Listed, outer: Members) -> None:
        """Put the members of each group behind, the largest first; those without figures not."""
        for group in self._places.tolist():
            holds, code = outer.holds[group], outer.codes[group]
            self._behind += [(n, code) for n in of.largest.tolist() if holds[n]]

    def __len__(self) -> int:
        return len(self._places) + len(self._within) + len(self._behind)

    def column(self, name: str) -> Sequence[Any] | None:
        """Give a field of every row; None where it is told by rows alone."""
        if name == "within":
            behind = (code for _, code in self._behind)
            return *[""] * len(self._places), *self._within, *behind
        return column_of(self._pieces, name)

    @kept_property
    def _pieces(self) -> list[Columns]:
        of, pieces = self._of, [self._columns]
        if self._within:
            pieces.append(Columns(of.inner, np.arange(len(self._within)), of.whole.total))
        if self._behind:
            places = np.array([place for place, _ in self._behind], np.int64)
            pieces.append(Columns(of.whole.listed, places, of.whole.total))
        return pieces

    def parts(self, row: int) -> tuple[int, list[Part]]:
        """Say of a row what can be said, and of those that are painted with it, from the first on.

        With the price of each where it is counted or weighed.
        """
        if row < len(self._places):
            first = row - row % _SCREEN
            return first, self._screen(first)
        place = row - len(self._places)
        if place < len(self._within):
            return row, [self._inner(place)]
        number, within = self._behind[place - len(self._within)]
        whole = self._of.whole
        return row, [made.part(whole.listed.rows[number], whole.total, within=within)]

    def _inner(self, place: int) -> Part:
        """Make a group that lies in another, if it is not made."""
        of = self._of
        assert of.cut is not None  # else there is no group
        code = of.cut.inner.codes[place]
        if code not in of.rows:
            within = self._within[place]
            of.rows[code] = made.part(of.inner.rows[place], of.whole.total, within=within)
        return of.rows[code]

    def _screen(self, first: int) -> list[Part]:
        """Make those rows that are not made: together, and one by one where that cannot be."""
        told, points = self._of.rows, self._of.points
        ranks = range(len(self._places))[first : first + _SCREEN]
        codes = self._columns.code[first : first + _SCREEN]
        new = [rank for rank, code in zip(ranks, codes, strict=True) if code not in told]
        if len(new) > _FEW:
            all_new = self._together(new)
            told.update(all_new)
            if len(all_new) == len(codes):
                return list(all_new.values())
        for rank, code in zip(ranks, codes, strict=True):
            gained = points[rank]
            if code not in told:
                told[code] = self._one(self._outer.rows[int(self._places[rank])], gained)
            if told[code].points != gained:
                told[code] = told[code]._replace(points=gained)
        return [told[code] for code in codes]

    def _together(self, ranks: Sequence[int]) -> dict[str, Part]:
        of, columns, prices = self._of, self._columns, None
        if of.weighed:
            at, outer = self._places[ranks], self._outer
            codes = [columns.code[rank] for rank in ranks]
            found = of.weighed.prices(codes, outer.now[at], outer.base[at])
            prices = {ranks[row]: price for row, price in found.items()}
        return parts_together(columns, ranks, of.points, prices)

    def _one(self, amounts: Amounts, points: float | None) -> Part:
        weighed = self._of.weighed
        quantity = weighed.of(amounts.code) if weighed else None
        price = price_volume(amounts, quantity)
        return made.part(amounts, self._of.whole.total, price, points=points)


def _chosen(held: Iterable[Series], asked: Asked, measure: Measure) -> list[tuple[str, Series]]:
    """Choose the series of items or markets, each with its code; totals and parts are none."""
    by_item = asked.dimension is Dimension.ITEM
    several, known = aggregates(), items_of(asked.flow)

    def code(series: Series) -> str:
        """The code that a series goes by; empty for one that is no part of this whole."""
        if by_item:
            ours = series == asked.series(series.item, measure) and not known.part_of(series.item)
            return series.item if ours and series.item not in NO_ITEMS else ""
        ours = series == asked.series(series.market, measure) and series.market not in several
        return series.market if ours and series.market != WORLD else ""

    return [(name, series) for series in held if (name := code(series))]
