"""What is said of trade itself, in the order of the statistics office's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.series import Flow
from desktop.reports.content.on_target import growths, month_growths
from desktop.reports.content.report import Number, Sentence, Tone
from desktop.reports.content.saying import Saying, count, share, usd
from desktop.reports.prose import both_flows, headline, leaders, structure, trade

if TYPE_CHECKING:
    from desktop.analysis.results import Contribution
    from desktop.analysis.structure_results import FlowStructure, Part


def trade_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """Exports and imports together."""
    overview, language = saying.overview, saying.language
    value, before, year_before = both_flows.trade_month(overview)
    rates = (trade.growth_on(value, before), trade.growth_on(value, year_before))
    saying.tell(
        "trade_month", both_flows.trade_month_sentence(overview, language),
        *month_growths("exports"), *month_growths("imports"),
        more=(usd(value), *map(share, rates)),
    )  # fmt: skip
    to_date, base = both_flows.trade_to_date(overview)
    saying.tell(
        "trade_to_date", both_flows.trade_to_date_sentence(overview, language),
        *growths("exports"), *growths("imports"),
        more=(usd(to_date), share(trade.growth_on(to_date, base))),
    )  # fmt: skip
    return saying.done()


def exports_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """The month, the year to date by sectors, the clubs, what carries and what drags."""
    overview, language = saying.overview, saying.language
    exports = overview.exports
    on_month = share(trade.growth_on_month_before(exports))
    sectors = _sectors(saying)
    saying.tell(
        "exports_month", trade.month_sentence(overview, language),
        "exports.month", *month_growths("exports"), *growths("exports"), *sectors,
        more=(on_month,),
    )  # fmt: skip
    saying.tell("record", trade.record_sentence(overview, language))
    saying.tell(
        "exports_to_date", trade.to_date_sentence(overview, language),
        "exports.cumulative", *growths("exports"), *sectors,
    )  # fmt: skip
    if check := overview.check:
        saying.tell(
            "sectors_doubt", trade.sectors_doubt(overview, language),
            more=(usd(check.domestic + check.fdi), usd(check.total)), tone=Tone.WARN,
        )  # fmt: skip
    if held := saying.beside.structure:
        _clubs(saying, held.exports)
    for key, text in _keyed(("items_up", "items_down"), leaders.item_sentences(overview, language)):
        saying.tell(key, text, *_named("item", overview.items))
    return saying.done()


def _sectors(saying: Saying) -> tuple[str, ...]:
    """The numbers of the sectors that are told."""
    told = {"domestic": saying.overview.domestic, "fdi": saying.overview.fdi}
    return tuple(
        f"{sector}.{what}"
        for sector, part in told.items()
        if part is not None
        for what in ("cumulative", "growth_printed", "growth", "share")
    )


def _clubs(saying: Saying, flow: FlowStructure) -> None:
    numbers: tuple[Number, ...] = tuple(
        number
        for club in flow.items.clubs
        if club.members
        for number in (
            count(len(club.members)),
            usd(club.threshold),
            share(structure.club_share(club, flow.items)),
        )
    )
    key = f"{'exports' if flow.flow is Flow.EXPORT else 'imports'}_clubs"
    saying.tell(
        key, structure.clubs_sentence(flow, saying.overview.through, saying.language), more=numbers
    )


def _keyed(keys: tuple[str, ...], texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pair sentences with their keys; the last ones where the first are left out."""
    return list(zip(keys[-len(texts) :] if texts else (), texts, strict=False))


def _named(scope: str, parts: tuple[Contribution, ...]) -> tuple[str, ...]:
    """The numbers of the parts that carry and that drag."""
    told = (*leaders.carrying(parts, leaders.NAMED), *leaders.dragging(parts, leaders.NAMED))
    return tuple(
        f"{scope}:{part.code}.{what}"
        for part in told
        for what in ("growth", "growth_printed", "contribution")
    )


def imports_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """The month and the year to date of imports, the clubs, the largest goods."""
    overview, language = saying.overview, saying.language
    on_month = share(trade.growth_on_month_before(overview.imports))
    saying.tell(
        "imports_month", both_flows.imports_month_sentence(overview, language),
        "imports.month", *month_growths("imports"), more=(on_month,),
    )  # fmt: skip
    if overview.through.number > 1:
        saying.tell(
            "imports_to_date", trade.imports_sentence(overview, language),
            "imports.cumulative", *growths("imports"),
        )  # fmt: skip
    if held := saying.beside.structure:
        _clubs(saying, held.imports)
        parts = structure.largest(held.imports.items)
        saying.tell(
            "import_items", structure.largest_imports_sentence(held.imports, language),
            more=_of_parts(parts),
        )  # fmt: skip
    return saying.done()


def _of_parts(parts: tuple[Part, ...]) -> tuple[Number, ...]:
    return tuple(
        number
        for part in parts
        for number in (usd(part.value), share(part.growth), share(part.growth_printed))
    )


def markets_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """The largest market each way, what carries and what drags, the balances with partners."""
    overview, language = saying.overview, saying.language
    told = leaders.market_sentences(overview, language)
    names = _named("market", overview.markets)
    if overview.markets:
        code = max(overview.markets, key=lambda part: part.value).code
        names = (*names, *(f"market:{code}.{what}" for what in
                           ("cumulative", "growth", "growth_printed", "share")))  # fmt: skip
    for number, text in enumerate(told):
        saying.tell(f"markets_{number + 1}", text, *names)
    if held := saying.beside.structure:
        saying.tell(
            "largest_source", structure.largest_source_sentence(held.imports, language),
            more=_of_parts(structure.largest(held.imports.markets, 1)),
        )  # fmt: skip
    return saying.done()


def balance_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """The balance of the month and to date, of the sectors, with the partners."""
    overview, language = saying.overview, saying.language
    saying.tell(
        "balance", trade.balance_sentence(overview, language),
        "balance.month", "balance.cumulative", "balance.last_year",
    )  # fmt: skip
    if held := saying.beside.structure:
        sides = structure.sector_balances(held)
        saying.tell(
            "sector_balance", structure.sector_balance_sentence(held, language),
            more=tuple(usd(balance) for balance in sides.values()),
        )  # fmt: skip
        partners = [p for side in (True, False) for p in structure.partners(held, surplus=side)]
        numbers = tuple(
            n
            for p in partners
            for n in (
                usd(p.balance, f"partner:{p.code}.balance"),
                usd(p.base_balance),
                share(trade.growth_on(abs(p.balance or 0.0), abs(p.base_balance or 0.0))),
            )
        )
        saying.tell("partners", structure.partners_sentence(held, language), more=numbers)
    return saying.done()


def notes_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """What is missing."""
    exports, language = saying.overview.exports, saying.language
    saying.tell("missing", headline.missing_sentence(exports, language), tone=Tone.WARN)
    saying.tell("no_last_year", headline.no_last_year(exports, language), tone=Tone.MUTED)
    return saying.done()
