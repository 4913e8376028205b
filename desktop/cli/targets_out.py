"""Targets as the terminal writes them: records, tables, trees and allocations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.analysis.targets.force import versions
from desktop.analysis.targets.wording import overlap
from desktop.analysis.wording import PACE
from desktop.cli.tables import Table, points, share, usd
from desktop.figures.target import Target
from desktop.figures.target_names import part_name, scope_name
from desktop.figures.target_texts import amount_name, period_name, split_name, stated
from desktop.figures.wording import Language, side_by_side

if TYPE_CHECKING:
    from desktop.analysis.outlook import Joint
    from desktop.analysis.targets.allocation import Allocation
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.target import Scope
    from desktop.figures.target_form import FormPreview


def record(t: Target) -> dict[str, object]:
    """Give a target as JSON has it."""
    return {
        "number": t.number,
        "year": t.year,
        "start": str(t.start),
        "end": str(t.end),
        **_scope(t.scope),
        "measure": t.measure.value,
        "low": t.low,
        "high": t.high,
        "base_as_of": t.base_as_of.isoformat() if t.base_as_of else None,
        "document": t.document,
        "issued_on": t.issued_on.isoformat() if t.issued_on else None,
        "withdrawn": t.withdrawn,
    }


def records(targets: list[Target], day: date) -> list[dict[str, object]]:
    """Give targets as JSON has them, and which of them is in force on a day."""
    standing = _standing(targets, day)
    return [record(t) | {"in_force": t.number in standing} for t in targets]


def _standing(targets: list[Target], day: date) -> set[int]:
    return {group[-1].number for group in versions(targets, day)}


def _state(target: Target, standing: set[int], day: date, language: Language) -> str:
    if target.number in standing:
        return language._("in force")
    if target.withdrawn:
        return language._("taken back")
    if target.issued_on and target.issued_on > day:
        return language._("not in force until its day")
    return language._("superseded")


def table(targets: list[Target], language: Language, on: date) -> Table:
    """Give the targets as a table, one a line, and how they stand on a day."""
    say = language._
    found = Table(box=SIMPLE_HEAD)
    for heading in (say("No."), say("Period"), say("Of what"), say("Target"), say("State"),
                    say("Base"), say("Document"), say("Issued on")):  # fmt: skip
        found.add_column(heading)
    standing = _standing(targets, on)
    for t in targets:
        base = language.date(t.base_as_of) if t.base_as_of else ""
        day = language.date(t.issued_on) if t.issued_on else ""
        state = _state(t, standing, on, language)
        found.add_row(
            str(t.number), period_name(t, language), scope_name(t.scope, language),
            amount_name(t, language), state, base, t.document, day,
        )  # fmt: skip
    return found


def tree_json(tree: TargetTree | None, joint: Joint | None = None) -> dict[str, Any] | None:
    """Give a tree as JSON has it; ratios are fractions."""
    if tree is None:
        return None
    return {
        "split": tree.split.text,
        "whole": _row(tree.whole),
        "parts": [_row(row) for row in tree.parts],
        "allocated_usd": tree.allocated,
        "remainder_usd": tree.remainder,
        "rest_base_usd": tree.rest_base,
        "over_allocated": tree.over_allocated,
        "overlapping": list(tree.shared),
        "parts_above_whole": tree.above_whole,
        "joint": joint and {"targets": joint.targets, "chance": round(joint.chance, 4)},
    }


def allocation_json(tree: TargetTree, given: Allocation) -> dict[str, Any]:
    """Give an allocation as JSON has it."""
    parts = [{**_scope(scope), "value_usd": value} for scope, value in given.given]
    return {"split": tree.split.text, "given": parts, "rest_usd": given.rest}


def show_tree(
    tree: TargetTree, language: Language, console: Console, joint: Joint | None = None
) -> None:
    """Write a tree as a table."""
    say = language._
    found = Table(title=_title(tree, language), title_justify="left", box=SIMPLE_HEAD)
    found.add_column(split_name(tree.split, language))
    found.add_numbers(
        say("The year before"), say("Target"), say("Growth"), say("Points"), say("Share")
    )
    found.add_column(say("Status"))
    rows = (*tree.parts, tree.whole)
    decimals = side_by_side((a for row in rows for a in (row.base, row.value)), 3)
    for row in rows:
        name = part_name(row.scope, language) or say("Whole")
        found.add_row(name, *_numbers(row, decimals, language), _status(row, language))
    found.add_row(say("Not given out"), "", usd(tree.remainder, decimals, language))
    console.print(found)
    if joint:
        chance = language.percent(joint.chance, 0)
        console.print(say("All {count} at once: {share}", count=joint.targets, share=chance))
    for line in warnings(tree, language):
        console.print(line, soft_wrap=True)


def warnings(tree: TargetTree, language: Language) -> Iterator[str]:
    """Say what is wrong with a tree as a whole."""
    if tree.over_allocated:
        beyond = -(tree.remainder or 0)
        over = language.billions(beyond, side_by_side((beyond,)))
        yield language._("The parts ask for {x} bn USD more than the whole.", x=over)
    if tree.shared:
        yield overlap(tree, language)
    if tree.above_whole:
        yield language._("The year before, the parts sum to more than the whole: one of them errs.")


def show_allocation(
    tree: TargetTree, given: Allocation, language: Language, console: Console
) -> None:
    """Write what is given to each part."""
    found = Table(title=_title(tree, language), title_justify="left", box=SIMPLE_HEAD)
    found.add_column(split_name(tree.split, language))
    found.add_column(language._("bn USD"), justify="right")
    decimals = side_by_side((given.rest, *(value for _, value in given.given)), 3)
    for scope, value in given.given:
        found.add_row(part_name(scope, language), language.billions(value, decimals))
    found.add_row(language._("For the rest"), language.billions(given.rest, decimals))
    console.print(found)


def change_lines(found: FormPreview, language: Language) -> Iterator[str]:
    """Say what a form would change, a line a target."""
    say = language._
    for target in found.change.added:
        yield say("set: {target}", target=stated(target, language))
    for number in found.change.withdrawn:
        yield say("taken back: target {number}", number=number)
    if not found.change:
        yield say("The form changes nothing.")


def _title(tree: TargetTree, language: Language) -> str:
    return stated(tree.whole.target, language) if tree.whole.target else ""


def _row(row: TreeRow) -> dict[str, Any]:
    return {
        **_scope(row.scope),
        "number": row.target.number if row.target else None,
        "value_usd": row.value,
        "high_usd": row.high,
        "base_usd": row.base,
        "base_share": row.base_share,
        "growth": row.growth,
        "contribution": row.contribution,
        "share": row.share,
        "status": row.progress.status.value if row.progress else None,
    }


def _scope(scope: Scope) -> dict[str, object]:
    return {
        "flow": scope.flow.value,
        "item": scope.item,
        "market": scope.market,
        "province": scope.province,
    }


def _numbers(row: TreeRow, decimals: int, language: Language) -> tuple[str, ...]:
    return (
        usd(row.base, decimals, language),
        usd(row.value, decimals, language),
        share(row.growth, language, sign=True),
        points(row.contribution, language),
        share(row.share, language),
    )


def _status(row: TreeRow, language: Language) -> str:
    return language._(PACE[row.progress.status]) if row.progress else ""
