"""Numbers by their names in the registry, read from an overview; and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.reports.content.report import Card, Column, Number, Unit

if TYPE_CHECKING:
    from desktop.analysis.results import Balance, Contribution, Overview, Progress
    from desktop.figures.wording import Language

NOT_KNOWN = "–"
USD, FRACTION, POINTS = Unit.USD, Unit.FRACTION, Unit.POINTS

OF_A_FLOW: Mapping[str, tuple[Unit, Callable[[Progress], float | None]]] = {
    "cumulative": (USD, lambda p: p.cumulative),
    "base_cumulative": (USD, lambda p: p.base_cumulative),
    "growth": (FRACTION, lambda p: p.growth),
    "growth_printed": (FRACTION, lambda p: p.growth_printed),
    "month": (USD, lambda p: p.months[p.through.number - 1].value),
    "month_last_year": (USD, lambda p: p.months[p.through.number - 1].last_year),
    "month_growth": (FRACTION, lambda p: p.months[p.through.number - 1].growth),
    "month_growth_printed": (FRACTION, lambda p: p.months[p.through.number - 1].growth_printed),
    "base_year": (USD, lambda p: p.base_year),
    "target": (USD, lambda p: p.target_usd),
    "target_high": (USD, lambda p: p.target_high_usd),
    "target_growth": (FRACTION, lambda p: p.target_growth),
    "share_of_target": (FRACTION, lambda p: p.share_of_target),
    "path": (USD, lambda p: p.path),
    "gap": (USD, lambda p: p.gap),
    "monthly_average": (USD, lambda p: p.monthly_average),
    "required_monthly": (USD, lambda p: p.required_monthly),
    "required_growth": (FRACTION, lambda p: p.required_growth),
}
OF_A_PART: Mapping[str, tuple[Unit, Callable[[Contribution], float | None]]] = {
    "cumulative": (USD, lambda c: c.value),
    "base_cumulative": (USD, lambda c: c.base),
    "growth": (FRACTION, lambda c: c.growth),
    "growth_printed": (FRACTION, lambda c: c.growth_printed),
    "share": (FRACTION, lambda c: c.share),
    "contribution": (POINTS, lambda c: c.contribution),
}
OF_THE_BALANCE: Mapping[str, tuple[Unit, Callable[[Balance, int], float | None]]] = {
    "cumulative": (USD, lambda b, _: b.cumulative),
    "last_year": (USD, lambda b, _: b.last_year),
    "change": (USD, lambda b, _: b.change),
    "month": (USD, lambda b, number: b.months[number - 1]),
}


class Numbers:
    """The numbers of one overview by their names; the registry of `analysis.tracing` has them."""

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._parts = {f"item:{c.code}": c for c in overview.items}
        self._parts |= {f"market:{c.code}": c for c in overview.markets}
        sectors = (("domestic", overview.domestic), ("fdi", overview.fdi))
        self._parts |= {code: part for code, part in sectors if part}

    def __call__(self, name: str) -> Number:
        """Give a number by its name; raises `KeyError` where there is none so named."""
        code, _, what = name.rpartition(".")
        if code == "balance":
            unit, of_balance = OF_THE_BALANCE[what]
            return Number(
                of_balance(self._overview.balance, self._overview.through.number), unit, name
            )
        if code in {"exports", "imports"}:
            unit, of_flow = OF_A_FLOW[what]
            held = self._overview.exports if code == "exports" else self._overview.imports
            return Number(of_flow(held), unit, name)
        unit, of_part = OF_A_PART[what]
        return Number(of_part(self._parts[code]), unit, name)

    def known(self, *names: str) -> tuple[Number, ...]:
        """Give those of several that are known."""
        found = (self(name) for name in names)
        return tuple(number for number in found if number.value is not None)


def card_figure(card: Card, language: Language) -> str:
    """Write the figure of a card without its unit: billions, or per cent; a dash if unknown."""
    value = card.number.value
    if value is None:
        return NOT_KNOWN
    if card.number.unit is not Unit.USD:
        return language.percent(value, card.decimals, sign=card.signed)
    return language.billions(value, card.decimals, sign=card.signed)


def card_unit(card: Card, language: Language) -> str:
    """Name the unit of a card's figure; empty where the figure says it, or is not known."""
    if card.number.value is None or card.number.unit is not Unit.USD:
        return ""
    return language._("bn USD")


def written(number: Number, column: Column, language: Language) -> str:
    """Write a number as its column wants it: millions, per cent, points; a dash if unknown."""
    if number.value is None:
        return NOT_KNOWN
    if number.unit is Unit.USD:
        return language.millions(number.value, column.decimals, sign=column.signed)
    if number.unit is Unit.FRACTION:
        return language.percent(number.value, column.decimals, sign=column.signed)
    if number.unit is Unit.POINTS:
        return language.points(number.value, column.decimals)
    return language.number(number.value, column.decimals, sign=column.signed)
