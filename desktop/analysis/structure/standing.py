"""Who stands out: concentration, clubs above a threshold, what is new and what grew fast."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Club, Concentration, Risers
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.structure.amounts import Amounts

TOP = 5
CLUBS = (1_000_000_000, 5_000_000_000, 10_000_000_000)
"""US dollars: the ministry's lists of items above 1, 5 and 10 billion."""
LEAST_SHARE = Fraction(1, 1000)
"""Of the base total: a smaller base makes any growth look large."""
FASTER = Fraction(3, 2)
"""Fast is what grew by half as much again as the total did, or more."""
AT_LEAST = Fraction(1, 10)
"""Below a tenth no growth is fast, however little the total grew."""


def concentration(parts: Sequence[Amounts], total: Amounts) -> Concentration:
    """How far the total rests on few of the parts."""
    now = [(p.code, p.now) for p in parts if p.now is not None]
    base = [(p.code, p.base) for p in parts if p.base is not None]
    hhi, before = _hhi(now, total.now), _hhi(base, total.base)
    top, base_top = _top(now), _top(base)
    share, base_share = _held(now, top, total.now), _held(base, base_top, total.base)
    return Concentration(
        len(now), _float(hhi), _float(before), _less(hhi, before),
        top, _float(share), base_top, _float(base_share), _less(share, base_share),
    )  # fmt: skip


def _hhi(parts: Sequence[tuple[str, int]], total: int | None) -> Fraction | None:
    if total is None or total <= 0 or not parts:
        return None
    return Fraction(sum(value * value for _, value in parts), total * total)


def _top(parts: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(code for code, _ in sorted(parts, key=lambda p: (-p[1], p[0]))[:TOP])


def _held(
    parts: Sequence[tuple[str, int]], top: Sequence[str], total: int | None
) -> Fraction | None:
    if total is None or total <= 0 or not parts:
        return None
    return Fraction(sum(value for code, value in parts if code in top), total)


def _float(amount: Fraction | None) -> float | None:
    return None if amount is None else float(amount)


def _less(one: Fraction | None, other: Fraction | None) -> float | None:
    return None if one is None or other is None else float(one - other)


def clubs(parts: Sequence[Amounts]) -> tuple[Club, ...]:
    """Who is above each threshold; newcomers are those known to have been below it."""
    return tuple(_club(threshold, parts) for threshold in CLUBS)


def _club(threshold: int, parts: Sequence[Amounts]) -> Club:
    least = threshold * SCALE
    above = [p for p in parts if p.now is not None and p.now >= least]
    above.sort(key=lambda p: (-(p.now or 0), p.code))
    left = [p for p in parts if p.now is not None and p.now < least and (p.base or 0) >= least]
    return Club(
        float(threshold),
        tuple(p.code for p in above),
        tuple(p.code for p in above if p.base is not None and p.base < least),
        tuple(p.code for p in left),
    )


def risers(parts: Sequence[Amounts], total: Amounts) -> Risers:
    """What is new, and what grew faster than the whole, fastest first."""
    if total.base is None or total.base <= 0:
        return Risers(0.0, (), ())
    least = round(total.base * LEAST_SHARE)
    pace = max(AT_LEAST, FASTER * Fraction(total.change or 0, total.base))
    compared = [(p, *p.matched) for p in parts if p.matched]
    top, under = pace.numerator, pace.denominator  # plain numbers, as most are not fast
    fast = [
        (Fraction(now, base) - 1, p.code)
        for p, now, base in compared
        if base >= max(least, 1) and (now - base) * under >= top * base
    ]
    grown = [p for p in parts if (p.base or 0) < least and p.now is not None and p.now >= least]
    return Risers(
        least / SCALE,
        tuple(code for _, code in sorted(fast, key=lambda f: (-f[0], f[1]))),
        tuple(p.code for p in sorted(grown, key=lambda p: (-(p.now or 0), p.code))),
    )
