"""A target against its parts: values, growth, contribution, remainder, in whole thousandths."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.analysis.growth import difference, growth, share, thousandths, usd
from desktop.analysis.targets.case import Case
from desktop.analysis.targets.every import Evidence, Paths, put_up
from desktop.analysis.targets.force import versions
from desktop.analysis.targets.standing import target_progress
from desktop.analysis.targets.values import times
from desktop.analysis.tree_results import TargetTree, TreeRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.targets.shelves import Shelves
    from desktop.figures.month import Month
    from desktop.figures.target import Scope, Target
    from desktop.figures.target_split import Split


@dataclass(frozen=True, slots=True)
class Part:
    """A part in whole thousandths: its base, and what its target asks for."""

    scope: Scope
    base: int | None
    value: int | None
    progress: TargetProgress | None


@dataclass(frozen=True, eq=False)
class Ground:
    """What a tree grows from: every target, the figures, the last month that counts, the paths."""

    targets: Sequence[Target]
    evidence: Evidence
    through: Month
    paths: Paths


def possible_parts(whole: Target, split: Split) -> tuple[Scope, ...]:
    """Give every part that a whole may be split into; none where the split does not fit."""
    return split.parts(whole.scope, whole.end) if split.fits(whole.scope) else ()


def about(whole: Target, scope: Scope) -> Target:
    """Give the whole as if it were about a part, for that part's figures to be asked for."""
    return replace(whole, item=scope.item, market=scope.market, province=scope.province)


def tree(whole: Target, split: Split, ground: Ground) -> TargetTree | None:
    """Split a target in force; None where nothing is known of it or of any part."""
    scopes = possible_parts(whole, split)
    shelves = put_up([about(whole, scope) for scope in (whole.scope, *scopes)], ground.evidence)
    if shelves is None:
        return None
    growing = _Growing(whole, shelves, ground)
    top = growing.part(whole.scope)
    parts = [growing.part(scope, within=top) for scope in scopes]
    told = [part for part in parts if part.base or part.progress]
    return _told(split, whole, top, sorted(told, key=_rank))


class _Growing:
    """Works out one part after the other."""

    def __init__(self, whole: Target, shelves: Shelves, ground: Ground) -> None:
        self._whole, self._shelves, self._ground = whole, shelves, ground
        same = [
            t
            for t in ground.targets
            if (t.start, t.end, t.flow) == (whole.start, whole.end, whole.flow)
        ]
        groups = versions(same, ground.evidence.vintage.as_of)
        self._groups = {(group[-1].scope, group[-1].is_share): group for group in groups}

    def part(self, scope: Scope, within: Part | None = None) -> Part:
        group = self._groups.get((scope, False)) or self._groups.get((scope, True))
        base = self._base(scope)
        if not group:
            return Part(scope, base, None, None)
        target = group[-1]
        case = Case(target, self._shelves, self._ground.through, self._ground.paths.wish(target))
        progress = target_progress(case, group)
        value = thousandths(progress.low)
        if target.is_share and within and within.value is not None and within.scope.is_total:
            value = times(within.value, target.low)
        return Part(scope, base, value, progress)

    def _base(self, scope: Scope) -> int | None:
        shelf = self._shelves.base(self._whole)
        before = self._whole.start - MONTHS_PER_YEAR
        if shelf is None:
            return None
        return shelf.of(scope, self._whole.end).through(before, self._whole.months)


def _rank(part: Part) -> tuple[bool, int, Scope]:
    return part.base is None, -(part.base or 0), part.scope


def _told(split: Split, whole: Target, top: Part, parts: Sequence[Part]) -> TargetTree:
    given = [part for part in parts if part.value is not None]
    allocated = sum(part.value or 0 for part in given)
    shared = tuple(sorted(split.shared(whole.scope, whole.end)))
    known = sum(part.base or 0 for part in parts)
    signed = top.scope.flow is Flow.BALANCE
    return TargetTree(
        split=split,
        whole=_row(top, top),
        parts=tuple(_row(part, top) for part in parts),
        allocated=usd(allocated),
        remainder=usd(difference(top.value, allocated)),
        rest_base=usd(difference(top.base, sum(part.base or 0 for part in given))),
        shared=shared,
        above_whole=not shared and not signed and top.base is not None and known > top.base > 0,
    )


def _row(part: Part, top: Part) -> TreeRow:
    high = part.progress.high if part.progress else None
    return TreeRow(
        scope=part.scope,
        base=usd(part.base),
        base_share=share(part.base, top.base),
        value=usd(part.value),
        high=high,
        growth=growth(part.value, part.base),
        contribution=share(difference(part.value, part.base), top.base),
        share=share(part.value, top.value),
        progress=part.progress,
    )
