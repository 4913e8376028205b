"""Which numbers the overview shows where: cards, charts, tables, the ranking, the panes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.gui.overview.narrowed_numbers import (
    of_month_in_focus,
    of_narrowed_card,
    of_narrowed_yardsticks,
)
from desktop.gui.provenance.offer import Number, Offer, OfRow, offer_of_twin

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.gui.charts.plot import Plot
    from desktop.gui.overview.contributions import ContributionCard
    from desktop.gui.overview.dashboard import Dashboard
    from desktop.gui.parts.tab_card import Pane

_CARDS = (
    ("exports", "cumulative", "share_of_target", "growth", "growth_printed", "gap", "target",
     "difference", "cumulative_revision"),
    ("exports", "required_monthly", "required_growth", "monthly_average", "month", "month_growth",
     "month_growth_printed", "month_last_year", "month_revision"),
    ("outlook:exports", "median", "low_80", "high_80", "growth", "known", "base"),
    ("balance", "cumulative", "change", "last_year"),
)  # fmt: skip
_LANDING = 2
_ONLY_IF_TOLD = {
    "exports.month_growth_printed": "growth_printed", "exports.path": "path",
    "exports.gap": "gap", "exports.gap_share": "gap",
}  # fmt: skip
"""Numbers of a month that are shown only where there are such: by what a month's point has."""
_CHARTS = (
    ("cumulative", "path", "gap", "base_cumulative", "growth", "cumulative_revision"),
    ("gap", "gap_share", "path", "cumulative"),
    ("month", "month_last_year", "month_growth", "month_growth_printed", "month_revision"),
)
_TO_COME = (
    ("path", "cumulative_last_year"),
    ("path",),
    ("required", "required_growth", "average_growth", "last_year"),
)
"""The same charts' numbers of a month that is to come."""
_BAND = ("median", "low_80", "high_80")
_OF_A_PART = ("contribution", "growth", "growth_printed", "share", "cumulative", "base_cumulative")
_OF_A_NARROWED_PART = ("contribution", "growth", "growth_printed", "share", "value", "base")
_YARDSTICKS = (
    "growth", "target_growth", "growth_ahead", "share_of_target", "share_asked", "share_ahead",
    "cumulative", "path", "path_ahead", "best_month",
)  # fmt: skip
_OF_A_SECTOR = ("share", "cumulative", "growth")
Shown = Callable[[], "Overview | None"]


def offers(dashboard: Dashboard, shown: Shown, serve: Callable[[Offer], None]) -> list[Offer]:
    """Offer the question on every card, chart point, line of the ranking and row of a table."""
    made: list[Offer] = []

    def take(offer: Offer) -> None:
        serve(offer)
        made.append(offer)

    for place, card in enumerate(dashboard.cards):
        take(Offer(card, partial(_of_card, dashboard, shown, place)))
    panels = (dashboard.cumulative, dashboard.gap, dashboard.months)
    for place, (chart, panel) in enumerate(zip(dashboard.charts, panels, strict=True)):
        of_row = _of_months(dashboard, shown, place)
        take(Offer(chart, partial(_at_slot, chart, of_row)))
        offer_of_twin(panel, of_row, take)
    _offer_panes(dashboard, shown, take)
    of_line = _of_line(dashboard.contributions, shown)
    ranked = dashboard.contributions.list
    offer_of_twin(dashboard.contributions, of_line, take)
    take(Offer(ranked, lambda: of_line(ranked.currentIndex().row(), 0), by_enter=False))
    return made


def _offer_panes(dashboard: Dashboard, shown: Shown, take: Callable[[Offer], None]) -> None:
    """Offer what the panes show: on themselves, and on the tabs, which take the focus."""

    def sectors() -> list[Number]:
        told = shown()
        held = {"domestic": told and told.domestic, "fdi": told and told.fdi}
        return [n for name in held if held[name] for n in _fixed(name, *_OF_A_SECTOR)]

    def yardsticks() -> Sequence[Number]:
        told = shown()
        if told is None or dashboard.subject(told) is told.exports:
            return _fixed("exports", *_YARDSTICKS)
        return of_narrowed_yardsticks(dashboard.subject(told))

    here: dict[Pane | None, Callable[[], Sequence[Number]]] = {
        dashboard.yardsticks: yardsticks,
        dashboard.sectors: sectors,
    }
    for pane in (dashboard.yardsticks, dashboard.sectors):
        take(Offer(pane, here[pane]))
    card = dashboard.standing

    def in_front() -> Sequence[Number]:
        numbers = here.get(card.pane)
        return numbers() if numbers else []

    take(Offer(card.tabs, in_front))


