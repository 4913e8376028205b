"""What is odd about the targets of a form: rows without a base, parts that exceed their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.targets.every import Evidence, Paths, every_progress
from desktop.analysis.targets.force import versions
from desktop.analysis.targets.tree import Ground, tree
from desktop.figures.finding import Finding, Severity
from desktop.figures.target_form import FormEntry, scope_text
from desktop.figures.target_split import Split, SplitBy
from desktop.figures.wording import BILLION
from desktop.workflow.target_forms import at_row

if TYPE_CHECKING:
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


def _without_base(
    entries: Sequence[FormEntry], targets: Sequence[Target], evidence: Evidence, newest: Month
) -> Iterator[Finding]:
    standing = every_progress(targets, evidence, newest, Paths(), whole=True)
    without = {p.target.key for p in standing if p.low is None and not p.target.is_share}
    for entry in entries:
        if entry.target.key in without:
            about = scope_text(entry.target.scope)
            yield entry.finding(Finding(Severity.WARNING, "target_no_base", about=about))


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
                warning = Finding(Severity.WARNING, "target_over_allocated", found=over)
                yield at_row(entries, whole.scope, warning)
