"""The pane of the largest movements: against last year, and against the last release."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from desktop.figures.comparison import Comparison, MovedFrom
from desktop.figures.wording import N_, Language
from desktop.gui.parts.buttons import Segments
from desktop.gui.parts.layouts import row
from desktop.gui.parts.tab_card import Pane
from desktop.gui.review.lines import (
    WIDE,
    Line,
    figure_column,
    lines_table,
    on_two_lines,
    room_of,
)
from desktop.gui.review.pointing import PointingTable
from desktop.gui.review.words import period_words
from desktop.gui.tokens import Colours

_BASES = (MovedFrom.LAST_YEAR.value, MovedFrom.LAST_RELEASE.value)
_WORDS = {
    _BASES[0]: (N_("Last year"), N_("Against the same period last year")),
    _BASES[1]: (N_("Last release"), N_("Against what was published before")),
}


class MoversPane(Pane):
    """Largest first. Choosing one asks for its cell."""

    cell_asked = Signal(str, str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._shown: tuple[Comparison, Language, Colours] | None = None
        self._lines: Sequence[Line] = ()
        self._room = 0
        self.base = Segments(_BASES)
        self.base.chosen.connect(lambda _: self._redraw())
        self.table = PointingTable(26)
        self.table.row_chosen.connect(self._show)
        self.body.addLayout(row(self.base, 1))
        self.body.addWidget(self.table, 1)

    def draw(self, comparison: Comparison, lang: Language, colours: Colours) -> None:
        """Draw another file's movements."""
        self._shown = (comparison, lang, colours)
        self.base.dress({base: (lang._(name), lang._(tip)) for base, (name, tip) in _WORDS.items()})
        bases = {m.base.value for m in comparison.movers}
        if bases and self.base.choice not in bases:
            self.base.choose(next(b for b in _BASES if b in bases))
        self.base.setVisible(len(bases) > 1)
        self._redraw()
        periods = {period_words(m.row, lang) for m in comparison.movers}
        aside = periods.pop() if len(periods) == 1 else ""
        self.entitle(lang._("Movements"), aside, filled=bool(comparison.movers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give as many columns as there is room for."""
        super().resizeEvent(event)
        if self._room != room_of(min(self.width(), WIDE - 1)):
            self._redraw()

    def _redraw(self) -> None:
        if self._shown is None:
            return
        self._room = room_of(min(self.width(), WIDE - 1))
        comparison, lang, colours = self._shown
        self._lines = [
            Line(m.row, m.old_value, growth=m.growth)
            for m in comparison.movers
            if m.base == self.base.choice
        ]
        self.table.blockSignals(True)
        dated = len({period_words(line.row, lang) for line in self._lines}) > 1
        grid = lines_table(
            self._lines, lang, min(self.width(), WIDE - 1), signed=True, dated=dated,
            old=lang._(_WORDS[self.base.choice][0]),
        )  # fmt: skip
        two = on_two_lines(self.width())
        self.table.make_room(two_lines=two)
        self.table.setWordWrap(two and not dated)  # a period has the second line to itself
        self.table.show_grid(grid, colours, figure_column(grid, lang))
        self.table.blockSignals(False)
        self.table.setAccessibleName(lang._("Largest movements"))

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._lines):
            self.cell_asked.emit(self._lines[number].row.sheet, self._lines[number].row.cell)
