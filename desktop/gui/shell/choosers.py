"""The choosers: which year, through which month, as published when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.figures.month import Month
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.chooser import Chooser, add_choice, emptied
from desktop.gui.parts.find_button import FindButton
from desktop.gui.tokens import SNUG, Colours


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen, and what is being looked at."""

    months: tuple[Month, ...]
    report_dates: tuple[date, ...]
    year: int
    through: Month
    vintage: Vintage


class Choosers(QWidget):
    """Year, month, vintage, finding, then the two errands of the page: export and import."""

    year_chosen = Signal(object)
    month_chosen = Signal(object)
    vintage_chosen = Signal(object)

    def __init__(self, find: QAction, export: QAction, take_in: QAction) -> None:
        """Take the actions that the buttons trigger."""
        super().__init__()
        self.year, self.month, self.vintage = Chooser(), Chooser(), Chooser()
        self.finder = FindButton(find)
        self.export = button("", export.trigger)
        self.take_in = button("primary", take_in.trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        for part in (
            self.year, self.month, self.vintage, self.finder, self.export, self.take_in
        ):  # fmt: skip
            layout.addWidget(part)
        self.offer(None)

    def offer(self, offer: Offer | None) -> None:
        """Change what is offered; nothing while the archive is empty."""
        self._offer: Offer | None = offer
        for part in (self.year, self.month, self.vintage, self.export):
            part.setVisible(offer is not None)

    def dress(self, lang: Language, colours: Colours) -> None:
        """Speak a language, wear a theme."""
        self.finder.dress(lang, colours)
        self.export.setText(lang._("Export summary"))
        self.export.setToolTip("Ctrl+E")
        self.take_in.setText(lang._("Import returns…"))
        self.take_in.setToolTip("Ctrl+O")
        if self._offer is None:
            return
        offer = self._offer
        self.year.tell(lang._("Year"), str(offer.year), colours)
        self.month.tell(lang._("Figures through"), lang.month_name(offer.through.number), colours)
        self.vintage.tell(lang._("Published"), vintage_words(offer.vintage, lang), colours)
        self._fill_years(offer)
        self._fill_months(offer, lang)
        self._fill_vintages(offer, lang)

    def _fill_years(self, offer: Offer) -> None:
        menu = self.year.choices
        group = emptied(menu)
        for year in sorted({m.year for m in offer.months}, reverse=True):
            entry = add_choice(menu, group, str(year), checked=year == offer.year)
            entry.triggered.connect(lambda _=False, y=year: self.year_chosen.emit(y))

    def _fill_months(self, offer: Offer, lang: Language) -> None:
        menu = self.month.choices
        group = emptied(menu)
        held = {m.number for m in offer.months if m.year == offer.year}
        for number in range(1, 13):
            month = Month(offer.year, number)
            entry = add_choice(menu, group, lang.month_name(number), checked=month == offer.through)
            entry.setEnabled(number in held)
            entry.triggered.connect(lambda _=False, m=month: self.month_chosen.emit(m))

    def _fill_vintages(self, offer: Offer, lang: Language) -> None:
        menu = self.vintage.choices
        group = emptied(menu)
        first = Vintage(first_release=True)
        for vintage in (LATEST, first):
            words = vintage_words(vintage, lang)
            self._add_vintage(menu, group, words, vintage, offer.vintage)
        menu.addSeparator()
        title = menu.addAction(lang._("As known on…"))
        title.setEnabled(False)
        for year, days in groupby(sorted(offer.report_dates, reverse=True), lambda d: d.year):
            submenu = menu.addMenu(str(year))
            for day in days:
                self._add_vintage(submenu, group, lang.date(day), Vintage(day), offer.vintage)

    def _add_vintage(
        self, menu: QMenu, group: QActionGroup, words: str, vintage: Vintage, chosen: Vintage
    ) -> None:
        entry = add_choice(menu, group, words, checked=vintage == chosen)
        entry.triggered.connect(lambda: self.vintage_chosen.emit(vintage))


def vintage_words(vintage: Vintage, lang: Language) -> str:
    """Name a vintage: latest, first release, as known on a day."""
    if vintage.as_of:
        return lang._("as of {day}", day=lang.date(vintage.as_of))
    return lang._("first release") if vintage.first_release else lang._("latest")
