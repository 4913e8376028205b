"""What is odd about targets before they are set: no base, a growth never seen, an odd day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.analysis.growth import growth
from desktop.analysis.targets.agreement import at_odds
from desktop.analysis.targets.every import Evidence, Paths, every_progress
from desktop.analysis.targets.force import versions
from desktop.analysis.targets.soundness import period_text
from desktop.analysis.targets.tree import Ground, tree
from desktop.figures.finding import Finding, Severity
from desktop.figures.series import Flow
from desktop.figures.target import TargetMeasure
from desktop.figures.target_doubts import growth_doubt
from desktop.figures.target_form import FormEntry, scope_text
from desktop.figures.target_split import Split, SplitBy
from desktop.figures.wording import BILLION
from desktop.workflow.target_forms import at_row

if TYPE_CHECKING:
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.month import Month
    from desktop.figures.target import Target


def doubts(
    entries: Sequence[FormEntry], targets: Sequence[Target], evidence: Evidence, newest: Month
) -> list[Finding]:
    """Give a warning for each row without a base, and for each whole that its parts exceed."""
    return [
        *_without_base(entries, targets, evidence, newest),
        *_exceeded(entries, targets, evidence, newest),
    ]


def of_rows(entries: Sequence[FormEntry], found: Iterable[Finding]) -> Iterator[Finding]:
    """Say of the rows that they are about what was found of targets."""
    scopes = {scope_text(entry.target.scope): entry.target.scope for entry in entries}
    for finding in found:
        yield at_row(entries, scopes[finding.about], finding)


def odd_growth(targets: Iterable[Target], progress: Iterable[TargetProgress]) -> Iterator[Finding]:
    """Doubt what targets ask for: by the growth they state, or that their value means."""
    by_key = {p.target.key: p for p in progress}
    for target in targets:
        if target.measure is TargetMeasure.GROWTH:
            rates: tuple[float | None, ...] = (target.low, target.high)
        elif target.measure is TargetMeasure.VALUE and (held := by_key.get(target.key)):
            rates = (growth(target.low, held.base), growth(target.high, held.base))
        else:
            continue
        if found := growth_doubt(target.scope, rates):
            yield found


def still_to_come(targets: Iterable[Target], today: date) -> Iterator[Finding]:
    """Say which targets have a document of a day to come."""
    for target in targets:
        if target.issued_on and target.issued_on > today:
            day, about = target.issued_on.isoformat(), scope_text(target.scope)
            yield Finding(Severity.WARNING, "target_issued_later", found=day, about=about)


def overtaken(targets: Iterable[Target], counting: Sequence[Target]) -> Iterator[Finding]:
    """Say which targets will not be in force, since a newer document set one of the same.

    `counting` are those that count already.
    """
    standing = {group[-1].key: group[-1] for group in versions(counting)}
    for target in targets:
        newer = standing.get(target.key)
        if newer and newer.issued_on and newer.issued_on > (target.issued_on or date.min):
            yield Finding(
                Severity.WARNING, "target_document_older", found=newer.issued_on.isoformat(),
                expected=str(newer.number), about=scope_text(target.scope),
            )  # fmt: skip


def contradicted(made: Iterable[Target], standing: Iterable[TargetProgress]) -> Iterator[Finding]:
    """Say which of the targets that are made leaves another surplus than the one asked for.

    `standing` are all that will be in force; what contradicted before is not told again.
    """
    by_key = {replace(t, flow=Flow.BALANCE).key: t for t in made if not t.is_share}
    for surplus, left in at_odds(standing):
        if target := by_key.get(surplus.target.key):
            yield Finding(
                Severity.WARNING, "targets_at_odds", found=f"{left / BILLION:.3f}",
                expected=f"{(surplus.low or 0) / BILLION:.3f}", about=scope_text(target.scope),
            )  # fmt: skip


def _without_base(
    entries: Sequence[FormEntry], targets: Sequence[Target], evidence: Evidence, newest: Month
) -> Iterator[Finding]:
    standing = every_progress(targets, evidence, newest, Paths(), whole=True)
    without = {p.target.key: p for p in standing if p.low is None and not p.target.is_share}
    for entry in entries:
        if held := without.get(entry.target.key):
            yield entry.finding(no_base(held, scope_text(entry.target.scope)))


def no_base(held: TargetProgress | None, about: str) -> Finding:
    """Say why a target has no value: its base is not held, or comes to nothing or less."""
    if held is None or held.base is None:
        day = held.base_as_of.isoformat() if held and held.base_as_of else ""
        code = "target_no_base_then" if day else "target_no_base"
        return Finding(Severity.WARNING, code, found=day, about=about)
    found = f"{held.base / BILLION:.3f}"
    return Finding(Severity.WARNING, "target_base_not_positive", found=found, about=about)


def _exceeded(
    entries: Sequence[FormEntry], targets: Sequence[Target], evidence: Evidence, newest: Month
) -> Iterator[Finding]:
    ground = Ground(targets, evidence, newest, Paths())
    spans = {(entry.target.start, entry.target.end) for entry in entries}
    for whole in (group[-1] for group in versions(targets)):
        if (whole.start, whole.end) not in spans or whole.is_share:
            continue
        for split in (Split(by) for by in SplitBy):
            found = tree(whole, split, ground) if split.fits(whole.scope) else None
            if found and found.over_allocated:
                over = f"{-(found.remainder or 0) / BILLION:.3f}"
                about = f"{scope_text(whole.scope)} ({period_text(whole)})"
                warning = Finding(
                    Severity.WARNING, "target_over_allocated", found=over, about=about,
                    expected=f"{(found.whole.value or 0) / BILLION:.3f}",
                )  # fmt: skip
                yield at_row(entries, whole.scope, warning)
