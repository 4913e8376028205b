"""The card of contributions: items or markets, the largest effects or all, list or table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from PySide6.QtCore import Signal

from desktop.analysis.results import Contribution, Overview
from desktop.figures import catalogue
from desktop.figures.series import Flow
from desktop.figures.wording import N_, Language
from desktop.gui.narrowing.chips import focus_name
from desktop.gui.overview.contribution_heads import ContributionHead
from desktop.gui.overview.contribution_list import ContributionList, NameOf
from desktop.gui.overview.narrowing import Narrowed
from desktop.gui.overview.tables import contribution_table
from desktop.gui.parts.buttons import Segments, button
from desktop.gui.parts.dates import month_words
from desktop.gui.parts.layouts import row
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.text import Elided
from desktop.gui.tokens import TIGHT, Colours

FEWEST = 3
"""At least so many are ranked; more where the card has room for them without scrolling."""
ITEMS, MARKETS = "items", "markets"


class ContributionCard(TwinPanel):
    """What carries the growth and what drags it, most helpful first.

    `chosen` gives what is ranked ("item" or "market") and the code of a line.
    """

    chosen = Signal(str, str)

    def __init__(self) -> None:
        self.by, self.list = Segments((ITEMS, MARKETS)), ContributionList()
        self.heads = ContributionHead(self.list)
        super().__init__(self.list)
        self.base = Elided("muted")
        self._more = button("link", self._show_more)
        self._all = False
        self._drawn: tuple[Overview, Language, Colours] | None = None
        self._room, self._held = FEWEST, 0
        self.narrowed: Narrowed | None = None
        self.body.setContentsMargins(16, 8, 10, 6)
        self.body.setSpacing(TIGHT)
        self.body.insertLayout(1, row(self.by, self.heads))
        self.toggle.toggled.connect(lambda on: self.heads.setVisible(not on))
        foot = row(self.base, self._more)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.by.chosen.connect(self._redraw)
        self.list.resized.connect(self._fit)
        self.list.chosen.connect(lambda code: self.chosen.emit(self.scope, code))

    @property
    def scope(self) -> str:
        """What is ranked, as numbers are named: "item" or "market"."""
        return "item" if self.by.choice == ITEMS else "market"

    def draw(self, overview: Overview, lang: Language, colours: Colours) -> None:
        """Draw another overview, language or theme."""
        self._drawn = (overview, lang, colours)
        self.by.dress(
            {
                ITEMS: (lang._("Items"), lang._("Contribution by item")),
                MARKETS: (lang._("Markets"), lang._("Contribution by market")),
            }
        )
        self._redraw()

    def narrow(self, narrowed: Narrowed | None) -> None:
        """Rank within what every page is narrowed to; None ranks all exports."""
        self.narrowed = narrowed
        self._redraw()

    def _show_more(self) -> None:
        self._all = not self._all
        self._redraw()

    def _redraw(self) -> None:
        if self._drawn is None:
            return
        overview, lang, colours = self._drawn
        ranking: Overview | Narrowed = self.narrowed or overview
        held = ranking.items if self.by.choice == ITEMS else ranking.markets
        self.base.setText(_base(self.narrowed, self.scope, lang) if held else "")
        self._held = len(held)
        self._room = max(self.list.share(self._held), FEWEST)
        shown = ranked(held) if self._all else ranked(largest(held, self._room))
        self._fill(shown, lang, colours)
        self._tell_count(len(shown), len(held), lang)

    def _fill(self, shown: Sequence[Contribution], lang: Language, colours: Colours) -> None:
        short, full = names(self.by.choice, lang, short=True), names(self.by.choice, lang)
        chosen = getattr(self.narrowed.focus, self.scope) if self.narrowed else ""
        why = lang._("no return tells of it" if self.narrowed else _EMPTY[self.by.choice])
        self.list.show_contributions(tuple(shown), short, lang, colours, chosen, why)
        grid = partial(contribution_table, tuple(shown), full, lang)
        self.show_twin(lang._("Contribution to growth"), (), grid, lang, colours)
        self.heads.show_heads(lang, colours)
        self.list.setAccessibleName(f"{self.title.text()}: {lang._(_HEADS[self.by.choice])}")

    def _fit(self) -> None:
        """Rank as many as there is room for."""
        room = max(self.list.share(self._held), FEWEST)
        if room != self._room:
            self._room = room
            self._redraw()

    def _tell_count(self, shown: int, held: int, lang: Language) -> None:
        self._more.setVisible(held > self._room)
        every = lang._("Show all {held}", held=held)
        self._more.setText(lang._("Largest only") if self._all else every)
        some = lang._("{shown} largest of {held}", shown=shown, held=held)
        self._more.setToolTip("" if shown == held else some)


def _base(narrowed: Narrowed | None, scope: str, lang: Language) -> str:
    """Say whose growth is ranked, where it is not that of all exports to date."""
    if narrowed is None:
        return lang._("Recomputed on published months")
    focus, other = narrowed.focus, "market" if scope == "item" else "item"
    code = getattr(focus, other)
    parts = (
        focus_name(other, code, lang) if code else lang._("All exports"),
        month_words(focus.month, lang) if focus.month else "",
    )
    return lang._("Within: {whole}", whole=" · ".join(part for part in parts if part))


_HEADS = {ITEMS: N_("Items"), MARKETS: N_("Markets")}
_EMPTY = {
    ITEMS: N_("No items yet: import a monthly return of the statistics office."),
    MARKETS: N_("No markets yet: import a customs return by partner (5X)."),
}


def largest(held: Sequence[Contribution], count: int) -> tuple[Contribution, ...]:
    """Give those with the largest effect, up or down; by value where no effect is known."""
    return tuple(sorted(held, key=lambda c: (-abs(c.contribution or 0.0), -c.value))[:count])


def ranked(held: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """Put the most helpful first; those without a known contribution last, by value."""
    return tuple(sorted(held, key=_rank))


def _rank(held: Contribution) -> tuple[bool, float, float]:
    return (held.contribution is None, -(held.contribution or 0.0), -held.value)


@cache
def names(kind: str, lang: Language, *, short: bool = False) -> NameOf:
    """Give the road from a code to its name in a language."""
    known = catalogue.items(Flow.EXPORT) if kind == ITEMS else catalogue.markets()
    return lambda code: known.name(code, lang.code, short=short)
