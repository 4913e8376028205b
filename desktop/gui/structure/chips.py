"""The chips that say which market and which item every page is narrowed to, and take it away."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.analysis.structure.names import name_in
from desktop.figures.catalogue import items
from desktop.figures.groupings import Dimension
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_, Language
from desktop.gui.icons import icon
from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import row
from desktop.gui.session import Session
from desktop.gui.tokens import SNUG, Colours

_WORDS = {"market": N_("Market: {name}"), "item": N_("Item: {name}")}
_DIMENSIONS = {"market": Dimension.MARKET, "item": Dimension.ITEM}


class FocusChips(QWidget):
    """One chip for the market, one for the item; pressing one removes it."""

    def __init__(self, session: Session) -> None:
        """Follow the session's focus."""
        super().__init__()
        self._session = session
        self.market = button("chip", lambda: session.focus_on(market=""))
        self.item = button("chip", lambda: session.focus_on(item=""))
        for chip in (self.market, self.item):
            chip.setProperty("tone", "primary")
            chip.hide()
        self.setLayout(row(self.market, self.item, gap=SNUG))

    def dress(self, lang: Language, colours: Colours) -> None:
        """Name what is focused on."""
        self._dress(self.market, "market", self._session.focus.market, lang, colours)
        self._dress(self.item, "item", self._session.focus.item, lang, colours)
        focus = self._session.focus
        self.setVisible(bool(focus.market or focus.item))

    @staticmethod
    def _dress(chip: QPushButton, kind: str, code: str, lang: Language, colours: Colours) -> None:
        chip.setVisible(bool(code))
        flow = next((f for f in TRADE if code in items(f)), Flow.EXPORT)  # wheat is imported only
        name = name_in(flow, _DIMENSIONS[kind], code, lang) if code else ""
        words = lang._(_WORDS[kind], name=name)
        chip.setText(words)
        chip.setIcon(icon("close", colours.primary, 12))
        chip.setAccessibleName(lang._("Remove: {words}", words=words))
        chip.setToolTip(lang._("Shown on every page; press to remove"))
