"""The whole answer about growth and structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.structure.asked import Asked, Singles
from desktop.analysis.structure.bridge import bridge
from desktop.analysis.structure.heat import heat, heat_of_group, with_firmness
from desktop.analysis.structure.parts import part
from desktop.analysis.structure.remembered import Remembered
from desktop.analysis.structure.sectors import sectors
from desktop.analysis.structure.splits import counts, singles, split
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
    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure_results import Part

EMERGING = "EMERGING"
_VALUES, _QUANTITIES = "values", "quantities"


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
    desk = _Desk(remembered or Remembered(), values, quantities, window, through)
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
    """Both flows by both dimensions in one window, and what is remembered of them."""

    def __init__(
        self, remembered: Remembered, values: Book, quantities: Book | None,
        window: Window, through: Month,
    ) -> None:  # fmt: skip
        self._remembered = remembered
        self._values = remembered.told(_VALUES, values, window, through)
        self._quantities = (
            remembered.told(_QUANTITIES, quantities, window, through) if quantities else None
        )
        self._whole = {
            (flow, dimension): (asked, singles(self._values, asked))
            for flow in TRADE
            for dimension in Dimension
            for asked in [Asked(flow, dimension, window, through)]
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
        asked, whole = self._whole[flow, dimension]
        counted = [] if scheme else counts(self._quantities, asked, whole)
        kept = self._remembered.of((asked, scheme and scheme.code, one_by_one))
        return kept.piece(
            "split", (scheme, whole.total, *whole.parts, *counted),
            lambda: split(asked, whole, counted, scheme, one_by_one=one_by_one, kept=kept),
        )  # fmt: skip

    def emerging(self, scheme: Scheme | None) -> Split | None:
        """The emerging markets of exports one by one, behind what they make together."""
        if scheme is None or scheme.dimension is not Dimension.MARKET:
            return None
        return self.split(Flow.EXPORT, Dimension.MARKET, scheme, one_by_one=True)

    def _sectors(self, flow: Flow) -> tuple[Sector, ...]:
        total = self._whole[flow, Dimension.ITEM][1].total
        return sectors(self._values, flow, total, self._remembered.of(("sectors", flow)))

    def bridge(self) -> Bridge:
        """Lead from last year's balance to this one's."""
        items, markets = (
            (self._whole[Flow.EXPORT, by][1], self._whole[Flow.IMPORT, by][1]) for by in Dimension
        )
        inputs = [a for whole in (*items, *markets) for a in (whole.total, *whole.parts)]
        kept = self._remembered.of(("bridge", self._whole[Flow.EXPORT, Dimension.ITEM][0]))
        return kept.piece("bridge", tuple(inputs), lambda: bridge(items, markets, kept))


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
        shades = with_firmness(heat(asked.of, whole, asked.through), values, asked)
        weighed = Told(quantities, asked.window, asked.through) if quantities else None
        counted = [] if scheme else counts(weighed, asked, whole)
        return Detail(split(asked, whole, counted, scheme), shades)
    shades = with_firmness(heat_of_group(asked.of, by_part(members), asked.through), values, asked)
    return Detail(split(asked, added_up(asked.of, members), (), scheme), shades)


def bridge_of(
    values: Book, through: Month, window: Window, *, market: str = "", item: str = ""
) -> Bridge:
    """Lead from last year's balance to this one's within a market by item, or an item by market.

    With both it is of the item's trade with the market; either may be a group.
    """
    exports, imports = within_both(values, through, window, market=market, item=item)
    whole = (Singles(exports.total, ()), Singles(imports.total, ()))
    return bridge((exports, imports), whole) if market else bridge(whole, (exports, imports))


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
