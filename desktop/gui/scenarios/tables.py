"""The tables of scenarios: effects, markets and items, without and with each, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.scenario_wording import (
    NONE,
    SIDE_BY_SIDE,
    assumptions,
    caveats,
    dependence_heading,
    dependence_sentence,
    effects,
    part_rows,
)
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.outlook import Assumed, Outlook
    from desktop.figures.wording import Language


def names_of(found: Sequence[Assumed], lang: Language) -> tuple[str, ...]:
    """Name the columns of the scenarios."""
    if len(found) == 1:
        return (lang._(SIDE_BY_SIDE[1]),)
    return tuple(one.scenario.name for one in found)


def effects_grid(outlook: Outlook, found: Sequence[Assumed], lang: Language) -> Grid:
    """Landing, growth, balance, chances, required average: without, and with each scenario."""
    columns = (lang._("bn USD"), lang._(SIDE_BY_SIDE[0]), *names_of(found, lang))
    rows = [
        (
            Cell(row.short, tip=row.name), Cell(row.before),
            *(Cell(a, Tone.MUTED if a in (row.before, NONE) else Tone.PLAIN) for a in row.after),
        )
        for row in effects(outlook, found, lang)
    ]  # fmt: skip
    return Grid(columns, rows)


def shifts_grid(found: Sequence[Assumed], dimension: Dimension, lang: Language) -> Grid | None:
    """Items or markets of exports: the year without any scenario, by how much each changes it."""
    rows = part_rows(found, Flow.EXPORT, dimension, lang)
    if not rows:
        return None
    by_item = dimension is Dimension.ITEM
    heading = lang._("Item") if by_item else lang._("Market")
    beside = (dependence_heading(found[0], lang),) if by_item else ()
    return Grid(
        (heading, *beside, *names_of(found, lang), lang._(SIDE_BY_SIDE[0])),
        [
            (
                Cell(row.name), *((Cell(row.dependence, Tone.MUTED),) if by_item else ()),
                *(Cell(change) for change in row.change), Cell(row.before),
            )
            for row in rows
        ],
        of_trade=True,
    )  # fmt: skip


def assumption_text(found: Sequence[Assumed], lang: Language) -> str:
    """Say whose assumptions they are and what is assumed, a paragraph a scenario."""
    paragraphs = []
    for one in found:
        lines = [*assumptions(one.scenario, lang), *(f"▲ {text}" for text in caveats(one, lang))]
        paragraphs.append("\n".join([f"{one.scenario.name}: {lines[0]}", *lines[1:]]))
    return "\n\n".join(paragraphs)


def dependence_text(found: Sequence[Assumed], lang: Language) -> str:
    """Say how far all exports hang on the market that the first scenario is about."""
    return dependence_sentence(found[0], lang) if found else ""
