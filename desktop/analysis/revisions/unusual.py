"""Revisions that are large for their series: held against what the same series did before.

A revision is told by its robust z: how far it lies from the middle of the earlier ones, in units
of their usual distance from it (1.4826 times the median absolute deviation, which is a standard
deviation where they are normal). Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from desktop.analysis.revisions.sizes import Pair
from desktop.figures.warning_rules import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.analysis.revisions.triangle import Triangle
    from desktop.figures.figure import Status
    from desktop.figures.month import Month
    from desktop.figures.warning_rules import Revision

_NORMAL = 1.4826


@dataclass(frozen=True, slots=True)
class Unusual:
    """A revision beyond what is usual, with its evidence.

    `revision` are the two releases, the `number`-th and the one before; `usual` is the median size
    of the `known` earlier revisions of the same kind, `rank` its place among them (1 the largest).
    """

    revision: Pair
    number: int
    change: float
    robust_z: float
    usual: float
    rank: int
    known: int

    @property
    def month(self) -> Month:
        """The month that was revised."""
        return self.revision.month

    @property
    def told_on(self) -> date:
        """The day of the return that revised it."""
        return self.revision.later.reported_on


_Kind = tuple["Status", int]
_Past = tuple["date", "Month", float]


def unusual(
    triangle: Triangle, by: Revision | None = None, *, since: Month | None = None
) -> tuple[Unusual, ...]:
    """Find the unusual revisions, oldest first: each against those of earlier months by then.

    Compared are revisions of one kind: of figures as firm, by the same release (the second,
    third). `by` says from which size on they are told; as shipped if left out. With `since` only
    those of a month or later ones are judged, whatever the others are good for.
    """
    by = by or shipped_rules().revision
    past: dict[_Kind, list[_Past]] = defaultdict(list)
    found = []
    for number, pair, change in _revisions(triangle):
        earlier, day = past[pair.first.status, number], pair.later.reported_on
        if abs(change) >= by.least and (since is None or pair.month >= since):
            before = [c for told, month, c in earlier if told <= day and month < pair.month]
            enough = len(before) >= by.fewest
            if enough and (one := _held_against(before, number, pair, change, by)):
                found.append(one)
        earlier.append((day, pair.month, change))
    return tuple(sorted(found, key=lambda one: (one.told_on, one.month)))


def _revisions(triangle: Triangle) -> list[tuple[int, Pair, float]]:
    found = []
    for row in triangle.rows:
        for number, (one, later) in enumerate(
            zip(row.releases, row.releases[1:], strict=False), start=2
        ):
            pair = Pair(row.month, one, later)
            if (change := pair.change) is not None:
                found.append((number, pair, change))
    return found


def _held_against(
    before: Sequence[float], number: int, pair: Pair, change: float, by: Revision
) -> Unusual | None:
    middle = median(before)
    deviation = _NORMAL * median(abs(c - middle) for c in before)
    distance = abs(change - middle)
    z = distance / deviation if deviation else float("inf")
    if not distance or z < by.robust_z:
        return None
    rank = 1 + sum(abs(c) >= abs(change) for c in before)
    usual = median(abs(c) for c in before)
    return Unusual(pair, number, change, z, usual, rank, len(before))
