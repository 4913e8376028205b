"""Of all warnings those that speak of a market, an item or both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.structure.within import within_now
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import Rule

if TYPE_CHECKING:
    from desktop.analysis.warnings.results import EarlyWarning, WarningsReport

_OF_ALL_TRADE = (Rule.STOCKS, Rule.PATH, Rule.LATE)
"""What is judged of all trade, of an industry or of a sender: of no market and no item."""


def narrowed(report: WarningsReport, *, item: str = "", market: str = "") -> WarningsReport:
    """Keep what speaks of a market, an item or an item within a market; either may be a group.

    A warning does so by what it is about, by where the goods come from, or by what it counts
    beneath it: of the dependence on a market each item's own. Rules that never speak of a part are
    among `unheard`.
    """
    on = report.through
    places = within_now(market, Dimension.MARKET, Flow.EXPORT, on) if market else ()
    goods = [
        code
        for flow in (Flow.EXPORT, Flow.IMPORT)
        for code in (within_now(item, Dimension.ITEM, flow, on) if item else ())
    ]

    def lies_within(series: Series, partner: str = "") -> bool:
        here = not market or series.market in places or partner in places
        return here and (not item or series.item in goods)

    def speaks(w: EarlyWarning) -> bool:
        if w.rule in _OF_ALL_TRADE:
            return False
        return lies_within(w.series, w.partner) or any(lies_within(e.series) for e in w.more)

    unheard = [(rule, why) for rule, why in report.unheard if rule not in _OF_ALL_TRADE]
    return replace(
        report,
        warnings=tuple(filter(speaks, report.warnings)),
        unheard=(*unheard, *((rule, "all_trade_only") for rule in _OF_ALL_TRADE)),
    )
