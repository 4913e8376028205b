"""Domestic and foreign-invested trade, with and without crude oil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import difference
from desktop.analysis.structure.amounts import Amounts
from desktop.analysis.structure.parts import part
from desktop.analysis.structure_results import Sector
from desktop.figures.series import Flow, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.structure.remembered import Kept
    from desktop.analysis.structure.told import Told

_CRUDE = "CRUDE"


def sectors(told: Told, flow: Flow, total: Amounts, kept: Kept) -> tuple[Sector, ...]:
    """Give both sectors; the office counts crude oil within the foreign-invested one."""
    both = (Ownership.DOMESTIC, Ownership.FDI)
    crude_oil = _CRUDE, Series(flow, item=_CRUDE, ownership=Ownership.FDI)
    series = [*((o.value, Series(flow, ownership=o)) for o in both), crude_oil]
    found = told.of(("sectors", flow), lambda: series)
    return kept.piece("sectors", (total, *found), lambda: _sectors(found, total))


def _sectors(found: Sequence[Amounts], total: Amounts) -> tuple[Sector, ...]:
    held = {a.code: a for a in found}
    domestic, fdi = (
        held.get(o.value, Amounts(o.value, None, None, None))
        for o in (Ownership.DOMESTIC, Ownership.FDI)
    )
    crude = held.get(_CRUDE)
    return (
        Sector(Ownership.DOMESTIC, part(domestic, total), None),
        Sector(Ownership.FDI, part(fdi, total), part(_less(fdi, crude), total) if crude else None),
    )


def _less(fdi: Amounts, crude: Amounts) -> Amounts:
    return Amounts(
        fdi.code,
        difference(fdi.now, crude.now),
        difference(fdi.base, crude.base),
        difference(fdi.change, crude.change),
        fdi.status,
        (*fdi.sources, *crude.sources),
        (*fdi.base_sources, *crude.base_sources),
        tuple(difference(a, b) for a, b in zip(fdi.months, crude.months, strict=True)),
    )
