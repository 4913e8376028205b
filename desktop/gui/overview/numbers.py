"""Which numbers the overview shows where: its cards, the points of its charts, its ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.figures.month import Month
from desktop.gui.provenance.offer import Number, Offer

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.gui.charts.plot import Plot
    from desktop.gui.overview.contributions import ContributionCard
    from desktop.gui.overview.dashboard import Dashboard

_CARDS = (
    ("exports", "cumulative", "share_of_target", "growth", "growth_printed", "gap", "target",
     "difference", "cumulative_revision"),
    ("exports", "required_monthly", "required_growth", "monthly_average", "month", "month_growth",
     "month_last_year", "month_revision"),
    ("exports", "cumulative", "base_cumulative", "cumulative_revision"),
    ("balance", "cumulative", "change", "last_year"),
)  # fmt: skip
_CHARTS = (
    ("exports", "cumulative", "path", "gap", "base_cumulative", "growth", "cumulative_revision"),
    ("exports", "gap", "path"),
    ("exports", "month", "month_last_year", "month_growth", "month_revision"),
)
_OF_A_PART = ("contribution", "growth", "growth_printed", "share", "cumulative", "base_cumulative")


Shown = Callable[[], "Overview | None"]


def offers(dashboard: Dashboard, shown: Shown, ask: Callable[[Number], None]) -> list[Offer]:
    """Offer the question on every card, chart point and line of the ranking."""
    made = [Offer(card, _fixed(n)) for card, n in zip(dashboard.cards, _CARDS, strict=True)]
    made += [
        Offer(c, _at_slot(c, n, shown)) for c, n in zip(dashboard.charts, _CHARTS, strict=True)
    ]
    lines = _of_line(dashboard.contributions)
    made.append(Offer(dashboard.contributions.list, lines, by_enter=False))
    for offer in made:
        offer.asked.connect(ask)
    return made


def _fixed(named: Sequence[str]) -> Callable[[], list[Number]]:
    subject, *numbers = named
    return lambda: [Number(f"{subject}.{number}") for number in numbers]


def _at_slot(chart: Plot, named: Sequence[str], shown: Shown) -> Callable[[], list[Number]]:
    subject, *numbers = named

    def here() -> list[Number]:
        overview, slot = shown(), chart.slot
        if overview is None or slot is None:
            return []
        month = Month(overview.year, slot + 1)
        return [Number(f"{subject}.{number}", month) for number in numbers]

    return here


def _of_line(card: ContributionCard) -> Callable[[], list[Number]]:
    def here() -> list[Number]:
        index = card.list.currentIndex()
        if not index.isValid() or card.narrowed:
            return []
        code = card.list.shown.contributions[index.row()].code
        return [Number(f"{card.scope}:{code}.{number}") for number in _OF_A_PART]

    return here
