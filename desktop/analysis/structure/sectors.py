"""Domestic and foreign-invested trade, with and without crude oil."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference
from desktop.analysis.on_sight import Later
from desktop.analysis.structure.amounts import Amounts
from desktop.analysis.structure.parts import part
from desktop.analysis.structure_results import Sector
from desktop.figures.series import Flow, Ownership, Series

if TYPE_CHECKING:
    from desktop.analysis.structure.told import Told

_CRUDE = "CRUDE"


def sectors(told: Told, flow: Flow, total: Amounts) -> tuple[Sector, ...]:
    """Give both sectors; the office counts crude oil within the foreign-invested one."""
    domestic, fdi = (
        told.one(of.value, series) or Amounts(of.value, None, None, None)
        for of, series in zip((Ownership.DOMESTIC, Ownership.FDI), series_of(flow), strict=False)
    )
    crude = told.one(_CRUDE, series_of(flow)[-1])
    return (
        Sector(Ownership.DOMESTIC, part(domestic, total), None),
        Sector(Ownership.FDI, part(fdi, total), part(_less(fdi, crude), total) if crude else None),
    )


@lru_cache
def series_of(flow: Flow) -> tuple[Series, Series, Series]:
    """Name the series of domestic trade, of foreign-invested trade, and of crude oil within it."""
    return (
        Series(flow, ownership=Ownership.DOMESTIC),
        Series(flow, ownership=Ownership.FDI),
        Series(flow, item=_CRUDE, ownership=Ownership.FDI),
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
