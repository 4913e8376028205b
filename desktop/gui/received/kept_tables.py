"""What officials taught, as tables: what names mean to each sender, and layouts of their own."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.directions import LEAVE_OUT, LearnedLayout, NameDecision
from desktop.figures.layouts import sender_name
from desktop.figures.name_codes import KINDS, name_of_code
from desktop.figures.names import folded_key
from desktop.figures.series import NEW, Flow
from desktop.figures.wording import Language
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.review.words import flow_sign
from desktop.gui.tokens import Tone

Kept = NameDecision | LearnedLayout


def kept_table(kept: Sequence[Kept], lang: Language) -> Grid:
    """Lay out names, or layouts, one a line; all of `kept` are of one sort."""
    names = [k for k in kept if isinstance(k, NameDecision)]
    layouts = [k for k in kept if isinstance(k, LearnedLayout)]
    return _layouts_table(layouts, lang) if layouts else _names_table(names, lang)


def found(kept: Sequence[Kept], words: str, lang: Language) -> tuple[Kept, ...]:
    """Give those that hold every word searched for, accents or not, in any of their columns."""
    wanted = [folded_key(word) for word in words.split()]
    if not wanted:
        return tuple(kept)
    return tuple(k for k in kept if all(word in _searched(k, lang) for word in wanted))


def meaning(decision: NameDecision, lang: Language) -> str:
    """Say what was decided of a name."""
    if decision.code == LEAVE_OUT:
        return lang._("left out")
    name = name_of_code(decision.kind, decision.code, lang.code, decision.flow)
    return lang._("{name} (new)", name=name) if decision.code.startswith(NEW) else name


def _searched(kept: Kept, lang: Language) -> str:
    line = kept_table((kept,), lang).rows[0]
    code = kept.code if isinstance(kept, NameDecision) else ""
    return folded_key(" ".join((*(cell.text for cell in line), code)))


def _names_table(names: Sequence[NameDecision], lang: Language) -> Grid:
    headings = (
        lang._("As printed"), lang._("Means"), lang._("From"), lang._("Kind"),
        lang._("Decided on"), lang._("By"),
    )  # fmt: skip
    return Grid(headings, tuple(_name_line(n, lang) for n in names), frozenset(range(6)))


def _name_line(decision: NameDecision, lang: Language) -> tuple[Cell, ...]:
    kind = lang._(KINDS[decision.kind])
    if decision.flow in set(Flow):
        kind = f"{kind} · {flow_sign(decision.flow, lang)}"
    out = decision.code == LEAVE_OUT
    told = meaning(decision, lang)
    return (
        Cell(decision.label, tip=decision.label),
        Cell(told, Tone.MUTED if out else Tone.PLAIN, tip="" if out else told),
        Cell(sender_name(decision.sender, lang), Tone.SECONDARY, tip=decision.sender),
        Cell(kind, Tone.SECONDARY),
        Cell(lang.day_of(decision.decided_at), Tone.SECONDARY),
        Cell(decision.decided_by, Tone.SECONDARY),
    )


def _layouts_table(layouts: Sequence[LearnedLayout], lang: Language) -> Grid:
    headings = (
        lang._("Layout"), lang._("From"), lang._("Tables"), lang._("Taught on"), lang._("By"),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(held.name, tip=held.name),
            Cell(sender_name(held.sender, lang), Tone.SECONDARY, tip=held.sender),
            Cell(lang.number(len(held.plans))),
            Cell(lang.day_of(held.made_at), Tone.SECONDARY),
            Cell(held.made_by, Tone.SECONDARY),
        )
        for held in layouts
    )
    return Grid(headings, rows, frozenset({0, 1, 3, 4}))
