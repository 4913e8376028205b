"""Several provinces side by side: how each stands, and what they come to together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.growth import all_of, growth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.results import MonthPoint, Overview
    from desktop.figures.month import Month


@dataclass(frozen=True, slots=True)
class Together:
    """The exports of all provinces that are told, added up: of them, not of the nation.

    US dollars from January `through` the last month that all of them tell; `base` and `growth`
    (a fraction) are None where last year is not known of one of them.
    """

    through: Month
    cumulative: float
    base: float | None
    growth: float | None


@dataclass(frozen=True, slots=True)
class Provinces:
    """How each of several provinces stands in a year, where nothing is told of the nation.

    `each` are in the order of their exports. `together` is None where they cannot be added up:
    `silent` names those that tell nothing of the year, `broken` those that lack a month.
    """

    year: int
    each: tuple[Overview, ...]
    together: Together | None
    silent: tuple[str, ...]
    broken: tuple[str, ...]


def side_by_side(year: int, told: Sequence[Overview]) -> Provinces:
    """Put the overviews of several provinces in a year side by side."""
    silent = tuple(o.province for o in told if not o.months)
    speaking = [o for o in told if o.months]
    last = min((o.through for o in speaking), default=None)
    points = [(o.province, o.exports.months[last.number - 1]) for o in speaking if last]
    broken = tuple(name for name, point in points if point.cumulative is None)
    whole = last and not silent and not broken
    ordered = sorted(told, key=lambda o: (-(o.exports.cumulative or 0.0), o.province))
    together = _added(last, [point for _, point in points]) if last and whole else None
    return Provinces(year, tuple(ordered), together, silent, broken)


def _added(through: Month, points: Sequence[MonthPoint]) -> Together:
    values, bases = ([p.cumulative for p in points], [p.cumulative_last_year for p in points])
    now, before = map(all_of, (values, bases))
    assert now is not None  # those that lack a month are not added up
    return Together(through, now, before, growth(now, before))
