"""Price against volume: what of a change in value either brought."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import growth, rounded, usd
from desktop.analysis.structure.fractions import are_exact, growths, usds
from desktop.analysis.structure_results import PriceVolume, Unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.told import Told


class Weighed:
    """The quantities of items: one beside its value, or those of many whose values are known."""

    def __init__(self, told: Told, places: Mapping[str, int]) -> None:
        """Take what is told of quantities, and where those of items stand in it, by their codes."""
        self._told, self._places = told, places

    def of(self, code: str) -> Amounts | None:
        """Give the quantity of an item with its unit; None where nothing of it is held."""
        place = self._places.get(code)
        if place is None:
            return None
        unit, base_unit = self._told.units(place)
        return self._told.amounts(code, place)._replace(unit=unit, base_unit=base_unit)

    def prices(
        self, codes: Sequence[str], now: IntArray, base: IntArray
    ) -> dict[int, PriceVolume | None]:
        """Split the changes of items' values, as `price_volume` does of each, by their number.

        Left out are those of which something is not known or nothing.
        """
        told, places = self._told, list(map(self._places.get, codes))
        found: dict[int, PriceVolume | None] = {
            row: None for row, place in enumerate(places) if place is None
        }
        rows = np.array([row for row in range(len(codes)) if row not in found], np.int64)
        at = np.array([place for place in places if place is not None], np.int64)
        sound = (now[rows] > 0) & (base[rows] > 0) & told.now.known[at] & told.base.known[at]
        sound &= (told.now.value[at] > 0) & (told.base.value[at] > 0)
        units = list(map(told.units, at.tolist()))
        sound &= np.array([unit == base_unit for unit, base_unit in units], np.bool_)
        rows, at = rows[sound], at[sound]
        values = now[rows], base[rows], told.now.value[at], told.base.value[at]
        if are_exact(*values):
            alike = [unit for (unit, _), one in zip(units, sound.tolist(), strict=True) if one]
            sources = (c.read_of(told.book, at.tolist()) for c in (told.now, told.base))
            made = map(PriceVolume, alike, *_split(*values), *sources)
            found.update(zip(rows.tolist(), made, strict=True))
        return found


def _split(now: IntArray, base: IntArray, quantity: IntArray, earlier: IntArray) -> Iterator[Any]:
    """Give the columns of a `PriceVolume` between its unit and where it was read."""
    price, base_price = now / quantity, base / earlier
    effects = [
        (usd(at_base_price - before), usd(value - at_base_price))
        for value, before, weighed, under in zip(
            now.tolist(), base.tolist(), quantity.tolist(), earlier.tolist(), strict=True
        )
        for at_base_price in (rounded(before * weighed, under),)
    ]
    yield from (usds(quantity), usds(earlier), growths(quantity, earlier))
    yield from (price.tolist(), base_price.tolist(), growths(price, base_price))
    yield from ([volume for volume, _ in effects], [by_price for _, by_price in effects])
    yield repeat(None)


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
