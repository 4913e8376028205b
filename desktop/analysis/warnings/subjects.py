"""The names that warnings go by: what they are about, told the same way every month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.series import NO_ITEMS, TOTAL, WORLD, Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.figures.catalogue import Catalogue

EXPORTS = Series(Flow.EXPORT)


def subject(series: Series) -> str:
    """Name a series: ``export``, ``import``, ``item:STEEL``, ``market:US``, ``item:ELEC@US``."""
    told = "" if series.flow is Flow.EXPORT else f"{series.flow.value}:"
    if series.item == TOTAL:
        return series.flow.value if series.market == WORLD else f"{told}market:{series.market}"
    return f"{told}item:{series.item}" + ("" if series.market == WORLD else f"@{series.market}")


def main_items(series: Iterable[Series], catalogue: Catalogue) -> Iterator[Series]:
    """Choose the exported items that are parts of nothing, all markets together, by value."""
    for one in series:
        named = one.item not in NO_ITEMS and not catalogue.part_of(one.item)
        if named and one.market == WORLD and _exported(one):
            yield one


def single_markets(series: Iterable[Series], several: frozenset[str]) -> Iterator[Series]:
    """Choose the markets of exports, all items together; blocs and continents are left out."""
    for one in series:
        if one.item == TOTAL and one.market not in {WORLD, *several} and _exported(one):
            yield one


def _exported(series: Series) -> bool:
    value = series.flow is Flow.EXPORT and series.measure is Measure.VALUE
    return value and series.ownership is Ownership.ALL
