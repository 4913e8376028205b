"""The card that compares a file with the archive: how many new, changed, same, older; and which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.figures.comparison import Comparison
from desktop.figures.figure import FigureRow
from desktop.figures.reading import Reading
from desktop.figures.series import TOTAL
from desktop.figures.wording import N_, Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.grid import Cell, Grid, GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.review.words import (
    amount_words,
    flow_sign,
    period_words,
    subject_words,
    unit_words,
)
from desktop.gui.tokens import Colours, Tone

NEW, CHANGED, SAME, OLDER, RIVAL = "n", "c", "s", "o", "r"
_CHIPS = {
    NEW: ("primary", N_("{count} new")),
    CHANGED: ("warn", N_("{count} changed")),
    SAME: ("", N_("{count} same")),
    OLDER: ("", N_("{count} older")),
    RIVAL: ("warn", N_("{count} set aside")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the return beside the one it meets in the archive, if it meets one."""

    row: FigureRow
    old_value: int | None = None
    old_file: str = ""

    @property
    def change(self) -> float | None:
        """The change as a fraction of the old value."""
        if not self.old_value:
            return None
        return self.row.value / self.old_value - 1


class ComparisonCard(Card):
    """Chips that count and filter; the figures of the chosen kind, the largest changes first."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.chips: dict[str, QPushButton] = {}
        for kind, (tone, _) in _CHIPS.items():
            chip = button("chip", self._redraw)
            chip.setProperty("tone", tone)
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[kind] = chip
        self.table = GridView(30, dense=True)
        self._already = label("secondary")
        self._already.setWordWrap(True)
        self.body.addLayout(row(*self.chips.values(), 1, gap=6))
        self.body.addWidget(self._already)
        self.body.addWidget(self.table, 1)
        self._shown: tuple[Reading, Comparison, Language, Colours] | None = None

    def draw(
        self, reading: Reading, comparison: Comparison, lang: Language, colours: Colours
    ) -> None:
        """Draw another file's comparison; the changes stand in front where there are any."""
        another = self._shown is None or self._shown[0] is not reading
        self._shown = (reading, comparison, lang, colours)
        self.entitle(lang._("Against the archive"), lang._("old → new"))
        counts = {
            NEW: comparison.new,
            CHANGED: len(comparison.changed),
            SAME: comparison.same,
            OLDER: comparison.older,
            RIVAL: comparison.rivals,
        }
        for kind, chip in self.chips.items():
            chip.setText(lang._(_CHIPS[kind][1], count=lang.number(counts[kind])))
            chip.setEnabled(bool(counts[kind]))
        self.chips[RIVAL].setVisible(bool(comparison.rivals))
        self.chips[RIVAL].setToolTip(
            lang._("A return of the same date prevails: see the findings.")
        )
        if another:
            first = next((k for k in (CHANGED, RIVAL, NEW, OLDER, SAME) if counts[k]), NEW)
            self.chips[first].setChecked(True)
        self._already.setVisible(comparison.already is not None)
        self._already.setText(
            lang._(
                "This very file is in the archive already, as return {number}. "
                "Importing it again adds nothing.",
                number=comparison.already,
            )
        )
        self._redraw()

    def _redraw(self) -> None:
        if self._shown is None:
            return
        reading, comparison, lang, colours = self._shown
        kind = next((k for k, chip in self.chips.items() if chip.isChecked()), NEW)
        shown = lines_of(kind, reading, comparison)
        self.table.show_grid(comparison_table(shown, lang), colours, stretch=1)
        self.table.setAccessibleName(f"{self.title.text()}: {self.chips[kind].text()}")


def lines_of(kind: str, reading: Reading, comparison: Comparison) -> list[Line]:
    """Give the figures of a kind: changes largest first, the rest in the order of the file."""
    if kind == CHANGED:
        changed = (Line(c.row, c.old_value, c.old_file) for c in comparison.changed)
        return sorted(changed, key=_by_weight)
    rows: Iterable[FigureRow] = (
        r for r, k in zip(reading.rows, comparison.kinds, strict=False) if k == kind
    )
    return [Line(r) for r in rows]


def _by_weight(line: Line) -> tuple[bool, float]:
    return (line.row.item != TOTAL, -abs(line.change or 0.0))


def comparison_table(lines: Sequence[Line], lang: Language) -> Grid:
    """Flow, subject, period, new value; old value and change where there is an old one."""
    met = any(line.old_value is not None for line in lines)
    heads = ["", lang._("Figure"), lang._("Period"), lang._("Old"), lang._("New"), "%"]
    rows = (
        (
            Cell(flow_sign(line.row.flow, lang), Tone.MUTED),
            Cell(subject_words(line.row, lang), tip=_tip(line, lang)),
            Cell(period_words(line.row, lang), Tone.SECONDARY),
            Cell(_old(line, lang), Tone.MUTED),
            Cell(amount_words(line.row.unit, line.row.value, lang)),
            _change(line, lang),
        )
        for line in lines
    )
    columns = range(6) if met else (0, 1, 2, 4)
    return Grid(
        tuple(heads[c] for c in columns),
        tuple(tuple(row[c] for c in columns) for row in rows),
        frozenset({0, 1, 2}),
    )


def _old(line: Line, lang: Language) -> str:
    return "–" if line.old_value is None else amount_words(line.row.unit, line.old_value, lang)


def _change(line: Line, lang: Language) -> Cell:
    if line.change is None:
        return Cell("")
    return Cell(
        lang.number(line.change * 100, 1, sign=True), Tone.WARN if line.change else Tone.MUTED
    )


def _tip(line: Line, lang: Language) -> str:
    place = f"{line.row.sheet}!{line.row.cell}"
    before = lang._("before: {file}", file=line.old_file) if line.old_file else ""
    return "\n".join(
        p for p in (line.row.label, unit_words(line.row.unit, lang), place, before) if p
    )
