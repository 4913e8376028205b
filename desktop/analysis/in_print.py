"""Amounts as a return prints them: in the unit of a row's cell, or in the tables' own units."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from desktop.figures.figure import FigureRow, Grouped
from desktop.figures.series import SCALE, Unit

_PLACES = 6
_SHIFTS = {Unit.USD: 6, Unit.TONNES: 3}


def printed_number(row: FigureRow) -> Decimal | None:
    """The number that stood in the cell; None where it stood as text."""
    if isinstance(row.printed, Grouped):
        return None
    try:
        number = Decimal(row.printed)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number else None


def in_print(row: FigureRow, value: int) -> str:
    """Write an amount as the row's cell would print it; in the archive's unit where it is text."""
    number = printed_number(row)
    factor = Decimal(row.value) / number if number and row.value else Decimal(SCALE)
    return plain(Decimal(value) / factor)


def plain(number: Decimal) -> str:
    """Write a number without an exponent and without needless zeros."""
    written = f"{round(number, _PLACES):f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) or "0"


def in_words(value: int, unit: str) -> str:
    """Write an amount in millions of US dollars, thousands of tonnes, pieces, or as an index."""
    shift = _SHIFTS.get(Unit(unit), 0) if unit in set(Unit) else 0
    amount = Decimal(value) / SCALE / 10**shift
    return f"{round(amount, 1 if unit == Unit.INDEX else 3):,f}".rstrip("0").rstrip(".")
