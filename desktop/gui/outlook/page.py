"""The page of the outlook: the fan to December, month by month, the answer and its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.outlook.wording import move_sentence, needed_sentence
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import N_
from desktop.gui.charts.cumulative import CumulativeChart
from desktop.gui.narrowing.nothing import tell_nothing
from desktop.gui.outlook.months_chart import OutlookMonthsChart
from desktop.gui.outlook.numbers import of_month_rows, offers_of
from desktop.gui.outlook.panes import AnswerCard, WhyPane
from desktop.gui.outlook.tables import (
    chances_grid,
    levers_grid,
    months_grid,
    parts_grid,
    record_grid,
    seen_grid,
    to_date_grid,
)
from desktop.gui.parts.empty_state import EmptyState
from desktop.gui.parts.layouts import Scrolling, column, row
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.parts.tab_card import TabCard
from desktop.gui.parts.table_pane import TablePane
from desktop.gui.provenance.offer import Offer, offer_of_twin
from desktop.gui.scenarios.bar import ScenarioBar
from desktop.gui.scenarios.card import ScenarioCard
from desktop.gui.scenarios.editing import ScenarioEditing
from desktop.gui.scenarios.numbers import offers_of as scenario_offers
from desktop.gui.tokens import GAP, MARGIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.outlook import Assumed, FlowOutlook, Outlook
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.gui.forecasting import Forecaster
    from desktop.gui.scenarios.errand import ScenarioErrand
    from desktop.gui.session import Session
    from desktop.gui.tokens import Colours

_LEFT_WIDTH, _RIGHT_WIDTH = 60, 40
_HEIGHTS = (60, 40)
_LOWEST_CHART, _LOWEST_TABLE = 180, 130
_LEAST_RIGHT = 430


class OutlookPage(QWidget):
    """Shows the outlook that the overview's forecaster has. `asked` asks where a number is from."""

    asked = Signal(object)  # Number

    def __init__(self, session: Session, forecaster: Forecaster, scenarios: ScenarioErrand) -> None:
        """Show what there is already; `forecaster` and `scenarios` say when there is another."""
        super().__init__()
        self._session, self._forecaster = session, forecaster
        self.scenarios = scenarios
        self.editing = ScenarioEditing(session, forecaster, scenarios)
        self.bar, self.assumed = ScenarioBar(scenarios), ScenarioCard()
        self.charts = (CumulativeChart(bands=3), OutlookMonthsChart())
        self.cumulative, self.months = (TwinPanel(chart) for chart in self.charts)
        self.answer = AnswerCard()
        self.chances, self.why = TablePane(), WhyPane()
        self.seen, self.record = TablePane(), TablePane()
        self.items, self.markets = TablePane(), TablePane()
        self.reasons, self.history = TabCard(), TabCard()
        self.levers = TablePane()
        self.empty = EmptyState()
        tables = {
            "flows": self.answer.table, "chances": self.chances.table, "items": self.items.table,
            "markets": self.markets.table, "levers": self.levers.table, "seen": self.seen.table,
            "record": self.record.table,
        }  # fmt: skip
        self.offers: list[Offer] = []
        for offer in (
            *offers_of(tables, self.charts, self.answer, self._told),
            *scenario_offers(self.assumed, self._assumed),
        ):
            self._take(offer)
        offer_of_twin(self.cumulative, of_month_rows(self._told, ""), self._take)
        offer_of_twin(self.months, of_month_rows(self._told, "alone_"), self._take)
        self._lay_out()
        forecaster.answered.connect(self.redraw)
        self._connect()
        self.redraw()

    def _take(self, offer: Offer) -> None:
        offer.asked.connect(self.asked)
        self.offers.append(offer)

    def _lay_out(self) -> None:
        self.reasons.hold((self.chances, self.why, self.levers))
        self.history.hold((self.seen, self.record, self.items, self.markets))
        left = column(self.cumulative, self.months, gap=GAP)
        for number, panel in enumerate((self.cumulative, self.months)):
            panel.setMinimumHeight(_LOWEST_CHART)
            left.setStretch(number, _HEIGHTS[number])
        right = column(self.answer, self.reasons, self.assumed, self.history, gap=GAP)
        for number, card in enumerate((self.reasons, self.assumed, self.history), 1):
            card.setMinimumHeight(_LOWEST_TABLE)
            card.setMinimumWidth(_LEAST_RIGHT)
            right.setStretch(number, min(number, 2))
        filled = QWidget()
        whole = row(left, right, gap=GAP)
        whole.setStretch(0, _LEFT_WIDTH)
        whole.setStretch(1, _RIGHT_WIDTH)
        page = column(self.bar, whole, gap=GAP)
        page.setStretch(1, 1)
        page.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        filled.setLayout(page)
        self._scrolling = Scrolling(filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolling)
        layout.addWidget(self.empty)

    def _connect(self) -> None:
        scenarios, bar = self.scenarios, self.bar
        scenarios.listed.connect(self.redraw)
        scenarios.applied.connect(self.redraw)
        bar.new_asked.connect(self.new_scenario)
        bar.edit_asked.connect(lambda: self.editing.edit(self))
        bar.remove_asked.connect(self.editing.remove)
        bar.read_asked.connect(lambda: self.editing.read(self))
        bar.write_asked.connect(lambda: self.editing.write(self))
        add_keys(self, ("F2",), N_("Change the scenario shown…"), bar.edit_asked.emit)
        add_keys(self, ("Ctrl+Del",), N_("Remove the scenario shown"), bar.remove_asked.emit)

    def new_scenario(self) -> None:
        """Let the user make a scenario."""
        self.editing.new(self)

    def _assumed(self) -> tuple[Outlook, Sequence[Assumed]] | None:
        told = self._told()
        return (told, self.scenarios.found) if told and self.scenarios.found else None

    def _told(self) -> Outlook | None:
        return self._forecaster.of(self._forecaster.overview)

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        overview = self._forecaster.overview
        self._scrolling.setVisible(overview is not None)
        self.empty.setVisible(overview is None and self._forecaster.told)
        if overview is None:
            needs = lang._(
                "The outlook goes on from the months of a year and the years before it: import "
                "the statistics office's monthly tables."
            )
            tell_nothing(self.empty, self._session, "outlook", needs)
            return
        found = self._forecaster.of(overview)
        assumed = self.scenarios.found if found else ()
        self.answer.draw(found, lang, colours)
        self.bar.draw(lang, colours)
        self.assumed.draw(found, assumed, lang, colours)
        exports = found.exports if found else None
        self._draw_charts(overview.exports, exports, lang, colours)
        self._draw_tables(found, lang, colours)
        for offer in self.offers:
            offer.lang = lang

    def _draw_charts(
        self, exports: Progress, flow: FlowOutlook | None, lang: Language, colours: Colours
    ) -> None:
        cumulative, months = self.charts
        assumed = self.scenarios.found if flow else ()
        cumulative.draw(exports, lang, colours, flow, assumed)
        months.draw(exports, flow, lang, colours)
        self.cumulative.show_twin(
            lang._("Exports to December"), _cumulative_legend(exports, lang, colours),
            to_date_grid(exports, flow, lang, assumed), lang, colours,
        )  # fmt: skip
        self.months.show_twin(
            lang._("Exports month by month"), _months_legend(exports, lang, colours),
            months_grid(exports, flow, lang), lang, colours,
        )  # fmt: skip

    def _draw_tables(self, found: Outlook | None, lang: Language, colours: Colours) -> None:
        assumed = self.scenarios.found if found else ()
        exports = found.exports if found else None
        chances = chances_grid(found, lang) if found and found.chances else None
        self.chances.show_table(lang._("Chances"), chances, lang, colours, _joint(found, lang))
        self.why.draw(exports, lang, needed_sentence(found, lang) if found else "")
        seen = seen_grid(exports, lang) if exports and exports.seen else None
        moved = move_sentence(exports, lang) if exports else ""
        self.seen.show_table(lang._("Since January"), seen, lang, colours, moved)
        record = exports.record if exports else None
        self.record.show_table(
            lang._("Track record"), record_grid(record, lang) if record else None, lang, colours,
            _record_note(exports, lang),
        )  # fmt: skip
        levers = levers_grid(found, lang) if found and found.levers else None
        self.levers.show_table(
            lang._("What would do it"), levers, lang, colours,
            lang._("Each alone, all else as expected."),
        )  # fmt: skip
        for pane, dimension, title in (
            (self.items, Dimension.ITEM, lang._("Items")),
            (self.markets, Dimension.MARKET, lang._("Markets")),
        ):
            parts = found.parts_of(Flow.EXPORT, dimension) if found else None
            grid = parts_grid(parts, lang) if parts else None
            pane.show_table(title, grid, lang, colours)
        if assumed:  # the scenarios take their place
            self.history.setVisible(False)
            self.answer.table.setVisible(False)


