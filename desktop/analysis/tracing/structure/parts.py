"""A part of trade now and a year before: what is shown of it, and what can be compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.analysis.structure.sectors import crude_told_by, series_of
from desktop.analysis.tracing.inquiry import Subject
from desktop.analysis.tracing.read import unknown
from desktop.analysis.tracing.structure.spans import added, less_all, of_series, span
from desktop.analysis.tracing.structure.spots import (
    NO_CRUDE,
    Desk,
    Spot,
    SpotKind,
    is_held,
    members,
    within,
)
from desktop.analysis.tracing.trace import Trace, said
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TRADE, Flow, Measure, Ownership
from desktop.figures.target import is_group
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.tracing.trace import Said

_REST = N_("the whole, less every part listed")
_KNOWN_TWICE = N_("the members known in both periods, added up")
_BALANCE = N_("exports less imports")
_WITHOUT_CRUDE = N_("the sector, less its crude oil")


@dataclass(frozen=True, slots=True)
class Pair:
    """`now` and `base` as they are shown; `alike` and `alike_base` are what growth compares."""

    now: Trace
    base: Trace
    alike: Trace
    alike_base: Trace

    @property
    def both_known(self) -> bool:
        """True where there is something to compare."""
        return self.alike.value is not None and self.alike_base.value is not None


def pair(desk: Desk, spot: Spot) -> Pair:
    """Give a part's amounts in its window, and in the same months a year before."""
    if spot.kind is SpotKind.REST:
        return _rest(desk, spot, rest_parts(desk, spot))
    if spot.flow is Flow.BALANCE:
        return _less(spot, desk.through, *legs(desk, spot), said(_BALANCE))
    if spot.kind is SpotKind.GROUP:
        return _sum(desk, spot, members(spot, desk))
    if is_group(spot.of):
        return _sum(desk, spot, [s for s in within(spot, desk.through) if is_held(s, desk)])
    if spot.code == NO_CRUDE:
        return _without_crude(desk, spot)
    return _one(desk, spot, spot.subject())


def amount_named(spot: Spot, end: Month) -> Said:
    """Name what a spot came to in its window."""
    named = spot.subject().named
    return said(N_("{subject}, {span}"), subject=named, span=span(spot.window, end))


def rest_parts(desk: Desk, spot: Spot) -> list[Spot]:
    """The parts that a rest is left by: groups of a scheme, or every item or market listed."""
    if spot.flow is Flow.BALANCE:
        return [spot.part(code) for code in _in_both(desk, spot)]
    scheme, on = spot.scheme, desk.through
    listed = [spot.part(a.code) for a in desk.singles(spot.asked(on)).parts]
    if scheme is None:
        return listed
    groups = scheme.of(spot.flow)
    if not scheme.shared(spot.flow, on):
        return [spot.part(group.code) for group in groups]
    held = frozenset().union(*(g.members(on) for g in scheme.all_of(spot.flow)))
    return [one for one in listed if one.code in held]


def _one(desk: Desk, spot: Spot, about: Subject) -> Pair:
    end = desk.through
    now, base = (
        of_series(desk.values, about, spot.window, month) for month in (end, end - MONTHS_PER_YEAR)
    )
    return Pair(now, base, now, base)


def _sum(desk: Desk, spot: Spot, parts: Sequence[Spot]) -> Pair:
    """Add parts up: all that is known now; base and growth of what is known in both periods."""
    pairs = [pair(desk, one) for one in parts]
    known = [p.now for p in pairs if p.now.value is not None]
    both = [p for p in pairs if p.both_known]
    end, formula = desk.through, said(_KNOWN_TWICE)
    alike = added(amount_named(spot, end), [p.alike for p in both], formula)
    base_named = amount_named(spot, end - MONTHS_PER_YEAR)
    base = added(base_named, [p.alike_base for p in both], formula)
    return Pair(added(amount_named(spot, end), known), base, alike, base)


def _rest(desk: Desk, spot: Spot, parts: Sequence[Spot]) -> Pair:
    total = pair(desk, spot.whole())
    pairs = [pair(desk, one) for one in parts]
    both = [p for p in pairs if p.both_known]

    def left(whole: Trace, held: Sequence[Trace], end: Month) -> Trace:
        known = [one for one in held if one.value is not None]
        return less_all(amount_named(spot, end), whole, known, said(_REST))

    end, before = desk.through, desk.through - MONTHS_PER_YEAR
    return Pair(
        left(total.now, [p.now for p in pairs], end),
        left(total.base, [p.base for p in pairs], before),
        left(total.now, [p.alike for p in both], end),
        left(total.base, [p.alike_base for p in both], before),
    )


def _without_crude(desk: Desk, spot: Spot) -> Pair:
    fdi = pair(desk, replace(spot, code=Ownership.FDI.value.lower()))
    best = crude_told_by(desk.told(spot.window), spot.flow) or series_of(spot.flow)[2:3] * 2
    now, base = (_one(desk, spot, Subject("item:CRUDE", series)) for series in best)
    crude = Pair(now.now, base.base, now.now, base.base)
    return _less(spot, desk.through, fdi, crude, said(_WITHOUT_CRUDE))


def legs(desk: Desk, spot: Spot) -> tuple[Pair, Pair]:
    """Give exports and imports of a balance; of its rest, less the partners that both list."""
    both = [spot.leg(flow) for flow in TRADE]
    if spot.kind is not SpotKind.REST:
        sold, bought = (pair(desk, leg) for leg in both)
        return sold, bought
    codes = _in_both(desk, spot)
    sold, bought = (_rest(desk, leg, [leg.part(code) for code in codes]) for leg in both)
    return sold, bought


def _in_both(desk: Desk, spot: Spot) -> list[str]:
    """Name the partners that both flows list."""
    listed = [{one.code for one in rest_parts(desk, spot.leg(flow))} for flow in TRADE]
    return sorted(listed[0] & listed[1])


def _less(spot: Spot, end: Month, one: Pair, other: Pair, formula: Said) -> Pair:
    """Take one part from another: both periods as they stand are compared."""
    now = less_all(amount_named(spot, end), one.now, [other.now], formula)
    before = amount_named(spot, end - MONTHS_PER_YEAR)
    base = less_all(before, one.base, [other.base], formula)
    return Pair(now, base, now, base)


def quantities(desk: Desk, spot: Spot) -> tuple[Trace, Trace]:
    """Give an item's quantity in its window and a year before; unknown where none is held."""
    about, end = spot.subject(Measure.QUANTITY), desk.through
    if desk.quantities is None or not desk.holds(about.series):
        nothing = unknown(amount_named(spot, end))
        return nothing, nothing
    now, base = (
        of_series(desk.quantities, about, spot.window, month)
        for month in (end, end - MONTHS_PER_YEAR)
    )
    return now, base
