"""Domestic and foreign-invested trade, with and without crude oil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import difference
from desktop.analysis.structure.amounts import Amounts, read
from desktop.analysis.structure.parts import part
from desktop.analysis.structure_results import Sector, Window
from desktop.figures.month import Month
from desktop.figures.series import Flow, Ownership, Series

if TYPE_CHECKING:
    from desktop.analysis.lines import Book

_CRUDE = "CRUDE"


def sectors(
    book: Book, flow: Flow, window: Window, through: Month, total: Amounts
) -> tuple[Sector, ...]:
    """Give both sectors; the office counts crude oil within the foreign-invested one."""
    both = (Ownership.DOMESTIC, Ownership.FDI)
    series = [(o.value, Series(flow, ownership=o)) for o in both]
    series.append((_CRUDE, Series(flow, item=_CRUDE, ownership=Ownership.FDI)))
    held = {a.code: a for a in read(book, series, window, through)}
    domestic, fdi = (held.get(o.value, Amounts(o.value, None, None, None)) for o in both)
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
