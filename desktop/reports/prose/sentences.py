"""The standard sentences of a monthly report, in the order in which they are read out."""

from __future__ import annotations

from desktop.analysis.results import Overview
from desktop.figures.wording import Language
from desktop.reports.prose import headline, leaders, trade, yardsticks


def sentences(overview: Overview, language: Language) -> tuple[str, ...]:
    """Say what the overview says; the first sentence is the one a leader asks for.

    A sentence that has nothing to speak of is left out. Where the growth that the return printed
    differs from ours, the printed one is quoted and ours is named in the second sentence; beside
    points of contribution ours is quoted, which has their base, and the printed one is named.
    """
    exports = overview.exports
    told = (
        headline.headline(exports, language),
        headline.other_growth(exports, language),
        headline.path_sentence(exports, language),
        headline.target_sentence(exports, language),
        yardsticks.yardsticks_sentence(exports, language),
        yardsticks.estimate_sentence(exports, language),
        trade.month_sentence(overview, language),
        trade.record_sentence(overview, language),
        trade.to_date_sentence(overview, language),
        trade.sectors_doubt(overview, language),
        *leaders.item_sentences(overview, language),
        *leaders.market_sentences(overview, language),
        trade.imports_sentence(overview, language),
        trade.balance_sentence(overview, language),
        headline.missing_sentence(exports, language),
        headline.no_last_year(exports, language),
    )
    return tuple(sentence for sentence in told if sentence)
