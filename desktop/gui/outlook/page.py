"""The page of the outlook: the fan to December, month by month, the answer and its reasons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.outlook.wording import move_sentence, needed_sentence
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.wording import N_
from desktop.gui.charts.choosing import MonthChooser
from desktop.gui.charts.cumulative import CumulativeChart
from desktop.gui.narrowing.chips import focus_names
from desktop.gui.narrowing.nothing import tell_nothing, tell_refused
from desktop.gui.outlook.legends import cumulative_legend, outlook_months_legend
from desktop.gui.outlook.months_chart import OutlookMonthsChart
from desktop.gui.outlook.numbers import of_month_rows, of_moves, of_sentences, offers_of
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
from desktop.gui.outlook.within import Narrowing, flows_within, landing_within, why_within
from desktop.gui.parts.empty_state import EmptyState
from desktop.gui.parts.layouts import Scrolling, column, row
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

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop.analysis.outlook import Assumed, Fanned, FlowOutlook, Outlook, PartsOutlook
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.gui.forecasting import Forecaster
    from desktop.gui.outlook.within import Within
    from desktop.gui.scenarios.errand import ScenarioErrand
    from desktop.gui.session import Session
    from desktop.gui.tokens import Colours

_LEFT_WIDTH, _RIGHT_WIDTH = 60, 40
_HEIGHTS = (60, 40)
_LOWEST_CHART, _LOWEST = 180, (130, 176, 130, 138)
_LEAST_RIGHT = 436
_SHARES = (0, 0, 2, 3)
"""Of the height that the cards beside the charts share: chances and reasons take what they need."""
_ROOMY, _MOST_CHANCES = 860, 6
"""From this height on the reasons have a card of their own; below it they share one by tabs."""
_LOW = 660
"""Below it notes take a line, and tables with a note one row at least: nothing scrolls."""


class OutlookPage(QWidget):
    """Shows the outlook that the overview's forecaster has. `asked` asks where a number is from."""

    asked = Signal(object)  # Number

    def __init__(self, session: Session, forecaster: Forecaster, scenarios: ScenarioErrand) -> None:
        """Show what there is already; `forecaster` and `scenarios` say when there is another."""
        super().__init__()
        self._session, self._forecaster = session, forecaster
        self._narrowing, self._aged = Narrowing(session), True
        self.scenarios = scenarios
        self.editing = ScenarioEditing(session, forecaster, scenarios)
        self.bar, self.assumed = ScenarioBar(scenarios), ScenarioCard()
        self.charts = (CumulativeChart(bands=3), OutlookMonthsChart())
        self.charts[1].lane.numbered = False
        self.cumulative, self.months = (TwinPanel(chart) for chart in self.charts)
        self.answer = AnswerCard()
        self.chances, self.why = TablePane(), WhyPane()
        self.chances.sparing = True  # most years have one target: the months beneath need the room
        self.seen, self.record = TablePane(), TablePane()
        self.items, self.markets = TablePane(), TablePane()
        self.reasons, self.history = TabCard(), TabCard()
        self.grounds = TabCard()
        self.levers = TablePane()
        self.empty = EmptyState()
        tables = {
            "flows": self.answer.table, "chances": self.chances.table, "items": self.items.table,
            "markets": self.markets.table, "levers": self.levers.table, "seen": self.seen.table,
            "record": self.record.table,
        }  # fmt: skip
        self.offers: list[Offer] = []
        for offer in (
            *offers_of(tables, self.charts, self.answer, self._told, self._within, self._parts),
            *scenario_offers(self.assumed, self._assumed),
            Offer(self.why, partial(of_sentences, self._told, self._within)),
            Offer(self.seen.note, partial(of_moves, self._told, self._within)),
            Offer(self.seen.brief, partial(of_moves, self._told, self._within)),
        ):
            self._take(offer)
        for twin, which in ((self.cumulative, ""), (self.months, "alone_")):
            offer_of_twin(twin, of_month_rows(self._told, self._within, which), self._take)
        self._lay_out()
        self._choosers = [MonthChooser(chart) for chart in self.charts]
        self._connect()

    def _take(self, offer: Offer) -> None:
        offer.asked.connect(self.asked)
        offer.looked.connect(self._session.look_at)
        self.offers.append(offer)

    def _lay_out(self) -> None:
        self._share_out()
        self.history.hold((self.seen, self.record, self.items, self.markets))
        left = column(self.cumulative, self.months, gap=GAP)
        for number, panel in enumerate((self.cumulative, self.months)):
            panel.setMinimumHeight(_LOWEST_CHART)
            left.setStretch(number, _HEIGHTS[number])
        beside = (self.reasons, self.grounds, self.assumed, self.history)
        right = column(self.answer, *beside, gap=GAP)
        for number, card in enumerate(beside, 1):
            card.setMinimumHeight(_LOWEST[number - 1])
            card.setMinimumWidth(_LEAST_RIGHT)
            right.setStretch(number, _SHARES[number - 1])
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

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What wears the style sheet, each by itself: all at once would take too long a turn."""
        cards = self.answer, self.reasons, self.grounds, self.assumed, self.history
        bar = self._scrolling.verticalScrollBar()
        return (self.bar, self.cumulative, self.months, *cards, self.empty, bar)

    def _share_out(self) -> None:
        """Show the reasons beside the chances on a page that has the room."""
        roomy = self.height() >= _ROOMY
        self.chances.table.wish_for(_MOST_CHANCES if roomy else 2)
        for part in (self.answer, self.seen, self.record):
            part.be_low(low=self.height() < _LOW)
        if roomy:  # who lets go comes first: a pane stands on one card only
            self.reasons.hold((self.chances, self.levers))
            self.grounds.hold((self.why,))
        else:
            self.grounds.hold(())
            self.reasons.hold((self.chances, self.why, self.levers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the reasons a card of their own where there is room for one."""
        super().resizeEvent(event)
        self._share_out()

    def _connect(self) -> None:
        scenarios, bar = self.scenarios, self.bar
        self._forecaster.answered.connect(self._follow)
        self._session.focus_changed.connect(self._follow)
        self._narrowing.answered.connect(self._draw_in_turns)
        for chooser in self._choosers:
            chooser.chosen.connect(self._focus_on_month)
        scenarios.listed.connect(self._draw_in_turns)
        scenarios.applied.connect(self._draw_in_turns)
        bar.new_asked.connect(self.new_scenario)
        bar.edit_asked.connect(lambda: self.editing.edit(self))
        bar.remove_asked.connect(self.editing.remove)
        bar.read_asked.connect(lambda: self.editing.read(self))
        bar.write_asked.connect(lambda: self.editing.write(self))
        add_keys(self, ("F2",), N_("Change the scenario shown…"), bar.edit_asked.emit)
        add_keys(self, ("Ctrl+Del",), N_("Remove the scenario shown"), bar.remove_asked.emit)

    def _follow(self) -> None:
        """Look at what is in focus: at once where the page is seen, else when it will be."""
        self._aged = not self.isVisible()
        if not self._aged:
            self._narrowing.refresh(self._forecaster.overview)
            self._draw_in_turns()

    def _draw_in_turns(self) -> None:
        """Draw what is held by now, the tables after the charts; unseen, once the page is shown."""
        self._aged = self._aged or not self.isVisible()
        if not self._aged:
            self._draw_answer()
            QTimer.singleShot(0, self, self._draw_tables_in_turns)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what came into focus meanwhile: in a turn of its own, so that the page opens."""
        super().showEvent(event)
        if self._aged:
            dressing = self._session.theme.dressing
            dressing.hold_still(self.window())
            dressing.then(self, self._follow)

    def _focus_on_month(self, slot: int) -> None:
        """Look at a month that has come, on every page; here it is marked."""
        shown = self._forecaster.overview
        if shown is not None and slot < shown.through.number:
            self._session.focus_on(month=Month(shown.year, slot + 1))

    def new_scenario(self) -> None:
        """Let the user make a scenario."""
        self.editing.new(self)

    def _assumed(self) -> tuple[Outlook, Sequence[Assumed]] | None:
        told = self._told()
        return (told, self.scenarios.found) if told and self.scenarios.found else None

    def _told(self) -> Outlook | None:
        """The outlook, of what is in focus alone where something is."""
        found, within = self._forecaster.of(self._forecaster.overview), self._within()
        return within.of_it(found) if found and within else found

    def _within(self) -> Within | None:
        return self._narrowing.of(self._forecaster.overview)

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        self._draw_answer()
        self._draw_reasons()
        self._draw_history()

    def _tell_empty(self) -> None:
        """Say why there is no outlook, once that is known."""
        told = self._forecaster
        self.empty.setVisible(told.told or told.refusal is not None)
        if told.refusal is not None:
            tell_refused(self.empty, self._session, told.refusal, told.again_asked.emit)
            return
        needs = self._session.language._(
            "The outlook goes on from the months of a year and the years before it: import "
            "the statistics office's monthly tables."
        )
        tell_nothing(self.empty, self._session, "outlook", needs)

    def _draw_answer(self) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        overview = self._forecaster.overview
        self._scrolling.setVisible(overview is not None)
        if overview is None:
            self._tell_empty()
            return
        self.empty.setVisible(False)
        within, found = self._within(), self._told()
        assumed = () if within or not found else self.scenarios.found
        self.bar.draw(lang, colours)
        self.bar.setVisible(not self._narrowing.wanted)
        self.assumed.draw(found, assumed, lang, colours)
        if within:
            answer = landing_within(within, lang)
            self.answer.tell(answer, flows_within(within, lang), lang, colours)
            self._draw_charts(within.progress, within.exports, focus_names(within.focus, lang))
        else:
            awaited = self._narrowing.wanted
            self.answer.draw(None if awaited else found, lang, colours)
            self._draw_charts(overview.exports, found.exports if found else None, "", assumed)
        self._mark_month(overview.year, colours)
        for offer in self.offers:
            offer.lang = lang

    def _mark_month(self, year: int, colours: Colours) -> None:
        month = self._session.focus.month
        slot = month.number - 1 if month and month.year == year else None
        for chooser in self._choosers:
            chooser.mark(slot, colours)

    def _draw_charts(
        self, exports: Progress, flow: Fanned | None, name: str, assumed: Sequence[Assumed] = ()
    ) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        cumulative, months = self.charts
        cumulative.draw(exports, lang, colours, flow, assumed)
        months.draw(exports, flow, lang, colours)
        about = f" · {name}" if name else ""
        foreseen = flow is None or bool(flow.fan)
        self.cumulative.title.brief = lang._("Exports") + about
        self.months.title.brief = lang._("Month by month")
        self.cumulative.show_twin(
            lang._("Exports to December") + about,
            cumulative_legend(exports, lang, colours, foreseen=foreseen),
            partial(to_date_grid, exports, flow, lang, assumed), lang, colours,
        )  # fmt: skip
        self.months.show_twin(
            lang._("Exports month by month") + about,
            outlook_months_legend(exports, lang, colours, foreseen=foreseen),
            partial(months_grid, exports, flow, lang), lang, colours,
        )  # fmt: skip

    def _draw_tables_in_turns(self) -> None:
        """Fill one card after another: all of them in one turn would be felt as a stop."""
        self._draw_reasons()
        QTimer.singleShot(0, self, self._draw_history)

    def _draw_reasons(self) -> None:
        """Fill the card of chances, reasons and levers."""
        if self._forecaster.overview is None:
            return
        lang, colours = self._session.language, self._session.theme.colours
        within, found, exports = self._answers()
        with self.reasons.at_once():
            chances = chances_grid(found, lang) if found and found.chances else None
            self.chances.show_table(lang._("Chances"), chances, lang, colours, _joint(found, lang))
            if within:
                self.why.tell(why_within(within, lang), lang)
            else:
                self.why.draw(exports, lang, needed_sentence(found, lang) if found else "")
            levers = levers_grid(found, lang) if found and found.levers else None
            self.levers.show_table(
                lang._("What would do it"), levers, lang, colours,
                lang._("Each alone, all else as expected."),
            )  # fmt: skip

    def _answers(self) -> tuple[Within | None, Outlook | None, FlowOutlook | None]:
        """What is narrowed to, what is told of it, and all exports where nothing is narrowed."""
        within, found = self._within(), self._told()
        return within, found, found.exports if found and not within else None

    def _draw_history(self) -> None:
        """Fill the card of what was told before, and of items and markets."""
        if self._forecaster.overview is None:
            return
        lang, colours = self._session.language, self._session.theme.colours
        within, found, exports = self._answers()
        with self.history.at_once():
            seen = seen_grid(exports, lang) if exports and exports.seen else None
            moved = move_sentence(exports, lang) if exports else ""
            self.seen.show_table(lang._("Since January"), seen, lang, colours, moved)
            record = exports.record if exports else None
            self.record.show_table(
                lang._("Track record"), record_grid(record, lang) if record else None, lang,
                colours, _record_note(exports, lang),
            )  # fmt: skip
            self._draw_parts(lang, colours)
        if found and self.scenarios.found and not within:
            self.history.setVisible(False)  # the scenarios take their place
            self.answer.table.setVisible(False)

    def _parts(self, dimension: Dimension) -> PartsOutlook | None:
        """The items or markets that are listed: of all exports, or within what is in focus."""
        within, found = self._within(), self._told()
        if within is None:
            return found.parts_of(Flow.EXPORT, dimension) if found else None
        own = within.part.parts if within.part else None
        return own if own and own.dimension is dimension else None

    def _draw_parts(self, lang: Language, colours: Colours) -> None:
        for pane, dimension, title in (
            (self.items, Dimension.ITEM, lang._("Items")),
            (self.markets, Dimension.MARKET, lang._("Markets")),
        ):
            parts = self._parts(dimension)
            grid = parts_grid(parts, lang) if parts else None
            pane.show_table(title, grid, lang, colours)


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
