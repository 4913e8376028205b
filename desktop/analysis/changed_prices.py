"""Value and quantity that changed places: prices are turned over."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from statistics import median

from desktop.analysis.columns_held import Columns, Errors, Key, earlier, measured
from desktop.analysis.history import History, Subject
from desktop.analysis.in_print import printed_number
from desktop.figures.figure import FigureRow
from desktop.figures.series import Measure

_APART = 0.5
"""Prices nearer to one than this, in natural logarithm, do not tell."""
_ALIKE = 0.4
"""So near to each other, in natural logarithm, prices of one book must be."""


def prices_turned(columns: Columns, one: Key, other: Key, history: History) -> list[Errors]:
    """How far each price is from the usual one, as it stands and turned over."""
    found = []
    for about, value in columns[one].items():
        quantity = columns[other].get(about)
        price = _price(value, quantity)
        usual = _usual_price(columns, about, (one, other), history, value, quantity)
        if price is not None and usual is not None and abs(usual) > _APART:
            found.append((abs(price - usual), abs(price + usual)))
    return found


def _factor(row: FigureRow) -> float | None:
    """What a printed number was multiplied by."""
    number = printed_number(row)
    return float(Decimal(row.value) / number) if number and number > 0 else None


def _price(value: FigureRow | None, quantity: FigureRow | None) -> float | None:
    """Value by quantity, as the two are printed; in logarithm."""
    if value is None or quantity is None:
        return None
    one, other = _factor(value), _factor(quantity)
    return math.log(value.value / one / (quantity.value / other)) if one and other else None


def _usual_price(
    columns: Columns,
    about: Subject,
    keys: tuple[Key, Key],
    history: History,
    value: FigureRow,
    quantity: FigureRow | None,
) -> float | None:
    """The price told before, in the units of print; else the one that the book's others print."""
    factors = _factor(value), quantity and _factor(quantity)
    if quantity is not None and factors[0] and factors[1]:
        for spans in earlier(keys[0].span):
            worth = history.told(measured(about, Measure.VALUE), *spans)
            counted = history.told(measured(about, Measure.QUANTITY), *spans)
            if worth and counted and worth.value > 0 < counted.value:
                if counted.unit != quantity.unit:
                    return None
                return math.log(worth.value / factors[0] / (counted.value / factors[1]))
    return _agreed(
        _price(columns[key].get(about), columns.get(_counted(key), {}).get(about))
        for key in columns
        if key.sheet == keys[0].sheet and key.flow == keys[0].flow
        and key.measure == Measure.VALUE and key != keys[0]
    )  # fmt: skip


def _counted(key: Key) -> Key:
    return key._replace(measure=Measure.QUANTITY.value)


def _agreed(prices: Iterable[float | None]) -> float | None:
    """The price of the book's other columns, where two of them at least say the same."""
    known = sorted(price for price in prices if price is not None)
    if len(known) <= 1 or known[-1] - known[0] > _ALIKE:
        return None
    return median(known)
