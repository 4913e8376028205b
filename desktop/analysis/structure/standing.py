"""Who stands out: concentration, clubs above a threshold, what is new and what grew fast."""

from __future__ import annotations

from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.structure_results import Club, Concentration, Risers
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.structure.amounts import Amounts, Listed

TOP = 5
CLUBS = (1_000_000_000, 5_000_000_000, 10_000_000_000)
"""US dollars: the ministry's lists of items above 1, 5 and 10 billion."""
LEAST_SHARE = Fraction(1, 1000)
"""Of the base total: a smaller base makes any growth look large."""
FASTER = Fraction(3, 2)
"""Fast is what grew by half as much again as the total did, or more."""
AT_LEAST = Fraction(1, 10)
"""Below a tenth no growth is fast, however little the total grew."""


def concentration(parts: Listed, total: Amounts) -> Concentration:
    """How far the total rests on few of the parts."""
    largest, earlier = parts.largest_now, parts.largest_base
    now = _Resting.on(parts.now[largest].tolist(), total.now)
    base = _Resting.on(parts.base[earlier].tolist(), total.base)
    return Concentration(
        len(largest), _over(now.squares, now.square), _over(base.squares, base.square),
        _less(now.squares, now.square, base.squares, base.square),
        parts.codes_at(largest[:TOP].tolist()), _over(now.top, now.whole),
        parts.codes_at(earlier[:TOP].tolist()), _over(base.top, base.whole),
        _less(now.top, now.whole, base.top, base.whole),
    )  # fmt: skip


class _Resting(NamedTuple):
    """Sums over parts in one period, exact: of the squares, and of the largest; zero wholes not."""

    squares: int
    top: int
    whole: int

    @property
    def square(self) -> int:
        return self.whole * self.whole

    @classmethod
    def on(cls, largest: Sequence[int], whole: int | None) -> _Resting:
        known = whole is not None and whole > 0 and len(largest) > 0
        squares = sum(map(mul, largest, largest))
        return cls(squares, sum(largest[:TOP]), whole if known and whole else 0)


def _over(one: int, whole: int) -> float | None:
    return one / whole if whole else None


def _less(one: int, whole: int, other: int, other_whole: int) -> float | None:
    """Subtract two fractions exactly; None where either is of nothing."""
    if not whole or not other_whole:
        return None
    return (one * other_whole - other * whole) / (whole * other_whole)


def clubs(parts: Listed) -> tuple[Club, ...]:
    """Who is above each threshold; newcomers are those known to have been below it."""
    near = parts.largest[np.maximum(parts.now, parts.base)[parts.largest] >= CLUBS[0] * SCALE]
    columns = (parts.now, parts.base, parts.known, parts.based)
    rows = [
        _Sized(*row)
        for row in zip(
            parts.codes_at(near.tolist()), *(c[near].tolist() for c in columns), strict=True
        )
    ]
    return tuple([_club(threshold, rows) for threshold in CLUBS])


class _Sized(NamedTuple):
    """A part that is, or was, above the lowest threshold."""

    code: str
    now: int
    base: int
    known: bool
    based: bool


def _club(threshold: int, parts: Sequence[_Sized]) -> Club:
    least = threshold * SCALE
    above = [p for p in parts if p.now >= least]
    above.sort(key=lambda p: (-p.now, p.code))
    left = [p for p in parts if p.known and p.now < least <= p.base]
    return Club(
        float(threshold),
        tuple([p.code for p in above]),
        tuple([p.code for p in above if p.based and p.base < least]),
        tuple([p.code for p in left]),
    )


def risers(parts: Listed, total: Amounts) -> Risers:
    """What is new, and what grew faster than the whole, fastest first."""
    if total.base is None or total.base <= 0:
        return Risers(0.0, (), ())
    least = round(total.base * LEAST_SHARE)
    grown = parts.largest_now
    grown = grown[(parts.now[grown] >= least) & (parts.base[grown] < least)]
    return Risers(least / SCALE, _fast(parts, total, max(least, 1)), parts.codes_at(grown.tolist()))


def _fast(parts: Listed, total: Amounts, least: int) -> tuple[str, ...]:
    """Who grew fast, from a base of so much at least."""
    pace = max(AT_LEAST, FASTER * Fraction(total.change or 0, total.base or 1))
    _, base, moved, _, both = parts.compared.T
    places = np.flatnonzero((base >= least) & (both > 0) & (moved > 0)).tolist()
    found = [
        (Fraction(change, before), parts.codes[n])
        for n in places
        for change, before in [(int(moved[n]), int(base[n]))]
        if change * pace.denominator >= pace.numerator * before
    ]
    return tuple([code for _, code in sorted(found, key=lambda f: (-f[0], f[1]))])
