"""The panels of the page of markets beside its map: the ranking, and the chosen market by month."""

from __future__ import annotations

from functools import partial

from desktop.analysis.structure.heat import heat_of_members
from desktop.analysis.structure.wording import DIMENSIONS
from desktop.analysis.structure_results import Concentration, Heat, Partner
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import Language, side_by_side
from desktop.gui.parts.buttons import Segments
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.text import Elided, label
from desktop.gui.structure.answer import RankedAnswer
from desktop.gui.structure.heat_map import HeatMap, has_estimate, heat_grid
from desktop.gui.structure.lines import Kind, Ranked
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.parts import ranked, split_grid
from desktop.gui.structure.ranking import Ranking
from desktop.gui.structure.risers import RisersLine
from desktop.gui.structure.shades import estimate_entry
from desktop.gui.structure.words import namer, usd
from desktop.gui.tokens import Colours


class RankingPanel(TwinPanel):
    """The ranking with its table twin, and lines on concentration and on what rose."""

    def __init__(self) -> None:
        """Start empty."""
        self.ranking = Ranking()
        super().__init__(self.ranking)
        self.foot, self.risers = Elided("secondary"), RisersLine()
        self.note = label("small")
        self.note.setWordWrap(True)
        self.body.addWidget(self.foot)
        self.body.addWidget(self.risers)
        self.body.addWidget(self.note)

    def draw(
        self, answer: RankedAnswer, order: Order, title: str, lang: Language, colours: Colours,
        chosen: str, needs: str = "",
    ) -> None:  # fmt: skip
        """Rank the parts; `needs` says by what they are told, where none is."""
        split = answer.ranked
        shown = ranked(split, answer.view, order, lang)
        self.ranking.show_ranked(shown, colours, chosen, needs)
        grid = partial(split_grid, split, answer.view, order, lang)
        self.show_twin(title, _legend(shown, lang, colours), grid, lang, colours)
        self.foot.setText(standing(split.concentration, lang) if not split.scheme else "")
        self.foot.setVisible(bool(self.foot.text()))
        self.risers.draw(split, lang)
        self.note.setText(split.notes[lang.code != "vi"])
        self.note.setVisible(bool(self.note.text()))


def _legend(shown: Ranked, lang: Language, colours: Colours) -> tuple[Entry, ...]:
    unit = Entry(lang._("bn USD"))
    if all(column.kind is not Kind.BULLET for column in shown.columns):
        return (unit,)
    return unit, Entry(lang._("path to date"), Mark.LINE, colours.target)


def standing(held: Concentration, lang: Language) -> str:
    """Say how far the total rests on few."""
    if held.hhi is None or held.top_share is None:
        return ""
    text = lang.plural(
        "{count} market · the 5 largest hold {share} · HHI {hhi}",
        "{count} markets · the 5 largest hold {share} · HHI {hhi}",
        held.counted, share=lang.percent(held.top_share), hhi=lang.number(held.hhi, 3),
    )  # fmt: skip
    if held.hhi_change is None:
        return text
    change = lang.number(held.hhi_change, 3, sign=True)
    if not round(held.hhi_change, 3):
        return text + lang._(" (unchanged)")
    if held.hhi_change > 0:
        return text + lang._(" ({change}, more concentrated)", change=change)
    return text + lang._(" ({change}, less concentrated)", change=change)


ITEMS, MEMBERS = "items", "members"


class MarketPanel(TwinPanel):
    """One market, or a group: its items (or members) month by month, and the balance with it."""

    def __init__(self) -> None:
        """Start empty."""
        self.heat = HeatMap()
        super().__init__(self.heat)
        self.rows = Segments((ITEMS, MEMBERS))
        self.head.insertWidget(self.head.count() - 1, self.rows)
        self.balance = label("secondary")
        self.balance.setWordWrap(True)
        self.body.addWidget(self.balance)

    @property
    def by_member(self) -> bool:
        """True where the rows are the members of a group."""
        return not self.rows.isHidden() and self.rows.choice == MEMBERS

    def heat_of(self, answer: RankedAnswer) -> Heat | None:
        """Give the months that are drawn: of items, or of a group's members."""
        return _members(answer) if self.by_member else _items(answer)

    def draw(self, answer: RankedAnswer, flow: Flow, lang: Language, colours: Colours) -> None:
        """Draw the market, or the group, looked at."""
        self.rows.setVisible(answer.group is not None)
        self.rows.dress(
            {
                ITEMS: (lang._("Items"), lang._("Items by month")),
                MEMBERS: (lang._("Markets"), lang._("Markets by month")),
            }
        )
        dimension = Dimension.MARKET if self.by_member else Dimension.ITEM
        names = namer(flow, dimension, lang)
        market = namer(flow, Dimension.MARKET, lang)(answer.code)
        if not market:  # none is told of
            title = lang._("Markets by month") if self.by_member else lang._("Items by month")
        elif self.by_member:
            title = lang._("{market} · markets by month", market=market)
        else:
            title = lang._("{market} · items by month", market=market)
        heat = self.heat_of(answer)
        self.heat.draw(heat, names, lang, colours)
        grid = partial(heat_grid, heat, names, lang, lang._(DIMENSIONS[dimension]))
        estimate = (estimate_entry(lang, colours),) if has_estimate(heat) else ()
        legend = (*estimate, Entry(lang._("% on a year before")))
        self.show_twin(title, legend, grid, lang, colours)
        words = balance_words(answer.partner, lang) if answer.partner else ""
        self.balance.setText(words)
        self.balance.setVisible(bool(words))


def _items(answer: RankedAnswer) -> Heat | None:
    return answer.detail.heat if answer.detail else None


def _members(answer: RankedAnswer) -> Heat | None:
    if answer.group is None:
        return None
    through = answer.view.overview.through
    members = answer.group.members(through)
    return heat_of_members(answer.group.code, answer.singles, members, through)


def balance_words(partner: Partner, lang: Language) -> str:
    """Say the balance with a market in one line."""
    if partner.balance is None:
        return ""
    say, told = (
        lang._,
        partial(usd, lang=lang, places=side_by_side((partner.exports, partner.imports))),
    )
    surplus = say("surplus") if partner.balance >= 0 else say("deficit")
    text = say(
        "Exports {exports}, imports {imports}, {surplus} {amount} bn USD",
        exports=told(partner.exports), imports=told(partner.imports),
        surplus=surplus, amount=told(abs(partner.balance)),
    )  # fmt: skip
    if partner.base_balance is None:
        return text
    before = told(abs(partner.base_balance))
    if (partner.base_balance >= 0) is (partner.balance >= 0):
        return text + say(" (was {amount})", amount=before)
    kind = say("surplus") if partner.base_balance >= 0 else say("deficit")
    return text + say(" (a year before: {surplus} {amount})", surplus=kind, amount=before)
