"""The card of the scenarios chosen: what they change, markets, items, what is assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea

from desktop.figures.groupings import Dimension
from desktop.figures.scenario_texts import label_of
from desktop.gui.parts.tab_card import TabCard, TextPane
from desktop.gui.parts.table_pane import TablePane
from desktop.gui.scenarios.tables import (
    assumption_text,
    dependence_text,
    effects_grid,
    shifts_grid,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.outlook import Assumed, Outlook
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours


_LOW = 80


class _Scrolled(QScrollArea):
    """Content with little height: it scrolls."""

    def sizeHint(self) -> QSize:
        """Ask for a few lines, however many there are."""
        return QSize(super().sizeHint().width(), _LOW)


class _AssumedPane(TextPane):
    """What is assumed, in sentences."""

    def __init__(self) -> None:
        super().__init__()
        scrolled = _Scrolled()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.viewport().setAutoFillBackground(False)
        self.text.setAutoFillBackground(False)
        scrolled.setWidget(self.text)
        self.body.addWidget(scrolled, 1)


class ScenarioCard(TabCard):
    """Shown while a scenario is chosen; its panes are tables, and the assumptions in words."""

    def __init__(self) -> None:
        """Start without one."""
        super().__init__()
        self.effects, self.markets, self.items = TablePane(), TablePane(), TablePane()
        self.assumed = _AssumedPane()
        self.hold((self.effects, self.markets, self.items, self.assumed))

    def draw(
        self, outlook: Outlook | None, found: Sequence[Assumed], lang: Language, colours: Colours
    ) -> None:
        """Show what the scenarios would change of an outlook; empty without any."""
        shown = outlook is not None and bool(found)
        effects = effects_grid(outlook, found, lang) if outlook is not None and found else None
        whose = dict.fromkeys(label_of(one.scenario, lang) for one in found)
        self.effects.show_table(lang._("What changes"), effects, lang, colours, "; ".join(whose))
        for pane, dimension, title, note in (
            (self.markets, Dimension.MARKET, lang._("Markets"), ""),
            (self.items, Dimension.ITEM, lang._("Items"), dependence_text(found, lang)),
        ):
            grid = shifts_grid(found, dimension, lang) if shown else None
            pane.show_table(title, grid, lang, colours, note)
        text = assumption_text(found, lang)
        self.assumed.text.setText(text)
        self.assumed.text.setAccessibleName(text)
        self.assumed.entitle(lang._("Assumed"), filled=bool(text))
