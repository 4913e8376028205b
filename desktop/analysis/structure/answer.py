"""The whole answer about growth and structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.structure.bridge import bridge
from desktop.analysis.structure.heat import heat
from desktop.analysis.structure.sectors import sectors
from desktop.analysis.structure.splits import Asked, Singles, singles, split
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
    """Split one market by item, or one item by market (`asked.of`), and month by month."""
    whole = singles(values, asked)
    return Detail(split(asked, whole, quantities, scheme), heat(asked.of, whole, asked.through))


def bridge_of(
    values: Book, through: Month, window: Window, *, market: str = "", item: str = ""
) -> Bridge:
    """Lead from last year's balance to this one's within a market by item, or an item by market."""
    by = Dimension.ITEM if market else Dimension.MARKET
    exports, imports = (
        singles(values, Asked(flow, by, window, through, market or item)) for flow in TRADE
    )
    split_up, whole = (exports, imports), (Singles(exports.total, ()), Singles(imports.total, ()))
    return bridge(split_up, whole) if market else bridge(whole, split_up)
