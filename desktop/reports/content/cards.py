"""The headline figures of a report: five, each with what it is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.range_ends import target_amounts
from desktop.analysis.results import PaceStatus
from desktop.analysis.wording import PACE
from desktop.figures.target_texts import amount_name
from desktop.figures.wording import NO_BREAK, side_by_side
from desktop.reports.content.numbers import Numbers
from desktop.reports.content.on_target import TONES as TONES  # noqa: PLC0414 - told beside SHAPES
from desktop.reports.content.report import Card
from desktop.reports.prose import phrases, trade

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.figures.wording import Language

SHAPES = {
    PaceStatus.MET: "✔",
    PaceStatus.AHEAD: "▲",
    PaceStatus.ON_TRACK: "●",
    PaceStatus.AT_RISK: "◆",
    PaceStatus.BEHIND: "▼",
    PaceStatus.CANNOT_SAY: "○",
}
"""A shape before the word: status is never told by colour alone."""


def cards(overview: Overview, language: Language) -> tuple[Card, ...]:
    """Give the cards, in their order."""
    say, exports, number = language._, overview.exports, Numbers(overview)
    shape = f"{SHAPES[exports.status]} {say(PACE[exports.status])}"
    label = language.plural("Exports, {count} month", "Exports, {count} months",
                            exports.through.number)  # fmt: skip
    places = side_by_side((exports.cumulative, exports.target_usd))
    return (
        Card("exports_cumulative", label, number("exports.cumulative"), places, False,
             _growth(overview, language)),
        Card("exports_share_of_target", _low(say("Of the year's target"), overview, language),
             number("exports.share_of_target"), 1, False, _plan(overview, language)),
        Card("exports_gap", _low(say("Against the path"), overview, language),
             number("exports.gap"), places, True, shape, TONES[exports.status]),
        Card("exports_required_monthly", _low(say("Needed monthly"), overview, language),
             number("exports.required_monthly"),
             places if places > 2 else 1, False, _average(overview, language)),
        Card("balance", say("Trade balance"), number("balance.cumulative"),
             side_by_side((exports.cumulative, overview.imports.cumulative)), True,
             _surplus(overview.balance.cumulative, overview.balance.last_year, language)),
    )  # fmt: skip


def _low(label: str, overview: Overview, language: Language) -> str:
    """Say of what is held against a range that it is held against its low end."""
    several = len(target_amounts(overview.exports)) > 1
    return f"{label}, {language._('low end')}" if several else label


def _growth(overview: Overview, language: Language) -> str:
    growth = overview.exports.quoted_growth
    if growth is None:
        return language._("no last year to compare with")
    return phrases.change_on(growth, language._("the same period"), language)


def _plan(overview: Overview, language: Language) -> str:
    amounts = target_amounts(overview.exports)
    if not amounts and overview.exports.target is not None:
        aimed = amount_name(overview.exports.target, language)
        return language._("target {amount}; no last year to count it on", amount=_whole(aimed))
    if not amounts:
        return language._("no target is set")
    return language._("target {amount}", amount=_whole(phrases.spread(amounts, language, 2)))


def _average(overview: Overview, language: Language) -> str:
    average = overview.exports.monthly_average
    if average is None:
        return ""
    amount = phrases.monthly_amount((average,), language)
    return language._("average so far {amount} a month", amount=_whole(amount))


def _surplus(now: float | None, before: float | None, language: Language) -> str:
    if now is None:
        return language._("not known")
    if before is None:
        return trade.surplus(now, language)
    side = language._("surplus") if now >= 0 else language._("deficit")
    then, amount = trade.surplus(before, language), phrases.amount(before, language)
    told = language._("{now}; a year before {before}", now=side, before=then)
    return told.replace(amount, _whole(amount))


def _whole(amount: str) -> str:
    """Keep an amount and its unit on one line of a narrow card."""
    return amount.replace(" ", NO_BREAK)
