"""The registry of the numbers of structure: a spot and its number, ``item:WOOD@month.share``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.analysis.structure.bridge import LEADING, LEADING_PARTNERS
from desktop.analysis.tracing.structure import figures, standing
from desktop.analysis.tracing.structure.spots import Desk, Spot, SpotKind, is_held, spot_of
from desktop.figures.groupings import Dimension
from desktop.figures.series import TRADE, Flow

if TYPE_CHECKING:
    from desktop.analysis.tracing.trace import Trace

Tracer = Callable[[Desk, Spot], "Trace"]

COMPARED: Mapping[str, Tracer] = {
    "value": figures.value,
    "base": figures.base,
    "change": figures.change,
    "growth": figures.growth,
    "share": figures.share,
    "base_share": figures.base_share,
    "share_change": figures.share_change,
    "contribution": figures.contribution,
    "points": figures.points,
    "balance_effect": figures.balance_effect,
}
"""What is told of every part of a flow."""
OF_A_SERIES: Mapping[str, Tracer] = {
    "growth_printed": figures.growth_printed,
    "common_growth": figures.common_growth,
}
OF_A_MONTH: Mapping[str, Tracer] = {
    "month_alone": figures.month_alone,
    "month_alone_growth": figures.month_alone_growth,
}
"""What charts of months tell, where a whole, a part or a group is looked at."""
OF_AN_ITEM: Mapping[str, Tracer] = {
    "quantity": figures.quantity,
    "base_quantity": figures.base_quantity,
    "volume_growth": figures.volume_growth,
    "price": figures.price,
    "base_price": figures.base_price,
    "price_growth": figures.price_growth,
    "volume_effect": figures.volume_effect,
    "price_effect": figures.price_effect,
}
OF_A_BALANCE: Mapping[str, Tracer] = {
    "value": figures.value,
    "base": figures.base,
    "change": figures.change,
    "from_exports": standing.from_exports,
    "from_imports": standing.from_imports,
    "other_partners": standing.partner_rest,
    **{f"after_item_{n}": standing.after_item(n) for n in range(1, 2 * (LEADING + 1) + 1)},
    **{f"after_partner_{n}": standing.after_partner(n) for n in range(1, LEADING_PARTNERS + 2)},
}
OF_A_WHOLE: Mapping[str, Tracer] = {
    **standing.concentrations(),
    "other_steps": standing.step_rest,
}


def numbers_of(spot: Spot) -> Mapping[str, Tracer]:
    """The numbers that are told of a spot, by their names."""
    if spot.flow is Flow.BALANCE:
        return OF_A_BALANCE
    found = dict(COMPARED)
    if spot.kind in {SpotKind.WHOLE, SpotKind.ONE, SpotKind.SECTOR}:
        found |= {**OF_A_SERIES, **OF_A_MONTH}
    if spot.kind is SpotKind.GROUP:
        found |= {**OF_A_MONTH, "growth_printed": figures.growth_printed}
    if spot.kind is SpotKind.ONE and spot.dimension is Dimension.ITEM:
        found |= OF_AN_ITEM
    if spot.kind is SpotKind.WHOLE:
        found |= OF_A_WHOLE
    return found


def structure_traced(desk: Desk, name: str) -> Trace | None:
    """Give a number by its name with all that it was made of; None where there is no such name."""
    text, _, number = name.strip().rpartition(".")
    spot = spot_of(text)
    tracer = numbers_of(spot).get(number) if spot else None
    return tracer(desk, spot) if spot and tracer and _is_held(desk, spot) else None


def _is_held(desk: Desk, spot: Spot) -> bool:
    """Say whether anything is held of what is asked about, so that it can be shown at all."""
    legs = [spot.leg(flow) for flow in TRADE] if spot.flow is Flow.BALANCE else [spot]
    return any(is_held(leg, desk) for leg in legs)


def structure_names(desk: Desk) -> Iterator[str]:
    """Every name that has an answer for the year to date, of both flows, by item and by market."""
    for flow in TRADE:
        for dimension in Dimension:
            whole = Spot(flow, dimension=dimension)
            listed = (a.code for a in desk.singles(whole.asked(desk.through)).parts)
            for spot in (whole, *(whole.part(code) for code in listed)):
                yield from (f"{spot.text}.{number}" for number in numbers_of(spot))
