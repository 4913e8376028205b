"""The panels of the page of sectors: bars, small multiples, the chosen item's markets."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.analysis.structure_results import Split
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import Language, capitalised
from desktop.gui.parts.buttons import IconButton
from desktop.gui.parts.grid import EMPTY as NO_GRID
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.text import Elided, label
from desktop.gui.sectors.lines import bars, price_grid, price_words
from desktop.gui.sectors.treemap import Treemap
from desktop.gui.structure.answer import RankedAnswer
from desktop.gui.structure.lines import EMPTY
from desktop.gui.structure.multiples import Multiples
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.parts import split_grid
from desktop.gui.structure.ranking import Ranking
from desktop.gui.structure.risers import RisersLine
from desktop.gui.structure.shades import GROWTH, estimate_entry, fill
from desktop.gui.structure.spots import has_estimates
from desktop.gui.structure.words import BOTH_NEEDED, namer
from desktop.gui.tokens import Colours


class BarsPanel(TwinPanel):
    """Items or groups by value, in the shade of their growth: as bars, or as areas."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start with bars."""
        self.ranking, self.treemap = Ranking(), Treemap()
        drawings = QStackedWidget()
        drawings.addWidget(self.ranking)
        drawings.addWidget(self.treemap)
        super().__init__(drawings)
        self.ranking.chosen.connect(self.chosen)
        self.treemap.chosen.connect(self.chosen)
        self.areas = IconButton("treemap", checkable=True)
        self.areas.toggled.connect(lambda on: drawings.setCurrentIndex(int(on)))
        self.head.insertWidget(self.head.count() - 1, self.areas)
        self.toggle.toggled.connect(lambda on: self.areas.setVisible(not on))
        self.risers, self.note = RisersLine(), label("small")
        self.note.setWordWrap(True)
        self.body.addWidget(self.risers)
        self.body.addWidget(self.note)

    def draw(
        self, answer: RankedAnswer, order: Order, title: str, lang: Language, colours: Colours
    ) -> None:
        """Rank the parts."""
        split = answer.ranked
        shown = bars(split, answer.view, order, lang)
        self.ranking.show_ranked(shown, colours, answer.code)
        self.treemap.draw(_areas(answer), answer.view, lang, colours, answer.code)
        grid = partial(price_grid, split, answer.view, order, lang)
        estimate = (estimate_entry(lang, colours),) if has_estimates(split) else ()
        legend = (*estimate, growth_legend(lang, colours))
        self.show_twin(title, legend, grid, lang, colours)
        for drawing in (self.ranking, self.treemap):
            drawing.setAccessibleName(self.chart.accessibleName())
        self.areas.dress(colours.muted, lang._("As areas"))
        self.risers.draw(split, lang)
        self.note.setText(split.notes[lang.code != "vi"])
        self.note.setVisible(bool(self.note.text()))


def _areas(answer: RankedAnswer) -> Split:
    """Give what is drawn as areas: of a group alone its members, which it would hide."""
    split = answer.ranked
    members = tuple(p._replace(within="") for p in split.parts if p.within)
    alone = answer.group and {p.code for p in split.parts if not p.within} == {answer.code}
    return replace(split, parts=members) if alone and members else split


def growth_legend(lang: Language, colours: Colours) -> Entry:
    """Explain the shades of growth, from a steep fall to a steep rise."""
    _, _, steep = GROWTH
    shades = tuple(fill(step, colours) for step in range(-3, 4))
    fall, rise = (lang.percent(side * steep, 0, sign=True) for side in (-1, 1))
    return Entry(rise, Mark.RAMP, before=lang._("growth {low}", low=fall), shades=shades)


class MultiplesPanel(TwinPanel):
    """All items' months side by side."""

    def __init__(self) -> None:
        """Start empty."""
        self._colours: Colours | None = None
        self.multiples = Multiples()
        super().__init__(self.multiples)
        self.multiples.relaid.connect(self._explain)

    def draw(self, answer: RankedAnswer, lang: Language, colours: Colours) -> None:
        """Draw every item."""
        split = answer.singles
        self.multiples.draw(split, answer.view, lang, colours, answer.code)
        title = lang._("18 months, each on a scale of its own")
        grid = partial(split_grid, split, answer.view, Order.VALUE, lang)
        self.show_twin(title, self._legend(lang), grid, lang, colours)
        self._colours = colours

    def _legend(self, lang: Language) -> tuple[Entry, ...]:
        words = lang._("growth in %") if self.multiples.roomy else lang._("▲ grew  ▼ fell")
        return (Entry(words),)

    def _explain(self) -> None:
        self.stack.setMinimumHeight(self.multiples.minimumSizeHint().height())
        if self._colours:
            self.legend.show_entries(self._legend(self.language), self._colours)


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
        split = answer.detail.split if answer.detail else None
        shown = bars(split, answer.view, Order.VALUE, lang, brief=True) if split else EMPTY
        self.ranking.show_ranked(shown, colours, empty=lang._(BOTH_NEEDED))
        grid = partial(split_grid, split, answer.view, Order.VALUE, lang) if split else NO_GRID
        self.show_twin(title, (Entry(lang._("bn USD")),), grid, lang, colours)
        part = answer.singles.part(answer.code)
        words = price_words(part.price, lang) if part and part.price else ""
        self.price.setText(capitalised(words))
        self.price.setVisible(bool(words))
