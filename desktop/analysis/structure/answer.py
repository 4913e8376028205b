"""The whole answer about growth and structure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.apart import apart_of
from desktop.analysis.on_sight import OnSight
from desktop.analysis.structure.amounts import listed
from desktop.analysis.structure.asked import Asked, Singles, Whole
from desktop.analysis.structure.bridge import Partners, bridge, common, partners_of
from desktop.analysis.structure.cutting import cut
from desktop.analysis.structure.heat import heat, heat_of_group, with_firmness
from desktop.analysis.structure.parts import part
from desktop.analysis.structure.remembered import Remembered
from desktop.analysis.structure.sectors import sectors, series_of
from desktop.analysis.structure.splits import (
    parts_of,
    place_of_whole,
    singles,
    split,
    weighed_of,
    whole_of,
)
from desktop.analysis.structure.told import Told
from desktop.analysis.structure.within import (
    added_up,
    by_part,
    members_within,
    narrowed,
    series_within,
    singles_within,
)
from desktop.analysis.structure_results import (
    Bridge,
    Detail,
    FlowStructure,
    Sector,
    Split,
    Structure,
    Window,
)
from desktop.figures.groupings import Dimension, Scheme, schemes
from desktop.figures.kept_property import kept_property
from desktop.figures.month import Month
from desktop.figures.series import OTHER, TRADE, Flow, Measure, Series
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from desktop.analysis.inside_results import Apart
    from desktop.analysis.lines import Book
    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.cutting import Cut
    from desktop.analysis.structure.remembered import Said
    from desktop.analysis.structure.splits import Finding
    from desktop.analysis.structure_results import Part

EMERGING = "EMERGING"


def structure(
    values: Book,
    quantities: Book | None,
    through: Month,
    *,
    window: Window = Window.TO_DATE,
    vintage: Vintage = LATEST,
    groupings: Sequence[Scheme] = (),
    known: Mapping[str, Scheme] | None = None,
    remembered: Remembered | None = None,
) -> Structure:
    """Say what made trade grow, and of what it consists.

    Args:
        values: Both flows: totals, sectors, items and markets (items by market are not needed).
        quantities: Of the items of both flows, if any.
        through: The last month that counts.
        window: Which months are held against those of a year before.
        vintage: What the figures were asked with.
        groupings: The schemes to group by.
        known: Every scheme, to find the emerging markets in.
        remembered: What was worked out of a book that returns have been laid on since, if any; the
            answer is the same without it, only later.
    """
    said = (remembered or Remembered()).said(values, quantities, window, through)
    desk = _Desk(said, window, through)
    emerging = (schemes() if known is None else known).get(EMERGING)
    exports, imports = (desk.flow(flow) for flow in TRADE)

    def grouped() -> Sequence[Split]:
        both = [(flow, scheme) for scheme in groupings for flow in TRADE if scheme.cuts(flow)]
        return OnSight(len(both), lambda n: desk.grouped(*both[n]))

    return Structure.gradual(
        {
            "bridge": desk.bridge,
            "groupings": grouped,
            "emerging": lambda: desk.emerging(emerging),
        },
        through=through,
        window=window,
        vintage=vintage,
        exports=exports,
        imports=imports,
    )


class _Whole:
    """A flow by item or by market: what it is made of, and whether a return moved any of it."""

    def __init__(self, said: Said, asked: Asked) -> None:
        """Take no figure yet."""
        values = said.values
        self.asked, self._said = asked, said
        self._quantities = said.quantities if asked.dimension is Dimension.ITEM else None
        self._name = asked.flow + asked.dimension
        self._parts = parts_of(values.told, asked)
        self.total_moved = values.moved_at(place_of_whole(values.told, asked))
        self.moved = self.total_moved or values.moved(self._parts[1])
        whole: Whole = said.answer(
            (self._name, "whole"), lambda: whole_of(values.told, asked), moved=self.total_moved
        )
        self.singles: Singles = said.answer(
            self._name, lambda: singles(values.told, asked, whole), moved=self.moved
        )

    @kept_property
    def _moved_codes(self) -> frozenset[str]:
        """The codes of what a return moved of its parts."""
        return frozenset(self._said.values.moved_of(self._parts) if self.moved else ())

    def split(self) -> Split:
        """Split it one by one; items have prices where quantities are told."""
        side, asked, moved = self._quantities, self.asked, self._moved_codes
        if side:
            moved = moved.union(side.moved_of(parts_of(side.told, asked, Measure.QUANTITY)))
        rows = self._said.rows(self._name, None if self.total_moved else moved)
        weighed = weighed_of(side.told, asked) if side else None
        return self._said.answer(
            (self._name, "one by one"),
            lambda: split(asked, self.singles, weighed, rows=rows, apart=self._finding()),
            moved=self.moved or bool(moved),
        )

    def grouped(self, scheme: Scheme, *, one_by_one: bool = False) -> Split:
        """Split it by the groups of a scheme."""
        asked, whole, places = self.asked, self.singles, self._said.values.told.places
        what = self._name, _Same(scheme)

        def cutting(*_: object) -> Cut:
            codes = whole.listed.codes
            found: Cut = places.once(
                (*what, asked.through.ordinal, codes), lambda: cut(asked, scheme, codes)
            )
            return found

        name = *what, one_by_one

        def made() -> Split:
            moved = None if self.total_moved else cutting().with_any(self._moved_codes)
            rows = self._said.rows(name, moved)
            return split(
                asked, whole, scheme=scheme, one_by_one=one_by_one, cutting=cutting, rows=rows,
                apart=self._finding(),
            )  # fmt: skip

        return self._said.answer(name, made, moved=self.moved)

    def _finding(self) -> Finding:
        return _finding(self._said.values.book, self.asked)


def _finding(book: Book, asked: Asked) -> Finding:
    """Give who knows why the year to date of a code is not the sum of its months.

    Of other months nothing is told, nor of what no part holds.
    """

    def find(code: str) -> Apart | None:
        if asked.window is not Window.TO_DATE or code == OTHER:
            return None
        part = "" if code == asked.of else code  # the whole, of a group's members added up
        both = (part, asked.of) if asked.dimension is Dimension.ITEM else (asked.of, part)
        return apart_of(book, series_within(asked.flow, *both, asked.through), asked.through)

    return find


class _Same:
    """A scheme by which it is, not by all that it says: a key that is found at once."""

    __slots__ = ("scheme",)

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.scheme is other.scheme

    def __hash__(self) -> int:
        return id(self.scheme)


class _Desk:
    """Both flows by both dimensions in one window, and what was said of them before."""

    def __init__(self, said: Said, window: Window, through: Month) -> None:
        self._said, self._window, self._through = said, window, through
        self._wholes: dict[str, _Whole] = {}

    def _whole(self, flow: Flow, by: Dimension) -> _Whole:
        name = flow + by  # found sooner than by the two
        found = self._wholes.get(name)
        if found is None:
            found = _Whole(self._said, Asked(flow, by, self._window, self._through))
            self._wholes[name] = found
        return found

    def flow(self, flow: Flow) -> FlowStructure:
        """By item, by market, and by who traded."""
        return FlowStructure.gradual(
            {
                "items": lambda: self._whole(flow, Dimension.ITEM).split(),
                "markets": lambda: self._whole(flow, Dimension.MARKET).split(),
                "sectors": lambda: self._sectors(flow),
            },
            flow=flow,
        )

    def grouped(self, flow: Flow, scheme: Scheme) -> Split:
        """Split a flow by the groups of a scheme."""
        return self._whole(flow, scheme.dimension).grouped(scheme)

    def emerging(self, scheme: Scheme | None) -> Split | None:
        """The emerging markets of exports one by one, behind what they make together."""
        if scheme is None or scheme.dimension is not Dimension.MARKET:
            return None
        return self._whole(Flow.EXPORT, Dimension.MARKET).grouped(scheme, one_by_one=True)

    def _sectors(self, flow: Flow) -> tuple[Sector, ...]:
        side, whole = self._said.values, self._whole(flow, Dimension.ITEM)

        def ours(held: Iterable[Series]) -> list[tuple[str, Series]]:
            wanted = frozenset(series_of(flow))
            return [("", series) for series in held if series in wanted]

        _, read = side.told.places.of("sectors" + flow, ours)
        return self._said.answer(
            "sectors" + flow,
            lambda: sectors(side.told, flow, whole.singles.total),
            moved=whole.total_moved or side.moved(read),
        )

    def _partners(self) -> Partners:
        """The partners of both flows."""
        to, of = (self._whole(flow, Dimension.MARKET) for flow in TRADE)
        sold, bought = to.singles, of.singles
        places = self._said.values.told.places

        def in_both(ours: tuple[str, ...], theirs: tuple[str, ...]) -> IntArray:
            found: IntArray = places.once((ours, theirs), lambda: common(ours, theirs))
            return found

        return self._said.answer(
            "partners",
            lambda: partners_of(sold, bought, in_both),
            moved=to.moved or of.moved,
        )

    def bridge(self) -> Bridge:
        """Lead from last year's balance to this one's."""
        return bridge(self._items, self._partners)

    def _items(self) -> tuple[Singles, Singles]:
        sold, bought = (self._whole(flow, Dimension.ITEM).singles for flow in TRADE)
        return sold, bought


def detail(
    values: Book, quantities: Book | None, asked: Asked, scheme: Scheme | None = None
) -> Detail:
    """Split one market by item, or one item by market (`asked.of`), and month by month.

    `asked.of` may be a group: its members are added up, and prices are not told of them.
    """
    told = Told(values, asked.window, asked.through)
    members, found = members_within(told, asked), _finding(values, asked)
    if members is None:
        whole = singles(told, asked)
        shades = with_firmness(heat(asked.of, whole, asked.through), values, asked)
        weighed = Told(quantities, asked.window, asked.through) if quantities else None
        priced = weighed_of(weighed, asked) if weighed and not scheme else None
        return Detail(split(asked, whole, priced, scheme, apart=found), shades)
    shades = with_firmness(heat_of_group(asked.of, by_part(members), asked.through), values, asked)
    added = added_up(asked.of, members)
    return Detail(split(asked, added, scheme=scheme, apart=found), shades)


def members_split(values: Book, quantities: Book | None, asked: Asked, group: str) -> Split:
    """Split a group of items or of markets by its members; of all trade, so `asked` is of none."""
    told = Told(values, asked.window, asked.through)
    members = narrowed(singles(told, asked), group, asked.through)
    by_item = asked.dimension is Dimension.ITEM
    weighed = Told(quantities, asked.window, asked.through) if quantities and by_item else None
    priced = weighed_of(weighed, asked) if weighed else None
    return split(asked, members, priced, apart=_finding(values, asked))


def bridge_of(
    values: Book, through: Month, window: Window, *, market: str = "", item: str = ""
) -> Bridge:
    """Lead from last year's balance to this one's within a market by item, or an item by market.

    With both it is of the item's trade with the market; either may be a group.
    """
    split = within_both(values, through, window, market=market, item=item)
    alone = Singles(split[0].of, listed(())), Singles(split[1].of, listed(()))
    items, markets = (split, alone) if market else (alone, split)
    return bridge(lambda: items, lambda: partners_of(*markets))


def within_both(
    values: Book, through: Month, window: Window, *, market: str = "", item: str = ""
) -> tuple[Singles, Singles]:
    """Read exports and imports within a market by item, an item by market, or both."""
    by = Dimension.ITEM if market else Dimension.MARKET
    told = Told(values, window, through)
    found = [
        singles_within(told, Asked(flow, by, window, through, market or item)) for flow in TRADE
    ]
    if market and item:
        found = [narrowed(whole, item, through) for whole in found]
    return found[0], found[1]


def parts_within(
    values: Book, through: Month, *, market: str = "", item: str = ""
) -> tuple[Part | None, Part | None]:
    """Give exports and imports of the year to date within a market, an item, or both."""
    sold, bought = within_both(values, through, Window.TO_DATE, market=market, item=item)
    return _part(sold.total), _part(bought.total)


def _part(total: Amounts) -> Part | None:
    return None if total.now is None and total.base is None else part(total, total)
