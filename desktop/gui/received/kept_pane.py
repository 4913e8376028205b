"""One list of what officials taught, and what can be done with a line: forget, import, export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.received.kept_tables import Kept, found, kept_table
from desktop.gui.tokens import SNUG, Colours


class KeptPane(QWidget):
    """A table, the words that stand there while it is empty, and the buttons beneath."""

    change_asked = Signal(object)  # Kept
    forget_asked = Signal(object)  # tuple[Kept, ...]
    import_asked = Signal()
    export_asked = Signal(object)  # the chosen Kept; None where none is

    def __init__(self, name: str, *, changeable: bool, whole: bool) -> None:
        """Start empty. `whole` writes the whole list to a file, not the chosen line alone."""
        super().__init__()
        self._name, self._changeable, self._whole = name, changeable, whole
        self.kept: tuple[Kept, ...] = ()
        self.shown: tuple[Kept, ...] = ()
        self.table = GridView(30)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.table.activated.connect(lambda _: self._change())
        self.table.setAccessibleName(name)
        self.empty = label("secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.hide()
        self.change = button("", self._change)
        self.forget = button("", self._forget)
        self.take_in = button("", self.import_asked.emit)
        self.hand_out = button("", self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        below = row(self.change, self.forget, 1, self.take_in, self.hand_out, gap=SNUG)
        layout.addLayout(below)
        shortcut = QShortcut(QKeySequence("Del"), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._forget)

    def dress(self, lang: Language) -> None:
        """Write the buttons; what each is about is its accessible name."""
        for part, words, keys in (
            (self.change, lang._("Change the meaning…"), lang._("Enter")),
            (self.forget, lang._("Forget"), "Del"),
            (self.take_in, lang._("Import from a file…"), ""),
            (self.hand_out, lang._("Export to a file…"), ""),
        ):
            part.setText(words)
            part.setToolTip(keys)
            part.setAccessibleName(f"{words} · {self._name}")
            part.setAutoDefault(False)
        self.change.setVisible(self._changeable)

    def draw(
        self, kept: Sequence[Kept], words: str, nothing: str, lang: Language, colours: Colours
    ) -> None:
        """Show what holds the words searched for; `nothing` is said of an empty list."""
        self.kept = tuple(kept)
        self.shown = found(self.kept, words, lang)
        place = max(self.table.currentIndex().row(), 0)
        self.table.show_grid(kept_table(self.shown, lang), colours)
        if self.shown and not self.chosen:
            self.table.selectRow(min(place, len(self.shown) - 1))
        self.table.setVisible(bool(self.shown))
        self.empty.setText(lang._("Nothing holds these words.") if self.kept else nothing)
        self.empty.setVisible(not self.shown)
        self._allow()

    @property
    def chosen(self) -> tuple[Kept, ...]:
        """The lines chosen, from the top."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return tuple(self.shown[place] for place in sorted(rows) if place < len(self.shown))

    def _allow(self) -> None:
        count = len(self.chosen)
        self.change.setEnabled(count == 1)
        self.forget.setEnabled(count > 0)
        self.hand_out.setEnabled(bool(self.kept) if self._whole else count == 1)

    def _change(self) -> None:
        if self._changeable and len(self.chosen) == 1:
            self.change_asked.emit(self.chosen[0])

    def _forget(self) -> None:
        if self.chosen:
            self.forget_asked.emit(self.chosen)

    def _export(self) -> None:
        self.export_asked.emit(self.chosen[0] if self.chosen else None)
