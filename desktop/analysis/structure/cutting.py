"""The pieces that a split is cut into: parts, groups and their members, kept where they stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.structure import parts as made
from desktop.analysis.structure.amounts import Amounts, together
from desktop.analysis.structure.prices import price_volume
from desktop.figures.groupings import every_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.analysis.structure.asked import Asked, Singles
    from desktop.analysis.structure.remembered import Kept
    from desktop.analysis.structure_results import Part
    from desktop.figures.groupings import Group, Scheme


class Cutting:
    """Cuts one whole, by the groups of a scheme or into single parts."""

    def __init__(self, asked: Asked, whole: Singles, scheme: Scheme | None, kept: Kept) -> None:
        """Take the whole, and the pieces of the same split of an earlier book."""
        self._asked, self._whole, self._kept = asked, whole, kept
        self._groups: Sequence[Group] = scheme.all_of(asked.flow) if scheme else ()
        self.overlapping: bool = scheme is not None and kept.piece(
            "overlapping", (scheme,), lambda: bool(scheme.shared(asked.flow, asked.through))
        )

    def groups(self) -> list[Amounts]:
        """Add up each group that lies in no other."""
        return [self._group(group) for group in self._groups if not group.part_of]

    def _group(self, group: Group) -> Amounts:
        members = self._members(group)
        held = [a for a in self._whole.parts if a.code in members]
        return self._kept.piece(
            ("group", group.code), (group, *held),
            lambda: together(group.code, held, members - {a.code for a in held}),
        )  # fmt: skip

    def _members(self, group: Group) -> frozenset[str]:
        return self._kept.piece(
            ("members", group.code), (group,),
            lambda: group.members(self._asked.through)
            & every_code(self._asked.dimension, self._asked.flow),
        )  # fmt: skip

    def once(self) -> list[Amounts]:
        """What any group holds, each code once."""
        held = frozenset().union(*(g.members(self._asked.through) for g in self._groups))
        return [a for a in self._whole.parts if a.code in held]

    def inner(self) -> list[Part]:
        """The groups that lie in another."""
        return [
            self.part(self._group(group), within=group.part_of)
            for group in self._groups
            if group.part_of
        ]

    def members(self, groups: Iterable[Amounts]) -> list[Part]:
        """The members of groups one by one, the largest first; those without figures are none."""
        held = {a.code: a for a in self._whole.parts}
        return [
            self.part(member, within=group.code)
            for group in groups
            for member in sorted((held[code] for code in group.members), key=rank)
        ]

    def part(
        self,
        amounts: Amounts,
        counted: Amounts | None = None,
        *,
        points: float | None = None,
        within: str = "",
    ) -> Part:
        """Say of amounts what can be said, with their price where they are counted or weighed."""
        total, name = self._whole.total, ("part", amounts.code, within)
        told = self._kept.piece(
            name, (amounts, total, counted),
            lambda: made.part(amounts, total, price_volume(amounts, counted), within, points),
        )  # fmt: skip
        if told.points != points:  # the others' moved
            told = replace(told, points=points)
            self._kept.amend(name, told)
        return told


def rank(amounts: Amounts) -> tuple[int, int, str]:
    """Order by value, the largest first; what has none now comes last, by its base."""
    return -(amounts.now or 0), -(amounts.base or 0), amounts.code
