"""The figures that targets are held against: as asked for, and as of the days that fix bases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.analysis.targets.shelf import Shelf
    from desktop.figures.target import Target


@dataclass(frozen=True, eq=False)
class Shelves:
    """The figures as asked for (`now`), and as they were known on days that fix a base (`then`).

    `as_of` is the day asked for: a base fixed to a later day is not known better than that.
    """

    now: Shelf
    then: Mapping[date, Shelf | None] = field(default_factory=dict)
    as_of: date | None = None

    def base(self, target: Target) -> Shelf | None:
        """Give the figures that a target's base is taken from; None where none are known."""
        day = base_day(target, self.as_of)
        return self.now if day is None else self.then.get(day)


def base_day(target: Target, as_of: date | None) -> date | None:
    """Give the day as of which a target's base counts; None for the newest.

    `as_of` is the day that the question is asked as of.
    """
    if target.base_as_of is None:
        return None
    return min(target.base_as_of, as_of) if as_of else target.base_as_of
