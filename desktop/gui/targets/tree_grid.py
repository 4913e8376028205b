"""The parts of a target as rows of a table: the whole first, what is left of it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.wording import PACE
from desktop.figures.target import FRACTIONS, Target
from desktop.figures.target_names import part_name, scope_name
from desktop.figures.target_texts import amount_name
from desktop.figures.wording import side_by_side
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.targets.standing_list import chance_cells
from desktop.gui.targets.words import PACE_TONES
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.wording import Language

NAME, BASE, BASE_SHARE, TARGET, VALUE, GROWTH, POINTS, SHARE, STATUS, CHANCE = range(10)
"""The columns, from the left."""
_UNKNOWN = Cell("–", Tone.MUTED)


def tree_grid(tree: TargetTree, lang: Language, outlook: Outlook | None = None) -> Grid:
    """Lay out a tree; the last row is the remainder. With an outlook chances stand last."""
    say = lang._
    columns = (
        say("Part"), _before(tree, lang), say("Of year before"), say("Target"),
        say("bn USD"), say("Growth"), say("Points"), say("Share"), say("Status"),
        *((say("Chance"),) if outlook else ()),
    )  # fmt: skip
    decimals = tree_decimals(tree)
    rows = [
        (*_row(row, decimals, lang), *chance_cells(row.target, outlook, lang))
        for row in (tree.whole, *tree.parts)
    ]
    rest = (*_remainder(tree, decimals, lang), *chance_cells(None, outlook, lang))
    return Grid(columns, [*rows, rest], frozenset({NAME, STATUS}))


def tree_decimals(tree: TargetTree) -> int:
    """Give the decimals of a tree's amounts in billions."""
    return side_by_side(a for row in (tree.whole, *tree.parts) for a in (row.base, row.value))


def _before(tree: TargetTree, lang: Language) -> str:
    """Name the year before: by its number where the target is of a year."""
    target = tree.whole.target
    if target is None or not target.is_calendar_year:
        return lang._("Year before, bn USD")
    return lang._("{year}, bn USD", year=target.year - 1)


def typed_text(target: Target | None, lang: Language) -> str:
    """Write a target as it may be typed again: ``12%``, ``454,2``, ``15–16%``."""
    if target is None:
        return ""
    ends = (target.low,) if target.low == target.high else (target.low, target.high)
    fraction = target.measure in FRACTIONS
    texts = [plain_number(end * 100 if fraction else end / 1e9, lang) for end in ends]
    return "–".join(texts) + ("%" if fraction else "")


def plain_number(number: float, lang: Language) -> str:
    """Write a number that a spreadsheet of the language reads as one: no grouping, true digits."""
    text = f"{round(number, 12):.12f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang.code == "vi" else text


def copied(tree: TargetTree, places: list[int], lang: Language) -> str:
    """Give rows as tab-separated text, their numbers as numbers."""
    lines = ["\t".join(tree_grid(tree, lang).columns)]
    every = (tree.whole, *tree.parts)
    for place in places:
        if place < len(every):
            lines.append("\t".join(_plain(every[place], lang)))
        elif tree.remainder is not None:
            left = plain_number(tree.remainder / 1e9, lang)
            lines.append(f"{lang._('Not given out')}\t\t\t\t{left}")
    return "\n".join(lines)


def _plain(row: TreeRow, lang: Language) -> list[str]:
    def billions(amount: float | None) -> str:
        return "" if amount is None else plain_number(amount / 1e9, lang)

    def percent(fraction: float | None) -> str:
        return "" if fraction is None else plain_number(round(fraction * 100, 9), lang) + "%"

    points = "" if row.contribution is None else plain_number(row.contribution * 100, lang)
    status = lang._(PACE[row.progress.status]) if row.progress else ""
    return [
        _name(row, lang), billions(row.base), percent(row.base_share),
        typed_text(row.target, lang), billions(row.value), percent(row.growth), points,
        percent(row.share), status,
    ]  # fmt: skip


def _row(row: TreeRow, decimals: int, lang: Language) -> tuple[Cell, ...]:
    target = Cell(amount_name(row.target, lang)) if row.target else Cell("")
    return (
        Cell(_name(row, lang)),
        _UNKNOWN if row.base is None else Cell(lang.billions(row.base, decimals), Tone.SECONDARY),
        _UNKNOWN if row.base_share is None else Cell(lang.percent(row.base_share), Tone.MUTED),
        target,
        Cell("") if row.value is None else Cell(lang.billions(row.value, decimals)),
        Cell("") if row.growth is None else Cell(lang.percent(row.growth, sign=True)),
        Cell("") if row.contribution is None else Cell(lang.points(row.contribution)),
        Cell("") if row.share is None else Cell(lang.percent(row.share)),
        _status(row, lang),
    )


def _status(row: TreeRow, lang: Language) -> Cell:
    if row.progress is None:
        return Cell("")
    status = row.progress.status
    return Cell(lang._(PACE[status]), PACE_TONES[status])


def _name(row: TreeRow, lang: Language) -> str:
    return part_name(row.scope, lang) or scope_name(row.scope, lang)


def _remainder(tree: TargetTree, decimals: int, lang: Language) -> tuple[Cell, ...]:
    blank = Cell("")
    left = tree.remainder
    tone = Tone.BAD if tree.over_allocated else Tone.SECONDARY
    words = lang._("Given out beyond the whole") if tree.over_allocated else lang._("Not given out")
    value = _UNKNOWN if left is None else Cell(lang.billions(left, decimals), tone)
    return (Cell(words, tone), blank, blank, blank, value, blank, blank, blank, blank)
