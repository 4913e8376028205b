"""Which series a scope is the sum of, and what a share of it is a share of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.figures.groupings import group_named
from desktop.figures.provinces import MERGED, units_before
from desktop.figures.series import NATIONAL, TRADE, Flow, Measure, Ownership, Series
from desktop.figures.target import Scope, is_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.figures.month import Month


UNTIL_MERGED = "until 2025-06: "
"""Stands before the name of a unit of the sixty-three, in the figures laid out for targets."""


def sides(scope: Scope) -> tuple[Scope, ...]:
    """Give the scopes of one flow that a scope is made of: a balance is exports less imports."""
    if scope.flow is not Flow.BALANCE:
        return (scope,)
    return tuple(replace(scope, flow=flow) for flow in TRADE)


def series_of(scope: Scope, on: Month) -> tuple[Series, ...]:
    """Give the series that a scope of one flow is the sum of, by the members of a month."""
    return tuple(
        _series(scope, item, market, on)
        for item in _members(scope.item, on)
        for market in _members(scope.market, on)
    )


def printed_whole(scope: Scope, on: Month) -> Series | None:
    """Give the series under which an office prints a bloc's own total; None where none does."""
    bloc = group_named(scope.market)
    if bloc is None or not bloc.aggregate or is_group(scope.item):
        return None
    return _series(scope, scope.item, bloc.aggregate, on)


def units_merged(scope: Scope, on: Month) -> tuple[Scope, ...]:
    """Give the scopes that a province's was until June 2025, where it is meant as it is since."""
    if scope.province == NATIONAL or on < MERGED:
        return ()
    return tuple(replace(scope, province=old) for old in units_before(scope.province))


def whole_of(scope: Scope) -> Scope:
    """Give what a share of a scope is a share of.

    The flow's national total; of a balance the exports of the same scope, as "a deficit below 5%
    of exports" is meant.
    """
    if scope.flow is Flow.BALANCE:
        return replace(scope, flow=Flow.EXPORT)
    return Scope(scope.flow)


def every_series(scope: Scope, on: Month) -> Iterator[Series]:
    """Give every series that a scope, or what it is a share of, may need."""
    for side in (*sides(scope), *sides(whole_of(scope))):
        yield from series_of(side, on)
        for unit in units_merged(side, on):
            yield from series_of(unit, MERGED - 1)
        if whole := printed_whole(side, on):
            yield whole


def unit_of(province: str, month: Month) -> str:
    """Tell a unit until June 2025 from the larger one that bears its name since."""
    return UNTIL_MERGED + province if province != NATIONAL and month < MERGED else province


def _series(scope: Scope, item: str, market: str, on: Month) -> Series:
    unit = unit_of(scope.province, on)
    return Series(scope.flow, Measure.VALUE, item, market, Ownership.ALL, unit)


def _members(code: str, on: Month) -> tuple[str, ...]:
    if not is_group(code):
        return (code,)
    group = group_named(code)
    return tuple(sorted(group.members(on))) if group else (code,)