def _fixed(subject: str, *numbers: str) -> list[Number]:
    return [Number(f"{subject}.{number}") for number in numbers]


def _at_slot(chart: Plot, of_row: OfRow) -> Sequence[Number]:
    return () if chart.slot is None else of_row(chart.slot, 0)


def _of_card(dashboard: Dashboard, shown: Shown, place: int) -> Sequence[Number]:
    """Give the numbers of a card: of all trade, or of what every page is narrowed to."""
    overview = shown()
    within = dashboard.within(overview) if overview else None
    if overview is None:
        return ()
    if place == _LANDING and not (dashboard.outlook and dashboard.outlook.exports.band):
        return ()
    if within is None:
        return [n for n in _fixed(*_CARDS[place]) if _is_told(overview, n)]
    return of_narrowed_card(within, overview, place, dashboard.outlook)


def _is_told(overview: Overview, number: Number) -> bool:
    """Say whether a month has what is offered of it: a printed growth; a path, and so a gap."""
    needed = _ONLY_IF_TOLD.get(number.name)
    month = (number.through or overview.through).number
    return not needed or getattr(overview.exports.months[month - 1], needed) is not None


def _of_months(dashboard: Dashboard, shown: Shown, chart: int) -> OfRow:
    """Give the numbers of a month of a chart: of one that has come, or is to come."""

    def of_row(slot: int, _column: int) -> Sequence[Number]:
        overview = shown()
        if overview is None or not 0 <= slot < MONTHS_PER_YEAR:
            return ()
        month = Month(overview.year, slot + 1)
        subject = dashboard.subject(overview)
        if subject is not overview.exports and (within := dashboard.within(overview)):
            return of_month_in_focus(within.focus, subject, month, chart)
        if month <= overview.through:
            held = (Number(f"exports.{number}", month) for number in _CHARTS[chart])
            return [number for number in held if _is_told(overview, number)]
        point = overview.exports.months[slot]
        names = [f"exports@{month}.{n}" for n in _TO_COME[chart] if getattr(point, n) is not None]
        names += _foreseen(dashboard, month) if chart == 0 else ()
        return [Number(name, overview.through) for name in names]

    return of_row


def _foreseen(dashboard: Dashboard, month: Month) -> Sequence[str]:
    """Name what the outlook says of the year to a month to come; nothing while it is unknown."""
    fan = dashboard.outlook.exports.fan if dashboard.outlook else ()
    known = any(point.month == month for point in fan)
    return [f"outlook:exports@{month}.{number}" for number in _BAND] if known else ()


def _of_line(card: ContributionCard, shown: Shown) -> OfRow:
    """Give the numbers of a line of the ranking: of all exports, or within a focus."""

    def of_row(row: int, _column: int) -> Sequence[Number]:
        lines, overview = card.list.shown.contributions, shown()
        if overview is None or not 0 <= row < len(lines):
            return ()
        code, narrowed = lines[row].code, card.narrowed
        if narrowed is None:
            told = [n for n in _OF_A_PART if getattr(lines[row], n, "") is not None]
            return _fixed(f"{card.scope}:{code}", *told)
        other = "market" if card.scope == "item" else "item"
        within = getattr(narrowed.focus, other)
        about = f"{other}:{within}+{card.scope}:{code}" if within else f"{card.scope}:{code}"
        month = narrowed.focus.month
        spot = f"{about}@month" if month else about
        told = [n for n in _OF_A_NARROWED_PART if getattr(lines[row], n, "") is not None]
        return [Number(f"{spot}.{n}", month or overview.through) for n in told]

    return of_row
