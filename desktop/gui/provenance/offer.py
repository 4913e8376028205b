"""The question "where does this number come from", offered on whatever shows numbers.

Enter asks it of the first number that the focus is on, where Enter looks at a part instead, once
that is looked at; the context menu (right button, or the menu key) offers it for every number
shown there. What the numbers are about, a market or an item, can
be looked at alone on every page: from the same menu, in a table by Space or a double click too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMenu, QTableView, QWidget

from desktop.figures.month import Month
from desktop.figures.wording import N_, Language, language
from desktop.gui.narrowing.looking import Looked, about, last_of, look_words
from desktop.gui.parts.chooser import emptied
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.panel import TwinPanel, panel_about

TITLE = N_("Where does this number come from?")
LABELS = {
    "cumulative": N_("Cumulative"),
    "share_of_target": N_("Share of the target"),
    "growth": N_("Growth, recomputed"),
    "growth_printed": N_("Growth, as printed"),
    "path": N_("Path"),
    "gap": N_("Gap to the path"),
    "gap_share": N_("Gap as a share of the path"),
    "target": N_("Target for the year"),
    "difference": N_("Cumulative less the months"),
    "cumulative_revision": N_("Revision of the cumulative"),
    "base_cumulative": N_("Same months of last year"),
    "month": N_("The month"),
    "month_growth": N_("Growth of the month"),
    "month_alone": N_("The month"),
    "month_alone_growth": N_("Growth of the month"),
    "month_growth_printed": N_("Growth of the month, as printed"),
    "month_last_year": N_("The month last year"),
    "month_revision": N_("Revision of the month"),
    "required_monthly": N_("Required each month left"),
    "required_growth": N_("Growth that means"),
    "monthly_average": N_("Monthly average so far"),
    "change": N_("Change on last year"),
    "last_year": N_("Same months of last year"),
    "share": N_("Share of exports"),
    "contribution": N_("Contribution to growth"),
    "value": N_("Value"),
    "base": N_("A year before"),
    "share_change": N_("Change of the share"),
    "price": N_("Average price"),
    "price_growth": N_("Growth of the price"),
    "volume_growth": N_("Growth of the quantity"),
    "price_effect": N_("Effect of the price"),
    "volume_effect": N_("Effect of the quantity"),
    "from_exports": N_("By exports"),
    "from_imports": N_("By imports"),
    "median": N_("Median"),
    "low_80": N_("Lower end of the 80% band"),
    "high_80": N_("Upper end of the 80% band"),
    "low_50": N_("Lower end of the 50% band"),
    "high_50": N_("Upper end of the 50% band"),
    "low_95": N_("Lower end of the 95% band"),
    "high_95": N_("Upper end of the 95% band"),
    "chance": N_("Chance that it is met"),
    "known": N_("Known so far"),
    "low": N_("What is asked for"),
    "share_of_path": N_("Share of its path"),
    "share_of_whole": N_("Share of the whole"),
    "quantity": N_("Quantity"),
    "target_growth": N_("Growth that the target means"),
    "asked_growth": N_("Growth that the target means"),
    "growth_ahead": N_("Growth less the target's"),
    "share_asked": N_("Share of the target that the path has"),
    "share_ahead": N_("Share less the path's"),
    "path_ahead": N_("Gap to the path"),
    "best_month": N_("Best month on record"),
    "required": N_("Required of the month"),
    "average_growth": N_("Growth that the required average means"),
    "cumulative_last_year": N_("Same months of last year"),
    "error_landing": N_("Error of the outlook"),
    "error_season": N_("Error by the season"),
    "error_carried": N_("Error of growth carried on"),
    "error_linear": N_("Error of a straight line"),
    "expected_monthly": N_("Expected each month left"),
    "makeup_50": N_("Growth for a chance of 50%"),
    "makeup_80": N_("Growth for a chance of 80%"),
    "level": N_("Present level"),
    "season_lift": N_("What the season adds"),
    "tet_weight": N_("What Tết changes"),
    "underlying_growth": N_("Underlying growth"),
    "needed_50": N_("Growth for a chance of 50%"),
    "needed_80": N_("Growth for a chance of 80%"),
    "lever_growth": N_("Growth expected in the months left"),
    "lever_50": N_("Growth for a chance of 50%"),
    "lever_80": N_("Growth for a chance of 80%"),
    "seen_median": N_("Median"),
    "seen_low": N_("Lower end of the 80% band"),
    "seen_high": N_("Upper end of the 80% band"),
    "seen_chance": N_("Chance that it is met"),
    "balance_effect": N_("Effect on the balance"),
    "other_steps": N_("Effect on the balance"),
    "other_partners": N_("Change on last year"),
    "markets_hhi": N_("Concentration (HHI)"),
    "markets_hhi_change": N_("Change of the concentration"),
    "markets_top_share": N_("Share of the five largest"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNEDITED = QAbstractItemView.EditTrigger.NoEditTriggers


class Number(NamedTuple):
    """A shown number: its name in the registry, and its month; None for that of the page.

    `words` name it where the last part of its name does not say enough; `of` is the name of the
    scenario that it is told with, if it is.
    """

    name: str
    through: Month | None = None
    words: str = ""
    of: str = ""

    def label(self, lang: Language) -> str:
        """What it is called in the menu."""
        number = self.name.rpartition(".")[2].removeprefix("alone_")
        words = lang._(self.words or LABELS[number])
        return f"{words} · {self.of}" if self.of else words


NumbersHere = Callable[[], Sequence[Number]]
OfRow = Callable[[int, int], Sequence[Number]]
"""What a table shows in a row, by row and column."""


class Offer(QObject):
    """Belongs to a widget; `here` says which numbers it shows where the user is.

    `scope` says what they are about where their names do not.
    """

    asked = Signal(object)  # Number
    looked = Signal(object)  # Looked

    def __init__(
        self, widget: QWidget, here: NumbersHere, *, by_enter: bool = True,
        scope: Callable[[], Looked] | None = None,
    ) -> None:  # fmt: skip
        """Listen to the widget's keys and context menus; Enter may mean something else there."""
        super().__init__(widget)
        self._by_enter, self._scope = by_enter, scope
        self._widget, self._here = widget, here
        self._held: QMenu | None = None
        self.lang = language("en")
        self.looks_at: Callable[[Looked], bool] = lambda _looked: False
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)
        if isinstance(widget, GridView) and widget.editTriggers() == _UNEDITED:
            widget.doubleClicked.connect(lambda _index: self._look())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Space on a table and the context menu; let the rest pass."""
        if isinstance(event, QContextMenuEvent):
            return self._menu(event.globalPos())
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _ENTER and (self._by_enter or self.looks_at(last_of(self._about()))):
                return self._ask_first()
            if isinstance(self._widget, QTableView) and event.key() == Qt.Key.Key_Space:
                return self._look()
        return super().eventFilter(watched, event)

    def _about(self) -> Looked:
        """What the first number here is about."""
        if self._scope is not None:
            return self._scope()
        numbers = self._here()
        return about(numbers[0].name, numbers[0].through) if numbers else {}

    def _look(self) -> bool:
        """Look at the line's part alone; the menu has all that it is about."""
        looked = last_of(self._about())
        if looked:
            self.looked.emit(looked)
        return bool(looked)

    def _ask_first(self) -> bool:
        numbers = self._here()
        if numbers:
            self.asked.emit(numbers[0])
        return bool(numbers)

    def _menu(self, at: QPoint) -> bool:
        numbers = self._here()
        if not numbers and not self._about():
            return False
        menu = self.menu(numbers)
        menu.popup(at)
        return True

    def menu(self, numbers: Sequence[Number]) -> QMenu:
        """Fill the menu: the question over a line for each number; what can be looked at."""
        menu = self._held = self._held or QMenu(self._widget)
        emptied(menu)
        if numbers:
            menu.addAction(self.lang._(TITLE)).setEnabled(False)
            menu.addSeparator()
        for number in numbers:
            action = menu.addAction(number.label(self.lang))
            action.triggered.connect(lambda _=False, asked=number: self.asked.emit(asked))
        looked = self._about()
        menu.addSeparator()  # none is drawn where nothing stands above or beneath
        for kind, words in look_words(looked, self.lang).items():
            look = menu.addAction(words)
            look.triggered.connect(lambda _=False, k=kind: self.looked.emit({k: looked[k]}))
        if (panel := panel_about(self._widget)) is not None:
            panel.filling.emit(menu)  # what can be done with any chart stands beneath
        return menu


def offer_of_rows(table: QAbstractItemView, of_row: OfRow) -> Offer:
    """Offer the numbers of a table's current row."""

    def here() -> Sequence[Number]:
        index = table.currentIndex()
        return of_row(index.row(), index.column()) if index.isValid() else ()

    return Offer(table, here)


def offer_of_twin(panel: TwinPanel, of_row: OfRow, take: Callable[[Offer], None]) -> None:
    """Offer the numbers of a panel's table too, once it is made: `take` is handed the offer."""

    def made(table: QAbstractItemView) -> None:
        offer = offer_of_rows(table, of_row)
        offer.lang = panel.language
        take(offer)

    panel.table_made.connect(made)
