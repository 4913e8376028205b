"""How a scheme cuts a whole: which of its items or markets each group holds in a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.structure.amounts import Members
from desktop.figures.groupings import every_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.rows import BoolArray
    from desktop.analysis.structure.asked import Asked
    from desktop.figures.groupings import Group, Scheme


@dataclass(frozen=True, eq=False)
class Cut:
    """The groups of a scheme that lie in no other, and those that do, with what each lies in.

    Where groups are `overlapping`, a code may stand in several.
    """

    scheme: Scheme
    outer: Members
    inner: Members
    within: tuple[str, ...]
    overlapping: bool

    @property
    def held(self) -> BoolArray:
        """Which codes stand in any group."""
        return self.outer.any | self.inner.any

    def with_any(self, codes: frozenset[str]) -> frozenset[str]:
        """Name the groups of which any of some codes is a member."""
        return self.outer.with_any(codes) | self.inner.with_any(codes)


def cut(asked: Asked, scheme: Scheme, codes: Sequence[str]) -> Cut:
    """Find the members of every group among the codes with figures."""
    groups = scheme.all_of(asked.flow)
    outer = [group for group in groups if not group.part_of]
    inner = [group for group in groups if group.part_of]
    return Cut(
        scheme,
        _members(asked, sorted(outer, key=lambda group: group.code), codes),
        _members(asked, inner, codes),
        tuple(group.part_of for group in inner),
        bool(scheme.shared(asked.flow, asked.through)),
    )


def _members(asked: Asked, groups: Sequence[Group], codes: Sequence[str]) -> Members:
    every = every_code(asked.dimension, asked.flow)
    members = [group.members(asked.through) & every for group in groups]
    holds = np.array([[code in held for code in codes] for held in members], np.int64)
    return Members(
        tuple(group.code for group in groups),
        holds.reshape(len(groups), len(codes)),
        tuple(tuple(code for code in codes if code in held) for held in members),
        tuple(tuple(sorted(held.difference(codes))) for held in members),
    )
