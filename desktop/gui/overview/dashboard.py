"""The overview itself: cards over charts at the left, contributions at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.results import Overview, Progress
from desktop.analysis.season_wording import years_told
from desktop.analysis.wording import PHASINGS
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.gui.charts.cumulative import CumulativeChart
from desktop.gui.charts.gap import GapChart
from desktop.gui.charts.months import MonthsChart
from desktop.gui.charts.months_legend import last_year_drawn, months_legend
from desktop.gui.overview.contributions import ContributionCard
from desktop.gui.overview.kpi_card import KpiCard
from desktop.gui.overview.kpis import Kpi, balance, required, to_date
from desktop.gui.overview.landing_card import landing
from desktop.gui.overview.narrowed_kpis import named, narrowed_kpis
from desktop.gui.overview.sectors import SectorPane
from desktop.gui.overview.tables import cumulative_table, gap_table, months_table
from desktop.gui.overview.yardsticks import YardstickPane
from desktop.gui.parts.buttons import IconButton
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.tab_card import TabCard
from desktop.gui.tokens import GAP, MARGIN, Colours
from desktop.gui.warnings.pane import FEWEST, WarningsPane

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.gui.overview.narrowing import Narrowed

Charts = tuple[CumulativeChart, GapChart, MonthsChart]
"""From the top down. Each takes a while to make: who has no time for all at once brings them."""
_CARD_WIDTHS = (140, 100, 100, 100)
_LEFT_WIDTH, _RIGHT_WIDTH = 69, 31
_HEIGHTS = (270, 112, 150)
_LOWEST = (158, 106, 124)
_MANY = 3
_ROOMY, _TALL = 860, 760
"""From this height on the warnings have a card of their own; below it they share one by tabs,
and from the second on more of them are shown."""


class Dashboard(QWidget):
    """Shows one `Overview`; the same call redraws it in another language or theme."""

    def __init__(self, charts: Charts | None = None) -> None:
        """Lay the cards and charts out; the charts are made where none are brought."""
        super().__init__()
        self.cards = tuple(KpiCard() for _ in _CARD_WIDTHS)
        self.charts = charts or (CumulativeChart(), GapChart(), MonthsChart())
        self.cumulative, self.gap, self.months = (TwinPanel(chart) for chart in self.charts)
        for chart in self.charts[1:]:
            chart.lane.numbered = False
        self.path = IconButton("calendar")
        self.cumulative.head.insertWidget(self.cumulative.head.count() - 1, self.path)
        self.contributions = ContributionCard()
        self.yardsticks, self.sectors = YardstickPane(), SectorPane()
        self.warnings = WarningsPane()
        self.watching, self.standing = TabCard(), TabCard()
        self.narrowed: Narrowed | None = None
        self.outlook: Outlook | None = None
        self._share_out()
        self._lay_out()

    def _lay_out(self) -> None:
        top = row(*self.cards, gap=GAP)
        for number, width in enumerate(_CARD_WIDTHS):
            top.setStretch(number, width)
        panels = (self.cumulative, self.gap, self.months)
        left = column(*panels, gap=GAP)
        for number, panel in enumerate(panels):
            panel.setMinimumHeight(_LOWEST[number])
            left.setStretch(number, _HEIGHTS[number])
        right = column(self.contributions, self.watching, self.standing, gap=GAP)
        right.setStretch(0, 1)
        below = row(left, right, gap=GAP)
        below.setStretch(0, _LEFT_WIDTH)
        below.setStretch(1, _RIGHT_WIDTH)
        self.contributions.setMinimumWidth(364)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        page.setSpacing(GAP)
        page.addLayout(top)
        page.addLayout(below, 1)

    def _share_out(self) -> None:
        others = (self.yardsticks, self.sectors)
        roomy = self.height() >= _ROOMY
        if roomy:  # who lets go comes first: a pane stands on one card only
            self.standing.hold(others)
            self.watching.hold((self.warnings,))
        else:
            self.watching.hold(())
            self.standing.hold((self.warnings, *others))
        self.watching.setVisible(roomy and self.warnings.filled)
        self.warnings.limit(_MANY if self.height() >= _TALL else FEWEST)
        self.yardsticks.give_room(roomy=roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the warnings a card of their own where there is room for one."""
        super().resizeEvent(event)
        self._share_out()

    def draw(
        self, overview: Overview, lang: Language, colours: Colours, outlook: Outlook | None = None
    ) -> None:
        """Draw all of it; without an outlook its card says that it is being worked out."""
        standing = self.subject(overview)
        self.draw_outlook(overview, outlook, lang, colours)
        self._draw_charts(overview, lang, colours)
        self.contributions.draw(overview, lang, colours)
        self.yardsticks.draw(replace(overview, exports=standing), lang, colours)
        self.sectors.draw(overview, lang, colours)
        self.warnings.draw(lang, colours)

    def draw_outlook(
        self, overview: Overview, outlook: Outlook | None, lang: Language, colours: Colours
    ) -> None:
        """Draw what an outlook shows in: the cards, and the cumulative's months to come."""
        self.outlook, within = outlook, self.within(overview)
        told = (
            narrowed_kpis(overview, within, outlook, lang)
            if within
            else kpis(overview, outlook, lang)
        )
        for card, kpi in zip(self.cards, told, strict=True):
            card.show_kpi(kpi, colours)
        standing = self.subject(overview)
        exports = outlook.exports if outlook and standing is overview.exports else None
        self.charts[0].draw(standing, lang, colours, exports)
        title = lang._("Cumulative against the target's path")
        if standing.months[-1].path is None:
            title = lang._("Cumulative")
        self.cumulative.show_twin(
            self._of(overview, title, self.cumulative, lang),
            _cumulative_legend(standing, lang, colours),
            partial(cumulative_table, standing, lang, exports),
            lang,
            colours,
        )

    def narrow(self, narrowed: Narrowed | None) -> None:
        """Tell of what every page is narrowed to, from the next drawing on; None of all trade."""
        self.narrowed = narrowed
        self.contributions.narrow(narrowed)

    def subject(self, overview: Overview) -> Progress:
        """What the charts show: the part in focus, or all exports."""
        within = self.within(overview)
        return (within and (within.drawn or within.standing(overview))) or overview.exports

    def within(self, overview: Overview) -> Narrowed | None:
        """What is narrowed to, where it is of the year and month that are looked at."""
        held = self.narrowed
        if held is None:
            return None
        progress = held.drawn or held.standing(overview)
        fits = progress is None or (progress.through, progress.year) == (
            overview.through, overview.year,
        )  # fmt: skip
        return held if fits else None

    def _of(self, overview: Overview, title: str, panel: TwinPanel, lang: Language) -> str:
        """Put what the charts are of before a title, which a narrow panel leaves out."""
        shown = self.within(overview) if self.subject(overview) is not overview.exports else None
        panel.title.brief = title if shown else ""
        return " · ".join(filter(None, (named(shown, lang) if shown else "", title)))

    def _draw_charts(self, overview: Overview, lang: Language, colours: Colours) -> None:
        exports = self.subject(overview)
        self.path.dress(colours.muted, lang._("How the target is spread…"))
        whole = exports is overview.exports
        self.path.setVisible(whole and exports.target is not None)
        _, gap, months = self.charts
        own = lang._("no target of its own") if not whole and exports.target is None else ""
        gap.draw(exports, lang, colours, own)
        months.draw(exports, lang, colours)
        self.gap.show_twin(
            self._of(overview, lang._("Gap to the path"), self.gap, lang),
            [Entry(lang._("above 0 = ahead"))],
            partial(gap_table, exports, lang),
            lang,
            colours,
        )
        self.months.show_twin(
            self._of(overview, lang._("Month by month"), self.months, lang),
            _months_legend(exports, lang, colours),
            partial(months_table, exports, lang),
            lang,
            colours,
        )


