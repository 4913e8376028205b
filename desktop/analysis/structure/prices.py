"""Price against volume: what of a change in value either brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import growth, rounded, usd
from desktop.analysis.structure_results import PriceVolume, Unsaid

if TYPE_CHECKING:
    from desktop.analysis.structure.amounts import Amounts


def price_volume(value: Amounts, quantity: Amounts | None) -> PriceVolume | None:
    """Split an item's change in value; None where nothing of it is counted or weighed."""
    if quantity is None or (quantity.now is None and quantity.base is None):
        return None
    price, base_price = _price(value.now, quantity.now), _price(value.base, quantity.base)
    why = _reason(value, quantity)
    unit = quantity.unit or quantity.base_unit
    alike = quantity.unit == quantity.base_unit
    volume, by_price = (None, None) if why else _effects(value, quantity)
    return PriceVolume(
        unit=unit,
        quantity=usd(quantity.now),
        base_quantity=usd(quantity.base),
        volume_growth=growth(quantity.now, quantity.base) if alike else None,
        price=price,
        base_price=base_price,
        price_growth=growth(price, base_price) if alike else None,
        volume_effect=usd(volume),
        price_effect=usd(by_price),
        reason=why,
        sources=quantity.sources,
        base_sources=quantity.base_sources,
    )


def _price(value: int | None, quantity: int | None) -> float | None:
    return value / quantity if value is not None and quantity and quantity > 0 else None


def _reason(value: Amounts, quantity: Amounts) -> Unsaid | None:
    if value.now is None or value.base is None:
        return Unsaid.NO_FIGURE if value.now is None else Unsaid.NO_BASE
    if quantity.now is None or quantity.base is None:
        return Unsaid.NO_QUANTITY if quantity.now is None else Unsaid.NO_BASE_QUANTITY
    if quantity.unit != quantity.base_unit:
        return Unsaid.UNIT_CHANGED
    return Unsaid.ZERO_QUANTITY if quantity.base <= 0 else None


def _effects(value: Amounts, quantity: Amounts) -> tuple[int, int]:
    """Effects of volume and of price in thousandths of a US dollar; they sum to the change."""
    assert value.now is not None  # a reason is given otherwise
    assert value.base is not None
    assert quantity.now is not None
    assert quantity.base is not None
    at_base_price = rounded(value.base * quantity.now, quantity.base)
    return at_base_price - value.base, value.now - at_base_price
