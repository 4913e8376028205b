"""The structure within a market, an item or both, put together of what is said apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.answer import members_split, within_both
from desktop.analysis.structure.asked import Asked
from desktop.analysis.structure.parts import part
from desktop.analysis.structure.splits import whole_of
from desktop.analysis.structure.told import Told
from desktop.analysis.structure_results import FlowWithin, StructureWithin, Untold
from desktop.figures.groupings import Dimension
from desktop.figures.series import TRADE
from desktop.figures.target import is_group

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.structure_results import Bridge, Part, Split, Structure
    from desktop.figures.groupings import Scheme
    from desktop.figures.series import Flow

    _Books = tuple[Book, Book | None, Book]
    """The values and the quantities of all trade, and the values within."""
    SplitOf = Callable[[Flow, Dimension, str], Split | None]
    """Gives a flow of the market by item, or of the item by market, by a scheme's code or none."""

_OF_ALL_ONLY = ("sectors", "emerging")


def structure_within(
    whole: Structure,
    books: _Books,
    split: SplitOf,
    bridge: Bridge | None,
    groupings: Sequence[Scheme],
    *,
    item: str = "",
    market: str = "",
) -> StructureWithin:
    """Say what a market, an item or an item within a market consists of, and what made it grow.

    Either may be a group, which alone is split by its members as well. `whole` is the structure of
    all trade in the same window; `books` are the values and the quantities of all trade, and the
    values within; `bridge` is the balance within.
    """
    named = {Dimension.ITEM: market, Dimension.MARKET: item}
    exports, imports = (_flow(whole, books, flow, split, item, market) for flow in TRADE)
    found: list[Split] = []
    unsaid = dict.fromkeys(_OF_ALL_ONLY, Untold.ALL_TRADE_ONLY)
    if bridge is None:
        unsaid["bridge"] = Untold.NO_FIGURE
    for scheme in groupings:
        cut = [
            grouped
            for flow in TRADE
            if named[scheme.dimension] and scheme.cuts(flow)
            if (grouped := _told(split(flow, scheme.dimension, scheme.code)))
        ]
        found += cut
        if not cut:
            held = bool(named[scheme.dimension])
            unsaid[scheme.code] = Untold.NO_FIGURE if held else _single(scheme.dimension)
    return StructureWithin(
        whole.through, whole.window, whole.vintage, item, market,
        exports, imports, bridge, tuple(found), unsaid,
    )  # fmt: skip


def _flow(
    whole: Structure, books: _Books, flow: Flow, split: SplitOf, item: str, market: str
) -> FlowWithin:
    told = whole.exports if flow is TRADE[0] else whole.imports
    standing = _share(whole, books, flow, item, market)
    unsaid: dict[str, Untold] = {}
    by_item, by_market = (
        _told(split(flow, by, "") if of else _members(whole, books, flow, by, alone))
        for by, of, alone in ((Dimension.ITEM, market, item), (Dimension.MARKET, item, market))
    )
    for name, found, of, by in (
        ("items", by_item, market, Dimension.ITEM),
        ("markets", by_market, item, Dimension.MARKET),
    ):
        if found is None:
            unsaid[name] = Untold.NO_FIGURE if of or is_group(item or market) else _single(by)
    if standing is None:
        unsaid["part"] = Untold.NO_FIGURE
    elif item:
        priced = (by_item if market else told.items) if not is_group(item) else None
        row = priced.part(item) if priced else None
        if row and row.price:
            standing = standing._replace(price=row.price)
        else:
            unsaid["price"] = Untold.SEVERAL_UNITS if is_group(item) else Untold.NO_QUANTITY
    else:
        unsaid["price"] = Untold.SEVERAL_UNITS
    return FlowWithin(flow, standing, by_item, by_market, unsaid)


def _members(whole: Structure, books: _Books, flow: Flow, by: Dimension, code: str) -> Split | None:
    """Split a group by its members; None for what is none."""
    if not is_group(code):
        return None
    asked = Asked(flow, by, whole.window, whole.through)
    return members_split(books[0], books[1], asked, code)


def _share(whole: Structure, books: _Books, flow: Flow, item: str, market: str) -> Part | None:
    """Hold what lies within against all trade of the flow; None where nothing of it is held."""
    all_trade, _, within = books
    window, on = whole.window, whole.through
    every = whole_of(Told(all_trade, window, on), Asked(flow, Dimension.ITEM, window, on)).amounts
    both = within_both(within, on, window, market=market, item=item)
    total = both[TRADE.index(flow)].total
    if total.now is None and total.base is None:
        return None
    return part(total._replace(code=item or market), every)


def _told(split: Split | None) -> Split | None:
    """Leave out a split of which nothing at all is held."""
    if split is None or (split.total.value is None and split.total.base is None):
        return None
    return split


def _single(dimension: Dimension) -> Untold:
    return Untold.ONE_ITEM if dimension is Dimension.ITEM else Untold.ONE_MARKET
