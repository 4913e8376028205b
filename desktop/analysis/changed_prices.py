"""Value and quantity that changed places: prices are turned over."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from desktop.analysis.columns_held import Columns, Errors, Figures, Key, earlier, measured
from desktop.analysis.history import History, Line, Past, Span, Subject, both_told
from desktop.figures.figure import FigureRow
from desktop.figures.series import Measure

_APART = 0.5
"""Prices nearer to one than this, in natural logarithm, do not tell."""
_ALIKE = 0.4
"""So near to each other, in natural logarithm, prices of one book must be."""
_SEVERAL = 2
"""So many of the book's other columns must say the same."""


class _Priced:
    """A column of values and that of their quantities; a price is asked for several times."""

    def __init__(self, values: Figures, quantities: Figures) -> None:
        self.values = values
        self.quantities = quantities
        self._prices: dict[Subject, float | None] = {}

    def price(self, about: Subject) -> float | None:
        """Value by quantity, as the two are printed."""
        if about not in self._prices:
            self._prices[about] = _price(self.values.get(about), self.quantities.get(about))
        return self._prices[about]


class Prices:
    """The prices that a return's columns imply, in the units of print and as logarithms."""

    def __init__(self, columns: Columns, history: History) -> None:
        """Take the columns, and what was told before."""
        self._history = history
        self._lines: dict[Subject, tuple[Line, ...]] = {}
        self._periods: dict[Span, Sequence[tuple[Span, ...]]] = {}
        self._priced = {
            key: _Priced(values, columns[quantity])
            for key, values in columns.items()
            if key.measure == Measure.VALUE
            and (quantity := key._replace(measure=Measure.QUANTITY.value)) in columns
        }

    def turned(self, one: Key) -> Iterator[Errors]:
        """How far each price of a column of values is from the usual one, so and turned over."""
        priced, beside = self._priced[one], self._beside(one)
        if not self._history and len(beside) < _SEVERAL:
            return
        for about, value in priced.values.items():
            price = priced.price(about)
            if price is None:
                continue
            if told := self._told(about, one.span):
                usual = _as_told(price, value, priced.quantities[about], told)
            else:
                usual = _agreed([column.price(about) for column in beside])
            if usual is not None and abs(usual) > _APART:
                yield abs(price - usual), abs(price + usual)

    def _beside(self, one: Key) -> list[_Priced]:
        """The book's other columns of the same sheet, flow and measure."""
        return [of for key, of in self._priced.items() if key[:3] == one[:3] and key != one]

    def _told(self, about: Subject, span: Span) -> tuple[Past, Past] | None:
        """Value and quantity as they were told last before."""
        if not self._history:
            return None
        if about not in self._lines:
            both = measured(about, Measure.VALUE), measured(about, Measure.QUANTITY)
            self._lines[about] = self._history.lines_of(*both)
        if span not in self._periods:
            self._periods[span] = self._history.known(earlier(span))
        return both_told(self._lines[about], self._periods[span])


def _as_told(
    price: float, value: FigureRow, quantity: FigureRow, told: tuple[Past, Past]
) -> float | None:
    """The price told before, in the units of print; None where it was counted in another unit."""
    worth, counted = told
    if counted.unit != quantity.unit:
        return None
    return price + math.log(worth.value / value.value * (quantity.value / counted.value))


def _price(value: FigureRow | None, quantity: FigureRow | None) -> float | None:
    """Value by quantity, as the two are printed."""
    one, other = value and _printed(value), quantity and _printed(quantity)
    return math.log(one / other) if one and other else None


def _printed(row: FigureRow) -> float | None:
    """The number that stood in the cell, if it is one above zero."""
    try:
        number = float(row.printed)
    except ValueError:
        return None
    return number if 0 < number < math.inf else None


def _agreed(prices: Sequence[float | None]) -> float | None:
    """The price of the book's other columns, where two of them at least say the same."""
    known = sorted([price for price in prices if price is not None])
    if len(known) < _SEVERAL or known[-1] - known[0] > _ALIKE:
        return None
    half = len(known) // 2  # the middle of what is in order already
    return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2
