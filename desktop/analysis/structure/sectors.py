"""Domestic and foreign-invested trade, with and without crude oil."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference
from desktop.analysis.on_sight import Later
from desktop.analysis.structure.amounts import Amounts
from desktop.analysis.structure.parts import part, points_of_two
from desktop.analysis.structure_results import Sector
from desktop.figures.series import Flow, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.structure.told import Told
    from desktop.figures.figure import Source

_CRUDE = "CRUDE"


def sectors(told: Told, flow: Flow, total: Amounts) -> tuple[Sector, ...]:
    """Give both sectors; the office counts crude oil within the foreign-invested one."""
    domestic, fdi = (
        told.one(of.value, series) or Amounts(of.value, None, None, None)
        for of, series in zip((Ownership.DOMESTIC, Ownership.FDI), series_of(flow), strict=False)
    )
    crude = _crude(told, flow)
    ours, theirs = points_of_two(total, domestic, fdi)
    without = part(_less(fdi, crude), total) if crude else None
    return (
        Sector(Ownership.DOMESTIC, part(domestic, total, points=ours), None),
        Sector(Ownership.FDI, part(fdi, total, points=theirs), without),
    )


@lru_cache
def series_of(flow: Flow) -> tuple[Series, Series, Series, Series]:
    """Name the series of domestic trade, of foreign-invested trade, and of crude oil.

    Crude oil is printed twice: within the foreign-invested sector, and among the items.
    """
    return (
        Series(flow, ownership=Ownership.DOMESTIC),
        Series(flow, ownership=Ownership.FDI),
        Series(flow, item=_CRUDE, ownership=Ownership.FDI),
        Series(flow, item=_CRUDE),
    )


def crude_told_by(told: Told, flow: Flow) -> tuple[Series, Series] | None:
    """Name the series that tells of crude oil best, now and a year before.

    It is the sector's own row unless a newer report gives the item alone: both are the same
    goods, and what is taken from the sector should be as new as the sector is. None where no
    return tells of crude oil within the sector.
    """
    within, item = series_of(flow)[2:]
    one, other = told.one(_CRUDE, within), told.one(_CRUDE, item)
    if one is None:
        return None
    if other is None:
        return within, within
    now = _day(other.sources) > _day(one.sources)
    base = _day(other.base_sources) > _day(one.base_sources)
    return item if now else within, item if base else within


def _day(sources: Sequence[Source]) -> str:
    return max((source.reported_on for source in sources), default="")


def _crude(told: Told, flow: Flow) -> Amounts | None:
    series = crude_told_by(told, flow)
    if series is None:
        return None
    of_now, of_base = series
    now = told.one(_CRUDE, of_now)
    if now is None or of_base == of_now:
        return now
    base = told.one(_CRUDE, of_base)
    if base is None:
        return None
    return now._replace(
        base=base.base, change=difference(now.now, base.base), base_sources=base.base_sources
    )


def _less(fdi: Amounts, crude: Amounts) -> Amounts:
    return Amounts(
        fdi.code,
        difference(fdi.now, crude.now),
        difference(fdi.base, crude.base),
        difference(fdi.change, crude.change),
        fdi.status,
        Later(lambda: (*fdi.sources, *crude.sources)),
        Later(lambda: (*fdi.base_sources, *crude.base_sources)),
        Later(lambda: tuple(map(difference, fdi.months, crude.months))),
    )
