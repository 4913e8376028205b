"""The choosers: which year, through which month, as published when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.figures.month import Month
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.vintage_texts import vintage_words
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.chooser import Chooser, add_choice, emptied, submenu
from desktop.gui.parts.find_button import FindButton
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import SNUG, Colours

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.workflow import Choices


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen, and what is being looked at."""

    months: tuple[Month, ...]
    report_dates: tuple[date, ...]
    told_on: tuple[date, ...]
    year: int
    through: Month
    vintage: Vintage


def offer_of(overview: Overview | None, choices: Choices | None) -> Offer | None:
    """Say what can be chosen beside an overview; nothing where there is none."""
    if overview is None:
        return None
    return Offer(
        choices.months if choices else overview.months,
        choices.report_dates if choices else (),
        choices.told_on if choices else (),
        overview.year,
        overview.through,
        overview.vintage,
    )


def nothing_then(vintage: Vintage, choices: Choices | None) -> bool:
    """Say whether there is something to look at, and only the vintage asked for knew nothing."""
    return vintage != LATEST and choices is not None and bool(choices.report_dates)


class Choosers(QWidget):
    """Year, month, vintage, finding, then the two errands of the page: export and import."""

    year_chosen = Signal(object)
    month_chosen = Signal(object)
    vintage_chosen = Signal(object)

    def __init__(self, find: QAction, export: QAction, take_in: QAction) -> None:
        """Take the actions that the buttons trigger."""
        super().__init__()
        self._told: tuple[object, ...] = ()
        self._fitted: tuple[object, ...] = ()
        self.year, self.month, self.vintage = Chooser(), Chooser(), Chooser()
        self.finder = FindButton(find)
        self.export = button("", export.trigger)
        self.take_in = button("primary", take_in.trigger)
        for errand in (self.export, self.take_in):
            errand.give_way()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        for part in (
            self.year, self.month, self.vintage, self.finder, self.export, self.take_in
        ):  # fmt: skip
            layout.addWidget(part)
        self.offer(None)

    def changeEvent(self, event: QEvent) -> None:
        """In another look the same words take other room."""
        super().changeEvent(event)
        self._fitted = ()

    def fit(self, room: int) -> None:
        """Let choosers say their values alone, as many as it takes for their row to have room."""
        fitted = (room, self._told)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        parts = (self.year, self.month, self.vintage, self.finder, self.export, self.take_in)
        widths = [part.sizeHint().width() for part in parts if not part.isHidden()]
        over = sum(widths) + SNUG * (len(widths) - 1) - room
        for chooser in (self.month, self.year, self.vintage):  # a month and a year say themselves
            chooser.be_brief(over > 0)
            over -= chooser.spared if over > 0 else 0

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
        offer = self._offer
        told = offer and (offer.year, offer.through, offer.vintage)
        self._told = (lang, told)
        if offer is None:
            return
        self.year.tell(lang._("Year"), str(offer.year), colours)
        self.month.tell(lang._("Figures through"), lang.month_name(offer.through.number), colours)
        self._tell_vintage(offer.vintage, lang, colours)
        self.year.fill_later(lambda menu: self._fill_years(menu, offer))
        self.month.fill_later(lambda menu: self._fill_months(menu, offer, lang))
        self.vintage.fill_later(lambda menu: self._fill_vintages(menu, offer, lang))

    def _tell_vintage(self, vintage: Vintage, lang: Language, colours: Colours) -> None:
        """Two days leave no room for the quiet word in a narrow window; it is told aloud still."""
        name, words = lang._("Published"), vintage_words(vintage, lang)
        both = vintage.as_of and vintage.known_by
        self.vintage.tell("" if both else name, words, colours)
        self.vintage.setAccessibleName(f"{name}: {words}")
        self.vintage.setToolTip(wrapped(f"{name}: {words}" if both else ""))

    def _fill_years(self, menu: QMenu, offer: Offer) -> None:
        group = emptied(menu)
        for year in sorted({m.year for m in offer.months}, reverse=True):
            entry = add_choice(menu, group, str(year), checked=year == offer.year)
            entry.triggered.connect(lambda _=False, y=year: self.year_chosen.emit(y))

    def _fill_months(self, menu: QMenu, offer: Offer, lang: Language) -> None:
        group = emptied(menu)
        held = {m.number for m in offer.months if m.year == offer.year}
        for number in range(1, 13):
            month = Month(offer.year, number)
            entry = add_choice(menu, group, lang.month_name(number), checked=month == offer.through)
            entry.setEnabled(number in held)
            entry.triggered.connect(lambda _=False, m=month: self.month_chosen.emit(m))

    def _fill_vintages(self, menu: QMenu, offer: Offer, lang: Language) -> None:
        group, chosen = emptied(menu), offer.vintage
        for vintage in (LATEST, Vintage(first_release=True)):
            words = vintage_words(vintage, lang)
            self._add_vintage(menu, group, words, vintage, chosen)
        title = lang._("as reported by…")
        reported = [(d, replace(chosen, as_of=d, first_release=False)) for d in offer.report_dates]
        self._add_days(menu, title, reported, lang, chosen)
        title = lang._("as this archive knew on…")
        known = [(d, replace(chosen, known_by=d)) for d in offer.told_on]
        self._add_days(menu, title, known, lang, chosen)

    def _add_days(
        self,
        menu: QMenu,
        title: str,
        days: Sequence[tuple[date, Vintage]],
        lang: Language,
        chosen: Vintage,
    ) -> None:
        """Add a part of the menu, beneath it a submenu a year, in it what each day leads to."""
        if not days:
            return
        years = submenu(menu, title)
        for year, entries in groupby(days, lambda entry: entry[0].year):
            days_of_year = submenu(years, str(year))
            group = emptied(days_of_year)
            for day, vintage in entries:
                self._add_vintage(days_of_year, group, lang.date(day), vintage, chosen)

    def _add_vintage(
        self, menu: QMenu, group: QActionGroup, words: str, vintage: Vintage, chosen: Vintage
    ) -> None:
        entry = add_choice(menu, group, words, checked=vintage == chosen)
        entry.triggered.connect(lambda: self.vintage_chosen.emit(vintage))
