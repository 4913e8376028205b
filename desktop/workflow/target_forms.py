"""The form of targets: the lines that it is written with, and what one that came back changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.targets.force import versions
from desktop.analysis.targets.soundness import faults
from desktop.figures.finding import Finding, Severity
from desktop.figures.target import Scope, Target, TargetChange
from desktop.figures.target_form import FormEntry, FormLine, FormPreview

if TYPE_CHECKING:
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.month import Month

_CENT = 3
"""Decimals of a dollar that are compared: what Excel keeps of billions."""


def lines_of(tree: TargetTree, start: Month, months: int) -> list[FormLine]:
    """Give the lines of a form: the whole, then its parts."""
    return [_line(row, start, months) for row in (tree.whole, *tree.parts)]


def preview(
    entries: Sequence[FormEntry], read: Sequence[Finding], targets: Sequence[Target]
) -> FormPreview:
    """Say what a form changes; `targets` are those that count.

    A row that says what is in force changes nothing. One that says otherwise supersedes it, or, by
    a document of the same day, corrects it: the other is taken back.
    """
    in_force = {group[-1].key: group[-1] for group in versions(targets)}
    added: list[FormEntry] = []
    withdrawn: list[int] = []
    findings = list(read)
    seen: dict[object, FormEntry] = {}
    for entry in entries:
        key, standing = entry.target.key, in_force.get(entry.target.key)
        if key in seen:
            twice = Finding(Severity.ERROR, "form_row_twice", about=seen[key].cell)
            findings.append(entry.finding(twice))
        elif not _same(entry.target, standing):
            added.append(entry)
            if standing and standing.issued_on == entry.target.issued_on:
                withdrawn.append(standing.number)
        seen.setdefault(key, entry)
    counting = [t for t in targets if t.number not in withdrawn]
    findings += _faults(added, counting)
    change = TargetChange(tuple(entry.target for entry in added), tuple(withdrawn))
    return FormPreview(change, tuple(findings))


def at_row(entries: Sequence[FormEntry], scope: Scope, finding: Finding) -> Finding:
    """Say of the row of a scope what was found; of the whole form where it has none."""
    own = next((entry for entry in entries if entry.target.scope == scope), None)
    return own.finding(finding) if own else finding


def _faults(added: Sequence[FormEntry], counting: Sequence[Target]) -> Iterator[Finding]:
    for n, entry in enumerate(added):
        others = [other.target for other in added[:n]]
        for fault in faults(entry.target, (*counting, *others)):
            yield entry.finding(fault)


def _same(one: Target, standing: Target | None) -> bool:
    if standing is None:
        return False
    alike = replace(standing, number=0, low=one.low, high=one.high) == replace(one, number=0)
    ends = zip((one.low, one.high), (standing.low, standing.high), strict=True)
    decimals = _CENT if one.measure.value in {"value", "surplus"} else 9
    return alike and all(round(a, decimals) == round(b, decimals) for a, b in ends)


def _line(row: TreeRow, start: Month, months: int) -> FormLine:
    return FormLine(row.scope, start, months, row.base, row.base_share, row.value, row.target)
