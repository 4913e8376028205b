"""The editor of a scenario: its name, its first month, what is assumed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.scenario import Scenario
from desktop.figures.scenario_typing import checked, shock_of
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.scenarios.shock_table import ShockTable

if TYPE_CHECKING:
    from desktop.figures.wording import Language

_SIZE = (980, 440)


class ScenarioDialog(Dialog):
    """Asks for a scenario. `keep_asked` gives it, sound; what is amiss is said in the dialog."""

    keep_asked = Signal(object)  # Scenario

    def __init__(
        self, parent: QWidget, lang: Language, through: Month, held: Scenario | None
    ) -> None:
        """Start from a scenario that is held, if one is to be changed."""
        super().__init__(parent)
        self.setObjectName("scenario")
        title = lang._("Change the scenario") if held else lang._("New scenario")
        self.setWindowTitle(title)
        self._lang = lang
        self.name = QLineEdit(held.name if held else "")
        self.name.setPlaceholderText(lang._("Name, such as US tariff 46%"))
        self.name.setAccessibleName(lang._("Name"))
        self.since = QComboBox()
        self.since.setAccessibleName(lang._("Counts from"))
        self._offer_months(through, held)
        self.note = QLineEdit(held.note if held else "")
        self.note.setPlaceholderText(lang._("In your own words what is assumed, and why"))
        self.note.setAccessibleName(lang._("Note"))
        self.table = ShockTable(lang, held.shocks if held else ())
        self.trouble = label("small")
        self.trouble.setWordWrap(True)
        self._hint = lang._(
            "A line each; of two about the same trade the narrower counts. Every number that comes "
            "of it is shown as an assumption, with your name and the day."
        )
        self.trouble.setText(self._hint)
        self._lay_out(title)

    def _offer_months(self, through: Month, held: Scenario | None) -> None:
        """Offer the months left, the next one first, and those of next year; and the one held."""
        first = min(through + 1, held.since) if held else through + 1
        last = Month(through.year + 1, MONTHS_PER_YEAR)
        for n in range(last - first + 1):
            self.since.addItem(self._lang.month(first + n), first + n)
        if held:
            self.since.setCurrentIndex(held.since - first)

    def _lay_out(self, title: str) -> None:
        lang = self._lang
        self.keep = button("primary", self._keep)
        self.keep.setText(lang._("Keep and show"))
        cancel = button("", self.reject)
        cancel.setText(lang._("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("title", title))
        heads = row(self.name, label("secondary", lang._("from")), self.since, gap=10)
        heads.setStretch(0, 1)
        layout.addLayout(heads)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(row(1, cancel, self.keep, gap=8))
        for pressed in self.findChildren(QPushButton):
            pressed.setAutoDefault(False)  # Enter in the table goes on to the next cell
        self.resize(*_SIZE)
        self.name.setFocus()

    def scenario(self) -> Scenario:
        """Give what was typed; raises `Refused` where it cannot be meant, at its line."""
        shocks = []
        for line, entries in self.table.entries():
            self.table.setCurrentCell(line, 0)
            shocks.append(shock_of(entries))
        made = Scenario(self.name.text(), self.since.currentData(), tuple(shocks), self.note.text())
        return checked(made)

    def _keep(self) -> None:
        self.table.setFocus()  # what is being typed is taken
        try:
            made = self.scenario()
        except Refused as refusal:
            first = refusal.findings[0]
            self.trouble.setText(f"▲ {in_words(first, self._lang, in_window=True)}")
            self.trouble.setAccessibleName(self.trouble.text())
            return
        self.keep_asked.emit(made)
        self.accept()
