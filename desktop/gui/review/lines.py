"""Figures of a return beside those they meet: old, new, difference, per cent, and from where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf

from desktop.figures.comparison import Change, Comparison
from desktop.figures.figure import FigureRow
from desktop.figures.reading import Reading
from desktop.figures.series import TOTAL, TRADE
from desktop.figures.wording import Language
from desktop.gui.parts.grid import Cell, Grid, LazyRows
from desktop.gui.review.drawing import CHANGED, RIVAL
from desktop.gui.review.words import (
    amount_words,
    flow_sign,
    flow_words,
    period_words,
    subject_words,
    unit_words,
)
from desktop.gui.tokens import Tone

_PERIOD = 2
WIDE, MIDDLE = 600, 400
"""Pixels from which a comparison has all its columns, and all but two of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the return beside the one it meets, if it meets one."""

    row: FigureRow
    old_value: int | None = None
    old_file: str = ""
    growth: float | None = None

    @property
    def change(self) -> float | None:
        """The change as a fraction of the old value."""
        if self.growth is not None:
            return None if isinf(self.growth) else self.growth
        if not self.old_value:
            return None
        return self.row.value / self.old_value - 1


def lines_of(kind: str, reading: Reading, comparison: Comparison) -> list[Line]:
    """Give the figures of a kind: trade before all else, in the order of the file.

    Changes are the largest first, totals before them.
    """
    if kind == CHANGED:
        return sorted(map(_line, comparison.changed), key=_by_weight)
    if kind == RIVAL and comparison.disputed:
        return sorted(map(_line, comparison.disputed), key=_by_weight)
    rows = (r for r, k in zip(reading.rows, comparison.kinds, strict=False) if k == kind)
    return [Line(row) for row in sorted(rows, key=_beside_trade)]


def _line(change: Change) -> Line:
    return Line(change.row, change.old_value, change.old_file)


def _beside_trade(row: FigureRow) -> bool:
    """Order what is watched beside trade, such as industry, behind it."""
    return row.flow not in TRADE


def _by_weight(line: Line) -> tuple[bool, bool, float]:
    return (_beside_trade(line.row), line.row.item != TOTAL, -abs(line.change or 0.0))


def lines_table(
    lines: Sequence[Line],
    lang: Language,
    width: int = MIDDLE,
    *,
    signed: bool = False,
    disputed: bool = False,
    dated: bool = True,
    old: str = "",
) -> Grid:
    """Flow, subject, period, new value; `old` value and change where there is an old one.

    A `width` (pixels) from `WIDE` adds the difference and the file of the old value, one below
    `MIDDLE` names the flow with the figure. `signed` colours up and down. Of `disputed` figures the
    other file is always told. Where one period is that of all, they need not be `dated`; where room
    is short, a figure's period stands under its name (`on_two_lines`).
    """
    met = any(line.old_value is not None for line in lines)
    heads = (
        "", lang._("Figure"), lang._("Period"), old or lang._("Old"), lang._("New"),
        lang._("Difference"), "%", lang._("Old from"),
    )  # fmt: skip
    stacked = dated and on_two_lines(width)
    columns: tuple[int, ...] = (1, 4) if stacked else (0, 1, 2, 4)
    if met:
        columns = (0, 1, 2, 3, 4, 5, 6, 7) if width >= WIDE else (0, 1, 2, 3, 4, 6)
        columns = columns[1:] if width < MIDDLE else columns
        columns = (1, 2, 3, 4, 6, 7) if disputed and width < WIDE else columns
        columns = columns if dated and not stacked else tuple(c for c in columns if c != _PERIOD)

    def made(line: Line) -> tuple[Cell, ...]:
        cells = _cells(line, lang, signed=signed, flow_within=0 not in columns, stacked=stacked)
        return tuple(cells[c] for c in columns)

    words = frozenset(n for n, c in enumerate(columns) if c in {0, 1, 2, 7})
    return Grid(tuple(heads[c] for c in columns), LazyRows(lines, made), words)


def figure_column(grid: Grid, lang: Language) -> int:
    """Give the place of the column that names the figure, which takes what room is left."""
    name = lang._("Figure")
    return grid.columns.index(name) if name in grid.columns else 1


def _cells(
    line: Line, lang: Language, *, signed: bool, flow_within: bool, stacked: bool
) -> tuple[Cell, ...]:
    row, old = line.row, line.old_value
    whole, period = subject_words(row, lang), period_words(row, lang)
    name = whole
    if flow_within:
        name = f"{flow_sign(row.flow, lang)} · {subject_words(row, lang, short=True)}"
    return (
        Cell(flow_sign(row.flow, lang), Tone.MUTED),
        Cell(f"{name}\n{period}" if stacked else name, tip=f"{whole}\n{_tip(line, lang)}"),
        Cell(period, Tone.SECONDARY),
        Cell("–" if old is None else amount_words(row.unit, old, lang), Tone.MUTED),
        Cell(amount_words(row.unit, row.value, lang)),
        Cell("" if old is None else _difference(row, old, lang), Tone.SECONDARY),
        _change(line, lang, signed=signed),
        Cell(line.old_file, Tone.MUTED, tip=line.old_file),
    )


def _difference(row: FigureRow, old: int, lang: Language) -> str:
    gap = row.value - old
    if row.unit == "index":
        return lang.points(gap / 100_000)
    words = amount_words(row.unit, abs(gap), lang)
    sign = "+" if gap > 0 else "−"
    return words if not any(c in "123456789" for c in words) else sign + words


def _change(line: Line, lang: Language, *, signed: bool) -> Cell:
    change = line.change
    if change is None:
        return Cell("")
    tone = Tone.WARN if change else Tone.MUTED
    if signed:
        tone = Tone.GOOD if change > 0 else Tone.BAD
    return Cell(lang.number(change * 100, 1, sign=True), tone)


def _tip(line: Line, lang: Language) -> str:
    place = f"{flow_words(line.row.flow, lang)} · {line.row.sheet}!{line.row.cell}"
    before = lang._("before: {file}", file=line.old_file) if line.old_file else ""
    return "\n".join(
        p for p in (line.row.label, unit_words(line.row.unit, lang), place, before) if p
    )


def on_two_lines(width: int) -> bool:
    """Say whether a figure takes two lines in so many pixels."""
    return width < MIDDLE


def room_of(width: int) -> int:
    """Say which set of columns fits a width."""
    return (width >= WIDE) + (width >= MIDDLE)
