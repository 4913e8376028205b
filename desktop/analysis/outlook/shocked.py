"""What the shocks of a scenario do to a flow's paths: by item, by market, on the whole.

Where several shocks touch the same trade, the narrowest that changes its volume counts, and the
narrowest that changes its price. Value is volume times price; a volume diverted keeps the price
it would have had.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook.fitting import Sums
from desktop.analysis.outlook.units import Units, by_narrowness, covers, late_months, units_of
from desktop.figures.series import WORLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from desktop.analysis.outlook.ground import Ground
    from desktop.figures.month import Month
    from desktop.figures.scenario import Shock
    from desktop.figures.series import Flow

    Array = NDArray[np.float64]
    Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """By how much each path changes, US dollars: cells, markets, items (each x paths), the year.

    Markets and items end with what none of those named holds; both sum to `total` on every path.
    `late` marks the months left that it counts in, `hit` is what these would bring of the trade
    that something is assumed of. `unheard` are shocks that touch no trade which is told,
    `undiverted` those whose diversion finds no market.
    """

    cells: Array
    markets: Array
    items: Array
    total: Array
    late: Marks
    hit: Array
    unheard: tuple[Shock, ...]
    undiverted: tuple[Shock, ...]


def changed(ground: Ground, flow: Flow, shocks: Sequence[Shock], since: Month) -> Changes:
    """Apply shocks to a flow that has paths, from a month on."""
    units = units_of(ground, flow, since)
    on = ground.december
    touched = [units.touched(one, on) for one in shocks]
    change, undiverted = _by_factors(units, shocks, on)
    months = max(0, ground.december - max(since, ground.through + 1) + 1)
    unheard, outside = [], []
    for one, here in zip(shocks, touched, strict=True):
        if here.any():
            change[here] += one.monthly * months * _shares(units.late[here])
        elif one.monthly:
            outside.append(one)
        else:
            unheard.append(one)
    sums = _gathered(units, change)
    for one in outside:
        for amounts, codes, code in zip(
            sums, (units.market[units.of_markets], units.item[units.of_items]),
            (one.market, one.item), strict=True,
        ):  # fmt: skip
            amounts[_place(codes, code)] += one.monthly * months
    hit = np.logical_or.reduce(touched) if touched else np.zeros(len(units.late), bool)
    return Changes(
        change[units.of_cells], *sums, sums[0].sum(axis=0), late_months(ground, flow, since),
        units.late[hit].sum(axis=0),
        tuple(unheard), tuple(undiverted),
    )  # fmt: skip


def _place(codes: NDArray[np.object_], code: str) -> int:
    """Find a code; what none of those named holds stands last."""
    found = np.flatnonzero(codes == code)
    return int(found[0]) if len(found) else len(codes) - 1


def _by_factors(units: Units, shocks: Sequence[Shock], on: Month) -> tuple[Array, list[Shock]]:
    """Change volumes and prices, and divert what is lost."""
    volume, price = np.zeros(len(units.late)), np.zeros(len(units.late))
    by = np.full(len(units.late), -1)
    ranked = by_narrowness(shocks)
    for number, one in enumerate(ranked):
        here = units.touched(one, on)
        if one.volume:
            volume[here], by[here] = one.volume, number
        if one.price:
            price[here] = one.price
    change = units.late * ((1 + volume) * (1 + price) - 1)[:, None]
    undiverted = []
    for number, one in enumerate(ranked):
        lost = (by == number) & (volume < 0)
        if one.diverted and lost.any() and not _divert(units, change, one, lost, volume < 0, on):
            undiverted.append(one)
    return change, undiverted


def _divert(
    units: Units, change: Array, shock: Shock, lost: Marks, falling: Marks, on: Month
) -> bool:
    """Give a share of the volume lost to other markets of the same goods; say whether any took."""
    amount = np.where(lost[:, None], units.late * -shock.volume * shock.diverted, 0.0)
    into = np.zeros(len(units.late), bool)
    for code in shock.to or (WORLD,):
        into |= covers(code, WORLD, on)(units.market)
    if shock.to:
        into &= units.market != ""
    into &= ~falling
    into[units.of_items] = False
    took = False
    here = units.of_markets
    took |= _pass_on(change[here], units.late[here], amount[here].sum(axis=0), into[here])
    cells = units.of_cells
    for item in np.unique(units.item[cells][lost[cells]]):
        row = np.flatnonzero(units.item[cells] == item)
        gone = amount[row].sum(axis=0)
        takers = row[into[row]]
        if len(takers):
            change[takers] += gone * _shares(units.late[takers])
            took = True
        elif not shock.to:
            beyond = units.of_items.start + int(
                np.flatnonzero(units.item[units.of_items] == item)[0]
            )
            change[beyond] += gone
            took = True
    return took


def _pass_on(change: Array, late: Array, gone: Array, into: Marks) -> bool:
    if not into.any() or not gone.any():
        return False
    change[into] += gone * _shares(late[into])
    return True


def _shares(amounts: Array) -> Array:
    """Give each unit's share of them all on each path; equal ones where there is nothing."""
    whole = amounts.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, amounts / whole, 1 / len(amounts))


def _gathered(units: Units, change: Array) -> tuple[Array, Array]:
    """Sum up by market and by item: what was changed on one side is shared out on the other."""
    cells, markets, items = (change[s] for s in (units.of_cells, units.of_markets, units.of_items))
    over_markets, over_items = (units.late[s] for s in (units.of_markets, units.of_items))
    by_market = markets + items.sum(axis=0) * _shares(over_markets)
    by_item = items + markets.sum(axis=0) * _shares(over_items)
    for beyond, codes, named in (
        (by_market, units.market[units.of_markets], units.market[units.of_cells]),
        (by_item, units.item[units.of_items], units.item[units.of_cells]),
    ):
        if len(cells):
            place = {code: n for n, code in enumerate(codes)}
            places = np.array([place[code] for code in named])
            np.add(beyond, Sums(places, len(codes)).of(cells), out=beyond)
    return by_market, by_item
