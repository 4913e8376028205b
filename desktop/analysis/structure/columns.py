"""What is said of the parts of a whole, column by column; rows take their fields of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.structure.fractions import EXACT, is_base
from desktop.figures.kept_property import kept_property
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.structure.amounts import Amounts, Listed
    from desktop.analysis.structure.fractions import FloatArray, Told
    from desktop.figures.figure import Status


@dataclass(frozen=True, eq=False)
class Columns:
    """Fields of `Part` of all lines `at` places of a listing, as `parts.part` says them of each.

    So they are as long as the amounts `are_exact`, each worked out when it is first asked for: a
    map asks for growth and status of every market, a ranking for all fields of those in sight.
    """

    of: Listed
    at: IntArray
    total: Amounts

    @kept_property
    def are_exact(self) -> bool:
        """Whether all amounts can be divided in columns."""
        total = self.total
        return max(self.of.most, abs(total.now or 0), abs(total.base or 0)) <= EXACT

    @kept_property
    def code(self) -> tuple[str, ...]:
        """The codes."""
        return self.of.codes_at(self.at.tolist())

    @kept_property
    def value(self) -> Told:
        """The amounts now, in US dollars."""
        return self._told(self._amounts[0] / SCALE, 0)

    @kept_property
    def base(self) -> Told:
        """Those a year before."""
        return self._told(self._amounts[1] / SCALE, 1)

    @kept_property
    def change(self) -> Told:
        """The one less the other."""
        return self._told(self._amounts[2] / SCALE, 2)

    @kept_property
    def growth(self) -> Told:
        """The change of what both periods tell of against its base."""
        _, base, change = self._amounts
        any_base = base > 0
        if np.count_nonzero(any_base) == len(any_base):
            return self._told((base + change) / base - 1, 2)
        quotients = (base + change) / np.where(any_base, base, 1) - 1
        return _without(quotients, any_base & self._marks[2])

    @kept_property
    def share(self) -> Told:
        """The amounts now as shares of the total."""
        whole = is_base(self.total.now)
        return self._told(self._amounts[0] / whole, 0) if whole else self._nothing

    @kept_property
    def base_share(self) -> Told:
        """Those a year before as shares of that total."""
        whole = is_base(self.total.base)
        return self._told(self._amounts[1] / whole, 1) if whole else self._nothing

    @kept_property
    def share_change(self) -> Told:
        """How the share changed of what both periods tell of."""
        now, before = is_base(self.total.now), is_base(self.total.base)
        if not now or not before:
            return self._nothing
        _, base, change = self._amounts
        return self._told((base + change) / now - base / before, 2)

    @kept_property
    def contribution(self) -> Told:
        """The changes as shares of the total a year before."""
        whole = is_base(self.total.base)
        return self._told(self._amounts[2] / whole, 2) if whole else self._nothing

    @kept_property
    def status(self) -> Sequence[Status | None]:
        """How firm each is."""
        return self.of.statuses(self.at)

    @kept_property
    def _amounts(self) -> IntArray:
        amounts: IntArray = self.of.amounts[:, self.at]
        return amounts

    @kept_property
    def _marks(self) -> BoolArray:
        marks: BoolArray = self.of.marks[:, self.at]
        return marks

    @property
    def _nothing(self) -> Told:
        return [None] * len(self.at)

    def _told(self, column: FloatArray, of: int) -> Told:
        """Leave out what is not known of now, of the base, or of either."""
        return column.tolist() if self.of.all_known else _without(column, self._marks[of])


def _without(column: FloatArray, known: BoolArray) -> Told:
    told: Told = column.tolist()
    for place in (~known).nonzero()[0].tolist():
        told[place] = None
    return told


def column_of(pieces: Sequence[Columns], name: str) -> Sequence[Any] | None:
    """Give a field of the lines of listings, one behind another; None where it is told by rows."""
    if name not in _TOLD or not all(piece.are_exact for piece in pieces):
        return None
    if len(pieces) == 1:
        found: Sequence[Any] = getattr(pieces[0], name)
        return found
    return [one for piece in pieces for one in getattr(piece, name)]


_TOLD = frozenset({
    "code", "value", "base", "change", "growth", "share", "base_share", "share_change",
    "contribution", "status",
})  # fmt: skip
