"""The office's figures by item and month as last revised (thousand USD; tonnes or pieces)."""

from __future__ import annotations

from functools import cache

from sample_data.builder.facts import Record, Sourced, as_published, in_thousands, records, summed

FILE = "nso_item_monthly.csv"
NAMES = "nso_items.csv"
"""Which line of `FILE` is which item; lines that are a part of another line are not named."""

PIECES = {"CARS"}
"""Items counted in pieces; all others in tonnes."""


@cache
def _codes(flow: str) -> dict[str, str]:
    return {line["item_vi"]: line["code"] for line in records(NAMES) if line["flow"] == flow}


@cache
def _lines(flow: str) -> dict[tuple[int, int, str], Record]:
    known = _codes(flow)
    return {
        (*line.month, known[line["item_vi"]]): line
        for line in records(FILE)
        if line["flow"] == flow and line["item_vi"] in known
    }


def codes(flow: str) -> list[str]:
    """The codes of a flow's items, in the file's order."""
    return list(_codes(flow).values())


def value(flow: str, code: str, year: int, month: int) -> Sourced | None:
    """Million USD, or None where nothing is published.

    Cars and their parts are two lines here and one row ("Ô tô") in the monthly books; the
    domestic sector is the total less FDI of this same file; crude oil is all FDI's.
    """
    if code == "AUTO_ALL":
        return _added(flow, ("CARS", "AUTOPARTS"), year, month)
    if code == "DOMESTIC":
        total, fdi = (value(flow, part, year, month) for part in ("TOTAL", "FDI"))
        return total - fdi if total and fdi else None
    line = _lines(flow).get((year, month, "CRUDE" if code == "FDI_CRUDE" else code))
    fact = line.fact("value_kusd") if line else None
    return in_thousands(fact) if fact else None


def quantity(flow: str, code: str, year: int, month: int) -> Sourced | None:
    """Thousand tonnes (pieces for cars), or None; the file writes 0 where none is counted."""
    line = _lines(flow).get((year, month, code))
    fact = line.fact("qty") if line else None
    if not fact or not fact.amount:
        return None
    return as_published(fact) if code in PIECES else in_thousands(fact)


def _added(flow: str, parts: tuple[str, ...], year: int, month: int) -> Sourced | None:
    found = [v for part in parts if (v := value(flow, part, year, month))]
    return summed(found) if len(found) == len(parts) else None
