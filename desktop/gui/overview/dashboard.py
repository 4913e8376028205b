"""The overview itself: cards over charts at the left, contributions at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.results import Overview, Phasing, Progress
from desktop.figures.wording import Language
from desktop.gui.charts.cumulative import CumulativeChart
from desktop.gui.charts.gap import GapChart
from desktop.gui.charts.months import MonthsChart
from desktop.gui.overview.contributions import ContributionCard
from desktop.gui.overview.kpi_card import KpiCard
from desktop.gui.overview.kpis import kpis
from desktop.gui.overview.panel import TwinPanel
from desktop.gui.overview.sectors import SectorCard
from desktop.gui.overview.tables import cumulative_table, gap_table, months_table
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.tokens import GAP, MARGIN, Colours

_CARD_WIDTHS = (140, 100, 100, 100)
_LEFT_WIDTH, _RIGHT_WIDTH = 69, 31
_HEIGHTS = (270, 112, 150)
_LOWEST = (176, 112, 136)


class Dashboard(QWidget):
    """Shows one `Overview`; the same call redraws it in another language or theme."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = tuple(KpiCard() for _ in _CARD_WIDTHS)
        self.cumulative = TwinPanel(CumulativeChart())
        self.gap = TwinPanel(GapChart())
        self.months = TwinPanel(MonthsChart())
        self.contributions = ContributionCard()
        self.sectors = SectorCard()
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
        right = column(self.contributions, self.sectors, gap=GAP)
        right.setStretch(0, 1)
        below = row(left, right, gap=GAP)
        below.setStretch(0, _LEFT_WIDTH)
        below.setStretch(1, _RIGHT_WIDTH)
        self.contributions.setMinimumWidth(330)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        page.setSpacing(GAP)
        page.addLayout(top)
        page.addLayout(below, 1)

    def draw(self, overview: Overview, lang: Language, colours: Colours) -> None:
        """Draw all of it."""
        for card, kpi in zip(self.cards, kpis(overview, lang), strict=True):
            card.show_kpi(kpi, colours)
        self._draw_charts(overview.exports, lang, colours)
        self.contributions.draw(overview, lang, colours)
        self.sectors.draw(overview, lang, colours)

    def _draw_charts(self, exports: Progress, lang: Language, colours: Colours) -> None:
        for panel, title, legend, table in (
            (
                self.cumulative, lang._("Cumulative against the target's path"),
                _cumulative_legend(exports, lang, colours), cumulative_table,
            ),
            (
                self.gap, lang._("Gap to the path"),
                [Entry(lang._("bn USD · above 0 = ahead"))], gap_table,
            ),
            (
                self.months, lang._("Month by month"),
                _months_legend(exports, lang, colours), months_table,
            ),
        ):  # fmt: skip
            panel.chart.draw(exports, lang, colours)
            panel.show_twin(title, legend, table(exports, lang), lang, colours)


def _cumulative_legend(exports: Progress, lang: Language, colours: Colours) -> list[Entry]:
    phasing = (
        lang._("bn USD · path by the season of {first}–{last}",
               first=exports.phasing_years[0], last=exports.phasing_years[-1])
        if exports.phasing is Phasing.SEASONAL and exports.phasing_years
        else lang._("bn USD · straight-line path")
    )  # fmt: skip
    return [
        Entry(phasing),
        Entry(lang._("actual"), Mark.LINE, colours.primary),
        Entry(lang._("path"), Mark.DASHED_LINE, colours.target),
        Entry(str(exports.year - 1), Mark.LINE, colours.last_year_line),
    ]


def _months_legend(exports: Progress, lang: Language, colours: Colours) -> list[Entry]:
    return [
        Entry(lang._("bn USD")),
        Entry(str(exports.year - 1), Mark.BOX, colours.last_year_bar),
        Entry(str(exports.year), Mark.BOX, colours.primary),
        Entry(lang._("estimate"), Mark.DASHED_BOX, colours.estimate_fill, colours.primary),
        Entry(lang._("needed"), Mark.DASHED_BOX, colours.target_fill, colours.target),
    ]
