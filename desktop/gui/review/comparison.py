"""The pane that compares a file with the archive: chips that count and filter, and the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.figures.comparison import Comparison
from desktop.figures.finding import Finding
from desktop.figures.finding_texts import sentence
from desktop.figures.reading import Question, Reading
from desktop.figures.wording import N_, Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.flowing import Flowing
from desktop.gui.parts.grid import Cell, Grid, LazyRows
from desktop.gui.parts.tab_card import Pane
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.asking import question_words
from desktop.gui.review.drawing import ASKED, CHANGED, NEW, ODD, OLDER, RIVAL, SAME
from desktop.gui.review.lines import (
    figure_column,
    lines_of,
    lines_table,
    on_two_lines,
    room_of,
)
from desktop.gui.review.pointing import PointingTable
from desktop.gui.tokens import Colours, Tone

_CHIPS = {
    NEW: ("primary", N_("{count} new")),
    CHANGED: ("warn", N_("{count} changed")),
    SAME: ("", N_("{count} same")),
    OLDER: ("", N_("{count} older")),
    RIVAL: ("warn", N_("{count} disputed")),
    ASKED: ("bad", N_("{count} to decide")),
    ODD: ("warn", ""),
}
_ALWAYS = {NEW, CHANGED, SAME}
_FIRST = (CHANGED, RIVAL, NEW, OLDER, SAME, ASKED, ODD)


@dataclass(frozen=True, slots=True)
class _Shown:
    reading: Reading
    comparison: Comparison
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]
    lang: Language
    colours: Colours


class ComparisonPane(Pane):
    """A chip filters the table and, by `filtered`, the marks on the sheet."""

    filtered = Signal(str)
    cell_asked = Signal(str, str)

    def __init__(self) -> None:
        """Start with nothing to compare."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.chips: dict[str, QPushButton] = {}
        for kind, (tone, _) in _CHIPS.items():
            chip = button("chip", self._redraw)
            chip.setProperty("tone", tone)
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[kind] = chip
        self.table = PointingTable(28)
        self.table.row_chosen.connect(self._show)
        self._already = label("secondary")
        self._already.setWordWrap(True)
        self.body.addLayout(Flowing(*self.chips.values()))
        self.body.addWidget(self._already)
        self.body.addWidget(self.table, 1)
        self._shown: _Shown | None = None
        self._places: Sequence[tuple[str, str]] = ()
        self._room = 0

    def draw(
        self,
        reading: Reading,
        comparison: Comparison,
        questions: Sequence[Question],
        lang: Language,
        colours: Colours,
    ) -> None:
        """Draw another file's comparison; the changes stand in front where there are any."""
        another = self._shown is None or self._shown.reading.name != reading.name
        findings = (*reading.findings, *comparison.findings)
        self._shown = _Shown(reading, comparison, tuple(questions), findings, lang, colours)
        counts = self._counts()
        for kind, chip in self.chips.items():
            chip.setText(_counted(kind, counts[kind], lang))
            chip.setEnabled(bool(counts[kind]))
            chip.setVisible(bool(counts[kind]) or kind in _ALWAYS)
        rival = lang._(
            "Another return of the same date says otherwise: both are shown side by side."
        )
        self.chips[RIVAL].setToolTip(wrapped(rival))
        if another or not counts[self.kind]:
            self.chips[next((k for k in _FIRST if counts[k]), NEW)].setChecked(True)
        self._already.setVisible(comparison.already is not None)
        self._already.setText(
            lang._(
                "This very file is in the archive already, as return {number}. "
                "Importing it again adds nothing.",
                number=comparison.already,
            )
        )
        self._redraw()
        self.entitle(lang._("Against the archive"), lang._("old → new"))

    def _counts(self) -> dict[str, int]:
        assert self._shown is not None
        held = self._shown.comparison
        return {
            NEW: held.new,
            CHANGED: len(held.changed),
            SAME: held.same,
            OLDER: held.older,
            RIVAL: held.rivals or len(held.disputed),
            ASKED: len(self._shown.questions),
            ODD: len(self._shown.findings),
        }

    @property
    def kind(self) -> str:
        """What the chips filter by."""
        return next((k for k, chip in self.chips.items() if chip.isChecked()), NEW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give more columns where there is room for them."""
        super().resizeEvent(event)
        if self._shown and self._room != room_of(self.width()):
            self._redraw()

    def _redraw(self) -> None:
        if self._shown is None:
            return
        shown, kind = self._shown, self.kind
        self._room = room_of(self.width())
        if kind in {ASKED, ODD}:
            grid, self._places = self._told(kind)
        else:
            lines = lines_of(kind, shown.reading, shown.comparison)
            grid = lines_table(lines, shown.lang, self.width(), disputed=kind == RIVAL)
            self._places = [(line.row.sheet, line.row.cell) for line in lines]
        two = on_two_lines(self.width()) and kind not in {ASKED, ODD}
        self.table.blockSignals(True)
        self.table.make_room(two_lines=two)
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.model().index(-1, -1))
        self.table.show_grid(grid, shown.colours, figure_column(grid, shown.lang))
        self.table.blockSignals(False)
        words = f"{shown.lang._('Against the archive')}: {self.chips[kind].text()}"
        self.table.setAccessibleName(words)
        self.filtered.emit(kind)

    def _told(self, kind: str) -> tuple[Grid, list[tuple[str, str]]]:
        """Give the questions or the findings as a table, and their places."""
        assert self._shown is not None
        shown, lang = self._shown, self._shown.lang
        if kind == ASKED:
            told = [(q.sheet, q.cell, question_words(q, lang)[0]) for q in shown.questions]
        else:
            told = [(f.sheet, f.cell.split(":")[0], sentence(f, lang)) for f in shown.findings]
        rows = LazyRows(told, lambda t: (Cell(t[1] or t[0], Tone.SECONDARY), Cell(t[2], tip=t[2])))
        grid = Grid((lang._("Place"), lang._("What")), rows, frozenset({0, 1}))
        return grid, [(sheet, cell) for sheet, cell, _ in told]

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._places):
            self.cell_asked.emit(*self._places[number])


def _counted(kind: str, count: int, lang: Language) -> str:
    number = lang.number(count)
    if kind == ODD:
        return lang.plural("{number} finding", "{number} findings", count, number=number)
    return lang._(_CHIPS[kind][1], count=number)
