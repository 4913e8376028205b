"""Series as they are typed: ``exports``, ``imports+item:ELEC``, ``item:COFFEE+market:US``."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.catalogue import items, markets
from desktop.figures.series import TOTAL, WORLD, Flow, Measure, Ownership, Series

BALANCE = "balance"
"""Names no series of its own: it is exports less imports."""
_FLOWS = {"exports": Flow.EXPORT, "imports": Flow.IMPORT}
_OWNERSHIPS = {"domestic": Ownership.DOMESTIC, "fdi": Ownership.FDI}
_JOINED = "+"


def series_named(text: str, measure: Measure = Measure.VALUE) -> Series | None:
    """Give the series of a name, or None where the name is none; exports, unless it says imports.

    Codes are those of the catalogues, in whatever case; a province is named as the archive has it.
    """
    series = Series(Flow.EXPORT, measure)
    for part in text.split(_JOINED):
        found = _narrowed(series, part.strip())
        if found is None:
            return None
        series = found
    known = series.item == TOTAL or series.item in items(series.flow)
    return series if known else None


def _narrowed(series: Series, part: str) -> Series | None:
    word = part.casefold()
    if word in _FLOWS:
        return replace(series, flow=_FLOWS[word])
    if word in _OWNERSHIPS:
        return replace(series, ownership=_OWNERSHIPS[word])
    scope, _, code = part.partition(":")
    if scope == "item" and code:
        return replace(series, item=code.upper())
    if scope == "market" and code.upper() in markets():
        return replace(series, market=code.upper())
    if scope == "province" and code:
        return replace(series, province=code)
    return None


def series_name(series: Series | None) -> str:
    """Write a series' name; that of the balance for None."""
    if series is None:
        return BALANCE
    flow = next(name for name, flow in _FLOWS.items() if flow is series.flow)
    owner = next((n for n, owner in _OWNERSHIPS.items() if owner is series.ownership), "")
    parts = (
        "" if series.item == TOTAL else f"item:{series.item}",
        "" if series.market == WORLD else f"market:{series.market}",
        owner,
        f"province:{series.province}" if series.province else "",
    )
    told = [part for part in parts if part]
    of_exports = series.flow is Flow.EXPORT and told
    return _JOINED.join(told if of_exports else [flow, *told])


def known_names() -> list[str]:
    """Names to choose from where one was not understood."""
    found = [*_FLOWS, BALANCE, *_OWNERSHIPS]
    found += [f"item:{name.code}" for name in items(Flow.EXPORT)]
    return [*found, *(f"market:{name.code}" for name in markets())]
