"""A flow by item, by market, or by groups of either: parts, the rest, and who stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.structure import parts as made
from desktop.analysis.structure.amounts import Amounts, read, together
from desktop.analysis.structure.prices import price_volume
from desktop.analysis.structure.standing import clubs, concentration, risers
from desktop.analysis.structure_results import Part, PriceVolume, Split, Window
from desktop.figures.catalogue import aggregates
from desktop.figures.catalogue import items as items_of
from desktop.figures.groupings import Dimension, Group, Scheme, every_code
from desktop.figures.month import Month
from desktop.figures.series import OTHER, TOTAL, UNKNOWN, WORLD, Flow, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.lines import Book

_NO_ITEMS = frozenset({TOTAL, OTHER, UNKNOWN, "GOODS", "SERVICES"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a split is of: a flow by a dimension in a window, all of it or of one code.

    `of` is the market whose items, or the item whose markets, are asked for.
    """

    flow: Flow
    dimension: Dimension
    window: Window
    through: Month
    of: str = ""

    @property
    def whole(self) -> Series:
        """The series that the parts are parts of."""
        return self.series("")

    def series(self, code: str, measure: Measure = Measure.VALUE) -> Series:
        """The series of a code; of the whole without one."""
        if self.dimension is Dimension.ITEM:
            return Series(self.flow, measure, code or TOTAL, self.of or WORLD)
        return Series(self.flow, measure, self.of or TOTAL, code or WORLD)


@dataclass(frozen=True, slots=True)
class Singles:
    """A whole, and every item or market of it with a figure in one of the two periods."""

    total: Amounts
    parts: tuple[Amounts, ...]


def singles(book: Book, asked: Asked) -> Singles:
    """Read a whole and its parts."""
    code = TOTAL if asked.dimension is Dimension.ITEM else WORLD
    held = read(book, [(code, asked.whole)], asked.window, asked.through)
    total = held[0] if held else Amounts(code, None, None, None)
    return Singles(total, tuple(_single(book, asked)))


def split(
    asked: Asked,
    whole: Singles,
    quantities: Book | None = None,
    scheme: Scheme | None = None,
    *,
    one_by_one: bool = False,
) -> Split:
    """Split a flow by item or market, or by the groups of a scheme.

    With `one_by_one` the members of the groups stand behind these, each within its own.
    """
    single, total = whole.parts, whole.total
    groups = scheme.all_of(asked.flow) if scheme else ()
    overlapping = bool(scheme and scheme.shared(asked.flow, asked.through))
    outer = [_group(g, single, asked) for g in groups if not g.part_of] if scheme else [*single]
    inner = [_group(g, single, asked) for g in groups if g.part_of]
    held = _once(groups, single, asked.through) if overlapping else outer
    rest = made.rest(total, held)
    outer = sorted(outer, key=_rank)
    price = {} if scheme else _prices(quantities, asked, outer)
    parts = [made.part(a, total, price.get(a.code)) for a in outer]
    last = made.rest_part(rest, total)
    if not overlapping:
        *parts, last = made.pointed([*parts, last], [a.change for a in (*outer, rest)], total)
    return Split(
        flow=asked.flow,
        dimension=asked.dimension,
        scheme=scheme.code if scheme else "",
        of=asked.of,
        total=made.pointed([made.part(total, total)], [total.change], total)[0],
        parts=(*parts, *_within(groups, inner, total), *_members(outer, whole, one_by_one)),
        rest=last,
        overlapping=overlapping,
        notes=scheme.notes if scheme else ("", ""),
        concentration=concentration(single, total),
        clubs=clubs(outer),
        risers=risers(outer, total),
    )


def _single(book: Book, asked: Asked) -> list[Amounts]:
    """Every item or market with a figure in one of the two periods; totals and parts are none."""
    by_item = asked.dimension is Dimension.ITEM
    several, known = aggregates(), items_of(asked.flow)

    def code(series: Series) -> str:
        """The code that a series goes by; empty for one that is no part of this whole."""
        if by_item:
            ours = series == asked.series(series.item) and not known.part_of(series.item)
            return series.item if ours and series.item not in _NO_ITEMS else ""
        ours = series == asked.series(series.market) and series.market not in several
        return series.market if ours and series.market != WORLD else ""

    chosen = [(name, series) for series in book.printed.series if (name := code(series))]
    found = read(book, sorted(chosen), asked.window, asked.through)
    return [a for a in found if a.now is not None or a.base is not None]


def _group(group: Group, single: Sequence[Amounts], asked: Asked) -> Amounts:
    members = group.members(asked.through) & every_code(asked.dimension, asked.flow)
    held = [a for a in single if a.code in members]
    return together(group.code, held, members - {a.code for a in held})


def _once(groups: Sequence[Group], single: Sequence[Amounts], on: Month) -> list[Amounts]:
    """What any group holds, each code once."""
    held = frozenset().union(*(g.members(on) for g in groups))
    return [a for a in single if a.code in held]


def _within(groups: Sequence[Group], inner: Sequence[Amounts], total: Amounts) -> list[Part]:
    holder = {g.code: g.part_of for g in groups}
    return [made.part(a, total, within=holder[a.code]) for a in inner]


def _members(outer: Sequence[Amounts], whole: Singles, one_by_one: bool) -> list[Part]:  # noqa: FBT001 - as the split was asked for
    """The members of groups one by one, the largest first; those without figures are none."""
    if not one_by_one:
        return []
    held = {a.code: a for a in whole.parts}
    return [
        made.part(member, whole.total, within=group.code)
        for group in outer
        for member in sorted((held[code] for code in group.members), key=_rank)
    ]


def _rank(amounts: Amounts) -> tuple[int, int, str]:
    """Order by value, the largest first; what has none now comes last, by its base."""
    return -(amounts.now or 0), -(amounts.base or 0), amounts.code


def _prices(
    book: Book | None, asked: Asked, values: Sequence[Amounts]
) -> dict[str, PriceVolume | None]:
    series = [(a.code, asked.series(a.code, Measure.QUANTITY)) for a in values]
    counted = read(book, series, asked.window, asked.through)
    by_code = {a.code: a for a in counted}
    return {a.code: price_volume(a, by_code.get(a.code)) for a in values}
