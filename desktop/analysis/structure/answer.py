"""The whole answer about growth and structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.structure.amounts import listed
from desktop.analysis.structure.asked import Asked, Singles
from desktop.analysis.structure.bridge import Partners, bridge, partners_of
from desktop.analysis.structure.cutting import Cut, cut
from desktop.analysis.structure.heat import heat, heat_of_group, with_firmness
from desktop.analysis.structure.parts import part
from desktop.analysis.structure.remembered import Remembered
from desktop.analysis.structure.sectors import sectors, series_of
from desktop.analysis.structure.splits import read_of, singles, split, weighed_of
from desktop.analysis.structure.told import Told
from desktop.analysis.structure.within import (
    added_up,
    by_part,
    members_within,
    narrowed,
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
from desktop.figures.month import Month
from desktop.figures.series import TRADE, Flow
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.remembered import Said, Side
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
    return Structure(
        through, window, vintage, exports, imports, desk.bridge(),
        tuple(
            desk.split(flow, scheme.dimension, scheme)
            for scheme in groupings
            for flow in TRADE
            if scheme.of(flow)
        ),
        desk.emerging(emerging),
    )  # fmt: skip


class _Desk:
    """Both flows by both dimensions in one window, and what was said of them before."""

    def __init__(self, said: Said, window: Window, through: Month) -> None:
        self._said, self._values, self._quantities = said, said.values, said.quantities
        self._asked = {
            (flow, dimension): Asked(flow, dimension, window, through)
            for flow in TRADE
            for dimension in Dimension
        }

    def flow(self, flow: Flow) -> FlowStructure:
        """By item, by market, and by who traded."""
        items, markets = (self.split(flow, dimension) for dimension in Dimension)
        return FlowStructure(flow, items, markets, self._sectors(flow))

    def split(
        self, flow: Flow, dimension: Dimension, scheme: Scheme | None = None,
        *, one_by_one: bool = False,
    ) -> Split:  # fmt: skip
        """Split a flow; the quantities are of items, and of no groups."""
        asked = self._asked[flow, dimension]
        cutting = self._cut(asked, scheme) if scheme else None
        priced = self._quantities if scheme is None and dimension is Dimension.ITEM else None
        return self._said.answer(
            (asked, cutting, one_by_one),
            lambda: split(
                asked, self._whole(asked), weighed_of(priced.told, asked) if priced else None,
                cutting, one_by_one=one_by_one,
            ),
            self._read(self._values, asked),
            *([self._read(priced, asked)] if priced else []),
        )  # fmt: skip

    def _whole(self, asked: Asked) -> Singles:
        side = self._values
        return self._said.answer(asked, lambda: singles(side.told, asked), self._read(side, asked))

    def _read(self, side: Side, asked: Asked) -> tuple[Side, IntArray]:
        return side, read_of(side.told, asked)

    def _cut(self, asked: Asked, scheme: Scheme) -> Cut | None:
        codes = self._whole(asked).listed.codes
        key = asked, id(scheme), codes  # no other can have its number: the cut holds the scheme
        found: Cut | None = self._values.told.places.once(key, lambda: cut(asked, scheme, codes))
        return found

    def emerging(self, scheme: Scheme | None) -> Split | None:
        """The emerging markets of exports one by one, behind what they make together."""
        if scheme is None or scheme.dimension is not Dimension.MARKET:
            return None
        return self.split(Flow.EXPORT, Dimension.MARKET, scheme, one_by_one=True)

    def _sectors(self, flow: Flow) -> tuple[Sector, ...]:
        told, asked = self._values.told, self._asked[flow, Dimension.ITEM]
        read = told.places.of(("sectors", flow), lambda: [("", s) for s in series_of(flow)])[1]
        return self._said.answer(
            ("sectors", flow),
            lambda: sectors(told, flow, self._whole(asked).total),
            (self._values, read),
            self._read(self._values, asked),
        )

    def bridge(self) -> Bridge:
        """Lead from last year's balance to this one's."""
        items, markets = (
            (self._asked[Flow.EXPORT, by], self._asked[Flow.IMPORT, by]) for by in Dimension
        )
        sold, bought = (self._whole(asked) for asked in items)
        return self._said.answer(
            "bridge",
            lambda: bridge((sold, bought), self._partners(sold, bought)),
            *(self._read(self._values, asked) for asked in (*items, *markets)),
        )

    def _partners(self, sold: Singles, bought: Singles) -> Partners:
        exported, imported = (self._asked[flow, Dimension.MARKET] for flow in TRADE)
        return self._said.answer(
            "partners",
            lambda: partners_of(
                self._whole(exported), self._whole(imported), sold.total, bought.total
            ),
            self._read(self._values, exported),
            self._read(self._values, imported),
        )


def detail(
    values: Book, quantities: Book | None, asked: Asked, scheme: Scheme | None = None
) -> Detail:
    """Split one market by item, or one item by market (`asked.of`), and month by month.

    `asked.of` may be a group: its members are added up, and prices are not told of them.
    """
    told = Told(values, asked.window, asked.through)
    members = members_within(told, asked)
    if members is None:
        whole = singles(told, asked)
        cutting = cut(asked, scheme, whole.listed.codes)
        shades = with_firmness(heat(asked.of, whole, asked.through), values, asked)
        weighed = Told(quantities, asked.window, asked.through) if quantities else None
        priced = weighed_of(weighed, asked) if weighed and not scheme else None
        return Detail(split(asked, whole, priced, cutting), shades)
    shades = with_firmness(heat_of_group(asked.of, by_part(members), asked.through), values, asked)
    whole = added_up(asked.of, members)
    cutting = cut(asked, scheme, whole.listed.codes)
    return Detail(split(asked, whole, cutting=cutting), shades)


def bridge_of(
    values: Book, through: Month, window: Window, *, market: str = "", item: str = ""
) -> Bridge:
    """Lead from last year's balance to this one's within a market by item, or an item by market.

    With both it is of the item's trade with the market; either may be a group.
    """
    exports, imports = within_both(values, through, window, market=market, item=item)
    both = exports.total, imports.total
    if market:
        return bridge((exports, imports), partners_of(_alone(both[0]), _alone(both[1]), *both))
    return bridge((_alone(both[0]), _alone(both[1])), partners_of(exports, imports, *both))


def _alone(total: Amounts) -> Singles:
    """Take a whole that is not split."""
    return Singles(total, listed(()))


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
