"""The page of the balance: both flows by month, the surplus against its target, what moved it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.analysis.inside_wording import difference_of_balance_told
from desktop.analysis.structure_results import Window
from desktop.analysis.structure_view import BalanceCourse, BalanceView
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.wording import N_, Language, side_by_side
from desktop.gui.balance.bridge import BridgeChart, bridge_grid
from desktop.gui.balance.charts import FlowsChart, SurplusChart, SurplusToDateChart
from desktop.gui.balance.firm import Firm
from desktop.gui.balance.numbers import (
    of_month_rows,
    of_partner_rows,
    of_step_rows,
    offer_of_months,
    offer_of_partners,
    offer_of_steps,
)
from desktop.gui.balance.partners import partner_grid, partner_lines
from desktop.gui.balance.unknown import change_unknown, flow_unknown
from desktop.gui.charts.choosing import MonthChooser
from desktop.gui.charts.plot import Plot
from desktop.gui.narrowing.chips import focus_name
from desktop.gui.parts.buttons import Segments
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.parts.halves import Halves, half
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.session import Session
from desktop.gui.structure.answer import months_asked
from desktop.gui.structure.page import StructurePage
from desktop.gui.structure.periods import period_words
from desktop.gui.structure.ranking import Ranking
from desktop.gui.tokens import Colours

if TYPE_CHECKING:
    from desktop.workflow import Office


ITEMS, PARTNERS = "items", "partners"
_TO_DATE = 4
"""The column of balances from January on, behind that of months."""


class BalancePage(StructurePage):
    """Is there a surplus, is it the one aimed at, and who and what moved it."""

    subject = "balance"
    needs = N_(
        "The balance needs exports and imports of the same months: import a monthly table of both."
    )

    def __init__(self, session: Session) -> None:
        """Start empty; the first look at it asks."""
        self.flows_chart, self.surplus = FlowsChart(), SurplusChart()
        self.to_date, self.bridge_chart, self.partners = (
            SurplusToDateChart(), BridgeChart(), Ranking()
        )  # fmt: skip
        self.panels = tuple(
            TwinPanel(chart)
            for chart in (
                self.flows_chart, self.surplus, self.to_date, self.bridge_chart, self.partners
            )
        )  # fmt: skip
        for chart in (self.surplus, self.to_date):
            chart.lane.numbered = False
        halves = half(self.panels[:3], (30, 30, 40)), half(self.panels[3:], (54, 46))
        content = Halves(session.memory, "balance", halves, 0.54)
        super().__init__(session, content)
        self.windows = self.offer_windows()
        self._choosers: list[MonthChooser] = []
        self.partners.chosen.connect(lambda code: session.focus_on(market=code))
        self.bridge_chart.chosen.connect(self._focus_on_step)
        self.steps = Segments((ITEMS, PARTNERS))
        if session.memory.text("balance-steps") == PARTNERS:
            self.steps.choose(PARTNERS)
        self.steps.chosen.connect(lambda code: self.remember("steps", code))
        self.steps.chosen.connect(lambda _: self.redraw())
        head = self.panels[3].head
        head.insertWidget(head.count() - 1, self.steps)
        for chart in (self.flows_chart, self.surplus, self.to_date):
            self._choosers.append(MonthChooser(chart))
            self._choosers[-1].chosen.connect(self._focus_on_month)
        self._offer_numbers()
        self.redraw()

    def _offer_numbers(self) -> None:
        shown = lambda: self.answer  # noqa: E731 - as it is when asked
        by_partner = lambda: self.by_partner  # noqa: E731 - as above
        self.offer_numbers(
            offer_of_partners(self.partners, shown),
            offer_of_months(self.flows_chart, ("exports", "imports"), shown),
            offer_of_months(self.surplus, ("balance", "last_year"), shown),
            offer_of_months(self.to_date, ("cumulative", "cumulative_last_year", "path"), shown),
            offer_of_steps(self.bridge_chart, shown, by_partner),
        )
        for panel in self.panels[:3]:
            self.offer_rows(panel, of_month_rows(shown))
        self.offer_rows(self.panels[3], of_step_rows(shown, by_partner))
        self.offer_rows(self.panels[4], of_partner_rows(shown))

    def _focus_on_month(self, slot: int) -> None:
        """Look at a month that has come; the others have nothing to show yet."""
        seen = self.answer.view.overview if self.answer else None
        months = [m.number for m in seen.months] if seen else []
        if seen and slot + 1 in months:
            self.session.focus_on(month=Month(seen.year, slot + 1))

    @property
    def by_partner(self) -> bool:
        """True where the bridge leads by partner: where there are any."""
        return self.steps.choice == PARTNERS and not self.steps.isHidden()

    def _focus_on_step(self, code: str) -> None:
        self.session.focus_on(**{"market" if self.by_partner else "item": code})

    def question(self) -> Callable[[Office, Any], BalanceView | None]:
        """Ask for the balance: of all trade, with the market, or in the item focused on."""
        chosen, focus = self.session.selection, self.session.focus
        months, window = months_asked(chosen, focus, Window(self.windows.choice))

        def ask(office: Office, _progress: Any) -> BalanceView | None:
            view = partial(office.balance_view, market=focus.market, item=focus.item)
            found = view(months, window=window)
            if found is None or focus.month is None:
                return found
            held = chosen.through
            same_year = held and held.year == months.year
            whole = view(replace(months, through=held if same_year else None))
            return replace(found, course=whole.course) if whole else found

        return ask

    def dress(self) -> None:
        """Word the tools."""
        self.dress_windows(self.windows)

    def draw(self) -> None:
        """Draw the charts and their tables."""
        answer = self.answer
        assert isinstance(answer, BalanceView)
        lang, colours = self.session.language, self.session.theme.colours
        self._draw_course(answer, lang, colours)
        period, bridge = period_words(answer.view, lang), answer.bridge
        self.steps.setVisible(bool(bridge.partners))
        self.steps.dress(
            {
                ITEMS: (lang._("Items"), lang._("What moved the balance, by item")),
                PARTNERS: (lang._("Markets"), lang._("What moved the balance, by partner")),
            }
        )
        by_partner = self.by_partner
        firm = Firm(answer, lang)
        self.bridge_chart.draw(
            bridge, lang, colours, by_partner=by_partner, firm=firm.of_stairs(by_partner=by_partner)
        )
        self.bridge_chart.explain(change_unknown(answer, lang))
        self.partners.show_ranked(partner_lines(bridge, lang, firm), colours, answer.market)
        unit = (Entry(lang._("bn USD")),)
        title = _of(answer, lang._("What moved the balance, {period}", period=period), lang)
        self.panels[3].title.brief = lang._("What moved the balance")
        steps = partial(bridge_grid, bridge, lang, by_partner=by_partner)
        self.panels[3].show_twin(title, unit, steps, lang, colours)
        title = _of(answer, lang._("By partner, {period}", period=period), lang)
        partners = partial(partner_grid, bridge, lang)
        self.panels[4].show_twin(title, unit, partners, lang, colours)
        self.panels[4].setVisible(bool(bridge.partners))

    def _draw_course(self, answer: BalanceView, lang: Language, colours: Colours) -> None:
        course, through = answer.course, _last(answer)
        year = answer.view.overview.year
        last, months = str(year - 1), course.months
        by_month, to_date = (
            [Entry(last, mark, colour)] if any(known) else []
            for mark, colour, known in (
                (Mark.BOX, colours.last_year_bar, [m.last_year is not None for m in months]),
                (Mark.LINE, colours.last_year_line,
                 [m.cumulative_last_year is not None for m in months]),
            )
        )  # fmt: skip
        marks = (
            (lang._("Exports and imports by month"),
             (Entry(lang._("exports"), Mark.BOX, colours.primary),
              Entry(lang._("imports"), Mark.BOX, colours.last_year_line))),
            (lang._("Balance by month"),
             (*by_month, Entry(lang._("surplus"), Mark.BOX, colours.primary),
              Entry(lang._("deficit"), Mark.BOX, colours.target))),
            (lang._("Balance from January on"),
             (Entry(str(year), Mark.LINE, colours.primary),
              *to_date,
              *((Entry(lang._("path of the target"), Mark.DASHED_LINE, colours.target),)
                if course.target else ()))),
        )  # fmt: skip
        estimate = any(m.status is Status.ESTIMATE for m in course.months)
        grid = partial(course_grid, course, answer.view.overview.through, lang)
        charts = (self.flows_chart, self.surplus, self.to_date)
        month, why = self.session.focus.month, flow_unknown(answer, lang)
        for chooser in self._choosers:
            chooser.mark(month.number - 1 if month else None, colours)
        for chart, panel, (title, legend) in zip(charts, self.panels, marks, strict=False):
            chart.draw(course, through, lang, colours, why=why)
            told = (*legend, _estimate(chart, lang, colours)) if estimate else legend
            whole = _of(answer, title, lang)
            panel.title.brief = title if title != whole else ""
            panel.show_twin(whole, told, grid, lang, colours)


def _estimate(chart: Plot, lang: Language, colours: Colours) -> Entry:
    """Explain how an estimate is drawn: a hollow point on a line, a hatched bar."""
    if isinstance(chart, SurplusToDateChart):
        return Entry(lang._("estimate"), Mark.RING, colours.primary)
    return Entry(lang._("estimate"), Mark.HATCHED_BOX, colours.estimate_fill, colours.primary)


def _last(answer: BalanceView) -> int:
    """Number of the last month that the charts show: one that is focused on stands among all."""
    told = (m.month.number for m in answer.course.months if m.balance is not None)
    return max(answer.view.overview.through.number, *told, 0)


def _of(answer: BalanceView, title: str, lang: Language) -> str:
    """Put the market and the item that a title speaks of before it."""
    names = [
        focus_name(kind, code, lang)
        for kind, code in (("market", answer.market), ("item", answer.item))
        if code
    ]
    return " · ".join([*names, title])


def course_grid(course: BalanceCourse, through: Month, lang: Language) -> Grid:
    """Give the months as a table: flows, balance, from January on, last year's, the path.

    The tip of the newest balance from January on says why it is not its months added up.
    """
    say, apart = lang._, difference_of_balance_told(course, through, lang)
    columns = (
        say("Month"), say("Exports"), say("Imports"), say("Balance"), say("A year before"),
        say("From January on"), say("A year before"), say("Path"),
    )  # fmt: skip
    places = side_by_side(a for m in course.months for a in (m.exports, m.imports))
    return Grid(
        columns,
        tuple(
            (
                Cell(lang.month(m.month)),
                *(
                    Cell(
                        "–" if a is None else lang.billions(a, places, sign=n > 1),
                        tip=apart if n == _TO_DATE and m.month == through else "",
                    )
                    for n, a in enumerate(
                        (m.exports, m.imports, m.balance, m.last_year, m.cumulative,
                         m.cumulative_last_year, m.path)
                    )
                ),
            )
            for m in course.months
        ),
    )  # fmt: skip