def _joint(found: Outlook | None, lang: Language) -> str:
    if found is None or found.joint is None:
        return ""
    share = lang.percent(found.joint.chance, 0)
    return lang._("All {count} at once: {share}", count=found.joint.targets, share=share)


def _record_note(exports: FlowOutlook | None, lang: Language) -> str:
    if exports is None or exports.record is None:
        return ""
    return lang._(
        "Told after {month} of each year, by the figures as they stand; {held} of {count} years "
        "ended within the 80% band.",
        month=lang.month_name(exports.landing.through.number), held=exports.record.held,
        count=len(exports.record.years),
    )  # fmt: skip


def _cumulative_legend(exports: Progress, lang: Language, colours: Colours) -> list[Entry]:
    entries = [
        Entry(lang._("actual"), Mark.LINE, colours.primary),
        Entry(lang._("median"), Mark.DASHED_LINE, colours.primary),
        Entry("50 · 80 · 95%", Mark.BOX, colours.estimate_fill),
    ]
    if exports.months[-1].path is not None:
        entries.append(Entry(lang._("path"), Mark.DASHED_LINE, colours.target))
    entries.append(Entry(str(exports.year - 1), Mark.LINE, colours.last_year_line))
    return entries


def _months_legend(exports: Progress, lang: Language, colours: Colours) -> list[Entry]:
    forecast = lang._("median, and what 80% lie in")
    entries = [
        Entry(str(exports.year - 1), Mark.BOX, colours.last_year_bar),
        Entry(str(exports.year), Mark.BOX, colours.primary),
    ]
    if any(p.status is Status.ESTIMATE for p in exports.months):
        words = lang._("estimate")
        entries.append(Entry(words, Mark.HATCHED_BOX, colours.estimate_fill, colours.primary))
    return [*entries, Entry(forecast, Mark.DASHED_BOX, colours.primary_soft, colours.primary)]
