"""What is left of a target beyond its parts: ``target:1.remainder:group:MARD``, to their papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.targets.tree import possible_parts
from desktop.analysis.tracing.aims import MARK, Aim, low
from desktop.analysis.tracing.structure.spans import less_all
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.target_split import Split, every_split, split_of
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.target import Scope, Target

REMAINDER = "remainder:"
_USD = TraceUnit.USD


def split_asked(name: str) -> Split | None:
    """Give the split that the remainder of a target is asked of; None for any other name."""
    number = name.partition(".")[2]
    return split_of(number.removeprefix(REMAINDER)) if number.startswith(REMAINDER) else None


def remainder(tree: TargetTree, aims: Mapping[int, Aim]) -> Trace:
    """What the whole asks for, less what its parts do; `aims` by the numbers of their targets."""
    whole = asked_of(tree.whole, aims, None)
    parts = [asked_of(row, aims, whole) for row in tree.parts if row.value is not None]
    formula = said(N_("the target less those of its parts"))
    return less_all(said(N_("Not given out of the target")), whole, parts, formula)


def asked_of(row: TreeRow, aims: Mapping[int, Aim], whole: Trace | None) -> Trace:
    """What a target of a tree asks for; of a share, that of the whole's value."""
    told = low(aims[row.target.number]) if row.target else Trace(said(N_("Asked for")), None, _USD)
    if told.unit is _USD or whole is None:
        return told
    formula = said(N_("the share, of what the whole asks for"))
    return Trace(said(N_("Asked for")), row.value, _USD, Kind.TIMES, formula, (whole, told))


def remainder_names(targets: Sequence[Target]) -> Iterator[str]:
    """Name the remainders of targets that others are parts of."""
    for whole, split, _ in given_out(targets):
        yield f"{MARK}{whole.number}.{REMAINDER}{split.text}"


def given_out(targets: Sequence[Target]) -> Iterator[tuple[Target, Split, list[Scope]]]:
    """Give each target that others are parts of, by each split, with the scopes of those others."""
    for whole in targets:
        others = {
            t.scope for t in targets
            if (t.start, t.end, t.flow) == (whole.start, whole.end, whole.flow) and t is not whole
        }  # fmt: skip
        for split in every_split():
            if parts := sorted(others.intersection(possible_parts(whole, split))):
                yield whole, split, parts
