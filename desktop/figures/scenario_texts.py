"""Scenarios in words: each assumption a line, and who assumed it when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.target_names import item_name, market_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.figures.scenario import Scenario, Shock
    from desktop.figures.wording import Language


def about(shock: Shock, lang: Language) -> str:
    """Name what a shock is about: ``Wood · United States``, ``all goods · United States``."""
    item = (
        lang._("all goods") if shock.item == TOTAL else item_name(shock.item, shock.flow, lang)
    )  # fmt: skip
    market = (
        lang._("all markets") if shock.market == WORLD else market_name(shock.market, lang)
    )  # fmt: skip
    words = f"{item} · {market}"
    return words if shock.flow is Flow.EXPORT else f"{lang._('Imports')} · {words}"


def shock_told(shock: Shock, lang: Language) -> str:
    """Say one assumption: ``Wood · United States: tariff 46%, volume −25%, 30% diverted``."""
    return f"{about(shock, lang)}: {', '.join(_changes(shock, lang))}"


def _changes(shock: Shock, lang: Language) -> Iterator[str]:
    if shock.tariff is not None:
        yield lang._("tariff {share}", share=_share(shock.tariff, lang))
    if shock.volume == -1:
        yield lang._("lost altogether")
    elif shock.volume:
        yield lang._("volume {share}", share=_share(shock.volume, lang, sign=True))
    if shock.price:
        yield lang._("price {share}", share=_share(shock.price, lang, sign=True))
    if shock.diverted:
        share = _share(shock.diverted, lang)
        if shock.to:
            names = ", ".join(market_name(code, lang) for code in shock.to)
            yield lang._("{share} of the loss diverted to {markets}", share=share, markets=names)
        else:
            yield lang._("{share} of the loss diverted to other markets", share=share)
    if shock.monthly:
        yield lang._("{x} bn USD on top each month", x=lang.billions(shock.monthly, 2, sign=True))


def label_of(scenario: Scenario, lang: Language) -> str:
    """Say that it is an assumption, whose, of when: what stands beside every number of it."""
    if not scenario.made_by:
        return lang._("Assumption, not kept yet")
    moment = datetime.fromisoformat(scenario.made_at)
    return lang._("Assumption of {who}, {day}", who=scenario.made_by, day=lang.date(moment.date()))


def _share(fraction: float, lang: Language, *, sign: bool = False) -> str:
    decimals = 0 if round(fraction * 100, 9) == round(fraction * 100) else 1
    return lang.percent(fraction, decimals, sign=sign)