def kpis(overview: Overview, outlook: Outlook | None, lang: Language) -> tuple[Kpi, ...]:
    """Give the cards from left to right."""
    return (
        to_date(overview.exports, lang),
        required(overview.exports, lang),
        landing(outlook, lang),
        balance(overview, lang),
    )


def _cumulative_legend(exports: Progress, lang: Language, colours: Colours) -> list[Entry]:
    entries = []
    if exports.months[-1].path is not None:
        entries.append(Entry(_path_words(exports, lang)))
    entries.append(Entry(lang._("actual"), Mark.LINE, colours.primary))
    if exports.cumulative_status is Status.ESTIMATE:
        entries.append(Entry(lang._("estimate"), Mark.RING, colours.primary))
    if exports.months[-1].path is not None:
        entries.append(Entry(lang._("path"), Mark.DASHED_LINE, colours.target))
    if last_year_drawn(exports):
        entries.append(Entry(str(exports.year - 1), Mark.LINE, colours.last_year_line))
    return entries


def _path_words(exports: Progress, lang: Language) -> str:
    years = years_told(exports.season, lang) if exports.season else ""
    if not years:
        path = lang._(PHASINGS[exports.phasing])
        return lang._("path: {path}", path=path)
    return lang._("season {years}", years=years)


def _months_legend(exports: Progress, lang: Language, colours: Colours) -> list[Entry]:
    wanted = any(p.required for p in exports.months)
    needed = Entry(lang._("needed"), Mark.DASHED_BOX, colours.target_fill, colours.target)
    return months_legend(exports, [needed] if wanted else [], lang, colours)
