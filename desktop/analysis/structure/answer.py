"""The whole answer about growth and structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.structure.bridge import bridge
from desktop.analysis.structure.heat import heat, heat_of_group, with_firmness
from desktop.analysis.structure.parts import part
from desktop.analysis.structure.sectors import sectors
from desktop.analysis.structure.splits import Asked, Singles, singles, split
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
_Held = Mapping[tuple[Flow, Dimension], tuple[Asked, Singles]]


def structure(
    values: Book,
    quantities: Book | None,
    through: Month,
    *,
    window: Window = Window.TO_DATE,
    vintage: Vintage = LATEST,
    groupings: Sequence[Scheme] = (),
    known: Mapping[str, Scheme] | None = None,
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
    """
    held = {
        (flow, dimension): (asked, singles(values, asked))
        for flow in TRADE
        for dimension in Dimension
        for asked in [Asked(flow, dimension, window, through)]
    }
    exports, imports = (_flow(held, values, quantities, flow) for flow in TRADE)
    emerging = (schemes() if known is None else known).get(EMERGING)
    return Structure(
        through,
        window,
        vintage,
        exports,
        imports,
        bridge(
            *(
                (held[Flow.EXPORT, dimension][1], held[Flow.IMPORT, dimension][1])
                for dimension in Dimension
            )
        ),
        tuple(
            split(*held[flow, scheme.dimension], scheme=scheme)
            for scheme in groupings
            for flow in TRADE
            if scheme.of(flow)
        ),
        _emerging(held, emerging),
    )


def _flow(held: _Held, values: Book, quantities: Book | None, flow: Flow) -> FlowStructure:
    asked, items = held[flow, Dimension.ITEM]
    return FlowStructure(
        flow,
        split(asked, items, quantities),
        split(*held[flow, Dimension.MARKET]),
        sectors(values, flow, asked.window, asked.through, items.total),
    )


def _emerging(held: _Held, scheme: Scheme | None) -> Split | None:
    """The emerging markets of exports one by one, behind what they make together."""
    if scheme is None or scheme.dimension is not Dimension.MARKET:
        return None
    asked, whole = held[Flow.EXPORT, Dimension.MARKET]
    return split(asked, whole, scheme=scheme, one_by_one=True)


def detail(
    values: Book, quantities: Book | None, asked: Asked, scheme: Scheme | None = None
) -> Detail:
    """Split one market by item, or one item by market (`asked.of`), and month by month.

    `asked.of` may be a group: its members are added up, and prices are not told of them.
    """
    members = members_within(values, asked)
    if members is None:
        whole = singles(values, asked)
        shades = with_firmness(heat(asked.of, whole, asked.through), values, asked)
        return Detail(split(asked, whole, quantities, scheme), shades)
    shades = with_firmness(heat_of_group(asked.of, by_part(members), asked.through), values, asked)
    return Detail(split(asked, added_up(asked.of, members), None, scheme), shades)


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
    found = [
        singles_within(values, Asked(flow, by, window, through, market or item)) for flow in TRADE
    ]
    if market and item:
        found = [narrowed(whole, item, through) for whole in found]
    return found[0], found[1]


def parts_within(
    values: Book, through: Month, *, market: str = "", item: str = ""
) -> tuple[Part | None, Part | None]:
    """Give exports and imports of the year to date within a market, an item, or both."""
    sold, bought = within_both(values, through, Window.TO_DATE, market=market, item=item)
    return _told(sold.total), _told(bought.total)


def _told(total: Amounts) -> Part | None:
    return None if total.now is None and total.base is None else part(total, total)
