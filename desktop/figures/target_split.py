"""How a target is split: by items, markets or provinces, or by the groups of a scheme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.figures.groupings import Dimension, every_code, group_named, schemes
from desktop.figures.month import Month
from desktop.figures.provinces import units_of
from desktop.figures.series import NATIONAL, TOTAL, WORLD
from desktop.figures.target import Scope, is_group
from desktop.figures.target_names import side


class SplitBy(StrEnum):
    """What the parts are."""

    ITEM = "item"
    MARKET = "market"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Split:
    """A way to split: `scheme` names the scheme whose groups are the parts; empty for no groups."""

    by: SplitBy
    scheme: str = ""

    @property
    def text(self) -> str:
        """Write it as a command takes it: ``item``, ``group:MARD``, ``bloc:FTA``, ``province``."""
        if not self.scheme:
            return self.by.value
        return f"{'group' if self.by is SplitBy.ITEM else 'bloc'}:{self.scheme}"

    def part(self, whole: Scope, code: str) -> Scope:
        """Give the part of a whole that a code names."""
        if self.by is SplitBy.PROVINCE:
            return replace(whole, province=code)
        is_item = self.by is SplitBy.ITEM
        return replace(whole, item=code) if is_item else replace(whole, market=code)

    def code(self, part: Scope) -> str:
        """Give the code that tells a part from the others."""
        return str(getattr(part, self.by.value))

    def parts(self, whole: Scope, on: Month) -> tuple[Scope, ...]:
        """Give every part that a whole may be split into, by the members of a month."""
        return tuple(self.part(whole, code) for code in self._codes(whole, on))

    def shared(self, whole: Scope, on: Month) -> frozenset[str]:
        """Codes that stand in several parts at once, so that the sum of the parts is no total."""
        if not self.scheme:
            return frozenset()
        return schemes()[self.scheme].shared(side(whole.flow), on)

    def fits(self, whole: Scope) -> bool:
        """Say whether a whole can be split so."""
        held = self.code(whole)
        if self.by is SplitBy.PROVINCE:
            return held == NATIONAL
        return held == (TOTAL if self.by is SplitBy.ITEM else WORLD) or is_group(held)

    def _codes(self, whole: Scope, on: Month) -> list[str]:
        if self.by is SplitBy.PROVINCE:
            return sorted(units_of(on))
        within = group_named(self.code(whole))
        if self.scheme:
            held = within.code if within else ""
            groups = schemes()[self.scheme].all_of(side(whole.flow))
            return [group.code for group in groups if group.part_of == held]
        if within:
            return sorted(within.members(on))
        return sorted(every_code(Dimension(self.by.value), side(whole.flow)))


def split_of(text: str) -> Split | None:
    """Read what `Split.text` writes; None for anything else."""
    kind, _, scheme = text.partition(":")
    dimension = {"group": Dimension.ITEM, "bloc": Dimension.MARKET}.get(kind)
    if dimension is None:
        return Split(SplitBy(text)) if text in set(SplitBy) else None
    known = schemes().get(scheme.upper())
    if known is None or known.dimension is not dimension:
        return None
    return Split(SplitBy(dimension.value), known.code)


def every_split() -> tuple[Split, ...]:
    """Give every way to split, in the order in which they are offered."""
    by_scheme = {
        dimension: [Split(SplitBy(dimension.value), s.code) for s in schemes().values()
                    if s.dimension is dimension]
        for dimension in Dimension
    }  # fmt: skip
    return (
        Split(SplitBy.ITEM), *by_scheme[Dimension.ITEM],
        Split(SplitBy.MARKET), *by_scheme[Dimension.MARKET],
        Split(SplitBy.PROVINCE),
    )  # fmt: skip
