"""The pane of the three yardsticks: each named, with what it is compared with and the verdict."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.analysis.results import Overview
from desktop.analysis.yardstick_results import Verdict
from desktop.analysis.yardstick_wording import Told, beside_told, yardsticks_told
from desktop.figures.wording import Language
from desktop.gui.parts.filling import Filling
from desktop.gui.parts.tab_card import Pane
from desktop.gui.parts.text import Elided, OneLine
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import Colours, Tone

_LOOKS = {
    Verdict.ABOVE: ("▲", Tone.GOOD),
    Verdict.WITHIN: ("●", Tone.GOOD),
    Verdict.BELOW: ("▼", Tone.WARN),
    Verdict.NOT_JUDGED: ("", Tone.MUTED),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMNS = 4
_LINES = 3
_NAMES = 84
"""Pixels that the names keep beside a range."""


class YardstickPane(Pane):
    """Growth, share and path side by side; the record and the months beside the path beneath."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        self._heads = [self._cell("muted", 0, column) for column in range(_COLUMNS)]
        self._rows = [
            [self._cell("", line, column) for column in range(_COLUMNS)] for line in (1, 2, 3)
        ]
        self._shown: list[tuple[Told, Colours] | None] = [None] * len(self._rows)
        self._beside = Filling("small")
        self.body.addLayout(self._grid)
        self.body.addWidget(self._beside, 1)
        self.give_room(roomy=False)

    def _cell(self, look: str, line: int, column: int) -> OneLine:
        made = Elided(look) if column == 0 else OneLine(look)
        if column:
            made.setAlignment(_RIGHT)
        self._grid.addWidget(made, line, column)
        return made

    def give_room(self, *, roomy: bool) -> None:
        """Tell in full beneath the table on a high page; on a low one as far as there is room."""
        self._beside.give_lines(_LINES if roomy else 1)

    def draw(self, overview: Overview, lang: Language, colours: Colours) -> None:
        """Draw another overview; the pane is not offered where there is no target."""
        exports = overview.exports
        told = yardsticks_told(exports, lang)
        self.entitle(lang._("Yardsticks"), "", filled=bool(told))
        words = ("", lang._("so far"), lang._("against"), lang._("difference"))
        for head, word in zip(self._heads, words, strict=True):
            head.setText(word)
        for number, line in enumerate(told):
            if self._shown[number] != (line, colours):
                self._shown[number] = (line, colours)
                _fill(self._rows[number], line, colours)
        beside = beside_told(exports, lang)
        more = " ".join(beside)
        self._beside.ground = colours.card
        if more != self._beside.text():
            self._beside.setText(more)
            self._beside.setToolTip(wrapped(more))
        self.setAccessibleDescription(" ".join((*map(_spoken, told), *beside)))


def _fill(cells: list[OneLine], line: Told, colours: Colours) -> None:
    mark, tone = _LOOKS[line.verdict]
    texts = (line.name, line.value, line.against, f"{line.difference} {mark}".rstrip())
    tones = (Tone.SECONDARY, Tone.PLAIN, Tone.MUTED, tone)
    spoken = _spoken(line)
    for cell, text, ink in zip(cells, texts, tones, strict=True):
        cell.setText(text)
        cell.setToolTip(wrapped(spoken))
        look = f"color: {colours.of(ink)}"
        if cell.styleSheet() != look:  # styling takes longer than all the rest
            cell.setStyleSheet(look)


def _spoken(line: Told) -> str:
    return (
        f"{line.name}: {line.value}; {line.what}: {line.against}; {line.difference}, {line.word}."
    )
