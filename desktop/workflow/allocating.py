"""Why a target cannot be given out by last year's shares, or what its parts would be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.targets.allocation import allocation
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.series import Flow
from desktop.figures.wording import BILLION

if TYPE_CHECKING:
    from desktop.analysis.targets.allocation import Allocation
    from desktop.analysis.tree_results import TargetTree
    from desktop.figures.target import Target
    from desktop.figures.target_split import Split

_FEW = 5


def given_out(
    whole: Target, split: Split, tree: TargetTree | None
) -> tuple[TargetTree, Allocation]:
    """Give the tree and what its parts without a target would be given; `Refused` where nothing."""
    number = str(whole.number)
    if not split.fits(whole.scope):
        raise _refused("target_not_split_so", about=number, found=split.text)
    if whole.flow is Flow.BALANCE:
        raise _refused("target_balance_by_shares", about=number)
    if tree is None or tree.whole.value is None:
        raise _refused("target_no_base", about=number)
    if tree.shared:
        few = ", ".join(tree.shared[:_FEW])
        raise _refused("target_parts_overlap", found=split.text, about=few)
    if tree.above_whole:
        parts = sum(row.base or 0 for row in tree.parts)
        raise _refused(
            "target_parts_above_whole", found=_billions(parts), expected=_billions(tree.whole.base)
        )
    if tree.over_allocated:
        raise _refused("target_over_allocated", found=_billions(-(tree.remainder or 0)))
    found = allocation(tree)
    if found is None:
        raise _refused("target_nothing_to_allocate", found=split.text)
    return tree, found


def _billions(amount: float | None) -> str:
    return "?" if amount is None else f"{amount / BILLION:.3f}"


def _refused(code: str, *, found: str = "", expected: str = "", about: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, expected=expected, about=about))
