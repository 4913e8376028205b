"""The panels of the page of sectors: bars, small multiples, the chosen item's markets."""

from __future__ import annotations

from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import Language
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.text import Elided
from desktop.gui.sectors.lines import bars, price_grid, price_words
from desktop.gui.structure.answer import RankedAnswer
from desktop.gui.structure.multiples import Multiples
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.parts import split_grid
from desktop.gui.structure.ranking import Ranking
from desktop.gui.structure.shades import fill
from desktop.gui.structure.words import namer
from desktop.gui.tokens import Colours


class BarsPanel(TwinPanel):
    """Items or groups by value, in the shade of their growth."""

    def __init__(self) -> None:
        """Start empty."""
        self.ranking = Ranking()
        super().__init__(self.ranking)
        self.note = Elided("small")
        self.body.addWidget(self.note)

    def draw(
        self, answer: RankedAnswer, order: Order, title: str, lang: Language, colours: Colours
    ) -> None:
        """Rank the parts."""
        split = answer.ranked
        shown = bars(split, answer.view, order, lang)
        self.ranking.show_ranked(shown, colours, answer.code)
        grid = price_grid(split, answer.view, order, lang)
        self.show_twin(title, growth_legend(lang, colours), grid, lang, colours)
        self.note.setText(split.notes[lang.code != "vi"])
        self.note.setVisible(bool(self.note.text()))


def growth_legend(lang: Language, colours: Colours) -> tuple[Entry, ...]:
    """Explain the shades of growth."""
    return (
        Entry(lang._("fell by over 10%"), Mark.BOX, fill(-3, colours)),
        Entry(lang._("fell"), Mark.BOX, fill(-1, colours)),
        Entry(lang._("grew"), Mark.BOX, fill(1, colours)),
        Entry(lang._("grew by over 25%"), Mark.BOX, fill(3, colours)),
    )


class MultiplesPanel(TwinPanel):
    """All items' months side by side."""

    def __init__(self) -> None:
        """Start empty."""
        self.multiples = Multiples()
        super().__init__(self.multiples)

    def draw(self, answer: RankedAnswer, lang: Language, colours: Colours) -> None:
        """Draw every item."""
        split = answer.singles
        self.multiples.draw(split, answer.view, lang, colours, answer.code)
        title = lang._("18 months, each from its own least")
        grid = split_grid(split, answer.view, Order.VALUE, lang)
        self.show_twin(title, (Entry(lang._("growth in %")),), grid, lang, colours)


class ItemPanel(TwinPanel):
    """One item: where it goes, and what volume and price did."""

    def __init__(self) -> None:
        """Start empty."""
        self.ranking = Ranking()
        super().__init__(self.ranking)
        self.price = Elided("secondary")
        self.body.addWidget(self.price)

    def draw(self, answer: RankedAnswer, flow: Flow, lang: Language, colours: Colours) -> None:
        """Draw the item looked at."""
        name = namer(flow, Dimension.ITEM, lang)(answer.code)
        title = lang._("{item} · markets", item=name)
        if answer.detail:
            split = answer.detail.split
            shown = bars(split, answer.view, Order.VALUE, lang, brief=True)
            self.ranking.show_ranked(shown, colours)
            grid = split_grid(split, answer.view, Order.VALUE, lang)
            self.show_twin(title, (Entry(lang._("bn USD")),), grid, lang, colours)
        part = answer.singles.part(answer.code)
        words = price_words(part.price, lang) if part and part.price else ""
        self.price.setText(words[:1].upper() + words[1:])
        self.price.setVisible(bool(words))
