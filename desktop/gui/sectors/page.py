"""The page of sectors: items by value, growth, price and volume; and the item looked at."""

from __future__ import annotations

from typing import Any

from desktop.analysis.structure_results import Split, Window
from desktop.analysis.structure_view import View
from desktop.figures.catalogue import items
from desktop.figures.groupings import Dimension, group_named, schemes, schemes_of
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_
from desktop.gui.parts.chooser import Choice
from desktop.gui.parts.halves import Halves, half
from desktop.gui.sectors.panels import BarsPanel, ItemPanel, MultiplesPanel
from desktop.gui.session import Session
from desktop.gui.structure.answer import RankedAnswer, RankedAsked, question
from desktop.gui.structure.numbers import (
    of_split_rows,
    offer_of_lines,
    offer_of_places,
    offer_of_price,
    offer_of_risers,
)
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.page import StructurePage
from desktop.gui.structure.periods import ranked_title

ITEMS = "ITEMS"
"""No scheme: item by item."""


class SectorsPage(StructurePage):
    """Which goods carry exports, by price or by volume, and where they go."""

    subject = "sectors"
    needs = N_(
        "Items are told by every monthly table of the statistics office or of customs: import one."
    )

    def __init__(self, session: Session) -> None:
        """Start empty; the first look at it asks."""
        self.bars, self.multiples, self.item = BarsPanel(), MultiplesPanel(), ItemPanel()
        right = half((self.multiples, self.item), (58, 42))
        content = Halves(session.memory, "sectors", (self.bars, right), 0.56)
        super().__init__(session, content)
        self.scheme = Choice()
        self.scheme.code = self._grouped()
        self.tools.addWidget(self.scheme)
        self.scheme.chosen.connect(self._regroup)
        self.windows = self.offer_windows()
        self.flows = self.offer("flow", [f.value for f in TRADE])
        self.order = self.offer_order()
        self.bars.chosen.connect(self._focus)
        self.bars.areas.setChecked(session.memory.text("sectors-areas") == "yes")
        self.bars.areas.toggled.connect(lambda on: self.remember("areas", "yes" if on else ""))
        self.multiples.multiples.chosen.connect(self._focus)
        self.item.ranking.chosen.connect(lambda code: session.focus_on(market=code))
        self._offer_numbers()
        self.redraw()

    def _offer_numbers(self) -> None:
        self.offer_numbers(
            offer_of_lines(self.bars.ranking, self._shown),
            offer_of_risers(self.bars.risers, self._shown),
            offer_of_places(self.bars.treemap, self._shown),
            offer_of_places(self.multiples.multiples, self._singles),
            offer_of_lines(self.item.ranking, self._markets),
            offer_of_price(
                self.item.price, lambda: self.answer and self.answer.code, self._singles
            ),
        )
        order = lambda: Order(self.order.code)  # noqa: E731 - as it is when asked
        spoken = lambda: self.session.language  # noqa: E731 - as it is when asked
        self.offer_rows(self.bars, of_split_rows(self._shown, order, spoken))
        by_value = lambda: Order.VALUE  # noqa: E731 - as above
        self.offer_rows(self.multiples, of_split_rows(self._singles, by_value, spoken))
        self.offer_rows(self.item, of_split_rows(self._markets, by_value, spoken))

    def _shown(self) -> tuple[Split, View] | None:
        return self.answer and (self.answer.ranked, self.answer.view)

    def _singles(self) -> tuple[Split, View] | None:
        return self.answer and (self.answer.singles, self.answer.view)

    def _markets(self) -> tuple[Split, View] | None:
        held = self.answer and self.answer.detail
        return held and (held.split, self.answer.view)

    @property
    def flow(self) -> Flow:
        """Exports or imports."""
        return Flow(self.flows.choice)

    def question(self) -> Any:
        """Ask for the view, the ranking and the item looked at, in the flow that has it."""
        item = self.session.focus.item
        if item and not _has(self.flow, item):
            known = (flow for flow in TRADE if _has(flow, item))
            self.flows.choose(next(known, self.flow).value)
        self.scheme.code = self._grouped()
        scheme = "" if self.scheme.code == ITEMS else self.scheme.code
        asked = RankedAsked(Dimension.ITEM, scheme, Window(self.windows.choice), self.flow)
        return question(asked, self.session.selection, self.session.focus)

    def _focus(self, code: str) -> None:
        """Look at one item, or at one group of items, on every page."""
        self.session.focus_on(item=code)

    def _grouped(self) -> str:
        """Give the scheme that is remembered, where it is one: an office's own come and go."""
        remembered = self.session.memory.text("sectors-scheme", ITEMS)
        return remembered if remembered in schemes() else ITEMS

    def _regroup(self, code: str) -> None:
        self.remember("scheme", code)
        self.dress()
        self.refresh()

    def dress(self) -> None:
        """Word the tools."""
        lang, colours = self.session.language, self.session.theme.colours
        known = schemes_of(Dimension.ITEM, self.flow)
        offered = {ITEMS: lang._("item by item")} | {s.code: s.name(lang.code) for s in known}
        self.scheme.offer(lang._("Grouped"), offered, colours)
        self.dress_windows(self.windows)
        self.dress_flows(self.flows)
        self.dress_order(self.order)

    def draw(self) -> None:
        """Draw the three panels."""
        answer = self.answer
        assert isinstance(answer, RankedAnswer)
        lang, colours = self.session.language, self.session.theme.colours
        title = ranked_title(answer.ranked, answer.view, lang)
        self.bars.draw(answer, Order(self.order.code), title, lang, colours)
        self.multiples.draw(answer, lang, colours)
        self.item.draw(answer, self.flow, lang, colours)


def _has(flow: Flow, code: str) -> bool:
    """Say whether a flow has an item, or a group of them."""
    group = group_named(code)
    return group.flow in {None, flow} if group else code in items(flow)
