"""Correcting by pointing: the menu and the keys that say what a part of the sheet really is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.figures.directions import ColumnPlan, TablePlan
from desktop.figures.wording import Language
from desktop.gui.parts.chooser import emptied, submenu
from desktop.gui.review import correcting
from desktop.gui.review.addresses import Rectangle, column_letter
from desktop.gui.review.correcting import QUICK_COLUMNS
from desktop.gui.review.drawing import Drawn
from desktop.gui.review.field_dialog import column_dialog, table_dialog


class SheetTools(QObject):
    """Turns a selection and a wish into a changed plan. H, X, D, C, E and T are its keys."""

    corrected = Signal(object)  # TablePlan
    undo_asked = Signal()
    reset_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Belong to a card; `look_at` comes before anything is asked."""
        super().__init__(parent)
        self._parent, self._menu = parent, QMenu(parent)
        self._drawn: Drawn | None = None
        self._lang: Language | None = None
        self.can_undo = False
        self.busy: Callable[[], bool] = lambda: False
        self._waiting: list[tuple[Rectangle, Callable[[TablePlan], TablePlan]]] = []
        self._keys: dict[str, Callable[[Rectangle], None]] = {
            "H": self.heading, "X": self.not_data, "D": self.data_after_all,
            "C": self.column, "E": self.table_end, "T": self.table,
        }  # fmt: skip

    def look_at(self, drawn: Drawn, lang: Language, *, can_undo: bool) -> None:
        """Point at another sheet."""
        self._drawn, self._lang, self.can_undo = drawn, lang, can_undo

    def press(self, letter: str, chosen: Rectangle | None) -> None:
        """Do what a key stands for."""
        if chosen is not None and letter in self._keys:
            self._keys[letter](chosen)

    def plan(self, chosen: Rectangle) -> TablePlan | None:
        """Give the plan of the table that is pointed at, or a new one where there is none."""
        if self._drawn is None:
            return None
        found = self._drawn.plan(chosen[0])
        return found or correcting.empty_plan(self._drawn.seen.name, chosen[0])

    # Wishes ------------------------------------------------------------------------------------

    def heading(self, chosen: Rectangle) -> None:
        """These rows are the heading."""
        self._change(chosen, lambda p: correcting.heading_at(p, chosen[0], chosen[2]))

    def not_data(self, chosen: Rectangle) -> None:
        """These rows are no data."""
        self._change(chosen, lambda p: correcting.without_rows(p, chosen[0], chosen[2]))

    def data_after_all(self, chosen: Rectangle) -> None:
        """These rows are data."""
        self._change(chosen, lambda p: correcting.with_rows(p, chosen[0], chosen[2]))

    def table_end(self, chosen: Rectangle) -> None:
        """The table ends with this row."""
        self._change(chosen, lambda p: correcting.ending_at(p, chosen[2]))

    def quick_column(self, chosen: Rectangle, says: dict[str, str]) -> None:
        """These columns are what the menu says."""

        def changed(plan: TablePlan) -> TablePlan:
            for number in range(chosen[1], chosen[3] + 1):
                column = correcting.column_of(plan, number)
                plan = correcting.with_column(plan, correcting.said_to_be(column, says))
            return plan

        self._change(chosen, changed)

    def column(self, chosen: Rectangle) -> None:
        """Ask what a column is, in full."""
        plan = self.plan(chosen)
        if plan is None or self._lang is None:
            return
        before = correcting.column_of(plan, chosen[1])

        def keep(column: ColumnPlan) -> None:
            self._change(chosen, lambda held: correcting.with_column(held, column))

        column_dialog(self._parent, self._lang, before, keep)

    def table(self, chosen: Rectangle) -> None:
        """Ask about the whole table: whose trade, unit, month, flow, writing."""
        plan = self.plan(chosen)
        if plan is not None and self._lang is not None:
            table_dialog(self._parent, self._lang, plan, self.corrected.emit)

    def _change(self, chosen: Rectangle, change: Callable[[TablePlan], TablePlan]) -> None:
        """Change the plan; while the file is still being read again, wait for its new one."""
        if self.busy():
            self._waiting.append((chosen, change))
            return
        plan = self.plan(chosen)
        if plan is not None:
            self.corrected.emit(change(plan))

    def catch_up(self) -> None:
        """Do what had to wait, one correction at a time."""
        if self._waiting and not self.busy():
            self._change(*self._waiting.pop(0))

    # The menu ----------------------------------------------------------------------------------

    def menu(self, chosen: Rectangle | None) -> QMenu | None:
        """Fill the menu for what is selected; its keys stand beside its words."""
        if chosen is None or self._lang is None:
            return None
        lang, menu = self._lang, self._menu
        emptied(menu)
        one = chosen[0] == chosen[2]
        heading = lang._("This row is the heading") if one else lang._("These rows are the heading")
        out, back = lang._("These rows are not data"), lang._("These rows are data after all")
        if one:
            out, back = lang._("This row is not data"), lang._("This row is data after all")
        for words, key in (
            (heading, "H"),
            (out, "X"),
            (back, "D"),
            (lang._("The table ends here"), "E"),
        ):
            _add(menu, words, key, partial(self.press, key, chosen))
        menu.addSeparator()
        named = lang._("Column {letter} is", letter=column_letter(chosen[1]))
        columns = submenu(menu, named)
        for words, says in QUICK_COLUMNS:
            _add(columns, lang._(words), "", partial(self.quick_column, chosen, says))
        _add(menu, lang._("More about column {letter}…", letter=column_letter(chosen[1])), "C",
             lambda: self.column(chosen))  # fmt: skip
        _add(menu, lang._("Whose trade, unit, month…"), "T", lambda: self.table(chosen))
        menu.addSeparator()
        undo = _add(menu, lang._("Undo the correction"), "Ctrl+Z", self.undo_asked.emit)
        reset = _add(menu, lang._("As recognised"), "", self.reset_asked.emit)
        for entry in (undo, reset):
            entry.setEnabled(self.can_undo)
        return menu

    def pop_up(self, chosen: Rectangle | None, at: QPoint) -> None:
        """Show the menu at a place of the screen."""
        menu = self.menu(chosen)
        if menu is not None:
            menu.popup(at)


def _add(menu: QMenu, words: str, key: str, does: Callable[[], object]) -> QAction:
    entry = menu.addAction(f"{words}\t{key}" if key else words)
    entry.triggered.connect(lambda _=False: does())
    return entry
