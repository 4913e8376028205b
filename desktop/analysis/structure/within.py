"""What lies within a group of markets or of items, member by member added up; and within both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.structure.amounts import Members, grouped, listed
from desktop.analysis.structure.asked import Asked, Singles, Whole
from desktop.analysis.structure.splits import singles
from desktop.figures.groupings import Dimension, every_code, group_named
from desktop.figures.series import TOTAL, WORLD, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.told import Told
    from desktop.figures.month import Month
    from desktop.figures.series import Flow

ACROSS = {Dimension.ITEM: Dimension.MARKET, Dimension.MARKET: Dimension.ITEM}


def codes_within(code: str) -> tuple[str, ...]:
    """Whose figures a code stands for: every member that a group ever had, or the code alone."""
    group = group_named(code)
    return tuple(sorted(m.code for m in group.memberships)) if group else (code,)


def within_now(code: str, dimension: Dimension, flow: Flow, on: Month) -> tuple[str, ...]:
    """Whose figures a code stands for in a month: a group's members then, or the code alone."""
    group = group_named(code)
    return tuple(sorted(group.members(on) & every_code(dimension, flow))) if group else (code,)


def series_within(flow: Flow, item: str, market: str, on: Month) -> list[Series]:
    """Every series that a part is the sum of: one, or those of a group's members."""
    items = within_now(item, Dimension.ITEM, flow, on) if item else (TOTAL,)
    markets = within_now(market, Dimension.MARKET, flow, on) if market else (WORLD,)
    return [Series(flow, Measure.VALUE, i, m) for i in items for m in markets]


def singles_within(told: Told, asked: Asked) -> Singles:
    """Read a whole and its parts; of a group (`asked.of`) both are added up over its members."""
    held = members_within(told, asked)
    return singles(told, asked) if held is None else added_up(asked.of, held)


def added_up(of: str, held: Sequence[Singles]) -> Singles:
    """Add the wholes of a group's members up, and their parts."""
    parts = listed([_added(code, found) for code, found in by_part(held).items()])
    return Singles(Whole(lambda: _added(of, [whole.total for whole in held])), parts)


def members_within(told: Told, asked: Asked) -> list[Singles] | None:
    """Read the wholes of a group's members (`asked.of`) one by one; None where it is no group."""
    if not asked.of or group_named(asked.of) is None:
        return None
    members = within_now(asked.of, ACROSS[asked.dimension], asked.flow, asked.through)
    return [singles(told, replace(asked, of=code)) for code in members]


def by_part(wholes: Iterable[Singles]) -> dict[str, list[Amounts]]:
    """Put together what each whole has of a part, by the part's code."""
    parts: dict[str, list[Amounts]] = {}
    for whole in wholes:
        for part in whole.parts:
            parts.setdefault(part.code, []).append(part)
    return dict(sorted(parts.items()))


def narrowed(whole: Singles, code: str, on: Month) -> Singles:
    """Keep one part of a whole, or the members of a group among them, as a whole of its own."""
    group = group_named(code)
    kept = group.members(on) if group else {code}
    parts = [p for p in whole.parts if p.code in kept]
    return Singles(Whole(lambda: _added(code, parts)), listed(parts))


def _added(code: str, parts: Iterable[Amounts]) -> Amounts:
    """Add up; members are of no group that is shown, and so go unnamed."""
    found = [p for p in parts if p.now is not None or p.base is not None]
    if len(found) == 1:
        return found[0]._replace(code=code)
    every = Members((code,), np.ones((1, len(found)), np.int64), ((),), ((),))
    return grouped(listed(found), every).rows[0]._replace(members=(), alone=())
