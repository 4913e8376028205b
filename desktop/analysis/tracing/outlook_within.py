"""Numbers of the outlook within a part of trade: ``outlook:market:US+item:WOOD@2025-09.median``.

Of a market, an item, a bloc or group, of an item within a market, and of the balance with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.tracing.outlook_bands import counted, of_band, of_point
from desktop.analysis.tracing.outlook_series import to_date
from desktop.analysis.tracing.structure.spots import SpotKind, spot_of
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow

if TYPE_CHECKING:
    from desktop.analysis.outlook import PartAhead
    from desktop.analysis.tracing.outlook_series import Foresight, Numbers
    from desktop.analysis.tracing.structure.spots import Spot


def narrowed_to(text: str) -> tuple[str, str] | None:
    """Name the item and the market that a subject is narrowed to; None where it is to neither."""
    spot = spot_of(text)
    if spot is None or spot.kind not in {SpotKind.ONE, SpotKind.GROUP}:
        return None
    by_item = spot.dimension is Dimension.ITEM
    return (spot.code, spot.of) if by_item else (spot.of, spot.code)


def numbers_within(asked: Foresight, ahead: PartAhead, spot: Spot, month: str) -> Numbers:
    """Give the numbers of what is looked into; `month` is one to come, empty for the year."""
    if spot.flow is Flow.BALANCE:
        return {} if month or ahead.balance is None else of_band(asked, spot, ahead.balance, None)
    held = ahead.imports if spot.flow is Flow.IMPORT else ahead.exports
    if held is None:
        return {}
    if month:
        point = next((p for p in held.fan if str(p.month) == month), None)
        return of_point(asked, spot, point) if point else {}
    return {
        **of_band(asked, spot, held.band, held.base),
        "known": lambda: counted(to_date(asked, spot), held.known),
    }
