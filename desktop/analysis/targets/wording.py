"""What a target's figures lack, in words: alike in the window, the terminal and the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.catalogue import items, markets
from desktop.figures.series import Flow
from desktop.figures.target_names import scope_name
from desktop.figures.target_texts import period_name
from desktop.figures.wording import side_by_side

if TYPE_CHECKING:
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.targets.agreement import AtOdds
    from desktop.analysis.tree_results import TargetTree
    from desktop.figures.wording import Language

_FEW = 5
"""So many are named of those that stand in several parts."""


def lacks(progress: TargetProgress, language: Language) -> str:
    """Name the members that no return tells of, and what growth then compares; empty for none."""
    told = []
    if progress.silent:
        names = ", ".join(_member(code, language) for code in progress.silent)
        told.append(language._("no figures of: {names}", names=names))
    if progress.alike:
        told.append(language._("growth compares what both years tell of"))
    return " · ".join(told)


def fixed_base(progress: TargetProgress, language: Language) -> str:
    """Name the day of a fixed base: growth on it is not that on the newest; empty for none."""
    day = progress.base_as_of
    return language._("base as known on {day}", day=language.date(day)) if day else ""


def odds(found: AtOdds, language: Language) -> str:
    """Say which surplus exports and imports leave, and which is asked for."""
    surplus, say = found.surplus, language._
    decimals = side_by_side((found.left, surplus.low))
    told = say(
        "exports and imports as asked for leave {left} bn USD, the surplus asked for is {asked}",
        left=language.billions(found.left, decimals),
        asked=language.billions(surplus.low or 0, decimals),
    )  # fmt: skip
    about = scope_name(surplus.scope, language), period_name(surplus.target, language)
    return f"{' · '.join(about)}: {told}"


def overlap(tree: TargetTree, language: Language) -> str:
    """Name members that stand in several parts of a tree, and how many more do."""
    few = [_member(code, language) for code in tree.shared[:_FEW]]
    if more := len(tree.shared) - len(few):
        few.append(language._("and {count} more", count=more))
    return language._(
        "Parts overlap: {names} stand in several; their sum is no total.", names=", ".join(few)
    )


def _member(code: str, language: Language) -> str:
    """Name a member of a group: an item of exports or, where they have none such, of imports."""
    known = (items(Flow.EXPORT), items(Flow.IMPORT), markets())
    named = next((k for k in known if code in k), markets())
    return named.name(code, language.code, short=True)
