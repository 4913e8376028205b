"""Growth, shares and the printed index: the fractions everything else is told in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, overload

from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

_Number = TypeVar("_Number", int, float)
_INDEX_BASE = 100 * SCALE  # printed growth is an index: the same period last year is 100


def growth(now: float | None, base: float | None) -> float | None:
    """Change against a base as a fraction; None where either is unknown or the base is no base."""
    return None if now is None or base is None or base <= 0 else now / base - 1


def share(part: float | None, whole: float | None) -> float | None:
    """Part of a whole as a fraction; None where either is unknown or the whole is nothing."""
    return None if part is None or whole is None or whole <= 0 else part / whole


def beyond(value: float, low: float, high: float) -> float:
    """How far a value lies above a range, or below it (negative); 0 within."""
    return max(value - high, 0.0) or min(value - low, 0.0)


def all_of(amounts: Sequence[_Number | None]) -> _Number | None:
    """Add up amounts that are all known; None where one is not, or there is none."""
    known = [a for a in amounts if a is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def index_growth(index: int) -> float:
    """Growth that a printed index means: 114.4, held as 114400, is 0.144."""
    return (index - _INDEX_BASE) / _INDEX_BASE


@overload
def usd(thousandths: int) -> float: ...
@overload
def usd(thousandths: int | None) -> float | None: ...
def usd(thousandths: int | None) -> float | None:
    """Turn whole thousandths into US dollars."""
    return None if thousandths is None else thousandths / SCALE


def thousandths(amount: float | None) -> int | None:
    """Turn US dollars back into whole thousandths; exact for what `usd` gave."""
    return None if amount is None else round(amount * SCALE)


def rounded(amount: int, unit: int) -> int:
    """Divide by a unit (above zero), to the nearest whole number; halves to the even one."""
    whole, left = divmod(amount, unit)
    return whole + (2 * left > unit or (2 * left == unit and whole % 2))


def difference(one: _Number | None, other: _Number | None) -> _Number | None:
    """Subtract; None where either is unknown."""
    return None if one is None or other is None else one - other
