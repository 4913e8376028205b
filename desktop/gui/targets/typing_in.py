"""What was typed or pasted into the table of parts, as a change of targets. No widget here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.figures.catalogue import items, markets
from desktop.figures.names import name_key
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.target_names import part_name
from desktop.figures.target_typing import amounts
from desktop.figures.wording import LANGUAGES, language

if TYPE_CHECKING:
    from desktop.analysis.tree_results import TargetTree, TreeRow


@dataclass(frozen=True, slots=True)
class Papers:
    """The document that what is typed goes by."""

    document: str = ""
    issued_on: date | None = None


def change_of(
    tree: TargetTree, typed: Sequence[tuple[int, str]], whole: Target, papers: Papers
) -> TargetChange:
    """Turn rows and what was typed there into one change.

    A percentage is a growth (of a share it stays one), a bare number a value in billion US
    dollars; nothing takes the target back. A target by a document of the same day is corrected:
    the one before is taken back, not superseded.

    Raises `Refused` where something is no amount.
    """
    rows = (tree.whole, *tree.parts)
    added: list[Target] = []
    withdrawn: list[int] = []
    for place, text in typed:
        row = rows[place]
        if not text:
            withdrawn += [row.target.number] if row.target else []
            continue
        target = _target(row, text, whole, papers)
        if row.target and row.target.issued_on == target.issued_on:
            withdrawn.append(row.target.number)
        added.append(target)
    return TargetChange(tuple(added), tuple(withdrawn))


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows and what a paste says there; `strangers` are names in it that no row bears."""

    typed: tuple[tuple[int, str], ...] = ()
    strangers: tuple[str, ...] = ()


def pasted_rows(tree: TargetTree, place: int, lines: Sequence[Sequence[str]]) -> Pasted:
    """Say which rows pasted lines are for, and what they say there.

    A line with a name or code goes to the part of that name, by any spelling; amounts
    alone go down from the row chosen. The amount is the last cell that is filled; a line without
    one, such as headings, is passed over. A name that no part bears goes nowhere.
    """
    names = _places_by_name(tree)
    last, found, strangers = len(tree.parts), [], []
    for line in lines:
        cells = [cell.strip() for cell in line if cell.strip()]
        if not _is_amount(cells[-1]):
            continue
        name = next((cell for cell in cells[:-1] if not _is_amount(cell)), "")
        if name and (named := _place_of(name, names, tree)) is not None:
            found.append((named, cells[-1]))
        elif name:
            strangers.append(name)
        elif place <= last:
            found.append((place, cells[-1]))
            place += 1
    return Pasted(tuple(found), tuple(strangers))


def _place_of(name: str, names: Mapping[str, int], tree: TargetTree) -> int | None:
    """Find the row of a name: as it is shown, or as any table prints it."""
    flow = Flow.IMPORT if tree.whole.scope.flow is Flow.IMPORT else Flow.EXPORT
    printed = (catalogue.code(name) for catalogue in (items(flow), markets()))
    keys = (name_key(name), *(name_key(code) for code in printed))
    return next((names[key] for key in keys if key in names), None)


def _places_by_name(tree: TargetTree) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, row in enumerate((tree.whole, *tree.parts)):
        code = tree.split.code(row.scope)
        for name in (code, *(part_name(row.scope, language(spoken)) for spoken in LANGUAGES)):
            if name:
                found.setdefault(name_key(name), place)
    return found


def _is_amount(text: str) -> bool:
    return any(c.isdigit() for c in text) and not any(c.isalpha() for c in text)


def _target(row: TreeRow, text: str, whole: Target, papers: Papers) -> Target:
    measure = _measure(row, text)
    low, high = amounts(text, measure)
    known = row.target or replace(
        whole, item=row.scope.item, market=row.scope.market, province=row.scope.province,
        document="", issued_on=None, base_as_of=None,
    )  # fmt: skip
    document = papers.document or known.document
    day = papers.issued_on or known.issued_on
    return replace(
        known, measure=measure, low=low, high=high, document=document, issued_on=day, number=0
    )


def _measure(row: TreeRow, text: str) -> TargetMeasure:
    if "%" in text:
        was_share = row.target is not None and row.target.is_share
        return TargetMeasure.SHARE if was_share else TargetMeasure.GROWTH
    return TargetMeasure.SURPLUS if row.scope.flow is Flow.BALANCE else TargetMeasure.VALUE
