"""Who stands out: concentration, clubs above a threshold, what is new and what grew fast."""

from __future__ import annotations

from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.growth import rounded
from desktop.analysis.structure_results import Club, Concentration, Risers
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.rows import IntArray
    from desktop.analysis.structure.amounts import Amounts, Listed

_Sized = tuple[str, int, int, bool]
"""A code with now and base, and whether that is known."""
TOP = 5
CLUBS = (1_000_000_000, 5_000_000_000, 10_000_000_000)
"""US dollars: the ministry's lists of items above 1, 5 and 10 billion."""
LEAST_PART = 1000
"""So small a part of the base total at least: a smaller base makes any growth look large."""
FASTER = Fraction(3, 2)
"""Fast is what grew by half as much again as the total did, or more."""
_FINER = 128
"""Bits behind the point: in so many, unlike quotients of whole numbers below 2^63 differ."""
_HALF, _MANY = 25, 12
"""Bits of half an amount, and of how many there are: their products' sums are whole numbers."""
AT_LEAST = Fraction(1, 10)
"""Below a tenth no growth is fast, however little the total grew."""


def concentration(parts: Listed, total: Amounts) -> Concentration:
    """How far the total rests on few of the parts."""
    largest, earlier = parts.largest_now, parts.largest_base
    squares = _squares(parts)
    now = _Resting.on(squares[0], parts.now[largest[:TOP]].tolist(), total.now)
    base = _Resting.on(squares[1], parts.base[earlier[:TOP]].tolist(), total.base)
    return Concentration(
        len(largest), _over(now.squares, now.square), _over(base.squares, base.square),
        _less(now.squares, now.square, base.squares, base.square),
        parts.codes_at(largest[:TOP].tolist()), _over(now.top, now.whole),
        parts.codes_at(earlier[:TOP].tolist()), _over(base.top, base.whole),
        _less(now.top, now.whole, base.top, base.whole),
    )  # fmt: skip


def _squares(parts: Listed) -> tuple[int, int]:
    """Sum the squares of what is known now, and a year before: exact, in halves of their bits."""
    amounts = parts.amounts[:2]
    if parts.most >> 2 * _HALF or len(parts.codes) >> _MANY:
        now, base = (sum(map(mul, told, told)) for told in amounts.tolist())
        return now, base
    low = amounts & (1 << _HALF) - 1
    halves = np.concatenate((amounts >> _HALF, low))
    products = (halves @ halves.T).tolist()
    now, base = (
        (products[n][n] << 2 * _HALF) + (products[n][n + 2] << _HALF + 1) + products[n + 2][n + 2]
        for n in range(2)
    )
    return now, base


class _Resting(NamedTuple):
    """Sums over parts in one period, exact: of the squares, and of the largest; zero wholes not."""

    squares: int
    top: int
    whole: int

    @property
    def square(self) -> int:
        return self.whole * self.whole

    @classmethod
    def on(cls, squares: int, top: Sequence[int], whole: int | None) -> _Resting:
        known = whole is not None and whole > 0 and len(top) > 0
        return cls(squares, sum(top), whole if known and whole else 0)


def _over(one: int, whole: int) -> float | None:
    return one / whole if whole else None


def _less(one: int, whole: int, other: int, other_whole: int) -> float | None:
    """Subtract two fractions exactly; None where either is of nothing."""
    if not whole or not other_whole:
        return None
    return (one * other_whole - other * whole) / (whole * other_whole)


def clubs(parts: Listed) -> tuple[Club, ...]:
    """Who is above each threshold; newcomers are those known to have been below it."""
    least = CLUBS[0] * SCALE
    now, before = parts.largest_now, parts.largest
    above = _sized(parts, now[parts.now[now] >= least])
    were = _sized(parts, before[(parts.base[before] >= least) & parts.known[before]])
    return tuple([_club(threshold, above, were) for threshold in CLUBS])


def _sized(parts: Listed, places: IntArray) -> list[_Sized]:
    columns = (parts.now[places], parts.base[places], parts.based[places])
    codes = parts.codes_at(places.tolist())
    return list(zip(codes, *(column.tolist() for column in columns), strict=True))


def _club(threshold: int, above: Sequence[_Sized], were: Sequence[_Sized]) -> Club:
    least = threshold * SCALE
    return Club(
        float(threshold),
        tuple([code for code, now, *_ in above if now >= least]),
        tuple([code for code, now, base, based in above if based and base < least <= now]),
        tuple([code for code, now, base, _ in were if now < least <= base]),
    )


def risers(parts: Listed, total: Amounts) -> Risers:
    """What is new, and what grew faster than the whole, fastest first."""
    base = total.base
    if base is None or base <= 0:
        return Risers(0.0, (), ())
    least = rounded(base, LEAST_PART)
    growth = total.change or 0, base
    return Risers(least / SCALE, _fast(parts, growth, max(least, 1)), _new(parts, least))


def _new(parts: Listed, least: int) -> tuple[str, ...]:
    """Who is worth speaking of now and is known not to have been, the largest first."""
    places = parts.largest_now
    small = parts.based[places] & (parts.base[places] < least)
    places = places[(parts.now[places] >= least) & small]
    return parts.codes_at(places.tolist())


def _fast(parts: Listed, growth: tuple[int, int], least: int) -> tuple[str, ...]:
    """Who grew fast, from a base of so much at least; `growth` is the total's change and base."""
    pace = max(AT_LEAST, FASTER * Fraction(*growth))
    top, under = pace.numerator, pace.denominator
    _, base, moved = parts.compared
    places = np.flatnonzero((base >= least) & (moved > 0))
    rows = zip(
        parts.codes_at(places.tolist()), moved[places].tolist(), base[places].tolist(), strict=True
    )
    found = [
        ((change << _FINER) // -before, code)
        for code, change, before in rows
        if change * under >= top * before
    ]
    return tuple([code for _, code in sorted(found)])
