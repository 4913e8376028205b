"""Which numbers the page of targets shows where, for the question where they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.figures.wording import N_
from desktop.gui.narrowing.looking import Looked, about_scope
from desktop.gui.provenance.offer import Number, Offer, OfRow

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.tree_results import TargetTree, TreeRow
    from desktop.figures.target import Target
    from desktop.gui.charts.plot import Plot
    from desktop.gui.parts.grid import GridView
    from desktop.gui.targets.tree_view import TreeView

_NAMES = (
    "cumulative", "share_of_target", "low", "growth", "path", "gap", "required_monthly",
    "required_growth", "base_cumulative", "monthly_average",
)  # fmt: skip
_OF_A_SHARE = ("share_of_whole", "cumulative", "low", "path", "growth")
_OF_A_PART = ("low", "cumulative", "path", "gap")
_OF_THE_WHOLE = (*_OF_A_PART, "asked_growth", "base")
_WITHIN = {
    "growth": N_("Growth that the target means"),
    "base": N_("A year before"),
    "base_share": N_("Share of the whole's year before"),
    "share": N_("Share of what the whole asks for"),
    "contribution": N_("Points of the whole's growth that the part is to bring"),
}
_OF_A_MONTH = ("cumulative", "path", "last_year", "value", "required")
Shown = Callable[[], "TargetProgress | None"]
Foreseen = Callable[[], "Outlook | None"]


def offer_of_targets(table: GridView, shown: Shown, outlook: Foreseen) -> Offer:
    """Offer the numbers of the target chosen in the list of those in force, its chance too."""

    def here() -> Sequence[Number]:
        held = shown()
        if held is None:
            return ()
        told = _of_target(held, _OF_A_SHARE if held.target.is_share else _NAMES)
        return (*told, *_chance(held.target, outlook()))

    def scope() -> Looked:
        held = shown()
        return about_scope(held.scope) if held else {}

    return Offer(table, here, scope=scope)


def offer_of_path(chart: Plot, shown: Shown) -> Offer:
    """Offer the numbers of the month that the line of a target's chart stands on."""
    of_row = of_path_rows(shown)
    return Offer(chart, lambda: () if chart.slot is None else of_row(chart.slot, 0))


def of_path_rows(shown: Shown) -> OfRow:
    """Give what the chart of a target, and its table, show of a month of the period."""

    def of_row(row: int, _column: int) -> Sequence[Number]:
        held = shown()
        if held is None or not 0 <= row < len(held.points):
            return ()
        point = held.points[row]
        about = f"target:{held.target.number}@{point.month}"
        return [
            Number(f"{about}.{name}") for name in _OF_A_MONTH if getattr(point, name) is not None
        ]

    return of_row


def of_version_rows(shown: Shown) -> OfRow:
    """Give what the list of a target's versions tells: the value that each means."""

    def of_row(row: int, _column: int) -> Sequence[Number]:
        held = shown()
        if held is None or not 0 <= row < len(held.versions):
            return ()
        version = held.versions[-1 - row]  # the one in force stands first
        return () if version.low is None else (Number(f"target:{version.target.number}.low"),)

    return of_row


def offer_of_parts(view: TreeView, outlook: Foreseen) -> Offer:
    """Offer the numbers of the part that is chosen; Enter edits its target instead."""

    def here() -> Sequence[Number]:
        row, tree = view.currentIndex().row(), view.tree
        rows = (tree.whole, *tree.parts) if tree else ()
        if tree is not None and row == len(rows):
            return _of_remainder(tree)
        if tree is None or not 0 <= row < len(rows):
            return ()
        held = rows[row].progress
        chance = _chance(rows[row].target, outlook())
        of_target = _of_target(held, _OF_A_PART if row else _OF_THE_WHOLE) if held else ()
        return (*of_target, *chance, *(_within(rows[row], tree) if row else ()))

    def scope() -> Looked:
        row, tree = view.currentIndex().row(), view.tree
        rows = (tree.whole, *tree.parts) if tree else ()
        return about_scope(rows[row].scope) if 0 <= row < len(rows) else {}

    return Offer(view, here, by_enter=False, scope=scope)


def _chance(target: Target | None, outlook: Outlook | None) -> Iterator[Number]:
    """Give the chance that a target is met, where the outlook tells one."""
    chances = outlook.chances if target and outlook else ()
    if target and outlook and any(c.target == target and c.chance is not None for c in chances):
        yield Number(f"outlook:target:{target.number}.chance", outlook.through)


def _of_remainder(tree: TargetTree) -> Sequence[Number]:
    """Give what the last line tells: what no part was given."""
    whole = tree.whole.target
    if whole is None or tree.remainder is None:
        return ()
    name = f"target:{whole.number}.remainder:{tree.split.text}"
    return (Number(name, None, N_("Not given out")),)


def _of_target(held: TargetProgress, names: Sequence[str]) -> tuple[Number, ...]:
    about = f"target:{held.target.number}"
    known = (n for n in names if getattr(held, "base" if n == "base" else n, None) is not None)
    return tuple(Number(f"{about}.{name}") for name in known)


def _within(row: TreeRow, tree: TargetTree) -> Iterator[Number]:
    """Give what a row tells of its part within the whole."""
    if tree.whole.target is None:
        return
    about = f"target:{tree.whole.target.number}.part:{tree.split.text}={tree.split.code(row.scope)}"
    for name, told in _WITHIN.items():
        if getattr(row, name) is not None:
            yield Number(f"{about}.{name}", None, told)
