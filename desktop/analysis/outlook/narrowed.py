"""Where the year of a market, an item, a group, or an item within a market ends: its own fan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import all_of, growth
from desktop.analysis.outlook import bands
from desktop.analysis.outlook.parted import left_last_year
from desktop.analysis.outlook.paths import Paths
from desktop.analysis.outlook.results import Band, FanPoint, PartOutlook, PartsOutlook
from desktop.figures.groupings import Dimension, members_of
from desktop.figures.series import TRADE, Flow

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from desktop.analysis.outlook.ground import Ground
    from desktop.analysis.outlook.inside import Inside
    from desktop.figures.month import Month

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FlowAhead:
    """Where the trade of one flow in something ends its year, and a point for each month left.

    `known` is January to the last month, `base` the year before; `growth` is the median's.
    """

    flow: Flow
    known: float
    base: float | None
    band: Band
    growth: float | None
    fan: tuple[FanPoint, ...]


@dataclass(frozen=True, slots=True)
class PartAhead:
    """The outlook of what pages are narrowed to: `item` and `market` are codes, of groups too.

    A flow is None where too few figures of it are known. `balance` is of both flows' joint paths.
    `parts` are the items sold to the market, or the markets that the item is sold to.
    """

    item: str
    market: str
    through: Month
    exports: FlowAhead | None
    imports: FlowAhead | None
    balance: Band | None
    parts: PartsOutlook | None


@dataclass(frozen=True, slots=True, eq=False)
class _Chosen:
    """What is known of something (USD), what each path adds, the months left a year before."""

    known: float
    added: Array
    before: Array
    base: float | None

    @property
    def year(self) -> Array:
        """What the whole year brings on each path."""
        return self.known + self.added


def ahead(ground: Ground, *, item: str = "", market: str = "") -> PartAhead:
    """Narrow an outlook: on the same paths, so that what is told of parts and whole agrees.

    What a part adds on a path is spread over the months left as the whole's is, and by its share
    of each of these months a year before.
    """
    held = {flow: _chosen(ground, flow, item, market) for flow in TRADE}
    sold, bought = (held[flow] for flow in TRADE)
    return PartAhead(
        item=item,
        market=market,
        through=ground.through,
        exports=_flow(ground, Flow.EXPORT, sold) if sold else None,
        imports=_flow(ground, Flow.IMPORT, bought) if bought else None,
        balance=bands.of_paths(sold.year - bought.year) if sold and bought else None,
        parts=_parts(ground, item, market),
    )


def _chosen(ground: Ground, flow: Flow, item: str, market: str) -> _Chosen | None:
    if flow not in ground.paths:
        return None
    if item and market:
        return _of_cells(ground.inside.get(flow), *_codes(ground, item, market))
    dimension = Dimension.ITEM if item else Dimension.MARKET
    parts = ground.parts_of(flow, dimension)
    codes = members_of(item or market, ground.through)
    places = [n for n, code in enumerate(parts.codes) if code in codes] if parts else []
    if parts is None or not places:
        return None
    base = [parts.base[n] for n in places]
    return _Chosen(
        float(parts.known[places].sum()), parts.added[places].sum(axis=0),
        np.nansum(parts.before[places], axis=0), all_of(base),
    )  # fmt: skip


def _codes(ground: Ground, *codes: str) -> list[Collection[str] | None]:
    return [members_of(code, ground.through) if code else None for code in codes]


def _of_cells(
    within: Inside | None, items: Collection[str] | None, markets: Collection[str] | None
) -> _Chosen | None:
    here = within.chosen(items, markets) if within else np.zeros(0, bool)
    if within is None or not here.any():
        return None
    added = within.added[here]
    before = (np.median(added, axis=1)[:, None] * within.profile[here]).sum(axis=0)
    base = [None if np.isnan(b) else float(b) for b in within.base[here]]
    return _Chosen(float(within.known[here].sum()), added.sum(axis=0), before, all_of(base))


def _flow(ground: Ground, flow: Flow, one: _Chosen) -> FlowAhead:
    band = bands.of_paths(one.year)
    paths = Paths(one.known, _spread(ground, flow, one), one.year)
    fan = bands.fan(paths, ground.through)
    return FlowAhead(flow, one.known, one.base, band, growth(band.median, one.base), fan)


def _spread(ground: Ground, flow: Flow, one: _Chosen) -> Array:
    """Spread what each path adds over the months left (paths x h)."""
    whole = ground.paths[flow].months
    left, history = whole.shape[1], ground.flows[flow].history
    share = np.ones(left)
    if left and history is not None and len(one.before) == left and (one.before > 0).any():
        values = np.array([history.values], dtype=float)
        total = left_last_year(values, left)[0]
        if len(total) == left and (total > 0).all():
            share = one.before / total
    weights = whole * share
    sums = weights.sum(axis=1, keepdims=True)
    return np.asarray(weights / np.where(sums > 0, sums, 1.0) * one.added[:, None])


def _parts(ground: Ground, item: str, market: str) -> PartsOutlook | None:
    """Tell what is exported to a market item by item, or of an item market by market."""
    within = ground.inside.get(Flow.EXPORT)
    if within is None or (item and market):
        return None
    by = Dimension.MARKET if item else Dimension.ITEM
    here = np.flatnonzero(within.chosen(*_codes(ground, item, market)))
    places, codes = (
        (within.column, within.markets) if item else (within.row, within.items)
    )  # fmt: skip
    found = [_part(within, codes[n], here[places[here] == n]) for n in np.unique(places[here])]
    if not found:
        return None
    whole = _chosen(ground, Flow.EXPORT, item, market)
    told = within.known[here].sum() + within.added[here].sum(axis=0)
    beyond = whole.year - told if whole else np.zeros_like(told)
    found.sort(key=lambda part: (-part.band.median, part.code))
    return PartsOutlook(Flow.EXPORT, by, tuple(found), bands.of_paths(beyond), ())


def _part(within: Inside, code: str, cells: NDArray[np.int64]) -> PartOutlook:
    known = float(within.known[cells].sum())
    band = bands.of_paths(known + within.added[cells].sum(axis=0))
    base = all_of([None if np.isnan(b) else float(b) for b in within.base[cells]])
    return PartOutlook(code, known, base, band, growth(band.median, base), 0)
