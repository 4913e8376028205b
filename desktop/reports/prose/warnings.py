"""The sentences of early warnings: as the window tells them, but without signs before numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import Fact
from desktop.analysis.warnings.words import name_of, span, told
from desktop.figures.catalogue import markets
from desktop.figures.warning_rules import Rule
from desktop.reports.prose import phrases

if TYPE_CHECKING:
    from desktop.analysis.warnings.results import EarlyWarning, Evidence
    from desktop.figures.wording import Language


def warning_sentence(warning: EarlyWarning, language: Language) -> str:
    """Say a warning in one sentence, without its full stop."""
    return _TELLERS.get(warning.rule, _plainly)(warning, language)


def _plainly(warning: EarlyWarning, language: Language) -> str:
    return str(told(warning, language))


def _of(warning: EarlyWarning, fact: Fact) -> Evidence:
    return next(e for e in warning.evidence if e.fact is fact)


def _stocks(w: EarlyWarning, language: Language) -> str:
    stocks, sales = (_of(w, fact) for fact in (Fact.STOCKS_GROWTH, Fact.SALES_GROWTH))
    return language._(
        "Manufacturers' stocks {stocks}, sales {sales} ({month})",
        stocks=phrases.change(stocks.amount, language),
        sales=phrases.change(sales.amount, language),
        month=language.month(w.through),
    )


def _price_volume(w: EarlyWarning, language: Language) -> str:
    price, value = (_of(w, fact) for fact in (Fact.PRICE_GROWTH, Fact.GROWTH))
    return language._(
        "{name}: volume {volume}, price {price}, value {value}",
        name=name_of(w.series, language),
        volume=phrases.change(-w.size, language),
        price=phrases.change(price.amount, language),
        value=phrases.change(value.amount, language),
    )


def _origin(w: EarlyWarning, language: Language) -> str:
    sold, bought = (e for e in w.evidence if e.fact is Fact.GROWTH)
    return language._(
        "{name} {growth}, imports from {country} {bought}: origin may be questioned",
        name=name_of(w.series, language),
        growth=phrases.change(sold.amount, language),
        country=markets().name(w.partner, language.code, short=True),
        bought=phrases.change(bought.amount, language),
    )


def _revision(w: EarlyWarning, language: Language) -> str:
    return language._(
        "{name}, {months}: {change} by revision, usually by {usual}",
        name=name_of(w.series, language),
        months=span(_of(w, Fact.REVISED).months, language),
        change=phrases.change(revised_by(w) or 0.0, language),
        usual=language.percent(_of(w, Fact.USUAL).amount),
    )


def revised_by(warning: EarlyWarning) -> float | None:
    """By how much a revision changed what was first told; None of every other warning."""
    if warning.rule is not Rule.REVISION:
        return None
    return _of(warning, Fact.REVISED).amount / _of(warning, Fact.FIRST).amount - 1


def _path(w: EarlyWarning, language: Language) -> str:
    best = _of(w, Fact.BEST_GROWTH)
    return language._(
        "The months left must be {growth} on last year, as they never were; at best {best} in "
        "{year}",
        growth=phrases.change(w.size, language),
        best=phrases.change(best.amount, language),
        year=best.months[1].year,
    )


_TELLERS: dict[Rule, Callable[[EarlyWarning, Language], str]] = {
    Rule.STOCKS: _stocks,
    Rule.PRICE_VOLUME: _price_volume,
    Rule.ORIGIN: _origin,
    Rule.REVISION: _revision,
    Rule.PATH: _path,
}
"""What the window tells with a sign; every other rule is told as there."""
