"""The bar above the outlook: which scenarios stand beside it, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.figures.scenario_texts import label_of
from desktop.gui.parts.buttons import button
from desktop.gui.parts.chooser import Choice
from desktop.gui.parts.text import Elided
from desktop.gui.tokens import SNUG

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.gui.scenarios.errand import ScenarioErrand
    from desktop.gui.tokens import Colours


class ScenarioBar(QWidget):
    """Two choosers, whose assumption it is, and the buttons."""

    new_asked, edit_asked, remove_asked = Signal(), Signal(), Signal()
    read_asked, write_asked = Signal(), Signal()

    def __init__(self, errand: ScenarioErrand) -> None:
        """Choose through the errand."""
        super().__init__()
        self._errand = errand
        self.first, self.second = Choice(), Choice()
        self.told = Elided("muted")
        self.new = button("", self.new_asked.emit)
        self.edit = button("", self.edit_asked.emit)
        self.remove = button("", self.remove_asked.emit)
        self.read = button("", self.read_asked.emit)
        self.write = button("", self.write_asked.emit)
        for choice in (self.first, self.second):
            choice.chosen.connect(lambda _code: self._choose())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        layout.addWidget(self.first)
        layout.addWidget(self.second)
        layout.addWidget(self.told, 1)
        for part in (self.new, self.edit, self.remove, self.read, self.write):
            layout.addWidget(part)

    def _choose(self) -> None:
        self._errand.choose((self.first.code, self.second.code if self.first.code else ""))

    def draw(self, lang: Language, colours: Colours) -> None:
        """Offer the scenarios held, in the window's language."""
        held, chosen = self._errand.held, self._errand.chosen
        names = {one.key: one.name for one in held}
        first, second = (chosen[n] if n < len(chosen) else "" for n in range(2))
        self.first.code, self.second.code = first, second
        none = {"": lang._("none")}
        self.first.offer(lang._("Scenario"), {**none, **names}, colours)
        others = {key: name for key, name in names.items() if key != first}
        self.second.offer(lang._("beside"), {**none, **others}, colours)
        self.first.setVisible(bool(held))
        self.second.setVisible(bool(first) and bool(others))
        whose = " · ".join(label_of(one, lang) for one in self._errand.asked[:1])
        invitation = lang._("What if? A scenario lays assumptions of your own on this forecast.")
        self.told.setText(whose if held else invitation)
        for part, words, keys in (
            (self.new, lang._("New scenario…"), "Ctrl+Shift+N"),
            (self.edit, lang._("Change…"), "F2"),
            (self.remove, lang._("Remove"), "Ctrl+Del"),
            (self.read, lang._("Import…"), ""),
            (self.write, lang._("Save a copy…"), ""),
        ):
            part.setText(words)
            part.setToolTip(keys)
        for part in (self.edit, self.remove, self.write):
            part.setVisible(bool(first))
