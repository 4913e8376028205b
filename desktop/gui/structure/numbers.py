"""Which numbers the pages on structure show where, for the question where they come from.

The names in the registry are of exports of the year to date; other windows and narrowed pages
offer none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.analysis.structure_results import Split, Window
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.gui.charts.plot import Plot
from desktop.gui.provenance.offer import Number, Offer
from desktop.gui.structure.ranking import Ranking

_OF_A_PART = ("cumulative", "growth", "growth_printed", "share", "contribution", "base_cumulative")
_KINDS = {Dimension.ITEM: "item", Dimension.MARKET: "market"}


def offer_of_lines(ranking: Ranking, shown: Callable[[], tuple[Split, Window] | None]) -> Offer:
    """Offer the numbers of the current line of a ranking; Enter chooses the line instead."""

    def here() -> Sequence[Number]:
        index, told = ranking.list.currentIndex(), shown()
        if told is None or not index.isValid():
            return ()
        split, window = told
        code = ranking.list.shown.ranked.lines[index.row()].code
        known = split.flow is Flow.EXPORT and window is Window.TO_DATE and not split.of
        if not code or "/" in code or not known:
            return ()
        return tuple(Number(f"{_KINDS[split.dimension]}:{code}.{name}") for name in _OF_A_PART)

    return Offer(ranking.list, here, by_enter=False)


def offer_of_months(
    chart: Plot, names: Mapping[str, str], year: Callable[[], int | None]
) -> Offer:  # fmt: skip
    """Offer the numbers, by name with their words, of the month that a chart's line stands on."""

    def here() -> Sequence[Number]:
        slot, of = chart.slot, year()
        if slot is None or of is None:
            return ()
        return tuple(Number(n, Month(of, slot + 1), words) for n, words in names.items())

    return Offer(chart, here)
