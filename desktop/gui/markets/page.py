"""The page of markets: the ranking, the world, and the market that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.analysis.structure_results import Heat, Split, Structure, Window
from desktop.analysis.structure_view import View
from desktop.figures.groupings import Dimension, Scheme, of_the_office
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_
from desktop.gui.markets.map_panel import MapPanel
from desktop.gui.markets.numbers import (
    of_heat_rows,
    offer_of_cells,
    offer_of_concentration,
    offer_of_partner,
)
from desktop.gui.markets.panels import MarketPanel, RankingPanel
from desktop.gui.parts.halves import Halves, half
from desktop.gui.session import Session
from desktop.gui.structure.answer import EMERGING, RankedAnswer, RankedAsked, question
from desktop.gui.structure.numbers import (
    of_split_rows,
    offer_of_lines,
    offer_of_places,
    offer_of_risers,
)
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.outlines import world
from desktop.gui.structure.page import StructurePage
from desktop.gui.structure.periods import ranked_title

if TYPE_CHECKING:
    from desktop.figures.progress import Progress
    from desktop.workflow import Office

COUNTRIES = "COUNTRIES"
"""No scheme: market by market."""
KINDS = {
    COUNTRIES: N_("Countries"),
    "FTA": N_("FTA blocs"),
    "CONTINENT": N_("Continents"),
    EMERGING: N_("Emerging markets"),
}


def own_schemes() -> dict[str, Scheme]:
    """The office's own schemes of markets, by code."""
    return {c: s for c, s in of_the_office().items() if s.dimension is Dimension.MARKET}


class MarketsPage(StructurePage):
    """Which markets carry exports, which drag them, and what goes there."""

    subject = "markets"
    needs = N_(
        "Markets are told by customs' tables by partner, or by the statistics office's "
        "sheets of partners: import one."
    )

    def __init__(self, session: Session) -> None:
        """Start empty; the first look at it asks."""
        self.ranking, self.map, self.market = RankingPanel(), MapPanel(), MarketPanel()
        right = half((self.map, self.market), (52, 48))
        content = Halves(session.memory, "markets", (self.ranking, right), 0.57)
        super().__init__(session, content)
        self.kinds = self.offer("kind", self._kinds())
        self.windows = self.offer_windows()
        self.flows = self.offer("flow", [f.value for f in TRADE])
        self.order = self.offer_order()
        self.ranking.ranking.chosen.connect(self._focus)
        self.map.chosen.connect(self._focus)
        self.map.shade.chosen.connect(lambda _: self.redraw())
        self.market.heat.chosen.connect(self._focus_in_heat)
        self.market.heat.month_chosen.connect(lambda month: session.focus_on(month=month))
        self.market.rows.chosen.connect(lambda _: self.redraw())
        self._offer_numbers()
        self.redraw()

    def _offer_numbers(self) -> None:
        self.offer_numbers(
            offer_of_lines(self.ranking.ranking, self._shown),
            offer_of_places(self.map.map, self._singles),
            offer_of_cells(self.market.heat, self._cells),
            offer_of_concentration(self.ranking.foot, self._shown),
            offer_of_risers(self.ranking.risers, self._shown),
            offer_of_partner(
                self.market.balance,
                lambda: self.answer and (self.answer.code, self.answer.view.structure),
            ),
        )
        order = lambda: Order(self.order.code)  # noqa: E731 - as it is when asked
        spoken = lambda: self.session.language  # noqa: E731 - as it is when asked
        self.offer_rows(self.ranking, of_split_rows(self._shown, order, spoken))
        self.offer_rows(self.map, of_split_rows(self._singles, lambda: Order.VALUE, spoken))
        self.offer_rows(self.market, of_heat_rows(self._cells, self._structure))

    def _shown(self) -> tuple[Split, View] | None:
        return self.answer and (self.answer.ranked, self.answer.view)

    def _singles(self) -> tuple[Split, View] | None:
        return self.answer and (self.answer.singles, self.answer.view)

    def _structure(self) -> Structure | None:
        answer: RankedAnswer | None = self.answer
        return answer.view.structure if answer else None

    def _cells(self) -> tuple[Heat, Split] | None:
        """What the market's months show, and the split that their rows are parts of."""
        answer = self.answer
        heat = self.market.heat_of(answer) if answer else None
        if heat is None:
            return None
        return heat, answer.singles if self.market.by_member else answer.detail.split

    @property
    def flow(self) -> Flow:
        """Exports or imports."""
        return Flow(self.flows.choice)

    @staticmethod
    def _kinds() -> tuple[str, ...]:
        """What can be chosen: an office's own schemes come and go."""
        return (*KINDS, *own_schemes())

    def question(self) -> Any:
        """Ask for the view, the ranking and the market looked at."""
        self.offer_again(self.kinds, "kind", self._kinds())
        scheme = "" if self.kinds.choice == COUNTRIES else self.kinds.choice
        asked = RankedAsked(Dimension.MARKET, scheme, Window(self.windows.choice), self.flow)
        ask = question(asked, self.session.selection, self.session.focus)

        def errand(office: Office, progress: Progress) -> Any:
            world()  # the map's outlines, which are read once: not on the window's thread
            return ask(office, progress)

        return errand

    def _focus(self, code: str) -> None:
        """Look at one market, or at one group of markets, on every page."""
        self.session.focus_on(market=code)

    def _focus_in_heat(self, code: str) -> None:
        """Look at the item, or at the member of a group, whose row was chosen."""
        if self.market.by_member:
            self._focus(code)
        else:
            self.session.focus_on(item=code)

    def dress(self) -> None:
        """Word the tools."""
        lang = self.session.language
        shipped = {k: (lang._(w), lang._(w)) for k, w in KINDS.items()}
        self.offer_again(self.kinds, "kind", self._kinds())
        own = {code: (code, s.name(lang.code)) for code, s in own_schemes().items()}
        self.kinds.dress(own | shipped)
        self.dress_windows(self.windows)
        self.dress_flows(self.flows)
        self.dress_order(self.order)

    def draw(self) -> None:
        """Draw the three panels."""
        answer = self.answer
        assert isinstance(answer, RankedAnswer)
        lang, colours = self.session.language, self.session.theme.colours
        title = ranked_title(answer.ranked, answer.view, lang)
        order, needs = Order(self.order.code), lang._(self.needs)
        self.ranking.draw(answer, order, title, lang, colours, answer.code, needs)
        on, group = answer.view.overview.through, answer.group
        members = tuple(group.members(on)) if group else (answer.code,)
        self.map.draw(answer.singles, answer.view, lang, colours, members)
        self.market.draw(answer, self.flow, lang, colours)
