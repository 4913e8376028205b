"""One cell to one amount: numbers, numbers as text, and what cannot be taken, each said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.figures.figure import Grouped
from desktop.figures.finding import Severity
from desktop.figures.record import record
from desktop.returns.date_formats import day
from desktop.returns.grid import Fault, Value
from desktop.returns.text_numbers import (
    AmbiguousNumberError,
    LeadingZerosError,
    Writing,
    is_blank_mark,
    parse,
    writing_of,
)
from desktop.returns.unit_behind import apart
from desktop.returns.units import NO_UNITS, Units

LARGEST = 10**14
"""US dollars, tonnes, pieces: more than the world trades in a year; int64 holds its thousandths."""

_LIKE_A_DECIMAL = re.compile(r"[-+]?\d{1,3}\.\d{3}")


@record
class Amount:
    """A number as read, what stood in the cell, and the unit that stood there beside it."""

    number: Decimal
    printed: str
    was_text: bool = False
    unit: Units = NO_UNITS


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why no number was taken from a cell: a finding's code, and what stood there."""

    severity: Severity
    code: str
    printed: str


def amount(
    value: Value | None,
    writing: Callable[[], Writing],
    shows_date: Callable[[], bool] = lambda: False,
) -> Amount | Doubt | None:
    """Read a cell; None where it is empty or only says that there is nothing.

    `writing` is asked only for a number that stands as text, `shows_date` only for a number: a
    typed 1.2 that Excel has made a day of is no figure.
    """
    if isinstance(value, bool):
        return Doubt(Severity.ERROR, "not_a_number", str(value).upper())
    if isinstance(value, float):
        if shows_date():
            return Doubt(Severity.ERROR, "date_for_number", day(value) or shortest(value))
        printed = shortest(value)
        return Amount(Decimal(printed), printed)
    if isinstance(value, Fault):
        code = "error_cell" if value.text else "no_cached_value"
        return Doubt(Severity.ERROR, code, value.text)
    if value is None or is_blank_mark(value):
        return None
    return _text_amount(value, writing())


def numbers_in(values: Iterable[Value]) -> Iterator[float]:
    """Give the numbers among cells that are written alike; what is doubtful is passed over."""
    cells = list(values)
    writing = writing_of(value for value in cells if isinstance(value, str))
    for value in cells:
        read = amount(value, lambda: writing)
        if isinstance(read, Amount):
            yield float(read.number)


def is_within_range(number: Decimal, factor: int | Decimal) -> bool:
    """Say whether a printed number, counted in units by the factor, can be an amount at all."""
    return number.is_finite() and abs(number) * factor <= LARGEST


def _text_amount(text: str, writing: Writing) -> Amount | Doubt:
    digits, unit = apart(text)
    try:
        number = parse(digits, writing)
        if unit:
            return Amount(number, text, was_text=True, unit=unit)
        if writing is Writing.DOT_THOUSANDS and _LIKE_A_DECIMAL.fullmatch(text.strip()):
            text = Grouped(text)
        return Amount(number, text, was_text=True)
    except AmbiguousNumberError:
        return Doubt(Severity.ERROR, "ambiguous_number", text)
    except LeadingZerosError:
        return Doubt(Severity.ERROR, "leading_zeros", text)
    except ValueError:
        return Doubt(Severity.ERROR, "not_a_number", text)


def shortest(number: float) -> str:
    """Write a number with the fewest digits that give it back; whole numbers without a point."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
