"""Value and quantity that changed places: prices are turned over."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop.analysis.columns_held import Columns, Errors, Figures, Key, earlier, measured
from desktop.analysis.history import History, Line, Subject, both_told
from desktop.analysis.in_print import printed_number
from desktop.figures.figure import FigureRow
from desktop.figures.series import Measure

_APART = 0.5
"""Prices nearer to one than this, in natural logarithm, do not tell."""
_ALIKE = 0.4
"""So near to each other, in natural logarithm, prices of one book must be."""


class Prices:
    """The prices that a return's columns imply, each worked out once and only where it is asked."""

    def __init__(self, columns: Columns, history: History) -> None:
        """Take the columns, and what was told before."""
        self._columns = columns
        self._history = history
        self._lines: dict[Subject, tuple[Line, ...]] = {}
        self._of = {
            key: _Prices(values, columns.get(_counted(key), {}))
            for key, values in columns.items()
            if key.measure == Measure.VALUE
        }

    def turned(self, one: Key, other: Key) -> Iterator[Errors]:
        """How far each price is from the usual one, as it stands and turned over."""
        quantities, own, beside = self._columns[other], self._of[one], self._beside(one)
        for about in self._columns[one]:
            price = own.price(about) if about in quantities else None
            if price is None:
                continue
            told = self._told(one, about, quantities[about]) if self._history else []
            usual = told[0] if told else _agreed([prices.price(about) for prices in beside])
            if usual is not None and abs(usual) > _APART:
                yield abs(price - usual), abs(price + usual)

    def _beside(self, one: Key) -> list[_Prices]:
        """Those of the book's other columns, of the same sheet and flow."""
        return [
            prices
            for key, prices in self._of.items()
            if (key.sheet, key.flow) == (one.sheet, one.flow) and key != one
        ]

    def _told(self, key: Key, about: Subject, quantity: FigureRow) -> list[float | None]:
        """The price told before, in the units of print; nothing where none was.

        None where what was told was counted in another unit.
        """
        one, other = self._of[key].factors(about)
        if about not in self._lines:
            both = measured(about, Measure.VALUE), measured(about, Measure.QUANTITY)
            self._lines[about] = self._history.lines_of(*both)
        for worth, counted in both_told(self._lines[about], earlier(key.span)):
            if counted.unit != quantity.unit:
                return [None]
            return [math.log(worth.value / one / (counted.value / other))]
        return []


class _Prices:
    """The prices of one column of values."""

    def __init__(self, values: Figures, quantities: Figures) -> None:
        self._values = values
        self._quantities = quantities
        self._known: dict[Subject, float | None] = {}
        self._factors: dict[Subject, tuple[float, float]] = {}

    def price(self, about: Subject) -> float | None:
        """Value by quantity, as the two are printed; in logarithm."""
        if about not in self._known:
            self._known[about] = self._price(about)
        return self._known[about]

    def factors(self, about: Subject) -> tuple[float, float]:
        """What value and quantity were multiplied by, of a price that is known."""
        return self._factors[about]

    def _price(self, about: Subject) -> float | None:
        value, quantity = self._values.get(about), self._quantities.get(about)
        if value is None or quantity is None:
            return None
        one, other = _factor(value), _factor(quantity)
        if not (one and other):
            return None
        self._factors[about] = one, other
        return math.log(value.value / one / (quantity.value / other))


def _factor(row: FigureRow) -> float | None:
    """What a printed number was multiplied by."""
    whole, _, part = row.printed.partition(".")
    if (digits := whole + part).isdecimal() and (printed := int(digits)):
        value = row.value * 10 ** len(part)
        if not value % printed:
            return float(value // printed)  # the same, sooner
    number = printed_number(row)
    return float(Decimal(row.value) / number) if number and number > 0 else None


def _counted(key: Key) -> Key:
    return key._replace(measure=Measure.QUANTITY.value)


def _agreed(prices: Sequence[float | None]) -> float | None:
    """The price of the book's other columns, where two of them at least say the same."""
    known = sorted([price for price in prices if price is not None])
    if len(known) <= 1 or known[-1] - known[0] > _ALIKE:
        return None
    half = len(known) // 2  # the middle of what is in order already
    return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2
