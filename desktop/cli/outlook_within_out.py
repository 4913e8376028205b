"""The outlook of a market, an item, a group or both as the terminal writes it: lines, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.analysis.structure.names import name_in
from desktop.cli.outlook_archive_out import band_json, band_words, json_usd
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.target_names import FLOW_NAMES

if TYPE_CHECKING:
    from rich.console import Console

    from desktop.analysis.outlook import FlowAhead, PartAhead
    from desktop.figures.wording import Language


def show_within(told: PartAhead, lang: Language, console: Console) -> None:
    """Write where each flow ends the year, and the parts of what is exported."""
    codes = ((Dimension.ITEM, told.item), (Dimension.MARKET, told.market))
    names = [name_in(Flow.EXPORT, by, code, lang) for by, code in codes if code]
    lines = [" · ".join(names), *(_flow_line(f, lang) for f in (told.exports, told.imports) if f)]
    if told.balance:
        lines.append(f"{lang._(FLOW_NAMES[Flow.BALANCE])}: {band_words(told.balance, lang)}")
    if told.parts:
        lines += [
            f"  {name_in(Flow.EXPORT, told.parts.dimension, p.code, lang)}: "
            f"{band_words(p.band, lang)}"
            for p in told.parts.parts
        ]
    for line in lines:
        console.print(line, markup=False, highlight=False)


def _flow_line(flow: FlowAhead, lang: Language) -> str:
    growth = "" if flow.growth is None else f" ({lang.percent(flow.growth, sign=True)})"
    return f"{lang._(FLOW_NAMES[flow.flow])}{growth}: {band_words(flow.band, lang)}"


def within_json(told: PartAhead) -> dict[str, Any]:
    """Give it by stable keys, US dollars and fractions; None is "cannot say"."""
    return {
        "through": str(told.through), "item": told.item, "market": told.market,
        "exports": told.exports and _flow_json(told.exports),
        "imports": told.imports and _flow_json(told.imports),
        "balance": told.balance and band_json(told.balance),
        "parts": told.parts and {
            "by": told.parts.dimension.value,
            "parts": [
                {"code": p.code, "known": json_usd(p.known), "last_year": json_usd(p.base),
                 "growth": _fraction(p.growth), **band_json(p.band)}
                for p in told.parts.parts
            ],
            "rest": band_json(told.parts.rest),
        },
    }  # fmt: skip


def _flow_json(flow: FlowAhead) -> dict[str, Any]:
    return {
        "known": json_usd(flow.known), "last_year": json_usd(flow.base),
        "growth": _fraction(flow.growth), **band_json(flow.band),
        "fan": [
            {"month": str(p.month), "alone": band_json(p.alone), "to_date": band_json(p.to_date)}
            for p in flow.fan
        ],
    }  # fmt: skip


def _fraction(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
