"""A pane that is a table with a note beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop.gui.parts.grid import EMPTY, GridView
from desktop.gui.parts.tab_card import Pane
from desktop.gui.parts.text import Elided, label

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.gui.parts.grid import Grid
    from desktop.gui.tokens import Colours

_ROW, _FEWEST = 24, 2


class LowTable(GridView):
    """A table that is content with little height: it scrolls."""

    def __init__(self) -> None:
        """Write small."""
        super().__init__(_ROW, dense=True)
        self._most = _FEWEST

    def wish_for(self, rows: int) -> None:
        """Ask for so many of its rows at most, where there is room for them."""
        if rows != self._most:
            self._most = rows
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the head and the rows that there are, up to two or as many as are wished for."""
        rows = min(max(len(self.grid.rows), 1), self._most)
        return QSize(super().sizeHint().width(), (rows + 1) * _ROW + 9)


class TablePane(Pane):
    """A table with a note beneath it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.table = LowTable()
        self.note, self.brief = label("small"), Elided("small")
        self.note.setWordWrap(True)
        self._low: bool | None = None
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.note)
        self.body.addWidget(self.brief)

    def be_low(self, *, low: bool) -> None:
        """Take one row and one line at least, where the page has little height, or more."""
        self._low = low
        self._show_note()

    def _show_note(self) -> None:
        noted, low = bool(self.note.text()), bool(self._low)
        self.note.setVisible(noted and not low)
        self.brief.setVisible(noted and low)
        if self._low is not None:
            self.table.wish_for(1 if noted and low else _FEWEST)
            self.table.setMinimumHeight(self.table.sizeHint().height() if low else 0)

    def show_table(
        self, title: str, grid: Grid | None, lang: Language, colours: Colours, note: str = ""
    ) -> None:
        """Show another table; the pane is not offered without one.

        It is filled before it is seen: what is seen is measured.
        """
        self.table.show_grid(grid or EMPTY, colours)
        self.table.updateGeometry()
        self.table.setAccessibleName(lang._("{title}, as a table", title=title))
        self.note.setText(note)
        self.brief.setText(note)
        self._show_note()
        self.entitle(title, filled=grid is not None)
