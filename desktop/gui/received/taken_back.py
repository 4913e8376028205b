"""What an undo takes back, or a redo brings again, as a table: what stands now, and then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from desktop.figures.collation import alphabetical
from desktop.figures.comparison import Undoing
from desktop.figures.figure import FigureRow
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Ownership
from desktop.figures.wording import Language
from desktop.gui.parts.grid import Cell, Grid, LazyRows
from desktop.gui.review.words import (
    amount_words,
    flow_sign,
    period_words,
    subject_words,
    unit_words,
)
from desktop.gui.tokens import Tone

CHANGED, GONE = "changed", "gone"
_WHOLE = (TOTAL, WORLD, Ownership.ALL, NATIONAL)


@dataclass(frozen=True, slots=True)
class Step:
    """One figure: its value now and then, in thousandths of its unit; None where there is none."""

    file: str
    row: FigureRow
    now: int | None
    then: int | None


def steps(file: str, undoing: Undoing, lang: Language) -> dict[str, list[Step]]:
    """Give the figures that change, and those that go (or, redone, come) with the return `file`.

    Trade stands before what is watched beside it, such as industry; of each flow the total is the
    first, the rest goes by its names.
    """
    changed = [Step(file, c.row, c.old_value, c.row.value) for c in undoing.changed]
    gone = [Step(file, row, row.value, None) for row in undoing.gone]
    back = [Step(file, row, None, row.value) for row in undoing.back]
    return {
        kind: sorted(found, key=lambda step: _place(step.row, lang))
        for kind, found in ((CHANGED, changed), (GONE, [*gone, *back]))
    }


def _place(row: FigureRow, lang: Language) -> tuple[object, ...]:
    """Give the key that puts figures in order as they are named, the total of each flow first."""
    split = (row.item, row.market, row.ownership, row.province) != _WHOLE
    name = alphabetical(subject_words(row, lang))
    return (row.flow not in TRADE, row.flow, split, name, row.period_end, row.period_start)


def steps_table(shown: Sequence[Step], lang: Language, *, several: bool) -> Grid:
    """Give the figures as rows, with their file where there are several."""
    headings = (
        lang._("Item"), lang._("Period"), lang._("Unit"), lang._("Now"), lang._("Then"), "%",
        *((lang._("File"),) if several else ()),
    )  # fmt: skip
    rows = LazyRows(shown, lambda step: _line(step, lang, several=several))
    return Grid(headings, rows, frozenset({0, 1, 2, 6}))


def _line(step: Step, lang: Language, *, several: bool) -> tuple[Cell, ...]:
    row = step.row
    place = f"{row.sheet}!{row.cell}" if row.sheet else row.cell
    return (
        Cell(f"{flow_sign(row.flow, lang)} {subject_words(row, lang)}", tip=place),
        Cell(period_words(row, lang), Tone.SECONDARY),
        Cell(unit_words(row.unit, lang), Tone.MUTED),
        Cell(_amount(row, step.now, lang)),
        Cell(_amount(row, step.then, lang), Tone.WARN if step.then is None else Tone.PLAIN),
        Cell(_change(step, lang), Tone.SECONDARY),
        *((Cell(PurePath(step.file).stem, Tone.MUTED, step.file),) if several else ()),
    )


def _amount(row: FigureRow, value: int | None, lang: Language) -> str:
    return "–" if value is None else amount_words(row.unit, value, lang)


def _change(step: Step, lang: Language) -> str:
    if not step.now or step.then is None:
        return "–"
    return lang.number((step.then / step.now - 1) * 100, 1, sign=True)
