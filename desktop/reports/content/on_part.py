"""What is said of a market, an item, a group or an item within a market that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.names import name_in
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import capitalised
from desktop.reports.content.report import Column, Row, Section, Table, Unit
from desktop.reports.content.saying import Saying, share, usd
from desktop.reports.prose import phrases

if TYPE_CHECKING:
    from desktop.analysis.outlook.narrowed import FlowAhead
    from desktop.analysis.outlook.results import PartsOutlook
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.reports.beside import PartTold

LISTED = 10
"""So many of the parts within are told."""


def part_section(saying: Saying) -> tuple[Section, ...]:
    """Say how what was chosen stands, and where its year ends; nothing where nothing was."""
    told = saying.beside.part
    if told is None:
        return ()
    _standing(saying, told)
    if told.ahead and told.ahead.exports:
        _landing(saying, told.ahead.exports)
    within = told.ahead.parts if told.ahead else None
    tables = (_within_table(saying, within),) if within else ()
    return (Section("part", _name(told, saying.language), saying.done(), None, tables),)


def _name(told: PartTold, language: Language) -> str:
    codes = ((Dimension.MARKET, told.market), (Dimension.ITEM, told.item))
    return " · ".join(name_in(Flow.EXPORT, by, code, language) for by, code in codes if code)


def _standing(saying: Saying, told: PartTold) -> None:
    """Exports with growth and share, imports with growth, and the balance of both."""
    say, language, overview = saying.language._, saying.language, saying.overview
    months = capitalised(phrases.months_told(overview.through, language))
    sold, bought = told.exports, told.imports
    if sold and sold.cumulative is not None:
        whole = overview.exports.cumulative
        part = sold.cumulative / whole if whole else None
        of_all = [say("{share} of all exports", share=language.percent(part))] if part else []
        text = ", ".join((*_flow(say("exports"), sold, language), *of_all))
        saying.tell(
            "part_exports", f"{months}: {text}.",
            more=(usd(sold.cumulative), share(sold.growth), share(part)),
        )  # fmt: skip
    if bought and bought.cumulative is not None:
        text = ", ".join(_flow(say("imports"), bought, language))
        saying.tell(
            "part_imports", f"{months}: {text}.",
            more=(usd(bought.cumulative), share(bought.growth)),
        )  # fmt: skip
    if sold and bought and sold.cumulative is not None and bought.cumulative is not None:
        balance = sold.cumulative - bought.cumulative
        words = say("Surplus of {amount}.") if balance >= 0 else say("Deficit of {amount}.")
        amount = phrases.amount(abs(balance), language)
        saying.tell("part_balance", words.format(amount=amount), more=(usd(balance),))


def _flow(name: str, flow: Progress, language: Language) -> list[str]:
    assert flow.cumulative is not None  # asked before
    said = [f"{name} {phrases.attained(flow.cumulative, flow.cumulative_status, language)}"]
    if flow.growth is not None:
        said.append(phrases.change_on(flow.growth, language._("the same period"), language))
    return said


def _landing(saying: Saying, ahead: FlowAhead) -> None:
    language, band, year = saying.language, ahead.band, saying.overview.year
    parts = [
        language._("the whole year is expected to bring exports of {median}",
                   median=phrases.amount(band.median, language))
    ]  # fmt: skip
    if ahead.growth is not None:
        parts.append(phrases.change_on(ahead.growth, str(year - 1), language))
    low, high = (phrases.amount(edge, language) for edge in band.most)
    within = language._("with a chance of 80% between {low} and {high}", low=low, high=high)
    text = f"{capitalised(', '.join(parts))}; {within}"
    more = (usd(band.median), *map(usd, band.most), share(ahead.growth))
    saying.tell("part_landing", f"{text}.", more=more)


def _within_table(saying: Saying, parts: PartsOutlook) -> Table:
    """The largest parts within: to date, and where their year ends."""
    say, language = saying.language._, saying.language
    by_item = parts.dimension is Dimension.ITEM
    amounts = (say("To date"), say("Forecast for the year"))
    edges = (say("Low, 80 of 100"), say("High, 80 of 100"))
    columns = (
        Column(say("Item") if by_item else say("Market"), wide=True),
        *(Column(head, Unit.USD) for head in amounts),
        Column(say("On last year"), Unit.FRACTION, signed=True),
        *(Column(head, Unit.USD) for head in edges),
    )
    rows = tuple(
        Row((
            name_in(parts.flow, parts.dimension, p.code, language), usd(p.known),
            usd(p.band.median), share(p.growth), *map(usd, p.band.most),
        ))
        for p in parts.parts[:LISTED]
    )  # fmt: skip
    title = say("Largest items of it") if by_item else say("Largest markets of it")
    return Table("part", title, say("Million US dollars."), columns, rows)
