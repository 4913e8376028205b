"""What a warning says in words: a headline and the rest of the sentence, and its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from desktop.analysis.warnings.results import EarlyWarning, Evidence, Fact, Gravity
from desktop.figures.catalogue import items, markets
from desktop.figures.layouts import layout_name
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD, Flow, Series
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import Rule, RulesInForce
from desktop.figures.wording import BILLION, N_, Language

RULES = {
    Rule.FALLING: N_("Falling months"),
    Rule.DEPENDENCE: N_("Dependence on one market"),
    Rule.STOCKS: N_("Stocks against sales"),
    Rule.PRICE_VOLUME: N_("Price up, volume down"),
    Rule.ORIGIN: N_("Risk about the origin of goods"),
    Rule.REVISION: N_("Unusual revision"),
    Rule.PATH: N_("Path never reached before"),
    Rule.LATE: N_("Late return"),
}
GRAVITIES = {
    Gravity.NOTICE: N_("to know"),
    Gravity.WATCH: N_("to watch"),
    Gravity.ALARM: N_("to act upon"),
}
FACTS = {
    Fact.VALUE: N_("value"),
    Fact.BASE: N_("the year before"),
    Fact.GROWTH: N_("growth"),
    Fact.SHARE: N_("share"),
    Fact.PRICE_GROWTH: N_("average price"),
    Fact.VOLUME_GROWTH: N_("volume"),
    Fact.STOCKS_GROWTH: N_("stocks"),
    Fact.SALES_GROWTH: N_("sales"),
    Fact.FIRST: N_("as first published"),
    Fact.REVISED: N_("as revised"),
    Fact.USUAL: N_("usual revision"),
    Fact.REQUIRED_GROWTH: N_("required growth"),
    Fact.BEST_GROWTH: N_("best growth of these months"),
    Fact.REQUIRED_VALUE: N_("required each month"),
    Fact.DUE_ON: N_("due on"),
}
UNHEARD = {
    "no_indices": N_("no indices of stocks and sales are held"),
    "no_markets": N_("no return splits exports by market"),
    "no_quantities": N_("no quantities are held"),
    "no_imports_by_item": N_("no return splits imports by item and country"),
    "no_target": N_("no target is set for the year"),
    "target_reached": N_("the target has been reached"),
    "year_over": N_("no month of the year is left"),
    "no_base": N_("last year is not in the archive as a whole"),
    "few_years": N_("too few years are held"),
    "no_revisions": N_("too few releases are held"),
    "nothing_due": N_("no sender with a calendar has sent anything"),
    "all_trade_only": N_("it speaks of no single market or item"),
}
_AMOUNTS = {Fact.VALUE, Fact.BASE, Fact.FIRST, Fact.REVISED, Fact.REQUIRED_VALUE}
_CHANGES = {
    Fact.GROWTH, Fact.PRICE_GROWTH, Fact.VOLUME_GROWTH, Fact.STOCKS_GROWTH, Fact.SALES_GROWTH,
    Fact.REQUIRED_GROWTH, Fact.BEST_GROWTH,
}  # fmt: skip
_FEW = 3


class Told(NamedTuple):
    """A warning in words: `headline` stands alone; `rest` goes on, and may be empty."""

    headline: str
    rest: str

    def __str__(self) -> str:
        """Give one sentence."""
        return f"{self.headline} — {self.rest}" if self.rest else self.headline


def told(warning: EarlyWarning, lang: Language) -> Told:
    """Say a warning."""
    return _SENTENCES[warning.rule](warning, lang)


def name_of(series: Series, lang: Language) -> str:
    """Name what a series is about: an item, a market, an item to a market, or all of a flow."""
    item = items(series.flow).name(series.item, lang.code, short=True)
    market = markets().name(series.market, lang.code, short=True)
    if series.flow is Flow.INDUSTRY:
        return lang._("Manufacturing")
    if series.item == TOTAL and series.market == WORLD:
        return lang._("Exports") if series.flow is Flow.EXPORT else lang._("Imports")
    if series.item == TOTAL:
        return market
    if series.market == WORLD:
        return item
    if series.flow is Flow.IMPORT:
        return lang._("{item} from {market}", item=item, market=market)
    return lang._("{item} to {market}", item=item, market=market)


def in_billions(evidence: Iterable[Evidence]) -> bool:
    """Say whether amounts that stand together are told in billions: where each is that large."""
    return all(abs(e.amount) >= BILLION for e in evidence if e.fact in _AMOUNTS)


def evidence_text(evidence: Evidence, lang: Language, *, billions: bool) -> str:
    """Write a piece of evidence with what it is of and its months: "Steel, growth, ...: −22.7%"."""
    what = f"{name_of(evidence.series, lang)}, {lang._(FACTS[evidence.fact])}"
    return (
        f"{what}, {span(evidence.months, lang)}: {amount_text(evidence, lang, billions=billions)}"
    )


def amount_text(evidence: Evidence, lang: Language, *, billions: bool) -> str:
    """Write the amount alone, with its unit: that of the amounts beside it."""
    if evidence.fact in _AMOUNTS:
        if billions:
            return lang._("{amount} bn USD", amount=lang.billions(evidence.amount, 2))
        return lang._("{amount} m USD", amount=lang.millions(evidence.amount))
    return lang.percent(evidence.amount, sign=evidence.fact in _CHANGES)


def span(months: tuple[Month, Month], lang: Language) -> str:
    """Write from the first to the last month; one month, or a year, by its own name."""
    first, last = months
    if first == last:
        return lang.month(last)
    if first.number == 1 and first.year == last.year:
        return lang.plural(
            "{count} month to {month}", "{count} months to {month}", last.number,
            month=lang.month(last),
        )  # fmt: skip
    return lang._("{first} to {last}", first=lang.month(first), last=lang.month(last))


def since_text(warning: EarlyWarning, lang: Language) -> str:
    """Say since when a warning has held: "since May 2025", or nothing where it is new."""
    if warning.months <= 1:
        return ""
    return lang._("since {month}", month=lang.month(warning.since))


def silence_text(silence: Silence, lang: Language) -> str:
    """Say until when, by whom and why a warning is silenced."""
    return lang._(
        "Silenced to {month} by {who}: {reason}",
        month=lang.month(silence.until), who=silence.by, reason=silence.reason,
    )  # fmt: skip


def is_amount(fact: Fact) -> bool:
    """Say whether a piece of evidence is in US dollars, not a fraction."""
    return fact in _AMOUNTS


def _fact(warning: EarlyWarning, fact: Fact) -> Evidence:
    return next(e for e in warning.evidence if e.fact is fact)


def _falling(w: EarlyWarning, lang: Language) -> Told:
    return Told(
        lang._("{name} down {fall}", name=name_of(w.series, lang), fall=lang.percent(w.size)),
        lang.plural("{count} falling month in a row", "{count} falling months in a row", w.months),
    )


def _dependence(w: EarlyWarning, lang: Language) -> Told:
    share = lang.percent(w.size)
    headline = lang._(
        "{market} takes {share} of exports", market=name_of(w.series, lang), share=share
    )
    rest = lang._("above the threshold of {threshold}", threshold=_round(w.threshold, lang))
    named = [
        f"{items(Flow.EXPORT).name(e.series.item, lang.code, short=True)} {_round(e.amount, lang)}"
        for e in w.more[:_FEW]
    ]
    return Told(headline, "; ".join((rest, ", ".join(named))) if named else rest)


def _stocks(w: EarlyWarning, lang: Language) -> Told:
    stocks, sales = _fact(w, Fact.STOCKS_GROWTH), _fact(w, Fact.SALES_GROWTH)
    return Told(
        lang._("Manufacturers' stocks {growth}", growth=lang.percent(stocks.amount, sign=True)),
        lang._(
            "while sales {growth} ({month})",
            growth=lang.percent(sales.amount, sign=True),
            month=lang.month(w.through),
        ),
    )


def _price_volume(w: EarlyWarning, lang: Language) -> Told:
    price, value = _fact(w, Fact.PRICE_GROWTH), _fact(w, Fact.GROWTH)
    return Told(
        lang._(
            "{name}: volume down {fall}", name=name_of(w.series, lang), fall=lang.percent(w.size)
        ),
        lang._(
            "price {price}, value {value}",
            price=lang.percent(price.amount, sign=True),
            value=lang.percent(value.amount, sign=True),
        ),
    )


def _origin(w: EarlyWarning, lang: Language) -> Told:
    sold, bought = (e for e in w.evidence if e.fact is Fact.GROWTH)
    return Told(
        lang._(
            "{name} {growth}",
            name=name_of(w.series, lang),
            growth=lang.percent(sold.amount, sign=True),
        ),
        lang._(
            "imports from {country} {growth}: origin may be questioned",
            country=markets().name(w.partner, lang.code, short=True),
            growth=lang.percent(bought.amount, sign=True),
        ),
    )


def _revision(w: EarlyWarning, lang: Language) -> Told:
    first, revised = _fact(w, Fact.FIRST), _fact(w, Fact.REVISED)
    change = revised.amount / first.amount - 1
    return Told(
        lang._(
            "{name}, {months}, revised by {change}",
            name=name_of(w.series, lang),
            months=span(revised.months, lang),
            change=lang.percent(change, sign=True),
        ),
        lang._("usually {usual}", usual=lang.percent(_fact(w, Fact.USUAL).amount)),
    )


def _path(w: EarlyWarning, lang: Language) -> Told:
    best = _fact(w, Fact.BEST_GROWTH)
    return Told(
        lang._("The months left must grow {growth}", growth=lang.percent(w.size, sign=True)),
        lang._(
            "never reached before; the best was {best} in {year}",
            best=lang.percent(best.amount, sign=True),
            year=best.months[1].year,
        ),
    )


def _late(w: EarlyWarning, lang: Language) -> Told:
    layout = w.subject.partition(":")[2]
    headline = lang._(
        "Not received: {layout}, {month}",
        layout=layout_name(layout, lang),
        month=lang.month(w.through),
    )
    due = lang.date(w.due_on) if w.due_on else ""
    rest = lang._("due on {day}", day=due)
    if w.months > 1:
        rest += lang.plural("; {count} month missing", "; {count} months missing", w.months)
    return Told(headline, rest)


def rules_text(rules: RulesInForce, lang: Language) -> str:
    """Say which rules it was judged by: the office's own, since when and by whom, or shipped."""
    if not rules.set_by:
        return lang._(
            "Judged by the rules as they are shipped ({fingerprint}).",
            fingerprint=rules.rules.fingerprint,
        )
    return lang._(
        "Judged by the office's rules of {moment}, set by {who} ({fingerprint}).",
        moment=lang.moment(datetime.fromisoformat(rules.set_at)),
        who=rules.set_by,
        fingerprint=rules.rules.fingerprint,
    )


def _round(fraction: float, lang: Language) -> str:
    return lang.percent(fraction, 0)


_SENTENCES: dict[Rule, Callable[[EarlyWarning, Language], Told]] = {
    Rule.FALLING: _falling,
    Rule.DEPENDENCE: _dependence,
    Rule.STOCKS: _stocks,
    Rule.PRICE_VOLUME: _price_volume,
    Rule.ORIGIN: _origin,
    Rule.REVISION: _revision,
    Rule.PATH: _path,
    Rule.LATE: _late,
}
