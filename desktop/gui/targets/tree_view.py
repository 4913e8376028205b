"""The table of a target's parts: its column of targets is typed into, pasted into, and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.analysis.tree_results import TargetTree
from desktop.figures.wording import Language
from desktop.gui.parts.copying import copy_out, on_clipboard
from desktop.gui.parts.grid import GridModel, GridView, Index
from desktop.gui.targets.tree_grid import (
    BASE_SHARE,
    CHANCE,
    POINTS,
    SHARE,
    TARGET,
    copied,
    tree_grid,
    typed_text,
)
from desktop.gui.tokens import Colours

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook

_NARROW = 860
_GIVEN_UP = (BASE_SHARE, SHARE)
"""A narrow table does without these: what they say follows from the columns beside them.

Beside chances there is no room for points either.
"""


class TreeModel(GridModel):
    """Rows of a tree; `typed` says which row was typed into, and what."""

    typed = Signal(int, str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.texts: list[str] = []

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the targets of the whole and of each part be typed."""
        known = super().flags(index)
        editable = index.column() == TARGET and index.row() < len(self.texts)
        return known | Qt.ItemFlag.ItemIsEditable if editable else known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what is typed again where a cell is edited."""
        if role == Qt.ItemDataRole.EditRole and index.column() == TARGET:
            return self.texts[index.row()] if index.row() < len(self.texts) else ""
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say what was typed; the row changes once the target is kept."""
        if role != Qt.ItemDataRole.EditRole or str(value).strip() == self.texts[index.row()]:
            return False
        self.typed.emit(index.row(), str(value).strip())
        return True


class TreeView(GridView):
    """Enter or F2 edits the row's target, Del takes it back, Ctrl+V pastes from a spreadsheet.

    `typed` gives row and text; `pasted` the first row and the lines of cells.
    """

    typed = Signal(int, str)
    pasted = Signal(int, object)  # row, list[list[str]]

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(30, dense=True)
        self.tree: TargetTree | None = None
        self._lang: Language | None = None
        self._editing = TreeModel()
        self._model = self._editing
        self.setModel(self._editing)
        self._editing.typed.connect(self.typed)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def show_tree(
        self, tree: TargetTree, lang: Language, colours: Colours, outlook: Outlook | None = None
    ) -> None:
        """Show another tree; with an outlook the chance of each target in it."""
        self.tree, self._lang = tree, lang
        self._editing.texts = [typed_text(row.target, lang) for row in (tree.whole, *tree.parts)]
        self.show_grid(tree_grid(tree, lang, outlook), colours)
        if self._give_up_columns() and self.isVisible():
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up, or show again, what a narrow table does without."""
        if self._give_up_columns():
            self._measure()
        super().resizeEvent(event)

    def _give_up_columns(self) -> bool:
        narrow, points = self.width() < _NARROW, len(self.grid.columns) > CHANCE
        asked = {**dict.fromkeys(_GIVEN_UP, narrow), POINTS: narrow and points}
        if not self.grid.columns or all(self.isColumnHidden(c) is h for c, h in asked.items()):
            return False
        for column, hidden in asked.items():
            self.setColumnHidden(column, hidden)
        return True

    def edit_row(self, place: int) -> None:
        """Begin to edit a row's target."""
        index = self._editing.index(place, TARGET)
        self.setCurrentIndex(index)
        self.edit(index)

    @property
    def places(self) -> list[int]:
        """The rows chosen, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, take back, copy and paste from the keyboard."""
        place = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(max(place, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and place >= 0:
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit_row(place)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and place >= 0:
            if place < len(self._editing.texts) and self._editing.texts[place]:
                self.typed.emit(place, "")
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        if self.tree is not None and self._lang is not None:
            rows = self.places or range(len(self.grid.rows))
            made = on_clipboard(self.grid, rows, self._lang)  # numbers stay numbers in a sheet
            made.setText(copied(self.tree, self.places, self._lang))
            copy_out(made)

    def _paste(self, place: int) -> None:
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        if lines := [line for line in lines if any(cell.strip() for cell in line)]:
            self.pasted.emit(place, lines)
