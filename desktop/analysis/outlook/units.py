"""What a shock can touch of a flow: its cells, and what markets and items hold beyond them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook.fitting import Sums
from desktop.figures.groupings import Dimension, members_of
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import TOTAL, WORLD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.outlook.ground import Ground
    from desktop.analysis.outlook.parted import PartPaths
    from desktop.figures.month import Month
    from desktop.figures.scenario import Shock
    from desktop.figures.series import Flow

    Array = NDArray[np.float64]
    Marks = NDArray[np.bool_]
    Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The months left from a shock's first on, of each unit (u x paths), in US dollars.

    First come the cells (items within markets), then what each market holds beyond its cells and
    what no market holds, then the same of items. The second and the third are the same trade,
    seen from two sides: a shock touches it on one side only. `item` and `market` (u) are codes,
    empty where a unit has none.
    """

    flow: Flow
    item: NDArray[np.object_]
    market: NDArray[np.object_]
    cells: int
    by_market: int
    late: Array

    @property
    def of_cells(self) -> slice:
        """The places of the cells."""
        return slice(0, self.cells)

    @property
    def of_markets(self) -> slice:
        """The places of what markets hold beyond their cells; the last is in no market named."""
        return slice(self.cells, self.cells + self.by_market)

    @property
    def of_items(self) -> slice:
        """The places of what items hold beyond their cells; the last is no item named."""
        return slice(self.cells + self.by_market, len(self.late))

    def touched(self, shock: Shock, on: Month) -> Marks:
        """Mark the units that a shock is about."""
        item, market = covers(shock.item, TOTAL, on), covers(shock.market, WORLD, on)
        found = np.zeros(len(self.late), bool)
        found[self.of_cells] = item(self.item[self.of_cells]) & market(self.market[self.of_cells])
        if shock.item == TOTAL:
            found[self.of_markets] = market(self.market[self.of_markets])
        elif shock.market == WORLD:
            found[self.of_items] = item(self.item[self.of_items])
        return found


def covers(code: str, every: str, on: Month) -> Callable[[NDArray[np.object_]], Marks]:
    """Say which codes a code covers: all, the members of a group, or itself."""
    if code == every:
        return lambda codes: np.ones(len(codes), bool)
    held = sorted(members_of(code, on))
    return lambda codes: np.isin(codes, held)


def units_of(ground: Ground, flow: Flow, since: Month) -> Units:
    """Give the units of a flow in the months left from one on."""
    paths, within = ground.paths[flow], ground.inside.get(flow)
    months = paths.months
    late = late_months(ground, flow, since)
    whole = months.sum(axis=1)
    share = months[:, late].sum(axis=1) / np.where(whole > 0, whole, 1.0)
    markets, items = (ground.parts_of(flow, d) for d in (Dimension.MARKET, Dimension.ITEM))
    item, market, cells = np.array([], object), np.array([], object), np.zeros((0, len(whole)))
    columns, rows = np.array([], np.int64), np.array([], np.int64)
    if within is not None:
        item = np.array(within.items, object)[within.row]
        market = np.array(within.markets, object)[within.column]
        cells, columns, rows = within.added, within.column, within.row
    over = [
        _beyond(parts, cells, places, paths.rest)
        for parts, places in ((markets, columns), (items, rows))
    ]
    codes = [(*(parts.codes if parts else ()), "") for parts in (markets, items)]
    late_cells = _late(ground, flow, late, share) if len(cells) else cells
    return Units(
        flow,
        np.concatenate([item, np.full(len(codes[0]), "", object), np.array(codes[1], object)]),
        np.concatenate([market, np.array(codes[0], object), np.full(len(codes[1]), "", object)]),
        len(cells), len(codes[0]),
        np.concatenate([late_cells, over[0] * share, over[1] * share]),
    )  # fmt: skip


def late_months(ground: Ground, flow: Flow, since: Month) -> Marks:
    """Mark the months left from one on."""
    count = ground.paths[flow].months.shape[1]
    return np.asarray(np.arange(count) >= since - (ground.through + 1))


def _beyond(parts: PartPaths | None, cells: Array, places: Places, rest: Array) -> Array:
    """Give what each part holds beyond its cells, what no part holds last."""
    if parts is None:
        return rest[None, :]
    over = parts.added.copy()
    if len(cells):
        over[:-1] -= Sums(places, len(parts.codes)).of(cells)
    return np.maximum(over, 0.0)


def _late(ground: Ground, flow: Flow, late: Marks, share: Array) -> Array:
    """Give what the late months bring of each cell, by its own season (c x paths).

    All cells together have the same share of theirs late as the total has.
    """
    months, within = ground.paths[flow].months, ground.inside[flow]
    history = ground.flows[flow].history
    if late.all() or history is None:
        return np.asarray(within.added * share)
    place = len(history.values) - MONTHS_PER_YEAR
    before = np.array(history.values[place : place + months.shape[1]], dtype=float)
    grown = months.T / before[:, None]
    own = within.added * (within.profile[:, late] @ grown[late]) / (within.profile @ grown)
    whole = own.sum(axis=0)
    return np.asarray(own * (share * within.added.sum(axis=0) / np.where(whole > 0, whole, 1.0)))


def narrowness(shock: Shock) -> int:
    """Rank shocks: the more of goods and partners a shock names, the more it knows of them."""

    def of(code: str, every: str) -> int:
        return 0 if code == every else 2 if members_of(code) == {code} else 1

    return of(shock.item, TOTAL) + of(shock.market, WORLD)


def by_narrowness(shocks: Sequence[Shock]) -> list[Shock]:
    """Give shocks with the narrowest last; of equals the later."""
    return sorted(shocks, key=narrowness)
